"""Making: one loaded action taken to what stands in ``output/``: its drafts, its final documents, or its package.

Floor 6: conductors that make actions share it. Nothing here prints, exits, or raises for what a user wrote. What is
made in memory and what is written are two steps: another machine may do the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.artifacts import Document, Package
from generator.findings import Finding, by_place, errors
from generator.judgement import findings_of_case
from generator.load import LoadedCase
from generator.outcome import Outcome
from generator.production import Production, Wanted
from generator.publish import publish_documents, publish_finals, publish_package
from generator.shelf import Shelf, UnrenderedError
from generator.workspace import DRAFTS, FINALS, Workspace, year_of

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

    def folder(self, number: str, workspace: Workspace) -> Path:
        """The folder of an action's outputs, by its number."""
        if self.output is None:
            return workspace.output(number)
        return self.output / year_of(number) / number


@dataclass(frozen=True, slots=True)
class Product:
    """What is to be written of one action, in memory.

    Attributes:
        path: the file of its form.
        number: the action's; empty when its form gives none.
        findings: everything found, by place.
        documents: its drafts, or the final documents asked for by their kinds.
        package: its signature package.
        is_sound: whether what was asked can be written.
    """

    path: Path
    number: str = ""
    findings: tuple[Finding, ...] = ()
    documents: tuple[Document, ...] = ()
    package: Package | None = None
    is_sound: bool = False


def make(path: Path, loaded: LoadedCase, shelf: Shelf, request: Request, signer: Signer | None = None) -> Outcome:
    """Make what is wanted of one action, and write it.

    Raises:
        OSError: the disk refused.
    """
    return written(product_of(path, loaded, shelf, request), shelf.workspace, request, signer)


def product_of(path: Path, loaded: LoadedCase, shelf: Shelf, request: Request) -> Product:
    """Make what is wanted of one action, in memory."""
    findings = findings_of_case(loaded, final=request.final)
    if loaded.case is None or not loaded.is_complete:
        return Product(path, findings=findings)
    number = loaded.case.action.number
    production = Production(loaded, loaded.case, shelf, request.wanted)
    try:
        produced = production.produced(findings)
        found = (*produced.findings, *produced.unmade)
        if produced.is_refused:
            return Product(path, number, found)
        if request.wanted.is_package:
            package = production.package(produced.documents[0], produced.findings)
            return Product(path, number, found, package=package, is_sound=True)
    except UnrenderedError as faults:
        return Product(path, number, tuple(by_place([*findings, *faults.findings])))
    return Product(path, number, found, produced.documents, is_sound=True)


def written(product: Product, workspace: Workspace, request: Request, signer: Signer | None = None) -> Outcome:
    """Write what was made: the package by one rename, other documents file by file.

    Raises:
        OSError: the disk refused.
    """
    if not product.is_sound:
        return Outcome(product.path, product.findings, done=False)
    folder = request.folder(product.number, workspace)
    if product.package is not None:
        package = signer.signed(product.package) if signer else product.package
        place, found = publish_package(package, folder)
        digests = {place / name: digest for name, digest in package.digests.items()}
        return Outcome(product.path, (*product.findings, *found), (place,), digests=digests)
    if request.final:
        return Outcome(product.path, product.findings, tuple(publish_finals(product.documents, folder / FINALS)))
    digests, found = publish_documents(
        product.documents, folder / DRAFTS, overwrite=request.overwrite, complete=not request.only
    )
    findings = (*product.findings, *found)
    return Outcome(product.path, findings, tuple(digests), done=not any(errors(found)), digests=digests)
