"""Who issues mission orders, who answers for a traveller, who receives an order."""

import pytest

from generator.case.orders_issued import answering_body, issues_orders, order_recipients, orders_authority
from generator.case.records import Case
from tests.support.rule_cases import base_case, case_with

FIRST = "missions[0].voyageurs[0]"


def recipients(case: Case) -> list[tuple[str, str | None]]:
    return [(mission.id, traveller.surname) for mission, traveller in order_recipients(case)]


@pytest.mark.parametrize(
    ("identifier", "issues"), [("valmont", True), ("tazerout", False), ("source-vive", False), (None, False)]
)
def test_a_party_issues_orders_where_its_law_has_it_do_so(identifier: str | None, issues: bool) -> None:
    assert issues_orders(base_case(), identifier) is issues


def test_an_officer_of_an_issuing_party_receives_an_order_and_nobody_else() -> None:
    assert recipients(base_case()) == [("M1", "Mesure")]


@pytest.mark.parametrize("role", ["elu", "tiers"])
def test_an_elected_member_or_a_third_person_receives_no_order(role: str) -> None:
    assert recipients(case_with(action={f"{FIRST}.qualite": role})) == []


@pytest.mark.parametrize("employer", ["", "tazerout", "metropole"])
def test_an_officer_whom_no_issuing_party_employs_receives_no_order(employer: str) -> None:
    assert recipients(case_with(action={f"{FIRST}.employeur": employer})) == []


def test_the_employer_answers_for_a_traveller_else_the_party_that_travels() -> None:
    mission = base_case().action.missions[0]
    employed, elected, _ = mission.travellers
    assert answering_body(mission, employed.model_copy(update={"employer": "tazerout"})) == "tazerout"
    assert elected.employer is None
    assert answering_body(mission, elected) == "valmont"


SIGNS = "signataires_ordres_de_mission[0]"


def authority(changes: dict[str, object]) -> str | None:
    person = orders_authority(case_with(action=changes), "valmont")
    return None if person is None else person.title_with_article or person.title


def test_an_order_signed_by_delegation_is_given_by_whoever_the_form_names() -> None:
    assert orders_authority(base_case(), "tazerout") is None
    assert authority({f"{SIGNS}.autorite": "le Maire"}) == "le Maire"
    assert authority({f"{SIGNS}.autorite": "Maire"}) == "Maire"


def test_else_by_who_signs_the_agreement_without_a_delegation() -> None:
    assert authority({f"{SIGNS}.autorite": ""}) == "Maire"
    assert authority({f"{SIGNS}.autorite": "", "signataires": []}) is None
    deputy = {"numero": "A-1", "date": "2024-01-08", "qualite": "adjointe"}
    assert authority({f"{SIGNS}.autorite": "", "signataires[0].delegation": deputy}) is None


def test_an_order_signed_without_a_delegation_is_given_by_its_signer() -> None:
    own: dict[str, object] = {f"{SIGNS}.{key}": "" for key in ("autorite", "delegation_numero", "delegation_date")}
    assert authority(own) == "Directeur général des services"
