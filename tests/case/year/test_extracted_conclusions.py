"""What the parties conclude of an action is kept word for word, with its place, and comes back from plain data."""

from __future__ import annotations

from generator.case.year import ActionExtract
from generator.case.year.extracted_conclusions import Conclusion
from tests.acts.years import example_record, reported_record


def test_conclusions_are_kept_in_the_order_of_a_report() -> None:
    first = reported_record().actions[0]
    assert [each.kind for each in first.conclusions] == [
        Conclusion.SUMMARY,
        Conclusion.DIFFICULTY,
        Conclusion.RECOMMENDATION,
        Conclusion.RECOMMENDATION,
        Conclusion.DECISION,
    ]
    assert first.conclusions[1].text == "dédouanement des produits plus long que prévu"
    assert first.conclusions[3].path == ("realisations", "recommandations", 1)


def test_an_action_of_which_nothing_is_told_has_none() -> None:
    assert example_record().actions[0].conclusions == ()


def test_conclusions_come_back_from_plain_data() -> None:
    first = reported_record().actions[0]
    assert ActionExtract.from_json(first.as_json()) == first
