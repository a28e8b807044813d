"""The day on which an associated body decided to sign: typed, else read in the citation of its decision."""

from datetime import date

import pytest

from generator.case.body_decisions import decision_day
from generator.model.action import AssociatedBody


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ({"decision": "la décision de son conseil du 12 février 2018, reçue le 15/02/2018"}, date(2018, 2, 12)),
        ({"decision": "délibération n° 4", "decision_date": "2018-02-13"}, date(2018, 2, 13)),
        ({"decision": "décision du 12/02/2018", "decision_date": "2018-02-13"}, date(2018, 2, 13)),
        ({"decision": "délibération n° 4"}, None),
        ({}, None),
    ],
)
def test_the_day_typed_prevails_over_the_first_that_is_cited(keys: dict[str, str], day: date | None) -> None:
    assert decision_day(AssociatedBody.model_validate({"id": "amis", **keys})) == day
