"""Who receives something of a signature package, as the slip that goes with it sees it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Noun
from generator.acts.facts.package_steps import ActNumbered, Phrase
from generator.acts.facts.powers import Office
from generator.acts.view_fields import View, fact
from generator.acts.views.body_views import ContractingBody
from generator.acts.views.package_views import sender
from generator.case.records import Case
from generator.model.approvals import Original, SignatureMode


class RecipientView(View, title="Un destinataire"):
    """To whom something is sent."""

    name: str | Office | Missing = fact("nom", "service ou personne")
    body: str = fact("partie", "organisme")
    address: str | Missing = fact("adresse", "adresse ; vide à défaut")


class EnclosureView(View, title="Une pièce"):
    """Something that is sent."""

    designation: ActNumbered | Phrase | Missing = fact("designation", "désignation")
    count: str = fact("nombre", "nombre d’exemplaires")
    observation: str | Phrase = fact("observation", "observation")


class SendingView(View):
    """What a dispatch slip tells besides what all papers share."""

    recipient: RecipientView = fact("destinataire", "à qui l’envoi est fait")
    enclosures: tuple[EnclosureView, ...] = fact("pieces", "pièces envoyées")


def sendings(
    case: Case, bodies: Sequence[ContractingBody], names: Mapping[str, str], title: Noun | None
) -> Iterator[tuple[str, SendingView]]:
    """Return every sending of a package, with a short name for its file.

    Signatories receive every original « pour signature » when the originals circulate; each recipient then
    receives its own.

    Args:
        case: the case.
        bodies: those who contract; there is at least one.
        names: identifier of each body that may receive something → its name.
        title: title of the act; None when no kind of the workspace is the act of a package.
    """
    envelopes = _Envelopes(case, bodies, names, title)
    if case.action.signature.mode is SignatureMode.CIRCULATION:
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
        """Send every original to each signatory but the body that sends them."""
        origin = sender(self.bodies).identifier
        for body in self.bodies:
            if body.identifier != origin:
                yield f"{body.identifier}-signature", self._to_signatory(body)

    def _to_signatory(self, body: ContractingBody) -> SendingView:
        count = str(len(self.case.action.originals))
        act = self._act()
        return SendingView(
            recipient=RecipientView(
                name=body.view.signatory.opening_title, body=body.noun.text, address=body.view.seat
            ),
            enclosures=(
                EnclosureView(designation=act, count=count, observation=Phrase.FOR_SIGNATURE),
                EnclosureView(designation=Phrase.SIGNING_INSTRUCTIONS, count="1", observation=Phrase.FOR_INFORMATION),
                EnclosureView(designation=act, count=count, observation=Phrase.IN_RETURN),
            ),
        )

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
        return SendingView(
            recipient=RecipientView(
                name=known(first.recipient, missing),
                body=self.names.get(first.party, first.party),
                address=first.address or "",
            ),
            enclosures=tuple(self._copy(rank) for rank in ranks),
        )

    def _copy(self, rank: int) -> EnclosureView:
        purpose = self._original(rank).purpose
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
