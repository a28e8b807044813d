"""One action, from its file to its documents: load, check, plan, gate, render, package, publish. Nothing but the order.

Each function returns what was found and what was written; none prints, none exits, none raises for what a user wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from zipfile import BadZipFile

from generator import __version__, compare
from generator.artifacts import Document, DocumentRequest
from generator.case import Case, FrameworkRecord, Source
from generator.convention import Events, Framework
from generator.findings import Finding, Place, Severity, by_place, errors
from generator.kinds.plan import plan_documents, plan_package_papers
from generator.kinds.substance import substance_of
from generator.kinds.wording import grammatical_forms
from generator.load import (
    Loaded,
    LoadedCase,
    Workspace,
    load_cases,
    load_events,
    load_framework,
    load_kind,
    load_programme,
    load_rule_settings,
)
from generator.model import DocumentKind
from generator.model.kind import PackageRole, Stage, Subject
from generator.model.rule_settings import RuleSettings
from generator.package import Record, assemble
from generator.publish import publish_documents, publish_package
from generator.rendering import Template, TemplateErrors, Variable, compile_template, extract_text
from generator.rules import RULES, barring, check_framework, check_settings, effective_settings
from generator.rules import check as judge
from generator.timeline import Track, timeline_of

DRAFTS = "projets"
FINALS = "definitifs"

MESSAGES: dict[str, tuple[str, str]] = {
    "MO001": ("aucun document de ce genre : « {genre} »", "Genres présents dans templates/ : {presents}."),
    "MO002": (
        "le modèle n’affiche pas la mention « {mention} » dans ses en-têtes : {quoi} passerait pour un acte valable",
        "Ajoutez dans chaque en-tête un paragraphe conditionné par la variable « {variable} ».",
    ),
    "MO003": (
        "plusieurs genres se disent l’acte original du dossier : {genres}",
        "Gardez « dossier: original » dans un seul document.yaml.",
    ),
    "MO004": (
        "aucun genre ne se dit l’acte original du dossier de signature",
        "Écrivez « dossier: original » dans le document.yaml de la convention spécifique.",
    ),
    "MO005": (
        "aucun document de ce genre pour l’action {numero} : {raison}",
        "Vérifiez les déplacements et les voyageurs de l’action, ou retirez l’option --only.",
    ),
    "MO007": (
        "aucun genre de document dans templates/ : rien ne peut être produit",
        "Remettez les modèles livrés avec « parafe init », ou indiquez l’espace de travail par --workspace.",
    ),
    "MO006": ("le modèle manque : {fichier}", "Remettez le fichier Word du genre à sa place."),
}
"""Every message of the conductor: code → what is wrong, how to mend it."""


@dataclass(frozen=True)
class Outcome:
    """What one action's run gave.

    Attributes:
        path: the action's file.
        findings: everything found, by place.
        produced: what was written.
        done: whether what was asked was done (a draft is done even when errors stand).
        timeline: the steps of each party, when they were asked for.
    """

    path: Path
    findings: tuple[Finding, ...] = ()
    produced: tuple[Path, ...] = ()
    done: bool = True
    timeline: tuple[Track, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """What to generate: drafts or final documents, which kinds, where."""

    final: bool = False
    only: tuple[str, ...] = ()
    output: Path | None = None
    overwrite: bool = False


@dataclass
class Templates:
    """The workspace's kinds, each template compiled at its first use and kept for the next action.

    A template that would not show « PROJET » or « EXEMPLE » in its headers is refused: what it makes would pass for a
    valid act.
    """

    workspace: Workspace
    kinds: Mapping[str, DocumentKind] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    _compiled: dict[str, Template] = field(default_factory=dict)

    @classmethod
    def of(cls, workspace: Workspace) -> Templates:
        """Read every kind of a workspace."""
        loaded = {folder.name: load_kind(folder, workspace) for folder in workspace.kinds()}
        kinds = {name: kind.value for name, kind in loaded.items() if kind.value is not None}
        findings = tuple(finding for kind in loaded.values() for finding in kind.findings)
        return cls(workspace, kinds, findings)

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
        """Return the files of some kinds and the clauses that they include, by workspace-relative name."""
        names = sorted(kinds)
        files = [self.workspace.kind(kind) / name for kind in names for name in ("modele.docx", "document.yaml")]
        files += [self.workspace.clauses / clause for kind in names for clause in self._template(kind).clauses]
        return {self.workspace.name_of(path): path.read_bytes() for path in files}

    def _template(self, kind: str) -> Template:
        if kind not in self._compiled:
            path, name = self.path(kind), self.workspace.name_of(self.path(kind))
            template = compile_template(path, clauses=self.workspace.clauses, name=name)
            unmarked = missing_marks(self.kinds[kind], template.variables(), Place(name))
            if unmarked:
                raise UnrenderedError(unmarked)
            self._compiled[kind] = template
        return self._compiled[kind]


class UnrenderedError(Exception):
    """Documents could not be made; ``findings`` say why."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in self.findings))


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mention that headers must show: its variable, its words, and what would be taken for a valid act without it."""

    variable: str
    mention: str
    what: str
    drafts_only: bool = False

    @property
    def words(self) -> dict[str, str]:
        """The mark, as the message names it."""
        return {"variable": self.variable, "mention": self.mention, "quoi": self.what}


_MARKS = (
    _Mark("projet", "PROJET", "un projet", drafts_only=True),
    _Mark("exemple", "EXEMPLE – sans valeur", "un exemple"),
)


def missing_marks(kind: DocumentKind, variables: Mapping[str, Variable], place: Place) -> list[Finding]:
    """Find the mentions that the headers of a kind's template, which reads ``variables``, would not show."""
    in_headers = (path for path, variable in variables.items() if _is_in_header(variable))
    shown, is_copy = set(in_headers), kind.subject is Subject.FRAMEWORK
    missing = (mark for mark in _MARKS if mark.variable not in shown and not (mark.drafts_only and is_copy))
    return [_finding("MO002", place, **mark.words) for mark in missing]


def _is_in_header(variable: Variable) -> bool:
    return any(spot.part.startswith("en-tête") for spot in variable.spots)


def check(paths: Sequence[Path], workspace: Workspace, *, final: bool, today: date | None = None) -> Iterator[Outcome]:
    """Check actions: faults of form and rules, in one run; write nothing.

    Args:
        paths: the actions' files.
        workspace: where they stand.
        final: whether final documents are wanted.
        today: the day of which the timeline is wanted; None for no timeline.
    """
    for path, loaded in zip(paths, load_cases(paths, workspace), strict=True):
        findings = _all_findings(loaded, final=final)
        tracks = timeline_of(loaded.case, today) if today is not None and loaded.case is not None else ()
        yield Outcome(path, findings, done=not any(errors(findings)), timeline=tracks)


def check_shared(frameworks: Sequence[Path], programmes: Sequence[Path], workspace: Workspace) -> Iterator[Outcome]:
    """Check framework conventions with their events (form and rules), and yearly programmes (form)."""
    settings = load_rule_settings(workspace)
    for path in frameworks:
        framework, events = load_framework(path.stem, workspace), load_events(path.stem, workspace)
        findings = _framework_findings(framework, events, settings)
        yield Outcome(path, findings, done=not any(errors(findings)))
    for path in programmes:
        programme = load_programme(path.parent, workspace)
        faults = programme.findings if programme is not None else ()
        yield Outcome(path, faults, done=not any(errors(faults)))


def _framework_findings(
    framework: Loaded[Framework], events: Loaded[Events] | None, settings: Loaded[RuleSettings] | None
) -> tuple[Finding, ...]:
    """Join faults of form and rules on the framework itself; a finding that rests on a faulty value is left out."""
    given = {Source.FRAMEWORK: framework, Source.EVENTS: events, Source.SETTINGS: settings}
    inputs = {source: loaded for source, loaded in given.items() if loaded is not None}
    faults = tuple(finding for loaded in inputs.values() for finding in loaded.findings)
    if framework.partial is None:
        return faults
    record = FrameworkRecord(
        framework=framework.partial,
        events=events.partial if events is not None else None,
        settings=(settings.partial if settings is not None else None) or RuleSettings(),
        places={source: loaded.places for source, loaded in inputs.items()},
    )
    by_file = {loaded.places.file: loaded for loaded in inputs.values()}
    found = [*check_framework(record, final=True), *check_settings(record, final=True)]
    certain = [finding for finding in found if not by_file[finding.place.file].is_uncertain(finding.path)]
    return tuple(by_place([*faults, *certain]))


def generate(paths: Sequence[Path], workspace: Workspace, request: Request) -> Iterator[Outcome]:
    """Generate the documents of actions; one that fails stops no other."""
    templates = Templates.of(workspace)
    faults = (*templates.findings, *_kind_faults(templates, request))
    for path, loaded in zip(paths, load_cases(paths, workspace), strict=True):
        if faults:
            yield Outcome(path, faults, done=False)
        else:
            yield _generate_one(path, loaded, templates, request)


def _generate_one(path: Path, loaded: LoadedCase, templates: Templates, request: Request) -> Outcome:
    findings = _all_findings(loaded, final=request.final)
    if loaded.case is None or not loaded.is_complete:
        return Outcome(path, findings, done=False)
    outcome = Outcome(path, findings)
    folder = _output_folder(loaded.case, templates.workspace, request)
    try:
        if not request.final:
            return _draft(outcome, loaded.case, templates, request, folder)
        if request.only:
            return _finals(outcome, loaded, templates, request, folder)
        return _package(outcome, loaded, templates, folder)
    except UnrenderedError as faults:
        return replace(outcome, findings=tuple(by_place([*findings, *faults.findings])), done=False)


def _draft(outcome: Outcome, case: Case, templates: Templates, request: Request, folder: Path) -> Outcome:
    """Render and publish drafts; errors are listed and show in place, they stop nothing."""
    planned = plan_documents(case, templates.kinds, draft=True, only=request.only)
    documents = templates.render(planned, draft=True)
    produced, found = publish_documents(
        documents, folder / DRAFTS, overwrite=request.overwrite, complete=not request.only
    )
    findings = (*outcome.findings, *found, *_unmade(case, templates, request, planned))
    return replace(outcome, findings=findings, produced=tuple(produced), done=not any(errors(found)))


def _finals(outcome: Outcome, loaded: LoadedCase, templates: Templates, request: Request, folder: Path) -> Outcome:
    """Render and publish final documents of some kinds, if no rule bars their stage and no vote was of another text."""
    case = loaded.case
    if case is None:
        return replace(outcome, done=False)
    stages = {templates.kinds[name].stage for name in request.only}
    unmade = _barred(outcome.findings, stages)
    planned = plan_documents(case, templates.kinds, draft=False, only=request.only)
    empty = _unmade(case, templates, request, planned)
    if unmade or empty:
        return replace(outcome, findings=(*outcome.findings, *empty), done=False)
    documents = templates.render(planned, draft=False)
    originals = _original_kinds(templates.kinds)
    acts = [pair for pair in zip(planned, documents, strict=True) if pair[0].kind in originals]
    changes = [change for act, original in acts for change in _changes_since_votes(loaded, case, act, original)]
    outcome = replace(outcome, findings=tuple(by_place([*outcome.findings, *changes])))
    if any(errors(changes)):
        return replace(outcome, done=False)
    produced, found = publish_documents(documents, folder / FINALS, overwrite=request.overwrite)
    findings = (*outcome.findings, *found)
    return replace(outcome, findings=findings, produced=tuple(produced), done=not any(errors(found)))


def _package(outcome: Outcome, loaded: LoadedCase, templates: Templates, folder: Path) -> Outcome:
    """Render the originals and their papers, seal them, publish them by one rename."""
    case = loaded.case
    if case is None or _barred(outcome.findings, {Stage.SIGNATURE}):
        return replace(outcome, done=False)
    original_kind = _original_kinds(templates.kinds)[0]
    (act,) = plan_documents(case, templates.kinds, draft=False, only=(original_kind,))
    [original] = templates.render([act], draft=False)
    changes = _changes_since_votes(loaded, case, act, original)
    outcome = replace(outcome, findings=tuple(by_place([*outcome.findings, *changes])))
    if any(errors(changes)):
        return replace(outcome, done=False)
    papers = plan_package_papers(case, templates.kinds, original)
    rendered = templates.render(papers, draft=False)
    is_cover = {name: kind.package_role is PackageRole.COVER for name, kind in templates.kinds.items()}
    package = assemble(
        original,
        [paper for paper in rendered if is_cover[paper.kind]],
        [paper for paper in rendered if not is_cover[paper.kind]],
        {**loaded.sources, **templates.sources({original_kind, *(paper.kind for paper in papers)})},
        _record(case, outcome.findings),
    )
    return replace(outcome, produced=(publish_package(package, folder),))


def _changes_since_votes(loaded: LoadedCase, case: Case, act: DocumentRequest, original: Document) -> list[Finding]:
    """Compare the act to sign with the draft that each assembly approved, where it was kept."""
    places = case.places[Source.ACTION]
    to_sign = compare.ActToSign(extract_text(original.content), substance_of(act))
    found: list[Finding] = []
    for kept in loaded.kept_texts:
        faults = compare.faults_of_copy(kept, places)
        found += faults
        if kept.content is None or any(errors(faults)):
            continue
        try:
            voted = extract_text(kept.content)
        except (BadZipFile, KeyError, SyntaxError, ValueError):
            found.append(compare.unreadable_copy(kept, places))
        else:
            party = case.framework.party(kept.party)
            of_whom = str(grammatical_forms(party.name, party.forms)["de"]) if party else kept.party
            found += compare.changes_since_vote(kept, voted, to_sign, of_whom, places)
    return found


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
    )


def _all_findings(loaded: LoadedCase, *, final: bool) -> tuple[Finding, ...]:
    """Join faults of form and rules; a rule's finding that would rest on a faulty value is left out."""
    if loaded.case is None:
        return loaded.findings
    case = loaded.case
    judged = [*judge(case, final=final), *check_framework(case, final=final), *check_settings(case, final=final)]
    found = [finding for finding in judged if not loaded.is_uncertain(finding)]
    return tuple(by_place([*loaded.findings, *found]))


def _barred(findings: Iterable[Finding], stages: Iterable[Stage]) -> list[Finding]:
    """Return the errors that forbid a final document of these stages."""
    return [finding for stage in stages for finding in barring(findings, stage)]


def _output_folder(case: Case, workspace: Workspace, request: Request) -> Path:
    if request.output is None:
        return workspace.output(case.action.number)
    return request.output / case.action.year / case.action.number


def _original_kinds(kinds: Mapping[str, DocumentKind]) -> list[str]:
    return [name for name, kind in kinds.items() if kind.package_role is PackageRole.ORIGINAL]


def _kind_faults(templates: Templates, request: Request) -> Iterator[Finding]:
    """Find what is wrong with the kinds that a request needs, before any action is looked at."""
    place = Place(templates.workspace.name_of(templates.workspace.templates))
    known = ", ".join(templates.kinds)
    if not templates.kinds and not templates.findings:
        yield _finding("MO007", place)
        return
    for name in request.only:
        if name not in templates.kinds:
            yield _finding("MO001", place, genre=name, presents=known)
    originals = _original_kinds(templates.kinds)
    if len(originals) > 1:
        yield _finding("MO003", place, genres=", ".join(originals))
    if not originals and _needs_an_act(templates, request):
        yield _finding("MO004", place)
    for name in templates.kinds:
        path = templates.path(name)
        if not path.is_file():
            yield _finding("MO006", place, fichier=templates.workspace.name_of(path))


def _needs_an_act(templates: Templates, request: Request) -> bool:
    """Whether a request makes the package, or one of the papers that name its act."""
    papers = {
        name for name, kind in templates.kinds.items() if kind.package_role in {PackageRole.COVER, PackageRole.PAPER}
    }
    return bool(papers & set(request.only)) if request.only else request.final


def _unmade(case: Case, templates: Templates, request: Request, planned: Sequence[DocumentRequest]) -> list[Finding]:
    """Say which of the kinds asked for had nothing to be made for."""
    made = {document.kind for document in planned}
    return [
        _finding(
            "MO005",
            Place(templates.workspace.name_of(templates.path(name))),
            numero=case.action.number,
            raison=_reason(templates.kinds[name]),
        )
        for name in request.only
        if name not in made
    ]


def _reason(kind: DocumentKind) -> str:
    if kind.subject is Subject.OFFICER_MISSION:
        return "aucun agent d’une partie qui délivre ses ordres de mission ne se déplace"
    return "sa condition n’est pas remplie"


def _finding(code: str, place: Place, **values: str) -> Finding:
    message, fix = MESSAGES[code]
    return Finding(code, Severity.ERROR, message.format(**values), place, fix=fix.format(**values))
