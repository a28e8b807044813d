"""``parafe check``: findings only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.targets import find_workspace, sort_paths
from generator.conductors import check


@click.command(
    cls=FrenchCommand,
    help="Contrôle des actions, une année, une convention ou un programme, sans rien écrire.\n\n"
    "CHEMIN est le fichier d’une action, le dossier d’une année, le fichier d’une convention ou d’un programme. "
    "Sort avec 1 si une erreur est trouvée.\n\n"
    "\b\nExemples :\n  parafe check inputs/2017/2017-01.yaml\n  parafe check inputs/2017 --final\n"
    "  parafe check inputs/2017 --timeline --date 2017-03-15",
)
@options.paths
@options.final
@options.timeline
@options.today
@options.workspace
@options.output_format
@options.quiet
@options.log
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    paths: tuple[Path, ...],
    *,
    final: bool,
    timeline: bool,
    today: date,
    workspace_dir: Path | None,
    output_format: str,
    quiet: bool,
    log_file: Path | None,
) -> int:
    """Check and report."""
    workspace = find_workspace(workspace_dir, paths)
    targets = sort_paths(paths)
    if targets.is_empty:
        click.echo(report.NOTHING_THERE, err=True)
        return REFUSED
    outcomes = [
        *check.check_frameworks(targets.frameworks, workspace),
        *check.check_years(targets.actions, targets.programmes, workspace, final=final, with_timeline=timeline),
    ]
    found = {outcome.path: outcome.findings for outcome in outcomes}
    findings = [finding for _, group in report.grouped(found) for finding in group]
    report.keep(log_file, findings)
    if output_format == "json":
        click.echo(report.as_json(findings))
    else:
        for outcome in outcomes:
            report.show_timeline(outcome.path, outcome.timeline, today)
        report.show_by_action(found, workspace.root)
        report.conclude(findings, quiet=quiet)
    return DONE if all(outcome.done for outcome in outcomes) else REFUSED
