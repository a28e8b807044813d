"""Making: one loaded action taken to what stands in ``output/``: its drafts, its final documents, or its package.

Floor 6: conductors that make actions share it. Nothing here prints, exits, or raises for what a user wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.case.records import Case
from generator.findings import Finding, by_place, errors
from generator.judgement import findings_of_case
from generator.load import LoadedCase
from generator.outcome import Outcome
from generator.production import Produced, Production, Wanted
from generator.publish import publish_documents, publish_finals, publish_package
from generator.shelf import Shelf, UnrenderedError
from generator.workspace import DRAFTS, FINALS, Workspace

if TYPE_CHECKING:
    from generator.package.signature import Signer


@dataclass(frozen=True, slots=True)
class Request:
    """What to generate: drafts or final documents, which kinds, where.

    Attributes:
        final: final documents rather than drafts.
        only: the kinds wanted; empty for all drafts, or for the signature package.
        output: the folder to write into, instead of the workspace's own.
        overwrite: replace drafts that were edited by hand, keeping a copy of each.
        sign_key: the file of the private key that signs the manifest of a package; None for no signature.
    """

    final: bool = False
    only: tuple[str, ...] = ()
    output: Path | None = None
    overwrite: bool = False
    sign_key: Path | None = None

    @property
    def wanted(self) -> Wanted:
        """Which documents are wanted."""
        return Wanted(self.final, self.only)

    def folder(self, case: Case, workspace: Workspace) -> Path:
        """The folder of an action's outputs."""
        if self.output is None:
            return workspace.output(case.action.number)
        return self.output / case.action.year / case.action.number


def make(path: Path, loaded: LoadedCase, shelf: Shelf, request: Request, signer: Signer | None = None) -> Outcome:
    """Make what is wanted of one action, and write it.

    Raises:
        OSError: the disk refused.
    """
    findings = findings_of_case(loaded, final=request.final)
    if loaded.case is None or not loaded.is_complete:
        return Outcome(path, findings, done=False)
    production = Production(loaded, loaded.case, shelf, request.wanted)
    try:
        produced = production.produced(findings)
        if produced.is_refused:
            return Outcome(path, (*produced.findings, *produced.unmade), done=False)
        paths, found = _published(production, produced, request, signer)
    except UnrenderedError as faults:
        return Outcome(path, tuple(by_place([*findings, *faults.findings])), done=False)
    return Outcome(path, (*produced.findings, *found, *produced.unmade), tuple(paths), done=not any(errors(found)))


def _published(
    production: Production, produced: Produced, request: Request, signer: Signer | None
) -> tuple[list[Path], list[Finding]]:
    """Write what was made: the package by one rename, other documents file by file.

    Raises:
        UnrenderedError: a paper of the package cannot be rendered; nothing was written.
    """
    folder = request.folder(production.case, production.shelf.workspace)
    if request.wanted.is_package:
        package = production.package(produced.documents[0], produced.findings)
        return [publish_package(signer.signed(package) if signer else package, folder)], []
    if request.final:
        return publish_finals(produced.documents, folder / FINALS), []
    is_whole = not request.only
    return publish_documents(produced.documents, folder / DRAFTS, overwrite=request.overwrite, complete=is_whole)
