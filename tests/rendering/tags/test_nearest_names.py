"""« vouliez-vous dire … ? »"""

from __future__ import annotations

import pytest

from generator.messages import template_values
from generator.rendering.faults import Fault
from generator.rendering.tags.nearest_names import did_you_mean, suggested_path, suggestion, with_suggestions

KNOWN = ["budget", "budget.total", "budget.depenses", "budget.depenses[].montant", "action.titre"]


@pytest.mark.parametrize(
    ("path", "written", "expected"),
    [
        ("budget.totl", "budget.totl", "budget.total"),
        ("budget.depenses[].montan", "ligne.montan", "ligne.montant"),
        ("projet.titre", "projet.titre", "action.titre"),
        ("bugdet", "bugdet", "budget"),
    ],
)
def test_the_nearest_path_is_told_in_the_words_of_the_template(path: str, written: str, expected: str) -> None:
    assert suggested_path(path, written, KNOWN) == did_you_mean(expected)


def test_what_is_near_to_nothing_has_no_suggestion() -> None:
    assert suggestion("xyz", KNOWN) == ""
    assert suggested_path("xyz", "xyz", KNOWN) == ""


def test_unknown_names_get_one_from_the_data_even_when_these_hold_themselves() -> None:
    data: dict[str, object] = {"total": 1}
    data["tout"] = data
    unknown = Fault(template_values.UNKNOWN_NAME, "totl", path="totl")
    other = Fault(template_values.BLANK_VALUE, "totl")
    assert [fault.fix for fault in with_suggestions([unknown, other], data)] == [did_you_mean("total"), ""]
