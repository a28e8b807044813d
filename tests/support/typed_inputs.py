"""Inputs made up from the models themselves: whatever their fields admit, typed as people type it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from hypothesis import strategies as st
from pydantic import BaseModel

from generator.forms.field_meanings import admitted_values
from generator.load.decoding import FORBIDDEN
from generator.model.typed_keys import entry_in, fields_of, is_list
from generator.model.workbook import Column, ColumnType, Sheet, action_sheets, programme_sheets

T = TypeVar("T")

IDENTIFIERS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._-]{0,8}", fullmatch=True)
_SIGNS = "\n\n\t  ’'\"«»[]{}()=+-@#:;,.%&<>|>!*?/\\_↳•–—…\u00a0\u202féàçœÆ€~0123456789abcdeXYZ"
TEXTS = (
    st.text(st.one_of(st.sampled_from(_SIGNS), st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=40)
    .map(lambda text: FORBIDDEN.sub("", text))
    .filter(lambda text: text.strip() != "")
)
WORDS = st.sampled_from(
    ["oui", "non", "null", "~", "true", "012", "1_000", "2017-02-30", "- un", "_x000D_", "_x0041_", "=1+1", "[a]"]
)
DAYS = st.dates(date(1, 1, 1)).map(date.isoformat)
AMOUNTS = st.one_of(
    st.decimals(Decimal(1 - 10**15), Decimal(10**15 - 1), allow_nan=False, places=2),
    st.decimals(Decimal(0), Decimal(1000), allow_nan=False, places=10),
    st.decimals(Decimal(0), Decimal(1000), allow_nan=False, places=1),
).map(lambda amount: format(amount, "f"))
WHOLES = st.integers(0, 999_999_999).map(str)


def values_of(column: Column) -> st.SearchStrategy[Any]:
    """What may be typed under one field."""
    one: st.SearchStrategy[Any] = {
        ColumnType.DAY: DAYS,
        ColumnType.DECIMAL: AMOUNTS,
        ColumnType.WHOLE: WHOLES,
        ColumnType.YES_NO: st.sampled_from(["oui", "non"]),
        ColumnType.CHOICE: st.sampled_from(admitted_values(column.field.annotation) or ("",)),
        ColumnType.TEXT: _texts(column),
    }[column.type]
    return st.lists(one, min_size=1, max_size=3) if column.is_list else one


def _texts(column: Column) -> st.SearchStrategy[str]:
    if column.holds_currencies:
        return st.sampled_from(["EUR", "MAD", "XYZ"])
    if column.holds_countries:
        return st.sampled_from(["FR", "MA"])
    if column.path[-1].startswith("sha256"):
        return st.text("0123456789abcdef", min_size=64, max_size=64)
    return IDENTIFIERS if column.holds_identifiers else TEXTS | WORDS


@st.composite
def groups(draw: st.DrawFn, sheet: Sheet, sheets: tuple[Sheet, ...]) -> dict[str, Any]:
    """One item of a list, or a whole input, with what stands below it."""
    group: dict[str, Any] = {}
    optional = [column for column in sheet.columns if not column.is_required]
    chosen = draw(_some(optional, 6))
    for column in [*(column for column in sheet.columns if column.is_required), *chosen]:
        _put(group, column.path, draw(values_of(column)))
    _complete(group, sheet.entry, draw)
    below = [inner for inner in sheets if inner.parent is sheet]
    for inner in draw(_some(below, 3)):
        items = draw(st.lists(groups(inner, sheets), min_size=1, max_size=3))
        named = {item.get("id", rank): item for rank, item in enumerate(items)}
        _put(group, inner.keys_below_parent, list(named.values()))
        _complete(group, sheet.entry, draw)
    return group


def _some(choices: list[T], most: int) -> st.SearchStrategy[list[T]]:
    """A few of some things, none twice."""
    return st.lists(st.sampled_from(choices), max_size=most, unique_by=id) if choices else st.just([])


def _put(group: dict[str, Any], path: tuple[str, ...], value: object) -> None:
    for key in path[:-1]:
        group = group.setdefault(key, {})
    group[path[-1]] = value


def _complete(group: dict[str, Any], entry: type[BaseModel], draw: st.DrawFn) -> None:
    """Give the groups that were begun the keys that they cannot be without."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        if inner is not None and isinstance(group.get(key), dict) and not is_list(field.annotation):
            _complete(group[key], inner, draw)
        elif field.is_required() and key not in group:
            assert field.annotation is str, key
            group[key] = draw(IDENTIFIERS)


def actions() -> st.SearchStrategy[dict[str, Any]]:
    """An action, as a tree of text."""
    return groups(action_sheets()[0], action_sheets())


def programmes() -> st.SearchStrategy[dict[str, Any]]:
    """A programme, as a tree of text."""
    return groups(programme_sheets()[0], programme_sheets())


def without_empty(value: Any) -> Any:
    """What was typed in an input, without groups and lists in which nothing was: sheets cannot tell them from none."""
    if isinstance(value, BaseModel):
        return without_empty(value.model_dump(by_alias=True, exclude_unset=True))
    if isinstance(value, dict):
        kept = {key: without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ({}, [], None)}
    if isinstance(value, list | tuple):
        return [item for one in value if (item := without_empty(one)) not in ({}, [], None)]
    return value
