"""``parafe check``: findings only."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.targets import find_workspace, sort_paths
from generator.conductors import check
from generator.findings import Finding
from generator.outcome import Outcome
from generator.workspace import WORKBOOK_SUFFIX, Workspace

_APART = (
    "Une copie perdrait ce que le classeur contient d’autre (zone de texte, bouton, extension…) : les constats sont "
    "dans un classeur à part, avec leur feuille et leur cellule."
)


@click.command(
    cls=FrenchCommand,
    help="Contrôle des actions, une année, une convention ou un programme, sans rien écrire.\n\n"
    "CHEMIN est le fichier d’une action, le dossier d’une année, le fichier d’une convention ou d’un programme. "
    "Sort avec 1 si une erreur est trouvée.\n\n"
    "\b\nExemples :\n  parafe check inputs/2017/2017-01.yaml\n  parafe check inputs/2017 --final\n"
    "  parafe check inputs/2017 --timeline --date 2017-03-15",
)
@options.paths
@click.option(
    "--annotate",
    "copy",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FICHIER.xlsx",
    help="Pour un classeur : en écrit une copie, chaque constat en commentaire et en couleur dans sa cellule.",
)
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
    copy: Path | None,
    final: bool,
    timeline: bool,
    today: date,
    workspace_dir: Path | None,
    output_format: str,
    quiet: bool,
    log_file: Path | None,
) -> int:
    """Check and report."""
    if copy is not None and not (len(paths) == 1 and paths[0].suffix == WORKBOOK_SUFFIX and paths[0].is_file()):
        raise click.UsageError("L’option --annotate demande un classeur (.xlsx), et lui seul.")
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
    copied = _annotated(paths[0], copy, findings, workspace) if copy is not None else None
    written = copied.produced if copied is not None else ()
    report.keep(log_file, findings, written)
    if output_format == "json":
        click.echo(report.as_json([*findings, *(copied.findings if copied is not None else ())], written))
    else:
        for outcome in outcomes:
            report.show_timeline(outcome.path, outcome.timeline, today)
        report.show_by_action(found, workspace.root)
        report.conclude(findings, quiet=quiet)
        if copied is not None:
            report.tell(copied, workspace.root)
    if copied is not None and not copied.done:
        return REFUSED
    return DONE if all(outcome.done for outcome in outcomes) else REFUSED


def _annotated(source: Path, copy: Path, findings: Sequence[Finding], workspace: Workspace) -> Outcome:
    """Write the findings into a copy of the workbook; say so where they had to be written apart."""
    from generator.conductors.annotate import write_annotated  # noqa: PLC0415 - dear; most checks do without

    outcome, is_separate = write_annotated(source, copy, findings, workspace)
    if outcome.done and is_separate:
        click.echo(_APART, err=True)
    return outcome
