"""The money of a year: by axis and by party, each currency by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeVar

from generator.reports.hypertext import amount, said, table, written
from generator.reports.sheet_sums import YearSums
from generator.reports.year_sheet import YearSheet

T = TypeVar("T")

_NO_AXIS = "Sans axe"
_NO_PARTY = "Autres : organismes et cofinanceurs"
_NO_CURRENCY = "non précisée"


def money_section(sheet: YearSheet, sums: YearSums) -> Iterator[str]:
    """Write what the year plans, and what it has spent where an action tells it."""
    if not sums.axes and not sums.parties:
        yield f"<p>{said('Aucun montant n’est connu.')}</p>\n"
        return
    spent = ("Dépensé",) if sums.is_spent_known else ()
    axes = [
        (*key, total.actions, (total.planned, *_if(sums, total.spent)))
        for key, total in _ordered(sums.axes, sheet.axes)
    ]
    yield from table(
        "Dépenses par axe",
        ("Axe", "Devise", "Actions", "Prévu", *spent),
        (
            (_name(sheet.axes, axis, _NO_AXIS), _currency(unit), str(count), *_amounts(values, unit))
            for axis, unit, count, values in axes
        ),
        figures=2 + len(spent),
        sums=_sums([(unit, values) for _, unit, _, values in axes], [count for _, _, count, _ in axes]),
    )
    parties = [
        (*key, (total.cash, total.in_kind, total.cash + total.in_kind, *_if(sums, total.spent)))
        for key, total in _ordered(sums.parties, sheet.parties)
    ]
    yield from table(
        "Apports par partie",
        ("Partie", "Devise", "Numéraire", "Valorisation", "Ensemble", *spent),
        (
            (_name(sheet.parties, party, _NO_PARTY), _currency(unit), *_amounts(values, unit))
            for party, unit, values in parties
        ),
        figures=3 + len(spent),
        sums=_sums([(unit, values) for _, unit, values in parties]),
    )
    yield from _notes(sums)


def _notes(sums: YearSums) -> Iterator[str]:
    yield f'<p class="note">{said("Des montants de devises différentes ne sont jamais additionnés.")}</p>\n'
    if sums.untold:
        words = "action n’est pas comptée" if sums.untold == 1 else "actions ne sont pas comptées"
        text = f"{sums.untold} {words} dans le prévu : une dépense n’a pas de montant dans la devise du budget."
        yield f'<p class="note">{said(text)}</p>\n'
    if sums.without_amount:
        words = "apport n’a pas" if sums.without_amount == 1 else "apports n’ont pas"
        yield f'<p class="note">{said(f"{sums.without_amount} {words} encore de montant.")}</p>\n'


def _if(sums: YearSums, spent: Decimal | None) -> tuple[Decimal | None, ...]:
    return (spent,) if sums.is_spent_known else ()


def _ordered(totals: Mapping[tuple[str, str], T], names: Iterable[str]) -> list[tuple[tuple[str, str], T]]:
    ranks = {identifier: rank for rank, identifier in enumerate(names)}
    return sorted(totals.items(), key=lambda item: (ranks.get(item[0][0], len(ranks)), item[0][0] == "", item[0]))


def _name(names: Mapping[str, str], identifier: str, without: str) -> str:
    return written(names.get(identifier, identifier)) if identifier else said(without)


def _currency(unit: str) -> str:
    return written(unit) if unit else said(_NO_CURRENCY)


def _amounts(values: Sequence[Decimal | None], unit: str) -> list[str]:
    return [amount(value, unit) for value in values]


def _sums(lines: Sequence[tuple[str, Sequence[Decimal | None]]], counts: Sequence[int] = ()) -> Iterator[Sequence[str]]:
    """Yield a row of sums for each currency; what is not known is left out of them, nothing known gives nothing."""
    by_unit: dict[str, list[tuple[int, Sequence[Decimal | None]]]] = defaultdict(list)
    for rank, (unit, values) in enumerate(lines):
        by_unit[unit].append((rank, values))
    for unit, ranked in by_unit.items():
        columns = zip(*(values for _, values in ranked), strict=True)
        totals = [
            sum(known, Decimal(0)) if (known := [v for v in column if v is not None]) else None for column in columns
        ]
        count = [str(sum(counts[rank] for rank, _ in ranked))] if counts else []
        yield said("Ensemble"), _currency(unit), *count, *_amounts(totals, unit)
