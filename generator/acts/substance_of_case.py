"""The substance of an act, taken from its case: what is voted is what is signed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from generator.canonical_json import canonical, digest_of
from generator.case import Case
from generator.case.cost_bearing import mission_costs, payer_of
from generator.convention import Party
from generator.model.action import AssociatedBody
from generator.model.budget import Budget, Expense, Nature, Resource
from generator.model.missions import CostCategory, Mission, NamedCost, Stopover
from generator.model.substance import (
    SettledAmount,
    SettledBody,
    SettledCost,
    SettledLanguage,
    SettledLine,
    SettledMission,
    SettledOriginal,
    SettledParty,
    SettledPayment,
    Substance,
)

_COSTS: Final[Mapping[CostCategory, str]] = MappingProxyType(
    {
        CostCategory.INTERNATIONAL_TRANSPORT: "transport international",
        CostCategory.STAY: "séjour",
        CostCategory.LOCAL_TRANSPORT: "transport sur place",
        CostCategory.INSURANCE: "assurance",
        CostCategory.STOPOVER: "escale",
        CostCategory.OTHER: "frais",
    }
)
"""What each category of costs is called in the file of a substance."""

FORMAT = 1
"""Version of the file that holds a substance."""


def substance_of(case: Case) -> Substance:
    """Return what the specific agreement of a case settles; what is not known has no value."""
    action = case.action
    return Substance(
        action=action.number,
        framework=case.framework.id,
        title=action.title,
        axis=action.axis,
        object=action.object,
        parties=tuple(_parties(case)),
        bodies=tuple(_body(case, body) for body in action.associated_bodies if not body.is_signatory),
        expenses=tuple(_line(action.budget, line) for line in action.budget.expenses),
        resources=tuple(_line(action.budget, line, line.origin) for line in action.budget.resources),
        payments=tuple(
            SettledPayment(
                payer=payment.payer,
                payee=payment.payee,
                amount=payment.amount,
                currency=payment.currency or action.budget.currency,
                due=payment.due,
                event=payment.event,
                documents=payment.documents,
            )
            for payment in action.payments
        ),
        missions=tuple(_mission(case, mission) for mission in action.missions),
        start=action.calendar.start,
        end=action.calendar.end,
        effective_day=action.effective_day,
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
        duties = (duty for entry in case.action.commitments if entry.party == party.id for duty in entry.duties)
        yield _bound(case, party, party.interest, duties)
    for body in case.action.signing_bodies:
        own = (duty for entry in case.action.commitments if entry.party == body.id for duty in entry.duties)
        yield _bound(case, body, body.id, (*body.duties, *own))


def _bound(case: Case, who: Party | AssociatedBody, side: str, duties: Iterable[str]) -> SettledParty:
    budget, lines, signatory = case.action.budget, case.resources_of(who.id), case.signatory(who.id)
    return SettledParty(
        id=who.id,
        name=who.name,
        side=side,
        quality=signatory.title if signatory else None,
        by_delegation=signatory is not None and signatory.delegation is not None,
        duties=tuple(duties),
        cash=_totals(budget, (line for line in lines if line.nature is Nature.CASH)),
        in_kind=_totals(budget, (line for line in lines if line.nature is Nature.IN_KIND)),
    )


def _line(budget: Budget, line: Expense | Resource, origin: str | None = None) -> SettledLine:
    currency = budget.currency_of(line)
    return SettledLine(origin=origin, label=line.label, nature=line.nature, amount=line.amount, currency=currency)


def _totals(budget: Budget, lines: Iterable[Resource]) -> tuple[SettledAmount, ...]:
    """Add lines currency by currency; a line without amount or currency leaves its total unsettled."""
    totals: dict[str | None, Decimal | None] = {}
    for line in lines:
        currency = budget.currency_of(line)
        before = totals.get(currency, Decimal(0))
        totals[currency] = None if before is None or line.amount is None else before + line.amount
    return tuple(SettledAmount(amount=amount, currency=currency) for currency, amount in totals.items())


def _body(case: Case, body: AssociatedBody) -> SettledBody:
    subsidy = body.subsidy
    return SettledBody(
        id=body.id,
        name=body.name,
        duties=body.duties,
        payer=subsidy.payer if subsidy else None,
        subsidy=_amount(case, subsidy.amount, subsidy.currency) if subsidy else None,
    )


def _amount(case: Case, amount: Decimal | None, currency: str | None) -> SettledAmount:
    return SettledAmount(amount=amount, currency=currency or case.action.budget.currency)


def _mission(case: Case, mission: Mission) -> SettledMission:
    return SettledMission(
        id=mission.id,
        travelling_party=mission.travelling_party,
        host_party=mission.host_party,
        start=mission.start,
        end=mission.end,
        travellers=len(mission.travellers),
        costs=tuple(_costs(case, mission)),
    )


def _costs(case: Case, mission: Mission) -> Iterator[SettledCost]:
    """Yield the costs of a mission, each under a name of its own, with whoever bears them under the framework."""
    for path, category, cost in mission_costs(mission):
        rank = [step + 1 for step in path if isinstance(step, int)]
        own = cost.label if isinstance(cost, NamedCost) else cost.place if isinstance(cost, Stopover) else None
        currency = cost.currency or case.action.budget.currency
        yield SettledCost(
            label=" ".join([_COSTS[category], *map(str, rank), *([f"({own})"] if own else [])]),
            payer=payer_of(case.framework, mission, category, cost),
            amount=cost.amount,
            currency=currency if cost.amount is not None else None,
        )
