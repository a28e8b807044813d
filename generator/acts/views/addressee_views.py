"""Who receives something of a signature package, as the slip that goes with it sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Noun
from generator.acts.facts.package_steps import ActNumbered, BackBy, InformedAfterVisa, LegTold, Phrase
from generator.acts.facts.powers import Office
from generator.acts.view_fields import View, fact
from generator.acts.views.body_views import ContractingBody
from generator.acts.views.original_views import purpose_told, receiving_body
from generator.acts.views.package_views import SenderView, sender, sender_view
from generator.case.circulation import Relay, legs
from generator.case.records import Case
from generator.model.approvals import Original


class RecipientView(View, title="Un destinataire"):
    """To whom something is sent."""

    name: str | Office | Missing = fact("nom", "service, personne ou autorité")
    body: str = fact("partie", "organisme ; vide pour une autorité de tutelle, à qui l’on s’adresse en propre")
    address: str | Missing = fact("adresse", "adresse ; vide à défaut")


class EnclosureView(View, title="Une pièce"):
    """Something that is sent."""

    designation: ActNumbered | Phrase | Missing = fact("designation", "désignation")
    count: str = fact("nombre", "nombre d’exemplaires")
    observation: str | Phrase | InformedAfterVisa = fact("observation", "observation")


class ExpectedView(View, title="Une pièce attendue"):
    """Something that the recipient sends in turn."""

    designation: ActNumbered | Phrase | Missing = fact("designation", "désignation")
    count: str = fact("nombre", "nombre d’exemplaires")
    observation: str | Phrase = fact("observation", "observation")
    to: BackBy = fact("a", "à qui, après « à », et au plus tard quand")


class SendingView(View):
    """What a dispatch slip tells besides what all papers share."""

    leg: LegTold | Nothing = fact("etape", "« Circulation des originaux – étape 1 sur 2 » ; vide hors circulation")
    origin: SenderView = fact("origine", "qui fait cet envoi : l’expéditeur du dossier, ou le signataire précédent")
    recipient: RecipientView = fact("destinataire", "à qui l’envoi est fait")
    enclosures: tuple[EnclosureView, ...] = fact("pieces", "pièces envoyées")
    expected: tuple[ExpectedView, ...] = fact("attendus", "pièces que le destinataire renvoie ou fait suivre")


def sendings(
    case: Case, bodies: Sequence[ContractingBody], names: Mapping[str, str], title: Noun | None
) -> Iterator[tuple[str, SendingView]]:
    """Return every sending of a package, with a short name for its file.

    When the originals circulate, all of them travel from one signatory to the next, leg by leg; each recipient then
    receives its own.

    Args:
        case: the case.
        bodies: those who contract; there is at least one.
        names: identifier of each body that may receive something → its name.
        title: title of the act; None when no kind of the workspace is the act of a package.
    """
    envelopes = _Envelopes(case, bodies, names, title)
    yield from envelopes.for_signature()
    yield from envelopes.for_recipients()


@dataclass(frozen=True, slots=True)
class _Envelopes:
    """What the sendings of a package are made from."""

    case: Case
    bodies: Sequence[ContractingBody]
    names: Mapping[str, str]
    title: Noun | None

    def for_signature(self) -> Iterator[tuple[str, SendingView]]:
        """Send every original from one signatory to the next, and back to who sends the package."""
        journeys = legs(self.case)
        for leg in journeys:
            onward = next((after for after in journeys if after.rank == leg.rank + 1), None)
            yield f"etape-{leg.rank}-{leg.to}", self._on_leg(leg, onward, len(journeys))

    def _on_leg(self, leg: Relay, onward: Relay | None, total: int) -> SendingView:
        body = self._body(leg.to)
        originals = Phrase.SIGNED_BY_ALL if leg.is_return else Phrase.FOR_SIGNATURE
        return SendingView(
            leg=LegTold(leg.rank, total),
            origin=sender_view(self.case, self._body(leg.origin)),
            recipient=RecipientView(
                name=body.view.signatory.opening_title,
                body=body.noun.text,
                address=sender_view(self.case, body).address,
            ),
            enclosures=tuple(self._for_all(originals)),
            expected=tuple(self._sent_on(leg, onward)),
        )

    def _for_all(self, originals: Phrase) -> Iterator[EnclosureView]:
        """Return what travels with the originals, each counted once."""
        count = str(len(self.case.action.originals))
        yield EnclosureView(designation=self._act(), count=count, observation=originals)
        yield EnclosureView(designation=Phrase.COVERS, count=count, observation=Phrase.WITH_THE_ORIGINALS)
        for paper in (Phrase.SIGNING_INSTRUCTIONS, Phrase.PREREQUISITE_LIST):
            yield EnclosureView(designation=paper, count="1", observation=Phrase.FOR_INFORMATION)

    def _sent_on(self, leg: Relay, onward: Relay | None) -> Iterator[ExpectedView]:
        """Return what the recipient sends in turn: a receipt to whom it has it from, the originals to who is next."""
        if onward is not None:
            yield ExpectedView(
                designation=self._act(),
                count=str(len(self.case.action.originals)),
                observation=Phrase.SIGNED_AND_INITIALLED,
                to=BackBy(self._body(onward.to).noun, onward.due),
            )
        yield self._receipt(self._body(leg.origin))

    def _receipt(self, origin: ContractingBody) -> ExpectedView:
        return ExpectedView(
            designation=Phrase.RECEIPT, count="1", observation=Phrase.TO_FILL_IN, to=BackBy(origin.noun, None)
        )

    def _body(self, identifier: str) -> ContractingBody:
        return next(body for body in self.bodies if body.identifier == identifier)

    def for_recipients(self) -> Iterator[tuple[str, SendingView]]:
        """Send each recipient its own originals, in one envelope."""
        groups: dict[tuple[str, str, str], list[int]] = {}
        for rank, original in enumerate(self.case.action.originals, start=1):
            groups.setdefault(_recipient_key(original), []).append(rank)
        for index, ((party, _, _), ranks) in enumerate(groups.items(), start=1):
            yield f"{party}-{index}", self._to_recipient(ranks)

    def _to_recipient(self, ranks: Sequence[int]) -> SendingView:
        first = self._original(ranks[0])
        missing = Missing(Gap.ORIGINAL_RECIPIENT, about=str(ranks[0]))
        origin = sender(self.bodies)
        return SendingView(
            leg="",
            origin=sender_view(self.case, origin),
            recipient=RecipientView(
                name=known(first.recipient, missing),
                body=receiving_body(self.case, first, self.names),
                address=first.address or "",
            ),
            enclosures=tuple(self._copy(rank) for rank in ranks),
            expected=(self._receipt(origin),),
        )

    def _copy(self, rank: int) -> EnclosureView:
        purpose = purpose_told(self.case, self._original(rank))
        return EnclosureView(
            designation=self._act((rank, len(self.case.action.originals))),
            count="1",
            observation=purpose or Phrase.FOR_ALLOCATION,
        )

    def _original(self, rank: int) -> Original:
        return self.case.action.originals[rank - 1]

    def _act(self, copy: tuple[int, int] | None = None) -> ActNumbered | Missing:
        return ActNumbered(self.title, self.case.action.number, copy) if self.title else Missing(Gap.ACT)


def _recipient_key(original: Original) -> tuple[str, str, str]:
    """Return what tells recipients apart: two originals for one desk travel in one envelope."""
    return (original.party, original.recipient or "", original.address or "")
