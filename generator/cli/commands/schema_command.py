"""``parafe schema``: the JSON Schema of a form."""

from __future__ import annotations

import click

from generator.cli import DONE
from generator.cli.click_in_french import FrenchCommand
from generator.conductors.new import SCHEMAS, form_schema


@click.command(
    cls=FrenchCommand,
    help="Donne le schéma JSON d’un formulaire : un éditeur complète et vérifie alors pendant la frappe.\n\n"
    f"NOM : {', '.join(SCHEMAS)} (défaut : action).\n\n"
    "\b\nExemple :\n  parafe schema action > action.schema.json",
)
@click.argument("name", default="action", type=click.Choice(SCHEMAS), metavar="[NOM]")
def command(name: str) -> int:
    """Print a schema."""
    click.echo(form_schema(name))
    return DONE
