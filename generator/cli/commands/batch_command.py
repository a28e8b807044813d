"""``parafe batch``: a year’s programme, all its actions and its own rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from generator.cli import BROKEN, DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.progress import LongRun
from generator.cli.targets import find_workspace
from generator.cli.workers import crew_of
from generator.conductors.batch import BatchRequest, batch
from generator.findings import Finding
from generator.outcome import Counted, Outcome, YearEnd
from generator.spreading import NoExecutorError
from generator.workspace import Workspace, actions_in, is_year_folder, programme_in, workbook_in


@click.command(
    cls=FrenchCommand,
    help="Produit toute une année : chaque action du programme, puis ce que l’année seule montre.\n\n"
    "Ce qui n’a pas changé depuis la dernière fois n’est pas refait. Une action en défaut n’arrête pas les autres. "
    "Un lot interrompu se reprend : il suffit de relancer la commande.\n\n"
    "\b\nExemples :\n  parafe batch inputs/2017\n  parafe batch inputs/2017 --final --jobs 2",
)
@click.argument("programme", type=click.Path(path_type=Path), metavar="PROGRAMME")
@options.final
@click.option(
    "--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Nombre de processus (défaut : 1, celui-ci)."
)
@click.option("--scheduler", metavar="ADRESSE", help="Ordonnanceur Dask qui répartit le travail : tcp://… ou tls://…")
@click.option("--strict", is_flag=True, help="Tout ou rien : si une action ne peut être produite, aucune ne l’est.")
@click.option("--prune", is_flag=True, help="Supprime les projets des actions qui n’ont plus de formulaire.")
@click.option(
    "--overwrite", is_flag=True, help="Remplace un projet modifié à la main ; une copie de votre version est gardée."
)
@options.today
@options.workspace
@options.output
@options.output_format
@options.quiet
@options.log
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    programme: Path,
    *,
    final: bool,
    jobs: int,
    scheduler: str | None,
    strict: bool,
    prune: bool,
    overwrite: bool,
    today: date,
    workspace_dir: Path | None,
    output_dir: Path | None,
    output_format: str,
    quiet: bool,
    log_file: Path | None,
) -> int:
    """Make a year and report."""
    workspace = find_workspace(workspace_dir, (programme,))
    folder = _year_of(programme, workspace)
    if not actions_in(folder):
        click.echo(report.NOTHING_THERE, err=True)
        return REFUSED
    request = BatchRequest(today, final=final, output=output_dir, overwrite=overwrite, strict=strict, prune=prune)
    as_text = output_format == "text"
    try:
        with LongRun(quiet=quiet or not as_text) as shown:
            told = _told(
                batch(folder, workspace, request, crew_of(jobs, scheduler)), shown, workspace if as_text else None
            )
    except NoExecutorError as error:
        click.echo(f"Plus aucun processus ne répond ({error.reason}). Ce qui est fait est gardé.", err=True)
        return BROKEN
    report.keep(log_file, told.findings, told.produced)
    if not as_text:
        click.echo(report.as_json(told.findings, told.produced))
    elif not quiet:
        click.echo(_summary(told.end, len(told.produced)), err=True)
        report.conclude(told.findings, quiet=quiet)
    return DONE if told.end.done else REFUSED


def _year_of(programme: Path, workspace: Workspace) -> Path:
    """Return the folder of the year that is meant: by its name, by its number, or by its programme.

    Raises:
        click.UsageError: it is none.
    """
    if is_year_folder(str(programme)) and not programme.exists():
        programme = workspace.year(str(programme))
    is_programme = programme.is_file() and programme in {programme_in(programme.parent), workbook_in(programme.parent)}
    folder = programme.parent if is_programme else programme
    if not (folder.is_dir() and is_year_folder(folder.absolute().name)):
        message = f"« {programme} » n’est ni le dossier d’une année (inputs/2018), ni son programme."
        raise click.UsageError(message)
    return folder


@dataclass
class _Told:
    """What a run gave, as it was told."""

    end: YearEnd = field(default_factory=lambda: YearEnd(0, 0, 0))
    findings: list[Finding] = field(default_factory=list)
    produced: list[Path] = field(default_factory=list)


def _told(events: Iterator[Counted | Outcome | YearEnd], shown: LongRun, workspace: Workspace | None) -> _Told:
    """Follow a run to its end, and show each action as it is done; show nothing without a workspace."""
    told = _Told()
    for event in events:
        match event:
            case Counted():
                shown.begin(event)
            case Outcome():
                if workspace is not None:
                    report.tell(event, workspace.root)
                shown.advance(event.path.stem)
                told.findings += event.findings
                told.produced += event.produced
            case YearEnd():
                told.end = event
                told.findings += event.findings
                told.produced += event.produced
                if workspace is not None:
                    report.tell(Outcome(Path(), event.findings, event.produced), workspace.root)
    return told


def _summary(end: YearEnd, written: int) -> str:
    """Say how the year ended, in one line."""
    counts = {"traitée": end.total - end.unchanged, "inchangée": end.unchanged, "refusée": end.refused}
    parts = [_counted(count, word) for word, count in counts.items() if count or word != "refusée"]
    return f"{_counted(end.total, 'action')} : {', '.join(parts)} ; {_counted(written, 'écrit')}."


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"
