"""Clauses of a folder enter a template in its own terms, and every fault is located in them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm

from generator.rendering import Template, TemplateErrors, compile_template, extract_text
from tests.support.docxtpl_values import picture
from tests.support.numbered_lists import numbered
from tests.support.package_lint import faults_of
from tests.support.word import NAMESPACES, W, body, document, edited, saved, table, tree, with_members

INCLUDE = '{%p include "frais.docx" %}'


@pytest.fixture
def clauses(tmp_path: Path) -> Path:
    folder = tmp_path / "clauses"
    folder.mkdir()
    return folder


def compiled(template: bytes, clauses: Path, **files: bytes) -> Template:
    for name, content in files.items():
        (clauses / f"{name}.docx").write_bytes(content)
    return compile_template(template, clauses=clauses)


NOTHING: Mapping[str, Any] = {}


def rendered(template: bytes, clauses: Path, context: Mapping[str, Any] = NOTHING, **files: bytes) -> bytes:
    """What a template makes with clauses, of which no reader of packages has anything to say."""
    made = compiled(template, clauses, **files).render(context)
    assert faults_of(made) == []
    return made


def refusals(template: bytes, clauses: Path, **files: bytes) -> list[str]:
    try:
        compiled(template, clauses, **files)
    except TemplateErrors as errors:
        return [f"{finding.code} {finding.message} {finding.fix}".strip() for finding in errors.findings]
    return []


def paragraphs_in(style: str, *texts: str, base: Document | None = None) -> Document:
    word = base or docx.Document()
    for text in texts:
        word.add_paragraph(text, style=style)
    return word


def test_a_clause_stands_where_its_tag_stood_and_is_filled_like_the_rest(clauses: Path) -> None:
    template = compiled(
        document("Avant", INCLUDE, "Après {{ nom }}"),
        clauses,
        frais=table(["{{ nom }}", "B"], before=["Frais de {{ nom }}"], after=["fin"]),
    )
    assert extract_text(template.render({"nom": "x"})).splitlines() == [
        "Avant", "Frais de x", "x", "B", "fin", "Après x",
    ]  # fmt: skip
    assert template.clauses == ("frais.docx",)


@pytest.mark.parametrize(
    "template",
    [
        table([INCLUDE, "B"]),
        document("{%p if oui %}", INCLUDE, "{%p endif %}"),
        document("{%p for n in [1, 2] %}", INCLUDE, "{%p endfor %}"),
        document(INCLUDE, INCLUDE),
        document("{%p include “frais.docx” %}"),
        document("{%p\N{NO-BREAK SPACE}include 'frais.docx' %}"),
        document("  {%p include ‘frais.docx’ %} "),
    ],
)
def test_a_clause_enters_cells_conditions_loops_and_bears_the_spellings_of_word(template: bytes, clauses: Path) -> None:
    made = rendered(template, clauses, {"nom": "x", "oui": True}, frais=document("Frais {{ nom }}"))
    text = extract_text(made).splitlines()
    assert text.count("Frais x") == (2 if text[-1] == "Frais x" and len(text) > 1 else 1)
    assert "include" not in "".join(text)


def test_a_tag_that_word_cut_into_runs_includes_all_the_same(clauses: Path) -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("{%p inc")
    for piece in ("lude ", '"fra', 'is.docx" %', "}"):
        paragraph.add_run(piece).bold = True
    assert extract_text(rendered(saved(word), clauses, frais=document("Frais"))) == "Frais"


def test_a_clause_without_a_tag_enters_a_header_that_has_none(clauses: Path) -> None:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = INCLUDE
    made = rendered(saved(word), clauses, frais=document("PROJET"))
    assert extract_text(made, headers_and_footers=True).splitlines()[-1] == "PROJET"


def test_a_workspace_keeps_its_clauses_beside_its_kinds(tmp_path: Path) -> None:
    for folder, name, content in (
        ("clauses", "frais.docx", document("Frais")),
        ("lettre", "modele.docx", document(INCLUDE)),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(content)
    assert extract_text(compile_template(tmp_path / "lettre" / "modele.docx").render({})) == "Frais"


def test_the_template_s_own_style_of_the_same_name_prevails_whatever_its_identifier(clauses: Path) -> None:
    clause = edited(
        saved(paragraphs_in("Quote", "x")), "word/styles.xml", lambda xml: xml.replace('"Quote"', '"Cit"', 1)
    )
    clause = edited(
        clause, "word/styles.xml", lambda xml: xml.replace('<w:name w:val="Cit"/>', '<w:name w:val="Quote"/>')
    )
    clause = edited(clause, "word/styles.xml", lambda xml: xml.replace('w:styleId="Quote"', 'w:styleId="Cit"'))
    clause = edited(clause, "word/document.xml", lambda xml: xml.replace('"Quote"', '"Cit"'))
    made = rendered(document(INCLUDE), clauses, frais=clause)
    assert styles_of(made) == ["Quote"]
    assert docx.Document(io.BytesIO(made)).paragraphs[0].style.name == "Quote"


def test_a_style_that_the_template_lacks_comes_along_with_what_it_is_based_on(clauses: Path) -> None:
    word = docx.Document()
    base = word.styles.add_style("Base maison", WD_STYLE_TYPE.PARAGRAPH)
    word.styles.add_style("Clause maison", WD_STYLE_TYPE.PARAGRAPH).base_style = base
    made = rendered(document(INCLUDE), clauses, frais=saved(paragraphs_in("Clause maison", "x", base=word)))
    style = docx.Document(io.BytesIO(made)).paragraphs[0].style
    assert (style.name, style.base_style.name) == ("Clause maison", "Base maison")


def test_a_style_that_comes_along_does_not_take_the_identifier_of_another(clauses: Path) -> None:
    ours, theirs = docx.Document(), docx.Document()
    ours.styles.add_style("Propre", WD_STYLE_TYPE.PARAGRAPH).element.styleId = "S"
    theirs.styles.add_style("Venu", WD_STYLE_TYPE.PARAGRAPH).element.styleId = "S"
    ours.add_paragraph(INCLUDE)
    made = rendered(saved(ours), clauses, frais=saved(paragraphs_in("Venu", "x", base=theirs)))
    assert docx.Document(io.BytesIO(made)).paragraphs[0].style.name == "Venu"


def test_a_list_goes_on_with_the_one_before_it(clauses: Path) -> None:
    template = saved(numbered(["un", INCLUDE, "deux"]))
    made = rendered(template, clauses, frais=saved(numbered(["a", "b"])))
    assert len(set(lists_of(made))) == 1


def test_a_list_that_restarts_leaves_the_template_s_own_to_count_on(clauses: Path) -> None:
    template = saved(numbered(["un", '{%p include "frais.docx" restart %}', "deux"]))
    made = rendered(template, clauses, frais=saved(numbered(["a", "b"])))
    first, a, b, last = lists_of(made)
    assert first == last != a == b
    assert definition_of(made, a) != definition_of(made, first)


@pytest.mark.parametrize(("asked", "is_own"), [("", True), (" restart", False)])
def test_a_list_by_style_goes_on_or_restarts_as_asked(asked: str, is_own: bool, clauses: Path) -> None:
    template = saved(paragraphs_in("List Number", "un", f'{{%p include "frais.docx"{asked} %}}', "deux"))
    made = rendered(template, clauses, frais=saved(paragraphs_in("List Number", "a", "b")))
    first, a, b, last = lists_of(made)
    assert first == last == ""
    assert (a, b) == ("", "") if is_own else (a == b != "")


def test_each_restart_is_a_list_of_its_own(clauses: Path) -> None:
    tag = '{%p include "frais.docx" restart %}'
    made = rendered(document(tag, tag), clauses, frais=saved(paragraphs_in("List Number", "a", "b")))
    a, b, c, d = lists_of(made)
    assert a == b != c == d


def test_a_list_unknown_to_the_template_comes_along(clauses: Path) -> None:
    made = rendered(document(INCLUDE), clauses, frais=saved(numbered(["a", "b"], text="Alinéa %1")))
    a, b = lists_of(made)
    assert a == b
    assert definition_of(made, a)


def test_a_clause_may_include_another(clauses: Path) -> None:
    files = {"frais": document("A", '{%p include "fin.docx" %}'), "fin": document("B {{ nom }}")}
    template = compiled(document(INCLUDE, "C"), clauses, **files)
    assert extract_text(template.render({"nom": "x"})).splitlines() == ["A", "B x", "C"]
    assert template.clauses == ("frais.docx", "fin.docx")


def test_a_clause_that_includes_itself_is_refused_with_its_way_round(clauses: Path) -> None:
    files = {"frais": document('{%p include "fin.docx" %}'), "fin": document("B", INCLUDE)}
    [error] = refusals(document(INCLUDE), clauses, **files)
    assert error.startswith("TP120 clause frais.docx › fin.docx, corps")
    assert "frais.docx → fin.docx → frais.docx" in error


def test_clauses_that_multiply_are_refused(clauses: Path) -> None:
    levels = {f"n{rank}": document(*[f'{{%p include "n{rank + 1}.docx" %}}'] * 4) for rank in range(5)}
    errors = refusals(document('{%p include "n0.docx" %}'), clauses, **levels, n5=document("x"))
    assert any(error.startswith("TP121") and "plus de 200 clauses" in error for error in errors)


@pytest.mark.parametrize(
    "name", ["absente.docx", "../frais.docx", "/etc/frais.docx", "sous/frais.docx", "lien.docx", ""]
)
def test_a_file_that_is_no_clause_of_the_folder_is_refused(name: str, clauses: Path, tmp_path: Path) -> None:
    (tmp_path / "frais.docx").write_bytes(document("dehors"))
    (clauses / "lien.docx").symlink_to(tmp_path / "frais.docx")
    (clauses / "sous").mkdir()
    (clauses / "sous" / "frais.docx").write_bytes(document("dessous"))
    [error] = refusals(document("Avant", f'{{%p include "{name}" %}}'), clauses, present=document("x"))
    assert error.startswith(f'TP119 corps : « {{%p include "{name}" %}} » : la clause « {name} » n’existe pas')


def test_the_nearest_clause_is_proposed(clauses: Path) -> None:
    [error] = refusals(document('{%p include "fraix.docx" %}'), clauses, frais=document("x"))
    assert error.endswith("vouliez-vous dire « frais.docx » ?")


@pytest.mark.parametrize(
    "template",
    [
        document('{% include "frais.docx" %}'),
        document("{%p include nom %}"),
        document('{%p include "frais.docx" ignore missing %}'),
        document('Voir {%p include "frais.docx" %}'),
        document('{%p include "frais.docx" %}{{ nom }}'),
        table(['{%tr include "frais.docx" %}', ""]),
    ],
)
def test_any_other_inclusion_is_refused_with_the_right_one(template: bytes, clauses: Path) -> None:
    errors = refusals(template, clauses, frais=document("x"))
    assert any(
        error.startswith("TP104") and error.endswith('« {%p include "clause.docx" %} », seule dans son paragraphe')
        for error in errors
    )


def test_every_fault_of_a_clause_is_located_in_it_beside_those_of_the_template(clauses: Path) -> None:
    word = docx.Document()
    word.add_heading("Article 5 – Frais", 1)
    word.add_paragraph("Coût : {{ budget.total ")
    word.add_paragraph("Part : {{ budget part }}")
    errors = refusals(document("{{ a b }}", INCLUDE, "{% si %}"), clauses, frais=saved(word))
    assert [error[:5] for error in errors] == ["TP103", "TP101", "TP103", "TP104"]
    heading = "clause frais.docx, corps, « Article 5 – Frais »"
    assert f"{heading} : « Coût : →{{{{ budget.total← »" in errors[1]
    assert f"{heading} : « Part : →{{{{ budget part }}}}← »" in errors[2]


def test_rows_are_counted_in_the_file_that_they_stand_in(clauses: Path) -> None:
    frais = table(["a", "b"], ["{{ inconnu }}", "c"])
    template = compiled(table(["x", "y"], after=[INCLUDE, INCLUDE]), clauses, frais=frais)
    with pytest.raises(TemplateErrors) as errors:
        template.render({})
    places = [finding.message.partition(" : ")[0] for finding in errors.value.findings]
    assert places == ["clause frais.docx, corps, tableau 1, ligne 2"]


def test_a_name_missing_from_the_data_is_located_in_the_clause(clauses: Path) -> None:
    template = compiled(document(INCLUDE), clauses, frais=document("Total : {{ budget.totl }}"))
    with pytest.raises(TemplateErrors, match=r"clause frais\.docx, corps : « Total : .* budget.totl .* budget.total "):
        template.render({"budget": {"total": "12"}})
    [spot] = template.variables()["budget.totl"].spots
    assert spot.clause == "frais.docx"


def test_a_file_that_is_no_safe_document_is_refused_by_the_name_of_its_fault(clauses: Path) -> None:
    macro = with_members(document("x"), {"word/vbaProject.bin": b"x"})
    errors = refusals(document(INCLUDE, '{%p include "casse.docx" %}'), clauses, frais=macro, casse=b"rien")
    assert [error[:5] for error in errors] == ["TP004", "TP001"]
    assert [error.split()[2].rstrip(":") for error in errors] == ["frais.docx", "casse.docx"]


def test_notes_and_sections_stay_out(clauses: Path) -> None:
    note = body('<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>')
    section = docx.Document()
    section.add_section()
    for content, what in ((note, "une note"), (saved(section), "un saut de section")):
        [error] = refusals(document(INCLUDE), clauses, frais=content)
        assert error.startswith("TP121")
        assert f"il contient {what}" in error


def test_images_and_links_follow_into_the_part_that_includes_them(clauses: Path) -> None:
    clause = docx.Document()
    clause.add_picture(picture(3), width=Mm(5))
    linked = clause.add_paragraph()
    identifier = clause.part.relate_to("https://www.example.org/", LINK, is_external=True)
    linked._p.append(
        parse_xml(
            f'<w:hyperlink xmlns:w="{W}" xmlns:r="{R}" r:id="{identifier}"><w:r><w:t>site</w:t></w:r></w:hyperlink>'
        )
    )
    word = docx.Document()
    word.add_picture(picture(4), width=Mm(5))
    word.add_paragraph(INCLUDE)
    word.sections[0].header.paragraphs[0].text = INCLUDE
    made = docx.Document(io.BytesIO(rendered(saved(word), clauses, frais=saved(clause))))
    for part, root in ((made.part, made.element), (made.sections[0].header.part, made.sections[0].header._element)):
        images = [part.related_parts[identifier].blob for identifier in root.xpath(".//a:blip/@r:embed")]
        assert images[-1] == picture(3).getvalue()
        assert [part.rels[identifier].target_ref for identifier in root.xpath(".//w:hyperlink/@r:id")] == [
            "https://www.example.org/"
        ]
    assert len({shape.get("id") for shape in made.element.xpath(".//wp:docPr")}) == 2


def test_comments_and_identifiers_of_a_clause_stay_behind(clauses: Path) -> None:
    marked = body(
        '<w:p w14:paraId="11111111" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
        '<w:bookmarkStart w:id="0" w:name="ici"/><w:commentRangeStart w:id="0"/><w:r><w:t>x</w:t></w:r>'
        '<w:bookmarkEnd w:id="0"/><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r></w:p>'
    )
    root = tree(rendered(document(INCLUDE, INCLUDE), clauses, frais=marked))
    assert not root.xpath("//*[@w14:paraId] | //w:commentReference", namespaces=NAMESPACES | W14)
    assert root.xpath("//w:bookmarkStart/@w:name", namespaces=NAMESPACES) == ["ici"]
    assert len(root.xpath("//w:bookmarkEnd", namespaces=NAMESPACES)) == 1


def test_one_change_of_a_clause_reaches_every_template_that_includes_it(clauses: Path) -> None:
    templates = [document(INCLUDE), table([INCLUDE])]
    for text in ("ancien", "nouveau"):
        made = [extract_text(rendered(template, clauses, frais=document(text))) for template in templates]
        assert made == [text, text]


def test_equal_clauses_give_equal_bytes(clauses: Path) -> None:
    template, frais = document(INCLUDE, INCLUDE), saved(numbered(["a"]))
    assert len({rendered(template, clauses, frais=frais) for _ in range(3)}) == 1


R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINK = f"{R}/hyperlink"
W14 = {"w14": "http://schemas.microsoft.com/office/word/2010/wordml"}


def styles_of(word: bytes) -> list[str]:
    return xpath(word, "//w:pStyle/@w:val")


def lists_of(word: bytes) -> list[str]:
    """The list that each paragraph names itself."""
    return [
        "".join(paragraph.xpath("w:pPr/w:numPr/w:numId/@w:val", namespaces=NAMESPACES))
        for paragraph in tree(word).iterfind(".//w:body/w:p", NAMESPACES)
    ]


def definition_of(word: bytes, number: str) -> Any:
    return xpath(word, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", part="word/numbering.xml")


def xpath(word: bytes, path: str, part: str = "word/document.xml") -> Any:
    return tree(word, part).xpath(path, namespaces=NAMESPACES)
