"""The mission order: every mandatory mention, the roles of this mission, and nothing for those who need another act."""

from dataclasses import replace
from functools import cache

import pytest

from generator.acts.by_hand import BY_HAND
from generator.acts.planning import plan_documents
from generator.case.allowances_due import share_due
from generator.case.cost_bearing import designated_payer
from generator.case.orders_issued import order_recipients
from generator.case.records import Case
from generator.load import load_case, load_kind
from generator.model.missions import CostCategory, Mission
from generator.model.persons import TravellerRole
from generator.rendering import compile_template, extract_text
from generator.workspace import Workspace
from tests.support.places import ROOT

WORKSPACE = Workspace(ROOT)
KIND = "ordre_de_mission"
NUMBERS = [f"2017-0{n}" for n in range(1, 7)]


@cache
def example(number: str) -> Case:
    case = load_case(ROOT / f"inputs/2017/{number}.yaml", WORKSPACE).case
    assert case is not None
    return case


def orders(case: Case) -> dict[str, str]:
    kind = load_kind(WORKSPACE.kind(KIND), WORKSPACE).value
    assert kind is not None
    template = compile_template(WORKSPACE.kind(KIND) / "modele.docx")
    planned = plan_documents(case, {KIND: kind}, draft=False)
    texts = {request.name: extract_text(template.render(request.context)) for request in planned}
    return {name: text.replace("\u00a0", " ").replace("\u202f", " ") for name, text in texts.items()}


def with_missions(case: Case, *missions: Mission) -> Case:
    return replace(case, action=case.action.model_copy(update={"missions": missions}))


@pytest.mark.parametrize("number", NUMBERS)
def test_each_order_holds_every_mandatory_mention(number: str) -> None:
    case = example(number)
    written = orders(case)
    recipients = order_recipients(case)
    assert len(written) == len(recipients)
    for (mission, agent), text in zip(recipients, written.values(), strict=True):
        mentions = [
            f"{agent.civility} {agent.given_name} {agent.surname}",
            agent.grade,
            agent.service,
            agent.title,
            agent.administrative_residence,
            agent.budget_line,
            mission.purpose,
            *mission.places,
            *(stop.place for stop in mission.stopovers),
            *(value for leg in mission.legs for value in (leg.origin, leg.destination, leg.mode, leg.travel_class)),
            "décret n° 2001-654 du 19 juillet 2001",
            "décret n° 2006-781 du 3 juillet 2006",
            f"Notifié à l’agent le {BY_HAND}",
            f"Fait à {BY_HAND}, le {BY_HAND}",
            "article 4 de la convention de partenariat",
            "article 5 de la convention de partenariat",
            "place l’agent en position de mission",
        ]
        for mention in mentions:
            assert mention is not None
            assert mention in text, mention


def test_only_officers_of_a_party_that_issues_orders_here_receive_one() -> None:
    for number in NUMBERS:
        case = example(number)
        for mission, traveller in order_recipients(case):
            assert traveller.role is TravellerRole.OFFICER
            assert traveller.employer == "dijon"
            assert mission.travelling_party == "dijon"
    travellers = [person for number in NUMBERS for m in example(number).action.missions for person in m.travellers]
    assert {person.role for person in travellers} == set(TravellerRole)
    assert any(person.role is TravellerRole.OFFICER and person.employer == "chefchaouen" for person in travellers)


def test_payers_follow_the_direction_of_each_mission() -> None:
    case = example("2017-01")
    out, back = case.action.missions[:2]
    assert (out.travelling_party, back.travelling_party) == ("dijon", "chefchaouen")
    assert designated_payer(case.framework, out, CostCategory.INTERNATIONAL_TRANSPORT) == "dijon"
    assert designated_payer(case.framework, out, CostCategory.STAY) == "chefchaouen"
    assert designated_payer(case.framework, back, CostCategory.INTERNATIONAL_TRANSPORT) == "chefchaouen"
    assert designated_payer(case.framework, back, CostCategory.STAY) == "dijon"
    assert designated_payer(case.framework, out, CostCategory.LOCAL_TRANSPORT) is None


@pytest.mark.parametrize(
    ("lodging", "meals", "share"),
    [
        (True, 2, "0"),
        (True, 1, "0.175"),
        (True, 0, "0.35"),
        (False, 2, "0.65"),
        (False, 1, "0.825"),
        (False, 0, "1"),
        (None, 2, None),
        (True, None, None),
    ],
)
def test_the_allowance_is_reduced_by_what_the_host_provides(
    lodging: bool | None, meals: int | None, share: str | None
) -> None:
    case = example("2017-01")
    mission, _ = order_recipients(case)[0]
    assert mission.stay is not None
    stay = mission.stay.model_copy(update={"lodging_provided": lodging, "meals_provided": meals})
    found = share_due(case, mission.model_copy(update={"stay": stay}))
    assert (None if found is None else str(found.normalize())) == share


def test_an_officer_lodged_and_fed_receives_no_allowance_and_is_told_why() -> None:
    case = example("2017-01")
    mission, _ = order_recipients(case)[0]
    assert mission.stay is not None
    stay = mission.stay.model_copy(update={"lodging_provided": True, "meals_provided": 2})
    (text,) = orders(with_missions(case, mission.model_copy(update={"stay": stay}))).values()
    assert "Aucune indemnité journalière n’est due : l’hébergement et les repas sont fournis gratuitement." in text


def test_no_payer_is_expected_of_a_party_that_does_not_exist() -> None:
    case = example("2017-01")
    mission = case.action.missions[0].model_copy(update={"host_party": "chefchaoun"})
    assert designated_payer(case.framework, mission, CostCategory.STAY) is None
    assert designated_payer(case.framework, mission, CostCategory.INTERNATIONAL_TRANSPORT) == "dijon"
