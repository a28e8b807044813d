"""Findings in the workbook that they are about: nothing else changes, or they stand in a workbook of their own."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from openpyxl import load_workbook as open_xlsx

from generator.findings import Finding, Place, Severity
from generator.forms.workbook.annotated_workbook import LIST_TITLE, annotated
from generator.load.workbook import read_workbook
from tests.support.outside_tools import convert, needs
from tests.support.sample_workbooks import changed, sample

FILE = "programme.xlsx"


def spoil(book: Any) -> None:
    book["Budget dépenses"]["G3"] = "=1+1"
    book["Actions"]["D3"] = 501


SPOILT = changed(spoil)
FINDINGS = read_workbook(SPOILT, FILE).findings
ELSEWHERE = Finding("CC001", Severity.WARNING, "autre chose", Place("inputs/conventions/c.yaml", 3, 1), fix="revoir")


def test_each_finding_is_a_comment_and_a_colour_in_its_cell() -> None:
    copy = annotated(SPOILT, (*FINDINGS, ELSEWHERE))
    assert not copy.is_separate
    book = open_xlsx(BytesIO(copy.data))
    cell = book["Budget dépenses"]["G3"]
    assert cell.comment is not None
    assert cell.comment.text.startswith("FO078 [erreur] action 2018-01")
    assert "À faire" in cell.comment.text
    assert cell.fill.start_color.rgb.endswith("FFC7CE")
    assert book["Actions"]["D3"].comment is not None
    assert book["Actions"]["D4"].comment is None


def test_all_findings_are_listed_on_a_sheet_that_is_not_read() -> None:
    copy = annotated(SPOILT, (*FINDINGS, ELSEWHERE))
    listed = [[cell.value for cell in row] for row in open_xlsx(BytesIO(copy.data))[LIST_TITLE].iter_rows()]
    assert listed[0][:4] == ["feuille", "cellule", "code", "gravité"]
    assert [row[:3] for row in listed[1:]] == [
        ["Actions", "D3", "FO085"],
        ["Budget dépenses", "G3", "FO078"],
        ["inputs/conventions/c.yaml", "3", "CC001"],
    ]
    again = read_workbook(copy.data, FILE).findings
    assert [(one.code, one.place) for one in again] == [(one.code, one.place) for one in FINDINGS]
    twice = annotated(copy.data, FINDINGS)
    assert not twice.is_separate
    assert len(list(open_xlsx(BytesIO(twice.data))[LIST_TITLE].iter_rows())) == 3


def test_nothing_else_changes_and_bytes_are_stable() -> None:
    copy = annotated(sample(), ())
    assert not copy.is_separate
    assert copy.data == annotated(sample(), ()).data
    before, after = open_xlsx(BytesIO(sample())), open_xlsx(BytesIO(copy.data))
    for page in before.worksheets:
        other = after[page.title]
        assert [str(rule.sqref) for rule in other.data_validations.dataValidation] == [
            str(rule.sqref) for rule in page.data_validations.dataValidation
        ]
        assert {key: one.width for key, one in other.column_dimensions.items()} == {
            key: one.width for key, one in page.column_dimensions.items()
        }
        assert other.protection.sheet == page.protection.sheet
        assert [cell.comment.text for cell in other[1] if cell.comment] == [
            cell.comment.text for cell in page[1] if cell.comment
        ]
    values = {number: one.value for number, one in read_workbook(copy.data, FILE).actions.items()}
    assert values == {number: one.value for number, one in read_workbook(sample(), FILE).actions.items()}


def test_a_workbook_that_libreoffice_saved_is_annotated_too(tmp_path: Any) -> None:
    needs("soffice", to="save a workbook")
    given = tmp_path / "given"
    given.mkdir()
    (given / FILE).write_bytes(SPOILT)
    convert([given / FILE], tmp_path, "xlsx:Calc MS Excel 2007 XML")
    data = (tmp_path / FILE).read_bytes()
    copy = annotated(data, read_workbook(data, FILE).findings)
    assert not copy.is_separate
    assert open_xlsx(BytesIO(copy.data))["Actions"]["D3"].comment is not None


# What cannot be copied whole


def _with_shapes(add: Callable[[Any, Any], object]) -> bytes:
    """A workbook with something that the copying library does not keep."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet("Actions")
        page.write_string(0, 0, "numero")
        page.write_string(1, 0, "2018-01")
        add(book, page)
    return stream.getvalue()


def _with_extension(data: bytes) -> bytes:
    extension = b'<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><a/></ext></extLst></worksheet>'
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"</worksheet>", extension) if name.endswith("sheet2.xml") else part)
    return stream.getvalue()


LOSING = {
    "zone de texte": _with_shapes(lambda _, page: page.insert_textbox(3, 3, "à ne pas perdre")),
    "bouton": _with_shapes(lambda _, page: page.insert_button(3, 3, {"caption": "Valider"})),
    "extension": _with_extension(sample()),
    "fichier abîmé": sample()[:5000],
}


@pytest.mark.parametrize("name", LOSING)
def test_findings_stand_apart_from_a_workbook_that_a_copy_would_spoil(name: str) -> None:
    finding = Finding("FO085", Severity.ERROR, "=un nombre", Place(FILE, sheet="Actions", cell="A2"), fix="retapez")
    copy = annotated(LOSING[name], (finding, ELSEWHERE))
    assert copy.is_separate
    rows = [[cell.value for cell in row] for row in open_xlsx(BytesIO(copy.data))["Constats"].iter_rows(min_row=2)]
    assert rows == [
        ["Actions", "A2", "FO085", "erreur", "=un nombre", "retapez"],
        ["inputs/conventions/c.yaml", "3", "CC001", "avertissement", "autre chose", "revoir"],
    ]
    assert copy.data == annotated(LOSING[name], (finding, ELSEWHERE)).data


def test_words_in_bold_inside_a_cell_are_kept() -> None:
    def add(book: Any, page: Any) -> None:
        page.write_rich_string(2, 0, "deux ", book.add_format({"bold": True}), "mots")

    copy = annotated(_with_shapes(add), ())
    assert not copy.is_separate
    rich = open_xlsx(BytesIO(copy.data), rich_text=True)["Actions"]["A3"].value
    assert [getattr(part, "text", part) for part in rich] == ["deux ", "mots"]
