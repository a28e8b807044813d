"""Instalments: they make up the subsidy, come from its payer, and are due on days on which somebody may pay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from generator.case.after_signature import transmission_day
from generator.case.budget_totals import in_currency
from generator.case.party_law import transmitting_parties
from generator.case.private_subsidies import home_subsidies, payments_to, subsidies
from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import capitalized, long_date
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import money, the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule
from generator.rules.topics.places_in_the_case import vote_path

_NOTHING = Decimal(0)


@rule(
    "BU011",
    cites=Practice("Les versements d’une subvention en font le montant, ni plus ni moins."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def instalments_add_up_to_the_subsidy(case: Case) -> Iterator[Problem]:
    """Les versements à un organisme font ensemble le montant de sa subvention.

    Refusé : il manque un centime ; il y en a un de trop.
    Admis : la somme exacte ; ou le montant d’un versement n’est pas encore connu.
    """
    budget = case.action.budget
    for path, body, subsidy in subsidies(case):
        currency, paid = subsidy.currency or budget.currency, payments_to(case, body)
        amounts = [
            in_currency(budget, payment.amount, payment.currency or budget.currency, currency) for _, payment in paid
        ]
        known = [amount for amount in amounts if amount is not None]
        total = sum(known, _NOTHING)
        if subsidy.amount is not None and known and len(known) == len(amounts) and total != subsidy.amount:
            yield Problem(
                ("versements", paid[-1][0], "montant"),
                f"{capitalized(the_body(case, body.id))} : les versements font {money(total, currency)}, la subvention "
                f"{money(subsidy.amount, currency)} (« {dotted((*path, 'montant'))} »).",
                f"Corrigez les versements ou la subvention : l’écart est de "
                f"{money(abs(total - subsidy.amount), currency)}.",
            )


@rule("BU012", cites=Statute("loi 2000-321 art. 10"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def subsidy_has_instalments(case: Case) -> Iterator[Problem]:
    """La subvention d’une partie française à un organisme privé a ses modalités de versement.

    Refusé : aucun versement n’est prévu pour l’organisme subventionné.
    Admis : un versement au moins, daté ou attaché à un événement ; ou la subvention est nulle.
    """
    for path, body, subsidy in home_subsidies(case):
        is_due = subsidy.amount is None or subsidy.amount > _NOTHING
        if is_due and not payments_to(case, body):
            yield Problem(
                ("versements",),
                f"{capitalized(the_body(case, body.id))} : subvention sans modalités de versement "
                f"(« {dotted(path)} »).",
                f"Ajoutez sous « versements » une entrée dont le « payeur » est « {subsidy.payer} » et le "
                f"« beneficiaire » « {body.id} », avec son montant et son échéance, ou l’événement qui la déclenche.",
            )


@rule(
    "BU013",
    cites=Practice("La subvention et ses versements disent la même chose de qui paie et de qui reçoit."),
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def instalments_come_from_the_payer_of_the_subsidy(case: Case) -> Iterator[Problem]:
    """Les versements d’une subvention viennent de la partie qui l’accorde, et nomment l’organisme par son identifiant.

    Refusé : une autre partie verse ; ou le bénéficiaire est le nom de l’organisme, et non son identifiant.
    Admis : le payeur de la subvention verse à l’identifiant de l’organisme.
    """
    for path, body, subsidy in subsidies(case):
        for rank, payment in payments_to(case, body):
            if payment.payer != subsidy.payer:
                yield Problem(
                    ("versements", rank, "payeur"),
                    f"{capitalized(the_body(case, payment.payer))} verse une part de la subvention que "
                    f"{the_body(case, subsidy.payer)} accorde (« {dotted((*path, 'payeur'))} »).",
                    "Donnez le même « payeur » au versement et à la subvention.",
                )
            if payment.payee != body.id:
                yield Problem(
                    ("versements", rank, "beneficiaire"),
                    f"« {payment.payee} » est {the_body(case, body.id)} : l’acte ne le sait que par son identifiant.",
                    f"Écrivez « {body.id} » sous « beneficiaire ».",
                )


@rule("BU014", cites=Statute("CGCT L. 1115-1"), draft=ERROR, final=ERROR, bars=VOTE_AND_SIGNATURE)
def no_instalment_before_the_agreement_binds(case: Case) -> Iterator[Problem]:
    """Aucun versement n’est dû avant le vote de celui qui paie, la dernière signature et l’entrée en vigueur.

    Refusé : un versement est dû la veille du vote, de la dernière signature ou de la transmission.
    Admis : il est dû le jour de l’entrée en vigueur, ou plus tard.
    """
    for rank, payment in enumerate(case.action.payments):
        due = payment.due
        if due is None or payment.payer not in case.signing_ids:
            continue
        broken = [limit for limit in _limits(case, payment.payer) if due < limit.day]
        if broken:
            last = max(broken, key=lambda limit: limit.day)
            yield Problem(
                ("versements", rank, "echeance"),
                f"Versement du {long_date(due)} avant {last.event} ({long_date(last.day)}, « {dotted(last.path)} »).",
                "Repoussez l’échéance : la convention n’oblige personne à payer avant ce jour.",
            )


class _Limit(NamedTuple):
    """A day before which nobody may pay, and where it stands."""

    day: date
    event: str
    path: Path


def _limits(case: Case, payer: str) -> Iterator[_Limit]:
    """Yield what must come before a payment, as far as its day is known."""
    party, vote = case.framework.party(payer), case.deliberation(payer)
    if party and vote and vote.day:
        yield _Limit(vote.day, "le vote", vote_path(case, party, "date"))
    if case.signature_days:
        yield _Limit(max(case.signature_days), "la dernière signature", ("signature",))
    sent = transmission_day(case)
    if sent and transmitting_parties(case):
        yield _Limit(sent, "l’entrée en vigueur", ("transmission",))
    if case.action.effective_day:
        yield _Limit(case.action.effective_day, "la date d’effet", ("date_effet",))


RULES = (
    instalments_add_up_to_the_subsidy,
    subsidy_has_instalments,
    instalments_come_from_the_payer_of_the_subsidy,
    no_instalment_before_the_agreement_binds,
)
