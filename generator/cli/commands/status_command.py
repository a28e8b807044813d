"""``parafe status``: where each action stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.status_text import show_status, status_as_json
from generator.cli.targets import find_workspace, sort_paths
from generator.conductors.status import status_of_year
from generator.workspace import Workspace, is_year_folder


@click.command(
    cls=FrenchCommand,
    help="Dit où en est chaque action : projets, votes, dossier de signature, retours, étapes en retard.\n\n"
    "QUOI est une année, le dossier d’une année ou le fichier d’une action ; sans lui, toutes les années. Avec --date, "
    "les votes, les signatures, les retours et les retards sont ceux de ce jour-là ; les projets et les dossiers sont "
    "toujours montrés tels qu’ils sont.\n\n"
    "\b\nExemples :\n  parafe status 2017\n  parafe status inputs/2017/2017-01.yaml --date 2017-04-10",
)
@click.argument("targets", nargs=-1, metavar="[QUOI]…")
@options.today
@options.workspace
@options.output
@options.output_format
def command(
    targets: tuple[str, ...],
    *,
    today: date,
    workspace_dir: Path | None,
    output_dir: Path | None,
    output_format: str,
) -> int:
    """Tell where actions stand."""
    workspace = find_workspace(workspace_dir, map(Path, targets))
    forms = list(dict.fromkeys(_forms(targets, workspace)))
    statuses = [
        status
        for folder in dict.fromkeys(form.parent for form in forms)
        for status in status_of_year(
            folder, workspace, [form for form in forms if form.parent == folder], today, output_dir
        )
    ]
    if output_format == "json":
        click.echo(status_as_json(statuses, today))
    elif statuses:
        show_status(statuses, today)
    else:
        click.echo(report.NOTHING_THERE, err=True)
    return DONE if statuses else REFUSED


def _forms(targets: tuple[str, ...], workspace: Workspace) -> Iterator[Path]:
    """Yield the forms of the actions that are asked for; a year stands for its folder."""
    paths = [workspace.year(target) if is_year_folder(target) else Path(target) for target in targets]
    years = paths or [folder for folder in sorted((workspace.root / "inputs").iterdir()) if is_year_folder(folder.name)]
    return (form for form in sort_paths(years).actions if form.is_file())
