"""The batch: a year’s programme, all its actions and its own rules, what has not changed since the last run left alone.

An action is made again when anything that decides its bytes has changed, or when a file of it is gone or was edited.
The ledger is read first, and nothing dear is imported before it is known that there is something to do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator.findings import Finding, Place, by_place, errors
from generator.ledger import Kept, Standing, YearLedger, YearLock
from generator.messages import outputs
from generator.messages.message import InFull
from generator.outcome import Counted, Outcome, YearEnd
from generator.spreading import Crew, Lost
from generator.workspace import LEDGERS, Workspace, former_year, forms_of_one_number, number_in

if TYPE_CHECKING:
    from generator.workshop import Bench, Made

_LOOK, _TRIAL = "check", "rehearse"
_MAKE = "make"
_YEAR, _REPORT = "annee-", "rapport-"


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What is wanted of a year.

    Attributes:
        final: signature packages rather than drafts.
        output: the folder to write into, instead of the workspace's own.
        overwrite: replace drafts that were edited by hand, keeping a copy of each.
        strict: all the actions or none.
        prune: remove the drafts of actions that the programme no longer has.
        day: the day of the report, by which steps are late.
    """

    day: date
    final: bool = False
    output: Path | None = None
    overwrite: bool = False
    strict: bool = False
    prune: bool = False

    @property
    def mode(self) -> str:
        """What is made of each action, as the ledger names it."""
        return "dossiers" if self.final else "projets"

    @property
    def first_look(self) -> tuple[str, str] | None:
        """The task that every action is taken through before any is written, with its mode; None when there is none."""
        if self.strict:
            return f"essais-{self.mode}", _TRIAL
        return (f"controles-{self.mode}", _LOOK) if self.final else None


def batch(
    folder: Path, workspace: Workspace, request: BatchRequest, crew: Crew | None = None
) -> Iterator[Counted | Outcome | YearEnd]:
    """Make a year: yield what there is to do, each action as it is done, then how the year ended.

    Args:
        folder: that of the year's inputs.
        workspace: where it stands.
        request: what is wanted.
        crew: who makes the actions; None for this process alone.

    Raises:
        OSError: the disk refused; what was made before stands, and the next run goes on from there.
        NoExecutorError: nobody is left to make the rest; as above.
    """
    home = (request.output or workspace.outputs) / folder.name
    with YearLock(home / LEDGERS) as is_ours:
        if not is_ours:
            under_way = outputs.BATCH_UNDER_WAY.at(Place(workspace.name_of(folder)))
            yield YearEnd(0, 0, 0, (under_way,), done=False)
            return
        ledger = YearLedger(workspace, folder, home, _rows_in(workspace))
        try:
            yield from _Run(folder, workspace, request, crew, ledger, home).steps()
            ledger.settle()
        finally:
            ledger.close()


def _rows_in(workspace: Workspace) -> Callable[[Path], Mapping[str, str]]:
    """Return what reads a workbook that has changed."""

    def read(workbook: Path) -> Mapping[str, str]:
        from generator.workshop import rows_of_workbook  # noqa: PLC0415 - most years have none, or it has not changed

        return rows_of_workbook(workbook, workspace)

    return read


@dataclass(frozen=True)
class _Run:
    """One run over a year."""

    folder: Path
    workspace: Workspace
    request: BatchRequest
    crew: Crew | None
    ledger: YearLedger
    home: Path

    def steps(self) -> Iterator[Counted | Outcome | YearEnd]:
        """Make what has changed; where the year may forbid an act, all actions are looked at before any is written."""
        mode, first, forms = self.request.mode, self.request.first_look, self.ledger.forms
        states = {form: self.ledger.standing(mode, form) for form in forms}
        stale = [form for form, state in states.items() if state is Standing.CHANGED]
        yield Counted(len(forms), len(forms) - len(stale))
        if first is None:
            yield from self._made(stale, mode)
            yield self._end(mode, len(forms) - len(stale), self._whole_year(mode)[0])
            return
        self._look(*first)
        year, concerned = self._whole_year(first[0])
        barred = self._barred(year.findings, concerned)
        if self.request.strict and (unmade := self._unmade(first[0], barred)):
            yield from unmade
            produced = self._reported(first[0], year)
            yield YearEnd(len(forms), 0, len(unmade), year.findings, produced, done=False)
            return
        stale += [
            form for form, state in states.items() if state is Standing.FORBIDDEN and number_in(form) not in barred
        ]
        for form in stale:
            if number_in(form) in barred:
                yield self._forbidden(form, first[0], barred[number_in(form)])
        yield from self._made([form for form in sorted(stale) if number_in(form) not in barred], mode)
        yield self._end(mode, len(forms) - len(stale), year)

    def _look(self, mode: str, task: str) -> None:
        """Take every action through a first look, unless it stands as it was looked at."""
        stale = [form for form in self.ledger.forms if self.ledger.standing(mode, form) is not Standing.STANDS]
        for made in self._worked(stale, task):
            self.ledger.keep(mode, made.kept)

    def _made(self, forms: Sequence[Path], mode: str) -> Iterator[Outcome]:
        """Make actions, and write each into the ledger once its files are in place."""
        for made in self._worked(forms, _MAKE):
            self.ledger.keep(mode, made.kept)
            yield made.kept.outcome

    def _worked(self, forms: Sequence[Path], task: str) -> Iterator[Made]:
        """Have a task done on some actions, in the order of their forms.

        Raises:
            OSError: the disk refused an action.
        """
        if not forms:
            return
        from generator.workshop import Made, work_through  # noqa: PLC0415 - a year that stands needs nothing of it

        twins = forms_of_one_number(self.ledger.forms)
        for form in forms:
            if form in twins:
                yield Made(Kept(Outcome(form, (self._twin_finding(form, twins[form]),), done=False)))
        alone = [form for form in forms if form not in twins]
        for made in work_through(alone, self.folder, self._bench(task), self.crew):
            if isinstance(made, Lost):
                yield Made(Kept(Outcome(made.item, (self._lost_finding(made),), done=False)))
            elif made.failure is not None:
                raise made.failure
            else:
                yield made

    def _bench(self, task: str) -> Bench:
        from generator.making import Request  # noqa: PLC0415 - a year that stands needs nothing of it
        from generator.workshop import Bench, Task  # noqa: PLC0415 - the same

        request = Request(final=self.request.final, output=self.request.output, overwrite=self.request.overwrite)
        return Bench(self.workspace, request, Task(task), self.ledger.stamp)

    def _forbidden(self, form: Path, looked: str, found: Sequence[Finding]) -> Outcome:
        """Refuse an action that is sound by itself, because of what the year’s rules found."""
        line = self.ledger.line(looked, form)
        findings = by_place([*(line.findings if line else ()), *found])
        outcome = Outcome(form, tuple(findings), done=False)
        if line is not None:
            self.ledger.keep(self.request.mode, self.ledger.kept(line, outcome), forbidden=True)
        return outcome

    def _unmade(self, looked: str, barred: Mapping[str, Sequence[Finding]]) -> list[Outcome]:
        """Return the actions that cannot be made, because of which none is."""
        forms = {number_in(form): form for form in self.ledger.forms}
        lines = [line for line in self.ledger.lines(looked) if not line.done or line.number in barred]
        return [
            Outcome(forms[line.number], (*line.findings, *barred.get(line.number, ())), done=False) for line in lines
        ]

    def _barred(self, found: Sequence[Finding], concerned: Mapping[str, Sequence[int]]) -> dict[str, list[Finding]]:
        """Return the errors of the year’s rules by the number of the action that they stand in."""
        if not self.request.final:
            return {}
        by_number = {number: list(errors(found[rank] for rank in ranks)) for number, ranks in concerned.items()}
        return {number: told for number, told in by_number.items() if told}

    def _whole_year(self, mode: str) -> tuple[Outcome, Mapping[str, Sequence[int]]]:
        """Judge the year, and make its documents; what stands as it was found and written is taken as it is.

        Returns:
            What it gave, and the ranks of the findings that stand in the form of each action, by number.
        """
        before = former_year(self.folder)
        beside = self.home.with_name(before.name)
        former = YearLedger(self.workspace, before, beside, _rows_in(self.workspace), is_ours=False)
        key = self.ledger.year_key(mode, former.forms_digest)
        kept = self.ledger.year(_YEAR + mode, key)
        if kept is not None:
            standing = {self.home / name: digest for name, digest in kept.outputs.items()}
            return Outcome(self.folder, kept.findings, digests=standing), kept.extract or {}
        from generator.workshop import whole_year  # noqa: PLC0415 - a year that stands needs nothing of it

        year = whole_year(self.folder, self.ledger.lines(mode), former, self._bench(_LOOK), self.home)
        self.ledger.keep_year(_YEAR + mode, key, year.outcome, year.concerned)
        return year.outcome, year.concerned

    def _reported(self, mode: str, year: Outcome) -> tuple[Path, ...]:
        """Write the report of the year, unless it stands as it would be written; return what was written."""
        key = self.ledger.report_key(mode, year.findings, self.request.day)
        if self.ledger.year(_REPORT + mode, key) is not None:
            return ()
        from generator.workshop import reported_year  # noqa: PLC0415 - a year that stands needs nothing of it

        outcome = reported_year(self.folder, self.ledger, mode, year, self._bench(_LOOK), self.home, self.request.day)
        self.ledger.keep_year(_REPORT + mode, key, outcome)
        return outcome.produced

    def _end(self, mode: str, unchanged: int, year: Outcome) -> YearEnd:
        """List what no form stands for any more, and count."""
        retired = tuple(self._retired(mode))
        refused = self.ledger.refused(mode)
        findings = (*year.findings, *retired)
        produced = (*year.produced, *self._reported(mode, year))
        return YearEnd(len(self.ledger.forms), unchanged, refused, findings, produced, not refused and year.done)

    def _retired(self, mode: str) -> Iterator[Finding]:
        """Tell of each action that has no form any more; take its drafts away when that is asked."""
        for line in self.ledger.removed(mode):
            place = Place((self.home / line.number).as_posix())
            if not line.outputs:
                self.ledger.forget(line)
            elif self.request.prune and not self.request.final:
                from generator.publish import remove_drafts  # noqa: PLC0415 - few runs remove anything

                left = remove_drafts(self.home, line.outputs)
                self.ledger.forget(line)
                yield outputs.REMOVED.at(place, numero=InFull(line.number))
                yield from (outputs.NO_LONGER_PLANNED.at(Place(path.as_posix())) for path in left)
            else:
                yield (outputs.PACKAGE_LEFT if self.request.final else outputs.DRAFTS_LEFT).at(
                    place, numero=InFull(line.number)
                )

    def _twin_finding(self, form: Path, others: Sequence[Path]) -> Finding:
        names = tuple(InFull(self.workspace.name_of(other)) for other in others)
        return outputs.SAME_NUMBER.at(Place(self.workspace.name_of(form)), autres=names)

    def _lost_finding(self, lost: Lost[Path]) -> Finding:
        place = Place(self.workspace.name_of(lost.item))
        return outputs.ACTION_STOPS_THE_PROGRAM.at(
            place, numero=InFull(number_in(lost.item)), raison=InFull(lost.reason)
        )
