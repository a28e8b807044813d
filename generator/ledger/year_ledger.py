"""The ledger of a year beside its forms: which actions stand as they were made, and what is kept of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property
from pathlib import Path

from generator.canonical_json import canonical, digest_of
from generator.findings import Finding
from generator.findings import Path as FindingPath
from generator.ledger.fingerprints import YearPrints, digest_of_file, is_intact, program_digest
from generator.ledger.lot import Data, Lot, LotLine, Span, finding_in_full
from generator.outcome import Outcome
from generator.workspace import LEDGERS, WORKBOOK_SUFFIX, Workspace, actions_in, number_in

_FORBIDDEN = "!"
"""Ends the key of an action that the year forbade: it is made once the year no longer does."""


class Standing(Enum):
    """How an action stands beside what was last kept of it."""

    CHANGED = "changed"
    STANDS = "stands"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is to be kept of an action.

    Attributes:
        outcome: what was found, and what was written.
        framework: the identifier of its framework convention; empty when its form does not tell.
        kept_texts: the approved drafts that its form names, by workspace path → SHA-256; None for one not there.
        extract: what the rules of the year need of it, as plain data; None when its form gives no action.
        left_out: paths of its form that could not be read.
        is_complete: whether nothing is wrong with the form of what it is made from.
        tracks: the steps of each party, as plain data.
    """

    outcome: Outcome
    framework: str = ""
    kept_texts: Mapping[str, str | None] = field(default_factory=dict)
    extract: Data | None = None
    left_out: tuple[FindingPath, ...] = ()
    is_complete: bool = False
    tracks: tuple[Data, ...] = ()


class YearLedger:
    """What was kept of a year’s actions.

    Args:
        workspace: where the year stands.
        folder: that of its inputs.
        home: the folder of its outputs.
        rows_in: reads a workbook: number of each action → digest of what it says of it. It is called for one that has
            changed since it was last read.
        is_ours: whether this run may write there; it looks only at the year before.
    """

    def __init__(
        self,
        workspace: Workspace,
        folder: Path,
        home: Path,
        rows_in: Callable[[Path], Mapping[str, str]],
        *,
        is_ours: bool = True,
    ) -> None:
        self._workspace = workspace
        self._folder = folder
        self._home = home
        self._rows_in = rows_in
        self._is_ours = is_ours
        self._year = folder.name
        self._lot = Lot(home / LEDGERS / "lot.jsonl")
        self._files = actions_in(folder)

    @cached_property
    def forms(self) -> tuple[Path, ...]:
        """The forms of the year’s actions: files, and what workbooks name."""
        rows = self._rows
        return tuple(form for path in self._files for form in ([path / one for one in rows.get(path, ())] or [path]))

    @cached_property
    def stamp(self) -> str:
        """A digest of all that actions share."""
        return digest_of(canonical([self._prints.shared, self._prints.frameworks, *map(digest_of_file, self._rows)]))

    @cached_property
    def _prints(self) -> YearPrints:
        rows = {path / number: digest for path, told in self._rows.items() for number, digest in told.items()}
        return YearPrints(self._workspace, self._folder, rows)

    @cached_property
    def _rows(self) -> Mapping[Path, Mapping[str, str]]:
        """The actions of each workbook."""
        return {path: self._rows_of(path) for path in self._files if path.suffix == WORKBOOK_SUFFIX}

    def _rows_of(self, workbook: Path) -> Mapping[str, str]:
        """Return the actions of a workbook: as they were kept, unless it has changed; nothing when none can be read."""
        key = digest_of(canonical([digest_of_file(workbook), program_digest()]))
        line = self._lot.line(f"classeur-{workbook.name}", self._year)
        if line is not None and line.key == key and line.extract is not None:
            return {str(number): str(digest) for number, digest in line.extract.items()}
        rows = self._rows_in(workbook)
        if self._is_ours:
            self._lot.append(LotLine(number=self._year, mode=f"classeur-{workbook.name}", key=key, extract=dict(rows)))
        return rows

    def standing(self, mode: str, form: Path) -> Standing:
        """Tell how an action stands: everything that decides what is made of it, and each file of it, is looked at."""
        line = self.line(mode, form)
        if line is None or not is_intact(self._home, line.outputs):
            return Standing.CHANGED
        if not self._stands(form, mode, line):
            return Standing.CHANGED
        return Standing.FORBIDDEN if line.key.endswith(_FORBIDDEN) else Standing.STANDS

    def line(self, mode: str, form: Path) -> LotLine | None:
        """Return what was last kept of an action; None when there is nothing."""
        return self._lot.line(mode, number_in(form))

    def kept_texts(self, line: LotLine) -> dict[str, str | None]:
        """Return the digests of the approved drafts that an action names; None for one that is not there."""
        return self._prints.kept_texts(line.kept_texts)

    def lines(self, mode: str) -> Iterator[LotLine]:
        """Yield what was last kept of each action of the year that still has a form."""
        kept = (self.line(mode, form) for form in self.forms)
        return (line for line in kept if line is not None)

    def refused(self, mode: str) -> int:
        """Count the actions of the year of which what was asked was not done."""
        return sum(not span.done for _, span in self._spans(mode))

    def _spans(self, mode: str) -> Iterator[tuple[str, Span]]:
        """Yield the number of each action that still has a form and a line, with what is known without reading it."""
        known = ((number_in(form), self._lot.span(mode, number_in(form))) for form in self.forms)
        return ((number, span) for number, span in known if span is not None)

    def keep(self, mode: str, kept: Kept, *, forbidden: bool = False) -> None:
        """Add what was made of an action, whose files are in place.

        Raises:
            OSError: the disk refused.
        """
        outcome = kept.outcome
        key = self._prints.key(outcome.path, mode, kept.framework, kept.kept_texts)
        self._lot.append(
            LotLine(
                number=number_in(outcome.path),
                mode=mode,
                key="" if _is_in_the_way(outcome) else key + _FORBIDDEN * forbidden,
                framework=kept.framework,
                kept_texts=tuple(kept.kept_texts),
                outputs=self._below_home(outcome.digests),
                findings=outcome.findings,
                done=outcome.done,
                extract=kept.extract,
                left_out=kept.left_out,
                is_complete=kept.is_complete,
                tracks=kept.tracks,
            )
        )

    def kept(self, line: LotLine, outcome: Outcome) -> Kept:
        """Return what a line keeps of an action, with another outcome."""
        return Kept(
            outcome,
            line.framework,
            self.kept_texts(line),
            line.extract,
            line.left_out,
            line.is_complete,
            line.tracks,
        )

    def known(self, form: Path) -> LotLine | None:
        """Return a line whose extract still holds, whatever was made of the action; None when there is none."""
        for mode in self._lot.modes():
            line = self.line(mode, form)
            if line is not None and line.extract is not None and self._stands(form, mode, line):
                return line
        return None

    def year_key(self, mode: str, former: str) -> str:
        """Return the digest of all that decides what the rules of the year find.

        Args:
            mode: that of the lines whose extracts are judged.
            former: the digest of the forms of the year before.
        """
        keys = {number: span.key for number, span in self._spans(mode)}
        return digest_of(canonical({"actions": keys, "avant": former, "commun": self.stamp}))

    def report_key(self, mode: str, findings: Iterable[Finding], day: date) -> str:
        """Return the digest of all that decides what the report of the year shows.

        Args:
            mode: that of the lines that it shows.
            findings: what the rules of the year found.
            day: by which steps are late.
        """
        lines = {number: span.digest for number, span in self._spans(mode)}
        told = [finding_in_full(finding) for finding in findings]
        return digest_of(canonical({"actions": lines, "annee": told, "commun": self.stamp, "jour": day.isoformat()}))

    @property
    def forms_digest(self) -> str:
        """A digest of the forms of the year alone."""
        return digest_of(canonical({path.name: digest_of_file(path) for path in self._files}))

    def year(self, mode: str, key: str) -> LotLine | None:
        """Return what was kept of the year as a whole; None when something has changed since, or a file of it is gone.

        Args:
            mode: what is kept: what the lines of a mode give together, or a report of them.
            key: of all that decides what the year gives.
        """
        line = self._lot.line(mode, self._year)
        return line if line is not None and line.key == key and is_intact(self._home, line.outputs) else None

    def keep_year(self, mode: str, key: str, outcome: Outcome, extract: Data | None = None) -> None:
        """Add what the year as a whole gave.

        Raises:
            OSError: the disk refused.
        """
        self._lot.append(
            LotLine(
                number=self._year,
                mode=mode,
                key=key if outcome.done else "",
                outputs=self._below_home(outcome.digests),
                findings=outcome.findings,
                done=outcome.done,
                extract=extract,
            )
        )

    def _below_home(self, digests: Mapping[Path, str]) -> dict[str, str]:
        return {path.relative_to(self._home).as_posix(): digest for path, digest in digests.items()}

    def removed(self, mode: str) -> Iterator[LotLine]:
        """Yield what was last kept of each action that has no form any more."""
        there = {number_in(form) for form in self.forms}
        kept = (self._lot.line(mode, number) for number in self._lot.numbers(mode) if number not in there)
        return (line for line in kept if line is not None)

    def forget(self, line: LotLine) -> None:
        """Keep nothing more of an action."""
        self._lot.forget(line.mode, line.number)

    def settle(self) -> None:
        """Close the ledger, one line for each action, in order.

        Raises:
            OSError: the disk refused.
        """
        self._lot.settle()

    def close(self) -> None:
        """Close the ledger as it is."""
        self._lot.close()

    def _stands(self, form: Path, mode: str, line: LotLine) -> bool:
        """Whether everything that decides what is made of an action is as it was."""
        return line.key.removesuffix(_FORBIDDEN) == self._prints.key(form, mode, line.framework, self.kept_texts(line))


def _is_in_the_way(outcome: Outcome) -> bool:
    """Whether something of an action could not be written, since somebody’s file stands there: it is tried again."""
    return not outcome.done and bool(outcome.digests)
