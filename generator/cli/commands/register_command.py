"""``parafe register``: the register of acts."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import DONE, options, report
from generator.cli.click_in_french import FrenchCommand, FrenchGroup
from generator.cli.targets import find_workspace
from generator.conductors.register import export_register, rebuild_register
from generator.register.register_table import SUFFIXES


@click.group(
    cls=FrenchGroup,
    help="Le registre des actes : une ligne par dossier de signature.\n\n"
    "\b\nExemples :\n  parafe register export registre.xlsx\n  parafe register rebuild",
)
def command() -> None:
    """Group what is done with the register."""


@command.command(
    "export",
    cls=FrenchCommand,
    short_help="Le registre en tableau, pour Excel ou LibreOffice.",
    help="Écrit le registre des actes dans FICHIER, dont l’extension est .xlsx ou .csv : numéro, version, objet, "
    "dates, empreintes, état, montants par devise.\n\n"
    "\b\nExemples :\n  parafe register export registre.xlsx\n  parafe register export registre.csv --overwrite",
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="FICHIER")
@click.option("--overwrite", is_flag=True, help="Remplace un autre fichier de ce nom.")
@options.workspace
@options.output
def export(file: Path, *, overwrite: bool, workspace_dir: Path | None, output_dir: Path | None) -> int:
    """Write the register."""
    if file.suffix.lower() not in SUFFIXES:
        raise click.UsageError(f"« {file.name} » doit finir par {' ou '.join(SUFFIXES)}.")
    workspace = find_workspace(workspace_dir)
    return report.tell(export_register(file, workspace, output_dir, overwrite=overwrite), workspace.root)


@command.command(
    "rebuild",
    cls=FrenchCommand,
    short_help="L’index du registre, refait à neuf.",
    help="Refait l’index du registre (output/registre.sqlite) à partir des manifestes et des retours. L’index n’est "
    "jamais la vérité : il peut être supprimé à tout moment.\n\n"
    "\b\nExemple :\n  parafe register rebuild",
)
@options.workspace
@options.output
@options.quiet
def rebuild(*, workspace_dir: Path | None, output_dir: Path | None, quiet: bool) -> int:
    """Read everything again."""
    count = rebuild_register(find_workspace(workspace_dir), output_dir)
    if not quiet:
        click.echo(f"{count} dossier{'s' if count > 1 else ''} au registre.", err=True)
    return DONE
