"""Travel in French: capacities, headcounts, places, who bears what, allowances."""

from decimal import Decimal

import pytest

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.journeys import (
    AdvanceAsked,
    AllowanceAtRateInForce,
    AllowanceDue,
    Capacity,
    CostBearing,
    CostNamed,
    Headcount,
    NoAllowance,
    PersonList,
    PlacesAndStops,
    SharedAmong,
    ShareOfCost,
)
from generator.acts.facts.powers import PersonName
from generator.acts.facts.quantities import Money, Writing
from generator.acts.wordings import french_journeys as french
from generator.artifacts import Blank
from generator.convention import CostRule
from generator.french import Gender
from generator.model.missions import CostCategory
from generator.model.persons import Civility, TravellerRole

ELECTED, OFFICER, THIRD = TravellerRole.ELECTED, TravellerRole.OFFICER, TravellerRole.THIRD
WOMAN, MAN = Gender.FEMININE, Gender.MASCULINE


@pytest.mark.parametrize(
    ("role", "gender", "words"),
    [
        (ELECTED, WOMAN, "élue"),
        (ELECTED, MAN, "élu"),
        (OFFICER, WOMAN, "agent"),
        (THIRD, WOMAN, "tiers"),
    ],
)
def test_only_an_elected_member_is_named_in_the_gender_of_the_person(
    role: TravellerRole, gender: Gender, words: str
) -> None:
    assert french.capacity(Capacity(role, gender)) == words


@pytest.mark.parametrize(
    ("travellers", "words"),
    [
        ([(ELECTED, WOMAN)], "une élue"),
        ([(ELECTED, WOMAN), (ELECTED, WOMAN)], "deux élues"),
        ([(ELECTED, WOMAN), (ELECTED, MAN)], "deux élus"),
        ([(OFFICER, WOMAN)], "un agent"),
        ([(OFFICER, WOMAN), (OFFICER, WOMAN)], "deux agents"),
        ([(THIRD, MAN)], "une personne"),
        ([(THIRD, MAN), (THIRD, MAN)], "deux personnes"),
        ([(OFFICER, MAN), (THIRD, MAN), (THIRD, MAN)], "un agent et deux autres personnes"),
        ([(THIRD, MAN), (OFFICER, MAN), (ELECTED, MAN)], "un élu, un agent et une autre personne"),
    ],
)
def test_travellers_are_counted_by_capacity_in_one_order(
    travellers: list[tuple[TravellerRole, Gender]], words: str
) -> None:
    assert french.headcount(Headcount([Capacity(role, gender) for role, gender in travellers])) == words


def test_travellers_are_named_in_one_sentence() -> None:
    persons = [PersonName(Civility.MADAM, "Claire", "Gabarit"), PersonName(Civility.SIR, "Paul", "Modèle")]
    assert french.person_list(PersonList(persons)) == "Madame Claire Gabarit et Monsieur Paul Modèle"


def test_stops_stand_after_the_places_of_a_mission() -> None:
    assert french.places_and_stops(PlacesAndStops(["Tazerout", "Agadir"], [])) == "Tazerout et Agadir"
    assert french.places_and_stops(PlacesAndStops(["Agadir"], ["Casablanca", "Le Mans"])) == (
        "Agadir, avec étape à Casablanca et au Mans"
    )


@pytest.mark.parametrize("rule", [rule for rule in CostRule if rule is not CostRule.FREE])
def test_every_rule_that_is_not_free_says_by_whom(rule: CostRule) -> None:
    assert french.cost_bearing(CostBearing(rule)).startswith("par ")


def due(amount: str, share: str, source: str | None = "arrêté du 3 juillet 2006") -> AllowanceDue:
    missing = Missing(Gap.ALLOWANCE_AMOUNT)
    full = Money(Decimal(amount), "EUR", Writing.FIGURES, missing)
    part = Money((Decimal(amount) * Decimal(share)).quantize(Decimal("0.01")), "EUR", Writing.FIGURES, missing)
    return AllowanceDue(part, full, Decimal(share), source)


def test_a_full_allowance_is_told_with_its_source() -> None:
    assert french.allowance_due(due("100", "1")) == (
        "Indemnité journalière de mission : 100,00\u00a0€ par jour (arrêté du 3 juillet 2006)."
    )


def test_a_reduced_allowance_tells_its_share_and_the_full_amount() -> None:
    assert french.allowance_due(due("100", "0.175")) == (
        "Indemnité journalière de mission : 17,50\u00a0€ par jour, soit 17,5\u202f% de 100,00\u00a0€"
        " (arrêté du 3 juillet 2006)."
    )


def test_an_allowance_without_a_source_has_no_parentheses() -> None:
    assert french.allowance_due(due("100", "1", None)) == "Indemnité journalière de mission : 100,00\u00a0€ par jour."


@pytest.mark.parametrize("share", ["1", "0.5"])
def test_an_allowance_that_cannot_be_written_is_blank_as_a_whole(share: str) -> None:
    assert french.allowance_due(due("100.001", share)) == Blank("indemnité journalière")


def test_no_allowance_says_why() -> None:
    assert french.no_allowance(NoAllowance()) == (
        "Aucune indemnité journalière n’est due : l’hébergement et les repas sont fournis gratuitement."
    )


def test_an_advance_is_a_share_of_the_allowance() -> None:
    assert french.advance_asked(AdvanceAsked(75)) == "Une avance de 75\u202f% de l’indemnité est demandée."


def test_an_allowance_without_a_table_is_due_at_the_rate_of_the_day_of_departure() -> None:
    whole = french.allowance_at_rate_in_force(AllowanceAtRateInForce(Decimal(1)))
    assert whole == "Indemnité journalière de mission : au taux en vigueur au jour du départ."
    part = french.allowance_at_rate_in_force(AllowanceAtRateInForce(Decimal("0.175")))
    assert part == "Indemnité journalière de mission : au taux en vigueur au jour du départ, réduit de 82,5\u202f%."


LODGED = CostNamed(CostCategory.STAY, "Agadir", 1, is_lodging_provided=True)


@pytest.mark.parametrize(
    ("cost", "words"),
    [
        (CostNamed(CostCategory.INTERNATIONAL_TRANSPORT), "Transport international"),
        (CostNamed(CostCategory.INTERNATIONAL_TRANSPORT, nights=1), "Transport international (1 nuit à bord)"),
        (CostNamed(CostCategory.INSURANCE, note="contrat n° 4"), "Assurance et rapatriement : contrat n° 4"),
        (CostNamed(CostCategory.STAY), "Séjour"),
        (CostNamed(CostCategory.STAY, "Le Mans", 4), "Séjour au Mans, 4 nuits"),
        (LODGED, "Séjour à Agadir, 1 nuit (hébergement fourni)"),
        (CostNamed(CostCategory.STAY, "Agadir", 2, meals=1), "Séjour à Agadir, 2 nuits (un repas par jour fourni)"),
        (
            CostNamed(CostCategory.STAY, "Agadir", 2, is_lodging_provided=True, meals=2, note="chez l’habitant"),
            "Séjour à Agadir, 2 nuits (hébergement et deux repas par jour fournis) : chez l’habitant",
        ),
        (CostNamed(CostCategory.STOPOVER, "Casablanca", 1), "Étape à Casablanca, 1 nuit"),
        (CostNamed(CostCategory.OTHER, label="visa", note="deux visas"), "Autres frais : visa, deux visas"),
    ],
)
def test_a_cost_is_named_with_its_place_its_nights_and_what_is_given(cost: CostNamed, words: str) -> None:
    assert french.cost_named(cost) == words


@pytest.mark.parametrize(
    ("amount", "currency", "travellers", "words"),
    [
        ("860", "EUR", 2, "430,00\u00a0€"),
        ("100", "EUR", 3, "33,33\u00a0€"),
        ("200000", "XOF", 3, "66\u202f667\u00a0XOF"),
        ("0", "EUR", 4, "0,00\u00a0€"),
    ],
)
def test_a_share_is_rounded_to_what_its_currency_has(amount: str, currency: str, travellers: int, words: str) -> None:
    cost = Money(Decimal(amount), currency, Writing.FIGURES, Missing(Gap.COST_AMOUNT))
    assert french.share_of_cost(ShareOfCost(cost, travellers)) == words


def test_a_share_says_of_how_many() -> None:
    assert french.shared_among(SharedAmong(3)) == "Chaque montant est la part de l’agent, un voyageur sur trois."
