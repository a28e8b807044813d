"""What every document of an action may print: one view, built once for a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.acts.facts.namings import Form, Noun, NounList
from generator.acts.facts.texts_of_law import TextOfLaw, texts_of_law
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.action_views import (
    ActionView,
    ActivityView,
    ClauseChoicesView,
    CommitteeView,
    EvaluationView,
    IndicatorView,
    LanguagesView,
    action_view,
    activity_views,
    clause_choices_view,
    committee_view,
    evaluation_view,
    indicator_views,
    languages_view,
)
from generator.acts.views.body_views import (
    AssociatedBodyView,
    BodyView,
    ContractingBody,
    associated_body_views,
    contracting_bodies,
)
from generator.acts.views.budget_views import (
    BudgetView,
    CoFunderView,
    budget_view,
    co_funder_views,
)
from generator.acts.views.framework_views import AxisView, FrameworkView, axis_view, framework_view
from generator.acts.views.journey_views import MissionView, SharingView, mission_views, sharing_view
from generator.acts.views.money.granted_subsidy_views import GrantedSubsidyView, granted_subsidy_views
from generator.acts.views.money.payment_views import PaymentView, payment_views
from generator.acts.views.original_views import OriginalsView, originals_view
from generator.acts.views.signing_views import SigningView, signing_view
from generator.artifacts import Picture
from generator.case.private_subsidies import money_passes, other_payments
from generator.case.records import Case
from generator.model.persons import TravellerRole

_LISTED = "les mêmes avec leurs articles, énumérés"
_LISTED_AFTER_OF = "les mêmes après « de », énumérés"
_SEVERAL = "il y en a plusieurs"


class LaterApprovalsView(View):
    """The bodies that approve after the signature: the act is then subject to a condition precedent."""

    bodies: tuple[BodyView, ...] = fact(
        "approbations_posterieures", "contractants dont l’assemblée approuve après la signature"
    )
    listed: NounList = fact("approbations_posterieures_le", _LISTED)
    listed_after_of: NounList = fact("approbations_posterieures_de", _LISTED_AFTER_OF)
    are_several: bool = fact("approbations_posterieures_pluriel", _SEVERAL)


class TransmittersView(View):
    """The bodies whose law asks for a transmission of the signed act."""

    bodies: tuple[BodyView, ...] = fact("parties_transmettantes", "contractants qui transmettent l’acte signé")
    listed: NounList = fact("parties_transmettantes_le", _LISTED)
    listed_after_of: NounList = fact("parties_transmettantes_de", _LISTED_AFTER_OF)
    are_several: bool = fact("parties_transmettantes_pluriel", _SEVERAL)


class SharedView(View):
    """What every kind of document receives, besides the numbers of its own articles and annexes."""

    is_draft: bool = fact("projet", "le document est un projet")
    is_example: bool = fact("exemple", "le document est un exemple, sans valeur")
    framework: FrameworkView = fact("convention", "convention-cadre")
    action: ActionView = fact("action", "action")
    axis: AxisView | None = fact("axe", "axe auquel l’action se rattache ; faux si la convention-cadre n’en a pas")
    parties: tuple[BodyView, ...] = fact("parties", "parties à la convention-cadre")
    contracting_bodies: tuple[BodyView, ...] = fact(
        "contractants", "tous ceux qui signent : les parties, puis les organismes signataires"
    )
    logos: tuple[Picture, ...] = fact("logos", "logos de ceux qui signent, pour l’en-tête")
    signing_bodies: tuple[BodyView, ...] = fact("organismes_signataires", "organismes associés qui signent")
    listed_parties: NounList = fact("parties_le", "les parties sous leurs noms abrégés, énumérées")
    listed_signing_bodies: NounList = fact("organismes_signataires_le", "ces organismes, de même")
    associated_bodies: tuple[AssociatedBodyView, ...] = fact(
        "organismes_associes", "organismes associés qui ne signent pas"
    )
    cited_texts: tuple[TextOfLaw, ...] = fact(
        "textes_vises", "textes de loi que visent les contractants, chacun une fois"
    )
    activities: tuple[ActivityView, ...] = fact("activites", "activités de l’action")
    budget: BudgetView = fact("budget", "budget et plan de financement")
    co_funders: tuple[CoFunderView, ...] = fact("cofinanceurs", "cofinanceurs")
    requested_co_fundings: tuple[CoFunderView, ...] = fact(
        "cofinancements_sollicites", "cofinanceurs dont l’apport n’est pas acquis"
    )
    payments: tuple[PaymentView, ...] = fact("versements", "versements prévus")
    other_payments: tuple[PaymentView, ...] = fact(
        "autres_versements", "versements qui ne sont pas d’une subvention que l’acte accorde"
    )
    granted_subsidies: tuple[GrantedSubsidyView, ...] = fact(
        "subventions", "subventions que l’acte accorde à des organismes qui le signent"
    )
    money_passes: bool = fact("versements_entre_signataires", "un signataire verse de l’argent à un autre")
    missions: tuple[MissionView, ...] = fact("deplacements", "missions de l’action")
    has_third_travellers: bool = fact("deplacements_de_tiers", "un voyageur n’est ni élu ni agent")
    sharing: SharingView = fact("frais", "partage des frais de déplacement")
    committee: CommitteeView | None = fact("comite", "comité de suivi ; faux s’il n’y en a pas")
    indicators: tuple[IndicatorView, ...] = fact("indicateurs", "indicateurs de l’action")
    evaluation: EvaluationView = fact("evaluation", "évaluation")
    clauses: ClauseChoicesView = fact("clauses", "clauses que l’action choisit")
    languages: LanguagesView = fact("langues", "langues de l’acte")
    signing: SigningView = fact("signature", "signature")
    originals: OriginalsView = fact("exemplaires", "originaux")
    later_approvals: LaterApprovalsView = spread()
    transmitters: TransmittersView = spread()


@dataclass(frozen=True, slots=True)
class Shared:
    """The view that all documents of a case share, and what other views are made from.

    Attributes:
        view: the view.
        bodies: those who contract, in the order of the act.
        names: identifier of each body that the action may mention → its name.
    """

    view: SharedView
    bodies: tuple[ContractingBody, ...]
    names: dict[str, str]

    @property
    def nouns(self) -> dict[str, Noun]:
        """Identifier of each contracting body → its name with its forms."""
        return nouns_of(self.bodies)


def nouns_of(bodies: Sequence[ContractingBody]) -> dict[str, Noun]:
    """Return the names of contracting bodies with their forms, by identifier."""
    return {body.identifier: body.noun for body in bodies}


def shared_of(case: Case, *, draft: bool) -> Shared:
    """Build the view that all documents of a case share.

    Args:
        case: the action with its framework, events and law.
        draft: whether the documents are drafts (« PROJET ») or final ones.
    """
    bodies = contracting_bodies(case)
    names = _names(case)
    return Shared(_view(case, bodies, names, draft=draft), bodies, names)


def _view(case: Case, bodies: tuple[ContractingBody, ...], names: dict[str, str], *, draft: bool) -> SharedView:
    action, nouns, short = case.action, nouns_of(bodies), {body.identifier: body.short for body in bodies}
    funders = co_funder_views(case, short)
    views = tuple(body.view for body in bodies)
    return SharedView(
        is_draft=draft,
        is_example=case.is_example,
        framework=framework_view(case),
        action=action_view(action),
        axis=axis_view(case),
        parties=tuple(body for body in views if body.is_framework_party),
        contracting_bodies=views,
        logos=tuple(body.logo for body in views if body.logo),
        signing_bodies=tuple(body for body in views if not body.is_framework_party),
        listed_parties=NounList([body.short for body in bodies if body.view.is_framework_party], Form.THE),
        listed_signing_bodies=NounList([body.short for body in bodies if not body.view.is_framework_party], Form.THE),
        associated_bodies=associated_body_views(case),
        cited_texts=texts_of_law(text for body in views for text in body.cited_texts),
        activities=activity_views(action),
        budget=budget_view(case, names, short),
        co_funders=funders,
        requested_co_fundings=tuple(funder for funder in funders if funder.is_requested),
        payments=payment_views(action.budget, action.payments, short, names),
        other_payments=payment_views(action.budget, other_payments(case), short, names),
        granted_subsidies=granted_subsidy_views(case, short, names),
        money_passes=money_passes(case),
        missions=mission_views(case, nouns),
        has_third_travellers=_has_third_travellers(case),
        sharing=sharing_view(case.framework.costs),
        committee=committee_view(action.steering),
        indicators=indicator_views(action),
        evaluation=evaluation_view(action.evaluation),
        clauses=clause_choices_view(action.clauses),
        languages=languages_view(case.framework.language, action.languages),
        signing=signing_view(case, bodies),
        originals=originals_view(case, names),
        later_approvals=_later_approvals([body for body in bodies if body.view.approves_later]),
        transmitters=_transmitters([body for body in bodies if body.view.transmits]),
    )


def _later_approvals(bodies: Sequence[ContractingBody]) -> LaterApprovalsView:
    nouns = [body.short for body in bodies]
    return LaterApprovalsView(
        bodies=tuple(body.view for body in bodies),
        listed=NounList(nouns, Form.THE),
        listed_after_of=NounList(nouns, Form.OF),
        are_several=len(nouns) > 1,
    )


def _transmitters(bodies: Sequence[ContractingBody]) -> TransmittersView:
    nouns = [body.short for body in bodies]
    return TransmittersView(
        bodies=tuple(body.view for body in bodies),
        listed=NounList(nouns, Form.THE),
        listed_after_of=NounList(nouns, Form.OF),
        are_several=len(nouns) > 1,
    )


def _names(case: Case) -> dict[str, str]:
    """Return the identifier and name of every body that an action may mention."""
    names = {party.id: party.name for party in case.framework.parties}
    names |= {body.id: body.name or body.id for body in case.action.associated_bodies}
    return names | {funder.id: funder.name or funder.id for funder in case.action.co_funders}


def _has_third_travellers(case: Case) -> bool:
    return any(person.role is TravellerRole.THIRD for mission in case.action.missions for person in mission.travellers)
