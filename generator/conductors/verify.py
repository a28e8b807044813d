"""Signature packages that were published: whether they are intact, and what their own sources give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator import __version__
from generator.artifacts import MANIFEST, Package
from generator.findings import Finding, Place, Severity, errors
from generator.judgement import findings_of_case
from generator.load import load_case
from generator.messages import signature_packages
from generator.messages.message import InFull
from generator.outcome import Outcome
from generator.package import made_by
from generator.package.provenance import (
    differences_from_sources,
    is_same_document,
    origin_of,
    original_in,
    sources_of,
)
from generator.package.signature import UnusableKeyError, Witness, read_witness, signature_differences
from generator.package.verification import verify
from generator.production import Production, Wanted
from generator.publish import laid_out
from generator.shelf import Shelf, UnrenderedError
from generator.workspace import Workspace


def verify_packages(folders: Sequence[Path], public_key: Path | None = None) -> Iterator[Outcome]:
    """Compare packages with their manifests and with what their sources give; an intact one is told as done.

    Args:
        folders: the packages.
        public_key: the file of the public key of who should have signed them; None to look at no signature.
    """
    try:
        witness = read_witness(public_key) if public_key else None
    except UnusableKeyError as error:
        yield Outcome(folders[0], (error.finding,), done=False)
        return
    for folder in folders:
        found = tuple(_differences(folder, witness))
        is_intact = all(finding.severity is Severity.INFORMATION for finding in found)
        yield Outcome(folder, found, done=is_intact)


def _differences(folder: Path, witness: Witness | None) -> list[Finding]:
    """Return what is wrong with a package, else what its verification leaves open."""
    return verify(folder) or [*_differences_from_sources(folder), *signature_differences(folder, witness)]


def _differences_from_sources(folder: Path) -> list[Finding]:
    """Make a package again from its own sources, in memory, and compare the two."""
    origin, place = origin_of(folder), Place((folder / MANIFEST).as_posix())
    if origin.program != made_by(__version__):
        made = InFull(origin.program.removeprefix(made_by("")))
        return [signature_packages.NOT_MADE_AGAIN.at(place, ancienne=made, presente=InFull(__version__))]
    if origin.is_told and not origin.form:
        return [signature_packages.FORM_FROM_ELSEWHERE.at(place)]
    try:
        with laid_out(sources_of(folder)) as sources:
            again = _made_again(folder, Workspace(sources), origin.form if origin.is_told else "")
    except _UnmadeError as refused:
        return [signature_packages.SOURCES_REFUSED.at(place, raison=(InFull(refused.reason),))]
    return list(differences_from_sources(folder, again))


class _UnmadeError(Exception):
    """The sources of a package give none; ``reason`` says why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = next(iter(errors(findings)), None)
        self.reason = f"{first.place} : {first.message}" if first else "le formulaire de l’action n’y est pas"
        super().__init__(self.reason)


def _made_again(folder: Path, workspace: Workspace, form: str) -> Package:
    """Make a package from its sources, laid out as a workspace, as generating does.

    Where the act differs from the one there by its compression alone, the latter is taken: covers bear its digest.

    Raises:
        _UnmadeError: a source is missing or faulty, or a rule refuses the act.
    """
    if not form:
        raise _UnmadeError([])
    loaded = load_case(workspace.root / form, workspace)
    findings = findings_of_case(loaded, final=True)
    shelf = Shelf.of(workspace)
    wanted = Wanted(final=True)
    faults = list(shelf.faults((), needs_act=True))
    if loaded.case is None or not loaded.is_complete or faults:
        raise _UnmadeError([*findings, *faults])
    production = Production(loaded, loaded.case, shelf, wanted)
    try:
        produced = production.produced(findings)
        if produced.is_refused:
            raise _UnmadeError(produced.findings)
        original = produced.documents[0]
        there = original_in(folder)
        if is_same_document(there, original.content):
            original = replace(original, content=there)
        return production.package(original, produced.findings)
    except UnrenderedError as faulty:
        raise _UnmadeError(faulty.findings) from None
