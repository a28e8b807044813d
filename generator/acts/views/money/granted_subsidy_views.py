"""Subsidies that the act itself grants to bodies that sign it, as templates see them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Noun
from generator.acts.facts.quantities import Dated, Money, MonthCount, Writing, money
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.view_fields import View, fact
from generator.acts.views.money.payment_views import PaymentView, payment_views
from generator.acts.views.name_views import GenderedNameView, gendered_name
from generator.case.private_subsidies import (
    granted_bodies,
    has_text_for,
    instalments_of,
    occasions,
    report_delay,
)
from generator.case.records import Case
from generator.model import sentences
from generator.model.action import AssociatedBody
from generator.model.references import Occasion


class GrantedSubsidyView(View, title="Une subvention que l’acte accorde"):
    """A subsidy that the act grants to a body that signs it."""

    identifier: str = fact("id", "identifiant de l’organisme, celui du formulaire")
    payer: GenderedNameView = fact("payeur", "partie qui la verse, sous son nom abrégé")
    beneficiary: GenderedNameView = fact("beneficiaire", "organisme qui la reçoit, sous son nom abrégé")
    full: Money | Missing = fact("complet", "montant, en chiffres et en lettres")
    purpose: FreeText | Missing = fact("objet", "ce que la subvention finance : le rôle de l’organisme dans l’action")
    instalments: tuple[PaymentView, ...] = fact("versements", "ses versements")
    missing_instalments: Missing | Nothing = fact(
        "versements_a_prevoir", "à compléter, tant qu’aucun versement n’est prévu ; vide s’il y en a"
    )
    is_single: bool = fact("versement_unique", "elle est versée en une fois")
    is_private: bool = fact(
        "droit_prive", "l’organisme est de droit privé, et la loi française régit la partie qui subventionne"
    )
    has_republican_commitment: bool = fact(
        "engagement_republicain", "la loi en vigueur veut que l’association ait souscrit le contrat d’engagement"
    )
    report_day: Dated | Nothing = fact("compte_rendu", "date où le compte rendu financier est dû ; vide à défaut")
    report_delay: MonthCount | Nothing = fact(
        "delai_compte_rendu",
        "délai légal du compte rendu après l’exercice, après « délai » : « de six mois » ; vide sans texte",
    )
    regranting_clause: FreeText | Nothing = fact(
        "reversement", "clause qui permet d’en reverser une part ; vide : rien n’est reversé"
    )


def granted_subsidy_views(
    case: Case, nouns: Mapping[str, Noun], names: Mapping[str, str]
) -> tuple[GrantedSubsidyView, ...]:
    """Return the subsidies that the act grants.

    Args:
        case: the case.
        nouns: identifier of each contracting body → the name that the act uses.
        names: identifier of each body that the action may mention → its name.
    """
    return tuple(_granted(case, body, nouns, names) for body in granted_bodies(case))


def _granted(
    case: Case, body: AssociatedBody, nouns: Mapping[str, Noun], names: Mapping[str, str]
) -> GrantedSubsidyView:
    subsidy, budget, noun = body.subsidy, case.action.budget, nouns[body.id]
    if subsidy is None:
        raise ValueError(body.id)
    payments, found, delay = instalments_of(case, body), occasions(case, body), report_delay(case)
    is_private = Occasion.PRIVATE_SUBSIDY in found
    due, regranted = subsidy.financial_report_due, subsidy.regranting_clause
    return GrantedSubsidyView(
        identifier=body.id,
        payer=gendered_name(nouns.get(subsidy.payer, Noun(names.get(subsidy.payer, subsidy.payer)))),
        beneficiary=gendered_name(noun),
        full=money(subsidy.amount, subsidy.currency or budget.currency, Writing.FULL, Missing(Gap.SUBSIDY)),
        purpose=free_text(body.role, sentences.ROLE, Missing(Gap.ROLE, noun)),
        instalments=payment_views(budget, payments, nouns, names),
        missing_instalments="" if payments or not is_private else Missing(Gap.INSTALMENTS, noun),
        is_single=len(payments) == 1,
        is_private=is_private,
        has_republican_commitment=Occasion.ASSOCIATION_SUBSIDY in found
        and has_text_for(case, Occasion.ASSOCIATION_SUBSIDY),
        report_day=Dated(due) if due else "",
        report_delay=MonthCount(delay, after_of=True) if is_private and delay and not due else "",
        regranting_clause=FreeText(regranted, sentences.ROLE) if regranted else "",
    )
