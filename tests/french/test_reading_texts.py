"""Days and numbers that people write in a text."""

from datetime import date

import pytest

from generator.french import days_written, whole_number


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("décision de son conseil d’administration du 12/02/2018", [date(2018, 2, 12)]),
        ("en date du 14 mars 2017", [date(2017, 3, 14)]),
        ("du 1er\u00a0août 2018 et du 2 AOUT 2018", [date(2018, 8, 1), date(2018, 8, 2)]),
        ("2018-12-31, puis 3.1.2019", [date(2018, 12, 31), date(2019, 1, 3)]),
        ("le 30 février 2018, le 31/04/2018", []),
        ("du 12 mars, de 2018, n° 112/02/20181", []),
        ("", []),
    ],
)
def test_the_days_that_a_text_writes_whole_are_read_in_order(text: str, days: list[date]) -> None:
    assert list(days_written(text)) == days


@pytest.mark.parametrize(
    ("word", "number"),
    [("4", 4), ("quatre", 4), ("Une", 1), ("vingt-deux", 22), ("cent", 100), ("plusieurs", None), ("", None)],
)
def test_a_number_is_read_in_figures_or_in_words(word: str, number: int | None) -> None:
    assert whole_number(word) == number
