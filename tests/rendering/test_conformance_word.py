"""Templates shaped as Word 2010 to 365 writes them: the result equals docxtpl's, part by part.

Word cuts tags into runs, by spelling, language, revision, bookmark and comment; it writes text boxes twice, wraps
text into content controls, links and fields, and leaves properties of its own in every element.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from generator.rendering import TemplateErrors, compile_template, extract_text
from tests.support.as_word import (
    archived,
    notes,
    paragraph,
    streamed,
    word_365,
)
from tests.support.docxtpl_comparison import of_docxtpl, parts
from tests.support.sample_templates import CONTEXT
from tests.support.word import DOCUMENT, W, document
from tests.support.word_templates import BODIES, NOTES, every_margin


@pytest.mark.parametrize("xml", BODIES.values(), ids=BODIES)
def test_a_body_written_by_word_gives_the_parts_of_docxtpl(xml: str) -> None:
    template = word_365(xml, paragraph("Fin."))
    rendered = compile_template(template).render(CONTEXT)
    assert parts(rendered) == parts(of_docxtpl(template, CONTEXT))
    assert extract_text(rendered).endswith("Fin.")


@pytest.mark.parametrize("template", NOTES.values(), ids=NOTES)
def test_the_other_parts_are_those_of_docxtpl(template: bytes) -> None:
    assert parts(compile_template(template).render(CONTEXT)) == parts(of_docxtpl(template, CONTEXT))


PLAIN = document("Bonjour {{ nom }}, {{ a.b.c }}", "{%p if oui %}", "B", "{%p endif %}")


def recoded(template: bytes, change: Callable[[bytes], bytes], prefix: str = DOCUMENT) -> bytes:
    """The same document, where parts whose name starts with a prefix are encoded in another way."""
    return archived(template, lambda name, content: change(content) if name.startswith(prefix) else content)


def undeclared(content: bytes) -> bytes:
    return re.sub(rb"^<\?xml[^>]*\?>\s*", b"", content)


def in_utf_16(content: bytes) -> bytes:
    return f"<?xml version='1.0' encoding='UTF-16'?>{undeclared(content).decode()}".encode("utf-16")


def related(former: str, new: str) -> bytes:
    """The same document, where relations and content types name a part in another way."""
    former_bytes, new_bytes = former.encode(), new.encode()
    tables = (".rels", "[Content_Types].xml")
    return archived(PLAIN, lambda name, xml: xml.replace(former_bytes, new_bytes) if name.endswith(tables) else xml)


def renamed(template: bytes) -> bytes:
    """The same document, whose main part has the name that Word 365 on line gives it."""
    names = {DOCUMENT: "word/document2.xml", "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels"}
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            target.writestr(names.get(name, name), source.read(name))
    return buffer.getvalue()


ARCHIVES = {
    "members that are not compressed": archived(PLAIN, lambda _, content: content, zipfile.ZIP_STORED),
    "entries of folders and sizes after the data": streamed(PLAIN, as_zip64=False),
    "sizes of 64 bits": streamed(PLAIN, as_zip64=True),
    "UTF-16": recoded(PLAIN, in_utf_16),
    "UTF-16 in headers": recoded(every_margin(), in_utf_16, "word/header"),
    "Latin-1": recoded(PLAIN, lambda xml: b"<?xml version='1.0' encoding='ISO-8859-1'?>" + undeclared(xml)),
    "no declaration": recoded(PLAIN, undeclared),
    "a byte order mark": recoded(PLAIN, lambda xml: b"\xef\xbb\xbf" + xml),
    "a byte order mark in a note": recoded(
        notes("footnote", paragraph("{{ nom }}")), lambda xml: b"\xef\xbb\xbf" + xml, "word/footnotes"
    ),
    "a document that does not stand alone": recoded(
        PLAIN, lambda xml: b"<?xml version='1.0' encoding='UTF-8' standalone='no'?>" + undeclared(xml)
    ),
    "indentation": recoded(PLAIN, lambda xml: xml.replace(b"><", b">\r\n  <")),
    "a section of character data": recoded(PLAIN, lambda xml: xml.replace(b"Bonjour {{", b"<![CDATA[< {{]]>")),
    "references to characters": recoded(PLAIN, lambda xml: xml.replace(b"{{ nom", b"&#123;&#x7b; nom")),
    "a target from the root": related('Target="word/document.xml"', 'Target="/word/document.xml"'),
    "a target from the folder": related('Target="styles.xml"', 'Target="./styles.xml"'),
    "another name of the main part": renamed(related("word/document.xml", "word/document2.xml")),
}


@pytest.mark.parametrize("template", ARCHIVES.values(), ids=ARCHIVES)
def test_an_archive_written_in_another_way_gives_the_parts_of_docxtpl(template: bytes) -> None:
    assert parts(compile_template(template).render(CONTEXT)) == parts(of_docxtpl(template, CONTEXT))


def with_prefix(prefix: str, name: str) -> bytes:
    """A template, one part of which gives the namespace of Word another prefix; without one, elements have none."""
    element = f"{prefix}:".encode() if prefix else b""

    def change(xml: bytes) -> bytes:
        elements = xml.replace(b"<w:", b"<" + element).replace(b"</w:", b"</" + element)
        if not prefix:
            return elements.replace(b" xmlns:w=", f' xmlns="{W}" xmlns:w='.encode())
        return elements.replace(b" w:", b" " + element).replace(b"xmlns:w=", f"xmlns:{prefix}=".encode())

    return recoded(every_margin(), change, name)


@pytest.mark.parametrize("prefix", ["ns0", ""])
@pytest.mark.parametrize("name", [DOCUMENT, "word/header", "word/footer"])
def test_another_prefix_of_the_namespace_of_word_changes_no_word(prefix: str, name: str) -> None:
    template = with_prefix(prefix, name)
    rendered, usual = (compile_template(word).render(CONTEXT) for word in (template, every_margin()))
    assert extract_text(rendered, headers_and_footers=True) == extract_text(usual, headers_and_footers=True)


@pytest.mark.parametrize(
    ("change", "name"),
    [
        (
            lambda _, xml: xml.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
            "Open XML strict",
        ),
        (lambda _, xml: xml.replace(b"document.main+xml", b"template.main+xml"), "modèle Word (.dotx)"),
        (lambda _, xml: xml.replace(b'/officeDocument"', b'/autre"'), "aucun document Word"),
    ],
    ids=["strict", "dotx", "none"],
)
def test_another_kind_of_file_is_refused_by_its_name(change: Callable[[str, bytes], bytes], name: str) -> None:
    with pytest.raises(TemplateErrors) as caught:
        compile_template(archived(PLAIN, change))
    assert [finding.code for finding in caught.value.findings] == ["TP001"]
    assert name in caught.value.findings[0].message
