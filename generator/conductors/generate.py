"""Generating: one action, from what was loaded to its drafts, its final documents or its signature package.

Each function returns what was found and what was written; none prints, exits, or raises for what a user wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import Finding, Place
from generator.load import CaseLoader
from generator.making import Request, make
from generator.messages import outputs
from generator.messages.message import InFull
from generator.outcome import Outcome
from generator.shelf import Shelf
from generator.workspace import Workspace, forms_of_one_number

if TYPE_CHECKING:
    from generator.package.signature import Signer


def generate(paths: Sequence[Path], workspace: Workspace, request: Request) -> Iterator[Outcome]:
    """Generate the documents of actions; one that fails stops no other."""
    shelf = Shelf.of(workspace)
    faults = list(shelf.faults(request.only, needs_act=request.wanted.needs_act(shelf)))
    signer, unusable = _signer_of(request)
    faults += unusable
    loader = CaseLoader(workspace)
    forms = tuple(loader.forms(paths))
    of_year = tuple(name for name in request.only if name in shelf.kinds and shelf.kinds[name].subject.is_of_a_year)
    if of_year and not any(faults) and (homes := loader.whole_years(forms)):
        for home in homes:
            yield _of_year(home, of_year, loader, shelf, request)
        request = replace(request, only=tuple(name for name in request.only if name not in of_year))
        if not request.only:
            return
    twins = _twin_findings(forms, workspace)
    for form in forms:
        own = (*faults, *twins.get(form, ()))
        yield Outcome(form, own, done=False) if own else make(form, loader.case(form), shelf, request, signer)


def _of_year(home: Path, only: tuple[str, ...], loader: CaseLoader, shelf: Shelf, request: Request) -> Outcome:
    from generator.workshop import year_kinds_made  # noqa: PLC0415 - most runs make actions alone

    return year_kinds_made(home, only, loader, shelf, request)


def _signer_of(request: Request) -> tuple[Signer | None, tuple[Finding, ...]]:
    """Return what signs manifests, or why it cannot; neither when no key was given."""
    if request.sign_key is None:
        return None, ()
    from generator.package.signature import UnusableKeyError, read_signer  # noqa: PLC0415 - few packages are signed

    try:
        return read_signer(request.sign_key), ()
    except UnusableKeyError as error:
        return None, (error.finding,)


def _twin_findings(paths: Sequence[Path], workspace: Workspace) -> Mapping[Path, tuple[Finding, ...]]:
    """Tell of the forms whose documents would have one folder."""
    return {
        path: (
            outputs.SAME_NUMBER.at(
                Place(workspace.name_of(path)), autres=tuple(InFull(workspace.name_of(other)) for other in others)
            ),
        )
        for path, others in forms_of_one_number(paths).items()
    }
