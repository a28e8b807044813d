"""``parafe init``: a fresh workspace."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import DONE, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.conductors.new import new_workspace


@click.command(
    cls=FrenchCommand,
    help="Prépare un nouvel espace de travail : modèles Word, textes de loi, barèmes, et l’exemple complet.\n\n"
    "Un fichier déjà présent n’est jamais remplacé.\n\n"
    "\b\nExemple :\n  parafe init cooperation\n  cd cooperation\n  parafe generate inputs/2017",
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DOSSIER")
@options.quiet
def command(folder: Path, *, quiet: bool) -> int:
    """Write the workspace and report."""
    outcome = new_workspace(folder)
    report.show(outcome.findings, Path())
    for path in outcome.produced:
        click.echo(path.as_posix())
    if outcome.findings:
        report.conclude(outcome.findings, quiet=quiet)
    return DONE
