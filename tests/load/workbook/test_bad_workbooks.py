"""What a workbook may not hold: each thing is told with its sheet and its cell, and none is read at a guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

import pytest

from generator.findings import Severity, dotted
from generator.load.workbook import read_workbook
from generator.messages import form_workbook
from tests.support.reading import plain
from tests.support.sample_workbooks import Change, changed

FILE = "programme.xlsx"
EXPENSES, LEGS = "Budget dépenses", "Missions trajets"
TOLD_ELSEWHERE = {"FO097", "FO098", "FO099", "FO100"}
"""What is said of what is written, of a sheet saved as text, and of a workbook without actions."""

FEBRUARY = datetime(2018, 2, 1)  # noqa: DTZ001 - a cell knows no time zone
MORNING = datetime(2018, 3, 1, 9, 30)  # noqa: DTZ001 - a cell knows no time zone
NOON = time(12, 30)


def typed(sheet: str, cell: str, value: object, number_format: str | None = None) -> Change:
    """Somebody types a value into a cell."""

    def change(book: Any) -> None:
        book[sheet][cell] = value
        if number_format is not None:
            book[sheet][cell].number_format = number_format

    return change


def done(sheet: str, act: Callable[[Any], object]) -> Change:
    """Somebody does something to a sheet."""
    return lambda book: act(book[sheet])


def _hide_row(page: Any) -> None:
    page.row_dimensions[4].hidden = True


def _hide_column(page: Any) -> None:
    page.column_dimensions["C"].hidden = True


def _hide_sheet(page: Any) -> None:
    page.sheet_state = "hidden"


def _rename(page: Any) -> None:
    page.title = "Mission"


def _add_sheet(book: Any) -> None:
    book.create_sheet("Brouillon")["B2"] = "à voir"


def _second_programme(page: Any) -> None:
    page["A3"], page["B3"] = 2019, "valmont-tazerout-2020"


def _nameless_mission(page: Any) -> None:
    page["C3"], page["D3"] = None, "Visite"


def _two_missions(page: Any) -> None:
    page["A4"], page["C4"] = "2018-01", "M1"


@dataclass(frozen=True)
class BadWorkbook:
    """Something done to the workbook, and what must be told: code, place, words, path."""

    name: str
    change: Change
    code: str
    place: str
    words: str
    path: str = ""

    def __str__(self) -> str:
        return f"{self.code}-{self.name}"


BAD = (
    BadWorkbook("feuille renommée", done("Missions", _rename), "FO072", "Mission!A1", "dire « Missions »"),
    BadWorkbook("feuille ajoutée", _add_sheet, "FO072", "Brouillon!A1", "feuille inconnue « Brouillon »"),
    BadWorkbook("feuille absente", lambda book: book.remove(book["Actions"]), "FO073", "", "« Actions » manque"),
    BadWorkbook("feuille masquée", done("Missions", _hide_sheet), "FO074", "Missions!A1", "masquée"),
    BadWorkbook("ligne masquée", done(EXPENSES, _hide_row), "FO075", EXPENSES + "!A4", "action 2018-01 : la ligne 4"),
    BadWorkbook("colonne masquée", done(EXPENSES, _hide_column), "FO076", EXPENSES + "!C1", "« libelle » est masquée"),
    BadWorkbook("fusion", done(EXPENSES, lambda page: page.merge_cells("A3:A4")), "FO077", EXPENSES + "!A3", "A3:A4"),
    BadWorkbook("formule", typed(EXPENSES, "G3", "=1+1"), "FO078", EXPENSES + "!G3", "formule =1+1"),
    BadWorkbook("erreur", typed(EXPENSES, "G3", "#REF!"), "FO079", EXPENSES + "!G3", "#REF!"),
    BadWorkbook("en-tête changé", typed(EXPENSES, "G1", "montants"), "FO080", EXPENSES + "!G1", "dire « montant »"),
    BadWorkbook("en-tête effacé", typed("Missions", "C1", None), "FO081", "Missions!A1", "« id » manque"),
    BadWorkbook("en-tête en double", typed(EXPENSES, "J1", "montant"), "FO082", EXPENSES + "!J1", "en G1"),
    BadWorkbook("sans en-tête", typed(EXPENSES, "K4", "x"), "FO083", EXPENSES + "!K4", "pas d’en-tête"),
    BadWorkbook("au bout", typed(EXPENSES, "XFD1048576", "x"), "FO084", EXPENSES + "!XFD1048576", "loin"),
    BadWorkbook("zéro perdu", typed("Actions", "D3", 501), "FO085", "Actions!D3", "nombre 501", "intitule"),
    BadWorkbook("numéro en date", typed("Actions", "A4", FEBRUARY), "FO086", "Actions!A4", "01/02/2018"),
    BadWorkbook("heure seule", typed("Actions", "D3", NOON), "FO086", "Actions!D3", "12:30", "intitule"),
    BadWorkbook("vingt chiffres", typed(EXPENSES, "G3", 12345678901234567890), "FO087", EXPENSES + "!G3", "quinze"),
    BadWorkbook(
        "date et heure",
        typed("Actions", "N3", MORNING),
        "FO088",
        "Actions!N3",
        "01/03/2018 09:30",
        "calendrier.debut",
    ),
    BadWorkbook("pourcentage", typed(EXPENSES, "G3", 0.5, "0.00%"), "FO089", EXPENSES + "!G3", "pourcentage"),
    BadWorkbook("ligne sans action", typed(EXPENSES, "A4", None), "FO090", EXPENSES + "!A4", "quelle action"),
    BadWorkbook("action sans numéro", typed("Actions", "A4", None), "FO090", "Actions!A4", "quelle action"),
    BadWorkbook("action inconnue", typed(EXPENSES, "A4", "2018-09"), "FO091", EXPENSES + "!A4", "« 2018-09 »"),
    BadWorkbook("mission inconnue", typed(LEGS, "B3", "M9"), "FO092", LEGS + "!B3", "« M9 »"),
    BadWorkbook("mission vide", typed(LEGS, "B3", None), "FO092", LEGS + "!B3", "cellule vide"),
    BadWorkbook("mission en double", done("Missions", _two_missions), "FO093", LEGS + "!B3", "plusieurs lignes"),
    BadWorkbook("numéro en double", typed("Actions", "A4", "2018-01"), "FO094", "Actions!A4", "et en A3", "numero"),
    BadWorkbook(
        "cellule vide",
        done("Missions", _nameless_mission),
        "FO095",
        "Missions!C3",
        "action 2018-01 : la cellule est vide",
    ),
    BadWorkbook("deux programmes", done("Programme", _second_programme), "FO096", "Programme!A3", "deuxième"),
    BadWorkbook(
        "date en lettres", typed("Actions", "N3", "mars 2018"), "FO041", "Actions!N3", "mars 2018", "calendrier.debut"
    ),
    BadWorkbook(
        "montant avec devise",
        typed(EXPENSES, "G3", "12 €"),
        "FO043",
        EXPENSES + "!G3",
        "action 2018-01 : « 12 € »",
        "budget.depenses[0].montant",
    ),
    BadWorkbook("rang en lettres", typed(EXPENSES, "B3", "premier"), "FO044", EXPENSES + "!B3", "premier"),
    BadWorkbook("objectif faux", typed("Actions", "K3", "8\nneuf"), "FO044", "Actions!K3", "neuf", "odd[1]"),
    BadWorkbook("caractère invisible", typed("Actions", "D3", "a\u2028b"), "FO009", "Actions!D3", "U+2028", "intitule"),
    BadWorkbook("programme vidé", typed("Programme", "A2", None), "FO095", "Programme!A2", "« annee »", "annee"),
)


@pytest.mark.parametrize("bad", BAD, ids=str)
def test_what_may_not_stand_in_a_workbook_is_told_at_its_cell(bad: BadWorkbook) -> None:
    loaded = read_workbook(changed(bad.change), FILE)
    found = [finding for finding in loaded.findings if finding.code == bad.code]
    assert found, [(one.code, str(one.place), one.message) for one in loaded.findings]
    where = {str(finding.place).removeprefix(FILE).removeprefix(":") for finding in found}
    assert bad.place in where
    finding = next(one for one in found if str(one.place).endswith(bad.place))
    assert bad.words in plain(finding.message)
    assert finding.severity is Severity.ERROR
    assert finding.fix
    assert not re.search(r"\{[a-z_]+\}|None|Error|\['", finding.message + finding.fix)
    if bad.path:
        assert dotted(finding.path) == bad.path
    touched = [loaded.programme, *loaded.actions.values()]
    assert any(one.value is None for one in touched)


def test_every_message_about_workbooks_has_its_case() -> None:
    codes = {bad.code for bad in BAD} | {"FO070", "FO071"} | TOLD_ELSEWHERE
    assert {message.code for message in form_workbook.MESSAGES} <= codes


def test_a_formula_elsewhere_does_not_hide_the_rest_of_the_action() -> None:
    loaded = read_workbook(changed(typed(EXPENSES, "G3", "=1+1")), FILE)
    action = loaded.actions["2018-01"]
    assert action.value is None
    assert action.partial is not None
    assert action.partial.budget.expenses[1].label == "Train"
    assert action.is_uncertain(("budget", "depenses", 0, "montant"))
    assert loaded.actions["2018-02"].value is not None


def test_a_formula_in_what_a_row_belongs_to_is_told_alone() -> None:
    for cell in ("A3", "B3"):
        loaded = read_workbook(changed(typed(LEGS, cell, "=C3")), FILE)
        assert [(one.code, one.place.cell) for one in loaded.findings] == [("FO078", cell)]


def test_a_row_or_sheet_that_is_told_leaves_the_other_actions_alone() -> None:
    loaded = read_workbook(changed(done(EXPENSES, _hide_row)), FILE)
    assert loaded.actions["2018-01"].value is None
    assert loaded.actions["2018-02"].value is not None
    assert loaded.programme.value is not None


def test_an_emptied_workbook_says_what_is_missing_where() -> None:
    loaded = read_workbook(changed(typed("Programme", "B2", None)), FILE)
    (finding,) = loaded.findings
    assert str(finding.place) == f"{FILE}:Programme!B2"
