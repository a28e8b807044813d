"""``parafe templates``: what a template holds, what it may hold, and what is wrong with it."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand, FrenchGroup
from generator.cli.targets import find_workspace
from generator.conductors.review import Reviewed, review_templates, text_of_template, write_annotated
from generator.conductors.variables import as_line, as_markdown, describe_variables
from generator.findings import errors

_REFRESH = "parafe templates vars --format markdown > docs/variables.md"
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
    "Avec --annotate : écrit aussi une copie du modèle où chaque constat est un commentaire Word, à sa place.\n\n"
    "\b\nExemples :\n  parafe templates check\n  parafe templates check convention_specifique --unused\n"
    "  parafe templates check brouillon.docx --annotate brouillon-annote.docx",
)
@click.argument("targets", nargs=-1, metavar="[GENRE|CHEMIN]…")
@click.option("--unused", is_flag=True, help="Dit aussi quelles valeurs du catalogue le modèle n’emploie pas.")
@click.option(
    "--annotate",
    "copy",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FICHIER",
    help="Où écrire une copie annotée de l’unique modèle donné ; un fichier présent n’est pas remplacé.",
)
@options.workspace
@options.output_format
@options.quiet
def check(  # noqa: PLR0913 - one parameter for each option of the contract
    targets: tuple[str, ...],
    *,
    unused: bool,
    copy: Path | None,
    workspace_dir: Path | None,
    output_format: str,
    quiet: bool,
) -> int:
    """Review templates and report."""
    if copy is not None and len(targets) != 1:
        raise click.UsageError("--annotate demande un modèle, et un seul.")
    workspace = find_workspace(workspace_dir, [Path(target) for target in targets])
    reviewed = list(review_templates(targets, workspace, unused=unused))
    if not reviewed:
        click.echo(_NO_KIND, err=True)
        return REFUSED
    if copy is not None and not _write_annotated(reviewed[0], copy):
        return REFUSED
    findings = [finding for each in reviewed for finding in each.findings]
    if output_format == "json":
        click.echo(report.as_json(findings))
    else:
        report.show(findings, workspace.root)
        report.conclude(findings, quiet=quiet)
    return REFUSED if any(errors(findings)) else DONE


def _write_annotated(reviewed: Reviewed, copy: Path) -> bool:
    """Write a template's annotated copy, and tell its path or why there is none."""
    outcome = write_annotated(reviewed, copy)
    report.show(outcome.findings, Path())
    for path in outcome.produced:
        click.echo(report.shown(path), err=True)
    return outcome.done


@command.command(
    "vars",
    cls=FrenchCommand,
    short_help="Les variables qu’un modèle peut lire, avec leur sens.",
    help="Donne les variables qu’un modèle peut lire, une par ligne : chemin, type, sens, exemple, et entre crochets "
    "les genres et les articles qui l’emploient. « [] » tient lieu de chaque élément d’une liste.\n\n"
    "Sans GENRE, celles de tous les genres.\n\n"
    "\b\nExemples :\n  parafe templates vars ordre_de_mission\n  parafe templates vars --format markdown",
)
@click.argument("kind", required=False, metavar="[GENRE]")
@click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "markdown"]),
    default="text",
    metavar="text|markdown",
    help="Une ligne par variable, ou une page où chaque groupe est décrit une fois (défaut : text).",
)
@options.workspace
def variables(kind: str | None, *, output_format: str, workspace_dir: Path | None) -> int:
    """Print the catalogue."""
    workspace = find_workspace(workspace_dir)
    described, findings = describe_variables(workspace, kind)
    report.show(findings, workspace.root)
    if findings:
        return REFUSED
    if output_format == "markdown":
        click.echo(as_markdown(described, _REFRESH), nl=False)
    else:
        for variable in described:
            click.echo(as_line(variable))
    return DONE


@command.command(
    "text",
    cls=FrenchCommand,
    short_help="Le texte fixe d’un modèle, pour le relire.",
    help="Donne le texte fixe d’un modèle, partie par partie : « … » tient lieu de chaque valeur, « / » sépare les "
    "variantes d’une même phrase.\n\n"
    "\b\nExemple :\n  parafe templates text convention_specifique",
)
@click.argument("target", metavar="GENRE|CHEMIN")
@options.workspace
def text(target: str, *, workspace_dir: Path | None) -> int:
    """Print the static text of a template."""
    workspace = find_workspace(workspace_dir, [Path(target)])
    lines, findings = text_of_template(target, workspace)
    report.show(findings, workspace.root)
    for part, paragraphs in groupby(lines, key=itemgetter(0)):
        click.echo(f"[{part}]")
        for _, paragraph in paragraphs:
            click.echo(paragraph)
    return REFUSED if findings else DONE
