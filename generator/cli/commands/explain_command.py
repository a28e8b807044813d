"""``parafe explain``: a rule, with the words of its source."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options
from generator.cli.click_in_french import FrenchCommand
from generator.cli.targets import find_workspace
from generator.conductors.explain import pages_of


@click.command(
    cls=FrenchCommand,
    help="Explique une règle : ce qu’elle demande, le texte qui la fonde, un exemple refusé, un exemple admis.\n\n"
    "Sans CODE, donne la liste des règles.\n\n"
    "\b\nExemples :\n  parafe explain\n  parafe explain CC001",
)
@click.argument("code", required=False, metavar="[CODE]")
@options.workspace
def command(code: str | None, *, workspace_dir: Path | None) -> int:
    """Print one rule, or the list of rules."""
    pages = pages_of(find_workspace(workspace_dir))
    if code is None:
        for each in pages.values():
            click.echo(each.headline)
        return DONE
    page = pages.get(code.upper())
    if page is None:
        click.echo(f"Aucun constat ne porte le code « {code} » ; « parafe explain » en donne la liste.", err=True)
        return REFUSED
    click.echo(page.text)
    return DONE
