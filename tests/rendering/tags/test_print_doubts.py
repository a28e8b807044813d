"""What a tag prints and should not is found without data; the same value is printed as it is by the door."""

from __future__ import annotations

import pytest

from generator.rendering import compile_template
from tests.support.as_word import field, paragraph, run, word_365
from tests.support.word import document


def doubts(template: bytes) -> list[str]:
    return [fault.finding("m").code for fault in compile_template(template).doubts]


@pytest.mark.parametrize(
    ("tags", "code"),
    [
        ("{{ a == b }}", "TP203"),
        ("{{ not a }}", "TP203"),
        ("{{ a is defined }}", "TP203"),
        ("{{ true }}", "TP203"),
        ("{{ [a, b] }}", "TP203"),
        ("{{ {'a': b} }}", "TP203"),
        ("{{ 'nom' }}", "TP435"),
        ("{{ “maire.nom” }}", "TP435"),
        ("{% set m = a / 2 %}{{ m }}", "TP434"),
        ("{% set m = a / 2 %}{% set n = m + 1 %}{{ n ~ ' €' }}", "TP434"),
    ],
)
def test_what_is_no_text_whatever_the_data_is_told(tags: str, code: str) -> None:
    assert doubts(document(tags)) == [code]


@pytest.mark.parametrize(
    "tags",
    [
        "{{ 'oui' if a == b else 'non' }}",
        "{{ 'deux mots' }}",
        "{{ '' }}",
        "{{ a ~ 'nom' }}",
        "{% set m = a / 2 %}{{ m|round|int }}",
        "{% set m = a / 2 %}{% set m = 'a' %}{{ m }}",
    ],
)
def test_what_is_a_text_is_not(tags: str) -> None:
    assert doubts(document(tags)) == []


def test_a_merge_field_that_was_left_is_told_with_the_tag_to_type() -> None:
    simple = f'<w:fldSimple w:instr=" MERGEFIELD nom_du_maire \\* MERGEFORMAT ">{run("«nom_du_maire»")}</w:fldSimple>'
    for merge_field in (simple, field(" MERGEFIELD nom_du_maire ", run("«nom»"))):
        template = compile_template(word_365(paragraph("Le ", merge_field)))
        [fault] = [fault for fault in template.doubts if fault.finding("m").code == "TP436"]
        assert "{{ nom_du_maire }}" in fault.finding("m").fix.replace("\u00a0", " ")
    assert doubts(word_365(paragraph("Page ", field(" PAGE ", run("1"))))) == []
