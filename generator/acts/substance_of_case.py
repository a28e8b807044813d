"""The substance of an act, taken from its case: what is voted is what is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.acts.settled_journeys import settled_mission
from generator.canonical_json import canonical, digest_of
from generator.case import Case
from generator.convention import Party
from generator.model.action import Action, Activity, AssociatedBody, Indicator, Subsidy
from generator.model.budget import Budget, CoFunder, ExchangeRate, Expense, Nature, Payment, Resource
from generator.model.substance import (
    FORMAT,
    SettledActivity,
    SettledAmount,
    SettledBody,
    SettledExpense,
    SettledFollowUp,
    SettledFunder,
    SettledIndicator,
    SettledLanguage,
    SettledOriginal,
    SettledParty,
    SettledPayment,
    SettledRate,
    SettledResource,
    SettledSubsidy,
    Substance,
)


def substance_of(case: Case) -> Substance:
    """Return what the specific agreement of a case settles; what is not known has no value."""
    action = case.action
    return Substance(
        action=action.number,
        framework=case.framework.id,
        title=action.title,
        axis=action.axis,
        object=action.object,
        beneficiaries=action.beneficiaries,
        activities=tuple(_activity(activity) for activity in action.activities),
        parties=tuple(_parties(case)),
        bodies=tuple(_body(case, body) for body in action.associated_bodies if not body.is_signatory),
        expenses=tuple(_expense(action.budget, line) for line in action.budget.expenses),
        resources=tuple(_resource(action.budget, line) for line in action.budget.resources),
        funders=tuple(_funder(funder) for funder in action.co_funders),
        rates=tuple(_rate(rate) for rate in action.budget.rates),
        payments=tuple(_payment(case, payment) for payment in action.payments),
        missions=tuple(settled_mission(case, mission) for mission in action.missions),
        start=action.calendar.start,
        end=action.calendar.end,
        effective_day=action.effective_day,
        indicators=tuple(_indicator(indicator) for indicator in action.indicators),
        follow_up=_follow_up(action),
        languages=tuple(
            SettledLanguage(language=version.language, status=version.status) for version in action.languages
        ),
        originals=tuple(
            SettledOriginal(party=original.party, recipient=original.recipient) for original in action.originals
        ),
    )


def substance_file(substance: Substance, document: bytes) -> bytes:
    """Write a substance as the file that goes with a document, bound to it by its digest: canonical JSON."""
    return canonical({"format": FORMAT, "sha256": digest_of(document), "substance": as_json(substance)})


def as_json(substance: Substance) -> dict[str, object]:
    """Return a substance as JSON values by French key: amounts as text, days as AAAA-MM-JJ, nothing that is empty."""
    return substance.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _parties(case: Case) -> Iterator[SettledParty]:
    """Yield all who sign: the framework's parties in its order, then the bodies that sign with them."""
    for party in case.parties:
        yield _bound(case, party, party.interest)
    for body in case.action.signing_bodies:
        yield _bound(case, body, body.id, body)


def _bound(case: Case, who: Party | AssociatedBody, side: str, body: AssociatedBody | None = None) -> SettledParty:
    """Say what binds a party of the framework, or a body that signs with them; a body has a role and may be helped."""
    budget, lines, signatory = case.action.budget, case.resources_of(who.id), case.signatory(who.id)
    delegation = signatory.delegation if signatory else None
    return SettledParty(
        id=who.id,
        name=who.name,
        side=side,
        role=body.role if body else None,
        quality=signatory.title if signatory else None,
        by_delegation=delegation is not None,
        delegated_quality=delegation.quality if delegation else None,
        duties=case.duties_of(who.id),
        subsidy=_subsidy(case, body.subsidy) if body else None,
        cash=_totals(budget, (line for line in lines if line.nature is Nature.CASH)),
        in_kind=_totals(budget, (line for line in lines if line.nature is Nature.IN_KIND)),
    )


def _activity(activity: Activity) -> SettledActivity:
    return SettledActivity(
        title=activity.title,
        description=activity.description,
        place=activity.place,
        start=activity.start,
        end=activity.end,
        audience=activity.audience,
    )


def _expense(budget: Budget, line: Expense) -> SettledExpense:
    currency = budget.currency_of(line)
    return SettledExpense(label=line.label, nature=line.nature, amount=line.amount, currency=currency, payer=line.payer)


def _resource(budget: Budget, line: Resource) -> SettledResource:
    return SettledResource(
        origin=line.origin,
        label=line.label,
        nature=line.nature,
        status=line.status,
        amount=line.amount,
        currency=budget.currency_of(line),
    )


def _funder(funder: CoFunder) -> SettledFunder:
    return SettledFunder(id=funder.id, name=funder.name, received_by=funder.received_by, spent_by=funder.spent_by)


def _rate(rate: ExchangeRate) -> SettledRate:
    return SettledRate(
        source_currency=rate.source_currency,
        target_currency=rate.target_currency,
        rate=rate.rate,
        day=rate.day,
        source=rate.source,
    )


def _payment(case: Case, payment: Payment) -> SettledPayment:
    return SettledPayment(
        payer=payment.payer,
        payee=payment.payee,
        amount=payment.amount,
        currency=payment.currency or case.action.budget.currency,
        due=payment.due,
        event=payment.event,
        documents=payment.documents,
    )


def _totals(budget: Budget, lines: Iterable[Resource]) -> tuple[SettledAmount, ...]:
    """Add lines currency by currency; a line without amount or currency leaves its total unsettled."""
    totals: dict[str | None, Decimal | None] = {}
    for line in lines:
        currency = budget.currency_of(line)
        before = totals.get(currency, Decimal(0))
        totals[currency] = None if before is None or line.amount is None else before + line.amount
    return tuple(SettledAmount(amount=amount, currency=currency) for currency, amount in totals.items())


def _body(case: Case, body: AssociatedBody) -> SettledBody:
    return SettledBody(
        id=body.id, name=body.name, role=body.role, duties=body.duties, subsidy=_subsidy(case, body.subsidy)
    )


def _subsidy(case: Case, subsidy: Subsidy | None) -> SettledSubsidy | None:
    if subsidy is None:
        return None
    currency = subsidy.currency or case.action.budget.currency
    return SettledSubsidy(
        payer=subsidy.payer,
        amount=subsidy.amount,
        currency=currency,
        financial_report_due=subsidy.financial_report_due,
        regranting_clause=subsidy.regranting_clause,
    )


def _indicator(indicator: Indicator) -> SettledIndicator:
    return SettledIndicator(
        label=indicator.label,
        unit=indicator.unit,
        baseline=indicator.baseline,
        target=indicator.target,
        source=indicator.source,
    )


def _follow_up(action: Action) -> SettledFollowUp:
    steering, evaluation = action.steering, action.evaluation
    return SettledFollowUp(
        committee=steering.members if steering else (),
        meetings_per_year=steering.meetings_per_year if steering else None,
        report_due=evaluation.report_due if evaluation else None,
        communicated=bool(evaluation and evaluation.communicated),
        communication=action.clauses.communication,
        intellectual_property=action.clauses.intellectual_property,
        personal_data=action.clauses.personal_data,
        liability=action.clauses.liability,
        force_majeure=action.clauses.force_majeure,
        notices=action.clauses.notices,
        court=action.clauses.court,
    )
