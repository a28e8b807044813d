"""The shipped example: six actions of 2017 that cover the axes and hold every case that the documents must serve."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from generator.convention import Framework, term_of
from generator.load import LoadedCase, load_cases, load_framework, load_programme
from generator.model import Action, Programme
from generator.model.approvals import Deliberation, LanguageStatus, SignatureMode
from generator.model.budget import CoFunderKind, FundingStatus, Nature
from generator.model.missions import Mission
from generator.model.persons import Traveller, TravellerRole
from generator.workspace import Workspace, actions_in, programme_in
from tests.support.places import ROOT

YEAR = ROOT / "inputs" / "2017"
WORKSPACE = Workspace(ROOT)
NUMBERS = [f"2017-0{rank}" for rank in range(1, 7)]
PARTIES = ("dijon", "chefchaouen")
SUBSIDY_THRESHOLD = Decimal(23000)

LOADED: dict[str, LoadedCase] = {
    path.stem: loaded for path, loaded in zip(actions_in(YEAR), load_cases(actions_in(YEAR), WORKSPACE), strict=True)
}
ACTIONS: dict[str, Action] = {name: loaded.case.action for name, loaded in LOADED.items() if loaded.case is not None}

every_action = pytest.mark.parametrize("action", ACTIONS.values(), ids=ACTIONS.keys())
every_file = pytest.mark.parametrize("path", [programme_in(YEAR), *actions_in(YEAR)], ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def framework() -> Framework:
    loaded = load_framework("dijon-chefchaouen-2016", WORKSPACE)
    assert loaded.value is not None
    return loaded.value


@pytest.fixture(scope="module")
def programme() -> Programme:
    loaded = load_programme(YEAR, WORKSPACE)
    assert loaded is not None
    assert loaded.value is not None
    return loaded.value


def missions(actions: Iterable[Action] = tuple(ACTIONS.values())) -> Iterator[tuple[Action, Mission]]:
    return ((action, mission) for action in actions for mission in action.missions)


def travellers(role: TravellerRole, sent_by: str = "dijon") -> list[Traveller]:
    return [
        person
        for _, mission in missions()
        if mission.travelling_party == sent_by
        for person in mission.travellers
        if person.role is role
    ]


def vote_of(action: Action, party: str) -> Deliberation:
    return next(vote for vote in action.deliberations if vote.party == party)


def signature_day(action: Action, party: str) -> date:
    signature = action.signature
    if signature.mode is SignatureMode.CEREMONY:
        assert signature.day is not None
        return signature.day
    return next(planned.day for planned in signature.by_party if planned.party == party and planned.day)


def entry_into_force(action: Action) -> date:
    assert action.transmission is not None
    assert action.transmission.planned is not None
    return action.transmission.planned


def total(action: Action, side: str, *, nature: Nature | None = None, origin: str | None = None) -> Decimal:
    lines = action.budget.expenses if side == "expenses" else action.budget.resources
    values = [
        action.budget.in_reference(line)
        for line in lines
        if (nature is None or line.nature is nature) and (origin is None or getattr(line, "origin", None) == origin)
    ]
    assert None not in values
    return sum((value for value in values if value is not None), Decimal("0.00"))


# The six files


def test_there_are_six_actions() -> None:
    assert sorted(ACTIONS) == NUMBERS


@pytest.mark.parametrize("loaded", LOADED.values(), ids=LOADED.keys())
def test_each_file_loads_without_a_fault(loaded: LoadedCase) -> None:
    assert [str(finding) for finding in loaded.findings if "inputs/2017/" in finding.place.file] == []


@every_file
def test_each_file_says_that_it_is_an_example(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# EXEMPLE")
    assert "montants et personnes inventés" in text.splitlines()[0]
    assert "\nexemple: oui\n" in text


@every_file
def test_each_file_keeps_to_the_french_of_an_act(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    faults = {
        "straight apostrophe": re.findall(r"\w'\w", text),
        "straight quotation mark": re.findall(r'"[^"]*"', text),
        "breaking space in quotation marks": re.findall(r"« \S|\S »", text),
        "breaking space after n°": re.findall(r"n° \d", text),
        "missing elision": re.findall(r"\b(?:de|le|la|que) [AEÉIOUaeéiou]\w+", text),
        "capital without its accent": re.findall(r"\b(?:Etat|Echange|Education|Economie|Evaluation)\b", text),
    }
    assert {fault: found for fault, found in faults.items() if found} == {}


def test_the_five_axes_are_covered(framework: Framework) -> None:
    assert {action.axis for action in ACTIONS.values()} == {axis.id for axis in framework.axes}


@every_action
def test_secondary_axes_are_other_axes_of_the_framework(action: Action, framework: Framework) -> None:
    assert all(framework.axis(axis) for axis in action.secondary_axes)
    assert action.axis not in action.secondary_axes


@every_action
def test_the_object_reads_on_after_its_formula(action: Action) -> None:
    assert action.object is not None
    assert action.object.startswith("de définir ")
    assert not action.object.endswith(".")


@every_action
def test_prose_is_made_of_complete_sentences(action: Action) -> None:
    for prose in (action.context, *(activity.description for activity in action.activities)):
        assert prose is not None
        assert prose[0].isupper()
        assert prose.endswith(".")


@every_action
def test_duties_are_infinitives_without_capital_or_stop(action: Action) -> None:
    duties = [duty for commitment in action.commitments for duty in commitment.duties]
    duties += [duty for body in action.associated_bodies for duty in body.duties]
    assert {commitment.party for commitment in action.commitments} == set(PARTIES)
    for duty in duties:
        assert re.match(r"[a-zéô]+(?:er|ir|re) ", duty), duty
        assert not duty.endswith((".", ";"))


@every_action
def test_each_party_says_why_it_is_competent(action: Action) -> None:
    assert {competence.party for competence in action.competences} == set(PARTIES)
    assert all((competence.basis or "").startswith("la compétence ") for competence in action.competences)


@every_action
def test_sustainable_development_goals_are_named(action: Action) -> None:
    assert action.sdgs
    assert all(1 <= goal <= 17 for goal in action.sdgs)


@every_action
def test_indicators_are_complete(action: Action) -> None:
    assert len(action.indicators) >= 3
    for indicator in action.indicators:
        assert all((indicator.label, indicator.unit, indicator.baseline, indicator.target, indicator.source))


@every_action
def test_steering_and_evaluation_are_provided_for(action: Action) -> None:
    assert action.steering is not None
    assert action.steering.members
    assert action.steering.meetings_per_year
    assert action.evaluation is not None
    assert action.evaluation.report_due
    assert action.evaluation.communicated


# Money


@every_action
def test_the_budget_balances_to_the_cent_in_its_reference_currency(action: Action) -> None:
    assert total(action, "expenses") == total(action, "resources") == action.budget.stated_total


@every_action
def test_cash_and_contributions_in_kind_balance_apart(action: Action) -> None:
    for nature in Nature:
        assert total(action, "expenses", nature=nature) == total(action, "resources", nature=nature)


@every_action
def test_each_party_contributes_in_cash(action: Action) -> None:
    for party in PARTIES:
        assert total(action, "resources", nature=Nature.CASH, origin=party) > 0


@every_action
def test_each_party_names_its_budget_line(action: Action) -> None:
    for party in PARTIES:
        assert any(line.budget_line for line in action.budget.resources if line.origin == party)


@every_action
def test_the_costs_of_each_mission_stand_in_the_budget(action: Action) -> None:
    budgeted = Counter((line.category, line.amount, line.currency) for line in action.budget.expenses)
    for mission in action.missions:
        costs: Counter[tuple[str | None, Decimal | None, str | None]] = Counter(
            (category, cost.amount, cost.currency)
            for category, cost in [
                ("transport_international", mission.transport),
                ("sejour", mission.stay),
                ("transport_local", mission.local_transport),
                ("assurance", mission.insurance),
                *(("autres_frais", cost) for cost in mission.other_costs),
                *(("escale", stop) for stop in mission.stopovers),
            ]
            if cost is not None
        )
        assert not costs - budgeted
        budgeted -= costs
    assert not [category for category, _, _ in budgeted if category in {"transport_international", "sejour", "escale"}]


@every_action
def test_each_party_brings_what_its_missions_make_it_pay(action: Action) -> None:
    for party in PARTIES:
        costs = [
            cost
            for mission in action.missions
            for cost in (mission.transport, mission.stay, mission.local_transport, mission.insurance)
            if cost is not None and cost.payer == party
        ]
        rates = action.budget.rate_between("MAD", "EUR") or Decimal(0)
        values = [(cost.amount or Decimal(0)) * (rates if cost.currency == "MAD" else 1) for cost in costs]
        due = sum(values, Decimal(0))
        assert total(action, "resources", nature=Nature.CASH, origin=party) >= due.quantize(Decimal("0.01"))


def test_one_action_is_co_funded_and_the_grant_is_not_yet_secured() -> None:
    (action,) = (action for action in ACTIONS.values() if action.co_funders)
    (funder,) = action.co_funders
    (line,) = (line for line in action.budget.resources if line.origin == funder.id)
    assert funder.kind is CoFunderKind.GOVERNMENT
    assert (funder.name or "").startswith("le ministère ")
    assert funder.credit_line
    assert line.status is FundingStatus.REQUESTED


def test_one_action_has_contributions_in_kind_of_both_parties() -> None:
    (action,) = (action for action in ACTIONS.values() if total(action, "resources", nature=Nature.IN_KIND))
    assert all(total(action, "resources", nature=Nature.IN_KIND, origin=party) > 0 for party in PARTIES)


def test_one_action_is_in_two_currencies_with_a_dated_and_sourced_example_rate() -> None:
    (action,) = (action for action in ACTIONS.values() if any(line.currency for line in action.budget.expenses))
    (rate,) = action.budget.rates
    assert {line.currency for line in action.budget.expenses} == {None, "MAD"}
    assert rate.is_usable
    assert "exemple" in (rate.source or "")
    assert rate.day is not None
    assert rate.day <= min(vote.day for vote in action.deliberations if vote.day)


def test_two_actions_have_a_payment_schedule_that_starts_after_the_entry_into_force() -> None:
    scheduled = [action for action in ACTIONS.values() if action.payments]
    assert len(scheduled) >= 2
    for action in scheduled:
        for payment in action.payments:
            assert payment.amount
            assert payment.documents
            assert payment.due is not None
            assert payment.due > entry_into_force(action)


# Associated bodies


def test_one_action_has_a_third_signatory_which_is_an_association() -> None:
    (action,) = (action for action in ACTIONS.values() if action.signing_bodies)
    (body,) = action.signing_bodies
    assert body.kind is not None
    assert body.kind.value == "association"
    assert body.duties
    assert body.own_decision
    assert body.seat
    assert any(person.party == body.id and person.is_identified for person in action.signatories)


def test_the_subsidy_lies_below_the_threshold_and_its_instalments_add_up_to_it() -> None:
    ((action, body),) = (
        (action, body) for action in ACTIONS.values() for body in action.associated_bodies if body.subsidy
    )
    assert body.subsidy is not None
    assert body.subsidy.amount is not None
    assert body.subsidy.amount < SUBSIDY_THRESHOLD
    paid = [payment.amount for payment in action.payments if payment.payee == body.id and payment.amount]
    assert sum(paid) == body.subsidy.amount


def test_each_body_that_does_not_sign_has_an_agreement_of_its_own() -> None:
    bodies = [body for action in ACTIONS.values() for body in action.associated_bodies if not body.is_signatory]
    assert bodies
    assert all(body.own_agreement for body in bodies)


# Missions


@every_action
def test_each_action_has_a_mission_each_way(action: Action) -> None:
    assert [mission.travelling_party for mission in action.missions] in (list(PARTIES), list(reversed(PARTIES)))


def test_elected_members_officers_and_third_persons_travel_both_ways() -> None:
    for party in PARTIES:
        for role in TravellerRole:
            assert travellers(role, party), (party, role)


def test_one_mission_takes_an_elected_member_an_officer_and_a_third_person() -> None:
    taken = [{person.role for person in mission.travellers} for _, mission in missions()]
    assert set(TravellerRole) in taken


def test_the_elected_of_a_french_party_hold_a_special_mandate_voted_before_departure() -> None:
    holders = [
        (mission, person)
        for _, mission in missions()
        if mission.travelling_party == "dijon"
        for person in mission.travellers
        if person.role is TravellerRole.ELECTED
    ]
    assert holders
    for mission, person in holders:
        assert person.special_mandate is not None
        assert person.special_mandate.number
        assert person.special_mandate.day is not None
        assert mission.start is not None
        assert person.special_mandate.day < mission.start


def test_third_persons_have_a_decision_to_bear_their_costs_before_departure() -> None:
    for _, mission in missions():
        for person in mission.travellers:
            if person.role is TravellerRole.THIRD:
                assert person.support_decision is not None
                assert person.support_decision.number
                assert person.support_decision.day is not None
                assert mission.start is not None
                assert person.support_decision.day < mission.start


def test_officers_of_dijon_have_all_that_their_order_must_say() -> None:
    officers = travellers(TravellerRole.OFFICER)
    assert officers
    for person in officers:
        assert person.is_identified
        assert person.employer == "dijon"
        assert all((person.grade, person.service, person.administrative_residence, person.order_number))
        assert person.budget_line
        assert person.allowance is not None
        assert not person.allowance.full_rate


def test_order_numbers_are_given_once() -> None:
    numbers = [person.order_number for person in travellers(TravellerRole.OFFICER)]
    assert len(numbers) == len(set(numbers))


@every_action
def test_orders_are_signed_by_the_director_general_under_delegation(action: Action) -> None:
    (signatory,) = action.order_signatories
    assert signatory.party == "dijon"
    assert signatory.is_identified
    assert (signatory.title or "").startswith("Directeur général")
    assert signatory.delegation_number
    assert signatory.delegation_day is not None
    assert all(mission.start is None or signatory.delegation_day < mission.start for mission in action.missions)


@every_action
def test_the_travelling_party_pays_the_transport_and_the_host_the_stay(action: Action) -> None:
    for mission in action.missions:
        assert mission.transport is not None
        assert mission.transport.payer == mission.travelling_party
        assert mission.stay is not None
        assert mission.stay.payer == mission.host_party
        assert mission.stay.lodging_provided
        assert mission.stay.meals_provided == 2


@every_action
def test_each_mission_settles_what_the_framework_leaves_open(action: Action) -> None:
    for mission in action.missions:
        assert mission.insurance is not None
        assert mission.insurance.payer
        assert mission.local_transport is not None
        assert mission.local_transport.payer
        assert mission.out_of_area_reason
        assert mission.emergency_contact


@every_action
def test_each_journey_goes_by_train_plane_and_road_and_comes_back(action: Action) -> None:
    home = {"dijon": "Dijon", "chefchaouen": "Chefchaouen"}
    for mission in action.missions:
        stops = [mission.legs[0].origin, *(leg.destination for leg in mission.legs)]
        assert stops[0] == stops[-1] == home[mission.travelling_party or ""]
        assert home[mission.host_party or ""] in stops
        assert [leg.origin for leg in mission.legs[1:]] == stops[1:-1]
        assert {leg.mode for leg in mission.legs} >= {"train", "avion"}
        assert any("véhicule" in (leg.mode or "") for leg in mission.legs)
        assert all(leg.travel_class for leg in mission.legs)
        days = [leg.departure for leg in mission.legs if leg.departure]
        assert days == sorted(days)


@every_action
def test_nights_fill_each_journey(action: Action) -> None:
    for mission in action.missions:
        assert mission.start is not None
        assert mission.end is not None
        assert mission.stay is not None
        nights = (mission.stay.nights or 0) + sum(stop.nights for stop in mission.stopovers)
        assert nights == (mission.end - mission.start).days


def test_one_mission_has_a_stopover_night_with_its_payer() -> None:
    (stop,) = (stop for _, mission in missions() for stop in mission.stopovers)
    assert stop.nights == 1
    assert stop.payer
    assert stop.amount


def test_an_incoming_mission_has_a_hosting_programme_for_each_of_its_days() -> None:
    hosted = [mission for _, mission in missions() if mission.hosting_programme]
    assert hosted
    for mission in hosted:
        assert mission.host_party == "dijon"
        assert mission.start is not None
        assert mission.end is not None
        stay = (mission.end - mission.start).days
        assert [day.day for day in mission.hosting_programme] == [
            mission.start + timedelta(days=rank) for rank in range(stay + 1)
        ]
        assert all(day.content for day in mission.hosting_programme)


def test_minors_travel_in_the_youth_exchange_alone_with_authorisations_and_initials_only() -> None:
    minors = [(action, person) for action, mission in missions() for person in mission.travellers if person.minor]
    assert {action.axis for action, _ in minors} == {"education_jeunesse"}
    for action, person in minors:
        assert action.clauses.personal_data
        assert person.exit_authorisation
        assert re.fullmatch(r"[A-Z]\. [A-Z]\.", f"{person.given_name} {person.surname}")


def test_nobody_is_on_two_missions_at_once() -> None:
    journeys: dict[str, list[tuple[date, date]]] = {}
    for _, mission in missions():
        for person in mission.travellers:
            assert mission.start is not None
            assert mission.end is not None
            journeys.setdefault(f"{person.given_name} {person.surname}", []).append((mission.start, mission.end))
    for spans in journeys.values():
        spans.sort()
        assert all(first[1] < second[0] for first, second in pairwise(spans))


# Approvals, signature, calendar


@every_action
def test_dijon_votes_then_transmits_with_a_receipt_then_publishes_then_signs_a_later_day(action: Action) -> None:
    vote = vote_of(action, "dijon")
    assert vote.number
    assert vote.transmission is not None
    assert vote.transmission.receipt
    assert vote.day is not None
    assert vote.transmission.day is not None
    assert vote.publication is not None
    assert vote.notice is not None
    assert (vote.day - vote.notice).days > 5
    assert vote.day < vote.transmission.day <= vote.publication < signature_day(action, "dijon")
    assert vote.transmission.day < min(signature_day(action, party) for party in PARTIES)


@every_action
def test_chefchaouen_votes_in_an_ordinary_session_and_its_governor_endorses_before_the_signature(
    action: Action,
) -> None:
    vote = vote_of(action, "chefchaouen")
    assert vote.number
    assert vote.day is not None
    assert vote.day.month in {2, 5, 10}
    assert vote.visa is not None
    assert vote.visa.number
    assert vote.visa.authority == "le gouverneur de la province de Chefchaouen"
    assert vote.visa.day is not None
    assert 0 < (vote.visa.day - vote.day).days <= 20
    assert vote.visa.day < min(signature_day(action, party) for party in PARTIES)


@every_action
def test_each_vote_takes_place_in_a_session_of_the_programme(action: Action, programme: Programme) -> None:
    sessions = {(session.party, session.day) for session in programme.sessions}
    assert {(vote.party, vote.day) for vote in action.deliberations} <= sessions


@every_action
def test_special_mandates_are_voted_in_a_session_of_the_programme(action: Action, programme: Programme) -> None:
    sessions = {session.day for session in programme.sessions if session.party == "dijon"}
    mandates = [person.special_mandate for mission in action.missions for person in mission.travellers]
    assert {mandate.day for mandate in mandates if mandate} <= sessions


def test_numbers_of_acts_are_given_once() -> None:
    mandates = [person.special_mandate for _, mission in missions() for person in mission.travellers]
    votes = [vote for action in ACTIONS.values() for vote in action.deliberations]
    numbers = [vote.number for vote in votes] + [vote.visa.number for vote in votes if vote.visa]
    numbers += [mandate.number for mandate in mandates if mandate]
    assert len(numbers) == len(set(numbers))


@every_action
def test_the_action_starts_once_the_signed_agreement_is_transmitted(action: Action) -> None:
    last_signature = max(signature_day(action, party) for party in PARTIES)
    assert action.calendar.start is not None
    assert last_signature < entry_into_force(action) < action.calendar.start


@every_action
def test_missions_and_activities_lie_within_the_action(action: Action) -> None:
    start, end = action.calendar.start, action.calendar.end
    assert start is not None
    assert end is not None
    spans = [(mission.start, mission.end) for mission in action.missions]
    spans += [(activity.start, activity.end) for activity in action.activities]
    for first, last in spans:
        assert first is not None
        assert last is not None
        assert start <= first <= last <= end


@pytest.mark.parametrize("loaded", LOADED.values(), ids=LOADED.keys())
def test_the_action_lies_within_the_term_of_the_framework(loaded: LoadedCase) -> None:
    assert loaded.case is not None
    term = term_of(loaded.case.framework, loaded.case.events)
    assert term == (date(2016, 6, 14), date(2021, 6, 13))
    calendar = loaded.case.action.calendar
    assert calendar.start is not None
    assert calendar.end is not None
    assert term[0] < calendar.start < calendar.end < term[1]
    assert calendar.start.year == 2017


def test_one_agreement_is_signed_by_circulation_at_two_dates_in_the_order_of_the_framework(
    framework: Framework,
) -> None:
    (action,) = (action for action in ACTIONS.values() if action.signature.mode is SignatureMode.CIRCULATION)
    planned = action.signature.by_party
    assert tuple(step.party for step in planned) == framework.signature_order
    assert len({step.day for step in planned}) == 2
    days = [step.day for step in planned if step.day]
    assert days == sorted(days)
    assert all(step.place for step in planned)


@every_action
def test_the_same_two_invented_executives_sign_but_for_the_delegation(action: Action) -> None:
    names = {person.party: f"{person.civility} {person.given_name} {person.surname}" for person in action.signatories}
    assert names["chefchaouen"] == "Monsieur Driss Lexemple"
    if not any(person.delegation for person in action.signatories):
        assert names["dijon"] == "Madame Hélène Fictive"
    assert all(person.is_identified for person in action.signatories)


def test_one_agreement_is_signed_by_a_deputy_under_delegation() -> None:
    ((action, person),) = (
        (action, person) for action in ACTIONS.values() for person in action.signatories if person.delegation
    )
    assert person.party == "dijon"
    assert person.title == "Adjointe à la Maire"
    assert person.delegation is not None
    assert person.delegation.number
    assert person.delegation.quality
    assert person.delegation.day is not None
    assert person.delegation.day < signature_day(action, "dijon")


@every_action
def test_six_originals_have_six_recipients_and_every_signatory_receives_one(
    action: Action, framework: Framework
) -> None:
    shares = Counter(original.party for original in action.originals)
    assert len(action.originals) == framework.originals == 6
    assert len({original.recipient for original in action.originals}) == 6
    assert all(original.address and original.purpose for original in action.originals)
    if action.signing_bodies:
        (body,) = action.signing_bodies
        assert shares == {"dijon": 3, "chefchaouen": 2, body.id: 1}
    else:
        assert shares == dict.fromkeys(PARTIES, 3)


@every_action
def test_the_french_version_is_authentic(action: Action) -> None:
    assert any(
        version.language == "français" and version.status is LanguageStatus.AUTHENTIC for version in action.languages
    )


def test_optional_clauses_are_on_here_and_off_there() -> None:
    clauses = [action.clauses for action in ACTIONS.values()]
    for switch in ("communication", "intellectual_property", "personal_data"):
        assert {getattr(clause, switch) for clause in clauses} == {True, False}


@every_action
def test_no_rule_is_waived(action: Action) -> None:
    assert action.waivers == ()


# The programme


def test_the_programme_states_a_common_objective(programme: Programme) -> None:
    assert programme.example
    assert programme.year == 2017
    assert len(programme.common_objective or "") > 100


def test_credits_cover_the_cash_that_the_actions_ask_of_each_party(programme: Programme) -> None:
    for credit in programme.voted_credits:
        asked = sum(total(action, "resources", nature=Nature.CASH, origin=credit.party) for action in ACTIONS.values())
        assert credit.currency == "EUR"
        assert credit.amount is not None
        assert credit.amount >= asked
    assert {credit.party for credit in programme.voted_credits} == set(PARTIES)
