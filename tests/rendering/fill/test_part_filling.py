"""One part filled, checked, or refused with the tag that failed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from generator.rendering.compile.part_compiling import compile_part
from generator.rendering.faults import Fault
from generator.rendering.file.additions import Additions, PartAdditions
from generator.rendering.file.filled_parts import Part
from generator.rendering.fill import part_filling
from generator.rendering.fill.guard_filters import environment_with
from generator.rendering.fill.part_filling import fill_part
from generator.rendering.fill.printed_values import Filling
from generator.rendering.language.resource_limits import Ration
from generator.rendering.word.headings import Headings
from tests.support.as_word import paragraph
from tests.support.word import element


def filled(text: str, context: Mapping[str, Any], *, draft: bool = False, room: int = 10**6) -> tuple[str, list[Fault]]:
    root = element(f"<w:document><w:body>{paragraph(text)}</w:body></w:document>")
    part = compile_part(Part("word/document.xml", "corps", root, {}), Headings(None), environment_with({}))
    filling = Filling(draft, PartAdditions(Additions({}, "word/document.xml"), part.name), Ration(room))
    return fill_part(part, context, filling).decode(), filling.faults


def test_a_value_is_printed_escaped() -> None:
    content, faults = filled("a {{ b }}", {"b": "<c> & d"})
    assert "a &lt;c&gt; &amp; d<" in content
    assert faults == []


@pytest.mark.parametrize(
    ("text", "context", "code"),
    [
        ("{{ a }}", {}, "TP201"),
        ("{{ 1 / a }}", {"a": 0}, "TP206"),
        ("{{ a.__class__ }}", {"a": 1}, "TP207"),
        ("{{ a }}", {"a": "x" * 2 * 10**6}, "TP208"),
    ],
)
def test_what_fails_is_told_at_its_tag_and_nothing_is_written(text: str, context: Mapping[str, Any], code: str) -> None:
    content, faults = filled(text, context)
    assert content == ""
    assert [(fault.message.code, fault.spot.tag) for fault in faults] == [(code, text)]


def test_a_draft_marks_what_lacks() -> None:
    content, faults = filled("{{ a }}", {}, draft=True)
    assert "[à compléter\N{NO-BREAK SPACE}: a]" in content
    assert faults == []


@pytest.mark.parametrize(
    ("broken", "code"), [(b"<w:document>", "TP301"), (b"<a>autre</a>", "TP302"), (b"<a/>", "TP302")]
)
def test_a_result_that_word_would_refuse_or_that_lost_a_word_is_refused(
    broken: bytes, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(part_filling, "serialize", lambda *_: broken)
    _, faults = filled("{{ a }}", {"a": "x\fy"})
    assert [fault.message.code for fault in faults] == [code]
