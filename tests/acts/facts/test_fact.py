"""A fact with details: a frozen value."""

import pytest

from generator.acts.facts.fact import DetailedFact


class Told(DetailedFact):
    what: str
    where: str = "ici"


class Heard(DetailedFact):
    what: str
    where: str = "ici"


class Silence(DetailedFact):
    pass


def test_details_are_given_in_order_or_by_name() -> None:
    assert Told("a", "b") == Told(where="b", what="a")
    assert (Told("a").what, Told("a").where) == ("a", "ici")


def test_equal_details_of_another_class_make_another_fact() -> None:
    assert Told("a") == Told("a", "ici")
    assert hash(Told("a", "b")) == hash(Told(where="b", what="a"))
    assert Told("a") != Heard("a")
    assert Silence() == Silence()


@pytest.mark.parametrize("details", [{}, {"where": "b"}, {"what": "a", "when": "c"}])
def test_details_are_neither_left_out_nor_made_up(details: dict[str, str]) -> None:
    with pytest.raises(TypeError, match="Told: what, where"):
        Told(**details)  # type: ignore[arg-type]


def test_there_are_no_more_details_than_declared() -> None:
    with pytest.raises(TypeError, match="Told"):
        Told("a", "b", "c")  # type: ignore[call-arg]


def test_a_fact_does_not_change() -> None:
    told = Told("a")
    with pytest.raises(AttributeError):
        told.what = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del told.what
    assert told.what == "a"


def test_a_fact_is_taken_apart_in_the_order_of_its_details() -> None:
    match Told(where="b", what="a"):
        case Told(what, where):
            assert (what, where) == ("a", "b")


def test_a_fact_is_shown_with_its_details() -> None:
    assert repr(Told("a")) == "Told(what='a', where='ici')"
