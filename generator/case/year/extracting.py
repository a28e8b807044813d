"""Taking from a case what a year needs of it: read once, then the case may be let go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.case.budget_totals import total_of
from generator.case.orders_issued import answering_body, signs_by_delegation
from generator.case.party_law import decides_by_delegation
from generator.case.records import Case, Source
from generator.case.year.action_extract import ActionExtract
from generator.case.year.extracted_conclusions import conclusions_kept
from generator.case.year.extracted_money import (
    contributions_kept,
    digest_of_expenses,
    payments_kept,
    rates_kept,
    spent_kept,
    subsidies_kept,
)
from generator.case.year.extracted_parts import (
    At,
    IndicatorExtract,
    JourneyExtract,
    NamedBodyExtract,
    OrderExtract,
    Placed,
    SignatureExtract,
    SignerExtract,
    TextExtract,
    VoteExtract,
    at,
)
from generator.case.year.text_digests import digest_of, sketch_of, years_in
from generator.findings import Path, Places
from generator.french import number_alone
from generator.model.action import Action
from generator.model.approvals import Approves, SignatureMode
from generator.model.missions import Mission
from generator.model.persons import Traveller

_OF_THE_ACTION: tuple[Path, ...] = (
    ("numero",),
    ("convention",),
    ("exemple",),
    ("intitule",),
    ("axe",),
    ("service_referent",),
    ("calendrier", "debut"),
    ("calendrier", "fin"),
    ("budget", "depenses"),
    ("transmission", "faite", "accuse_reception"),
)
"""What an action says of itself, and another may contradict."""


def extract_data_of(case: Case) -> dict[str, Any]:
    """Return as plain data what a year needs of an action."""
    return _whole_extract(case).as_json()


def extract_of(case: Case) -> ActionExtract:
    """Return what a year needs of an action: everything that another action, or the programme, may contradict.

    Read back from its plain form, it shares with other extracts the words, days and amounts that a year repeats.
    """
    return ActionExtract.from_json(extract_data_of(case))


def _whole_extract(case: Case) -> ActionExtract:
    action, places = case.action, case.places.get(Source.ACTION, Places(f"{case.action.number}.yaml"))
    sent = action.transmission.done if action.transmission else None
    return ActionExtract(
        file=places.file,
        number=action.number,
        framework=action.framework,
        title=action.title,
        axis=action.axis,
        lead_service=action.lead_service,
        start=action.calendar.start,
        end=action.calendar.end,
        act_day=case.act_day,
        currency=action.budget.currency,
        expenses=total_of(action.budget, action.budget.expenses),
        resources=total_of(action.budget, action.budget.resources),
        expense_lines=len(action.budget.expenses),
        budget_digest=digest_of_expenses(action.budget),
        act_receipt=sent.receipt if sent else None,
        example=action.example,
        marks=tuple(_marks(places)),
        votes=tuple(_votes(case, places)),
        contributions=tuple(contributions_kept(action.budget, places)),
        subsidies=tuple(subsidies_kept(case, places)),
        payments=tuple(payments_kept(action, places)),
        bodies=tuple(_bodies(action, places)),
        journeys=tuple(_journeys(case, places)),
        orders=tuple(_orders(action, places)),
        signers=tuple(_signers(action, places)),
        signatures=tuple(_signatures(case, places)),
        indicators=tuple(_indicators(action, places)),
        rates=tuple(rates_kept(action.budget, places)),
        spent=tuple(spent_kept(action, places)),
        texts=tuple(_texts(action, places)),
        conclusions=tuple(conclusions_kept(action, places)),
    )


def _marks(places: Places) -> Iterator[Placed]:
    return (Placed(*at(places, *path)) for path in _OF_THE_ACTION if path in places.by_path)


def _votes(case: Case, places: Places) -> Iterator[VoteExtract]:
    for rank, vote in enumerate(case.action.deliberations):
        sent, visa, text, party = vote.transmission, vote.visa, vote.approved_text, case.framework.party(vote.party)
        yield VoteExtract(
            *at(places, "deliberations", rank, "numero" if vote.number else "date"),
            party=vote.party,
            number=vote.number_alone,
            day=vote.day,
            body=vote.body,
            approves=vote.approves.value,
            names_action=vote.approves is Approves.PROGRAMME and vote.names_this_action,
            transmission=sent.day if sent else None,
            receipt=sent.receipt if sent else None,
            publication=vote.publication,
            visa_number=visa.number_alone if visa else None,
            visa_day=visa.day if visa else None,
            text_digest=text.digest if text else None,
            is_delegated=bool(vote.delegation or (party and decides_by_delegation(case, party, vote.body))),
        )


def _bodies(action: Action, places: Places) -> Iterator[NamedBodyExtract]:
    for rank, body in enumerate(action.associated_bodies):
        yield NamedBodyExtract(
            *at(places, "organismes_associes", rank, "id"),
            id=body.id,
            name=body.name,
            kind=body.kind.value if body.kind else None,
            siret=body.siret,
            rna=body.rna,
        )
    for rank, funder in enumerate(action.co_funders):
        yield NamedBodyExtract(
            *at(places, "cofinanceurs", rank, "id"),
            id=funder.id,
            is_funder=True,
            name=funder.name,
            kind=funder.kind.value if funder.kind else None,
        )


def _journeys(case: Case, places: Places) -> Iterator[JourneyExtract]:
    for rank, mission in enumerate(case.action.missions):
        host = case.framework.party(mission.host_party)
        country = mission.country or (host.country.code if host else None)
        for number, person in enumerate(mission.travellers):
            yield _journey(mission, person, country, at(places, "missions", rank, "voyageurs", number, "nom"))


def _journey(mission: Mission, person: Traveller, country: str | None, at: At) -> JourneyExtract:
    act = person.special_mandate or person.support_decision
    return JourneyExtract(
        *at,
        mission=mission.id,
        given_name=person.given_name,
        surname=person.surname,
        role=person.role.value,
        employer=answering_body(mission, person),
        first=mission.start,
        last=mission.end,
        destination=", ".join(mission.places) or (mission.stay.place if mission.stay else None),
        country=country,
        is_paid=any(cost.amount for cost in (mission.transport, mission.stay) if cost),
        act_number=number_alone(act.number) if act and act.number else None,
        act_day=act.day if act else None,
    )


def _orders(action: Action, places: Places) -> Iterator[OrderExtract]:
    for rank, mission in enumerate(action.missions):
        for number, person in enumerate(mission.travellers):
            if person.order_number_alone:
                yield OrderExtract(
                    *at(places, "missions", rank, "voyageurs", number, "numero_ordre"),
                    number=person.order_number_alone,
                    employer=answering_body(mission, person),
                    given_name=person.given_name,
                    surname=person.surname,
                )


def _signers(action: Action, places: Places) -> Iterator[SignerExtract]:
    for rank, person in enumerate(action.signatories):
        given = person.delegation
        yield SignerExtract(
            *at(places, "signataires", rank, "nom"),
            body=person.party,
            given_name=person.given_name,
            surname=person.surname,
            title=person.title,
            is_delegate=given is not None,
            delegation_number=number_alone(given.number) if given and given.number else None,
            delegation_day=given.day if given else None,
        )
    for rank, signer in enumerate(action.order_signatories):
        yield SignerExtract(
            *at(places, "signataires_ordres_de_mission", rank, "nom"),
            body=signer.party,
            given_name=signer.given_name,
            surname=signer.surname,
            title=signer.title,
            signs_orders=True,
            is_delegate=signs_by_delegation(signer),
            delegation_number=number_alone(signer.delegation_number) if signer.delegation_number else None,
            delegation_day=signer.delegation_day,
        )


def _signatures(case: Case, places: Places) -> Iterator[SignatureExtract]:
    signature = case.action.signature
    planned = {entry.party: (rank, entry.place) for rank, entry in enumerate(signature.by_party)}
    for body in case.signing_ids:
        day = case.signature_day(body)
        if day is not None and signature.mode is SignatureMode.CEREMONY:
            yield SignatureExtract(*at(places, "signature", "date"), body=body, day=day, town=signature.place)
        elif day is not None:
            rank, town = planned[body]
            yield SignatureExtract(*at(places, "signature", "par_partie", rank, "date"), body=body, day=day, town=town)


def _indicators(action: Action, places: Places) -> Iterator[IndicatorExtract]:
    measured = action.achieved.indicators if action.achieved else ()
    actual = {digest_of(entry.label): entry.actual for entry in measured}
    for rank, indicator in enumerate(action.indicators):
        yield IndicatorExtract(
            *at(places, "indicateurs", rank, "depart"),
            label=indicator.label,
            unit=indicator.unit,
            baseline=indicator.baseline,
            target=indicator.target,
            actual=actual.get(digest_of(indicator.label)) if indicator.label else None,
        )


def _texts(action: Action, places: Places) -> Iterator[TextExtract]:
    activities = (part for entry in action.activities for part in (entry.title, entry.description))
    for key, parts in (("objet", (action.object,)), ("contexte", (action.context,)), ("activites", activities)):
        text = _joined(parts)
        if text:
            yield TextExtract(*at(places, key), digest=digest_of(text), sketch=sketch_of(text), years=years_in(text))


def _joined(parts: Iterable[str | None]) -> str:
    return "\n".join(part for part in parts if part)
