"""What a tag stretches over."""

from __future__ import annotations

import pytest

from generator.rendering.faults import Spot
from generator.rendering.tags.tag_boundaries import misplaced, texts_by_paragraph
from tests.support.as_word import run
from tests.support.word import element


def codes(content: str) -> list[str]:
    texts = list(element(f"<w:p>{content}</w:p>").iter("{*}t", "{*}delText"))
    return [fault.message.code for fault in misplaced(texts, Spot())]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("{{ a") + run(" }}"), []),
        (run("{{ a") + f"<w:ins>{run(' }}')}</w:ins>", ["TP108"]),
        (f"<w:ins>{run('{{ a')}{run(' }}')}</w:ins>", []),
        (run("{{ ") + f"<w:smartTag>{run('a')}</w:smartTag>" + run(" }}"), []),
        (f"<w:del>{run('{{ a }}')}</w:del>", ["TP109"]),
        (run("{{ a") + "<w:r><w:drawing/></w:r>" + run(" }}"), ["TP116"]),
        (run("{{ a }}") + "<w:r><w:drawing/></w:r>", []),
    ],
)
def test_a_tag_is_told_when_filling_it_would_do_damage(content: str, expected: list[str]) -> None:
    assert codes(content) == expected


def test_tabs_and_returns_inside_a_tag_become_spaces_and_those_outside_stay_elements() -> None:
    paragraph = element("<w:p><w:r><w:t>{{ a</w:t><w:tab/><w:t>}}</w:t><w:tab/><w:t>b</w:t></w:r></w:p>")
    [texts] = texts_by_paragraph(paragraph)
    assert [text.text for text in texts] == ["{{ a ", "}}", "b"]
