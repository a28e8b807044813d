"""A substance datum by datum, each named by what it is and whom it binds: « engagement financier en numéraire de… »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from generator.french import amount_in_figures, decimal_number, enumerate_and, long_date, typeset
from generator.model.budget import FundingStatus, Nature
from generator.model.persons import TravellerRole
from generator.model.substance import (
    SettledActivity,
    SettledAmount,
    SettledBody,
    SettledExpense,
    SettledFollowUp,
    SettledFunder,
    SettledIndicator,
    SettledLine,
    SettledMission,
    SettledParty,
    SettledPayment,
    SettledRate,
    SettledResource,
    SettledStay,
    SettledSubsidy,
    Substance,
)

Key = tuple[str, ...]
OfWhom = Callable[[str], str]
"""Identifier of whoever is named → its name after « de »."""

_SECURED = "acquis"
_TRAVELLERS: Final[Mapping[TravellerRole, str]] = MappingProxyType(
    {TravellerRole.ELECTED: "élus", TravellerRole.OFFICER: "agents", TravellerRole.THIRD: "tiers"}
)


@dataclass(frozen=True, slots=True)
class Datum:
    """One value of a substance.

    Attributes:
        key: what it is, for the program; data of the same key are told apart by their order.
        what: what it is, for a reader.
        value: the value in words, typeset as acts are; empty where it was left blank.
        may_be_completed: whether a blank may be filled in after the vote.
        may_become: the value that it may take after the vote; None where it may take none.
        may_be_added: whether it may be said after the vote where nothing was said of it.
    """

    key: Key
    what: str
    value: str
    may_be_completed: bool = False
    may_become: str | None = None
    may_be_added: bool = False


def data_of(substance: Substance, of_whom: OfWhom) -> Iterator[Datum]:
    """Yield every value of a substance.

    Args:
        substance: what an act settles.
        of_whom: names a party, a body or a co-funder after « de ».
    """
    yield Datum(("action",), "numéro de l’action", substance.action)
    yield Datum(("convention",), "convention-cadre", substance.framework)
    yield Datum(("intitule",), "intitulé de l’action", _text(substance.title))
    yield Datum(("axe",), "axe", _text(substance.axis))
    yield Datum(("objet",), "objet", _text(substance.object))
    yield Datum(("beneficiaires",), "bénéficiaires", _text(substance.beneficiaries))
    yield Datum(("debut",), "premier jour de l’action", _day(substance.start))
    yield Datum(("fin",), "terme de l’action", _day(substance.end))
    yield Datum(("effet",), "date d’effet", _day(substance.effective_day))
    for rank, activity in enumerate(substance.activities, start=1):
        yield from _of_activity(str(rank), activity)
    for party in substance.parties:
        yield from _of_party(party, of_whom)
    for body in substance.bodies:
        yield from _of_body(body, of_whom)
    yield from _of_money(substance, of_whom)
    for mission in substance.missions:
        yield from _of_mission(mission, of_whom)
    for rank, indicator in enumerate(substance.indicators, start=1):
        yield Datum(("indicateur", str(rank)), f"indicateur n° {rank}", _indicator(indicator))
    yield from _of_follow_up(substance.follow_up)
    for language in substance.languages:
        yield Datum(("langue", language.language), f"version en {language.language}", language.status.value)
    yield Datum(("exemplaires",), "nombre d’originaux", str(len(substance.originals)))
    for rank, original in enumerate(substance.originals, start=1):
        recipient = " – ".join(part for part in (of_whom(original.party), _text(original.recipient)) if part)
        yield Datum(("exemplaire", str(rank)), f"destinataire de l’original n° {rank}", recipient)


def _of_activity(rank: str, activity: SettledActivity) -> Iterator[Datum]:
    key, what = ("activite", rank), f"activité n° {rank}"
    yield Datum((*key, "intitule"), f"{what} : intitulé", _text(activity.title))
    yield Datum((*key, "description"), f"{what} : description", _text(activity.description))
    yield Datum((*key, "lieu"), f"{what} : lieu", _text(activity.place))
    yield Datum((*key, "debut"), f"{what} : premier jour", _day(activity.start))
    yield Datum((*key, "fin"), f"{what} : dernier jour", _day(activity.end))
    yield Datum((*key, "public"), f"{what} : public", _text(activity.audience))


def _of_party(party: SettledParty, of_whom: OfWhom) -> Iterator[Datum]:
    key, own = ("partie", party.id), of_whom(party.id)
    yield Datum(key, f"partie : nom {own}", _text(party.name))
    yield Datum((*key, "cote"), f"côté {own}", _text(party.side))
    delegated = ", par délégation" if party.by_delegation else ""
    quality = f"{_text(party.quality)}{delegated}" if party.quality else ""
    yield Datum((*key, "qualite"), f"qualité du signataire {own}", quality, may_be_completed=True)
    if party.by_delegation:
        as_delegate = _text(party.delegated_quality)
        yield Datum((*key, "delegataire"), f"qualité du délégataire {own}", as_delegate, may_be_completed=True)
    yield from _of_task(key, party.role, party.duties, own)
    yield from _of_subsidy(key, party.subsidy, own, of_whom)
    for nature, amounts in (("en numéraire", party.cash), ("en nature", party.in_kind)):
        if amounts:
            words = enumerate_and([_amount(amount) for amount in amounts]) if all(map(_amount, amounts)) else ""
            yield Datum((*key, nature), f"engagement financier {nature} {own}", words)


def _of_task(key: Key, role: str | None, duties: Iterable[str], own: str) -> Iterator[Datum]:
    if role is not None:
        yield Datum((*key, "role"), f"rôle {own}", _text(role))
    for duty in map(_text, duties):
        yield Datum((*key, "obligation", duty), f"obligation {own}", duty)


def _of_subsidy(key: Key, subsidy: SettledSubsidy | None, own: str, of_whom: OfWhom) -> Iterator[Datum]:
    if subsidy is None:
        return
    yield Datum((*key, "subvention"), f"subvention {own}", _amount(subsidy))
    yield Datum((*key, "subvention", "payeur"), f"subvention {own} : à la charge", of_whom(subsidy.payer))
    if subsidy.financial_report_due:
        report = f"subvention {own} : compte rendu financier"
        yield Datum((*key, "subvention", "compte"), report, _day(subsidy.financial_report_due), may_be_added=True)
    if subsidy.regranting_clause:
        yield Datum(
            (*key, "subvention", "reversement"), f"subvention {own} : reversement", _text(subsidy.regranting_clause)
        )


def _of_body(body: SettledBody, of_whom: OfWhom) -> Iterator[Datum]:
    key, own = ("organisme", body.id), of_whom(body.id)
    yield Datum(key, f"organisme associé : nom {own}", _text(body.name))
    yield from _of_task(key, body.role, body.duties, own)
    yield from _of_subsidy(key, body.subsidy, own, of_whom)


def _of_money(substance: Substance, of_whom: OfWhom) -> Iterator[Datum]:
    for expense in substance.expenses:
        yield from _of_expense(expense, of_whom)
    for resource in substance.resources:
        yield from _of_resource(resource, of_whom(resource.origin))
    for funder in substance.funders:
        yield from _of_funder(funder, of_whom)
    for rate in substance.rates:
        pair = (rate.source_currency, rate.target_currency)
        yield Datum(("taux", *pair), f"taux de change {'/'.join(pair)}", _rate(rate))
    for payment in substance.payments:
        yield from _of_payment(payment, of_whom)


def _of_expense(expense: SettledExpense, of_whom: OfWhom) -> Iterator[Datum]:
    """Yield an amount and who pays it; what missions and commitments already told may be said after the vote."""
    amount = _of_line(("depense",), "dépense", expense)
    yield amount
    if expense.payer:
        yield Datum((*amount.key, "payeur"), f"{amount.what} : à la charge", of_whom(expense.payer), may_be_added=True)


def _of_funder(funder: SettledFunder, of_whom: OfWhom) -> Iterator[Datum]:
    """Yield a co-funder's name, who receives its money and who spends it; the last two may be said after the vote."""
    key, what = ("cofinanceur", funder.id), f"cofinanceur « {funder.id} »"
    yield Datum(key, f"{what} : nom", _text(funder.name))
    for name, role, who in (("recu_par", "recette", funder.received_by), ("depense_par", "dépense", funder.spent_by)):
        if who:
            yield Datum((*key, name), f"{what} : {role}", of_whom(who), may_be_added=True)


def _of_line(key: Key, what: str, line: SettledLine) -> Datum:
    label = _text(line.label)
    kind = " (en nature)" if line.nature is Nature.IN_KIND else ""
    return Datum((*key, label, line.nature.value), f"{what}{f' « {label} »' if label else ''}{kind}", _amount(line))


def _of_resource(resource: SettledResource, of_origin: str) -> Iterator[Datum]:
    """Yield an amount and whether it is secured; a co-funder may grant after the vote what was sought before it."""
    amount = _of_line(("ressource", resource.origin), f"ressource {of_origin}", resource)
    yield amount
    status = _SECURED if resource.status is FundingStatus.SECURED else "sollicité"
    yield Datum((*amount.key, "statut"), f"{amount.what} : statut", status, may_become=_SECURED)


def _of_payment(payment: SettledPayment, of_whom: OfWhom) -> Iterator[Datum]:
    payee = _text(payment.payee)
    key, what = ("versement", payment.payer, payee), f"versement {of_whom(payment.payer)} à {payee or '?'}"
    when = ", ".join(part for part in (_day(payment.due), _text(payment.event)) if part)
    yield Datum((*key, "montant"), f"{what} : montant", _amount(payment))
    yield Datum((*key, "echeance"), f"{what} : échéance", when)
    yield Datum((*key, "pieces"), f"{what} : pièces", _list(payment.documents))


def _of_mission(mission: SettledMission, of_whom: OfWhom) -> Iterator[Datum]:
    key, what = ("mission", mission.id), f"mission {mission.id}"
    yield Datum((*key, "objet"), f"{what} : objet", _text(mission.purpose))
    yield Datum((*key, "deplacement"), f"{what} : partie en déplacement", _text(mission.travelling_party))
    yield Datum((*key, "accueil"), f"{what} : partie accueillante", _text(mission.host_party))
    yield Datum((*key, "debut"), f"{what} : premier jour", _day(mission.start))
    yield Datum((*key, "fin"), f"{what} : dernier jour", _day(mission.end))
    yield Datum((*key, "lieux"), f"{what} : lieux", _list(mission.places))
    yield Datum((*key, "voyageurs"), f"{what} : voyageurs", _travellers(mission.travellers))
    yield Datum((*key, "classes"), f"{what} : classes de voyage", _list(mission.classes))
    if mission.stay is not None:
        yield Datum((*key, "sejour"), f"{what} : accueil", _stay(mission.stay))
    for cost in mission.costs:
        payer = f"à la charge {of_whom(cost.payer)}" if cost.payer else ""
        words = ", ".join(part for part in (_amount(cost), payer, _text(cost.note)) if part)
        yield Datum((*key, "frais", cost.label), f"{what} : {cost.label}", words)


def _of_follow_up(follow_up: SettledFollowUp) -> Iterator[Datum]:
    meetings = follow_up.meetings_per_year
    yield Datum(("comite",), "composition du comité de pilotage", _list(follow_up.committee))
    yield Datum(("reunions",), "réunions du comité par an", "" if meetings is None else str(meetings))
    yield Datum(("rapport",), "date du rapport d’évaluation", _day(follow_up.report_due))
    yield Datum(("assemblees",), "évaluation communiquée aux assemblées", _yes_no(follow_up.communicated))
    yield Datum(("communication",), "clause sur la communication", _yes_no(follow_up.communication))
    ownership = _yes_no(follow_up.intellectual_property)
    yield Datum(("propriete",), "clause sur la propriété des productions", ownership)
    yield Datum(("donnees",), "clause sur les données personnelles", _yes_no(follow_up.personal_data))
    yield Datum(("responsabilite",), "clause sur la responsabilité", _yes_no(follow_up.liability))
    yield Datum(("force_majeure",), "clause sur la force majeure", _yes_no(follow_up.force_majeure))
    yield Datum(("notifications",), "clause sur les notifications", _yes_no(follow_up.notices))
    yield Datum(("tribunal",), "tribunal compétent", _text(follow_up.court))


def _indicator(indicator: SettledIndicator) -> str:
    given = (
        ("", indicator.label),
        ("unité : ", indicator.unit),
        ("départ : ", indicator.baseline),
        ("cible : ", indicator.target),
        ("source : ", indicator.source),
    )
    return _list(f"{name}{value}" for name, value in given if value)


def _rate(rate: SettledRate) -> str:
    figure = decimal_number(rate.rate) if rate.rate is not None else ""
    return ", ".join(part for part in (figure, _day(rate.day), _text(rate.source)) if part)


def _stay(stay: SettledStay) -> str:
    given = (
        stay.place,
        f"nuits : {stay.nights}" if stay.nights is not None else None,
        "hébergement fourni" if stay.lodging_provided else None,
        f"repas fournis par jour : {stay.meals_provided}" if stay.meals_provided else None,
    )
    return _list(part for part in given if part)


def _travellers(roles: Iterable[TravellerRole]) -> str:
    counted = Counter(roles)
    return _list(f"{name} : {counted[role]}" for role, name in _TRAVELLERS.items() if counted[role])


def _list(items: Iterable[str]) -> str:
    return _text(" ; ".join(items))


def _text(value: str | None) -> str:
    """Write a text as acts print it: a straight apostrophe put right is no change."""
    return typeset(value) if value else ""


def _yes_no(value: bool) -> str:
    return "oui" if value else "non"


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _amount(settled: SettledAmount) -> str:
    """Write an amount; empty when nothing is settled."""
    if settled.amount is None or settled.currency is None:
        return ""
    try:
        return amount_in_figures(settled.amount, settled.currency)
    except ValueError:  # more decimals than the currency has, or a currency without words: a rule says so
        return f"{decimal_number(settled.amount)} {settled.currency}"
