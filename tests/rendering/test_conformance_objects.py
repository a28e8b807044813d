"""docxtpl's objects in every place of a template, and a program's own filters: the parts are those of docxtpl."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import docx
import pytest
from docxtpl import Listing, RichText, RichTextParagraph
from jinja2 import Environment

from generator.rendering import compile_template
from tests.support.as_word import control, notes, paragraph, run, text_box, word_365
from tests.support.docxtpl_comparison import of_docxtpl, parts
from tests.support.word import document, saved, table


def rich_text() -> RichText:
    rich = RichText("gras\nrompu & <x>", bold=True)
    rich.add(" suite", italic=True)
    return rich


OBJECTS: Mapping[str, Any] = {
    "oui": True,
    "riche": rich_text(),
    "riches": [rich_text(), RichText("b")],
    "paragraphe": RichTextParagraph("Titre", parastyle="Heading1"),
    "liste": Listing("un & deux\n\ttrois"),
    "listes": [Listing("a\nb"), Listing("c")],
}


def margins(*texts: str) -> bytes:
    """A template with the same paragraphs in its header and in its footer."""
    word = docx.Document()
    for margin in (word.sections[0].header, word.sections[0].footer):
        for text in texts:
            margin.add_paragraph(text)
    return saved(word)


PLACES = {
    "rich text in margins": margins("a {{r riche }} b"),
    "a listing in margins": margins("a {{ liste }} b"),
    "a rich paragraph in margins": margins("a", "{{p paragraphe }}", "b"),
    "rich text in a footnote": notes("footnote", paragraph("a ", "{{r riche }}", " b")),
    "a listing in a footnote": notes("footnote", paragraph("a {{ liste }} b")),
    "both in cells": table(["{{r riche }}", "{{ liste }}"]),
    "a rich paragraph in a cell": table(["{{p paragraphe }}", "b"]),
    "rich texts in rows": table(["{%tr for x in riches %}", ""], ["{{r x }}", "b"], ["{%tr endfor %}", ""]),
    "listings in rows": table(["{%tr for x in listes %}", ""], ["{{ x }}", "b"], ["{%tr endfor %}", ""]),
    "rich texts in a loop of a paragraph": document("{% for x in riches %}{{r x }}{% endfor %}"),
    "listings in a loop": document("{%p for x in listes %}", "– {{ x }} !", "{%p endfor %}"),
    "rich text in a condition": document("a {% if oui %}{{r riche }}{% endif %} b"),
    "rich text by default": document("{{r absent|default(riche) }}"),
    "both in a text box": word_365(paragraph(text_box(paragraph("{{r riche }}") + paragraph("{{ liste }}")))),
    "rich text in a control": word_365(paragraph(control(run("{{r riche }}")))),
}


@pytest.mark.parametrize("template", PLACES.values(), ids=PLACES)
def test_an_object_gives_the_parts_of_docxtpl_wherever_it_stands(template: bytes) -> None:
    assert parts(compile_template(template).render(OBJECTS)) == parts(of_docxtpl(template, OBJECTS))


def in_euros(amount: int, unit: str = "euros") -> str:
    return f"{amount:,} {unit} <HT>\nsoit {amount * 2}".replace(",", "\N{NO-BREAK SPACE}")


def by_two(items: list[int]) -> list[int]:
    return [item * 2 for item in items]


FILTERS: Mapping[str, Callable[..., Any]] = {"en_euros": in_euros, "par_deux": by_two}
FILTERED = {
    "a value": document("{{ a|en_euros }} {{ a|en_euros('francs')|upper }} {{ a|en_euros(unit='DH') }}"),
    "a condition": document("{%p if l|par_deux|sum > 11 %}", "{{ l|par_deux|join(', ') }}", "{%p endif %}"),
    "rows": table(["{%tr for x in l|par_deux %}", ""], ["{{ x|en_euros }}", "b"], ["{%tr endfor %}", ""]),
    "margins": margins("{{ a|en_euros }}"),
    "a background": table(["{% cellbg c|upper %}{{ a|en_euros }}"]),
}


@pytest.mark.parametrize("template", FILTERED.values(), ids=FILTERED)
def test_own_filters_give_the_parts_that_they_give_in_docxtpl(template: bytes) -> None:
    context = {"a": 12000, "l": [1, 2, 3], "c": "ff0000"}
    environment = Environment(autoescape=True)
    environment.filters.update(FILTERS)
    ours = compile_template(template, filters=FILTERS).render(context)
    assert parts(ours) == parts(of_docxtpl(template, context, environment))
