"""The actions of a year, as templates see them: what each is, who leads it, what it costs, how it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from generator.acts.facts.contracting import TypedFigure
from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Form, Formed
from generator.acts.facts.quantities import Dated, Money, Spanning, Writing, money, spanning
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.facts.yearly import TravellersTold
from generator.acts.view_fields import View, fact
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_sums import Sums, brought_to
from generator.case.year import ActionExtract
from generator.case.year.extracted_parts import IndicatorExtract, JourneyExtract, SignatureExtract, VoteExtract
from generator.model import sentences
from generator.model.persons import TravellerRole


class ActionShareView(View, title="Un apport à une action de l’année"):
    """What one contributor brings to one action."""

    contributor: Formed = fact("nom", "nom de qui l’apporte, en tête de ligne")
    is_party: bool = fact("est_partie", "il est partie à la convention-cadre")
    total: Money | Missing = fact("total", "montant")
    is_requested: bool = fact("sollicite", "une part au moins en est sollicitée et n’est pas acquise")


class YearMissionView(View, title="Une mission de l’année"):
    """The travellers whom one body sends on one mission."""

    action: str = fact("action", "numéro de l’action")
    mission: str = fact("mission", "identifiant de la mission dans l’action")
    sender: Formed = fact("partie", "qui envoie les voyageurs, en tête de ligne")
    destination: str | Missing = fact("destination", "lieux")
    days: Spanning | Missing = fact("periode", "dates")
    travellers: TravellersTold = fact("voyageurs", "combien, et en quelle qualité : « 1 élu et 2 agents »")


class YearIndicatorView(View, title="Un indicateur d’une action de l’année"):
    """What is measured of one action."""

    action: str = fact("action", "numéro de l’action")
    label: FreeText | Missing = fact("libelle", "ce qui est mesuré")
    unit: str | Nothing = fact("unite", "unité ; vide à défaut")
    baseline: TypedFigure | Missing = fact("depart", "valeur de départ")
    target: TypedFigure | Missing = fact("cible", "valeur visée")


class YearVoteView(View, title="Une délibération sur une action de l’année"):
    """A deliberation that an action cites."""

    party: Formed = fact("partie", "partie qui délibère, en tête de ligne")
    number: str | Nothing = fact("numero", "numéro ; vide s’il n’est pas connu")
    day: Dated | Nothing = fact("date", "date ; vide si elle n’est pas connue")
    transmission: Dated | Nothing = fact("transmission", "date de sa transmission ; vide si elle n’est pas connue")


class YearSignatureView(View, title="Une signature prévue"):
    """The day on which somebody means to sign."""

    signer: Formed = fact("partie", "qui signe, en tête de ligne")
    day: Dated = fact("date", "jour prévu")


class YearActionView(View, title="Une action de l’année"):
    """One action of the year."""

    number: str = fact("numero", "numéro")
    heading: FreeText | Missing = fact("intitule", "intitulé")
    lead_service: FreeText | Nothing = fact(
        "service_referent", "service référent, en tête de ligne ; vide s’il n’est pas dit"
    )
    days: Spanning | Missing = fact("periode", "dates : « du 2 mai au 15 décembre 2017 »")
    budget: Money | Missing = fact("budget", "total de ses dépenses, en chiffres")
    shares: tuple[ActionShareView, ...] = fact("apports", "apports, les parties d’abord")
    votes: tuple[YearVoteView, ...] = fact("deliberations", "délibérations citées")
    signatures: tuple[YearSignatureView, ...] = fact("signatures", "signatures prévues")
    missions: tuple[YearMissionView, ...] = fact("missions", "missions, par qui envoie")
    indicators: tuple[YearIndicatorView, ...] = fact("indicateurs", "indicateurs")


def year_action_view(action: ActionExtract, names: YearNames) -> YearActionView:
    """Return one action of the year."""
    return YearActionView(
        number=action.number,
        heading=free_text(action.title, sentences.ACTION_TITLE, Missing(Gap.ACTION_TITLE)),
        lead_service=FreeText(action.lead_service, sentences.LABEL) if action.lead_service else "",
        days=spanning(action.start, action.end, Missing(Gap.ACTION_DAYS)),
        budget=money(
            action.expenses, action.currency, Writing.FIGURES, Missing(Gap.YEAR_ACTION_BUDGET, about=action.number)
        ),
        shares=tuple(_shares(action, names)),
        votes=tuple(_vote(action, vote, names) for vote in action.votes if vote.party in names.parties),
        signatures=tuple(_signature(action, planned, names) for planned in action.signatures),
        missions=tuple(_missions(action, names)),
        indicators=tuple(_indicator(action, indicator) for indicator in action.indicators),
    )


def _shares(action: ActionExtract, names: YearNames) -> Iterator[ActionShareView]:
    for one, own in Sums(brought_to(action, names)).by_contributor():
        amount = None if own.is_partial else own.total()
        yield ActionShareView(
            contributor=Formed(one.noun, Form.OPENING),
            is_party=one.is_party,
            total=money(amount, action.currency, Writing.FIGURES, Missing(Gap.YEAR_AMOUNT)),
            is_requested=any(each.is_requested for each in own.brought),
        )


def _vote(action: ActionExtract, vote: VoteExtract, names: YearNames) -> YearVoteView:
    return YearVoteView(
        party=Formed(names.of_body(action, vote.party), Form.OPENING),
        number=vote.number or "",
        day=Dated(vote.day) if vote.day else "",
        transmission=Dated(vote.transmission) if vote.transmission else "",
    )


def _signature(action: ActionExtract, planned: SignatureExtract, names: YearNames) -> YearSignatureView:
    return YearSignatureView(signer=Formed(names.of_body(action, planned.body), Form.OPENING), day=Dated(planned.day))


def _missions(action: ActionExtract, names: YearNames) -> Iterator[YearMissionView]:
    """Iterate over the missions of an action, one view for each body that sends somebody."""
    for (mission, employer), group in groupby(sorted(action.journeys, key=_sending), key=_sending):
        travellers = list(group)
        roles = [TravellerRole(each.role) for each in travellers if each.role]
        first = travellers[0]
        yield YearMissionView(
            action=action.number,
            mission=mission,
            sender=Formed(names.of_body(action, employer), Form.OPENING),
            destination=first.destination or Missing(Gap.MISSION_PLACES, about=mission),
            days=spanning(first.first, first.last, Missing(Gap.MISSION_DAYS, about=mission)),
            travellers=TravellersTold(
                roles.count(TravellerRole.ELECTED), roles.count(TravellerRole.OFFICER), roles.count(TravellerRole.THIRD)
            ),
        )


def _sending(journey: JourneyExtract) -> tuple[str, str]:
    return journey.mission, journey.employer or ""


def _indicator(action: ActionExtract, indicator: IndicatorExtract) -> YearIndicatorView:
    about = action.number
    return YearIndicatorView(
        action=action.number,
        label=free_text(indicator.label, sentences.LABEL, Missing(Gap.INDICATOR, about=about)),
        unit=indicator.unit or "",
        baseline=_figure(indicator.baseline, Missing(Gap.INDICATOR_BASELINE, about=about)),
        target=_figure(indicator.target, Missing(Gap.INDICATOR_TARGET, about=about)),
    )


def _figure(text: str | None, missing: Missing) -> TypedFigure | Missing:
    return TypedFigure(text) if text else missing
