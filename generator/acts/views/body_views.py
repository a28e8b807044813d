"""The bodies that contract, as templates see them: parties of the framework, and associated bodies that sign."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.acts.facts.contracting import (
    ActingUnder,
    CalledAfter,
    CarryingOut,
    Closing,
    RepresentedBy,
    Situated,
    SubjectToApproval,
)
from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Form, Formed, Noun, shortened
from generator.acts.facts.powers import SidePart, VoteCited
from generator.acts.facts.typed_texts import FreeText, free_text, free_texts
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.approval_views import DeliberationView, deliberation_view
from generator.acts.views.contribution_views import ContributionView, SubsidyView, contribution_view, subsidy_view
from generator.acts.views.name_views import GenderedNameView, PlaceView, gendered_name, no_place, place_view
from generator.acts.views.signer_views import SignatoryView, represented, signatory_view
from generator.artifacts import Picture
from generator.case.party_law import approves_later, asks_for, transmits_the_act
from generator.case.private_subsidies import citations, granted_bodies, occasions
from generator.case.records import Case
from generator.convention import Party
from generator.model import sentences
from generator.model.action import AssociatedBody
from generator.model.persons import Forms
from generator.model.references import ProcedureStep


class BodyView(View, title="Un organisme qui contracte"):
    """A body that contracts."""

    identifier: str = fact("id", "identifiant, celui du formulaire")
    name: GenderedNameView = spread()
    kind: str = fact("nature", "nature de l’organisme : commune, association")
    country: str = fact("pays", "pays d’une partie ; vide pour un organisme associé")
    seat: str | Missing = fact("siege", "adresse du siège")
    place: PlaceView = fact("lieu", "ville ou territoire d’une partie")
    designation: Formed = fact("designation", "nom sous lequel l’acte le désigne ensuite, avec son article")
    short: GenderedNameView = fact("nom_court", "le même, dans toutes ses formes : après « ci-après désignée »")
    situation: Situated | Missing = fact("situation", "son siège : « dont le siège est à Valmont (France) »")
    representation: RepresentedBy | Missing = fact(
        "representation", "qui le représente : « représentée par Madame…, Maire », avec sa délégation s’il en a une"
    )
    power: CarryingOut | ActingUnder | SubjectToApproval | Missing = fact(
        "habilitation", "l’acte qui habilite : « agissant en exécution de la délibération… »"
    )
    naming: CalledAfter = fact("appellation", "« ci-après désignée « l’Association » »")
    closing: Closing = fact("fin", "fin de sa présentation : « , d’une part, », « , d’autre part. », « , »")
    notice_address: str | Missing = fact(
        "adresse", "adresse où lui notifier : son siège, sinon celle du premier original qui lui revient"
    )
    is_framework_party: bool = fact("est_partie_cadre", "il est partie à la convention-cadre")
    signatory: SignatoryView = fact("signataire", "personne qui signe en son nom")
    deliberation: DeliberationView | None = fact(
        "deliberation", "délibération d’une partie ; faux pour un organisme associé"
    )
    decision: FreeText | Missing | None = fact(
        "decision", "décision d’un organisme associé qui autorise la signature, avec son article ; faux pour une partie"
    )
    after_decision: FreeText | Missing | None = fact("decision_de", "la même, après « de » : « de la décision du… »")
    cited_texts: tuple[str, ...] = fact("textes_vises", "textes de loi que vise son acte")
    competence: FreeText | Missing | Nothing = fact(
        "competence", "fondement de sa compétence pour l’action, avec son article"
    )
    after_competence: FreeText | Missing | Nothing = fact(
        "competence_de", "le même, après « de » : « au titre de la promotion de… »"
    )
    duties: tuple[FreeText, ...] = fact("obligations", "ce à quoi il s’engage")
    role: FreeText | Missing | Nothing = fact("role", "rôle d’un organisme associé ; vide pour une partie")
    subsidy: SubsidyView | None = fact(
        "subvention", "subvention qu’il reçoit pour l’action ; faux s’il n’en reçoit pas"
    )
    contribution: ContributionView | None = fact(
        "contribution", "son engagement financier ; faux pour un associé qui n’apporte rien"
    )
    budget_line: str = fact("imputation", "imputation budgétaire")
    logo: Picture | None = fact("logo", "son logo, celui de inputs/logos ; faux s’il n’y en a pas")
    transmits: bool = fact("transmet", "son droit demande de transmettre l’acte signé")
    controller: str = fact("controleur", "autorité à qui l’acte est transmis, avec son article")
    approves_later: bool = fact("approbation_posterieure", "son assemblée approuve après la signature")
    opens_side: bool = fact("ouvre_un_cote", "il ouvre un côté de l’acte après le premier : « et » le précède")
    part: SidePart | Nothing = fact("part", "« d’une part », « d’autre part », au dernier de chaque côté ; vide sinon")


class AssociatedBodyView(View, title="Un organisme associé"):
    """An associated body that does not sign."""

    identifier: str = fact("id", "identifiant, celui du formulaire")
    name: GenderedNameView = spread()
    role: FreeText | Missing = fact("role", "son rôle dans l’action")
    seat: str = fact("siege", "adresse du siège")
    subsidy: SubsidyView | None = fact(
        "subvention", "subvention qu’il reçoit pour l’action ; faux s’il n’en reçoit pas"
    )


@dataclass(frozen=True, slots=True)
class ContractingBody:
    """A body that contracts: its view, its name and its short name, which other views need too."""

    noun: Noun
    short: Noun
    view: BodyView

    @property
    def identifier(self) -> str:
        """Its identifier in the inputs."""
        return self.view.identifier


@dataclass(frozen=True, slots=True)
class _Side:
    """Where a body stands among the sides of the act."""

    opens: bool
    part: SidePart | Nothing
    is_last: bool


def contracting_bodies(case: Case) -> tuple[ContractingBody, ...]:
    """Return the framework's parties in its order, then the associated bodies that sign."""
    sides, names = _sides(case), _short_names(case)
    parties = [_party(case, party, sides[party.id], names[party.id]) for party in case.parties]
    bodies = case.action.signing_bodies
    return (*parties, *(_signing_body(case, body, sides[body.id], names[body.id]) for body in bodies))


def _short_names(case: Case) -> dict[str, Noun]:
    """Return the short name of each body that contracts; a name that two would share is nobody's."""
    full = {party.id: Noun.of_party(party, party.id) for party in case.parties}
    chosen: dict[str, str | None] = {party.id: party.designation for party in case.parties}
    for body in case.action.signing_bodies:
        full[body.id], chosen[body.id] = associated_noun(body), body.designation
    short = {identifier: shortened(noun, chosen[identifier]) for identifier, noun in full.items()}
    count = Counter(noun.text.casefold() for noun in short.values())
    return {
        identifier: noun if count[noun.text.casefold()] == 1 else full[identifier] for identifier, noun in short.items()
    }


def associated_body_views(case: Case) -> tuple[AssociatedBodyView, ...]:
    """Return the associated bodies that do not sign."""
    return tuple(_associated(case, body) for body in case.action.associated_bodies if not body.is_signatory)


def _party(case: Case, party: Party, side: _Side, short: Noun) -> ContractingBody:
    noun = Noun.of_party(party, party.id)
    signatory = case.signatory(party.id)
    seat = party.seat or (signatory.seat if signatory else None)
    place = Noun(party.place.name, Forms.model_validate({"a": party.place.to}))
    vote = deliberation_view(case, party, noun)
    procedure = case.procedure(party)
    competence = next((item.basis for item in case.action.competences if item.party == party.id), None)
    shown = BodyView(
        identifier=party.id,
        name=gendered_name(noun),
        kind=party.kind,
        country=party.country.name,
        seat=seat or "",
        place=place_view(party),
        designation=Formed(short, Form.THE),
        short=gendered_name(short),
        situation=Situated(seat, place, party.country.name),
        representation=represented(signatory, noun),
        power=_power(vote, is_executed=asks_for(case, party, ProcedureStep.VOTE)),
        naming=CalledAfter(noun, short),
        closing=Closing(side.part or None, side.is_last),
        notice_address=_notice_address(case, party.id, seat, noun),
        is_framework_party=True,
        signatory=signatory_view(signatory, noun),
        deliberation=vote,
        decision=None,
        after_decision=None,
        cited_texts=procedure.citations if procedure else (),
        competence=free_text(competence, sentences.COMPETENCE_NAMED, Missing(Gap.COMPETENCE, noun)),
        after_competence=free_text(competence, sentences.COMPETENCE, Missing(Gap.COMPETENCE, noun)),
        duties=free_texts(case.duties_of(party.id), sentences.DUTY),
        role="",
        subsidy=None,
        contribution=contribution_view(case, party.id, noun),
        budget_line=next((line.budget_line for line in case.resources_of(party.id) if line.budget_line), ""),
        logo=_logo(case, party.id, noun),
        transmits=transmits_the_act(case, party),
        controller=procedure.controller if procedure and procedure.controller else "",
        approves_later=approves_later(case, party),
        opens_side=side.opens,
        part=side.part,
    )
    return ContractingBody(noun, short, shown)


def _power(vote: DeliberationView, *, is_executed: bool) -> CarryingOut | SubjectToApproval | Missing:
    if vote.comes_later:
        return SubjectToApproval()
    return CarryingOut(vote.cited, is_executed) if isinstance(vote.cited, VoteCited) else vote.cited


def _logo(case: Case, identifier: str, noun: Noun) -> Picture | None:
    """Return the logo of a body, which stands for its name."""
    content = case.logos.get(identifier.casefold())
    return Picture(content, noun.text) if content else None


def _notice_address(case: Case, identifier: str, seat: str | None, noun: Noun) -> str | Missing:
    """Return where a body is notified: its seat, else where the first original that it receives is sent."""
    sent = (original.address for original in case.action.originals if original.party == identifier)
    return known(seat or next((address for address in sent if address), None), Missing(Gap.NOTICE_ADDRESS, noun))


def _signing_body(case: Case, body: AssociatedBody, side: _Side, short: Noun) -> ContractingBody:
    noun, signatory = associated_noun(body), case.signatory(body.id)
    seat = body.seat or (signatory.seat if signatory else None)
    decision = body.dated_decision
    occasions_found = occasions(case, body) if body in granted_bodies(case) else frozenset()
    shown = BodyView(
        identifier=body.id,
        name=gendered_name(noun),
        kind=body.kind.value if body.kind else "",
        country="",
        seat=known(seat, Missing(Gap.SEAT, noun)),
        place=no_place(),
        designation=Formed(short, Form.THE),
        short=gendered_name(short),
        situation=Situated(seat, None, "") if seat else Missing(Gap.SEAT, noun),
        representation=represented(signatory, noun),
        power=ActingUnder(FreeText(decision, sentences.OWN_DECISION)) if decision else Missing(Gap.OWN_DECISION, noun),
        naming=CalledAfter(noun, short),
        closing=Closing(side.part or None, side.is_last),
        notice_address=_notice_address(case, body.id, seat, noun),
        is_framework_party=False,
        signatory=signatory_view(signatory, noun),
        deliberation=None,
        decision=free_text(decision, sentences.DECISION_SEEN, Missing(Gap.OWN_DECISION, noun)),
        after_decision=free_text(decision, sentences.OWN_DECISION, Missing(Gap.OWN_DECISION, noun)),
        cited_texts=citations(case, occasions_found),
        competence="",
        after_competence="",
        duties=free_texts(case.duties_of(body.id), sentences.DUTY),
        role=free_text(body.role, sentences.ROLE, Missing(Gap.ROLE, noun)),
        subsidy=subsidy_view(case, body, noun),
        contribution=contribution_view(case, body.id, noun) if case.resources_of(body.id) else None,
        budget_line="",
        logo=_logo(case, body.id, noun),
        transmits=False,
        controller="",
        approves_later=False,
        opens_side=side.opens,
        part=side.part,
    )
    return ContractingBody(noun, short, shown)


def associated_noun(body: AssociatedBody) -> Noun:
    """Return the name of an associated body; its identifier stands for a name that is not known."""
    return Noun(body.name_alone or body.id, body.known_forms)


def _associated(case: Case, body: AssociatedBody) -> AssociatedBodyView:
    noun = associated_noun(body)
    return AssociatedBodyView(
        identifier=body.id,
        name=gendered_name(noun),
        role=free_text(body.role, sentences.ROLE, Missing(Gap.ROLE, noun)),
        seat=body.seat or "",
        subsidy=subsidy_view(case, body, noun),
    )


def _sides(case: Case) -> dict[str, _Side]:
    """Say which bodies open a side after the first, and which one is the last of its side."""
    bodies = [(party.id, party.interest) for party in case.parties]
    bodies += [(body.id, body.id) for body in case.action.signing_bodies]
    sides = list(dict.fromkeys(side for _, side in bodies))
    last = bodies[-1][0] if bodies else ""
    first_of_side = {side: identifier for identifier, side in reversed(bodies)}
    last_of_side = {side: identifier for identifier, side in bodies}
    return {
        identifier: _Side(
            opens=first_of_side[side] == identifier and side != sides[0],
            part=SidePart(sides.index(side), len(sides)) if last_of_side[side] == identifier else "",
            is_last=identifier == last,
        )
        for identifier, side in bodies
    }
