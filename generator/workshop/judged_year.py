"""Judging a year: its programme, what its actions give together, and what they took over from the year before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.case.year import ActionExtract, extract_of
from generator.findings import Finding
from generator.judgement import GatheredYear
from generator.ledger import LotLine, YearLedger
from generator.load import CaseLoader
from generator.workshop.bench import Bench, workshop_of


def year_findings(
    folder: Path, lines: Iterable[LotLine], former: YearLedger, bench: Bench, *, final: bool
) -> tuple[Finding, ...]:
    """Judge a year by what is kept of its actions.

    Args:
        folder: that of the year's inputs.
        lines: what is kept of each action.
        former: what is kept of the year before; what is not is read.
        bench: where the year stands.
        final: whether final documents are wanted.
    """
    loader = workshop_of(bench.workspace, bench.request, bench.stamp).loader
    year = GatheredYear(folder, loader)
    for line in lines:
        if line.extract is None:
            year.add_unread()
        else:
            year.add_extract(ActionExtract.from_json(line.extract), line.left_out)
    return year.findings(_former(former, loader), final=final)


def _former(ledger: YearLedger, loader: CaseLoader) -> Iterator[ActionExtract]:
    """Yield what is kept of the actions of the year before, and read the others."""
    for form in ledger.forms:
        line = ledger.known(form)
        if line is not None and line.extract is not None:
            yield ActionExtract.from_json(line.extract)
        elif (case := loader.case(form).case) is not None:
            yield extract_of(case)
