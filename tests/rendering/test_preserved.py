"""A compiled template that was kept as octets renders, tells and refuses what it did."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from generator.rendering import (
    TemplateErrors,
    UnreadableTemplateError,
    compile_template,
    preserve_template,
    restore_template,
)
from tests.support.places import ROOT
from tests.support.sample_templates import footnotes, margins, properties
from tests.support.word import document

SHIPPED = sorted((ROOT / "templates").glob("*/modele.docx"))
MADE = {
    "notes": footnotes(),
    "margins": margins(),
    "properties": properties(),
    "loop": document("{%p for x in noms %}", "{{ x|upper }}", "{%p endfor %}"),
}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_a_shipped_template_is_the_same_when_read_back(path: Path) -> None:
    template = compile_template(path)
    restored = restore_template(preserve_template(template))
    assert restored.render({}, draft=True) == template.render({}, draft=True)
    assert restored.variables() == template.variables()
    assert (restored.name, restored.clauses, restored.doubts) == (template.name, template.clauses, template.doubts)


@pytest.mark.parametrize("word", MADE.values(), ids=MADE)
def test_a_template_prints_and_marks_the_same_when_read_back(word: bytes) -> None:
    template = compile_template(word)
    restored = restore_template(preserve_template(template))
    context = {"noms": ["a", "b"], "nom": "x\ny", "lignes": []}
    assert restored.render(context, draft=True) == template.render(context, draft=True)


def test_what_fails_is_told_at_the_same_place_when_read_back() -> None:
    template = compile_template(document("{{ a }}", "{{ b|upper }}"))
    told = []
    for each in (template, restore_template(preserve_template(template))):
        with pytest.raises(TemplateErrors) as caught:
            each.render({})
        told.append(caught.value.findings)
    assert len(told[0]) == 2
    assert told[0] == told[1]


def test_a_template_that_has_rendered_can_be_kept_too() -> None:
    template = compile_template(document("{{ a }}"))
    made = template.render({"a": "x"})
    assert restore_template(preserve_template(template)).render({"a": "x"}) == made


@pytest.mark.parametrize("data", [b"", b"x", pickle.dumps("texte"), pickle.dumps([1])[:-1]])
def test_octets_that_hold_no_template_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableTemplateError):
        restore_template(data)
