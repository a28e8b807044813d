"""What a template's file must not hold is refused by the name of the fault."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.rendering import TemplateErrors, compile_template
from tests.support.word import DOCUMENT, body, compile_codes, document, edited, with_members

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str, mode: str = "") -> bytes:
    """A document with one more relation."""
    external = f' TargetMode="{mode}"' if mode else ""
    relation = f'<Relationship Id="rId77" Type="{OFFICE}/{kind}" Target="{target}"{external}/></Relationships>'
    return edited(document("x"), "word/_rels/document.xml.rels", lambda xml: xml.replace("</Relationships>", relation))


def field(*codes: str) -> str:
    """A paragraph with a field whose instruction is spread over runs."""
    instruction = "".join(f"<w:r><w:instrText>{code}</w:instrText></w:r>" for code in codes)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"<w:p>{mark.format('begin')}{instruction}{mark.format('end')}</w:p>"


def archive(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members:
            target.writestr(name, content)
    return buffer.getvalue()


def encrypted(word: bytes) -> bytes:
    """The same archive, whose directory says that its members are encrypted."""
    return word.replace(b"PK\1\2\x14\x03\x14\x00\x00\x00", b"PK\1\2\x14\x03\x14\x00\x01\x00")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        (b"ce n'est pas un zip", "TP001"),
        (b"", "TP001"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "TP001"),
        (archive(("a.txt", b"x")), "TP001"),
        (document("x")[:-30], "TP001"),
        (encrypted(document("x")), "TP001"),
        (with_members(document("x"), {"word/media/bombe.bin": b"\0" * 2**23}), "TP002"),
        (with_members(document("x"), {f"word/media/{n}": b"" for n in range(5000)}), "TP002"),
        (with_members(document("x"), {"../../etc/passwd": b"x"}), "TP003"),
        (with_members(document("x"), {"/etc/passwd": b"x"}), "TP003"),
        (with_members(document("x"), {"word\\document.xml": b"x"}), "TP003"),
        (with_members(document("x"), {"WORD/Document.xml": b"<a/>"}), "TP003"),
        (with_members(document("x"), {"word/vbaProject.bin": b"x"}), "TP004"),
        (related("vbaProject", "autre.bin"), "TP004"),
        (related("image", "http://example.org/x.png", "External"), "TP005"),
        (related("subDocument", "file:///C:/Normal.docx", "External"), "TP005"),
        (body(field("DDEAUTO cmd")), "TP006"),
        (body(field(" D", "DE ", "cmd")), "TP006"),
        (body(field(' INCLUDETEXT "x"')), "TP006"),
        (body('<w:p><w:fldSimple w:instr=" includepicture x"/></w:p>'), "TP006"),
        (related("oleObject", "embeddings/o.bin"), "TP007"),
        (related("control", "x.xml"), "TP007"),
        (with_members(document("x"), {"word/activeX/activeX1.bin": b"x"}), "TP007"),
        (body('<w:altChunk xmlns:r="r" r:id="rId1"/>'), "TP008"),
        (related("aFChunk", "x.html"), "TP008"),
        (with_members(document("x"), {"word/comments.xml": b"<!DOCTYPE a><a/>"}), "TP009"),
        (edited(document("x"), DOCUMENT, lambda xml: xml.replace("</w:body>", "")), "TP010"),
        (with_members(document("x"), {"word/comments.xml": b"<c>{{ a }}</c>"}), "TP114"),
        (related("hyperlink", "http://example.org/%7B%7Ba%7D%7D", "External"), "TP114"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_a_safe_template_is_refused_by_the_name_of_its_fault(word: bytes, code: str) -> None:
    assert code in compile_codes(word)


def test_a_macro_enabled_content_type_is_refused() -> None:
    word = edited(
        document("x"),
        "[Content_Types].xml",
        lambda xml: xml.replace("document.main+xml", "document.macroEnabled.main+xml"),
    )
    assert compile_codes(word) == ["TP004"]


@pytest.mark.parametrize("field_code", [" PAGE ", ' HYPERLINK "http://example.org" ', " REF article_3 ", " NUMPAGES "])
def test_ordinary_fields_are_admitted(field_code: str) -> None:
    assert compile_codes(body(field(field_code))) == []


def test_a_hyperlink_is_admitted() -> None:
    assert compile_codes(related("hyperlink", "https://example.org", "External")) == []


def test_a_fault_shows_no_character_that_a_screen_would_obey() -> None:
    word = with_members(document(), {"word/\x1b[31m/../rouge\x07.xml": b"<a/>", "word/vbaProject\x1b.bin": b""})
    with pytest.raises(TemplateErrors) as errors:
        compile_template(word)
    assert errors.value.findings
    assert not any("\x1b" in finding.message or "\x07" in finding.message for finding in errors.value.findings)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    word = with_members(related("image", "http://example.org/x.png", "External"), {"word/vbaProject.bin": b"x"})
    assert compile_codes(word) == ["TP004", "TP005"]


def test_the_message_names_the_file_that_was_read(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(b"rien")
    with pytest.raises(TemplateErrors) as caught:
        compile_template(path)
    assert caught.value.findings[0].place.file == str(path)


def test_members_that_hold_no_tag_keep_their_compressed_bytes() -> None:
    word = document("{{ a }}")
    rendered = compile_template(word).render({"a": "x"})
    assert b"styles.xml" in rendered
    with zipfile.ZipFile(io.BytesIO(word)) as before, zipfile.ZipFile(io.BytesIO(rendered)) as after:
        assert after.testzip() is None
        assert sorted(before.namelist()) == sorted(after.namelist())
        for name in set(before.namelist()) - {DOCUMENT}:
            assert before.getinfo(name).compress_size == after.getinfo(name).compress_size
            assert before.read(name) == after.read(name)
