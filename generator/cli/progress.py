"""What a long run shows while it goes on: a bar in a terminal, plain lines elsewhere, nothing when it is quiet."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from generator.outcome import Counted

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SECONDS_BETWEEN_LINES = 5.0
_SHORTEST = 0.001


class LongRun:
    """The progress of a run over a year, shown on stderr."""

    def __init__(self, *, quiet: bool) -> None:
        self._quiet = quiet
        self._bar: tuple[Progress, TaskID] | None = None
        self._total = self._done = 0
        self._began = self._told = time.monotonic()

    def begin(self, counted: Counted) -> None:
        """Show how much there is to do."""
        self._total = counted.total - counted.unchanged
        if self._quiet or not self._total:
            return
        unchanged = f", {_actions(counted.unchanged)} inchangée{_s(counted.unchanged)}" if counted.unchanged else ""
        click.echo(f"{_actions(counted.total)} au programme{unchanged}.", err=True)
        if sys.stderr.isatty():
            self._open_bar()

    def advance(self, name: str) -> None:
        """Show that one more action is done.

        Args:
            name: its number.
        """
        self._done += 1
        if self._bar is not None:
            bar, task = self._bar
            bar.update(task, advance=1, action=name, rate=f"{self._pace()} – ")
        elif not self._quiet and self._is_time():
            self._told = time.monotonic()
            click.echo(f"{self._done}/{self._total} – {self._pace()} – {name}", err=True)

    def _pace(self) -> str:
        """Return how fast it goes, and how long the rest will take."""
        rate = self._done / max(time.monotonic() - self._began, _SHORTEST)
        return f"{rate:.0f} par seconde – encore {_duration((self._total - self._done) / rate)}"

    def __enter__(self) -> Self:
        """Begin; nothing is shown yet."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar[0].stop()

    def _is_time(self) -> bool:
        return self._done < self._total and time.monotonic() - self._told >= _SECONDS_BETWEEN_LINES

    def _open_bar(self) -> None:
        """Show a bar; what is printed meanwhile stands above it."""
        from rich.console import Console  # noqa: PLC0415 - a terminal alone shows a bar
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 - the same

        bar = Progress(
            MofNCompleteColumn(),
            BarColumn(),
            TextColumn("{task.fields[rate]}{task.fields[action]}"),
            console=Console(stderr=True),
            transient=True,
        )
        bar.start()
        self._bar = (bar, bar.add_task("", total=self._total, action="", rate=""))


def _actions(count: int) -> str:
    return f"{count} action{_s(count)}"


def _s(count: int) -> str:
    return "s" if count > 1 else ""


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"
