"""The daily allowance due: the rate of the country on the first day of the mission, less what the host provides."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from generator.case.allowances_due import destination, rate_due, share_due
from generator.case.records import Case
from generator.model.missions import Mission
from tests.support.rule_cases import base_case, case_with

START = date(2025, 5, 12)
EVE, MORROW = START - timedelta(days=1), START + timedelta(days=1)


def first(case: Case) -> Mission:
    return case.action.missions[0]


def amount(case: Case) -> Decimal | None:
    rate = rate_due(case, first(case))
    return rate.amount if rate else None


def rate(value: str, country: str = "MA", **in_force: date) -> dict[str, object]:
    days = {key: day.isoformat() for key, day in in_force.items()}
    return {"pays": country, "devise": "MAD", "montant": value, "en_vigueur": days}


def with_rates(*rates: dict[str, object]) -> Case:
    return case_with(baremes={"indemnites": list(rates)})


# The country


def test_a_mission_takes_place_in_its_own_country_else_in_the_host_s() -> None:
    assert destination(base_case(), first(base_case())) == "MA"
    for changes, country in (
        ({"missions[0].pays": "TN"}, "TN"),
        ({"missions[0].partie_accueillante": "valmont"}, "FR"),
        ({"missions[0].partie_accueillante": ""}, None),
        ({"missions[0].partie_accueillante": "", "missions[0].pays": "TN"}, "TN"),
    ):
        case = case_with(action=changes)
        assert destination(case, first(case)) == country


def test_the_rate_is_that_of_the_country_of_the_mission() -> None:
    rates = rate("10.00", "TN"), rate("20.00", "MA")
    assert amount(with_rates(*rates)) == Decimal("20.00")
    abroad = case_with(action={"missions[0].pays": "TN"}, baremes={"indemnites": list(rates)})
    assert amount(abroad) == Decimal("10.00")
    assert amount(with_rates(rate("10.00", "TN"))) is None


# The rate in force


@pytest.mark.parametrize(
    ("last_day", "due"), [(EVE, None), (START, Decimal(100)), (MORROW, Decimal(100))], ids=["eve", "day", "day after"]
)
def test_a_rate_is_due_until_its_last_day(last_day: date, due: Decimal | None) -> None:
    assert amount(with_rates(rate("100", au=last_day))) == due


@pytest.mark.parametrize(
    ("first_day", "due"), [(EVE, Decimal(100)), (START, Decimal(100)), (MORROW, None)], ids=["eve", "day", "day after"]
)
def test_a_rate_is_due_from_its_first_day(first_day: date, due: Decimal | None) -> None:
    assert amount(with_rates(rate("100", du=first_day))) == due


@pytest.mark.parametrize(
    ("change", "due"),
    [(START, Decimal(200)), (MORROW, Decimal(100))],
    ids=["changed on the first day of the mission", "changed on the day after"],
)
def test_of_two_rates_that_follow_each_other_the_one_of_the_departure_is_due(change: date, due: Decimal) -> None:
    former, latter = rate("100", au=change - timedelta(days=1)), rate("200", du=change)
    assert amount(with_rates(former, latter)) == amount(with_rates(latter, former)) == due


def test_a_mission_without_a_day_takes_the_first_rate_of_its_country() -> None:
    undated = {"missions[0].trajets[0].depart": "", "missions[0].trajets[1].depart": ""}
    case = case_with(action=undated, baremes={"indemnites": [rate("100", au=EVE), rate("200", du=START)]})
    assert amount(case) == Decimal(100)


@pytest.mark.parametrize("missing", [{"montant": ""}, {"montant": "0.00"}, {"devise": ""}])
def test_a_table_that_is_not_filled_in_gives_no_rate(missing: dict[str, str]) -> None:
    assert amount(with_rates(rate("100") | missing)) is None
    assert amount(with_rates(rate("100") | missing, rate("200"))) == Decimal(200)


# What the host provides


@pytest.mark.parametrize(
    ("lodging", "meals", "share"),
    [
        ("non", "0", Decimal(1)),
        ("non", "1", Decimal("0.825")),
        ("non", "2", Decimal("0.65")),
        ("oui", "0", Decimal("0.35")),
        ("oui", "1", Decimal("0.175")),
        ("oui", "2", Decimal(0)),
        ("oui", "3", Decimal(0)),
        ("", "2", None),
        ("oui", "", None),
    ],
)
def test_the_allowance_is_reduced_by_what_is_provided(lodging: str, meals: str, share: Decimal | None) -> None:
    stay = {"hebergement_fourni": lodging, "repas_fournis_par_jour": meals}
    case = case_with(action={f"missions[0].sejour.{key}": value for key, value in stay.items()})
    assert share_due(case, first(case)) == share


def test_without_a_stay_at_the_host_s_the_allowance_is_whole() -> None:
    case = case_with(action={"missions[0].sejour": ""})
    assert share_due(case, first(case)) == 1


@pytest.mark.parametrize(
    ("in_force", "share"),
    [
        ({"au": EVE}, None),
        ({"au": START}, Decimal(0)),
        ({"du": START}, Decimal(0)),
        ({"du": MORROW}, None),
    ],
)
def test_the_reductions_are_those_in_force_on_the_first_day(in_force: dict[str, date], share: Decimal | None) -> None:
    days = {key: day.isoformat() for key, day in in_force.items()}
    case = case_with(baremes={"reductions[0].en_vigueur": days})
    assert share_due(case, first(case)) == share


def test_of_two_tables_of_reductions_the_one_in_force_counts() -> None:
    former = {"logement": "50", "repas": "0", "en_vigueur": {"au": EVE.isoformat()}}
    case = case_with(baremes={"reductions": [former, {"logement": "20", "repas": "0"}]})
    assert share_due(case, first(case)) == Decimal("0.8")


def test_without_any_table_nothing_is_known_of_the_reductions() -> None:
    case = base_case()
    bare = replace(case, allowances=case.allowances.model_copy(update={"reductions": ()}))
    assert share_due(bare, first(bare)) is None
