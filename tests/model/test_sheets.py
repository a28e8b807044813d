"""The sheets of a workbook: every field of the models has its column, and an officer finds her way."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from generator.model import Action, Programme
from generator.model.typed_keys import entry_in, fields_of
from generator.model.workbook import (
    ACTION_COLUMN,
    LISTS,
    ORDER_COLUMN,
    READ_ME,
    TOTALS,
    Sheet,
    action_sheets,
    items_of,
    programme_sheets,
    sheet_titled,
    workbook_sheets,
    written_items,
)
from generator.model.workbook.sheet_titles import OF_THE_ACTIONS, OF_THE_PROGRAMME

every_sheet = pytest.mark.parametrize("sheet", workbook_sheets(), ids=lambda sheet: sheet.title)


def scalars(entry: type[BaseModel], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of all that can be typed in an entry, through groups and lists."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        if inner is None:
            yield (*path, key)
        else:
            yield from scalars(inner, (*path, key))


@pytest.mark.parametrize(("model", "sheets"), [(Action, action_sheets()), (Programme, programme_sheets())])
def test_every_field_of_the_models_has_one_column(model: type[BaseModel], sheets: tuple[Sheet, ...]) -> None:
    columns = [(*sheet.path, *column.path) for sheet in sheets for column in sheet.columns]
    assert sorted(columns) == sorted(scalars(model))


@every_sheet
def test_a_sheet_has_a_name_that_a_workbook_admits_and_no_heading_twice(sheet: Sheet) -> None:
    assert 0 < len(sheet.title) <= 31
    assert not re.search(r"[\[\]:*?/\\']", sheet.title)
    assert len(set(map(str.casefold, sheet.headings))) == len(sheet.headings)


@every_sheet
def test_the_first_columns_say_what_a_row_belongs_to(sheet: Sheet) -> None:
    if sheet.parent is None:
        assert sheet.references == ()
        assert sheet.columns[0].is_required
    elif sheet.model is Action:
        assert sheet.headings[0] == ACTION_COLUMN
        assert sheet.references[-1] == ORDER_COLUMN
    else:
        assert sheet.headings[0] == ORDER_COLUMN


def test_no_two_sheets_share_a_name_and_no_name_is_for_nothing() -> None:
    titles = [sheet.title.casefold() for sheet in workbook_sheets()]
    assert len(set(titles)) == len(titles)
    assert {READ_ME.casefold(), LISTS.casefold(), TOTALS.casefold()}.isdisjoint(titles)
    for sheets, names in ((action_sheets(), OF_THE_ACTIONS), (programme_sheets(), OF_THE_PROGRAMME)):
        assert {".".join(sheet.path) for sheet in sheets} >= set(names)


def test_a_list_in_a_list_names_the_row_above() -> None:
    legs = sheet_titled("missions TRAJETS")
    assert legs is not None
    assert legs.references == ("action", "missions.id", "ordre")
    assert legs.keys_below_parent == ("trajets",)
    assert sheet_titled("Feuil1") is None


def test_columns_know_what_they_hold() -> None:
    by_heading = {(sheet.title, column.heading): column for sheet in workbook_sheets() for column in sheet.columns}
    assert by_heading["Budget dépenses", "devise"].holds_currencies
    assert by_heading["Missions", "pays"].holds_countries
    assert by_heading["Actions", "axe"].holds_identifiers
    assert not by_heading["Actions", "intitule"].holds_identifiers
    assert by_heading["Actions", "odd"].is_list
    assert {column.type for column in by_heading.values()} == {"texte", "date", "montant", "entier", "oui_non", "choix"}


# Items in one cell

LINES = st.text(st.sampled_from("a b↳•-\t"), min_size=1, max_size=6)
ITEMS = st.lists(st.lists(LINES, min_size=1, max_size=3).map("\n".join).map(str.strip).filter(bool), max_size=4)


@given(ITEMS)
def test_items_written_into_a_cell_are_read_back(items: list[str]) -> None:
    assert items_of(written_items(items)) == items


def test_items_are_typed_one_a_line_with_or_without_bullets() -> None:
    assert items_of("annoncer\n\n • prêter une salle \n• recevoir") == ["annoncer", "prêter une salle ", "recevoir"]
    assert items_of("une ligne\n↳ et sa suite\nautre") == ["une ligne\net sa suite", "autre"]
