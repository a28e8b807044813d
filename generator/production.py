"""Production: one loaded action taken to its documents, or to its signature package, in memory; nothing is written.

Whoever publishes a package and whoever makes it again from its own sources go through these steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator import __version__
from generator.acts.planning import Plan
from generator.acts.substance_of_case import as_json, substance_file, substance_of
from generator.artifacts import Document, DocumentRequest, Package
from generator.case.records import Case, Source
from generator.findings import Finding, Place, by_place, errors
from generator.load import LoadedCase
from generator.messages import outputs
from generator.messages import template_files as messages
from generator.messages.message import InFull
from generator.model import DocumentKind
from generator.model.kind import PackageRole, Stage, Subject
from generator.model.substance import Substance
from generator.package import Record, assemble
from generator.rules import RULES, barring, effective_settings
from generator.shelf import Shelf, UnrenderedError


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents are wanted.

    Attributes:
        final: final documents rather than drafts.
        only: the kinds wanted; empty for all drafts, or for the signature package.
    """

    final: bool = False
    only: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class Produced:
    """What one action gave.

    Attributes:
        findings: everything found, by place.
        documents: what was rendered; the act alone for a package; nothing when it was refused.
        unmade: which of the kinds asked for had nothing to be made for.
        is_refused: whether a final document was refused.
    """

    findings: tuple[Finding, ...]
    documents: tuple[Document, ...] = ()
    unmade: tuple[Finding, ...] = ()
    is_refused: bool = False


@dataclass(frozen=True)
class Production:
    """One action on its way to its documents."""

    loaded: LoadedCase
    case: Case
    shelf: Shelf
    wanted: Wanted

    @cached_property
    def plan(self) -> Plan:
        """What the action calls for."""
        return Plan.of(self.case, self.shelf.kinds, draft=not self.wanted.final)

    @cached_property
    def substance(self) -> Substance:
        """What the act settles."""
        return substance_of(self.case)

    def produced(self, findings: tuple[Finding, ...]) -> Produced:
        """Plan, gate, render, compare with what was voted; stop where a final document is refused.

        Raises:
            UnrenderedError: a document cannot be rendered, or two would have one file.
        """
        final = self.wanted.final
        planned = self.plan.documents(self.wanted.kinds(self.shelf))
        self._require_own_files(planned)
        unmade = tuple(self._unmade(planned))
        if final and (unmade or self._barred(findings)):
            return Produced(findings, (), unmade, is_refused=True)
        documents = tuple(self._with_data(document) for document in self.shelf.render(planned, draft=not final))
        changes = self._changes_since_votes(documents) if final else []
        findings = tuple(by_place([*findings, *changes])) if final else findings
        if any(errors(changes)):
            return Produced(findings, is_refused=True)
        return Produced(findings, documents, unmade)

    def package(self, original: Document, findings: Sequence[Finding]) -> Package:
        """Render the papers of an original, and put all of it together.

        Raises:
            UnrenderedError: a paper cannot be rendered, or two would have one file.
        """
        papers = self.plan.package_papers(original)
        self._require_own_files(papers)
        rendered = self.shelf.render(papers, draft=False)
        is_cover = {name: kind.package_role is PackageRole.COVER for name, kind in self.shelf.kinds.items()}
        kinds = {original.kind, *(paper.kind for paper in papers)}
        return assemble(
            original,
            [paper for paper in rendered if is_cover[paper.kind]],
            [paper for paper in rendered if not is_cover[paper.kind]],
            {**self.loaded.sources, **self.shelf.sources(kinds)},
            _record(self.case, findings, self.substance),
        )

    def _require_own_files(self, planned: Sequence[DocumentRequest]) -> None:
        """Refuse two documents that would be written to one file.

        Raises:
            UnrenderedError: there are some.
        """
        files = Counter(request.name.casefold() for request in planned)
        shared = [request for request in planned if files[request.name.casefold()] > 1]
        if shared:
            place = Place(self.shelf.workspace.name_of(self.shelf.workspace.templates))
            number = self.case.action.number
            raise UnrenderedError(
                outputs.SAME_NAME.at(place, numero=number, fichier=InFull(f"{request.name}.docx")) for request in shared
            )

    def _barred(self, findings: Sequence[Finding]) -> list[Finding]:
        """Return the errors that forbid what is wanted."""
        return [found for stage in self.wanted.stages(self.shelf) for found in barring(findings, stage)]

    def _unmade(self, planned: Sequence[DocumentRequest]) -> list[Finding]:
        """Say which of the kinds asked for had nothing to be made for."""
        made = {document.kind for document in planned}
        return [self._nothing_to_make(name) for name in self.wanted.only if name not in made]

    def _nothing_to_make(self, name: str) -> Finding:
        place, kind = Place(self.shelf.workspace.name_of(self.shelf.path(name))), self.shelf.kinds[name]
        if kind.subject.is_of_a_year:
            return messages.KIND_OF_A_YEAR.at(place, numero=self.case.action.number)
        reason = _reason(kind)
        return messages.NOTHING_TO_MAKE.at(place, numero=self.case.action.number, raison=(reason,))

    def _with_data(self, document: Document) -> Document:
        """Put beside the draft of an act that goes to a vote what it settles."""
        if self.wanted.final or document.kind not in self.shelf.original_kinds:
            return document
        return replace(document, data=substance_file(self.substance, document.content))

    def _changes_since_votes(self, documents: Sequence[Document]) -> list[Finding]:
        """Compare the act to sign with what each assembly approved."""
        from generator.vote_gate import changes_since_votes  # noqa: PLC0415 - drafts are compared with nothing

        acts = [document for document in documents if document.kind in self.shelf.original_kinds]
        return [
            found
            for act in acts
            for found in changes_since_votes(self.loaded.kept_texts, self.case, act, self.substance)
        ]


def _reason(kind: DocumentKind) -> str:
    if kind.subject is Subject.OFFICER_MISSION:
        return "aucun agent d’une partie qui délivre ses ordres de mission ne se déplace"
    return "sa condition n’est pas remplie"


def _record(case: Case, findings: Sequence[Finding], substance: Substance) -> Record:
    return Record(
        action=case.action.number,
        form=case.places[Source.ACTION].file,
        framework=case.framework.id,
        version=__version__,
        example=case.is_example,
        rules=tuple(rule.code for rule in RULES),
        findings=findings,
        settings=tuple(effective_settings(case.settings).values()),
        recipients=tuple(original.recipient or original.party for original in case.action.originals),
        substance=as_json(substance),
    )
