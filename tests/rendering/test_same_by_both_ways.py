"""A part that is proved by its stretches is the one that the whole tree gives, whatever blocks take away or repeat."""

from __future__ import annotations

import random
from typing import Any

import pytest
from lxml import etree

from generator.rendering import Template, compile_template
from generator.rendering.compiled.needed_repairs import NeededRepairs
from tests.support.as_word import paragraph
from tests.support.scale import a_tenth_or_in_full
from tests.support.word import DOCUMENT, body, member

TEXTS = (
    *("Un {{ b }} deux", "{{ a }}", "{% if b %}{{ a }}{% endif %}", "x{% for x in l %}{{ x }}{% endfor %}"),
    *("fixe", "{% if l %}y{% else %}z{% endif %}", ""),
)
VALUES = ("mot", "", "a\nb", "a\tb", "a\fb", "<&>", None, 0, "l'é", True)
AROUND = {"if": "if a", "for": "for x in l"}
DEEPEST = 4


def element(chance: random.Random, depth: int = 0) -> str:
    """A paragraph, a control, a table, or a block around one of them."""
    kind = chance.random()
    if depth < DEEPEST and kind < 0.2:
        return table(chance, depth)
    if depth < DEEPEST and kind < 0.5:
        keyword = chance.choice(list(AROUND))
        inside = element(chance, depth + 1)
        return paragraph(f"{{%p {AROUND[keyword]} %}}") + inside + paragraph(f"{{%p end{keyword} %}}")
    if depth < DEEPEST and kind < 0.56:
        return f"<w:sdt><w:sdtContent>{element(chance, depth + 1)}</w:sdtContent></w:sdt>"
    return paragraph(chance.choice(TEXTS))


def table(chance: random.Random, depth: int) -> str:
    columns = chance.randint(1, 3)
    rows = "".join(row(chance, depth, columns) for _ in range(chance.randint(1, 3)))
    grid = '<w:gridCol w:w="100"/>' * columns
    behind = paragraph("q") if depth or chance.random() < 0.7 else ""
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{behind}"


def row(chance: random.Random, depth: int, columns: int) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="9" w:type="dxa"/></w:tcPr>{element(chance, depth + 1)}</w:tc>'
        for _ in range(columns)
    )
    keyword = chance.choice([*AROUND, ""])
    whole = f"<w:tr>{cells}</w:tr>"
    if not keyword:
        return whole
    tag = "<w:tr><w:tc>{}</w:tc></w:tr>".format
    return tag(paragraph(f"{{%tr {AROUND[keyword]} %}}")) + whole + tag(paragraph(f"{{%tr end{keyword} %}}"))


def printed(template: Template, context: dict[str, Any]) -> bytes:
    return etree.tostring(etree.fromstring(member(template.render(context, draft=True), DOCUMENT)), method="c14n")


@a_tenth_or_in_full("count", 500)
def test_the_two_ways_give_one_document(count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(count)  # noqa: S311 - the same templates at each run
    judged = NeededRepairs.may_serve
    for _ in range(count):
        template = compile_template(body(*(element(chance) for _ in range(chance.randint(1, 4)))))
        context = {"a": chance.choice(VALUES), "b": chance.choice(VALUES)}
        context["l"] = [chance.choice(VALUES) for _ in range(chance.randint(0, 3))]
        monkeypatch.setattr(NeededRepairs, "may_serve", judged)
        once = printed(template, context)
        monkeypatch.setattr(NeededRepairs, "may_serve", lambda *_: True)
        assert printed(template, context) == once
