from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from markupsafe import Markup

from generator.artifacts import Blank, Style, StyledText
from generator.rendering import TemplateErrors, compile_template, extract_text
from tests.support.word import NAMESPACES, document, render_errors, saved, table, tree


def test_a_template_compiled_from_its_path_renders_a_document_that_word_libraries_open(tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(document("Bonjour {{ nom }}."))
    rendered = compile_template(path).render({"nom": "Éric"})
    assert docx.Document(io.BytesIO(rendered)).paragraphs[0].text == "Bonjour Éric."


def test_equal_inputs_give_equal_bytes() -> None:
    template = document("{{ a }}", "{%p if b %}", "oui", "{%p endif %}")
    once = compile_template(template).render({"a": "x", "b": True})
    again = compile_template(template).render({"a": "x", "b": True})
    assert once == again


def test_a_paragraph_that_holds_a_condition_leaves_no_empty_paragraph() -> None:
    template = compile_template(document("{%p if x %}", "oui", "{%p else %}", "non", "{%p endif %}", "fin"))
    assert extract_text(template.render({"x": True})) == "oui\nfin"
    assert extract_text(template.render({"x": False})) == "non\nfin"


def test_rows_repeat_for_each_element_of_a_list() -> None:
    rows = [["Poste", "Montant"], ["{%tr for l in lignes %}", ""], ["{{ l.a }}", "{{ l.b }}"], ["{%tr endfor %}", ""]]
    rendered = compile_template(table(*rows)).render({"lignes": [{"a": "x", "b": 1}, {"a": "y", "b": 2}]})
    assert extract_text(rendered) == "Poste\nMontant\nx\n1\ny\n2"


def test_a_missing_name_is_an_error_in_a_final_document_and_a_mark_in_a_draft() -> None:
    template = document("Le total est de {{ budget.totl }} euros.")
    [error] = render_errors(template, {"budget": {"total": "12"}})
    assert error.startswith(
        "TP201 corps : « Le total est de →{{ budget.totl }}← euros. » : « budget.totl » n’existe pas"
    )
    assert error.endswith("vouliez-vous dire « budget.total » ?")
    draft = compile_template(template).render({"budget": {}}, draft=True)
    assert extract_text(draft) == "Le total est de [à compléter\N{NO-BREAK SPACE}: budget.totl] euros."


def test_a_blank_is_marked_by_its_label_and_keeps_the_font_of_its_run() -> None:
    word = docx.Document()
    run = word.add_paragraph("Fait à ").add_run("{{ lieu }}")
    run.font.name, run.bold = "Arial", True
    draft = compile_template(saved(word)).render({"lieu": Blank("lieu de signature")}, draft=True)
    [mark] = tree(draft).xpath("//w:r[w:rPr/w:highlight[@w:val='yellow']]", namespaces=NAMESPACES)
    assert "".join(mark.itertext()) == "[à compléter\N{NO-BREAK SPACE}: lieu de signature]"
    assert mark.xpath("w:rPr/w:b and w:rPr/w:rFonts[@w:ascii='Arial']", namespaces=NAMESPACES)


def test_the_parts_of_a_styled_text_are_runs_in_the_format_of_the_run_around_them() -> None:
    word = docx.Document()
    word.add_paragraph().add_run("Le {{ jour }}.").italic = True
    jour = StyledText(("1", Style.PLAIN), ("er", Style.SUPERSCRIPT), (" mars", Style.PLAIN))
    rendered = compile_template(saved(word)).render({"jour": jour})
    runs = tree(rendered).xpath("//w:p[1]/w:r", namespaces=NAMESPACES)
    assert ["".join(run.itertext()) for run in runs] == ["Le 1", "er", " mars."]
    assert all(run.xpath("w:rPr/w:i", namespaces=NAMESPACES) for run in runs)
    assert [bool(run.xpath("w:rPr/w:vertAlign", namespaces=NAMESPACES)) for run in runs] == [False, True, False]


def test_every_missing_name_of_every_part_is_reported_in_one_run() -> None:
    word = docx.Document()
    word.add_heading("Article 3 – Budget", 1)
    word.add_paragraph("{{ a }} et {{ b }}")
    word.sections[0].header.paragraphs[0].text = "{{ c }}"
    word.sections[0].footer.paragraphs[0].text = "{{ d }}"
    word.core_properties.title = "{{ e }}"
    with pytest.raises(TemplateErrors) as caught:
        compile_template(saved(word)).render({})
    places = [finding.message.split(" : ")[0] for finding in caught.value.findings]
    assert places == ["corps, « Article 3 – Budget »"] * 2 + ["en-tête 1", "pied de page 1", "propriétés"]


def test_variables_tell_what_each_part_reads_and_what_is_walked() -> None:
    word = docx.Document()
    word.add_heading("Article 1", 1)
    for text in ("{%p for d in budget.depenses %}", "{{ d.montant }} {{ loop.index }}", "{%p endfor %}"):
        word.add_paragraph(text)
    word.sections[0].header.paragraphs[0].text = "{% if projet %}PROJET{% endif %}"
    word.core_properties.title = "{{ titre }}"
    variables = compile_template(saved(word)).variables()
    assert {path: variable.is_loop for path, variable in variables.items()} == {
        "budget.depenses": True,
        "budget.depenses[].montant": False,
        "projet": False,
        "titre": False,
    }
    assert variables["projet"].spots[0].part == "en-tête 1"
    assert variables["budget.depenses"].spots[0].heading == "Article 1"


def test_a_draft_shows_what_is_missing_in_a_loop_in_its_place() -> None:
    rows = [["{%tr for l in lignes %}", ""], ["{{ l.a }}", "{{ l.b }}"], ["{%tr endfor %}", ""]]
    template = compile_template(table(*rows))
    assert extract_text(template.render({}, draft=True)).splitlines() == [
        "[à compléter\N{NO-BREAK SPACE}: lignes.a]",
        "[à compléter\N{NO-BREAK SPACE}: lignes.b]",
    ]
    [error] = render_errors(table(*rows), {"lignes": Blank("les dépenses")})
    assert "« lignes » n’est pas renseigné" in error


def test_own_filters_join_those_that_are_allowed() -> None:
    filters = {"en_euros": lambda amount, unit="euros": f"{amount} {unit} <HT>"}
    template = compile_template(document("{{ a|en_euros }}, {{ a|en_euros('francs')|upper }}"), filters=filters)
    assert extract_text(template.render({"a": 12})) == "12 euros <HT>, 12 FRANCS <HT>"


def test_own_filters_are_not_called_for_what_is_missing_and_are_unknown_to_other_templates() -> None:
    filters = {"en_euros": lambda amount: f"{amount:d} euros"}
    word = document("{{ a|en_euros }}")
    with pytest.raises(TemplateErrors, match="TP202"):
        compile_template(word, filters=filters).render({"a": None})
    with pytest.raises(TemplateErrors, match="TP105"):
        compile_template(word)


def test_an_own_filter_that_fails_is_reported_at_its_tag() -> None:
    template = compile_template(document("Le prix : {{ a|en_euros }}"), filters={"en_euros": int})
    with pytest.raises(TemplateErrors, match=r"TP206 corps : « Le prix : →\{\{ a\|en_euros \}\}← »"):
        template.render({"a": "douze"})


def test_own_filters_cannot_write_xml() -> None:
    template = compile_template(document("{{ a|gras }}"), filters={"gras": Markup("<w:b/>{}").format})
    assert extract_text(template.render({"a": "x"})) == "<w:b/>x"
