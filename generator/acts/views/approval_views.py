"""How each party approves, as templates see it: its deliberation, and the visa where its law asks for one."""

from __future__ import annotations

from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import AgreementWithAct, Noun
from generator.acts.facts.powers import VisaCited, VoteCited
from generator.acts.facts.quantities import Dated, dated
from generator.acts.view_fields import View, fact
from generator.case.party_law import approves_later, asks_for
from generator.case.records import Case
from generator.convention import Party
from generator.model.approvals import Deliberation
from generator.model.references import ProcedureStep


class VisaView(View, title="Un visa"):
    """The approval of a deliberation by a supervising authority."""

    words: VisaCited | Missing = fact("texte", "la formule entière : « visée par… le… »")
    authority: str | Missing = fact("autorite", "autorité qui a visé")
    number: str | Missing = fact("numero", "numéro du visa")
    day: Dated | Missing = fact("date", "date du visa")


class DeliberationView(View, title="Une délibération"):
    """The act by which a party approves the agreement."""

    cited: VoteCited | Missing = fact("texte", "la délibération avec son article, son numéro, son assemblée et sa date")
    cited_after_of: VoteCited | Missing = fact("de", "la même, après « de »")
    ending: AgreementWithAct = fact("e", "« e » si l’acte est féminin")
    kind: str = fact("nature", "nature de l’acte : délibération, arrêté, décision")
    assembly: str | Missing = fact("organe", "assemblée qui a voté")
    number: str | Missing = fact("numero", "numéro")
    day: Dated | Missing = fact("date", "date du vote")
    transmission: Dated | Missing = fact("transmission", "date de transmission au contrôle de légalité")
    receipt: str | Missing = fact("accuse", "accusé de réception de la transmission")
    publication: Dated | Missing = fact("publication", "date de publication")
    visa: VisaView | None = fact(
        "visa", "visa de l’autorité de tutelle ; faux si le droit de la partie n’en demande pas"
    )
    is_transmitted: bool = fact("transmise", "le droit de la partie demande la transmission")
    comes_later: bool = fact("posterieure", "l’approbation suit la signature")


def deliberation_view(case: Case, party: Party, noun: Noun) -> DeliberationView:
    """Return the deliberation of a party, blank where it is still to come.

    Args:
        case: the case.
        party: whose assembly approves.
        noun: its name.
    """
    vote = case.deliberation(party.id) or Deliberation.model_validate({"partie": party.id})
    sent = vote.transmission
    return DeliberationView(
        cited=_cited(case, party, vote, noun),
        cited_after_of=_cited(case, party, vote, noun, after_of=True),
        ending=AgreementWithAct(vote.kind),
        kind=vote.kind,
        assembly=known(vote.body, Missing(Gap.VOTE_BODY, noun)),
        number=known(vote.number_alone, Missing(Gap.VOTE_NUMBER, noun)),
        day=dated(vote.day, Missing(Gap.VOTE_DAY, noun)),
        transmission=dated(sent.day if sent else None, Missing(Gap.VOTE_TRANSMISSION_DAY, noun)),
        receipt=known(sent.receipt if sent else None, Missing(Gap.VOTE_RECEIPT, noun)),
        publication=dated(vote.publication, Missing(Gap.VOTE_PUBLICATION_DAY, noun)),
        visa=_visa(vote, noun, is_asked=asks_for(case, party, ProcedureStep.VISA)),
        is_transmitted=asks_for(case, party, ProcedureStep.TRANSMISSION),
        comes_later=approves_later(case, party),
    )


def _cited(case: Case, party: Party, vote: Deliberation, noun: Noun, *, after_of: bool = False) -> VoteCited | Missing:
    """Return the vote as it is cited; what is missing of it, its number too where the law of the party gives one."""
    if vote.day is None or vote.body is None:
        return Missing(Gap.VOTE, noun)
    procedure = case.procedure(party)
    if vote.number is None and procedure is not None and ProcedureStep.VOTE in procedure.numbered:
        return Missing(Gap.VOTE_NUMBER, noun)
    return VoteCited(vote.kind, vote.number, vote.body, vote.day, after_of)


def _visa(vote: Deliberation, noun: Noun, *, is_asked: bool) -> VisaView | None:
    visa = vote.visa
    if (visa is None or visa.required is False) and not is_asked:
        return None
    if visa is None or visa.day is None or visa.authority is None:
        missing = Missing(Gap.VISA, noun)
        return VisaView(words=missing, authority=missing, number=missing, day=missing)
    return VisaView(
        words=VisaCited(vote.kind, visa.authority, visa.day),
        authority=visa.authority,
        number=known(visa.number_alone, Missing(Gap.VISA_NUMBER, noun)),
        day=Dated(visa.day),
    )
