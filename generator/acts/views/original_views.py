"""The originals and the annexes, as templates see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.package_steps import InformedAfterVisa
from generator.acts.view_fields import View, fact, spread
from generator.acts.views.name_views import CountView, count_view
from generator.case.circulation import authority_served, visa_given
from generator.case.records import Case
from generator.model.approvals import Original


class OriginalView(View, title="Un original"):
    """Who receives one of the originals."""

    rank: str = fact("rang", "numéro de l’exemplaire")
    body: str = fact("partie", "organisme qui le reçoit")
    body_identifier: str = fact("partie_id", "identifiant de cet organisme")
    recipient: str | Missing = fact("destinataire", "service ou personne qui le reçoit")
    address: str = fact("adresse", "adresse ; vide à défaut")
    purpose: str = fact("usage", "usage de l’exemplaire ; vide à défaut")


class OriginalsView(View, title="Les originaux"):
    """How many originals there are, and who receives each."""

    count: CountView = spread()
    each_body_has_one: bool = fact("un_pour_chacun", "chaque contractant reçoit un original")
    recipients: tuple[OriginalView, ...] = fact("destinataires", "qui reçoit chaque original")


class CopyView(View, title="Un exemplaire"):
    """The original that a cover goes with.

    The authority that supervises a party is addressed as itself, and is informed once it gave its visa.
    """

    rank: str = fact("rang", "numéro de l’exemplaire")
    body: str = fact("partie", "organisme qui le reçoit ; vide pour une autorité de tutelle")
    recipient: str | Missing = fact("destinataire", "service, personne ou autorité qui le reçoit")
    address: str = fact("adresse", "adresse ; vide à défaut")
    purpose: str | InformedAfterVisa = fact("usage", "usage de l’exemplaire ; vide à défaut")
    total: str | Missing = fact("total", "nombre d’originaux")


class CopyPaperView(View):
    """What a cover tells besides what all papers share."""

    copy: CopyView = fact("exemplaire", "exemplaire que la page accompagne")


class AnnexView(View, title="Une annexe"):
    """An annex in the list of an act."""

    rank: str = fact("rang", "numéro")
    heading: str = fact("intitule", "intitulé")


class AnnexesView(View):
    """The live annexes of a document."""

    annexes: tuple[AnnexView, ...] = fact(
        "annexes", "annexes de ce document, telles que son dernier article les énumère"
    )


def originals_view(case: Case, names: Mapping[str, str]) -> OriginalsView:
    """Return the number of originals and who receives each.

    Args:
        case: the case.
        names: identifier of each body that may receive one → its name.
    """
    total = originals_total(case)
    return OriginalsView(
        count=count_view(total),
        each_body_has_one=_each_body_has_one(case, total),
        recipients=tuple(_originals(case, names)),
    )


def copy_views(case: Case, names: Mapping[str, str]) -> tuple[CopyView, ...]:
    """Return each original that is listed, with the number of all of them."""
    total = count_view(originals_total(case)).figures
    return tuple(
        CopyView(
            rank=told.rank,
            body=receiving_body(case, original, names),
            recipient=told.recipient,
            address=told.address,
            purpose=purpose_told(case, original),
            total=total,
        )
        for told, original in zip(_originals(case, names), case.action.originals, strict=True)
    )


def receiving_body(case: Case, original: Original, names: Mapping[str, str]) -> str:
    """Return the body whose desk receives an original; nothing for an authority, which is addressed as itself."""
    return "" if authority_served(case, original) else names.get(original.party, original.party)


def purpose_told(case: Case, original: Original) -> str | InformedAfterVisa:
    """Return what an original is for; an authority that gave its visa is informed."""
    visa = visa_given(case, original)
    if visa is not None and visa.day is not None:
        return InformedAfterVisa(visa.number, visa.day)
    return original.purpose or ""


def originals_total(case: Case) -> int | None:
    """Return how many originals are signed."""
    return case.originals_due


def annex_views(listed: Iterable[Mapping[str, str]]) -> tuple[AnnexView, ...]:
    """Return the live annexes of an act, from their rank (``rang``) and heading (``intitule``)."""
    return tuple(AnnexView(rank=annex["rang"], heading=annex["intitule"]) for annex in listed)


def _originals(case: Case, names: Mapping[str, str]) -> list[OriginalView]:
    return [
        OriginalView(
            rank=str(rank),
            body=names.get(original.party, original.party),
            body_identifier=original.party,
            recipient=known(original.recipient, Missing(Gap.ORIGINAL_RECIPIENT, about=str(rank))),
            address=original.address or "",
            purpose=original.purpose or "",
        )
        for rank, original in enumerate(case.action.originals, start=1)
    ]


def _each_body_has_one(case: Case, total: int | None) -> bool:
    """Whether every contracting body receives an original; parties of one side may share theirs.

    A private deed that binds several needs as many originals as parties with a distinct interest (Code civil,
    article 1375, formerly 1325).
    """
    bodies = set(case.signing_ids)
    served = {original.party for original in case.action.originals}
    return (total is None or total >= len(bodies)) and (not served or bodies <= served)
