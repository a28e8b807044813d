"""Templates shaped as Word 2010 to 365 writes them."""

from __future__ import annotations

import docx

from tests.support.as_word import (
    WORD_TYPE,
    control,
    field,
    notes,
    paragraph,
    paragraphs,
    run,
    text_box,
    with_part,
    word_365,
)
from tests.support.sample_templates import cell, grid
from tests.support.word import W, saved

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
    "the result of a field": paragraph("a ", field(" PAGEREF x ", run("{{ nom }}")), " b"),
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
