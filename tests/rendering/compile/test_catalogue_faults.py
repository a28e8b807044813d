"""What a template reads, against its catalogue."""

from __future__ import annotations

import pytest

from generator.rendering import catalogue_faults, compile_template
from tests.support.word import document

KNOWN = {"titre": "", "parties": "une liste", "parties[]": "un ensemble", "parties[].nom": "", "libre": "un ensemble"}
KNOWN |= {"libre.*": "", "signe": "un oui ou non"}


def told(*texts: str) -> list[str]:
    faults = catalogue_faults(compile_template(document(*texts)).variables(), KNOWN)
    return [f"{fault.message.code} {fault.what}" for fault in faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ titre }}{{ titre[0] }}{{ libre.x }}{% for x in parties %}{{ x.nom }}{% endfor %}", []),
        ("{% if signe %}{{ parties|length }}{% endif %}", []),
        ("{{ titr }}", ["TP401 titr"]),
        ("{{ inconnu.a }}{{ inconnu }}", ["TP401 inconnu"]),
        ("{{ parties }}", ["TP203 parties"]),
        ("{{ parties|default('x') }}", ["TP203 parties"]),
        ("{{ 'x' ~ signe }}", ["TP203 signe"]),
        ("{% for x in parties %}{{ x }}{% endfor %}", ["TP203 parties[]"]),
        ("{{ titre if signe else parties }}", ["TP203 parties"]),
        ("{% for x in titre %}x{% endfor %}", ["TP204 titre"]),
        ("{{ nom-du-maire }}", ["TP401 nom-du-maire"]),
        ("{{ titre-long }}", ["TP401 titre-long"]),
    ],
)
def test_unknown_names_and_what_is_no_text_are_told(text: str, expected: list[str]) -> None:
    assert told(text) == expected
