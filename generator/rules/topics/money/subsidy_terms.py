"""On what terms a subsidy is given: a report in time, no re-granting in silence, a body known to registers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from generator.case.private_subsidies import home_subsidies, subsidies
from generator.case.records import Case
from generator.findings import dotted
from generator.french import capitalized, is_rna, is_siret, long_date
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import the_body
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule

_REGRANTED = re.compile(r"\brevers(?:er|e|ent|era|ement)\b", re.IGNORECASE)

_REPORT = "loi 2000-321 art. 10"


@rule("BU022", cites=Statute(_REPORT), draft=WARNING, final=WARNING)
def financial_report_is_due_in_time(case: Case) -> Iterator[Problem]:
    """L’organisme privé subventionné rend son compte financier dans le délai que la loi fixe après l’exercice.

    L’exercice est tenu pour l’année civile où l’action se termine.

    Refusé : aucune date ; ou le lendemain du dernier jour du délai.
    Admis : le dernier jour du délai.
    """
    latest = _last_day_of_report(case)
    for path, body, subsidy in home_subsidies(case):
        due = subsidy.financial_report_due
        if latest is None or (due and due <= latest):
            continue
        yield Problem(
            (*path, "compte_rendu_financier"),
            f"{capitalized(the_body(case, body.id))} : compte rendu financier attendu le {long_date(latest)} au plus "
            f"tard, et {f'prévu le {long_date(due)}' if due else 'sans date'}.",
            "Remplissez « compte_rendu_financier » par une date de ce délai.",
        )


def _last_day_of_report(case: Case) -> date | None:
    """Return the last day of the delay that the law gives, counted in months from the end of the civil year."""
    delay, end = case.figure(_REPORT, "delai_compte_rendu_financier"), case.action.calendar.end
    if delay is None or end is None:
        return None
    return date(end.year + 1, 1 + int(delay.value), 1) - timedelta(days=1)


@rule("BU023", cites=Statute("CGCT L. 1611-4"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def no_regranting_without_a_clause(case: Case) -> Iterator[Problem]:
    """Un organisme ne reverse pas sa subvention à un autre sans une clause expresse.

    Refusé : l’organisme subventionné en subventionne un autre, ou lui verse une somme, ou s’oblige à « reverser », et
    « reversement » est vide.
    Admis : « reversement » cite la clause ; ou l’organisme paie des prestataires.
    """
    bodies = {body.id for body in case.action.associated_bodies}
    granted = {(subsidy.payer, body.id): (*path, "payeur") for path, body, subsidy in subsidies(case)}
    for rank, payment in enumerate(case.action.payments):
        if payment.payee in bodies:
            granted.setdefault((payment.payer, payment.payee), ("versements", rank, "payeur"))
    for path, body, subsidy in subsidies(case):
        for rank, duty in enumerate(body.duties if not subsidy.regranting_clause else ()):
            if _REGRANTED.search(duty):
                yield Problem(
                    (*path[:2], "obligations", rank),
                    f"« {duty} », mais l’acte dit que la subvention ne peut être reversée, faute de clause expresse "
                    f"(« {dotted((*path, 'reversement'))} »).",
                    "Retirez cette obligation, ou citez sous « reversement » la clause qui le permet, et à qui.",
                )
        for (payer, receiver), place in granted.items():
            if payer == body.id != receiver and not subsidy.regranting_clause:
                yield Problem(
                    place,
                    f"{capitalized(the_body(case, body.id))} reçoit une subvention et en reverse une part "
                    f"({the_body(case, receiver)}), sans clause expresse (« {dotted((*path, 'reversement'))} »).",
                    "Faites payer la partie qui subventionne, ou citez sous « reversement » la clause qui le permet.",
                )


@rule(
    "BU024",
    cites=Practice(
        "Qui subventionne publie l’identifiant du bénéficiaire (schéma des subventions du socle commun des données "
        "locales)."
    ),
    draft=WARNING,
    final=WARNING,
)
def subsidised_body_is_known_to_registers(case: Case) -> Iterator[Problem]:
    """L’organisme privé que subventionne une partie française a un SIRET ou un numéro RNA, bien écrit.

    Refusé : ni SIRET ni RNA ; un SIRET de treize chiffres, ou dont la clé est fausse.
    Admis : un SIRET juste ; un numéro RNA : W et neuf chiffres.
    """
    for rank, body in enumerate(case.action.associated_bodies):
        here = ("organismes_associes", rank)
        for key, number, is_right in (("siret", body.siret, is_siret), ("rna", body.rna, is_rna)):
            if number and not is_right(number):
                yield Problem(
                    (*here, key),
                    f"{capitalized(the_body(case, body.id))} : « {number} » n’est pas un numéro {key.upper()}.",
                    "Recopiez le SIRET (quatorze chiffres) de l’avis de situation, ou le RNA (W et neuf chiffres) du "
                    "récépissé.",
                )
    for path, body, _ in home_subsidies(case):
        if not body.siret and not body.rna:
            yield Problem(
                (*path[:2], "siret"),
                f"{capitalized(the_body(case, body.id))} : ni SIRET ni numéro RNA.",
                "Remplissez « siret » ou « rna ».",
            )


RULES = (
    financial_report_is_due_in_time,
    no_regranting_without_a_clause,
    subsidised_body_is_known_to_registers,
)
