"""What legs make together: their order, their chain, the nights between them, the way there and the way back."""

from datetime import date
from typing import Any

import pytest

from generator.case.itineraries import (
    halts,
    is_host_place,
    is_same_place,
    legs_not_chained,
    legs_out_of_order,
    nights_away,
    returns_home,
    ways,
)
from generator.model.missions import Mission
from tests.support.rule_cases import base_case


def leg(origin: str, destination: str, departure: str = "", arrival: str = "") -> dict[str, str]:
    return {"de": origin, "vers": destination, "depart": departure, "arrivee": arrival}


def mission(*legs: dict[str, str], **keys: Any) -> Mission:
    return Mission.model_validate({"id": "M1", "trajets": list(legs), **keys})


OUT = leg("Dijon", "Paris", "2018-06-10")
FLIGHT = leg("Paris", "Tanger", "2018-06-11")
BACK = leg("Tanger", "Dijon", "2018-06-16")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tanger", "TANGER", True),
        ("Fès", "aéroport de Fes (Saïss)", True),
        ("Paris-Orly", "Paris", True),
        ("Paris", "Roissy", False),
        ("Tan", "Tanger", False),
        ("Saint-Denis de Paris", "Saint Paris", False),
        (None, "Paris", True),
        ("", "Paris", True),
        ("…", "Paris", True),
    ],
)
def test_a_place_is_known_however_it_is_written(one: str | None, other: str, same: bool) -> None:
    assert is_same_place(one, other) is same
    assert is_same_place(other, one) is same


@pytest.mark.parametrize(
    ("legs", "found"),
    [
        ([OUT, FLIGHT, BACK], ()),
        ([FLIGHT, OUT, BACK], ((0, 1),)),
        ([leg("Dijon", "Paris", "2018-06-10", "2018-06-11"), FLIGHT], ()),
        ([leg("Dijon", "Paris", "2018-06-10", "2018-06-12"), FLIGHT], ((0, 1),)),
        ([FLIGHT, leg("Tanger", "Ceuta"), OUT], ((0, 2),)),
        ([leg("Dijon", "Paris"), FLIGHT], ()),
        ([FLIGHT, leg("Tanger", "Fès", arrival="2018-06-14"), leg("Fès", "Dijon", "2018-06-13")], ((1, 2),)),
        ([], ()),
    ],
)
def test_a_leg_that_leaves_before_the_former_arrives_is_out_of_order(
    legs: list[dict[str, str]], found: tuple[tuple[int, int], ...]
) -> None:
    assert legs_out_of_order(mission(*legs)) == found


def test_a_leg_that_starts_elsewhere_breaks_the_chain() -> None:
    assert legs_not_chained(mission(OUT, FLIGHT, BACK)) == ()
    assert legs_not_chained(mission(OUT, BACK, FLIGHT)) == (1, 2)
    assert legs_not_chained(mission(OUT, leg("", "Tanger"))) == ()


def test_the_last_leg_leads_home() -> None:
    assert returns_home(mission(OUT, FLIGHT, BACK))
    assert not returns_home(mission(OUT, FLIGHT))
    assert returns_home(mission())


def test_the_nights_between_legs_are_halts() -> None:
    (paris, tanger) = halts(mission(OUT, FLIGHT, BACK))
    assert (paris.rank, paris.place, paris.first, paris.nights) == (0, "Paris", date(2018, 6, 10), 1)
    assert (tanger.rank, tanger.place, tanger.last, tanger.nights) == (1, "Tanger", date(2018, 6, 16), 5)


def test_a_night_on_board_is_no_halt() -> None:
    assert (
        halts(mission(leg("Dijon", "Tanger", "2018-06-10", "2018-06-11"), leg("Tanger", "Dijon", "2018-06-11"))) == ()
    )


@pytest.mark.parametrize(
    "legs",
    [
        [OUT, leg("Paris", "Tanger"), BACK],
        [FLIGHT, OUT, BACK],
        [leg("Dijon", "Paris", "2018-06-10", "2018-06-09"), FLIGHT],
    ],
)
def test_no_halt_is_told_as_long_as_the_legs_leave_a_doubt(legs: list[dict[str, str]]) -> None:
    assert halts(mission(*legs)) == ()


DAYS = {"debut": "2018-06-10", "fin": "2018-06-16"}


@pytest.mark.parametrize(
    ("legs", "days", "nights"),
    [
        ([OUT, FLIGHT, BACK], {}, 6),
        ([OUT, leg("Paris", "Dijon", "2018-06-10")], {}, 0),
        ([leg("Dijon", "Paris", "2018-06-10", "2018-06-10"), leg("Paris", "Dijon", "2018-06-10", "2018-06-11")], {}, 1),
        ([OUT, FLIGHT], {}, None),
        ([OUT, leg("Paris", "Tanger"), BACK], {}, None),
        ([FLIGHT, leg("Tanger", "Dijon", "2018-06-10"), leg("Dijon", "Paris", "2018-06-16")], {}, None),
        ([OUT, leg("Paris", "Dijon", "2018-06-12", "2018-06-11")], {}, None),
        ([], {}, None),
        ([], DAYS, 6),
        ([OUT, leg("Paris", "Tanger")], DAYS, 6),
        ([leg("Paris", "Tanger")], {"debut": "2018-06-10"}, None),
        ([leg("Paris", "Tanger")], {"fin": "2018-06-10"}, None),
        ([OUT, FLIGHT], {"debut": "2018-06-10"}, None),
        ([OUT, FLIGHT], {"fin": "2018-06-16"}, None),
        ([], {"debut": "2018-06-16", "fin": "2018-06-10"}, None),
        ([OUT, FLIGHT, BACK], {"fin": "2018-06-14"}, 4),
    ],
)
def test_nights_away_are_counted_once_both_ends_are_sure(
    legs: list[dict[str, str]], days: dict[str, str], nights: int | None
) -> None:
    assert nights_away(mission(*legs, **days)) == nights


@pytest.mark.parametrize(
    ("place", "is_host"), [("Tazerout", True), ("Médina", True), ("Gîte", True), ("Valmont", False), ("Rabat", False)]
)
def test_the_mission_s_places_its_stay_s_and_the_host_s_town_are_host_places(place: str, is_host: bool) -> None:
    told = mission(partie_accueillante="tazerout", lieux=["Médina"], sejour={"lieu": "Gîte"})
    assert is_host_place(base_case(), told, place) is is_host


def test_without_host_nor_place_no_place_is_the_host_s() -> None:
    assert not is_host_place(base_case(), mission(), "Tazerout")
    assert not is_host_place(base_case(), mission(sejour={"nuits": "2"}), "Tazerout")


def test_legs_are_parted_into_the_way_there_and_the_way_back() -> None:
    there = (leg("Valmont", "Rabat"), leg("Rabat", "Tazerout"))
    inside = leg("Tazerout", "Médina")
    back = (leg("Médina", "Rabat"), leg("Rabat", "Valmont"))
    told = mission(*there, inside, *back, partie_accueillante="tazerout", lieux=["Médina"])
    assert ways(base_case(), told) == (told.legs[:2], told.legs[3:])


def test_legs_that_never_reach_the_host_lead_neither_there_nor_back() -> None:
    assert ways(base_case(), mission(OUT, FLIGHT, partie_accueillante="tazerout")) == ((), ())
