"""The report of a year: what the ledger keeps of it, as a page and as data."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.ledger import LotLine, YearLedger
from generator.outcome import Outcome
from generator.publish import write_pieces
from generator.reports import SheetRow, SheetSession, YearSheet, html_report, json_report
from generator.workshop.bench import Bench, workshop_of


def reported_year(  # noqa: PLR0913, PLR0917 - what is known of a year, and where it goes
    folder: Path, ledger: YearLedger, mode: str, year: Outcome, bench: Bench, home: Path, day: date
) -> Outcome:
    """Write the report of a year.

    Args:
        folder: that of the year's inputs.
        ledger: what is kept of its actions.
        mode: that of the lines which it shows.
        year: what the rules of the year found, and the documents of the year.
        bench: where the year stands.
        home: the folder of the year's outputs.
        day: by which steps are late.

    Raises:
        OSError: the disk refused.
    """
    sheet = _sheet(folder, ledger, mode, year, bench, home, day)
    digests = {
        home / "rapport.html": write_pieces(home / "rapport.html", html_report(sheet)),
        home / "rapport.json": write_pieces(home / "rapport.json", json_report(sheet)),
    }
    return Outcome(folder, produced=tuple(digests), digests=digests)


def _sheet(  # noqa: PLR0913, PLR0917 - the same
    folder: Path, ledger: YearLedger, mode: str, year: Outcome, bench: Bench, home: Path, day: date
) -> YearSheet:
    """Gather what the report shows; where no framework convention can be read, identifiers stand for names."""
    loader = workshop_of(bench.workspace, bench.request, bench.stamp).loader
    programme = loader.programme(folder)
    known = programme.partial if programme else None
    framework_id = known.framework if known else next((line.framework for line in ledger.lines(mode)), "")
    record = loader.year(folder, framework_id)
    framework = record.framework if record else None
    return YearSheet(
        year=folder.name,
        framework_title=framework.title if framework else "",
        mode="dossiers" if bench.request.final else "projets",
        day=day,
        rows=lambda: map(_row, ledger.lines(mode)),
        axes={axis.id: axis.label for axis in framework.axes} if framework else {},
        parties={party.id: party.name for party in framework.parties} if framework else {},
        sessions=tuple(
            SheetSession(session.party, session.day) for session in (known.sessions if known else ()) if session.day
        ),
        findings=year.findings,
        documents=tuple(path.relative_to(home).as_posix() for path in year.digests),
    )


def _row(line: LotLine) -> SheetRow:
    return SheetRow(
        number=line.number,
        done=line.done,
        findings=line.findings,
        outputs=tuple(line.outputs),
        extract_data=line.extract,
        track_data=line.tracks,
    )
