"""The programme of a year, as templates see it: one view, from what every action tells."""

from __future__ import annotations

from datetime import date

from generator.acts.facts.fact import Nothing, Verbatim
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Form, Formed, Noun, NounList
from generator.acts.facts.quantities import Dated, Money, RankInLetters, Writing, dated, money
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.facts.yearly import ActionsTold
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.framework_views import FrameworkView, framework_view, parties_of
from generator.acts.views.name_views import GenderedNameView, PlaceView, gendered_name, place_view
from generator.acts.views.year.term_review_views import TermReviewView, term_review
from generator.acts.views.year.year_action_views import (
    YearActionView,
    YearIndicatorView,
    YearMissionView,
    year_action_view,
)
from generator.acts.views.year.year_budget_views import YearBudgetView, year_budget_views
from generator.acts.views.year.year_names import YearNames
from generator.acts.views.year.year_result_views import YearResultsView, year_results
from generator.acts.views.year.year_watch_views import WatchPoint, watch_points
from generator.case.year import YearRecord
from generator.convention import Axis, Party
from generator.model import sentences
from generator.model.programme import CouncilSession, VotedCredit


class YearSessionView(View, title="Une séance"):
    """A session of a party's assembly."""

    party: Formed = fact("partie", "partie dont l’assemblée siège, en tête de ligne")
    day: Dated | Missing = fact("date", "date de la séance")
    deadline: Dated | Nothing = fact("depot", "dernier jour où déposer un projet ; vide s’il n’est pas connu")


class VotedCreditView(View, title="Des crédits votés"):
    """What a party's budget holds for the year."""

    amount: Money | Missing = fact("montant", "montant")
    budget_line: str | Nothing = fact("imputation", "imputation budgétaire ; vide si elle n’est pas connue")
    vote: Dated | Nothing = fact("vote", "date du vote ; vide si elle n’est pas connue")


class YearPartyView(View, title="Une partie au programme"):
    """A party to the framework convention, in the year."""

    identifier: str = fact("id", "identifiant, celui de la convention-cadre")
    name: GenderedNameView = spread()
    place: PlaceView = fact("lieu", "ville où elle siège")
    country: str = fact("pays", "pays")
    voted: tuple[VotedCreditView, ...] = fact("credits", "crédits que son assemblée a votés")
    sessions: tuple[YearSessionView, ...] = fact("seances", "séances de son assemblée, dans l’ordre des dates")
    missions: tuple[YearMissionView, ...] = fact("missions", "missions pour lesquelles elle envoie des voyageurs")


class YearAxisView(View, title="Un axe et ses actions de l’année"):
    """An axis, with the actions of the year that belong to it."""

    label: Verbatim = fact("intitule", "intitulé, mot pour mot")
    rank: RankInLetters = fact("rang", "rang en lettres : premier, deuxième")
    actions: tuple[YearActionView, ...] = fact("actions", "actions de l’année qui en relèvent")
    count: ActionsTold = fact("nombre", "combien, en lettres : « deux actions »")


class ProgrammeView(View, title="Le programme de l’année"):
    """A year of actions."""

    year: str | Missing = fact("annee", "année")
    objective: FreeText | Missing = fact("objectif_commun", "objectif commun aux actions")
    listed_parties: NounList = fact("parties_le", "les parties avec leurs articles, énumérées")
    parties: tuple[YearPartyView, ...] = fact("parties", "parties à la convention-cadre, dans leur ordre")
    actions: tuple[YearActionView, ...] = fact("actions", "actions, dans l’ordre des numéros")
    count: ActionsTold = fact("nombre", "combien d’actions, en lettres : « six actions »")
    axes: tuple[YearAxisView, ...] = fact("axes", "tous les axes de la convention-cadre, avec leurs actions")
    without_axis: tuple[YearActionView, ...] = fact("sans_axe", "actions qui ne relèvent d’aucun axe")
    budgets: tuple[YearBudgetView, ...] = fact("budgets", "budgets consolidés, un pour chaque devise")
    sessions: tuple[YearSessionView, ...] = fact("seances", "séances des assemblées, dans l’ordre des dates")
    missions: tuple[YearMissionView, ...] = fact("missions", "missions de toutes les actions")
    indicators: tuple[YearIndicatorView, ...] = fact("indicateurs", "indicateurs de toutes les actions")
    results: YearResultsView = fact("resultats", "ce que les actions ont donné")
    watch_points: tuple[WatchPoint, ...] = fact("vigilance", "ce qui demande attention, une phrase chacun")
    is_whole: bool = fact("complet", "toutes les actions de l’année ont pu être lues")


class YearView(View):
    """What every document of a year receives."""

    is_draft: bool = fact("projet", "le document est un projet")
    is_example: bool = fact("exemple", "le document est un exemple, sans valeur")
    framework: FrameworkView = fact("convention", "convention-cadre")
    programme: ProgrammeView = fact("programme", "programme de l’année")
    review: TermReviewView = fact("bilan", "ce que la convention-cadre a donné, dans les années qui sont connues")


def year_view(record: YearRecord, *, draft: bool) -> YearView:
    """Return what every document of a year receives.

    Args:
        record: the year.
        draft: whether the documents are drafts (« PROJET ») or final ones.
    """
    return YearView(
        is_draft=draft,
        is_example=_is_example(record),
        framework=framework_view(record),
        programme=programme_view(record),
        review=term_review(record),
    )


def programme_view(record: YearRecord) -> ProgrammeView:
    """Return the programme of a year."""
    names, programme = YearNames.of(record), record.programme
    ordered = sorted(record.governed, key=lambda action: action.number)
    views = {action.file: year_action_view(action, names) for action in ordered}
    known = {axis.id for axis in record.framework.axes}
    objective = programme.common_objective if programme else None
    return ProgrammeView(
        year=str(record.year) if record.year else Missing(Gap.YEAR),
        objective=free_text(objective, sentences.CONTEXT, Missing(Gap.COMMON_OBJECTIVE)),
        listed_parties=NounList(tuple(names.parties.values()), Form.THE),
        parties=tuple(_party(record, party, tuple(views.values())) for party in parties_of(record)),
        actions=tuple(views.values()),
        count=ActionsTold(len(views)),
        axes=tuple(
            _axis(axis, rank, tuple(views[each.file] for each in ordered if each.axis == axis.id))
            for rank, axis in enumerate(record.framework.axes, start=1)
        ),
        without_axis=tuple(views[each.file] for each in ordered if each.axis not in known),
        budgets=year_budget_views(record, names),
        sessions=_sessions(record, None),
        missions=tuple(mission for view in views.values() for mission in view.missions),
        indicators=tuple(indicator for view in views.values() for indicator in view.indicators),
        results=year_results(record),
        watch_points=watch_points(record, names),
        is_whole=record.is_whole,
    )


def _is_example(record: YearRecord) -> bool:
    inputs = (record.events, record.programme, *record.governed)
    return any(entry is not None and entry.example for entry in inputs)


def _axis(axis: Axis, rank: int, actions: tuple[YearActionView, ...]) -> YearAxisView:
    return YearAxisView(
        label=Verbatim(axis.label), rank=RankInLetters(rank), actions=actions, count=ActionsTold(len(actions))
    )


def _party(record: YearRecord, party: Party, actions: tuple[YearActionView, ...]) -> YearPartyView:
    noun = Noun.of_party(party, party.id)
    listed = record.programme.voted_credits if record.programme else ()
    sender = Formed(noun, Form.OPENING)
    return YearPartyView(
        identifier=party.id,
        name=gendered_name(noun),
        place=place_view(party),
        country=party.country.name,
        voted=tuple(_credit(credit, noun) for credit in listed if credit.party == party.id),
        sessions=_sessions(record, party.id),
        missions=tuple(mission for action in actions for mission in action.missions if mission.sender == sender),
    )


def _credit(credit: VotedCredit, noun: Noun) -> VotedCreditView:
    return VotedCreditView(
        amount=money(credit.amount, credit.currency, Writing.FIGURES, Missing(Gap.CREDIT, noun)),
        budget_line=credit.budget_line or "",
        vote=Dated(credit.vote) if credit.vote else "",
    )


def _sessions(record: YearRecord, party: str | None) -> tuple[YearSessionView, ...]:
    """Return the sessions of all assemblies, or of one; those without a day come last."""
    listed = [each for each in (record.programme.sessions if record.programme else ()) if party in {None, each.party}]
    dated_first = sorted(listed, key=lambda each: (each.day is None, each.day or each.deadline or date.max))
    return tuple(_session(record, session) for session in dated_first)


def _session(record: YearRecord, session: CouncilSession) -> YearSessionView:
    noun = Noun.of_party(record.framework.party(session.party), session.party)
    return YearSessionView(
        party=Formed(noun, Form.OPENING),
        day=dated(session.day, Missing(Gap.SESSION_DAY, noun)),
        deadline=Dated(session.deadline) if session.deadline else "",
    )
