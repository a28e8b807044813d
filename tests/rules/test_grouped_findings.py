"""What is wrong between many values is told once for each person, not once for each pair."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.case.mission_days import overlapping
from generator.findings import Finding
from generator.model.missions import Mission
from generator.rules import check
from tests.support.reading import plain
from tests.support.rule_cases import base, case_with


def mission(number: int, first: int, last: int, *names: str) -> dict[str, Any]:
    """A mission of some persons, from a day of May 2025 to another."""
    model = base()["action"]["missions"][0]
    persons = [model["voyageurs"][2] | {"prenom": "Rose", "nom": name} for name in names]
    legs = [model["trajets"][0] | {"depart": f"2025-05-{first:02}", "arrivee": f"2025-05-{first:02}"}]
    legs.append(model["trajets"][-1] | {"depart": f"2025-05-{last:02}", "arrivee": f"2025-05-{last:02}"})
    return model | {"id": f"M{number}", "trajets": legs, "voyageurs": persons}


def overlaps(*missions: dict[str, Any]) -> list[Finding]:
    case = case_with(action={"missions": list(missions)})
    return [finding for finding in check(case, final=True) if finding.code == "OM033"]


def test_two_hundred_missions_on_one_day_are_one_fault_of_each_traveller() -> None:
    found = overlaps(*(mission(number, 12, 16, "Un", "Deux") for number in range(1, 201)))
    assert [finding.message[:15] for finding in found] == ["Madame Rose Un ", "Madame Rose Deu"]
    assert "a plusieurs missions qui se chevauchent (M1 : " in plain(found[0].message)
    assert found[0].message.endswith("et 198 de plus).")


def test_a_pair_is_told_at_the_second_one_typed_with_the_days_of_both() -> None:
    (found,) = overlaps(mission(1, 14, 16, "Un"), mission(2, 12, 14, "Un"))
    assert found.path == ("missions", 1, "voyageurs", 0)
    assert "a deux missions qui se chevauchent (M1" in found.message
    assert found.message.count("mai 2025") == 2


def test_a_long_mission_that_holds_others_is_told_once_with_all_of_them() -> None:
    (found,) = overlaps(
        mission(1, 2, 20, "Un"), mission(2, 3, 4, "Un"), mission(3, 6, 7, "Un"), mission(4, 21, 22, "Un")
    )
    assert "a plusieurs missions qui se chevauchent (M1" in found.message
    assert found.message.endswith("et 1 de plus).")
    assert found.fix.startswith("Corrigez les dates de ces missions")


@given(st.lists(st.tuples(st.integers(1, 12), st.integers(0, 6)), max_size=8))
def test_the_missions_told_are_those_of_any_pair(days: list[tuple[int, int]]) -> None:
    spans = [(first, first + length) for first, length in days]
    busy = {
        rank
        for (one, (start, end)), (other, (begin, finish)) in combinations(enumerate(spans), 2)
        if start <= finish and begin <= end
        for rank in (one, other)
    }
    missions = [Mission.model_validate(mission(rank, *span, "Un")) for rank, span in enumerate(spans)]
    assert overlapping(missions) == sorted(busy)
