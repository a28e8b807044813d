"""The shelf: the workspace’s kinds of documents and their templates, each compiled at its first use, then kept.

A template that would not show « PROJET » or « EXEMPLE » in its headers is refused: what it makes would pass for a valid
act.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from generator.acts.catalogue import names_known
from generator.artifacts import Document, DocumentRequest
from generator.findings import Finding, Place
from generator.kept_templates import KeptTemplates
from generator.load import load_kind
from generator.messages import template_files as messages
from generator.messages.message import InFull
from generator.model import DocumentKind
from generator.model.kind import PackageRole, Subject
from generator.rendering import Fault, ReadValue, Template, TemplateErrors, catalogue_faults, compile_template
from generator.workspace import Workspace


class UnrenderedError(Exception):
    """Documents could not be made; ``findings`` say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in self.findings))

    def __reduce__(self) -> tuple[type[Self], tuple[tuple[Finding, ...]]]:
        """Cross to another process as what it was made of."""
        return type(self), (self.findings,)


@dataclass
class Shelf:
    """The kinds of a workspace and their compiled templates.

    Attributes:
        workspace: where they stand.
        kinds: name of each kind (its folder) → what its ``document.yaml`` says.
        findings: what is wrong with those files.
    """

    workspace: Workspace
    kinds: Mapping[str, DocumentKind] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    _compiled: dict[str, Template] = field(default_factory=dict)
    _refused: dict[str, tuple[Finding, ...]] = field(default_factory=dict)
    _kept: KeptTemplates | None = None
    _sources: dict[str, Mapping[str, bytes]] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace) -> Shelf:
        """Read every kind of a workspace."""
        loaded = {folder.name: load_kind(folder, workspace) for folder in workspace.kinds()}
        kinds = {name: kind.value for name, kind in loaded.items() if kind.value is not None}
        findings = tuple(finding for kind in loaded.values() for finding in kind.findings)
        kept = workspace.kept_templates
        return cls(workspace, kinds, findings, _kept=KeptTemplates(kept) if kept else None)

    @property
    def original_kinds(self) -> list[str]:
        """The kinds that say they are the act of the package; a sound workspace has one."""
        return [name for name, kind in self.kinds.items() if kind.package_role is PackageRole.ORIGINAL]

    @property
    def paper_kinds(self) -> set[str]:
        """The kinds that go with the act in a package."""
        return {
            name for name, kind in self.kinds.items() if kind.package_role in {PackageRole.COVER, PackageRole.PAPER}
        }

    @property
    def draft_kinds(self) -> set[str]:
        """The kinds of which every action has drafts, if its case calls for them."""
        own = {name for name, kind in self.kinds.items() if not (kind.on_request or kind.subject.is_of_a_year)}
        return own - self.paper_kinds

    def faults(self, wanted: Iterable[str], *, needs_act: bool) -> Iterator[Finding]:
        """Find what is wrong with the kinds, before any action is looked at.

        Args:
            wanted: the kinds that somebody names.
            needs_act: whether the package is made, or one of the papers that name its act.
        """
        yield from self.findings
        place = Place(self.workspace.name_of(self.workspace.templates))
        if not self.kinds and not self.findings:
            yield messages.NO_KIND.at(place)
            return
        for name in wanted:
            if name not in self.kinds:
                yield messages.UNKNOWN_KIND.at(place, genre=InFull(name), presents=tuple(self.kinds))
        originals = self.original_kinds
        if len(originals) > 1:
            yield messages.SEVERAL_ORIGINALS.at(place, genres=tuple(originals))
        if not originals and needs_act:
            yield messages.NO_ORIGINAL.at(place)
        for name in self.kinds:
            path = self.path(name)
            if not path.is_file():
                yield messages.MISSING_TEMPLATE.at(place, fichier=InFull(self.workspace.name_of(path)))

    def render(self, requests: Iterable[DocumentRequest], *, draft: bool) -> list[Document]:
        """Render documents.

        Raises:
            UnrenderedError: everything that is wrong with all of them: faulty templates, those that would not show
                « PROJET » or « EXEMPLE » in their headers, values missing from a final document.
        """
        documents: list[Document] = []
        found: list[Finding] = []
        for request in requests:
            try:
                content = self._template(request.kind).render(request.context, draft=draft)
            except (TemplateErrors, UnrenderedError) as error:
                found += error.findings
            else:
                documents.append(Document(request.kind, request.subject, request.name, content))
        if found:
            raise UnrenderedError(dict.fromkeys(found))
        return documents

    def path(self, kind: str) -> Path:
        """Return a kind's Word template."""
        return self.workspace.kind(kind) / "modele.docx"

    def sources(self, kinds: Iterable[str]) -> dict[str, bytes]:
        """Return the files of some kinds and the clauses that they include, by workspace-relative name.

        Each is read once, whatever the number of actions; a clause of several kinds is one value.
        """
        return {name: content for kind in sorted(kinds) for name, content in self._sources_of(kind).items()}

    def _sources_of(self, kind: str) -> Mapping[str, bytes]:
        if kind not in self._sources:
            known = {name: content for files in self._sources.values() for name, content in files.items()}
            files = [self.workspace.kind(kind) / name for name in ("modele.docx", "document.yaml")]
            files += [self.workspace.clauses / clause for clause in self._template(kind).clauses]
            named = {self.workspace.name_of(path): path for path in files}
            self._sources[kind] = {
                name: known[name] if name in known else path.read_bytes() for name, path in named.items()
            }
        return self._sources[kind]

    def template_findings(self, kind: str) -> tuple[Finding, ...]:
        """Return what is wrong with a kind's template, as its review tells it; nothing when documents can be made."""
        try:
            self._template(kind)
        except UnrenderedError as error:
            return error.findings
        return ()

    def _template(self, kind: str) -> Template:
        if kind not in self._refused and kind not in self._compiled:
            template = self._sound_template(kind)
            if template is None:
                self._refused[kind] = _review_findings(self.path(kind), self._name(kind), self.kinds[kind])
            else:
                self._compiled[kind] = template
        if kind in self._refused:
            raise UnrenderedError(self._refused[kind])
        return self._compiled[kind]

    def _sound_template(self, kind: str) -> Template | None:
        """Return a kind's template as it was kept, or compile and keep it; None when a fault forbids to print it."""
        if self._kept is None:
            return self._compiled_soundly(kind)
        sources = self._read_for(kind)
        template = self._kept.get(sources)
        if template is None:
            template = self._compiled_soundly(kind)
            if template is not None:
                self._kept.put(sources, template)
        return template

    def _read_for(self, kind: str) -> dict[str, bytes]:
        """Return what a kind's template is compiled from, and judged by; clauses that it does not include too."""
        own = (self.path(kind), self.workspace.kind(kind) / "document.yaml")
        read = {self.workspace.name_of(path): path.read_bytes() for path in own}
        for path in sorted(self.workspace.clauses.glob("*.docx")):
            with contextlib.suppress(OSError):  # a folder, a lock of Word: no fault before a template includes it
                read[self.workspace.name_of(path)] = path.read_bytes()
        return read

    def _compiled_soundly(self, kind: str) -> Template | None:
        name = self._name(kind)
        try:
            template = compile_template(self.path(kind), clauses=self.workspace.clauses, name=name)
        except TemplateErrors:
            return None
        read = template.variables()
        kind_of_document = self.kinds[kind]
        is_known = next(catalogue_faults(read, names_known(kind_of_document)), None) is None
        unfit = (
            *missing_marks(kind_of_document, read, Place(name)),
            *unwanted_fields(kind_of_document, template.stale_fields, name),
        )
        is_sound = is_known and not template.doubts and not unfit
        return template if is_sound else None

    def _name(self, kind: str) -> str:
        return self.workspace.name_of(self.path(kind))


def _review_findings(path: Path, name: str, kind: DocumentKind) -> tuple[Finding, ...]:
    """Return what is wrong with a template, in the very words and order of its review."""
    from generator.rendering.review import review_template  # noqa: PLC0415 - who prints sound templates needs none of it

    review = review_template(path, names_known(kind), name=name)
    marks = missing_marks(kind, review.variables or {}, Place(name)) if review.variables is not None else ()
    return (*review.findings, *marks, *unwanted_fields(kind, review.stale_fields, name))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mention that headers must show: its variable, its words, and what would be taken for a valid act without it."""

    variable: str
    mention: str
    what: str
    drafts_only: bool = False


_MARKS = (
    _Mark("projet", "PROJET", "un projet", drafts_only=True),
    _Mark("exemple", "EXEMPLE – sans valeur", "un exemple"),
)


def missing_marks(kind: DocumentKind, variables: Mapping[str, ReadValue], place: Place) -> list[Finding]:
    """Find the mentions that the headers of a kind's template, which reads ``variables``, would not show."""
    in_headers = (path for path, variable in variables.items() if _is_in_header(variable))
    shown, is_copy = set(in_headers), kind.subject is Subject.FRAMEWORK
    missing = (mark for mark in _MARKS if mark.variable not in shown and not (mark.drafts_only and is_copy))
    return [
        messages.MISSING_MARK.at(place, variable=mark.variable, mention=mark.mention, quoi=mark.what)
        for mark in missing
    ]


def unwanted_fields(kind: DocumentKind, stale_fields: Iterable[Fault], name: str) -> list[Finding]:
    """Find the fields that Word would have to compute again, when a kind wants none."""
    return [fault.finding(name) for fault in stale_fields] if kind.without_stale_fields else []


def _is_in_header(variable: ReadValue) -> bool:
    return any(spot.part.startswith("en-tête") for spot in variable.spots)
