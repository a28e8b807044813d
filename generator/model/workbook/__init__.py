"""How a workbook lays out a year: its sheets and columns follow from the models, so that no field lacks its column."""

from generator.model.workbook.items_in_cells import items_of, written_items
from generator.model.workbook.sheets import (
    ACTION_COLUMN,
    EXAMPLE_MARK,
    LISTS,
    ORDER_COLUMN,
    READ_ME,
    TOTALS,
    Column,
    ColumnType,
    Sheet,
    action_sheets,
    programme_sheets,
    sheet_titled,
    workbook_sheets,
)
from generator.model.workbook.typed_rows import TypedRow, typed_rows

__all__ = [
    "ACTION_COLUMN",
    "EXAMPLE_MARK",
    "LISTS",
    "ORDER_COLUMN",
    "READ_ME",
    "TOTALS",
    "Column",
    "ColumnType",
    "Sheet",
    "TypedRow",
    "action_sheets",
    "items_of",
    "programme_sheets",
    "sheet_titled",
    "typed_rows",
    "workbook_sheets",
    "written_items",
]
