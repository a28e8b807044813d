"""Who bears each cost of a mission, in both directions of the journey."""

import pytest

from generator.case.cost_bearing import costs_without_payer, designated_payer, payer_of
from generator.case.records import Case
from generator.convention import CostRule
from generator.convention.framework import CostSharing
from generator.model.missions import Cost, CostCategory, Mission
from tests.support.rule_cases import base_case, case_with

SHARED = ("transport_international", "sejour", "transport_local", "assurance")


def sharing(category: str, rule: str) -> Case:
    return case_with(convention={"frais": {category: rule}})


def missions(case: Case) -> tuple[Mission, ...]:
    return case.action.missions


def test_the_keys_of_costs_are_those_that_people_type() -> None:
    typed = {field.alias for field in Mission.model_fields.values()}
    assert {category.value for category in CostCategory} <= typed
    assert tuple(field.alias for field in CostSharing.model_fields.values()) == SHARED


def test_a_category_reads_as_french_words() -> None:
    words = [category.words for category in CostCategory]
    assert words == ["transport international", "séjour", "transport local", "assurance", "escales", "autres frais"]


@pytest.mark.parametrize(
    ("text", "typed", "named"),
    [
        ("transport_international", CostCategory.INTERNATIONAL_TRANSPORT, CostCategory.INTERNATIONAL_TRANSPORT),
        ("Transports internationaux", CostCategory.INTERNATIONAL_TRANSPORT, CostCategory.INTERNATIONAL_TRANSPORT),
        ("SÉJOUR", CostCategory.STAY, CostCategory.STAY),
        ("escale", CostCategory.STOPOVER, CostCategory.STOPOVER),
        ("Séjour de la mission", None, CostCategory.STAY),
        ("prestation", None, None),
        ("", None, None),
    ],
)
def test_a_category_is_known_however_it_is_typed(
    text: str, typed: CostCategory | None, named: CostCategory | None
) -> None:
    assert CostCategory.typed(text) is typed
    assert CostCategory.named_in(text) is named


@pytest.mark.parametrize("category", SHARED)
@pytest.mark.parametrize(
    ("rule", "payers"),
    [
        (CostRule.TRAVELLING_PARTY, ["valmont", "tazerout"]),
        (CostRule.HOST_PARTY, ["tazerout", "valmont"]),
        (CostRule.EACH_ITS_OWN, ["valmont", "tazerout"]),
        (CostRule.FREE, [None, None]),
    ],
)
def test_roles_are_those_of_the_mission_whichever_party_travels(
    category: str, rule: CostRule, payers: list[str | None]
) -> None:
    case = sharing(category, rule.value)
    found = [designated_payer(case.framework, mission, CostCategory(category)) for mission in missions(case)]
    assert found == payers


@pytest.mark.parametrize("category", CostCategory)
def test_what_the_text_leaves_open_nobody_is_made_to_bear(category: CostCategory) -> None:
    case = case_with(convention={"frais": ""})
    assert designated_payer(case.framework, missions(case)[0], category) is None


@pytest.mark.parametrize("category", [CostCategory.STOPOVER, CostCategory.OTHER])
def test_stopovers_and_other_costs_are_shared_by_no_text(category: CostCategory) -> None:
    assert base_case().framework.costs.rule_of(category) is None


@pytest.mark.parametrize("role", ["", "nulle-part"])
def test_a_role_that_no_known_party_plays_designates_nobody(role: str) -> None:
    case = case_with(action={"missions[0].partie_accueillante": role})
    assert designated_payer(case.framework, missions(case)[0], CostCategory.STAY) is None


def test_the_framework_prevails_over_the_payer_that_the_action_names() -> None:
    framework, mission = base_case().framework, missions(base_case())[0]
    named = Cost.model_validate({"payeur": "valmont"})
    assert payer_of(framework, mission, CostCategory.STAY, named) == "tazerout"
    assert payer_of(framework, mission, CostCategory.INSURANCE, named) == "valmont"
    assert payer_of(framework, mission, CostCategory.INSURANCE, None) is None


def test_every_cost_has_its_path_below_the_mission_and_its_category() -> None:
    stops = {"missions[0].escales": [{"lieu": "A"}, {"lieu": "B"}], "missions[0].autres_frais": [{"libelle": "visa"}]}
    paths = [(path, category) for path, category, _ in missions(case_with(action=stops))[0].costs]
    assert paths == [
        (("transport_international",), CostCategory.INTERNATIONAL_TRANSPORT),
        (("sejour",), CostCategory.STAY),
        (("assurance",), CostCategory.INSURANCE),
        (("escales", 0), CostCategory.STOPOVER),
        (("escales", 1), CostCategory.STOPOVER),
        (("autres_frais", 0), CostCategory.OTHER),
    ]


def unpaid(case: Case) -> list[tuple[str | int, ...]]:
    return [path for path, _ in costs_without_payer(case.framework, missions(case)[0])]


def test_transport_and_stay_want_a_payer_even_without_an_entry() -> None:
    bare = {"missions[0].transport_international": "", "missions[0].sejour": ""}
    assert unpaid(case_with(action=bare)) == []
    assert unpaid(case_with(action=bare, convention={"frais": ""})) == [("transport_international",), ("sejour",)]


def test_another_cost_wants_a_payer_once_it_has_an_entry() -> None:
    costs = {"missions[0].assurance": {"precision": "police"}, "missions[0].escales": [{"lieu": "A"}]}
    assert unpaid(case_with(action=costs)) == [("assurance",), ("escales", 0)]
    assert unpaid(base_case()) == []
