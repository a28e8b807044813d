"""Faults of a template: each refused with its place, or rendered right."""

from __future__ import annotations

import docx
import pytest

from generator.artifacts import Blank
from generator.rendering import TemplateErrors, compile_template, extract_text
from tests.support.word import NAMESPACES, body, compile_codes, document, render_errors, saved, table, tree, unmarked

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def test_two_paragraph_tags_in_one_paragraph_are_refused() -> None:
    assert compile_codes(document("{%p if a %}{%p if b %}", "x", "{%p endif %}", "{%p endif %}")) != []
    with pytest.raises(TemplateErrors, match=r"TP110 corps : « →\{%p if a %\}←\{%p if b %\} »"):
        compile_template(document("{%p if a %}{%p if b %}", "x", "{%p endif %}{%p endif %}"))


def test_text_beside_a_paragraph_tag_is_refused_with_the_text_that_would_be_lost() -> None:
    word = document("Article 1", "Important : {%p if a %}", "x", "{%p endif %}")
    with pytest.raises(TemplateErrors, match=r"TP111 corps : .*« Important : » serait perdu"):
        compile_template(word)


def test_text_in_a_row_that_a_tag_takes_away_is_refused() -> None:
    rows = [["{%tr if a %}", "Total"], ["x", "y"], ["{%tr endif %}", ""]]
    assert compile_codes(table(*rows)) == ["TP111"]


def test_text_before_a_trimming_tag_is_kept_where_docxtpl_would_lose_it() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph("un ")
    paragraph.add_run("deux {%- if a %}trois{% endif %}").bold = True
    assert extract_text(compile_template(saved(word)).render({"a": "x"})) == "un deuxtrois"


def test_a_tag_across_a_tracked_insertion_is_refused() -> None:
    word = body('<w:p><w:r><w:t>{{ a</w:t></w:r><w:ins w:id="1"><w:r><w:t>.b }}</w:t></w:r></w:ins></w:p>')
    assert compile_codes(word) == ["TP108"]


def test_a_tag_within_one_tracked_insertion_is_filled() -> None:
    word = body('<w:p><w:ins w:id="1"><w:r><w:t>{{ a</w:t></w:r><w:r><w:t> }}</w:t></w:r></w:ins></w:p>')
    assert extract_text(compile_template(word).render({"a": "x"})).startswith("x")


@pytest.mark.parametrize("revision", ["del", "moveFrom"])
def test_a_tag_in_deleted_text_is_refused(revision: str) -> None:
    text = "delText" if revision == "del" else "t"
    run = f'<w:p><w:{revision} w:id="1"><w:r><w:{text}>{{{{ a }}}}</w:{text}></w:r></w:{revision}></w:p>'
    assert compile_codes(body(run)) == ["TP109"]


def test_a_condition_alone_in_a_cell_leaves_an_empty_paragraph() -> None:
    cell = f"<w:tc><w:tcPr/>{P.format('{%p if a %}')}{P.format('x')}{P.format('{%p endif %}')}</w:tc>"
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>'
    rendered = compile_template(body(f"<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl>", "<w:p/>")).render({"a": False})
    [cell] = tree(rendered).xpath("//w:tc", namespaces=NAMESPACES)
    assert cell.xpath("count(w:p)", namespaces=NAMESPACES) == 1
    assert extract_text(rendered).strip() == ""


def test_no_break_spaces_in_a_tag_are_spaces_save_in_its_strings() -> None:
    tags = ("{%p if a %}", '{{ b|default("1 €") }}', "{%p endif %}")
    word = document(*(tag.replace(" ", "\N{NO-BREAK SPACE}") for tag in tags))
    assert extract_text(compile_template(word).render({"a": True, "b": None})) == "1\N{NO-BREAK SPACE}€"


def test_french_quotes_in_a_tag_are_refused_with_advice() -> None:
    with pytest.raises(TemplateErrors, match=r'TP113 .*écrivez.*"rien"'):
        compile_template(document("{{ a|default(« rien ») }}"))


@pytest.mark.parametrize(
    ("paragraph", "code"),
    [
        ("Bonjour {{ nom", "TP101"),
        ("Bonjour nom }}", "TP102"),
        ("{{ a b }}", "TP103"),
        ("{{ }}", "TP103"),
        ("{% p if a %}", "TP104"),
        ("{% include 'x' %}", "TP104"),
        ("{% macro m() %}", "TP104"),
        ("{% set a %}", "TP104"),
        ("{% raw %}", "TP104"),
        ("{{ a|uper }}", "TP105"),
        ("{{ a|safe }}", "TP105"),
        ("{{ a is prime }}", "TP105"),
        ("{% if a %}x{% endif}%}", "TP104"),
        ("{% for a in b %}{% set loop = 1 %}{% endfor %}", "TP103"),
        ("{% endif %}", "TP106"),
        ("{% else %}", "TP106"),
        ("{% if a %}", "TP107"),
        ("{% for a in b recursive %}{% endfor %}", "TP104"),
        ("{{ ((((((((((((((((a)))))))))))))))) }}", "TP118"),
    ],
)
def test_a_faulty_tag_is_refused_at_its_place(paragraph: str, code: str) -> None:
    with pytest.raises(TemplateErrors) as caught:
        compile_template(document("Avant.", paragraph))
    assert [finding.code for finding in caught.value.findings] == [code]
    assert unmarked(caught.value.findings[0].message).startswith(f"corps : « {paragraph} »")


def test_the_tag_is_marked_in_its_paragraph_however_long_that_is() -> None:
    words = "mot " * 60
    [error] = render_errors(document(f"{words}{{{{ a }}}}{{{{ b }}}} {words}fin"), {"a": "x"})
    assert error.startswith("TP201 corps : « … ")
    assert "mot mot {{ a }}→{{ b }}← mot mot" in error


def test_all_syntax_errors_of_a_template_are_found_in_one_run() -> None:
    word = docx.Document()
    for text in ("{{ a b }}", "{{ c|uper }}", "{%p if d %}"):
        word.add_paragraph(text)
    word.sections[0].header.paragraphs[0].text = "{{ e f }}"
    assert compile_codes(saved(word)) == ["TP103", "TP105", "TP107", "TP103"]


def test_a_tag_that_is_cut_hides_no_error_of_another() -> None:
    codes = compile_codes(
        document("{{ a", "{{ b c }}", "{%p si x %}", "{{r “d” e }}", "{% vm %}{% colspan 2 %}{# f g #}")
    )
    assert codes == ["TP101", "TP103", "TP104", "TP103", "TP104", "TP104"]


def test_a_wrong_filter_gets_the_nearest_one_as_advice() -> None:
    with pytest.raises(TemplateErrors, match=r"vouliez-vous dire « upper » \?"):
        compile_template(document("{{ a|uper }}"))


def test_a_block_that_breaks_a_table_for_some_data_is_refused() -> None:
    grid = '<w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/></w:tblGrid>'
    cell = f"<w:tc>{P.format('x {% endif %}')}</w:tc>"
    word = body(P.format("{% if a %} y"), f"<w:tbl>{grid}<w:tr>{cell}</w:tr></w:tbl>", "<w:p/>")
    assert compile_codes(word) == ["TP115"]


def test_braces_that_docxtpl_would_join_across_paragraphs_are_refused() -> None:
    assert compile_codes(document("un {", "{ a }}")) == ["TP102"]
    assert compile_codes(document("un {", "% deux", "fin %", "} trois")) == ["TP101", "TP101"]


def test_a_note_inside_a_tag_is_refused() -> None:
    word = body(
        '<w:p><w:r><w:t>{{ a</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t> }}</w:t></w:r></w:p>'
    )
    assert compile_codes(word) == ["TP116", "TP015"]


def test_a_field_whose_name_comes_from_the_data_is_refused() -> None:
    assert compile_codes(body('<w:p><w:fldSimple w:instr="{{ a }}"/></w:p>')) == ["TP117"]


def test_bookmarks_and_paragraph_identifiers_of_a_loop_stay_unique() -> None:
    w14 = "http://schemas.microsoft.com/office/word/2010/wordml"
    looped = (
        f'<w:p xmlns:w14="{w14}" w14:paraId="00000001"><w:bookmarkStart w:id="7" w:name="ici"/>'
        '<w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'
    )
    word = body(P.format("{%p for a in b %}"), looped, P.format("{%p endfor %}"))
    rendered = tree(compile_template(word).render({"b": [1, 2, 3]}))
    assert rendered.xpath("count(//w:bookmarkStart)", namespaces=NAMESPACES) == 1
    assert rendered.xpath("count(//w:bookmarkEnd)", namespaces=NAMESPACES) == 1
    assert len(rendered.xpath("//@w14:paraId", namespaces={"w14": w14})) <= 1


@pytest.mark.parametrize(
    ("expression", "context", "code"),
    [
        ("{{ a }}", {"a": ["x"]}, "TP203"),
        ("{{ a }}", {"a": {"b": 1}}, "TP203"),
        ("{{ a }}", {"a": True}, "TP203"),
        ("{{ a }}", {"a": object()}, "TP203"),
        ("{{ a }}", {"a": None}, "TP202"),
        ("{{ a.b.c }}", {"a": {"b": None}}, "TP201"),
        ("{{ a|upper }}", {}, "TP201"),
        ("{{ a ~ 'x' }}", {}, "TP201"),
        ("{{ a + 1 }}", {"a": None}, "TP202"),
        ("{% if a > 1 %}x{% endif %}", {"a": None}, "TP202"),
        ("{% if a and b %}x{% endif %}", {"b": 1}, "TP201"),
        ("{% for x in a %}x{% endfor %}", {"a": "texte"}, "TP204"),
        ("{% for x in a %}x{% endfor %}", {"a": 3}, "TP204"),
        ("{{ a + 'x' }}", {"a": 1}, "TP206"),
        ("{{ 1 / a }}", {"a": 0}, "TP206"),
        ("{{ a.__class__ }}", {"a": "x"}, "TP207"),
        ("{{ a.format }}", {"a": "x"}, "TP201"),
        ("{{ range(3) }}", {}, "TP146"),
    ],
)
def test_what_cannot_be_printed_is_refused_at_its_place(expression: str, context: dict[str, object], code: str) -> None:
    [error] = render_errors(document("Avant.", expression), context)
    assert unmarked(error).startswith(f"{code} corps : « {expression} »")


@pytest.mark.parametrize(
    "expression",
    [
        "{{ a }}",
        "{{ a.b[0].c }}",
        "{{ a|upper }}",
        "{{ a|join(', ') }}",
        "{{ a + 1 }}",
        "{{ a ~ 'x' }}",
        "{% if a > 1 or 2 < a.b or a in b or 1 in a %}x{% endif %}",
        "{% for k, v in a.items() %}{{ k }} {{ v }} {{ loop.index }}{% endfor %}",
        "{% set c = a.b %}{{ c }}",
        "{{ a.upper() }} {{ -a }} {{ a[1:2] }}",
        "{{r a }}",
    ],
)
@pytest.mark.parametrize("context", [{}, {"a": None}, {"a": Blank("a")}], ids=["missing", "none", "blank"])
def test_a_draft_never_fails_for_want_of_data(expression: str, context: dict[str, object]) -> None:
    assert render_errors(document(expression), context, draft=True) == []


def test_a_default_and_a_test_of_presence_may_name_what_is_missing() -> None:
    word = document("{{ a|default('rien') }}{% if b is defined %}x{% endif %}{{ c.d|d('non') }}")
    assert extract_text(compile_template(word).render({})) == "riennon"


def test_a_value_that_holds_tags_stays_text() -> None:
    rendered = compile_template(document("{{ a }}")).render({"a": "{{ b }}{% if x %}<w:t>&amp;"})
    assert extract_text(rendered) == "{{ b }}{% if x %}<w:t>&amp;"


@pytest.mark.parametrize(
    "expression",
    [
        "{{ 'A'*10**8 }}",
        "{{ 10**10**10 }}",
        "{{ 'x'|replace('', a) }}",
        "{{ a|batch(10**9, 'x') }}",
        "{{ '%9999999d' % 1 }}",
    ],
)
def test_an_expression_that_would_exhaust_memory_is_refused(expression: str) -> None:
    assert render_errors(document(expression), {"a": "x" * 2000000})[0][:5] in {"TP206", "TP207"}


def test_loops_that_would_exhaust_memory_are_refused() -> None:
    loops = "{% for x in a %}" * 5 + "x" * 100 + "{% endfor %}" * 5
    assert render_errors(document(loops), {"a": list(range(1000))})[0].startswith("TP208")


def test_a_table_of_five_thousand_rows_is_within_bounds() -> None:
    rows = [{"a": "Frais de mission", "b": number} for number in range(5000)]
    word = table(
        ["Poste", "Montant"], ["{%tr for l in l %}", ""], ["{{ l.a }}", "{{ l.b|round(2) }}"], ["{%tr endfor %}", ""]
    )
    assert extract_text(compile_template(word).render({"l": rows})).count("Frais de mission") == 5000


def test_breaks_that_would_copy_a_monstrous_format_are_refused() -> None:
    word = body(f"<w:p><w:r><w:rPr>{'<w:b/>' * 3000}</w:rPr><w:t>{{{{ a }}}}</w:t></w:r></w:p>")
    assert render_errors(word, {"a": "x\ty"}) == []
    assert render_errors(word, {"a": "x\ty" * 1000})[0].startswith("TP208 corps")


EXPLAINED = {
    "{{ a + 'x' }}": "« x » n’est pas un nombre",
    "{{ l|sort|first }}": "le filtre « sort » n’accepte pas une liste, ou pas ces paramètres",
    "{{ s|truncate('a') }}": "le filtre « truncate » n’accepte pas un texte, ou pas ces paramètres",
    "{{ s|dictsort }}": "le filtre « dictsort » n’accepte pas un texte, ou pas ces paramètres",
    "{{ s.upper(1) }}": "la méthode n’accepte pas ces paramètres",
    "{{ l|map('zzz')|list }}": "filtre ou test inconnu : « zzz »",
    "{{ a / 0 }}": "division par zéro",
    "{{ s < a }}": "des valeurs de nature différente ne se comparent pas",
    "{{ a in a }}": "une liste est attendue",
    "{{ s() }}": "un modèle n’appelle pas de fonction",
    "{% for x, y in l %}{{ x }}{% endfor %}": "chaque élément n’a pas autant de valeurs que la balise donne de noms",
    "{{ s[1:'a'] }}": "les bornes d’un extrait sont des nombres entiers",
    "{{ 'a }}": "un guillemet n’est pas refermé",
    "{{ a..b }}": "un nom est attendu après le point",
    "{{ (a }}": "« ) » manque avant « } »",
    "{% si a %}": "écrivez « {% if a %} »",
    "{% else if a %}": "écrivez « {% elif a %} »",
    "{% finpour %}": "écrivez « {% endfor %} »",
}


@pytest.mark.parametrize(("tag", "explanation"), EXPLAINED.items(), ids=EXPLAINED)
def test_a_failure_is_explained_in_french(tag: str, explanation: str) -> None:
    errors = render_errors(document(tag), {"a": 1, "s": "abc", "l": [1, "b"]})
    assert explanation in errors[0]
