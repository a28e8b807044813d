"""A mission order, as its template sees it: the officer, who signs, the allowance and the advance."""

from __future__ import annotations

from generator.acts.facts.gaps import Gap, Missing, OrdersOf, Unnamed, known
from generator.acts.facts.journeys import AdvanceAsked, AllowanceDue, NoAllowance
from generator.acts.facts.namings import Agreement
from generator.acts.facts.quantities import Money, Writing
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.body_views import BodyView, ContractingBody
from generator.acts.views.journey_views import MissionView
from generator.acts.views.name_views import AGREEMENT
from generator.acts.views.signer_views import PersonView, SignatoryView, order_signatory_view, person_view
from generator.case.allowances_due import rate_due, share_due
from generator.case.budget_totals import to_the_cent
from generator.case.records import Case
from generator.model.missions import Mission
from generator.model.persons import Traveller


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

    words: AllowanceDue | NoAllowance | Missing = fact("texte", "la phrase entière")


class AdvanceView(View, title="L’avance"):
    """The advance on the allowance."""

    words: AdvanceAsked = fact("texte", "la phrase entière")


class OrderView(View):
    """What an officer's mission order tells besides what all documents of the action share."""

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
    signatories = (person for person in case.action.order_signatories if person.party == employer.identifier)
    return OrderView(
        mission=told,
        officer=officer_view(traveller),
        employer=employer.view,
        signatory=order_signatory_view(next(signatories, None), OrdersOf(employer.noun)),
        allowance=AllowanceView(words=_allowance(case, mission)),
        advance=advance_view(traveller),
    )


def officer_view(traveller: Traveller) -> OfficerView:
    """Return an officer as the order names him or her."""
    who = f"{traveller.given_name or ''} {traveller.surname or ''}".strip()
    return OfficerView(
        person=person_view(traveller, Unnamed.OFFICER),
        ending=Agreement(traveller.gender),
        office=known(traveller.title, Missing(Gap.OFFICER_TITLE, about=who)),
        grade=known(traveller.grade, Missing(Gap.OFFICER_GRADE, about=who)),
        service=known(traveller.service, Missing(Gap.OFFICER_SERVICE, about=who)),
        status=traveller.status or "",
        residence=known(traveller.administrative_residence, Missing(Gap.OFFICER_RESIDENCE, about=who)),
        order_number=known(traveller.order_number, Missing(Gap.OFFICER_ORDER_NUMBER, about=who)),
        budget_line=known(traveller.budget_line, Missing(Gap.OFFICER_BUDGET_LINE, about=who)),
    )


def advance_view(traveller: Traveller) -> AdvanceView | None:
    """Return the advance that the officer asks for; None when none is asked."""
    asked = traveller.allowance.advance_percent if traveller.allowance else None
    return AdvanceView(words=AdvanceAsked(asked)) if asked else None


def _allowance(case: Case, mission: Mission) -> AllowanceDue | NoAllowance | Missing:
    """Return the daily allowance that is due, from the dated tables, or that none is."""
    share = share_due(case, mission)
    if share is None:
        return Missing(Gap.PROVIDED_LODGING_AND_MEALS, about=mission.id)
    if share == 0:
        return NoAllowance()
    rate = rate_due(case, mission)
    if rate is None or rate.amount is None or rate.currency is None:
        return Missing(Gap.DAILY_ALLOWANCE, about=mission.id)
    no_amount = Missing(Gap.ALLOWANCE_AMOUNT)
    return AllowanceDue(
        due=Money(to_the_cent(rate.amount * share), rate.currency, Writing.FIGURES, no_amount),
        full=Money(rate.amount, rate.currency, Writing.FIGURES, no_amount),
        share=share,
        source=rate.source,
    )
