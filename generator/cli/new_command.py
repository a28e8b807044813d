"""``parafe new``: commented forms."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand, FrenchGroup
from generator.cli.targets import find_workspace
from generator.findings import errors
from generator.forms.new_forms import events_form, framework_form, new_action, next_year_action
from generator.load.cutting import read_signed_text
from generator.load.yaml_file import read_file
from generator.workspace import Workspace


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
    help="Écrit le formulaire d’une action, sous le premier numéro libre de l’année (défaut : l’année en cours).\n\n"
    "Avec --from : reprend une action antérieure, sans ses délibérations, dates, signataires, taux ni dérogations.\n\n"
    "\b\nExemple :\n  parafe new action 2018 --from inputs/2017/2017-01.yaml",
)
@click.argument("year", required=False, metavar="[ANNÉE]")
@click.option(
    "--from", "old", type=click.Path(path_type=Path), metavar="FICHIER", help="Action antérieure dont on repart."
)
@options.workspace
def action(year: str | None, *, old: Path | None, workspace_dir: Path | None) -> int:
    """Write the form of an action."""
    chosen = year or str(date.today().year)  # noqa: DTZ011 - the year on the user's wall
    if not (chosen.isascii() and chosen.isdigit() and len(chosen) == len("2018")):
        click.echo(f"« {chosen} » n’est pas une année : écrivez quatre chiffres.", err=True)
        return REFUSED
    workspace = find_workspace(workspace_dir, [old] if old else [])
    path = new_action(workspace, chosen) if old is None else _from(workspace, chosen, old)
    if path is None:
        return REFUSED
    click.echo(report.shown(path))
    return DONE


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
    signed_text = None
    if signed is not None:
        signed_text, findings = read_signed_text(signed, workspace.name_of(signed))
        if signed_text is None:
            report.show(findings, workspace.root)
            return REFUSED
    forms = {
        workspace.framework(identifier): framework_form(identifier, signed_text),
        workspace.events(identifier): events_form(identifier),
    }
    taken = [path for path in forms if path.exists()]
    if taken:
        click.echo(f"{report.shown(taken[0])} existe déjà : il n’est pas remplacé.", err=True)
        return REFUSED
    for path, text in forms.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        click.echo(report.shown(path))
    return DONE


def _from(workspace: Workspace, year: str, old: Path) -> Path | None:
    tree, findings = read_file(old, workspace.name_of(old))
    if tree is None or any(errors(findings)):
        report.show(findings, workspace.root)
        return None
    return next_year_action(workspace, year, tree)


def _is_safe_name(identifier: str) -> bool:
    return identifier.isascii() and identifier.replace("-", "").replace("_", "").isalnum() and identifier[0].isalnum()
