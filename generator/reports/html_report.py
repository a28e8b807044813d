"""``rapport.html``: the year on one page, without a script and without anything from outside."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from generator.findings import Finding, Severity
from generator.french import decimal_number, long_date
from generator.reports.action_entry import action_entry
from generator.reports.finding_list import SEVERITY_NAMES, finding_list
from generator.reports.hypertext import attribute, link_to_action, link_to_file, said, table, written
from generator.reports.money_tables import money_section
from generator.reports.report_style import STYLE
from generator.reports.sheet_sums import DRAWN_AT_MOST, YearSums, sums_of
from generator.reports.timeline_legend import timeline_section
from generator.reports.year_sheet import SheetRow, YearSheet

_MADE: Final = {"projets": "projets", "dossiers": "dossiers de signature"}
"""How what was made is called, by the name that the ledger gives it."""

_SECTIONS: Final = {
    "retards": "Ce qui est en retard",
    "montants": "Montants",
    "frise": "Frise de l’année",
    "annee": "Constats de l’année",
    "partages": "Constats communs à plusieurs actions",
    "actions": "Les actions",
    "detail": "Action par action",
}

_GUARD: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What the page may do: show itself. A text that were taken for a script would still not run."""


def html_report(sheet: YearSheet) -> Iterator[str]:
    """Write the report of a year piece by piece, in UTF-8 once it is encoded.

    Args:
        sheet: the year; its actions are gone through once for each section that needs them.
    """
    sums = sums_of(sheet)
    yield from _head(sheet, sums)
    yield from _section("retards", _late(sheet))
    yield from _section("montants", money_section(sheet, sums))
    yield from _section("frise", timeline_section(sheet, sums), name="frise")
    yield from _section("annee", _findings(sheet.findings, "Aucun constat sur l’année."))
    yield from _section("partages", _shared(sums))
    yield from _section("actions", _overview(sheet, sums))
    yield from _section("detail", _details(sheet, sums), name="" if sums.actions <= DRAWN_AT_MOST else "longue")
    yield f"</main>\n<footer><p>{said('Compte rendu écrit par parafe. Les liens mènent aux fichiers voisins.')}</p>"
    yield "</footer>\n</body>\n</html>\n"


def _head(sheet: YearSheet, sums: YearSums) -> Iterator[str]:
    title = f"Année {sheet.year} : compte rendu"
    yield '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_GUARD}">\n'
    yield f'<meta name="referrer" content="no-referrer">\n<title>{attribute(title)}</title>\n'
    yield f"<style>{STYLE}</style>\n</head>\n<body>\n"
    yield f'<p><a class="saut" href="#contenu">{said("Aller au contenu")}</a></p>\n<header>\n'
    yield f"<h1>{said(title)}</h1>\n<p>{written(sheet.framework_title)}</p>\n"
    made = _MADE.get(sheet.mode, sheet.mode)
    yield f"<p>{said('Produits :')} {written(made)}. {said('Situation au')} {written(long_date(sheet.day))}.</p>\n"
    yield f"{_figures(sums)}</header>\n"
    entries = "".join(f'<li><a href="#{name}">{said(text)}</a></li>' for name, text in _SECTIONS.items())
    yield f'<nav aria-label="Sommaire"><ul>{entries}</ul></nav>\n<main id="contenu">\n'
    if sheet.documents:
        files = "".join(f"<li>{link_to_file(path, path)}</li>" for path in sheet.documents)
        yield f'<h2>{said("Documents de l’année")}</h2>\n<ul class="fichiers">{files}</ul>\n'


def _figures(sums: YearSums) -> str:
    counts = [
        (sums.actions, "action", "actions"),
        (sums.actions - sums.refused, "produite", "produites"),
        (sums.refused, "refusée", "refusées"),
        *((sums.severities[severity], *names) for severity, names in SEVERITY_NAMES.items()),
    ]
    figures = (
        f"<li><strong>{written(decimal_number(Decimal(count)))}</strong> {one if count <= 1 else several}</li>"
        for count, one, several in counts
    )
    return f'<ul class="chiffres">{"".join(figures)}</ul>\n'


def _section(identifier: str, content: Iterator[str], name: str = "") -> Iterator[str]:
    style = f' class="{name}"' if name else ""
    yield f'<section{style} aria-labelledby="{identifier}">\n<h2 id="{identifier}">{said(_SECTIONS[identifier])}</h2>\n'
    yield from content
    yield "</section>\n"


def _late(sheet: YearSheet) -> Iterator[str]:
    """Write the steps that are late, action by action; say so when there is none."""
    rows = _late_rows(sheet)
    first = next(rows, None)
    if first is None:
        yield f"<p>{said(f'Rien n’est en retard au {long_date(sheet.day)}.')}</p>\n"
        return
    headings = ("Action", "Qui", "Étape", "Attendue le", "Référence")
    yield from table(f"Étapes en retard au {long_date(sheet.day)}", headings, _after(first, rows))


def _late_rows(sheet: YearSheet) -> Iterator[tuple[str, ...]]:
    for row in sheet.rows():
        for step in row.late_steps(sheet.day):
            deadline = f'<span class="jour">{written(long_date(step.deadline))}</span>'
            yield (
                link_to_action(row.number),
                written(step.party),
                written(step.label),
                deadline,
                written(step.reference),
            )


def _after(first: tuple[str, ...], others: Iterator[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    yield first
    yield from others


def _findings(findings: tuple[Finding, ...], nothing: str) -> Iterator[str]:
    if findings:
        yield from finding_list(findings)
    else:
        yield f"<p>{said(nothing)}</p>\n"


def _shared(sums: YearSums) -> Iterator[str]:
    if sums.shared:
        yield f"<p>{said('Ils tiennent à des fichiers que les actions partagent : chacun est dit une fois.')}</p>\n"
        yield from finding_list(sums.shared, sums.shared)
    else:
        yield f"<p>{said('Aucun.')}</p>\n"


def _overview(sheet: YearSheet, sums: YearSums) -> Iterator[str]:
    headings = ("Action", "Intitulé", "État", "Erreurs", "Avertissements", "Fichiers")
    yield from table("Les actions de l’année", headings, (_overview_row(row, sums) for row in sheet.rows()), figures=3)


def _overview_row(row: SheetRow, sums: YearSums) -> tuple[str, ...]:
    own = [finding.severity for finding in sums.own(row)]
    return (
        link_to_action(row.number),
        written(row.title),
        said("produite" if row.done else "refusée"),
        str(own.count(Severity.ERROR)),
        str(own.count(Severity.WARNING)),
        str(len(row.outputs)),
    )


def _details(sheet: YearSheet, sums: YearSums) -> Iterator[str]:
    for row in sheet.rows():
        yield "".join(action_entry(row, sheet, sums.own(row)))
