"""What was typed in a programme or in an action, row by row: for each sheet, the values of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import BaseModel

from generator.model.action import Action
from generator.model.workbook.sheets import ACTION_COLUMN, ORDER_COLUMN, Sheet


class TypedRow(NamedTuple):
    """A row of a sheet: its sheet's name, then its values by heading; what was not typed has none."""

    title: str
    values: dict[str, Any]


def typed_rows(value: BaseModel, sheets: Sequence[Sheet]) -> Iterator[TypedRow]:
    """Yield the rows of a programme or of an action.

    Args:
        value: the whole of it.
        sheets: those of its model, its own first.
    """
    own, *others = sheets
    below: dict[str, list[Sheet]] = {}
    for sheet in others:
        if sheet.parent is not None:
            below.setdefault(sheet.parent.title, []).append(sheet)
    references = {ACTION_COLUMN: value.number} if isinstance(value, Action) else {}
    yield from _rows_of(value, own, {}, references, below)


def _rows_of(
    item: BaseModel,
    sheet: Sheet,
    leading: Mapping[str, object],
    action: Mapping[str, object],
    below: Mapping[str, list[Sheet]],
) -> Iterator[TypedRow]:
    values = dict(leading)
    for column in sheet.columns:
        typed = typed_at(item, column.attributes)
        if typed is not None and typed != ():
            values[column.heading] = typed
    yield TypedRow(sheet.title, values)
    for inner in below.get(sheet.title, ()):
        above = {inner.parent_heading: values.get(sheet.name_heading)} if inner.parent_heading else {}
        for rank, one in enumerate(typed_at(item, inner.attributes) or (), 1):
            yield from _rows_of(one, inner, {**action, **above, ORDER_COLUMN: rank}, action, below)


def typed_at(item: BaseModel, attributes: Sequence[str]) -> Any:  # noqa: ANN401 - whatever a field holds
    """Return what was typed in a field of a group, through groups; None when nothing was."""
    value: Any = item
    for name in attributes:
        if value is None or name not in value.model_fields_set:
            return None
        value = getattr(value, name)
    return value
