"""White space around a tag is trimmed as Jinja trims it, in every place; no sign is read as an operator."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from generator.rendering import compile_template, extract_text
from tests.support.as_word import control, field, notes, paragraph, run, text_box, word_365
from tests.support.block_templates import in_header
from tests.support.docxtpl_traps import core_property
from tests.support.sample_templates import cell, grid
from tests.support.word import DOCUMENT, body, document, member, table

CONTEXT = {"n": 24000, "z": -3, "f": 1.5, "d": Decimal("12.50"), "y": True, "t": "texte", "g": {"a": "b"}, "l": [7, 8]}
EXPRESSIONS = (
    "n",
    "z",
    "f",
    "d",
    "-d",
    "t",
    "'a' if y else 'b'",
    "-n",
    "+n",
    "- z",
    "n - 1",
    "g.a",
    "l[0]",
    "l|length",
    "t|upper",
    "(n)",
    "-1",
    "'x'",
)


def everywhere(text: str) -> bytes:
    """A document with a text in each place of a body, and in its header; compiled once for all of them."""
    places = (
        paragraph(text_box(paragraph(text))),
        paragraph(control(run(text))),
        paragraph(f'<w:hyperlink w:anchor="a">{run(text)}</w:hyperlink>'),
        paragraph(field(' HYPERLINK "x" ', run(text))),
        grid(1, cell(grid(1, cell(paragraph(text))) + "<w:p/>")),
    )
    return in_header(word_365(*places), paragraph(text))


MAKERS = (lambda text: table([text]), lambda text: notes("footnote", paragraph(text)), everywhere)
PLACES = tuple((make, extract_text(make("(x)"), headers_and_footers=True).count("(x)")) for make in MAKERS)
"""What makes a document, and how many times a text stands in it."""

OPENINGS, CLOSINGS = st.sampled_from(("", "-", "+")), st.sampled_from(("", "-"))
BLANKS = st.sampled_from(("", " ", "  ", "\u00a0"))


def printed(word: bytes, **context: object) -> str:
    return extract_text(compile_template(word).render({**CONTEXT, **context}), headers_and_footers=True)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(EXPRESSIONS), st.tuples(OPENINGS, CLOSINGS), st.tuples(BLANKS, BLANKS), st.integers(0, 8))
def test_whatever_trims_around_an_expression_it_prints_its_value(
    expression: str, signs: tuple[str, str], blanks: tuple[str, str], cut: int
) -> None:
    (opening, closing), (before, after) = signs, blanks
    tag = f"{{{{{opening}{before or ' '}{expression}{after or ' '}{closing}}}}}"
    expected = Environment(autoescape=True).from_string(f"<{tag}>".replace("\u00a0", " ")).render(CONTEXT)
    split = word_365(f"<w:p>{run('(' + tag[:cut])}{run(tag[cut:] + ')')}</w:p>") if cut else document(f"({tag})")
    assert f"({expected[1:-1]})" in printed(split)
    for make, places in PLACES:
        assert printed(make(f"({tag})")).count(f"({expected[1:-1]})") == places


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(("n", "z", "f", "d", "t", "g.a", "l[0]")), st.tuples(OPENINGS, CLOSINGS, OPENINGS, CLOSINGS))
def test_whatever_trims_around_a_statement_its_branch_is_printed(expression: str, signs: tuple[str, ...]) -> None:
    opening, closing, opening_end, closing_end = signs
    block = f"({{%{opening} if {expression} {closing}%}}oui{{%{opening_end} endif {closing_end}%}})"
    for make, places in PLACES:
        assert printed(make(block)).count("(oui)") == places


def test_a_property_and_an_attribute_are_trimmed_too() -> None:
    title = compile_template(core_property(title="T {{- n -}} ")).render(CONTEXT)
    assert b"T24000" in member(title, "docProps/core.xml")
    named = body(
        '<w:p><w:bookmarkStart w:id="1" w:name="a{%- if n -%} b {%- endif -%} c"/><w:bookmarkEnd w:id="1"/></w:p>'
    )
    assert b'w:name="abc"' in member(compile_template(named).render(CONTEXT), DOCUMENT)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["a {%- if n -%} b {%- endif -%} c"], "abc"),
        (["Avant.", "a {%- if n -%} b {%- endif -%} c"], "Avant.\nabc"),
        (["A {% if n -%}", "B {%- else -%}", "C {%- endif %}"], "A B"),
        (["a {#- rien -#} b"], "ab"),
        (["{%p if n -%}", "b", "{%p endif -%}", "c"], "b\nc"),
        (["{{ n -}} {{- n }}"], "2400024000"),
    ],
)
def test_statements_and_comments_trim(texts: list[str], expected: str) -> None:
    assert printed(document(*texts)).strip() == expected


def test_a_row_whose_tag_trims_is_repeated() -> None:
    rows = table(["{%tr for x in l -%}", ""], ["{{- x }}", "y"], ["{%tr endfor -%}", ""])
    assert printed(rows).split() == ["7", "y", "8", "y"]


@pytest.mark.parametrize("text", ["avant {%- set a = 1 -%}", "{%- set a = 1 -%}", "avant {% set a = 1 -%}"])
def test_a_tag_that_trims_before_a_table_leaves_the_table_whole(text: str) -> None:
    word = table(["cellule"], before=[text], after=["{%- if n -%} après {%- endif %}"])
    assert printed(word).split() == [*text.split("{%", maxsplit=1)[0].split(), "cellule", "après"]


@pytest.mark.parametrize("expression", ["n", "t", "g.a"])
def test_what_escapes_a_value_twice_in_other_programs_changes_nothing_here(expression: str) -> None:
    assert printed(document(f"{{{{ {expression}|e }}}}")) == printed(document(f"{{{{ {expression} }}}}"))
    assert "a & <b>" in printed(document("{{ t|e }}{{ t|escape }}"), t="a & <b>")


MARKS = ("\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad")


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("place", range(1, 9))
def test_what_nobody_sees_in_a_tag_is_skipped(mark: str, place: int) -> None:
    tag = "{{ g.a }}"
    marked = f"a{tag[:place]}{mark}{tag[place:]}c"
    assert "abc" in printed(document(marked))
    assert "abc" in printed(word_365(f"<w:p>{run(marked[:4])}{run(marked[4:])}</w:p>"))
    assert printed(document(f"a{mark}{tag}")) == f"a{mark}b"
