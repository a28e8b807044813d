"""What an officer types or moves in a workbook is read as she means it."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook as open_xlsx
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from generator.findings import dotted
from generator.load.workbook import LoadedWorkbook, read_workbook
from generator.model import Action
from tests.support.sample_workbooks import FIRST, cell_of, changed, sample

FILE = "programme.xlsx"
MARCH = datetime(2018, 3, 1)  # noqa: DTZ001 - a cell knows no time zone


def read(change: Callable[[Any], object]) -> LoadedWorkbook:
    return read_workbook(changed(change), FILE)


def first(loaded: LoadedWorkbook) -> Action:
    assert loaded.findings == ()
    value = loaded.actions["2018-01"].value
    assert value is not None
    return value


def fill(sheet: str, heading: str, value: object, number_format: str | None = None, row: int = 3) -> Any:
    def change(book: Any) -> None:
        cell = book[sheet][cell_of(book[sheet], heading, row)]
        cell.value = value
        if number_format is not None:
            cell.number_format = number_format

    return change


@pytest.mark.parametrize("typed", [MARCH, "2018-03-01", "01/03/2018", " 1/3/2018 "])
def test_a_day_is_a_date_or_a_text_that_says_one(typed: object) -> None:
    action = first(read(fill("Actions", "calendrier.fin", typed)))
    assert str(action.calendar.end) == "2018-03-01"


@pytest.mark.parametrize(
    ("typed", "shown", "amount"),
    [
        (12.5, "#,##0.00", "12.50"),
        (12, "General", "12"),
        (0.1 + 0.2, "General", "0.3"),
        (10.7, "#,##0.0000", "10.7000"),
        (-5, "0.00", "-5.00"),
        (999_999_999_999_999, "General", "999999999999999"),
        (1e-05, "General", "0.00001"),
        ("12 500,00", "@", "12500.00"),
        ("12\u202f500,50", "@", "12500.50"),
    ],
)
def test_an_amount_is_read_with_the_decimals_that_it_shows(typed: object, shown: str, amount: str) -> None:
    action = first(read(fill("Budget dépenses", "montant", typed, shown)))
    assert str(action.budget.expenses[0].amount) == amount


@pytest.mark.parametrize("typed", [True, "oui", "Oui", "OUI"])
def test_yes_is_a_word_or_a_box(typed: object) -> None:
    assert first(read(fill("Actions", "lieu_de_culte", typed))).worship is True


def test_a_number_whose_zeros_are_shown_is_read_as_shown() -> None:
    assert first(read(fill("Actions", "intitule", 501, "00000"))).title == "00501"
    assert first(read(fill("Actions", "intitule", "00501"))).title == "00501"


@pytest.mark.parametrize("typed", ["valmont", "Ville de Valmont [valmont]", "Ville [de] Valmont [ valmont ] "])
def test_an_identifier_is_read_from_behind_its_name(typed: str) -> None:
    assert first(read(fill("Budget dépenses", "payeur", typed))).budget.expenses[0].payer == "valmont"


def test_brackets_of_a_text_stay() -> None:
    assert first(read(fill("Actions", "intitule", "Ateliers [bis]"))).title == "Ateliers [bis]"


@pytest.mark.parametrize("typed", ["8\n12", "8\r\n12\r\n", "• 8\n• 12"])
def test_several_values_stand_one_a_line(typed: str) -> None:
    assert first(read(fill("Actions", "odd", typed))).sdgs == (8, 12)


def test_one_whole_number_may_be_a_number() -> None:
    assert first(read(fill("Actions", "odd", 8))).sdgs == (8,)
    assert first(read(fill("Actions", "comite_de_pilotage.reunions_par_an", 2.0))).steering is not None


def test_days_are_counted_from_the_day_that_the_workbook_says() -> None:
    def change(book: Any) -> None:
        book.epoch = CALENDAR_MAC_1904
        fill("Actions", "calendrier.fin", MARCH)(book)

    assert str(first(read(change)).calendar.end) == "2018-03-01"


# Rows and columns


def test_rows_may_be_sorted_and_their_rank_prevails() -> None:
    def swap(book: Any) -> None:
        page = book["Budget dépenses"]
        rows = [[cell.value for cell in page[row]] for row in (3, 4)]
        for row, values in zip((4, 3), rows, strict=True):
            for cell, value in zip(page[row], values, strict=True):
                cell.value = value

    assert first(read(swap)) == FIRST


def test_a_row_without_rank_follows_the_row_above() -> None:
    def insert(book: Any) -> None:
        page = book["Budget dépenses"]
        page.insert_rows(4)
        page["A4"], page["C4"] = "2018-01", "Repas"

    labels = [line.label for line in first(read(insert)).budget.expenses]
    assert labels == ["Salle", "Repas", "Train"]


def test_columns_may_be_moved_or_removed_and_headings_cased() -> None:
    def move(book: Any) -> None:
        page = book["Budget dépenses"]
        page.delete_cols(2)
        page.move_range("A1:H4", cols=3)
        page["D1"] = " Action"

    assert first(read(move)) == FIRST


def test_rows_that_only_name_an_action_and_the_example_are_nothing() -> None:
    def add(book: Any) -> None:
        page = book["Activités"]
        page["A9"], page["B9"] = "2018-01", 4
        page["A10"], page["C10"] = " (exemple) ", "à ne pas lire"
        book.create_sheet("notes de Camille")["B2"] = "à moi"
        book.create_sheet("Feuil1")

    assert first(read(add)) == FIRST


def test_the_sheet_of_totals_is_not_read() -> None:
    assert first(read(fill("Totaux", "devise", "=1/0"))) == FIRST


# Places


def test_every_value_has_its_cell_and_so_has_what_is_missing() -> None:
    loaded = read_workbook(sample(), FILE)
    places = loaded.actions["2018-01"].places
    expected = {
        ("numero",): "Actions!A3",
        ("budget", "devise"): "Actions!Q3",
        ("budget", "depenses"): "Budget dépenses!A1",
        ("budget", "depenses", 0, "montant"): "Budget dépenses!G3",
        ("budget", "depenses", 1, "payeur"): "Budget dépenses!I4",
        ("missions", 0, "id"): "Missions!C3",
        ("missions", 0, "sejour", "nuits"): "Missions!W3",
        ("missions", 0, "trajets", 1, "vers"): "Missions trajets!E4",
        ("odd", 1): "Actions!K3",
        ("calendrier",): "Actions!N3",
        ("signataires", 0, "nom"): "Actions!A3",
    }
    assert {dotted(path): str(places[path]) for path in expected} == {
        dotted(path): f"{FILE}:{where}" for path, where in expected.items()
    }
    assert str(loaded.actions["2018-02"].places["calendrier", "debut"]) == f"{FILE}:Actions!N4"
    assert str(loaded.programme.places["annee",]) == f"{FILE}:Programme!A2"


def test_what_was_read_can_be_sent_to_another_process() -> None:
    loaded = read_workbook(sample(), FILE)
    action = pickle.loads(pickle.dumps(loaded.actions["2018-01"]))  # noqa: S301 - what was pickled on the same line
    assert action.value == FIRST
    assert str(action.places["budget", "depenses", 0, "montant"]) == f"{FILE}:Budget dépenses!G3"


def test_a_copy_made_by_another_library_reads_the_same() -> None:
    stream = BytesIO()
    open_xlsx(BytesIO(sample())).save(stream)
    assert first(read_workbook(stream.getvalue(), FILE)) == FIRST
