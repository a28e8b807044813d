"""Templates shaped as Word 2010 to 365 writes them: the result equals docxtpl's, part by part.

Word cuts tags into runs, by spelling, language, revision, bookmark and comment; it writes text boxes twice, wraps
text into content controls, links and fields, and leaves properties of its own in every element.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest

from generator.rendering import TemplateErrors, compile_template, extract_text
from tests.rendering.test_conformance import CONTEXT, cell, grid
from tests.support.as_word import (
    WORD_TYPE,
    archived,
    control,
    field,
    notes,
    paragraph,
    paragraphs,
    run,
    streamed,
    text_box,
    with_part,
    word_365,
)
from tests.support.docxtpl_comparison import of_docxtpl, parts
from tests.support.word import DOCUMENT, W, document, saved

LOOP, END, IF, END_IF = map(paragraph, ("{%p for l in lignes %}", "{%p endfor %}", "{%p if oui %}", "{%p endif %}"))
ROWS = grid(
    2,
    cell(paragraph("{%tr for l in lignes %}")) + cell(paragraph()),
    cell(paragraph("{{ l.a }}")) + cell(paragraph("{{ l.b }}")),
    cell(paragraph("{%tr endfor %}")) + cell(paragraph()),
)
GO_BACK = '<w:bookmarkStart w:id="0" w:name="_GoBack"/>'


def around_the_loop(row: str) -> str:
    """A table whose middle row is wrapped in something."""
    loop, end = (f"<w:tr>{cell(paragraph(tag))}</w:tr>" for tag in ("{%tr for l in lignes %}", "{%tr endfor %}"))
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>{loop}{row}{end}</w:tbl>'


BODIES = {
    "a tag cut by sessions": paragraph("Bonjour {", "{ nom", " }", "}, fin"),
    "a tag cut by the spelling": paragraph("{{ ", '<w:proofErr w:type="spellStart"/>', "a.b",
                                           '<w:proofErr w:type="spellEnd"/>', ".c }}"),
    "a tag cut by languages": paragraph("{{ a", run(".b", '<w:lang w:val="en-US"/>'), run(".c }} après", "<w:b/>")),
    "a tag cut by the last place of the cursor": paragraph("{{ a.b", f'{GO_BACK}<w:bookmarkEnd w:id="0"/>', ".c }} x"),
    "a tag cut by a page of the last layout": paragraph(
        "{{ a.", "<w:r><w:lastRenderedPageBreak/><w:t>b.c }} x</w:t></w:r>"),
    "properties of Word 2010": paragraph(run("{{ nom }}", '<w14:ligatures w14:val="standard"/>')),
    "identifiers of Word 2010": paragraph("{{ nom }}").replace(
        "<w:p ", '<w:p w14:paraId="4F2A11B0" w14:textId="77777777" '),
    "elements of Word 2013": paragraph("{{ nom }}", properties='<w15:collapsed w:val="0"/>'),
    "a text box": paragraph("Avant ", text_box(paragraph("Boîte {{ nom }}")), " {{ a.b.c }}"),
    "a loop in a text box": paragraph("Avant ", text_box(LOOP + paragraph("{{ l.a }}") + END + paragraph("fin"))),
    "a table in a text box": paragraph(text_box(ROWS + paragraph("{{ nom }}"))),
    "a text box that goes": IF + paragraph(text_box(paragraph("{{ nom }}"))) + END_IF,
    "a text box between run tags": paragraph("{%r if oui %}", text_box(paragraph("{{ nom }}")), "{%r endif %}"),
    "a control around paragraphs": control(paragraphs("{{ nom }}", "{%p if oui %}", "x", "{%p endif %}")),
    "a control in a loop": LOOP + control(paragraph("{{ l.a }}")) + END,
    "controls around the ends of a block": control(IF) + paragraph("x") + control(END_IF),
    "a control inside a paragraph": paragraph("a ", control(run("{{ nom }}"), "<w:text/>"), " b"),
    "a control in a loop of a paragraph": paragraph("{% for l in lignes %}", control(run("{{ l.a }}")), "{% endfor %}"),
    "a control with its placeholder": paragraph(
        control(run("{{ nom }}", '<w:rStyle w:val="PlaceholderText"/>'), "<w:showingPlcHdr/>")),
    "a control around a row": around_the_loop(control(f"<w:tr>{cell(paragraph('{{ l.a }}'))}</w:tr>")),
    "a repeating section": around_the_loop(
        control(f"<w:tr>{cell(paragraph('{{ l.a }}'))}</w:tr>", "<w15:repeatingSection/>")),
    "a smart tag": paragraph(
        "a ", f'<w:smartTag w:uri="urn:x" w:element="City">{run("{{ nom }}")}</w:smartTag>', " b"),
    "a link": paragraph("a ", f'<w:hyperlink w:anchor="x" w:history="1">{run("{{ nom }}")}</w:hyperlink>', " b"),
    "a link that goes": paragraph(
        "a {% if oui %}", f'<w:hyperlink w:anchor="x">{run("lien")}</w:hyperlink>', "{% endif %} b"),
    "the result of a simple field": paragraph(f'<w:fldSimple w:instr=" REF x ">{run("{{ nom }}")}</w:fldSimple>'),
    "the code of a simple field": paragraph(
        f'<w:fldSimple w:instr=" DOCPROPERTY {{{{ couleur }}}} ">{run("x")}</w:fldSimple>'),
    "the result of a field": paragraph("a ", field(" PAGEREF x ", run("{{ nom }}")), " b"),
    "the code of a field": paragraph("a ", field(" REF {{ couleur }} \\h ", run("x")), " b"),
    "a merge field beside": paragraph(field(" MERGEFIELD nom ", run("«nom»")), " {{ nom }}"),
    "a comment on a tag": paragraph(
        '<w:commentRangeStart w:id="0"/>', "{{ nom }}",
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>', " x"),
    "an editable range": paragraph(
        '<w:permStart w:id="1" w:edGrp="everyone"/>', "{{ nom }}", '<w:permEnd w:id="1"/>'),
    "right to left": paragraph(run("{{ nom }}", "<w:rtl/>"), properties="<w:bidi/>"),
    "symbols beside": paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>{{ nom }}</w:t></w:r>'),
    "hyphens beside": paragraph("<w:r><w:t>pré</w:t><w:noBreakHyphen/><w:t>{{ nom }}</w:t><w:softHyphen/></w:r>"),
    "tabs and returns beside": paragraph("<w:r><w:tab/><w:t>{{ nom }}</w:t><w:cr/><w:t>x</w:t><w:tab/></w:r>"),
    "a tab inside": paragraph("<w:r><w:t>{{ a.b.c</w:t><w:tab/><w:t>}} x</w:t></w:r>"),
    "an equation": paragraph(
        "a ", '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r>'
        "<m:t>x={{ largeur }}</m:t></m:r></m:oMath>"),
    "ruby": paragraph(
        f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('{{ couleur }}')}</w:rt>"
        f"<w:rubyBase>{run('{{ nom }}')}</w:rubyBase></w:ruby></w:r>"),
    "sections that go": IF + paragraph("x", properties="<w:sectPr/>") + END_IF
    + paragraph("{{ nom }}", properties="<w:sectPr/>"),
    "a tracked format": paragraph(
        run("{{ nom }}", '<w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr><w:i/></w:rPr></w:rPrChange>')),
    "a tracked paragraph mark": paragraph("{{ nom }}", properties='<w:rPr><w:ins w:id="3" w:author="a"/></w:rPr>'),
    "escaped signs in a tag": paragraph(
        "{% if lignes|length &gt; 1 and &quot;a&quot; &lt; &quot;b&quot; %}{{ 'a &amp; b' }}{% endif %}"),
    "a merge cut by a session": grid(
        2,
        cell(paragraph("{%tr for l in lignes %}")) + cell(paragraph()),
        cell(paragraph("{% ", "vm %}", "Pareil")) + cell(paragraph("{{ l.a }}")),
        cell(paragraph("{%tr endfor %}")) + cell(paragraph()),
    ),
}  # fmt: skip


@pytest.mark.parametrize("xml", BODIES.values(), ids=BODIES)
def test_a_body_written_by_word_gives_the_parts_of_docxtpl(xml: str) -> None:
    template = word_365(xml, paragraph("Fin."))
    rendered = compile_template(template).render(CONTEXT)
    assert parts(rendered) == parts(of_docxtpl(template, CONTEXT))
    assert extract_text(rendered).endswith("Fin.")


def every_margin() -> bytes:
    """Three sections, each with headers and footers of its own for first, even and other pages."""
    word = docx.Document()
    word.settings.odd_and_even_pages_header_footer = True
    for section in (word.sections[0], word.add_section(), word.add_section()):
        section.different_first_page_header_footer = True
        for page in ("", "first_page_", "even_page_"):
            for margin in (getattr(section, f"{page}header"), getattr(section, f"{page}footer")):
                margin.is_linked_to_previous = False
                margin.paragraphs[0].text = f"{page} {{{{ nom }}}}"
                for tag in ("{%p for l in lignes %}", "{{ l.a }}", "{%p endfor %}"):
                    margin.add_paragraph(tag)
    for tag in ("{%p if oui %}", "{{ nom }}", "{%p endif %}"):
        word.add_paragraph(tag)
    return saved(word)


def core_properties() -> bytes:
    word = docx.Document()
    for name in ("author", "comments", "identifier", "language", "subject", "title"):
        setattr(word.core_properties, name, name + " {{ a.b.c }}{% for l in lignes %} {{ l.b }}{% endfor %}")
    return saved(word)


NOTES = {
    "headers and footers of every page": every_margin(),
    "core properties": core_properties(),
    "a loop in a footnote": notes("footnote", LOOP, paragraph("Note {{ ", "l.a }}"), END),
    "a comment without a tag": with_part(
        word_365(paragraph("{{ nom }}")),
        "word/comments.xml",
        "comments",
        f"{WORD_TYPE}.comments+xml",
        f'<w:comments xmlns:w="{W}"><w:comment w:id="0">{paragraph("À vérifier")}</w:comment></w:comments>',
    ),
    "a tag among the building blocks": with_part(
        word_365(paragraph("{{ nom }}")),
        "word/glossary/document.xml",
        "glossaryDocument",
        f"{WORD_TYPE}.document.glossary+xml",
        f'<w:glossaryDocument xmlns:w="{W}">{paragraph("{{ nom }}")}</w:glossaryDocument>',
    ),
}


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
