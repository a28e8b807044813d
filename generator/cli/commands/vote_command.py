"""``parafe vote``: what an assembly approved is kept."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from generator.cli import options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.targets import find_workspace
from generator.conductors.vote import Ballot, record_vote


def _stated(_context: click.Context, _parameter: click.Parameter, number: str) -> str:
    if not number.strip():
        raise click.BadParameter(number)
    return number


@click.command(
    cls=FrenchCommand,
    help="Garde le projet qu’une assemblée a approuvé, et ce qu’il fixe.\n\n"
    "Le projet et ses données sont copiés sous votes/ ; les lignes à porter au formulaire sont affichées. L’acte à "
    "signer leur sera comparé : parties, objet, obligations, montants et terme ne changent pas après le vote.\n\n"
    "\b\nExemple :\n  parafe vote inputs/2017/2017-01.yaml --party valmont --on 2017-03-27 --number DM-2017-041",
)
@click.argument("action", type=click.Path(path_type=Path), metavar="ACTION")
@click.option("--party", required=True, metavar="PARTIE", help="Identifiant de la partie dont l’assemblée a délibéré.")
@click.option(
    "--on", "day", required=True, type=click.DateTime(["%Y-%m-%d"]), metavar="AAAA-MM-JJ", help="Jour du vote."
)
@click.option("--number", required=True, callback=_stated, metavar="NUMÉRO", help="Numéro de la délibération.")
@click.option(
    "--draft",
    type=click.Path(path_type=Path),
    metavar="FICHIER",
    help="Fichier annexé à la délibération (défaut : le projet qui se trouve dans output/).",
)
@options.workspace
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    action: Path, *, party: str, day: datetime, number: str, draft: Path | None, workspace_dir: Path | None
) -> int:
    """Keep the draft and print the lines of the form."""
    workspace = find_workspace(workspace_dir, [action])
    recorded = record_vote(action, workspace, Ballot(party, day.date(), number, draft))
    code = report.tell(recorded.outcome, workspace.root)
    if recorded.lines:
        click.echo(f"À porter dans {report.shown(action)} :\n\n{recorded.lines}", err=True)
    return code
