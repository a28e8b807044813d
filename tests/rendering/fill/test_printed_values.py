"""Hostile values: printed exactly, or refused by name; the end of the document is always there."""

from __future__ import annotations

import random
import re
from collections import Counter

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.rendering import TemplateErrors, compile_template, extract_text
from generator.rendering.fill.printed_values import FORBIDDEN
from tests.support.hostile_templates import text_value
from tests.support.sample_templates import footnotes
from tests.support.scale import a_tenth_or_in_full
from tests.support.word import DOCUMENT, NAMESPACES, document, edited, member, render_errors, saved, tree

LAST = "Fait en six exemplaires."
FRAGMENTS = [
    "{{ a }}",
    "{% if x %}",
    "%}",
    "</w:t>",
    "<w:p>",
    "<!--",
    "]]>",
    "&amp;",
    "&#0;",
    "<?parafe 0?>",
    "{_{",
    "\\",
    '"',
]
VALUES = st.one_of(
    st.text(max_size=30),
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=6).map("".join),
    st.text(st.characters(codec=None, categories=("Cs", "Cc", "Cn", "Co", "Zs", "Cf")), max_size=8),
)


def template(place: str) -> bytes:
    """A template that prints ``v`` in one place, and ends with the same sentence."""
    word = docx.Document()
    match place:
        case "corps":
            word.add_paragraph("[{{ v }}]")
        case "tableau":
            word.add_table(1, 1).cell(0, 0).text = "[{{ v }}]"
        case "en-tête":
            word.sections[0].header.paragraphs[0].text = "[{{ v }}]"
        case "propriété":
            word.core_properties.title = "[{{ v }}]"
    word.add_paragraph(LAST)
    return in_a_note(saved(word)) if place == "note" else saved(word)


def in_a_note(word: bytes) -> bytes:
    """The same document with a note that prints ``v``."""
    noted = footnotes()
    last = member(word, DOCUMENT).decode().partition("<w:body>")[2].partition("<w:sectPr")[0]
    noted = edited(noted, "word/footnotes.xml", lambda xml: xml.replace("Note {{ nom }}", "[{{ v }}]"))
    return edited(noted, DOCUMENT, lambda xml: xml.replace("<w:sectPr", f"{last}<w:sectPr"))


def printed(rendered: bytes, place: str) -> str:
    """What stands between the brackets, in the place where the value was printed."""
    if place == "propriété":
        text = tree(rendered, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title")
    else:
        text = extract_text(rendered, headers_and_footers=True)
    return text[text.index("[") + 1 : text.rindex("]")]


def as_paragraphs(value: str) -> str:
    """How a value reads once its page breaks are paragraphs of their own, and its line ends are line breaks."""
    return re.sub("\r\n|\r", "\n", value).replace("\f", "\n\f\n")


PLACES = {place: compile_template(template(place)) for place in ("corps", "tableau", "en-tête", "note", "propriété")}


@pytest.mark.parametrize("place", PLACES)
@settings(max_examples=200)
@given(value=VALUES)
def test_a_value_is_printed_exactly_or_refused_by_name(place: str, value: str) -> None:
    print_exactly_or_refuse_by_name(place, value)


@pytest.mark.parametrize("place", PLACES)
@a_tenth_or_in_full("count", 2000)
def test_hostile_values_are_printed_exactly_or_refused_by_name(count: int, place: str) -> None:
    chance = random.Random(place)  # noqa: S311 - a seed that can be run again
    values = [text_value(chance) for _ in range(count)]
    outcomes = Counter(print_exactly_or_refuse_by_name(place, value) for value in values)
    assert min(outcomes.values()) > count // 10
    assert outcomes.total() == count


def print_exactly_or_refuse_by_name(place: str, value: str) -> str:
    """Check what becomes of a value, and say which of the two it is."""
    forbidden = FORBIDDEN.search(value) or (re.search("\f", value) if place == "propriété" else None)
    if forbidden:
        with pytest.raises(TemplateErrors, match="« v » contient un"):
            PLACES[place].render({"v": value})
        return "refused"
    rendered = PLACES[place].render({"v": value})
    assert printed(rendered, place) == (value if place == "propriété" else as_paragraphs(value))
    assert extract_text(rendered).splitlines()[-1].endswith(LAST)
    return "printed"


@settings(max_examples=200)
@given(value=VALUES)
def test_a_value_in_a_note_is_printed_exactly_or_refused_by_name(value: str) -> None:
    if FORBIDDEN.search(value):
        with pytest.raises(TemplateErrors, match=r"note 1 : .*« nom » contient un caractère interdit"):
            NOTE.render({"nom": value})
        return
    rendered = NOTE.render({"nom": value})
    notes = tree(rendered, "word/footnotes.xml").xpath("//w:footnote//w:p", namespaces=NAMESPACES)
    assert len(notes) == 1 + 2 * value.count("\f")
    assert extract_text(rendered, headers_and_footers=True).endswith(f"Note {as_paragraphs(value)}")


NOTE = compile_template(footnotes())


@pytest.mark.parametrize(
    ("character", "name"), [("\0", "U+0000"), ("\x07", "U+0007"), ("\ud800", "U+D800"), ("\uffff", "U+FFFF")]
)
def test_a_forbidden_character_is_refused_with_its_code_point(character: str, name: str) -> None:
    [error] = render_errors(template("corps"), {"v": f"a{character}b"})
    assert error.startswith("TP205 corps")
    assert "« v » contient un caractère interdit" in error
    assert name in error


def test_a_value_of_eleven_megabytes_loses_nothing() -> None:
    with pytest.raises(TemplateErrors, match="TP208"):
        PLACES["corps"].render({"v": "x" * 70_000_000})
    rendered = PLACES["corps"].render({"v": "x" * 11_000_000})
    assert len(printed(rendered, "corps")) == 11_000_000
    assert extract_text(rendered).endswith(LAST)


def test_a_page_break_in_a_property_is_refused() -> None:
    [error] = render_errors(template("propriété"), {"v": "a\fb"})
    assert error.startswith("TP209 propriétés")


def test_an_ampersand_in_a_property_is_escaped_once() -> None:
    rendered = PLACES["propriété"].render({"v": "Tom & Jerry"})
    assert b"Tom &amp; Jerry" in member(rendered, "docProps/core.xml")


def test_a_value_cannot_forge_a_fragment() -> None:
    rendered = PLACES["corps"].render({"v": "<?parafe 0?>\n"})
    assert printed(rendered, "corps") == "<?parafe 0?>\n"


def test_numbers_are_printed_as_they_are() -> None:
    assert printed(PLACES["corps"].render({"v": 12}), "corps") == "12"


def test_a_choice_without_an_else_prints_nothing() -> None:
    template = compile_template(document('a{{ "x" if oui }}b'))
    assert extract_text(template.render({"oui": True})) == "axb"
    assert extract_text(template.render({"oui": False})) == "ab"


def test_a_filter_behind_a_point_is_told_as_one() -> None:
    with pytest.raises(TemplateErrors) as raised:
        compile_template(document("{{ nom.upper }}")).render({"nom": "x"})
    [finding] = raised.value.findings
    assert "est une fonction" in finding.message
    assert "{{ nom|upper }}" in finding.fix
