"""``parafe new``: commented forms."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from generator.cli import REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand, FrenchGroup
from generator.cli.targets import find_workspace
from generator.conductors.new import new_action, new_framework, next_year_action


@click.group(
    cls=FrenchGroup,
    help="Écrit un formulaire commenté, à remplir.\n\n"
    "\b\nExemples :\n  parafe new action 2018\n  parafe new action 2018 --from inputs/2017/2017-01.yaml\n"
    "  parafe new convention metz-laayoune-2022",
)
def command() -> None:
    """Group the forms."""


@command.command(
    "action",
    cls=FrenchCommand,
    short_help="Le formulaire d’une action, sous le premier numéro libre de l’année.",
    help="Écrit le formulaire d’une action, sous le numéro donné ou le premier libre de l’année (défaut : l’année en "
    "cours), et celui du programme de l’année s’il n’existe pas encore.\n\n"
    "Avec --from : reprend une action antérieure, sans ses délibérations, dates, signataires, taux, dérogations, ni ce "
    "qui avait été obtenu.\n\n"
    "\b\nExemple :\n  parafe new action 2018 --from inputs/2017/2017-01.yaml",
)
@click.argument("year", required=False, metavar="[ANNÉE|NUMÉRO]")
@click.option(
    "--from", "old", type=click.Path(path_type=Path), metavar="FICHIER", help="Action antérieure dont on repart."
)
@options.workspace
def action(year: str | None, *, old: Path | None, workspace_dir: Path | None) -> int:
    """Write the form of an action."""
    chosen = year or str(date.today().year)  # noqa: DTZ011 - the year on the user's wall
    match = re.fullmatch("([0-9]{4})(-[0-9]{2})?", chosen)
    if match is None:
        click.echo(
            f"« {chosen} » n’est pas une année : écrivez quatre chiffres, ou un numéro d’action (AAAA-NN).", err=True
        )
        return REFUSED
    workspace = find_workspace(workspace_dir, [old] if old else [])
    number = chosen if match[2] else None
    if number and (workspace.year(match[1]) / f"{number}.yaml").exists():
        click.echo(f"L’action {number} existe déjà : donnez un autre numéro, ou l’année seule.", err=True)
        return REFUSED
    if old is None:
        return report.tell(new_action(workspace, match[1], number), workspace.root)
    return report.tell(next_year_action(workspace, match[1], old, number), workspace.root)


@command.command(
    "convention",
    cls=FrenchCommand,
    short_help="Le formulaire d’une convention-cadre et de ses événements.",
    help="Écrit le formulaire d’une convention-cadre et celui de ses événements.\n\n"
    "Avec --from : le texte signé (texte brut, UTF-8) est découpé en titre, parties, préambule, articles, alinéas et "
    "formule finale, mot pour mot.\n\n"
    "\b\nExemples :\n  parafe new convention metz-laayoune-2022\n"
    "  parafe new convention metz-laayoune-2022 --from convention-signee.txt",
)
@click.argument("identifier", metavar="IDENTIFIANT")
@click.option(
    "--from", "signed", type=click.Path(path_type=Path), metavar="TEXTE", help="Texte signé, en texte brut (.txt)."
)
@options.workspace
def convention(identifier: str, *, signed: Path | None, workspace_dir: Path | None) -> int:
    """Write the forms of a framework convention."""
    workspace = find_workspace(workspace_dir)
    if not _is_safe_name(identifier):
        click.echo(f"« {identifier} » n’est pas un identifiant : lettres sans accent, chiffres et tirets.", err=True)
        return REFUSED
    return report.tell(new_framework(workspace, identifier, signed), workspace.root)


def _is_safe_name(identifier: str) -> bool:
    return identifier.isascii() and identifier.replace("-", "").replace("_", "").isalnum() and identifier[0].isalnum()
