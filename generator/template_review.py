"""Reviewing templates: which files, against which catalogue, and what is found. Nothing but the order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.findings import Finding, Place, Severity
from generator.kinds.catalogue import catalogue_of
from generator.load import Workspace
from generator.model.kind import DocumentKind
from generator.pipeline import Templates, missing_marks
from generator.rendering.lint import Review, review_template, unused_values

MESSAGES: dict[str, tuple[str, str]] = {
    "MO008": (
        "ni un genre de document, ni un modèle Word : « {nom} »",
        "Genres présents dans templates/ : {presents}. Un modèle se donne par son chemin.",
    ),
}
"""Every message of the review: code → what is wrong, how to mend it."""


@dataclass(frozen=True)
class Reviewed:
    """A template, and what was found in it.

    Attributes:
        path: its file.
        findings: what is wrong, in reading order.
        review: the same with its places in the file; None when there is no file to read.
    """

    path: Path
    findings: tuple[Finding, ...]
    review: Review | None = None


def review_templates(targets: Sequence[str], workspace: Workspace, *, unused: bool = False) -> Iterator[Reviewed]:
    """Review templates: what forbids to compile them, and what the lint finds.

    Args:
        targets: kinds, or paths of .docx; empty for every kind of the workspace.
        workspace: where the kinds are; a path inside one of their folders is judged by its catalogue.
        unused: whether to tell which values a template leaves alone.
    """
    templates = Templates.of(workspace)
    if templates.findings:
        yield Reviewed(workspace.templates, templates.findings)
    for target in targets or list(templates.kinds):
        path = template_path(target, templates)
        if path is None:
            yield Reviewed(Path(target), (_not_there(target, templates),))
        else:
            yield _reviewed(path, workspace.name_of(path), _kind_of(path, templates), unused=unused)


def template_path(target: str, templates: Templates) -> Path | None:
    """Return the file that a kind's name or a path stands for, or None when there is none."""
    path = templates.path(target) if target in templates.kinds else Path(target)
    return path if path.is_file() else None


def _kind_of(path: Path, templates: Templates) -> DocumentKind | None:
    """Return the kind whose folder holds a template."""
    folder = path.absolute().parent
    is_in_kinds = folder.parent == templates.workspace.templates.absolute()
    return templates.kinds.get(folder.name) if is_in_kinds else None


def _reviewed(path: Path, name: str, kind: DocumentKind | None, *, unused: bool) -> Reviewed:
    known = None if kind is None else catalogue_of(kind)
    review = review_template(path, known, name=name)
    findings = list(review.findings)
    if kind is not None and known is not None and review.variables:
        findings += missing_marks(kind, review.variables, Place(name))
        findings += _unused(review, known) if unused else ()
    return Reviewed(path, tuple(findings), review)


def _unused(review: Review, known: Mapping[str, object]) -> Iterator[Finding]:
    fault = unused_values(review, known)
    if fault is not None:
        yield fault.finding(review.name)


def _not_there(target: str, templates: Templates) -> Finding:
    message, fix = MESSAGES["MO008"]
    known = ", ".join(templates.kinds)
    return Finding("MO008", Severity.ERROR, message.format(nom=target), Place(target), fix=fix.format(presents=known))
