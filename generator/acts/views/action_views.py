"""The action, as templates see it: what it is for, what it does, how it is followed."""

from __future__ import annotations

from generator.acts.facts.contracting import TypedFigure
from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import TextList
from generator.acts.facts.quantities import CountInLetters, Dated, MonthCount, Spanning, dated, spanning
from generator.acts.facts.typed_texts import FreeText, free_text, free_texts
from generator.acts.view_fields import View, fact
from generator.model import sentences
from generator.model.action import (
    Action,
    Activity,
    Evaluation,
    Indicator,
    OptionalClauses,
    SteeringCommittee,
)
from generator.model.approvals import LanguageStatus, LanguageVersion


class ActionView(View, title="L’action"):
    """The action."""

    number: str = fact("numero", "numéro")
    year: str = fact("annee", "année")
    heading: FreeText | Missing = fact("intitule", "intitulé")
    object: FreeText | Missing = fact("objet", "objet, tel que l’article premier l’énonce après « a pour objet »")
    context: FreeText | Missing = fact("contexte", "contexte, pour le préambule")
    beneficiaries: FreeText | Missing = fact("beneficiaires", "bénéficiaires")
    lead_service: FreeText | Nothing = fact(
        "service_referent", "service référent avec son article, après « est » ; vide s’il n’est pas dit"
    )
    start: Dated | Missing = fact("debut", "premier jour")
    end: Dated | Missing = fact("fin", "dernier jour")
    days: Spanning | Missing = fact("periode", "dates : « du 2 mai au 15 décembre 2017 »")
    effective_day: Dated | Nothing = fact("date_effet", "date d’effet convenue ; vide à défaut")
    goals: tuple[str, ...] = fact("odd", "numéros des objectifs de développement durable")
    listed_goals: TextList = fact("odd_liste", "les mêmes, énumérés")
    has_several_goals: bool = fact("odd_pluriel", "il y en a plusieurs")


class ActivityView(View, title="Une activité"):
    """One thing that the action does."""

    rank: str = fact("rang", "rang")
    heading: FreeText | Missing = fact("intitule", "intitulé")
    description: FreeText | Nothing = fact("description", "description ; vide à défaut")
    place: str | Missing = fact("lieu", "lieu")
    days: Spanning | Missing = fact("periode", "dates")
    audience: FreeText | Nothing = fact("public", "public visé ; vide à défaut")


class CommitteeView(View, title="Le comité de suivi"):
    """Who follows the action."""

    members: tuple[FreeText, ...] = fact("membres", "membres")
    meetings: CountInLetters | Missing = fact("reunions", "nombre de réunions par an, en lettres, au féminin")
    has_several_meetings: bool = fact("pluriel", "il y en a plusieurs")


class IndicatorView(View, title="Un indicateur"):
    """One indicator that the parties define together."""

    rank: str = fact("rang", "rang")
    label: FreeText | Missing = fact("libelle", "libellé")
    unit: str | Missing = fact("unite", "unité")
    baseline: TypedFigure | Missing = fact("depart", "valeur de départ")
    target: TypedFigure | Missing = fact("cible", "valeur visée")
    source: str | Missing = fact("source", "source de la mesure")


class EvaluationView(View, title="L’évaluation"):
    """When and to whom results are reported."""

    report_day: Dated | Missing = fact("rapport", "date à laquelle le rapport est dû")
    is_communicated: bool = fact("communication", "le rapport est communiqué aux assemblées")


class ClauseChoicesView(View, title="Les clauses choisies"):
    """The clauses that the action chooses."""

    communication: bool = fact("communication", "l’acte porte la clause de communication")
    intellectual_property: bool = fact("propriete_productions", "l’acte porte la clause de propriété des productions")
    personal_data: bool = fact("donnees_personnelles", "l’acte porte la clause de données personnelles")
    liability: bool = fact("responsabilite", "l’acte porte la clause de responsabilité")
    force_majeure: bool = fact("force_majeure", "l’acte porte la clause de force majeure")
    notices: bool = fact("notifications", "l’acte dit les adresses où notifier")
    notice: MonthCount | Missing = fact("preavis", "préavis de résiliation, en lettres")
    after_notice: MonthCount | Missing = fact("preavis_de", "le même, après « de » : « d’un mois »")
    court: FreeText | Missing = fact("tribunal", "tribunal compétent, avec son article")


class OtherLanguageView(View, title="Une autre langue"):
    """A version of the act in another language."""

    language: str = fact("langue", "langue")
    status: str = fact("statut", "traduction, fait_foi ou francais_prevaut")


class LanguagesView(View, title="Les langues"):
    """The languages of the act."""

    language: str = fact("langue", "langue de la convention-cadre")
    others: tuple[OtherLanguageView, ...] = fact("autres", "autres langues de l’acte")
    listed_others: TextList = fact("autres_liste", "les mêmes, énumérées")
    is_alone: bool = fact("seul", "l’acte n’a qu’une langue")
    are_authentic: bool = fact("fait_foi", "toutes les versions font foi")
    french_prevails: bool = fact("francais_prevaut", "la version française prévaut")
    are_translations: bool = fact("traduction", "les autres versions ne sont que des traductions")


def action_view(action: Action) -> ActionView:
    """Return what the action is for."""
    start, end = action.calendar.start, action.calendar.end
    goals = tuple(str(goal) for goal in action.sdgs)
    return ActionView(
        number=action.number,
        year=action.year,
        heading=free_text(action.title, sentences.ACTION_TITLE, Missing(Gap.ACTION_TITLE)),
        object=free_text(action.object, sentences.PURPOSE, Missing(Gap.ACTION_OBJECT)),
        context=free_text(action.context, sentences.CONTEXT, Missing(Gap.ACTION_CONTEXT)),
        beneficiaries=free_text(action.beneficiaries, sentences.BENEFICIARIES, Missing(Gap.ACTION_BENEFICIARIES)),
        lead_service=FreeText(action.lead_service, sentences.LEAD_SERVICE) if action.lead_service else "",
        start=dated(start, Missing(Gap.ACTION_START)),
        end=dated(end, Missing(Gap.ACTION_END)),
        days=spanning(start, end, Missing(Gap.ACTION_DAYS)),
        effective_day=Dated(action.effective_day) if action.effective_day else "",
        goals=goals,
        listed_goals=TextList(goals),
        has_several_goals=len(goals) > 1,
    )


def activity_views(action: Action) -> tuple[ActivityView, ...]:
    """Return the activities; a single blank one when there is none, so that a draft shows what is missing."""
    return tuple(_activity(str(rank), activity) for rank, activity in enumerate(action.activities or (Activity(),), 1))


def _activity(rank: str, activity: Activity) -> ActivityView:
    last_day = activity.end or activity.start
    return ActivityView(
        rank=rank,
        heading=free_text(activity.title, sentences.ACTIVITY_TITLE, Missing(Gap.ACTIVITY_TITLE, about=rank)),
        description=FreeText(activity.description, sentences.DESCRIPTION) if activity.description else "",
        place=known(activity.place, Missing(Gap.ACTIVITY_PLACE, about=rank)),
        days=spanning(activity.start, last_day, Missing(Gap.ACTIVITY_DAYS, about=rank)),
        audience=FreeText(activity.audience, sentences.LABEL) if activity.audience else "",
    )


def committee_view(committee: SteeringCommittee | None) -> CommitteeView | None:
    """Return who follows the action; None when nobody is named for it."""
    if committee is None:
        return None
    meetings = committee.meetings_per_year
    return CommitteeView(
        members=free_texts(committee.members, sentences.MEMBER),
        meetings=CountInLetters(meetings, feminine=True) if meetings else Missing(Gap.COMMITTEE_MEETINGS),
        has_several_meetings=bool(meetings and meetings > 1),
    )


def indicator_views(action: Action) -> tuple[IndicatorView, ...]:
    """Return the indicators; a single blank one when there is none."""
    listed = action.indicators or (Indicator(),)
    return tuple(_indicator(str(rank), indicator) for rank, indicator in enumerate(listed, 1))


def _indicator(rank: str, indicator: Indicator) -> IndicatorView:
    return IndicatorView(
        rank=rank,
        label=free_text(indicator.label, sentences.LABEL, Missing(Gap.INDICATOR, about=rank)),
        unit=known(indicator.unit, Missing(Gap.INDICATOR_UNIT, about=rank)),
        baseline=_figure(indicator.baseline, Missing(Gap.INDICATOR_BASELINE, about=rank)),
        target=_figure(indicator.target, Missing(Gap.INDICATOR_TARGET, about=rank)),
        source=known(indicator.source, Missing(Gap.INDICATOR_SOURCE, about=rank)),
    )


def _figure(text: str | None, missing: Missing) -> TypedFigure | Missing:
    return TypedFigure(text) if text else missing


def evaluation_view(evaluation: Evaluation | None) -> EvaluationView:
    """Return when the results are reported, blank until it is settled."""
    return EvaluationView(
        report_day=dated(evaluation.report_due if evaluation else None, Missing(Gap.REPORT_DAY)),
        is_communicated=bool(evaluation and evaluation.communicated),
    )


def clause_choices_view(clauses: OptionalClauses) -> ClauseChoicesView:
    """Return the clauses that the action chooses."""
    months, court = clauses.notice_months, clauses.court
    return ClauseChoicesView(
        communication=clauses.communication,
        intellectual_property=clauses.intellectual_property,
        personal_data=clauses.personal_data,
        liability=clauses.liability,
        force_majeure=clauses.force_majeure,
        notices=clauses.notices,
        notice=MonthCount(months) if months else Missing(Gap.NOTICE_MONTHS),
        after_notice=MonthCount(months, after_of=True) if months else Missing(Gap.NOTICE_MONTHS),
        court=free_text(court, sentences.COURT, Missing(Gap.COURT)),
    )


def languages_view(home: str, versions: tuple[LanguageVersion, ...]) -> LanguagesView:
    """Return the languages of the act.

    Args:
        home: the language of the framework convention.
        versions: every version of the act; that in the home language counts for nothing more.
    """
    others = [version for version in versions if version.language != home]
    statuses = {version.status for version in others}
    return LanguagesView(
        language=home,
        others=tuple(OtherLanguageView(language=other.language, status=other.status.value) for other in others),
        listed_others=TextList([other.language for other in others]),
        is_alone=not others,
        are_authentic=statuses == {LanguageStatus.AUTHENTIC},
        french_prevails=LanguageStatus.FRENCH_PREVAILS in statuses,
        are_translations=statuses == {LanguageStatus.TRANSLATION},
    )
