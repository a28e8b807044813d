"""The names that tags read, where the template does not compile."""

from __future__ import annotations

from generator.rendering.faults import Spot
from generator.rendering.review.lint_names import names_of_tags


def read(*paragraphs: str) -> list[str]:
    return list(names_of_tags(Spot("corps", paragraph=text) for text in paragraphs))


def test_what_a_loop_or_an_assignment_gives_is_followed() -> None:
    assert read("{%p for l in budget.depenses %}", "{{ l.montant }} {{ loop.index }}", "{%p endfor %}") == [
        "budget.depenses",
        "budget.depenses[].montant",
    ]
    assert read("{% set t = action.titre %}", "{{ t }}") == ["action.titre"]


def test_a_faulty_tag_hides_no_name_of_another() -> None:
    assert read("{{ a b }}", "{{ c.upper() }}", "{% si d %}") == ["c"]
