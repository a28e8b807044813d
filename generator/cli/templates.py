"""``parafe templates``: what a template holds, what it may hold, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.french import FrenchCommand, FrenchGroup
from generator.cli.targets import find_workspace
from generator.findings import errors
from generator.template_review import review_templates

_NO_KIND = "Aucun genre de document dans templates/."


@click.group(
    cls=FrenchGroup,
    help="Relit les modèles Word : leurs fautes, leurs variables, leur texte.\n\n"
    "\b\nExemples :\n  parafe templates check\n  parafe templates vars convention_specifique\n"
    "  parafe templates text ordre_de_mission",
)
def command() -> None:
    """Group what is done with templates."""


@command.command(
    "check",
    cls=FrenchCommand,
    short_help="Les fautes des modèles, sans aucune donnée.",
    help="Relit des modèles sans aucune donnée : balises fautives, noms inconnus, révisions en attente, typographie, "
    "mise en forme hors des styles.\n\n"
    "GENRE est un dossier de templates/, CHEMIN un fichier .docx ; sans rien, tous les genres. Sort avec 1 si une "
    "erreur est trouvée.\n\n"
    "\b\nExemples :\n  parafe templates check\n  parafe templates check convention_specifique --unused\n"
    "  parafe templates check brouillon.docx",
)
@click.argument("targets", nargs=-1, metavar="[GENRE|CHEMIN]…")
@click.option("--unused", is_flag=True, help="Dit aussi quelles valeurs du catalogue le modèle n’emploie pas.")
@options.workspace
@options.output_format
@options.quiet
def check(
    targets: tuple[str, ...], *, unused: bool, workspace_dir: Path | None, output_format: str, quiet: bool
) -> int:
    """Review templates and report."""
    workspace = find_workspace(workspace_dir, [Path(target) for target in targets])
    reviewed = list(review_templates(targets, workspace, unused=unused))
    if not reviewed:
        click.echo(_NO_KIND, err=True)
        return REFUSED
    findings = [finding for each in reviewed for finding in each.findings]
    if output_format == "json":
        click.echo(report.as_json(findings))
    else:
        report.show(findings, workspace.root)
        report.conclude(findings, quiet=quiet)
    return REFUSED if any(errors(findings)) else DONE
