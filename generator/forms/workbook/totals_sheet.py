"""The sheet of totals: what each action's budget adds up to, by formulas that nobody types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from generator.forms.workbook.cell_formats import CellFormats
from generator.forms.workbook.sheet_writing import LAST_ROW
from generator.model import Action
from generator.model.budget import Expense, Resource
from generator.model.workbook import EXAMPLE_MARK, action_sheets

_SPARE_ROWS: Final = 40
"""Rows for actions that are still to be typed."""

_AMOUNT: Final = "#,##0.00"
_HEADINGS: Final = (
    ("action", 13),
    ("devise", 13),
    ("dépenses", 18),
    ("ressources", 18),
    ("écart", 18),
    ("lignes en d’autres devises", 18),
)
_EXPENSES, _RESOURCES = "Budget dépenses", "Budget ressources"


def write_totals(page: Worksheet, actions: Sequence[Action], formats: CellFormats) -> None:
    """Write the totals of each row of the actions' sheet, with the values that its formulas have."""
    for rank, (heading, width) in enumerate(_HEADINGS):
        page.write_string(0, rank, heading, formats.heading())
        page.set_column(rank, rank, width)
    page.write_comment(0, 5, "Ces lignes ne sont pas additionnées : il faudrait les convertir.", {"x_scale": 2})
    for line in range(2, len(actions) + _SPARE_ROWS + 3):
        action = actions[line - 3] if 0 <= line - 3 < len(actions) else None
        _write_row(page, line, action, formats)
    page.conditional_format(
        1, 4, len(actions) + _SPARE_ROWS + 1, 4,
        {"type": "formula", "criteria": "=AND(ISNUMBER($E2),ROUND($E2,2)<>0)", "format": formats.warning()},
    )  # fmt: skip
    page.freeze_panes(1, 1)
    page.protect("", {"format_columns": True, "autofilter": True})


def _write_row(page: Worksheet, line: int, action: Action | None, formats: CellFormats) -> None:
    number, currency = f"Actions!$A{line}", f"Actions!${_letter('Actions', 'budget.devise')}{line}"
    is_empty = f'OR({number}="",{number}="{EXAMPLE_MARK}")'
    text, amount, count = formats.computed(), formats.computed(_AMOUNT), formats.computed("0")
    expenses, resources = (_sum_in(sheet, line) for sheet in (_EXPENSES, _RESOURCES))
    others = "+".join(_count_of_others(sheet, line) for sheet in (_EXPENSES, _RESOURCES))
    spent = _known(action, lambda one: _added(one, one.budget.expenses))
    brought = _known(action, lambda one: _added(one, one.budget.resources))
    gap = _known(action, lambda one: _added(one, one.budget.expenses) - _added(one, one.budget.resources))
    cells = (
        (f"{number}", text, action.number if action else ""),
        (f'{currency}&""', text, (action.budget.currency or "") if action else ""),
        (expenses, amount, spent),
        (resources, amount, brought),
        (f"ROUND($C{line}-$D{line},2)", amount, gap),
        (others, count, _known(action, _others)),
    )
    for rank, (formula, look, value) in enumerate(cells):
        page.write_formula(line - 1, rank, f'=IF({is_empty},"",{formula})', look, value)


def _sum_in(sheet: str, line: int) -> str:
    """The formula that adds up the lines of an action that are in the currency of its budget."""
    own = f'(({_range(sheet, "devise")}="")+({_range(sheet, "devise")}=$B{line}))>0'
    return f"SUMPRODUCT(({_range(sheet, 'action')}=$A{line})*({own}),{_range(sheet, 'montant')})"


def _count_of_others(sheet: str, line: int) -> str:
    other = f'({_range(sheet, "devise")}<>"")*({_range(sheet, "devise")}<>$B{line})'
    return f"SUMPRODUCT(({_range(sheet, 'action')}=$A{line})*{other})"


def _range(title: str, heading: str) -> str:
    letter = _letter(title, heading)
    return f"'{title}'!${letter}$2:${letter}${LAST_ROW}"


def _letter(title: str, heading: str) -> str:
    sheet = next(sheet for sheet in action_sheets() if sheet.title == title)
    return str(xl_col_to_name(sheet.headings.index(heading)))


def _known(action: Action | None, value: Callable[[Action], Decimal | int]) -> float | str:
    return "" if action is None else float(value(action))


def _added(action: Action, lines: Sequence[Expense | Resource]) -> Decimal:
    own = (line.amount for line in lines if line.currency in {None, action.budget.currency} and line.amount is not None)
    return sum(own, Decimal(0))


def _others(action: Action) -> int:
    lines = (*action.budget.expenses, *action.budget.resources)
    return sum(line.currency not in {None, action.budget.currency} for line in lines)
