"""What a year needs of one action: everything that another may contradict, with its place, and small."""

import json
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal

import pytest

from generator.case.records import Case
from generator.case.year import ActionExtract, extract_of
from generator.findings import Place
from generator.load import load_cases
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.rule_cases import base, base_case, case_with, places_of

LARGEST = 5000
"""Bytes of an example action's extract as plain data; the example's actions are rich."""
MEMORY = 10_000
"""Bytes of an extract in memory: ten thousand of them stay under a hundred megabytes."""


def shipped() -> list[Case]:
    paths = sorted((ROOT / "inputs" / "2017").glob("2017-*.yaml"))
    return [loaded.case for loaded in load_cases(paths, Workspace(ROOT)) if loaded.case is not None]


def size_of(value: object, seen: set[int]) -> int:
    """Add up the memory of a value and of all that it holds, each counted once."""
    if id(value) in seen:
        return 0
    seen.add(id(value))
    inner = value if isinstance(value, tuple) else ()
    if is_dataclass(value):
        inner = tuple(getattr(value, field.name) for field in fields(value))
    return sys.getsizeof(value) + sum(size_of(item, seen) for item in inner)


def test_an_extract_comes_back_from_plain_data_as_it_was() -> None:
    for case in [base_case(), *shipped()]:
        extract = extract_of(case)
        assert ActionExtract.from_json(json.loads(json.dumps(extract.as_json()))) == extract


def test_an_extract_is_small() -> None:
    plain = [extract_of(case).as_json() for case in shipped()]
    assert len(plain) == 6
    assert max(len(json.dumps(data, separators=(",", ":"))) for data in plain) < LARGEST
    year = [ActionExtract.from_json(json.loads(json.dumps(data))) for _ in range(10) for data in plain]
    seen: set[int] = set()
    assert sum(size_of(extract, seen) for extract in year) < MEMORY * len(year)


def test_what_is_not_known_takes_no_room() -> None:
    plain = extract_of(base_case()).as_json()
    assert plain.keys() & {"act_receipt", "example", "spent", "number"} == {"number"}
    (own, *_) = plain["contributions"]
    assert own[0] == "budget.ressources.0.montant"
    assert own[3:] == ["valmont", "numeraire", "acquis", "6000.00", "EUR", "6000.00", "chapitre 011"]


def test_an_amount_keeps_the_digits_that_were_typed() -> None:
    one, other = (
        extract_of(case_with(action={"budget.ressources[0].montant": text})) for text in ("6000.5", "6000.50")
    )
    assert [str(extract.contributions[0].amount) for extract in (one, other)] == ["6000.5", "6000.50"]


def test_plain_data_of_something_else_are_refused() -> None:
    with pytest.raises(ValueError, match="not an extract"):
        ActionExtract.from_json({"file": "a.yaml", "number": "2025-01", "framework": "f", "couleur": "bleu"})
    with pytest.raises(ValueError, match="not an extract"):
        ActionExtract.from_json({"file": "a.yaml", "number": "2025-01", "framework": "f", "expenses": "beaucoup"})


def test_each_part_stands_where_it_was_typed() -> None:
    case = base_case()
    extract = extract_of(case)
    places = places_of("action", base())
    for part in (*extract.votes, *extract.contributions, *extract.journeys, *extract.signers, *extract.texts):
        assert extract.place_of(part) == places[part.path]
    assert extract.mark(("intitule",)).line == places["intitule",].line
    assert extract.mark(("numero",)).line == places["numero",].line
    assert extract.place_of(extract.mark(("transmission", "faite", "accuse_reception"))) == Place("action.yaml")


def test_a_place_in_a_workbook_comes_back() -> None:
    extract = extract_of(base_case())
    (vote, *others) = extract.votes
    moved = replace(extract, votes=(replace(vote, line=None, column=None, sheet="Actes votés", cell="B7"), *others))
    again = ActionExtract.from_json(moved.as_json())
    assert again == moved
    assert str(again.place_of(again.votes[0])) == "action.yaml:Actes votés!B7"


def test_what_case_has_computed_is_taken_over() -> None:
    extract = extract_of(base_case())
    assert (extract.expenses, extract.resources, extract.currency) == (Decimal("11000.00"), Decimal("11000.00"), "EUR")
    assert extract.contributions[2].value == Decimal("2200.00")
    assert extract.act_day == date(2025, 4, 15)
    (subsidy,) = extract.subsidies
    assert (subsidy.payer, subsidy.body, subsidy.is_private, subsidy.is_bound) == ("valmont", "source-vive", True, True)
    assert {(journey.surname, journey.employer) for journey in extract.journeys[:2]} == {
        ("Mesure", "valmont"),
        ("Suffrage", "valmont"),
    }
    assert (extract.journeys[0].first, extract.journeys[0].last) == (date(2025, 5, 12), date(2025, 5, 16))
    assert [signer.signs_orders for signer in extract.signers] == [False, False, True]


def test_a_subsidy_is_bound_by_any_agreement_or_by_the_signature_of_the_body() -> None:
    own, subsidy = "organismes_associes[0].convention_propre", "organismes_associes[0].subvention.convention_propre"
    signs = "organismes_associes[0].signataire"
    assert not extract_of(case_with(action={own: ""})).subsidies[0].is_bound
    assert extract_of(case_with(action={own: "", subsidy: "la convention du 3 mars"})).subsidies[0].is_bound
    assert extract_of(case_with(action={own: "", signs: "oui"})).subsidies[0].is_bound


def test_a_mission_is_paid_when_its_transport_or_its_stay_has_a_cost() -> None:
    nothing = {"missions[0].transport_international": "", "missions[0].sejour.montant": "0.00"}
    assert extract_of(base_case()).journeys[0].is_paid
    assert not extract_of(case_with(action=nothing)).journeys[0].is_paid


def test_a_mission_of_which_only_one_cost_is_known_is_paid() -> None:
    assert extract_of(case_with(action={"missions[0].sejour.montant": ""})).journeys[0].is_paid
    assert extract_of(case_with(action={"missions[0].transport_international": ""})).journeys[0].is_paid


def test_acts_without_a_number_are_kept_without_it() -> None:
    changes = {
        "missions[0].voyageurs[1].mandat_special": {"date": "2025-04-07"},
        "signataires[0].delegation": {"date": "2024-01-08"},
        "deliberations[0].numero": "",
    }
    extract = extract_of(case_with(action=changes))
    assert (extract.journeys[1].act_number, extract.journeys[1].act_day) == (None, date(2025, 4, 7))
    assert (extract.signers[0].delegation_number, extract.signers[0].is_delegate) == (None, True)
    assert (extract.votes[0].number, extract.votes[0].path) == (None, ("deliberations", 0, "date"))


def test_a_vote_is_delegated_when_it_says_so_or_when_its_organ_decides_by_delegation() -> None:
    said = {"deliberations[0].delegation": "la délibération du 6 juillet 2020"}
    known = {"deliberations[0].organe": "commission permanente"}
    department = {"parties[0].nature": "departement"}
    assert not extract_of(base_case()).votes[0].is_delegated
    assert extract_of(case_with(action=said)).votes[0].is_delegated
    assert extract_of(case_with(action=known, convention=department)).votes[0].is_delegated
    assert not extract_of(case_with(action={"deliberations[0].partie": "inconnue"})).votes[0].is_delegated


def test_a_signature_without_a_day_is_not_kept() -> None:
    assert extract_of(case_with(action={"signature.date": ""})).signatures == ()


def test_only_a_deliberation_on_the_programme_names_its_actions() -> None:
    named = {"deliberations[0].vise_l_action": "oui"}
    programme = {"deliberations[0].approuve": "programme_annuel"}
    assert not extract_of(case_with(action=named)).votes[0].names_action
    assert not extract_of(case_with(action=programme)).votes[0].names_action
    assert extract_of(case_with(action=named | programme)).votes[0].names_action


def test_a_rate_without_day_or_source_is_not_kept() -> None:
    assert len(extract_of(base_case()).rates) == 1
    assert extract_of(case_with(action={"budget.taux_de_change[0].source": ""})).rates == ()


def test_signatures_stand_where_each_party_plans_its_own() -> None:
    circulation = {
        "signature": {
            "mode": "circulation",
            "par_partie": [{"partie": "tazerout", "date": "2025-04-14"}, {"partie": "valmont", "date": "2025-04-15"}],
        }
    }
    extract = extract_of(case_with(action=circulation))
    assert [(each.body, each.day, each.path) for each in extract.signatures] == [
        ("valmont", date(2025, 4, 15), ("signature", "par_partie", 1, "date")),
        ("tazerout", date(2025, 4, 14), ("signature", "par_partie", 0, "date")),
    ]
    assert {each.path for each in extract_of(base_case()).signatures} == {("signature", "date")}


def test_what_was_achieved_goes_with_its_indicator() -> None:
    achieved = {
        "realisations": {
            "indicateurs": [{"libelle": "fontaines en eau", "valeur": "2"}],
            "depenses": [{"libelle": "Travaux et formation", "montant": "1080.00", "devise": "MAD"}],
        }
    }
    extract = extract_of(case_with(action=achieved))
    assert [indicator.actual for indicator in extract.indicators] == ["2"]
    assert [(line.label, line.value) for line in extract.spent] == [("Travaux et formation", Decimal("100.00"))]


def test_budgets_of_the_same_lines_have_one_digest() -> None:
    same, other = base_case(), case_with(action={"budget.depenses[0].montant": "6000.01"})
    assert extract_of(same).budget_digest == extract_of(base_case()).budget_digest
    assert extract_of(same).budget_digest != extract_of(other).budget_digest
