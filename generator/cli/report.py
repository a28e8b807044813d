"""How findings are shown: framed for a person, one a line for a pipe, JSON for a program."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

import click

from generator.case.tracks import Step, Track
from generator.cli import DONE, REFUSED
from generator.findings import Finding, Severity, by_place
from generator.french import long_date
from generator.outcome import Outcome

NOTHING_THERE = "Aucune action à cet endroit."
_NARROWEST = 40
_SHARED = "Plusieurs fichiers à la fois"

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.WAIVED: "cyan", Severity.INFORMATION: "blue"}


def show(findings: Sequence[Finding], root: Path) -> None:
    """Write findings to stderr: framed in a terminal, one a line elsewhere.

    Args:
        findings: what to show, in order.
        root: the workspace, where the findings' files are found.
    """
    framed = sys.stderr.isatty()
    for finding in findings:
        click.echo(_framed(finding, root) if framed else one_line(finding), err=True)


def tell(outcome: Outcome, root: Path) -> int:
    """Show what one run found and wrote, and return its exit code."""
    show(outcome.findings, root)
    for path in outcome.produced:
        click.echo(shown(path))
    return DONE if outcome.done else REFUSED


def show_by_action(found: Mapping[Path, Sequence[Finding]], root: Path) -> None:
    """Write the findings of several files to stderr: in a terminal, each file's under its name.

    Args:
        found: the file of each action (or convention, or programme), and what was found about it.
        root: the workspace, where the findings' files are found.
    """
    for heading, findings in grouped(found):
        if len(found) > 1 and sys.stderr.isatty():
            click.echo(click.style(f"── {heading}\n", bold=True), err=True)
        show(findings, root)


def grouped(found: Mapping[Path, Sequence[Finding]]) -> Iterator[tuple[str, list[Finding]]]:
    """Yield headings with their findings: first what several files share, once; then file by file."""
    times = Counter(chain.from_iterable(set(findings) for findings in found.values()))
    shared = [finding for finding, count in times.items() if count > 1]
    if shared:
        yield _SHARED, by_place(shared)
    for path, findings in found.items():
        own = [finding for finding in dict.fromkeys(findings) if times[finding] == 1]
        if own:
            yield shown(path), own


def show_timeline(path: Path, tracks: Sequence[Track], today: date) -> None:
    """Write an action's timeline to stdout: the steps of each party, and the next one, by when."""
    if tracks:
        click.echo(shown(path))
    for track in tracks:
        click.echo(f"  {track.name}")
        for step in track.steps:
            click.echo("    " + _step_line(step, today))
        following = track.next_step(today)
        if following is not None:
            deadline = following.deadline(today)
            limit = f", au plus tard le {long_date(deadline)}" if deadline else ""
            click.echo(f"    → prochaine étape : {following.label}{limit}")


def _step_line(step: Step, today: date) -> str:
    day = step.day or step.planned
    due, told = step.due_on(today), step.reference_on(today)
    when = long_date(day) if day else f"d’ici au {long_date(due)}" if due else "date à fixer"
    reference = f" ({told})" if told else ""
    return f"{step.state(today).value:<10} {when:<28} {step.label}{reference}"


def conclude(findings: Sequence[Finding], *, quiet: bool) -> None:
    """Write the count of findings to stderr, unless asked to be quiet."""
    if not quiet:
        click.echo(count(findings), err=True)


def keep(log_file: Path | None, findings: Sequence[Finding], produced: Sequence[Path] = ()) -> None:
    """Append a run's findings and the paths produced to a log, if one is asked for.

    Raises:
        OSError: the log cannot be written.
    """
    if log_file is None:
        return
    lines = [*map(one_line, findings), *map(shown, produced), count(findings)]
    with log_file.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def shown(path: Path) -> str:
    """Return a produced path as users type it: relative to the current folder where it can be."""
    absolute = path.absolute()
    here = Path.cwd()
    return absolute.relative_to(here).as_posix() if absolute.is_relative_to(here) else absolute.as_posix()


def one_line(finding: Finding) -> str:
    """``file:line:col: CODE [erreur] message``, then the citation and the fix, never wrapped."""
    parts = [f"{finding.place}: {finding.code} [{finding.severity.value}] {_flat(finding.message)}"]
    if finding.citation:
        parts.append(f"[{_flat(finding.citation)}]")
    if finding.fix:
        parts.append(f"→ {_flat(finding.fix)}")
    return " ".join(parts)


def count(findings: Iterable[Finding]) -> str:
    """« 3 erreurs, 2 avertissements, 1 dérogation »."""
    tally = dict.fromkeys(Severity, 0)
    for finding in findings:
        tally[finding.severity] += 1
    words = [f"{n} {severity.value}{'s' if n > 1 else ''}" for severity, n in tally.items() if n]
    return ", ".join(words) or "aucun constat"


def as_json(findings: Sequence[Finding], produced: Sequence[Path] = ()) -> str:
    """Return the JSON form of a run: its findings and the paths produced."""
    report = {
        "findings": [finding.as_json() for finding in findings],
        "produced": [path.as_posix() for path in produced],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))


def _framed(finding: Finding, root: Path) -> str:
    colour = _COLOURS[finding.severity]
    head = click.style(f"{finding.code} {finding.severity.value}", fg=colour, bold=True)
    lines = [f"{head}  {finding.place}", _wrapped(finding.message), *_excerpt(finding, root)]
    if finding.citation:
        lines.append(click.style(_wrapped(f"Texte : {finding.citation}"), dim=True))
    if finding.fix:
        lines.append(_wrapped(f"À faire : {finding.fix}"))
    return "\n".join(lines) + "\n"


def _wrapped(text: str) -> str:
    """Fill lines between words, at the terminal's width; a no-break space is no place to break."""
    import textwrap  # noqa: PLC0415 - a run without a finding does without

    width = max(shutil.get_terminal_size().columns, _NARROWEST)
    indent = " " * 2
    return textwrap.fill(
        text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _excerpt(finding: Finding, root: Path) -> list[str]:
    """Return the input's line with a caret under the value, when the file can be read."""
    line, column = finding.place.line, finding.place.column
    if line is None or column is None:
        return []
    try:
        text = (root / finding.place.file).read_text(encoding="utf-8", errors="replace").splitlines()[line - 1]
    except (OSError, IndexError):
        return []
    number = f"{line:>5} | "
    return [f"{number}{text}", f"{'|':>{len(number) - 1}} {' ' * (column - 1)}^"]
