"""The lint of finished files finds each fault, and no output of the engine has one that its template had not."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from generator.rendering import compile_template
from tests.support.identified_content import CORE, OFFICE, bookmark, drawing, numbered, related
from tests.support.package_lint import Fault, faults_of, new_faults
from tests.support.sample_templates import CONTEXT, TEMPLATES
from tests.support.word import DOCUMENT, body, document, edited, with_members
from tests.support.workspaces import Made, action_kinds

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"

GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>'
WIDER_GRID = GRID.replace("<w:gridCol", "<w:gridCol/><w:gridCol")
CELL = "<w:tc><w:p/></w:tc>"


def damaged(word: bytes) -> bytes:
    """The same archive, whose directory has another checksum for its last member (APPNOTE.TXT, 4.3.12)."""
    checksum = word.rindex(b"PK\1\2") + 16
    return word[:checksum] + bytes([word[checksum] ^ 1]) + word[checksum + 1 :]


FAULTY: Mapping[str, tuple[bytes, list[str]]] = {
    "a member whose bytes changed": (damaged(document("x")), ["checksum"]),
    "ill-formed XML": (edited(document("x"), "word/styles.xml", lambda xml: xml[:-2]), ["ill-formed"]),
    "a document type": (with_members(document("x"), {"word/a.xml": b"<!DOCTYPE a><a/>"}), ["document type"]),
    "a part without a content type": (with_members(document("x"), {"word/a.bin": b"x"}), ["content type"]),
    "a relation to nothing": (related("image", "media/image9.png"), ["relation to nothing"]),
    "an external relation": (related("image", "http://example.org/x.png", mode="External"), ["external relation"]),
    "two relations of one identifier": (related("theme", "theme/theme1.xml", identifier="rId1"), ["relation twice"]),
    "an unknown relation": (body(f'<w:p><w:hyperlink xmlns:r="{OFFICE}" r:id="rId99"/></w:p>'), ["unknown relation"]),
    "an empty cell": (body(f"<w:tbl>{GRID}<w:tr><w:tc/></w:tr></w:tbl>"), ["cell end"]),
    "a cell that ends with a table": (
        body(f"<w:tbl>{GRID}<w:tr><w:tc><w:tbl>{GRID}<w:tr>{CELL}</w:tr></w:tbl></w:tc></w:tr></w:tbl>"),
        ["cell end"],
    ),
    "an empty text box": (body("<w:p><w:r><w:pict><w:txbxContent/></w:pict></w:r></w:p>"), ["no paragraph"]),
    "a table without a row": (body(f"<w:tbl>{GRID}</w:tbl>"), ["table without row"]),
    "a row without a cell": (body(f"<w:tbl>{GRID}<w:tr/></w:tbl>"), ["row without cell"]),
    "a row of too many cells": (body(f"<w:tbl>{GRID}<w:tr>{CELL}{CELL}</w:tr></w:tbl>"), ["row beyond grid"]),
    "a cell that spans too far": (
        body(f'<w:tbl>{GRID}<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
        ["row beyond grid"],
    ),
    "two bookmarks of one number": (body(bookmark(1, "a"), bookmark(1, "b")), ["bookmark id", "bookmark end"]),
    "two bookmarks of one name": (body(bookmark(1, "a"), bookmark(2, "A")), ["bookmark name"]),
    "two drawings of one number": (body(drawing(1), drawing(1)), ["drawing id"]),
    "two paragraphs of one number": (body(numbered("0000000A", "0000000a")), ["paragraph id"]),
    "a paragraph's number too high": (body(numbered("80000000")), ["paragraph number"]),
    "a tag": (document("{{ a }}"), ["tag"]),
    "a tag cut in runs": (body("<w:p><w:r><w:t>{</w:t></w:r><w:r><w:t>% x</w:t></w:r></w:p>"), ["tag"]),
    "a tag in an attribute": (body('<w:p><w:bookmarkStart w:id="1" w:name="{{ a }}"/></w:p>'), ["tag"]),
    "a tag in a property": (edited(document(), CORE, lambda xml: xml.replace("generated", "{{ a }}")), ["tag"]),
    "a tag in a link": (related("hyperlink", "http://a/%7B%7Ba", mode="External"), ["tag"]),
    "an unknown style": (body('<w:p><w:pPr><w:pStyle w:val="Absent"/></w:pPr></w:p>'), ["style"]),
    "an unknown list": (body('<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr></w:p>'), ["list"]),
    "a reference to no note": (body('<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'), ["note"]),
}  # fmt: skip


@pytest.mark.parametrize(("word", "checks"), FAULTY.values(), ids=FAULTY)
def test_a_single_fault_is_found_by_its_own_check(word: bytes, checks: list[str]) -> None:
    assert [fault.check for fault in faults_of(word)] == checks


def test_a_part_that_stands_twice_is_found() -> None:
    buffer = io.BytesIO(document("x"))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(DOCUMENT, archive.read(DOCUMENT))
    assert [fault.check for fault in faults_of(buffer.getvalue())] == ["part twice"]


SOUND: Mapping[str, bytes] = {
    "an empty document": document(),
    "what newer and older programs read holds the same identifiers": body(
        f'<w:p><w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice>{numbered("0000000A")}{drawing(1)}</mc:Choice>'
        f'<mc:Fallback>{numbered("0000000A")}{drawing(1)}</mc:Fallback></mc:AlternateContent></w:r></w:p>'
    ),
    "a picture without its file": body(f'<w:p><a:blip xmlns:a="a" xmlns:r="{OFFICE}" r:embed=""/></w:p>'),
    "a link": related("hyperlink", "https://example.org", mode="External"),
    "a row shorter than the grid": body(f"<w:tbl>{WIDER_GRID}<w:tr>{CELL}</w:tr></w:tbl>"),
    "a paragraph out of any list": body('<w:p><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'),
    "notes": TEMPLATES["footnotes"],
}  # fmt: skip


@pytest.mark.parametrize("word", SOUND.values(), ids=SOUND)
def test_a_sound_file_has_no_fault(word: bytes) -> None:
    assert [fault for fault in faults_of(word) if fault.check != "tag"] == []


LITERAL = [Fault("tag", DOCUMENT, "{{ littéral }} {% aussi %} Musées & Patrimoine <Dijon>")]
"""What a template asks to print with braces is no tag that was left."""


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_document_has_a_fault_that_its_template_had_not(name: str) -> None:
    rendered = compile_template(TEMPLATES[name]).render(CONTEXT)
    assert new_faults(TEMPLATES[name], rendered) == (LITERAL if name == "escaped braces" else [])


def test_no_act_of_the_example_has_a_fault(example_year: Made) -> None:
    acts = [path for path in (example_year.root / "output").rglob("*.docx") if "sources" not in path.parts]
    kinds = {path.name.partition(".")[0].partition("-")[0] for path in acts}
    assert kinds == action_kinds()
    distinct = {path.read_bytes(): path for path in acts}  # the originals of an act are one file many times
    assert {str(path): faults for act, path in distinct.items() if (faults := faults_of(act))} == {}
