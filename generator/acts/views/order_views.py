"""A mission order, as its template sees it: who gives it and signs it, the officer, the costs, the allowance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, OrdersOf, Unnamed, known
from generator.acts.facts.journeys import (
    AdvanceAsked,
    AllowanceAtRateInForce,
    AllowanceDue,
    CostNamed,
    NoAllowance,
    SharedAmong,
    ShareOfCost,
)
from generator.acts.facts.namings import Agreement
from generator.acts.facts.powers import Office, OfficeOf, SignedFor
from generator.acts.facts.quantities import Dated, Money, Writing, dated
from generator.acts.facts.texts_of_law import ClausesCited
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.body_views import BodyView, ContractingBody
from generator.acts.views.journey_views import CostView, MissionView
from generator.acts.views.name_views import AGREEMENT, NameView, town_noun
from generator.acts.views.signer_views import PersonView, SignatoryView, office_held, order_signatory_view, person_view
from generator.case.allowances_due import destination, rate_due, share_due
from generator.case.budget_totals import to_the_cent
from generator.case.orders_issued import order_signatory, orders_authority, signs_by_delegation
from generator.case.records import Case
from generator.convention import Locator
from generator.model.missions import Cost, CostCategory, Mission, Stay
from generator.model.persons import Traveller

_TRAVEL_CLAUSES: Final = ("frais_de_deplacement", "obligations_employeur")
"""What a mission order is founded on in a framework, by the keys of its clauses."""


class OfficerView(View, title="Un agent"):
    """An officer as a mission order names him or her: no more personal data than the order needs."""

    person: PersonView = spread()
    ending: Agreement = fact("e", AGREEMENT)
    office: str | Missing = fact("fonction", "fonction")
    grade: str | Missing = fact("grade", "grade")
    service: str | Missing = fact("service", "service")
    status: str = fact("statut", "statut ; vide à défaut")
    residence: str | Missing = fact("residence", "résidence administrative")
    order_number: str | Missing = fact("numero_ordre", "numéro de l’ordre de mission")
    budget_line: str | Missing = fact("imputation", "imputation budgétaire de la mission")


class AllowanceView(View, title="L’indemnité"):
    """The daily allowance."""

    words: AllowanceDue | AllowanceAtRateInForce | NoAllowance | Missing = fact("texte", "la phrase entière")


class AdvanceView(View, title="L’avance"):
    """The advance on the allowance."""

    words: AdvanceAsked = fact("texte", "la phrase entière")


class OrderCostView(View, title="Un frais de l’agent"):
    """A cost of the mission, as far as it is the officer's."""

    label: CostNamed | Missing = fact("nature", "nature du frais, avec son lieu, ses nuits et ce qui est fourni")
    payer: NameView = fact("payeur", "qui prend en charge")
    amount: ShareOfCost | Missing | Nothing = fact("montant", "part de l’agent dans le montant prévu ; vide à défaut")


class OrderView(View):
    """What an officer's mission order tells besides what all documents of the action share."""

    authority: OfficeOf | Missing = fact("autorite", "autorité qui ordonne, en tête : « La Maire de Valmont »")
    signature_line: Office | SignedFor | Missing = fact(
        "formule_signature", "« Pour la Maire et par délégation, le Directeur… », ou la fonction seule"
    )
    cited_texts: tuple[str, ...] = fact("visas", "textes que vise l’ordre, selon la nature de l’employeur")
    clauses: ClausesCited | None = fact(
        "clauses_visees", "articles de la convention-cadre sur les déplacements : « ses articles 4 et 5 » ; faux sans"
    )
    agreement_day: Dated | Missing | None = fact(
        "date_convention", "date de la convention spécifique ; faux tant qu’elle est en cours de signature"
    )
    country: str = fact("pays", "pays de destination ; vide s’il n’est celui d’aucune partie")
    phone: str | None = fact("telephone", "téléphone d’urgence ; faux s’il n’est pas connu")
    costs: tuple[OrderCostView, ...] = fact("frais_agent", "frais de la mission, chacun pour la part de l’agent")
    shared_among: SharedAmong | None = fact(
        "partage", "phrase qui dit que les montants sont une part ; faux si l’agent part seul"
    )
    mission: MissionView = fact("mission", "mission pour laquelle l’ordre est donné")
    officer: OfficerView = fact("agent", "agent qui reçoit l’ordre")
    employer: BodyView = fact("employeur", "collectivité qui l’emploie")
    signatory: SignatoryView = fact("signataire", "personne qui signe l’ordre")
    allowance: AllowanceView = fact("indemnite", "indemnité journalière")
    advance: AdvanceView | None = fact("avance", "avance demandée ; faux s’il n’y en a pas")


def order_view(
    case: Case, mission: Mission, told: MissionView, traveller: Traveller, employer: ContractingBody
) -> OrderView:
    """Return the order of one officer for one mission.

    Args:
        case: the case.
        mission: one of its missions.
        told: the view of that mission, which all its orders share with the other documents of the action.
        traveller: an officer who travels.
        employer: the party that employs the officer and gives the order.
    """
    party = case.framework.party(employer.identifier)
    procedure = case.procedure(party) if party else None
    person = order_signatory(case, employer.identifier)
    return OrderView(
        authority=_authority(case, employer),
        signature_line=_signature_line(case, employer),
        cited_texts=procedure.order_citations if procedure else (),
        clauses=_travel_clauses(case),
        agreement_day=_agreement_day(case),
        country=_country(case, mission),
        phone=mission.emergency_phone,
        costs=tuple(_costs(case, mission, told)),
        shared_among=SharedAmong(len(mission.travellers)) if len(mission.travellers) > 1 else None,
        mission=told,
        officer=officer_view(traveller),
        employer=employer.view,
        signatory=order_signatory_view(person, OrdersOf(employer.noun)),
        allowance=AllowanceView(words=_allowance(case, mission)),
        advance=advance_view(traveller),
    )


def officer_view(traveller: Traveller) -> OfficerView:
    """Return an officer as the order names him or her."""
    who = f"{traveller.given_name or ''} {traveller.surname or ''}".strip()
    return OfficerView(
        person=person_view(traveller, Unnamed.OFFICER),
        ending=Agreement(traveller.gender),
        office=known(traveller.title_alone, Missing(Gap.OFFICER_TITLE, about=who)),
        grade=known(traveller.grade, Missing(Gap.OFFICER_GRADE, about=who)),
        service=known(traveller.service, Missing(Gap.OFFICER_SERVICE, about=who)),
        status=traveller.status or "",
        residence=known(traveller.administrative_residence, Missing(Gap.OFFICER_RESIDENCE, about=who)),
        order_number=known(traveller.order_number_alone, Missing(Gap.OFFICER_ORDER_NUMBER, about=who)),
        budget_line=known(traveller.budget_line, Missing(Gap.OFFICER_BUDGET_LINE, about=who)),
    )


def advance_view(traveller: Traveller) -> AdvanceView | None:
    """Return the advance that the officer asks for; None when none is asked."""
    asked = traveller.allowance.advance_percent if traveller.allowance else None
    return AdvanceView(words=AdvanceAsked(asked)) if asked else None


def _allowance(case: Case, mission: Mission) -> AllowanceDue | AllowanceAtRateInForce | NoAllowance | Missing:
    """Return the daily allowance that is due, from the dated tables, or at the rate in force; or that none is."""
    share = share_due(case, mission)
    if share is None:
        return Missing(Gap.PROVIDED_LODGING_AND_MEALS, about=mission.id)
    if share == 0:
        return NoAllowance()
    rate = rate_due(case, mission)
    if rate is None or rate.amount is None or rate.currency is None:
        return AllowanceAtRateInForce(share)
    no_amount = Missing(Gap.ALLOWANCE_AMOUNT)
    return AllowanceDue(
        due=Money(to_the_cent(rate.amount * share), rate.currency, Writing.FIGURES, no_amount),
        full=Money(rate.amount, rate.currency, Writing.FIGURES, no_amount),
        share=share,
        source=rate.source,
    )


def _authority(case: Case, employer: ContractingBody) -> OfficeOf | Missing:
    office = office_held(orders_authority(case, employer.identifier))
    if office is None:
        return Missing(Gap.ORDERS_AUTHORITY, employer.noun)
    party = case.framework.party(employer.identifier)
    return OfficeOf(office, employer.noun, town_noun(party) if party else employer.noun)


def _signature_line(case: Case, employer: ContractingBody) -> Office | SignedFor | Missing:
    person = order_signatory(case, employer.identifier)
    office = office_held(person)
    if person is None or office is None:
        return Missing(Gap.SIGNER_TITLE, OrdersOf(employer.noun))
    if not signs_by_delegation(person):
        return Office(office.title, office.gender, office.chosen, opening=True)
    authority = office_held(orders_authority(case, employer.identifier))
    return SignedFor(authority, office) if authority else Missing(Gap.ORDERS_AUTHORITY, employer.noun)


def _travel_clauses(case: Case) -> ClausesCited | None:
    """Return the articles on which orders are founded, each once, then the passages outside the articles."""
    places = (case.framework.clauses.get(key) for key in _TRAVEL_CLAUSES)
    cited = {(place.article, place.passage): place for place in places if place}
    return ClausesCited(sorted(cited.values(), key=_in_the_text)) if cited else None


def _in_the_text(place: Locator) -> int:
    return place.article or 0


def _agreement_day(case: Case) -> Dated | Missing | None:
    """Return the date of the agreement once it was sent; until then it is being signed, and its date only planned."""
    transmission = case.action.transmission
    done = transmission.done if transmission else None
    if done is None or done.day is None:
        return None
    is_known = len(case.signature_days) == len(case.signing_ids)
    return dated(max(case.signature_days) if is_known else None, Missing(Gap.SIGNATURE_DAY))


def _country(case: Case, mission: Mission) -> str:
    code = destination(case, mission)
    return next((party.country.name for party in case.parties if party.country.code == code), "")


def _costs(case: Case, mission: Mission, told: MissionView) -> Iterator[OrderCostView]:
    """Yield what the officer's journey costs, in the order of the form; transport and stay first, given or not."""
    stay = mission.stay or Stay()
    transport = CostNamed(
        CostCategory.INTERNATIONAL_TRANSPORT, nights=_nights_aboard(mission), note=told.transport.note
    )
    hosted = CostNamed(
        CostCategory.STAY,
        stay.place,
        stay.nights or 0,
        bool(stay.lodging_provided),
        stay.meals_provided or 0,
        note=stay.note,
    )
    rows: list[tuple[CostNamed | Missing, CostView, Cost | None]] = [
        (transport, told.transport, mission.transport),
        (hosted, told.stay.cost, mission.stay),
    ]
    for category, view, cost in (
        (CostCategory.LOCAL_TRANSPORT, told.local_transport, mission.local_transport),
        (CostCategory.INSURANCE, told.insurance, mission.insurance),
    ):
        if view is not None:
            rows.append((CostNamed(category, note=view.note), view, cost))
    for stop, shown in zip(mission.stopovers, told.stopovers, strict=True):
        halt = CostNamed(CostCategory.STOPOVER, stop.place, stop.nights, note=stop.note)
        rows.append((halt if stop.place else Missing(Gap.STOPOVER_PLACE), shown.cost, stop))
    for other, named in zip(mission.other_costs, told.other_costs, strict=True):
        named_cost = CostNamed(CostCategory.OTHER, label=other.label, note=other.note)
        rows.append((named_cost if other.label else Missing(Gap.COST_LABEL), named.cost, other))
    for label, view, cost in rows:
        yield OrderCostView(label=label, payer=view.payer, amount=_share(case, mission, cost))


def _share(case: Case, mission: Mission, cost: Cost | None) -> ShareOfCost | Missing | Nothing:
    if cost is None or cost.amount is None:
        return ""
    currency = cost.currency or case.action.budget.currency
    missing = Missing(Gap.COST_AMOUNT)
    if currency is None:
        return missing
    return ShareOfCost(Money(cost.amount, currency, Writing.FIGURES, missing), len(mission.travellers))


def _nights_aboard(mission: Mission) -> int:
    """Count the nights that the international transport pays: those spent aboard, between departure and arrival."""
    legs = (leg for leg in mission.legs if leg.international and leg.departure and leg.arrival)
    return sum(max((leg.arrival - leg.departure).days, 0) for leg in legs if leg.arrival and leg.departure)
