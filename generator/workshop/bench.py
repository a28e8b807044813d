"""A bench is what a worker needs to begin; a workshop is what it opens from it, once for each process.

Floor 6. What crosses the wire is plain: paths, digests, findings. Nothing raises for what a user wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from generator.artifacts import KeptText
from generator.canonical_json import digest_of
from generator.case.year import extract_data_of
from generator.findings import Finding
from generator.judgement import findings_of_case, left_out_of
from generator.ledger import Kept
from generator.load import CaseLoader, LoadedCase
from generator.making import Product, Request, product_of, written
from generator.outcome import Outcome
from generator.shelf import Shelf
from generator.timeline import timeline_of
from generator.workspace import Workspace


class Task(StrEnum):
    """How far an action is taken."""

    CHECK = "check"
    REHEARSE = "rehearse"
    MAKE = "make"


@dataclass(frozen=True, slots=True)
class Bench:
    """What a worker needs to begin, where it shares the disk.

    Attributes:
        workspace: where the year stands.
        request: what is made of each action.
        task: how far each is taken.
        stamp: a digest of what actions share: a workshop is opened again when it changes.
    """

    workspace: Workspace
    request: Request
    task: Task
    stamp: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of one action; it crosses the wire.

    Attributes:
        kept: what the ledger keeps of it, what was found and written included.
        failure: why the machine could not write it; None when it could.
    """

    kept: Kept
    failure: OSError | None = None


@dataclass
class Workshop:
    """The shelf and the loader of one process, for all the actions that it makes.

    Attributes:
        loader: reads actions, and once what they share.
        shelf: the kinds and their templates.
        faults: what is wrong with the kinds: nothing is made then.
    """

    loader: CaseLoader
    shelf: Shelf
    faults: tuple[Finding, ...]

    @classmethod
    def of(cls, workspace: Workspace, request: Request) -> Workshop:
        """Open the workshop of a workspace: its kinds are read and judged."""
        shelf, wanted = Shelf.of(workspace), request.wanted
        faults = tuple(shelf.faults(wanted.only, needs_act=wanted.needs_act(shelf)))
        return cls(CaseLoader(workspace), shelf, faults)

    def taken(self, path: Path, request: Request, task: Task) -> tuple[Made, Product]:
        """Take an action as far as its task says, in memory.

        Args:
            path: the file of its form.
            request: what is made of it.
            task: how far it is taken.
        """
        loaded = self.loader.case(path)
        if task is Task.CHECK:
            product = Product(path, findings=findings_of_case(loaded, final=request.final))
            outcome = Outcome(path, product.findings, done=loaded.is_complete)
        else:
            product = self._product(path, loaded, request)
            outcome = Outcome(path, product.findings, done=product.is_sound)
        case = loaded.case
        if case is None:
            return Made(Kept(outcome)), product
        texts, extract = _digests(loaded.kept_texts), extract_data_of(case)
        tracks = tuple(track.as_json() for track in timeline_of(case))
        left_out, is_complete = left_out_of(loaded), loaded.is_complete
        return Made(Kept(outcome, case.action.framework, texts, extract, left_out, is_complete, tracks)), product

    def _product(self, path: Path, loaded: LoadedCase, request: Request) -> Product:
        return Product(path, findings=self.faults) if self.faults else product_of(path, loaded, self.shelf, request)


@lru_cache(maxsize=1)
def workshop_of(workspace: Workspace, request: Request, stamp: str) -> Workshop:  # noqa: ARG001 - another stamp, another workshop
    """Open a workshop, once for each process; processes that fork have it already."""
    return Workshop.of(workspace, request)


def warm_up(bench: Bench) -> None:
    """Compile every template before processes fork: they begin with it."""
    shelf = workshop_of(bench.workspace, bench.request, bench.stamp).shelf
    for kind in shelf.kinds:
        shelf.template_findings(kind)


def worked(path: Path, bench: Bench) -> Made:
    """Take an action as far as its task says, and write it where the task is to make it.

    Args:
        path: the file of its form.
        bench: where and how it is made.
    """
    workshop = workshop_of(bench.workspace, bench.request, bench.stamp)
    made, product = workshop.taken(path, bench.request, bench.task)
    return put_down(made, product, bench.workspace, bench.request) if bench.task is Task.MAKE else made


def put_down(made: Made, product: Product, workspace: Workspace, request: Request) -> Made:
    """Write what was made of an action."""
    try:
        return Made(replace(made.kept, outcome=written(product, workspace, request)))
    except OSError as error:
        return replace(made, failure=error)


def _digests(texts: Iterable[KeptText]) -> dict[str, str | None]:
    """Return the digests of what was kept of votes, by workspace path."""
    files = ((name, data) for text in texts for name, data in ((text.file, text.content), (text.data_file, text.data)))
    return {name: None if data is None else digest_of(data) for name, data in files if name}
