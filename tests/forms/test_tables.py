"""Tables for a spreadsheet: stable bytes, and no text that a spreadsheet would run."""

import csv
import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from lxml import etree

from generator.forms.tables import Cell, TableColumn, csv_table, xlsx_table

COLUMNS = (TableColumn("Objet", 30), TableColumn("Montant"), TableColumn("Jour"), TableColumn("Nombre"))
ROW: tuple[Cell, ...] = ("Régie « A » ; suite\nfin", Decimal("12640.50"), date(2017, 4, 20), 6)
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")


def csv_rows(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    text = csv_table(COLUMNS, rows).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline=""), delimiter=";"))


def sheet_of(rows: Sequence[Sequence[Cell]]) -> str:
    with ZipFile(BytesIO(xlsx_table("Registre", COLUMNS, rows))) as archive:
        assert archive.testzip() is None
        return archive.read("xl/worksheets/sheet1.xml").decode()


def strings_of(rows: Sequence[Sequence[Cell]]) -> str:
    with ZipFile(BytesIO(xlsx_table("Registre", COLUMNS, rows))) as archive:
        return archive.read("xl/sharedStrings.xml").decode()


def test_a_csv_is_what_excel_reads_in_europe() -> None:
    content = csv_table(COLUMNS, [ROW])
    assert content.startswith(b"\xef\xbb\xbfObjet;Montant;Jour;Nombre\r\n")
    assert csv_rows([ROW])[1] == ["Régie « A » ; suite\nfin", "12640,50", "2017-04-20", "6"]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_csv_begins_like_a_formula(text: str) -> None:
    assert csv_rows([(text, None, None, None)])[1] == [f"'{text}", "", "", ""]


def test_a_number_below_zero_stays_a_number_in_a_csv() -> None:
    assert csv_rows([("", Decimal("-5.00"), None, -1)])[1] == ["", "-5,00", "", "-1"]


def test_an_amount_is_written_out_in_full() -> None:
    assert csv_rows([("", Decimal("1E+3"), None, None)])[1][1] == "1000"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_of_a_workbook_is_a_formula(text: str) -> None:
    sheet = sheet_of([(text, None, None, None)])
    assert "<f>" not in sheet
    assert re.search(r'<c r="A2" s="\d+" t="s">', sheet)


def test_a_text_like_a_formula_keeps_its_mark_when_it_is_edited() -> None:
    with ZipFile(BytesIO(xlsx_table("Registre", COLUMNS, [("=1", None, None, None)]))) as archive:
        assert 'quotePrefix="1"' in archive.read("xl/styles.xml").decode()


def test_a_workbook_has_days_and_amounts_as_values() -> None:
    sheet = sheet_of([ROW])
    assert "<v>12640.5</v>" in sheet
    assert "<v>42845</v>" in sheet
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:D2"/>' in sheet


def test_no_text_of_a_workbook_becomes_a_link() -> None:
    assert "hyperlink" not in sheet_of([("https://example.org", None, None, None)])


@pytest.mark.parametrize("text", ["a\x00\x0bb", "\ud800", "\ufffe", "<b>&", "x" * 40_000])
def test_any_text_can_be_written(text: str) -> None:
    row = (text, None, None, None)
    etree.fromstring(strings_of([row]).encode())
    assert csv_table(COLUMNS, [row]).decode("utf-8-sig")


def test_a_text_too_long_for_a_cell_is_cut_and_not_lost() -> None:
    assert "x" * 32_767 in strings_of([("x" * 40_000, None, None, None)])


@pytest.mark.parametrize(
    ("text", "height"), [("x" * 30, "30"), ("x" * 59, "30"), ("x" * 60, "45"), ("a\nb\nc", "45"), ("x" * 9000, "405")]
)
def test_a_row_is_as_high_as_its_longest_text(text: str, height: str) -> None:
    assert re.search(rf'<row r="2" [^>]*ht="{height}"', sheet_of([(text, None, None, None)]))


def test_equal_tables_give_equal_bytes() -> None:
    assert xlsx_table("Registre", COLUMNS, [ROW]) == xlsx_table("Registre", COLUMNS, [ROW])


def test_a_table_without_a_row_is_still_a_table() -> None:
    assert '<autoFilter ref="A1:D1"/>' in sheet_of([])
    assert csv_rows([]) == [["Objet", "Montant", "Jour", "Nombre"]]
