"""What is missing, as a fact."""

from generator.acts.facts.gaps import Gap, Missing, known

NO_COURT = Missing(Gap.COURT)


def test_a_text_that_is_said_is_known() -> None:
    assert known("tribunal administratif de Valmont", NO_COURT) == "tribunal administratif de Valmont"


def test_an_empty_text_is_missing_as_one_that_is_not_said() -> None:
    assert known("", NO_COURT) is NO_COURT
    assert known(None, NO_COURT) is NO_COURT
