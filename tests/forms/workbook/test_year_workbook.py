"""The workbook of a year: stable bytes, help, lists, an example, totals, and nothing closed but what is not typed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook as open_xlsx
from openpyxl.workbook.workbook import Workbook as Opened
from openpyxl.worksheet.worksheet import Worksheet as Page

from generator.forms.workbook import YearValues, workbook_bytes
from generator.load import load_action, load_framework, load_programme
from generator.load.workbook import load_workbook, read_workbook
from generator.model.workbook import EXAMPLE_MARK, workbook_sheets
from generator.workspace import Workspace, actions_in
from tests.support.outside_tools import convert, needs
from tests.support.places import ROOT
from tests.support.sample_workbooks import FIRST, PROGRAMME, SECOND, cell_of, changed

WORKSPACE = Workspace(ROOT)
every_sheet = pytest.mark.parametrize("title", [sheet.title for sheet in workbook_sheets()])


@cache
def year() -> YearValues:
    """The example's year."""
    framework = load_framework("dijon-chefchaouen-2016", WORKSPACE).value
    programme = load_programme(ROOT / "inputs/2017", WORKSPACE)
    actions = [load_action(path, WORKSPACE).value for path in actions_in(ROOT / "inputs/2017")]
    assert programme is not None
    return YearValues(2017, framework, programme.value, [action for action in actions if action is not None])


@cache
def opened(*, empty: bool = False) -> Opened:
    values = YearValues(2018, year().framework) if empty else year()
    return open_xlsx(BytesIO(workbook_bytes(values)))


def page(title: str, *, empty: bool = False) -> Page:
    found = opened(empty=empty)[title]
    assert isinstance(found, Page)
    return found


def offered(sheet: Page, heading: str) -> list[str]:
    """Where the drop-down lists of a column take their values."""
    cell = cell_of(sheet, heading, 3)
    return [str(rule.formula1) for rule in sheet.data_validations.dataValidation if cell in rule.sqref]


# Bytes


def test_the_same_values_give_the_same_bytes_in_another_process_on_another_day(tmp_path: Path) -> None:
    code = (
        "import sys, datetime, generator.forms.workbook as forms;"
        "from tests.support.sample_workbooks import *;"
        "open(sys.argv[1], 'wb').write(forms.workbook_bytes(forms.YearValues(2018, None, PROGRAMME, (FIRST, SECOND))))"
    )
    written = tmp_path / "a.xlsx"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"}
    subprocess.run([sys.executable, "-c", code, str(written)], check=True, env=environment, cwd=tmp_path)
    data = written.read_bytes()
    assert data == workbook_bytes(YearValues(2018, None, PROGRAMME, (FIRST, SECOND)))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}
        assert b"2000-01-01" in archive.read("docProps/core.xml")


def test_an_empty_workbook_lacks_nothing_but_actions() -> None:
    loaded = read_workbook(workbook_bytes(YearValues(2018, year().framework)), "2018.xlsx")
    assert loaded.findings == ()
    assert loaded.programme.value is not None
    assert loaded.programme.value.year == 2018
    assert loaded.programme.value.framework == "dijon-chefchaouen-2016"
    assert loaded.actions == {}


# Sheets


@every_sheet
def test_each_heading_has_its_help_and_stays_in_sight(title: str) -> None:
    sheet = page(title)
    assert sheet.freeze_panes is not None
    heads = [cell for cell in sheet[1] if cell.value]
    assert heads
    for cell in heads:
        assert cell.comment is not None
        assert len(cell.comment.text) > 3
        assert cell.protection.locked


@every_sheet
def test_what_is_typed_is_open_on_a_protected_sheet(title: str) -> None:
    sheet = page(title)
    assert sheet.protection.sheet
    assert all(
        not cell.protection.locked for row in sheet.iter_rows(min_row=2, max_row=4) for cell in row if cell.value
    )
    for letter in ("A", "B", "C"):
        if letter in sheet.column_dimensions:
            assert not sheet.column_dimensions[letter].protection.locked


@every_sheet
def test_each_list_of_the_workbook_shows_an_example_that_is_not_read(title: str) -> None:
    marks = [cell.value for cell in page(title, empty=True)["A"][1:] if cell.value == EXAMPLE_MARK]
    assert len(marks) == (title != "Programme")


def test_lists_show_names_and_keep_identifiers_and_refer_to_a_hidden_sheet() -> None:
    lists = opened()["Listes"]
    assert lists.sheet_state == "hidden"
    assert offered(page("Budget dépenses"), "payeur")[0].startswith("Listes!")
    assert offered(page("Actions"), "axe")[0].startswith("Listes!")
    assert offered(page("Missions trajets"), "moyen")[0].startswith("Listes!")
    assert offered(page("Budget dépenses"), "devise")[0].startswith("Listes!")
    assert offered(page("Budget dépenses"), "action") == ["Actions!$A$2:$A$2000"]
    assert offered(page("Missions trajets"), "missions.id") == ["'Missions'!$C$2:$C$2000"]
    values = [str(cell.value) for row in lists.iter_rows() for cell in row]
    assert "Ville de Dijon [dijon]" in values
    assert page("Missions")["E3"].value == "Ville de Dijon [dijon]"


def test_every_value_of_an_enumeration_is_offered_and_no_other_is_admitted() -> None:
    sheet = page("Missions voyageurs")
    cell = cell_of(sheet, "qualite", 3)
    (rule,) = [rule for rule in sheet.data_validations.dataValidation if cell in rule.sqref]
    assert rule.showErrorMessage
    column = rule.formula1.split("$")[1]
    offered_values = [cell.value for cell in opened()["Listes"][column][1:] if cell.value]
    assert offered_values == ["elu", "agent", "tiers"]


def test_dates_and_amounts_are_numbers_and_identifiers_are_texts() -> None:
    sheet = page("Missions voyageurs")
    assert sheet[cell_of(sheet, "numero_ordre", 3)].number_format == "@"
    expenses = page("Budget dépenses")
    amount = expenses[cell_of(expenses, "montant", 3)]
    assert (amount.value, amount.number_format) == (6500, "#,##0.00")
    start = page("Actions")[cell_of(page("Actions"), "calendrier.debut", 3)]
    assert (start.is_date, start.number_format) == (True, "dd/mm/yyyy")


def test_a_text_that_starts_as_a_formula_is_a_text_for_every_program() -> None:
    action = FIRST.model_copy(update={"title": "=HYPERLINK(1)"})
    sheet = open_xlsx(BytesIO(workbook_bytes(YearValues(2018, None, None, (action,)))))["Actions"]
    cell = sheet[cell_of(sheet, "intitule", 3)]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_totals_are_formulas_that_bear_their_values() -> None:
    data = workbook_bytes(year())
    formulas, values = open_xlsx(BytesIO(data))["Totaux"], open_xlsx(BytesIO(data), data_only=True)["Totaux"]
    assert str(formulas["C3"].value).startswith("=IF(")
    assert [cell.value for cell in values[3]] == ["2017-01", "EUR", 12640, 12640, 0, 7]
    assert formulas.protection.sheet
    assert all(cell.protection.locked for row in formulas.iter_rows(max_row=4) for cell in row)


def test_the_first_sheet_leads_to_every_other() -> None:
    cells = [row[0] for row in page("Lisez-moi").iter_rows()]
    links = {str(cell.hyperlink.location).split("!")[0].strip("'") for cell in cells if cell.hyperlink}
    assert {sheet.title for sheet in workbook_sheets()} <= links


# LibreOffice


def test_libreoffice_opens_it_saves_it_and_nothing_is_lost(tmp_path: Path) -> None:
    needs("soffice", to="save a workbook")
    given = tmp_path / "given"
    given.mkdir()
    (given / "full.xlsx").write_bytes(workbook_bytes(year()))
    (given / "filled.xlsx").write_bytes(changed(_fill, workbook_bytes(YearValues(2018, year().framework))))
    convert([given / "full.xlsx", given / "filled.xlsx"], tmp_path, "xlsx:Calc MS Excel 2007 XML")
    full = load_workbook(tmp_path / "full.xlsx", "full.xlsx")
    assert full.findings == ()
    assert full.programme.value == year().programme
    assert [action.value for action in full.actions.values()] == list(year().actions)
    filled = load_workbook(tmp_path / "filled.xlsx", "filled.xlsx")
    assert filled.findings == ()
    action = filled.actions["2018-01"].value
    assert action is not None
    assert action.axis == "attractivite_rayonnement"
    assert str(action.budget.expenses[0].amount) == "12.50"
    assert action.sdgs == (8, 12)
    totals = open_xlsx(tmp_path / "full.xlsx", data_only=True)["Totaux"]
    assert [cell.value for cell in totals[3]][:3] == ["2017-01", "EUR", 12640]


def _fill(book: Opened) -> None:
    """An officer fills a few cells."""
    actions, expenses = book["Actions"], book["Budget dépenses"]
    for heading, value in {
        "numero": "2018-01",
        "convention": "dijon-chefchaouen-2016",
        "axe": "Attractivité et rayonnement [attractivite_rayonnement]",
        "odd": "8\n12",
    }.items():
        actions[cell_of(actions, heading, 3)] = value
    for heading, value in {"action": "2018-01", "libelle": "Salle", "montant": 12.5}.items():
        expenses[cell_of(expenses, heading, 3)] = value
