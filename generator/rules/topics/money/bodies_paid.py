"""Who is paid by the action: subsidised bodies and their instalments, however an instalment names whom it pays."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.party_law import transmitting_parties
from generator.case.records import Case
from generator.findings import Path
from generator.model.action import AssociatedBody, BodyKind, Subsidy
from generator.model.budget import Payment

PRIVATE_BODIES = frozenset({BodyKind.ASSOCIATION, BodyKind.COMPANY})
"""Bodies of private law, which loi 2000-321 has in view."""

_ARTICLES = ("le ", "la ", "les ", "l’", "l'")


def subsidies(case: Case) -> Iterator[tuple[Path, AssociatedBody, Subsidy]]:
    """Yield every subsidy with its path and the body that receives it."""
    for rank, body in enumerate(case.action.associated_bodies):
        if body.subsidy is not None:
            yield ("organismes_associes", rank, "subvention"), body, body.subsidy


def home_subsidies(case: Case) -> Iterator[tuple[Path, AssociatedBody, Subsidy]]:
    """Yield the subsidies that parties of the home country give to private bodies."""
    home = {party.id for party in transmitting_parties(case)}
    for path, body, subsidy in subsidies(case):
        if body.kind in PRIVATE_BODIES and subsidy.payer in home:
            yield path, body, subsidy


def payments_to(case: Case, body: AssociatedBody) -> list[tuple[int, Payment]]:
    """Return the instalments that a body receives, with their ranks."""
    names = _names_of(body)
    return [(rank, payment) for rank, payment in enumerate(case.action.payments) if _bare(payment.payee or "") in names]


def _names_of(body: AssociatedBody) -> set[str]:
    return {_bare(name) for name in (body.id, body.name, body.designation) if name}


def _bare(name: str) -> str:
    """Return a name without case, article and no-break spaces: « L’Association » and « association » are one."""
    bare = " ".join(name.split()).casefold()
    return next((bare.removeprefix(article) for article in _ARTICLES if bare.startswith(article)), bare)
