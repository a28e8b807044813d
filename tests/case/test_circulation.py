"""The journey of the originals: who sends them, in which order all sign, from whom to whom they travel, by when."""

from dataclasses import replace
from datetime import date

import pytest

from generator.case.circulation import (
    Relay,
    authority_served,
    lead_desk,
    legs,
    sending_body,
    signing_order,
    visa_given,
)
from generator.case.records import Case
from generator.model import Law
from generator.model.approvals import Original
from tests.support.rule_cases import base_case, case_with

BODIES = [{"id": "amis", "signataire": "oui"}]


def circulating(*, bodies: list[dict[str, str]] | None = None, **days: str) -> Case:
    """Return the base whose originals circulate: the day on which each signs, by identifier."""
    planned = [{"partie": party, "date": day} for party, day in days.items()]
    signature = {"mode": "circulation", "par_partie": planned}
    return case_with(action={"signature": signature, "organismes_associes": bodies or []})


def without_parties(case: Case) -> Case:
    return replace(case, framework=case.framework.model_copy(update={"party_order": ()}))


def test_the_party_that_transmits_sends_the_package_else_the_first_that_signs() -> None:
    turned = case_with(convention={"ordre_des_parties": ["tazerout", "valmont"]})
    assert sending_body(turned) == "valmont"
    assert sending_body(replace(turned, law=Law())) == "tazerout"
    assert sending_body(without_parties(turned)) is None


# In which order all sign


def test_the_order_is_that_of_the_framework_then_the_associated_bodies() -> None:
    assert signing_order(case_with(action={"organismes_associes": BODIES})) == ("tazerout", "valmont", "amis")
    unsaid = case_with(convention={"ordre_des_signatures": []})
    assert signing_order(unsaid) == ("valmont", "tazerout")


@pytest.mark.parametrize(
    ("day", "order"),
    [
        ("2025-04-14", ("valmont", "tazerout")),
        ("2025-04-15", ("tazerout", "valmont")),
        ("2025-04-16", ("tazerout", "valmont")),
    ],
    ids=["the eve", "the same day", "the day after"],
)
def test_who_means_to_sign_first_signs_first_and_on_one_day_the_framework_tells(
    day: str, order: tuple[str, ...]
) -> None:
    assert signing_order(circulating(valmont=day, tazerout="2025-04-15")) == order


def test_the_days_prevail_once_all_are_known() -> None:
    days = {"amis": "2025-04-13", "valmont": "2025-04-14"}
    assert signing_order(circulating(bodies=BODIES, **days)) == ("tazerout", "valmont", "amis")
    assert signing_order(circulating(bodies=BODIES, **days, tazerout="2025-04-15")) == ("amis", "valmont", "tazerout")


# The journeys


def test_originals_travel_from_who_sends_them_back_to_there() -> None:
    case = circulating(bodies=BODIES, tazerout="2025-04-14", valmont="2025-04-15", amis="2025-04-16")
    assert legs(case) == (
        Relay(1, "valmont", "tazerout", is_return=False, due=date(2025, 4, 14)),
        Relay(2, "tazerout", "valmont", is_return=False, due=date(2025, 4, 15)),
        Relay(3, "valmont", "amis", is_return=False, due=date(2025, 4, 16)),
        Relay(4, "amis", "valmont", is_return=True, due=date(2025, 4, 18)),
    )


def test_nothing_travels_from_a_body_to_itself() -> None:
    case = circulating(valmont="2025-04-14", tazerout="2025-04-15")
    assert legs(case) == (
        Relay(1, "valmont", "tazerout", is_return=False, due=date(2025, 4, 15)),
        Relay(2, "tazerout", "valmont", is_return=True, due=date(2025, 4, 18)),
    )


def test_nothing_travels_to_a_ceremony_nor_from_nobody() -> None:
    assert legs(base_case()) == ()
    assert legs(without_parties(circulating())) == ()


# The desks


def recipient(name: str, party: str = "valmont") -> Original:
    return Original.model_validate({"partie": party, "destinataire": name})


def desk(service: str, *originals: tuple[str, str], body: str = "valmont") -> str | None:
    listed = [{"partie": party, "destinataire": name} for party, name in originals]
    found = lead_desk(case_with(action={"service_referent": service, "exemplaires": listed}), body)
    return found.recipient if found else None


@pytest.mark.parametrize("service", ["direction de l’eau", "la Direction de l'eau"])
def test_the_desk_is_that_of_the_service_that_leads_however_it_is_typed(service: str) -> None:
    others = ("valmont", "archives"), ("valmont", "direction des finances")
    assert desk(service, *others, ("valmont", "Direction de l’eau")) == "Direction de l’eau"
    assert desk(service, *others) is None


def test_the_desk_of_another_body_is_not_its_own() -> None:
    own = ("tazerout", "direction de l’eau")
    assert desk("direction de l’eau", own) is None
    assert desk("direction de l’eau", own, body="tazerout") == "direction de l’eau"


def test_without_a_service_or_a_recipient_there_is_no_desk() -> None:
    case = case_with(action={"service_referent": "", "exemplaires": [{"partie": "valmont", "destinataire": ""}]})
    assert lead_desk(case, "valmont") is None
    assert desk("", ("valmont", "archives")) is None


# The authority that supervises a party


@pytest.mark.parametrize(
    ("name", "is_served"),
    [
        ("gouverneur", True),
        ("le Gouverneur de la province", True),
        ("l’adjoint du gouverneur", False),
        ("secrétariat du conseil", False),
        ("", False),
        ("le", False),
    ],
)
def test_an_original_goes_to_the_authority_that_gives_the_visa(name: str, is_served: bool) -> None:
    assert authority_served(base_case(), recipient(name, "tazerout")) is is_served


@pytest.mark.parametrize("changes", [{"deliberations": []}, {"deliberations[1].visa": ""}], ids=["no vote", "no visa"])
def test_without_a_visa_the_authority_is_the_one_that_the_law_names(changes: dict[str, object]) -> None:
    case = case_with(action=changes)
    assert authority_served(case, recipient("le gouverneur", "tazerout"))
    assert not authority_served(replace(case, law=Law()), recipient("le gouverneur", "tazerout"))


def test_where_no_authority_is_known_none_is_served() -> None:
    case = replace(case_with(action={"deliberations[1].visa.autorite": ""}), law=Law())
    for name in ("le gouverneur", ""):
        assert not authority_served(case, recipient(name, "tazerout"))
    assert not authority_served(base_case(), recipient("le gouverneur", "ailleurs"))


def test_an_article_alone_names_no_authority() -> None:
    case = replace(case_with(action={"deliberations[1].visa.autorite": "le"}), law=Law())
    for name in ("la", ""):
        assert not authority_served(case, recipient(name, "tazerout"))


def test_the_visa_given_is_dated_and_of_the_authority_to_which_the_original_goes() -> None:
    governor, desk_ = recipient("gouverneur", "tazerout"), recipient("secrétariat", "tazerout")
    visa = visa_given(base_case(), governor)
    assert visa is not None
    assert visa.number == "V-1"
    assert visa_given(base_case(), desk_) is None
    for lacking in ({"deliberations[1].visa.date": ""}, {"deliberations[1].visa": ""}, {"deliberations": []}):
        assert visa_given(case_with(action=lacking), governor) is None
