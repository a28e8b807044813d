"""Guards around what a template prints, walks and reads; and what it reads, known without data."""

from __future__ import annotations

import pytest
from jinja2 import Environment, nodes

from generator.rendering.compile.guard_placing import GuardPlacer
from generator.rendering.compile.jinja_source import build_source


def placed(text: str) -> tuple[nodes.Template, GuardPlacer]:
    tree = Environment(autoescape=True).parse(text)
    placer = GuardPlacer(build_source(text, []))
    placer.place(tree)
    return tree, placer


def guards(text: str) -> list[str]:
    tree, _ = placed(text)
    return [found.name.partition(":")[2] for found in tree.find_all(nodes.Filter) if found.name.startswith("parafe:")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<w:t>{{ a }}</w:t>", ["run"]),
        ('<w:x w:a="{{ a }}"/>', ["print"]),
        ("{% for a in b %}{% endfor %}", ["each"]),
        ("{% if a %}{% endif %}", ["use"]),
        ("{% if a is defined %}{% endif %}", []),
        ("{% if a < 1 %}{% endif %}", ["order", "order", "use"]),
        ("<w:t>{{ a ~ b }}</w:t>", ["run", "concat"]),
        ("<w:t>{{ a|default('x') }}</w:t>", ["run"]),
        ("<w:t>{{ a[1:2] }}</w:t>", ["run", "cut", "order", "use"]),
    ],
)
def test_each_use_of_a_value_has_its_guard(text: str, expected: list[str]) -> None:
    assert sorted(guards(text)) == sorted(expected)


def test_what_is_read_is_known_by_its_path_in_the_data() -> None:
    _, placer = placed(
        "{% for l in budget.depenses %}<w:t>{{ l.montant }}{{ loop.index }}</w:t>{% endfor %}"
        "{% set t = a.b %}<w:t>{{ t.c }}</w:t>"
    )
    assert [(reference.path, is_loop) for reference, is_loop in placer.read] == [
        ("budget.depenses", True),
        ("budget.depenses[].montant", False),
        ("a.b", False),
        ("a.b.c", False),
    ]


def test_a_turn_of_a_loop_costs_what_it_evaluates_and_the_xml_that_it_makes() -> None:
    costs = [placed(f"{{% for a in b %}}{'<w:p/>' * count}{{% endfor %}}")[1].references[0].cost for count in (1, 10)]
    assert costs[0] < costs[1]
