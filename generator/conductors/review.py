"""Reviewing templates: which files, against which catalogue, and what is found. Nothing but the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.acts.catalogue import names_known
from generator.findings import Finding, Place
from generator.messages import outputs, template_files
from generator.messages.message import InFull
from generator.model.kind import DocumentKind
from generator.outcome import Outcome
from generator.publish import write_new
from generator.rendering import Spot, TemplateErrors
from generator.rendering.review import (
    Remark,
    Review,
    UnreadableArchiveError,
    annotate,
    review_template,
    static_lines,
    unused_values,
)
from generator.shelf import Shelf, missing_marks, unwanted_fields
from generator.workspace import Workspace


@dataclass(frozen=True)
class Reviewed:
    """A template, and what was found in it.

    Attributes:
        path: its file.
        review: what was found at a place of the file; None when there is no file to read.
        general: what was found besides.
    """

    path: Path
    review: Review | None = None
    general: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything found, in reading order."""
        return (*(self.review.findings if self.review else ()), *self.general)


def review_templates(targets: Sequence[str], workspace: Workspace, *, unused: bool = False) -> Iterator[Reviewed]:
    """Review templates: what forbids to compile them, and what the lint finds.

    Args:
        targets: kinds, or paths of .docx; empty for every kind of the workspace.
        workspace: where the kinds are; a path inside one of their folders is judged by its catalogue.
        unused: whether to tell which values a template leaves alone.
    """
    templates = Shelf.of(workspace)
    if templates.findings:
        yield Reviewed(workspace.templates, general=templates.findings)
    for target in targets or list(templates.kinds):
        path = template_path(target, templates)
        if path is None:
            yield Reviewed(Path(target), general=(_not_there(target, templates),))
        else:
            yield _reviewed(path, workspace.name_of(path), _kind_of(path, templates), unused=unused)


def annotated_template(reviewed: Reviewed) -> bytes | None:
    """Return a copy of a template with each finding as a Word comment at its place; None when it cannot be opened.

    Raises:
        OSError: the template cannot be read again.
    """
    review = reviewed.review
    if review is None:
        return None
    remarks = [
        *(Remark(fault.spot, _remark(fault.finding(review.name), fault.sentence)) for fault in review.faults),
        *(Remark(Spot(), _remark(finding, finding.message)) for finding in reviewed.general),
    ]
    try:
        return annotate(reviewed.path.read_bytes(), remarks)
    except UnreadableArchiveError:
        return None


def write_annotated(reviewed: Reviewed, copy: Path) -> Outcome:
    """Write a template's annotated copy, unless a file has that name or there is nothing to open: findings say why.

    Raises:
        OSError: the template cannot be read again, or the disk refused.
    """
    content = annotated_template(reviewed)
    if content is None:
        return Outcome(copy)
    if write_new(copy, content):
        return Outcome(copy, produced=(copy,))
    return Outcome(copy, (outputs.ALREADY_THERE.at(Place(copy.as_posix())),), done=False)


def _remark(finding: Finding, sentence: str) -> str:
    advice = f" → {finding.fix}" if finding.fix else ""
    return f"{finding.code} {finding.severity.value} : {sentence}{advice}"


def text_of_template(target: str, workspace: Workspace) -> tuple[list[tuple[str, str]], tuple[Finding, ...]]:
    """Return the static text of a template, paragraph by paragraph with its part, or why there is none."""
    templates = Shelf.of(workspace)
    path = template_path(target, templates)
    if path is None:
        return [], (_not_there(target, templates),)
    try:
        return static_lines(path, name=workspace.name_of(path)), ()
    except TemplateErrors as errors:
        return [], errors.findings


def template_path(target: str, templates: Shelf) -> Path | None:
    """Return the file that a kind's name, its folder or a path stands for, or None when there is none."""
    path = templates.path(target) if target in templates.kinds else Path(target)
    path = path / templates.path(path.name).name if path.is_dir() else path
    return path if path.is_file() else None


def _kind_of(path: Path, templates: Shelf) -> DocumentKind | None:
    """Return the kind whose folder holds a template."""
    folder = path.absolute().parent
    is_in_kinds = folder.parent == templates.workspace.templates.absolute()
    return templates.kinds.get(folder.name) if is_in_kinds else None


def _reviewed(path: Path, name: str, kind: DocumentKind | None, *, unused: bool) -> Reviewed:
    known = None if kind is None else names_known(kind)
    review = review_template(path, known, name=name)
    if kind is None or known is None or review.variables is None:
        return Reviewed(path, review)
    marks = missing_marks(kind, review.variables, Place(name))
    fields = unwanted_fields(kind, review.stale_fields, name)
    return Reviewed(path, review, (*marks, *fields, *(_unused(review, known) if unused else ())))


def _unused(review: Review, known: Mapping[str, object]) -> Iterator[Finding]:
    fault = unused_values(review, known)
    if fault is not None:
        yield fault.finding(review.name)


def _not_there(target: str, templates: Shelf) -> Finding:
    known = ", ".join(templates.kinds)
    return template_files.NO_SUCH_TEMPLATE.at(Place(target), nom=InFull(target), presents=InFull(known))
