"""The papers around the originals, as templates see them: the act that they name, sendings, returns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Agreement, Form, Formed, Noun
from generator.acts.facts.package_steps import SentBy, ToAuthority
from generator.acts.facts.quantities import Dated
from generator.acts.facts.typed_texts import FreeText, free_text
from generator.acts.view_fields import View, fact
from generator.acts.views.body_views import ContractingBody
from generator.acts.views.name_views import (
    AGREEMENT,
    NAME_AFTER_OF,
    NAME_AFTER_TO,
    NAME_OPENING,
    NAME_WITH_ARTICLE,
    PLAIN_NAME,
    AgreedNameView,
    agreed_name,
)
from generator.acts.views.original_views import AnnexView
from generator.acts.views.prerequisite_views import (
    FollowingStepView,
    PrerequisiteView,
    following_step_views,
    prerequisites,
)
from generator.acts.views.signing_views import SigningStepView, signing_step_views
from generator.case.circulation import authority_served, lead_desk, legs
from generator.case.records import Case
from generator.model import sentences


class ActView(View, title="L’acte du dossier"):
    """The act that the package carries, as its papers name it."""

    title_alone: Formed | Missing = fact("titre", "titre, sans article")
    opening_title: Formed | Missing = fact("Titre", "titre, en tête de phrase")
    the: Formed | Missing = fact("le", NAME_WITH_ARTICLE)
    opening: Formed | Missing = fact("Le", NAME_OPENING)
    of: Formed | Missing = fact("de", NAME_AFTER_OF)
    to: Formed | Missing = fact("a", NAME_AFTER_TO)
    ending: Agreement = fact("e", AGREEMENT)
    number: str = fact("numero", "numéro")
    heading: FreeText | Missing = fact("intitule", "intitulé de l’action")
    annexes: tuple[AnnexView, ...] = fact("annexes", "annexes de l’acte")


class SenderView(View, title="L’expéditeur"):
    """Who sends the package."""

    plain: Formed = fact("nom", PLAIN_NAME)
    the: Formed = fact("le", NAME_WITH_ARTICLE)
    of: Formed = fact("de", NAME_AFTER_OF)
    ending: Agreement = fact("e", AGREEMENT)
    service: str = fact("service", "service ; vide à défaut")
    address: str = fact("adresse", "adresse ; vide à défaut")


class TransmissionView(View, title="Une transmission"):
    """To whom a party must transmit the signed act, and how."""

    party: AgreedNameView = fact("partie", "partie qui transmet")
    authority: ToAuthority = fact("destinataire", "autorité, après « à »")
    means: SentBy | Nothing = fact("voie", "« par télétransmission », « sur papier… » ; vide à défaut")
    due: Dated | Nothing = fact("echeance", "date prévue ; vide à défaut")


class ReturnView(View, title="Le retour"):
    """Where the signed originals go back to."""

    day: Dated | Nothing = fact("date", "date limite ; vide à défaut")
    to: Formed = fact("a", "à qui, après « à »")
    address: str = fact("adresse", "adresse ; vide à défaut")


class PaperView(View):
    """What the papers of a package tell besides what all documents of the action share."""

    act: ActView = fact("acte", "acte que porte le dossier")
    digest: str | Missing = fact("empreinte", "empreinte SHA-256 de l’original")
    sender: SenderView = fact("expediteur", "qui envoie le dossier")
    has_circuit: bool = fact("circuit", "un circuit particulier est prévu")
    transmissions: tuple[TransmissionView, ...] = fact("transmissions", "transmissions que la signature entraîne")
    returns: ReturnView = fact("retours", "retour des originaux signés")
    signing_steps: tuple[SigningStepView, ...] = fact(
        "etapes_signature", "qui signe, dans l’ordre, et comment les originaux circulent"
    )
    prerequisites: tuple[PrerequisiteView, ...] = fact("prealables", "ce qui doit précéder la signature")
    later_steps: tuple[PrerequisiteView, ...] = fact(
        "autres_etapes", "ce qui peut suivre la signature : approbation postérieure, cofinancement à notifier"
    )
    following_steps: tuple[FollowingStepView, ...] = fact("suites", "ce qui doit suivre la signature")


def paper_view(case: Case, bodies: Sequence[ContractingBody], act: ActView, digest: str | None) -> PaperView:
    """Return what the papers of a package share.

    Args:
        case: the case.
        bodies: those who contract; there is at least one.
        act: the act of the package.
        digest: SHA-256 of its rendered original, None until it is rendered.
    """
    origin = sender(bodies)
    planned = case.action.transmission.planned if case.action.transmission else None
    from_origin = sender_view(case, origin)
    return PaperView(
        act=act,
        digest=digest or Missing(Gap.ORIGINAL_DIGEST),
        sender=from_origin,
        has_circuit=bool(legs(case)),
        transmissions=tuple(_transmissions(case, bodies)),
        returns=ReturnView(
            day=Dated(planned) if planned else "",
            to=Formed(origin.noun, Form.TO),
            address=from_origin.address,
        ),
        signing_steps=tuple(signing_step_views(case, bodies)),
        prerequisites=tuple(prerequisites(case, bodies, bars=True)),
        later_steps=tuple(prerequisites(case, bodies, bars=False)),
        following_steps=tuple(following_step_views(case, bodies)),
    )


def sender_view(case: Case, body: ContractingBody) -> SenderView:
    """Return who sends something: a body, its seat, and its service that leads the action if it receives an original.

    A service is known to be a body's own by the original that it receives; its address is then known too.
    """
    own = [original for original in case.action.originals if original.party == body.identifier]
    desk = lead_desk(case, body.identifier)
    noun, seat = body.noun, body.view.seat
    addressed = desk or next((one for one in own if not authority_served(case, one)), None)
    address = (desk.address if desk else None) or (seat if isinstance(seat, str) else "")
    return SenderView(
        plain=Formed(noun, Form.PLAIN),
        the=Formed(noun, Form.THE),
        of=Formed(noun, Form.OF),
        ending=Agreement(noun.forms.gender),
        service=(desk.recipient or "") if desk else "",
        address=address or ((addressed.address or "") if addressed else ""),
    )


def act_view(case: Case, title: Noun | None, annexes: tuple[AnnexView, ...]) -> ActView:
    """Return the act that the package carries.

    Args:
        case: the case.
        title: the title of its kind; None when no kind of the workspace is the act of a package.
        annexes: its live annexes.
    """

    def titled(form: Form) -> Formed | Missing:
        return Formed(title, form) if title else Missing(Gap.ACT)

    return ActView(
        title_alone=titled(Form.PLAIN),
        opening_title=titled(Form.OPENING),
        the=titled(Form.THE),
        opening=titled(Form.OPENING_THE),
        of=titled(Form.OF),
        to=titled(Form.TO),
        ending=Agreement((title or Noun("")).forms.gender),
        number=case.action.number,
        heading=free_text(case.action.title, sentences.ACTION_TITLE, Missing(Gap.ACTION_TITLE)),
        annexes=annexes,
    )


def sender(bodies: Sequence[ContractingBody]) -> ContractingBody:
    """Return the body that sends the package: the first party whose law asks for a transmission, else the first."""
    return next((body for body in bodies if body.view.transmits), bodies[0])


def _transmissions(case: Case, bodies: Sequence[ContractingBody]) -> Iterator[TransmissionView]:
    """Return to whom each party that must do so transmits the signed act, and how (CGCT L. 1115-1, L. 2131-1)."""
    planned = case.action.transmission.planned if case.action.transmission else None
    for body in bodies:
        if body.view.transmits:
            vote = case.deliberation(body.identifier)
            means = vote.transmission.means if vote and vote.transmission else None
            yield TransmissionView(
                party=agreed_name(body.noun),
                authority=ToAuthority(body.view.controller),
                means=SentBy(means) if means else "",
                due=Dated(planned) if planned else "",
            )
