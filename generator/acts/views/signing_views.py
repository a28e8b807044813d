"""The signature, as templates see it: together or by circulation, and who signs where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.acts.facts.fact import Nothing
from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Form, Formed, Noun, NounList
from generator.acts.facts.package_steps import OnwardSending, ReceivedFrom
from generator.acts.facts.quantities import Dated, dated
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.body_views import BodyView, ContractingBody
from generator.case.circulation import Relay, legs, signing_order
from generator.case.records import Case
from generator.model.approvals import SignatureMode


class BlockView(View, title="Un bloc de signature"):
    """Where a body signs: its planned place takes the name of the body's own."""

    body: BodyView = spread()
    signing_place: str | Missing = fact("lieu", "lieu prévu de sa signature")
    signing_town: Formed | Missing = fact("a_lieu", "le même après « à » : « aux Aubiers », « à Valmont »")
    signing_day: Dated | Missing = fact("date", "date prévue de sa signature")


class BlockPairView(View, title="Deux blocs de signature côte à côte"):
    """A row of the table of signatures."""

    left: BlockView = fact("gauche", "bloc de gauche")
    right: BlockView | None = fact("droite", "bloc de droite ; faux s’il n’y en a pas")


class SigningStepView(View, title="Une étape de la signature"):
    """Who signs at one step, from whom the originals come, to whom they go next."""

    rank: str = fact("rang", "rang de la signature")
    block: BlockView = spread()
    received: ReceivedFrom | Nothing = fact(
        "reception", "« reçoit les originaux de…, par le bordereau de l’étape 1 » ; vide pour qui les détient"
    )
    onward: OnwardSending | Nothing = fact(
        "envoi", "« les adresse à…, par le bordereau de l’étape 2… » ; vide pour qui les garde"
    )


class SigningView(View, title="La signature"):
    """The signature."""

    is_ceremony: bool = fact("ceremonie", "tous signent ensemble")
    is_circulation: bool = fact("circulation", "les originaux circulent")
    place: str | Missing = fact("lieu", "lieu")
    day: Dated | Missing = fact("date", "date")
    blocks: tuple[BlockView, ...] = fact("blocs", "blocs de signature, dans l’ordre des signatures")
    rows: tuple[BlockPairView, ...] = fact("rangees", "les mêmes, deux par deux")
    order: NounList = fact("ordre", "les signataires dans l’ordre, énumérés")


def signing_view(case: Case, bodies: Sequence[ContractingBody]) -> SigningView:
    """Return the signature of an act by the bodies that contract."""
    signature = case.action.signature
    ordered = _in_signature_order(case, bodies)
    blocks = tuple(_block(case, body) for body in ordered)
    return SigningView(
        is_ceremony=signature.mode is SignatureMode.CEREMONY,
        is_circulation=signature.mode is SignatureMode.CIRCULATION,
        place=known(signature.place, Missing(Gap.SIGNATURE_PLACE)),
        day=dated(signature.day, Missing(Gap.SIGNATURE_DAY)),
        blocks=blocks,
        rows=tuple(_pairs(blocks)),
        order=NounList([body.noun for body in ordered], Form.THE),
    )


def _in_signature_order(case: Case, bodies: Sequence[ContractingBody]) -> list[ContractingBody]:
    """Return the bodies in the framework's own order of signatures, then the associated bodies."""
    rank = {identifier: index for index, identifier in enumerate(case.framework.signature_order)}
    return sorted(bodies, key=lambda body: rank.get(body.identifier, len(rank)))


def _pairs(blocks: Sequence[BlockView]) -> Iterator[BlockPairView]:
    """Return the blocks two by two, the last alone when their number is odd."""
    for left, right in zip_longest(blocks[::2], blocks[1::2]):
        yield BlockPairView(left=left, right=right)


def _block(case: Case, body: ContractingBody) -> BlockView:
    day, place = case.signature_day(body.identifier), _signing_place(case, body.identifier)
    return BlockView(
        body=body.view,
        signing_place=place,
        signing_town=place if isinstance(place, Missing) else Formed(Noun(place), Form.TO),
        signing_day=dated(day, Missing(Gap.BODY_SIGNATURE_DAY, body.noun)),
    )


def _signing_place(case: Case, identifier: str) -> str | Missing:
    signature = case.action.signature
    if signature.mode is SignatureMode.CEREMONY:
        place = signature.place
    else:
        place = next((planned.place for planned in signature.by_party if planned.party == identifier), None)
    return known(place, Missing(Gap.SIGNATURE_PLACE))


def signing_step_views(case: Case, bodies: Sequence[ContractingBody]) -> Iterator[SigningStepView]:
    """Return who signs, in order, and how the originals travel between those who do; nothing travels to a ceremony."""
    by_identifier = {body.identifier: body for body in bodies}
    journeys = legs(case)
    for rank, identifier in enumerate(signing_order(case), start=1):
        are_several = by_identifier[identifier].noun.forms.plural
        inward = next((leg for leg in journeys if leg.to == identifier and not leg.is_return), None)
        onward = next((leg for leg in journeys if leg.origin == identifier and _leaves(leg, inward)), None)
        yield SigningStepView(
            rank=str(rank),
            block=_block(case, by_identifier[identifier]),
            received=ReceivedFrom(by_identifier[inward.origin].noun, inward.rank, are_several) if inward else "",
            onward=OnwardSending(by_identifier[onward.to].noun, onward.rank, onward.due, onward.is_return, are_several)
            if onward
            else "",
        )


def _leaves(leg: Relay, inward: Relay | None) -> bool:
    """Whether the originals leave on a leg after they came on another; who sends them first has them from the start."""
    return inward is None or leg.rank > inward.rank
