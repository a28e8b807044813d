"""What a page says of one action: how it stands, its dates, its files, what was found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from generator.case.year import ActionExtract
from generator.findings import Finding
from generator.french import long_date, period
from generator.reports.finding_list import finding_list
from generator.reports.hypertext import amount, anchor, link_to_file, said, written
from generator.reports.year_dates import dates_of
from generator.reports.year_sheet import SheetRow, YearSheet
from generator.workspace import DATA_SUFFIX

_PACKAGE: Final = re.compile(r"(?:.+/)?dossier-v[0-9]+(?=/)")
"""The folder of a signature package: one link stands for all that it holds."""


def action_entry(row: SheetRow, sheet: YearSheet, findings: Sequence[Finding]) -> Iterator[str]:
    """Write what is known of an action.

    Args:
        row: the action.
        sheet: its year, for the names of axes and parties.
        findings: what is told with the action itself.
    """
    extract = row.extract
    title = f" – {written(row.title)}" if row.title else ""
    yield f'<article id="{anchor(row.number)}"><h3>{written(row.number)}{title}</h3>\n'
    yield f"<p>{said('État :')} <strong>{said('produite' if row.done else 'refusée')}</strong>.</p>\n"
    if extract is not None:
        yield from _facts(row.number, extract, sheet)
    yield from _files(row.outputs)
    if findings:
        yield f"<h4>{said('Constats')}</h4>\n"
        yield from finding_list(findings)
    shared = len(set(row.findings)) - len(set(findings))
    if shared:
        words = "constat commun" if shared == 1 else "constats communs"
        yield f'<p class="note">{shared} <a href="#partages">{said(f"{words} à plusieurs actions")}</a>.</p>\n'
    yield "</article>\n"


def _facts(number: str, extract: ActionExtract, sheet: YearSheet) -> Iterator[str]:
    """Write the axis, the budget and the dates, as a list."""
    yield "<ul>\n"
    if extract.axis:
        yield _fact("Axe :", written(sheet.axes.get(extract.axis, extract.axis)))
    if extract.lead_service:
        yield _fact("Service référent :", written(extract.lead_service))
    if extract.expenses is not None:
        yield _fact("Budget :", amount(extract.expenses, extract.currency or ""))
    dates = dates_of(number, extract)
    if dates.span:
        yield _fact("Durée :", written(period(*dates.span)))
    for vote in dates.votes:
        number_told = f" (n°\u00a0{vote.number})" if vote.number else ""
        name = sheet.parties.get(vote.party, vote.party)
        yield _fact("Vote :", written(f"{name}, {long_date(vote.day)}{number_told}"))
    bodies = {body.id: body.name or body.id for body in extract.bodies}
    for body, day in dates.signatures:
        name = sheet.parties.get(body) or bodies.get(body, body)
        yield _fact("Signature prévue :", written(f"{name}, {long_date(day)}"))
    for mission in dates.missions:
        yield _fact("Mission :", written(f"{mission.mission}, {period(mission.first, mission.last)}"))
    yield "</ul>\n"


def _fact(name: str, value: str) -> str:
    return f"<li>{said(name)} {value}</li>\n"


def _files(outputs: Sequence[str]) -> Iterator[str]:
    """Write links to what was made: a package as one, the data beside a draft not at all."""
    shown = sorted(path for path in outputs if not path.endswith(DATA_SUFFIX))
    if not shown:
        return
    yield f'<h4>{said("Fichiers")}</h4>\n<ul class="fichiers">\n'
    for folder, paths in groupby(shown, _package_of):
        if folder:
            count = sum(1 for _ in paths)
            told = f"{count} fichier{'s' if count > 1 else ''}"
            yield f"<li>{link_to_file(f'{folder}/', folder.rpartition('/')[2])} ({told})</li>\n"
        else:
            yield from (f"<li>{link_to_file(path, path.rpartition('/')[2])}</li>\n" for path in paths)
    yield "</ul>\n"


def _package_of(path: str) -> str:
    found = _PACKAGE.match(path)
    return found[0] if found else ""
