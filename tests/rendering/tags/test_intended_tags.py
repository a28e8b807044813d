"""What a faulty tag was meant to be."""

from __future__ import annotations

import pytest

from generator.rendering.tags.intended_tags import intended, mended


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{% sinon si x = 'a' %}", "{% elif x == 'a' %}"),
        ("{% fin de boucle %}", "{% endfor %}"),
        ("{%trfor x in l %}", "{%tr for x in l %}"),
        ("{% p si x et non y %}", "{%p if x and not y %}"),
        ("{{ si x }}", "{% if x %}"),
        ("{% if x == “a” et b %}", '{% if x == "a" and b %}'),
        ("{% if x == 'a et b' et c %}", "{% if x == 'a et b' and c %}"),
        ("{{ montant € }}", "{{ montant }}\u00a0€"),
        ("{{ x + }}", ""),
        ("{% while x %}", ""),
        ("{{ " + "x y " * 200 + "}}", ""),
    ],
)
def test_slips_of_several_kinds_add_up_to_one_tag(typed: str, meant: str) -> None:
    assert intended(typed) == meant


@pytest.mark.parametrize(
    ("half", "meant"),
    [("{{ x }", "{{ x }}"), ("{%p si x }", "{%p if x %}"), ("{ % if x % }", "{% if x %}"), ("{{ x +", "")],
)
def test_a_tag_without_its_braces_is_given_them(half: str, meant: str) -> None:
    assert mended(half) == meant
