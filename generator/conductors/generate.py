"""Generating: one action, from what was loaded to its drafts, its final documents or its signature package.

Drafts, final documents and the package share one path: plan, gate, render, compare with what was voted, publish. Each
function returns what was found and what was written; none prints, exits, or raises for what a user wrote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from generator import __version__
from generator.acts.planning import Plan
from generator.acts.substance_of_case import as_json, substance_file, substance_of
from generator.artifacts import Document, DocumentRequest, Package
from generator.case.records import Case
from generator.findings import Finding, Place, by_place, errors
from generator.judgement import findings_of_case
from generator.load import LoadedCase, load_cases
from generator.messages import kinds as messages
from generator.model import DocumentKind
from generator.model.kind import PackageRole, Stage, Subject
from generator.outcome import Outcome
from generator.package import Record, assemble
from generator.publish import publish_documents, publish_package
from generator.rules import RULES, barring, effective_settings
from generator.shelf import Shelf, UnrenderedError
from generator.workspace import DRAFTS, FINALS, Workspace


@dataclass(frozen=True, slots=True)
class Request:
    """What to generate: drafts or final documents, which kinds, where.

    Attributes:
        final: final documents rather than drafts.
        only: the kinds wanted; empty for all drafts, or for the signature package.
        output: the folder to write into, instead of the workspace's own.
        overwrite: replace drafts that were edited by hand, keeping a copy of each.
    """

    final: bool = False
    only: tuple[str, ...] = ()
    output: Path | None = None
    overwrite: bool = False

    @property
    def is_package(self) -> bool:
        """Whether the signature package is wanted."""
        return self.final and not self.only

    def kinds(self, shelf: Shelf) -> Sequence[str]:
        """The kinds to plan; empty for every kind of draft."""
        return shelf.original_kinds if self.is_package else self.only

    def stages(self, shelf: Shelf) -> set[Stage]:
        """The stages whose errors forbid what is wanted; none forbids a draft."""
        if self.is_package:
            return {Stage.SIGNATURE}
        return {shelf.kinds[name].stage for name in self.only} if self.final else set()

    def needs_act(self, shelf: Shelf) -> bool:
        """Whether the package is made, or one of the papers that name its act."""
        return self.is_package or bool(shelf.paper_kinds & set(self.only))

    def folder(self, case: Case, workspace: Workspace) -> Path:
        """The folder of an action's outputs."""
        if self.output is None:
            return workspace.output(case.action.number)
        return self.output / case.action.year / case.action.number


def generate(paths: Sequence[Path], workspace: Workspace, request: Request) -> Iterator[Outcome]:
    """Generate the documents of actions; one that fails stops no other."""
    shelf = Shelf.of(workspace)
    faults = tuple(shelf.faults(request.only, needs_act=request.needs_act(shelf)))
    for path, loaded in zip(paths, load_cases(paths, workspace), strict=True):
        yield Outcome(path, faults, done=False) if faults else _generate_one(path, loaded, shelf, request)


def _generate_one(path: Path, loaded: LoadedCase, shelf: Shelf, request: Request) -> Outcome:
    findings = findings_of_case(loaded, final=request.final)
    if loaded.case is None or not loaded.is_complete:
        return Outcome(path, findings, done=False)
    run = _Run(loaded, loaded.case, shelf, request)
    try:
        return run.outcome(path, findings)
    except UnrenderedError as faults:
        return Outcome(path, tuple(by_place([*findings, *faults.findings])), done=False)


@dataclass(frozen=True)
class _Run:
    """One action on its way to its documents."""

    loaded: LoadedCase
    case: Case
    shelf: Shelf
    request: Request

    @cached_property
    def plan(self) -> Plan:
        """What the action calls for."""
        return Plan.of(self.case, self.shelf.kinds, draft=not self.request.final)

    def outcome(self, path: Path, findings: tuple[Finding, ...]) -> Outcome:
        """Go through the steps; stop where a final document is refused.

        Raises:
            UnrenderedError: a document cannot be rendered; nothing was written.
        """
        final, draft = self.request.final, not self.request.final
        planned = self.plan.documents(self.request.kinds(self.shelf))
        unmade = self._unmade(planned)
        if final and (unmade or self._barred(findings)):
            return Outcome(path, (*findings, *unmade), done=False)
        documents = [self._with_data(document) for document in self.shelf.render(planned, draft=draft)]
        changes = self._changes_since_votes(documents) if final else []
        findings = tuple(by_place([*findings, *changes])) if final else findings
        if any(errors(changes)):
            return Outcome(path, findings, done=False)
        produced, found = self._published(documents, findings)
        return Outcome(path, (*findings, *found, *unmade), tuple(produced), done=not any(errors(found)))

    def _barred(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the errors that forbid what is wanted."""
        return [found for stage in self.request.stages(self.shelf) for found in barring(findings, stage)]

    def _unmade(self, planned: Sequence[DocumentRequest]) -> list[Finding]:
        """Say which of the kinds asked for had nothing to be made for."""
        made = {document.kind for document in planned}
        return [self._nothing_to_make(name) for name in self.request.only if name not in made]

    def _nothing_to_make(self, name: str) -> Finding:
        place = Place(self.shelf.workspace.name_of(self.shelf.path(name)))
        reason = _reason(self.shelf.kinds[name])
        return messages.NOTHING_TO_MAKE.at(place, numero=self.case.action.number, raison=(reason,))

    def _with_data(self, document: Document) -> Document:
        """Put beside the draft of an act that goes to a vote what it settles."""
        if self.request.final or document.kind not in self.shelf.original_kinds:
            return document
        return replace(document, data=substance_file(substance_of(self.case), document.content))

    def _changes_since_votes(self, documents: Sequence[Document]) -> list[Finding]:
        """Compare the act to sign with what each assembly approved."""
        from generator.vote_gate import changes_since_votes  # noqa: PLC0415 - drafts are compared with nothing

        acts = [document for document in documents if document.kind in self.shelf.original_kinds]
        substance = substance_of(self.case)
        return [
            found for act in acts for found in changes_since_votes(self.loaded.kept_texts, self.case, act, substance)
        ]

    def _published(
        self, documents: Sequence[Document], findings: Sequence[Finding]
    ) -> tuple[list[Path], list[Finding]]:
        """Write what was made: the package by one rename, other documents file by file."""
        folder = self.request.folder(self.case, self.shelf.workspace)
        if self.request.is_package:
            return [publish_package(self._package(documents[0], findings), folder)], []
        is_whole = not self.request.final and not self.request.only
        name = FINALS if self.request.final else DRAFTS
        return publish_documents(documents, folder / name, overwrite=self.request.overwrite, complete=is_whole)

    def _package(self, original: Document, findings: Sequence[Finding]) -> Package:
        """Render the papers of an original, and put all of it together."""
        papers = self.plan.package_papers(original)
        rendered = self.shelf.render(papers, draft=False)
        is_cover = {name: kind.package_role is PackageRole.COVER for name, kind in self.shelf.kinds.items()}
        kinds = {original.kind, *(paper.kind for paper in papers)}
        return assemble(
            original,
            [paper for paper in rendered if is_cover[paper.kind]],
            [paper for paper in rendered if not is_cover[paper.kind]],
            {**self.loaded.sources, **self.shelf.sources(kinds)},
            _record(self.case, findings),
        )


def _reason(kind: DocumentKind) -> str:
    if kind.subject is Subject.OFFICER_MISSION:
        return "aucun agent d’une partie qui délivre ses ordres de mission ne se déplace"
    return "sa condition n’est pas remplie"


def _record(case: Case, findings: Sequence[Finding]) -> Record:
    return Record(
        action=case.action.number,
        framework=case.framework.id,
        version=__version__,
        example=case.is_example,
        rules=tuple(rule.code for rule in RULES),
        findings=findings,
        settings=tuple(effective_settings(case.settings).values()),
        recipients=tuple(original.recipient or original.party for original in case.action.originals),
        substance=as_json(substance_of(case)),
    )
