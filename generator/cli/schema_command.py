"""``parafe schema``: the JSON Schema of a form."""

from __future__ import annotations

import json

import click

from generator.cli import DONE
from generator.cli.click_in_french import FrenchCommand
from generator.forms.json_schema import FORMS, schema_of


@click.command(
    cls=FrenchCommand,
    help="Donne le schéma JSON d’un formulaire : un éditeur complète et vérifie alors pendant la frappe.\n\n"
    f"NOM : {', '.join(FORMS)} (défaut : action).\n\n"
    "\b\nExemple :\n  parafe schema action > action.schema.json",
)
@click.argument("name", default="action", type=click.Choice(list(FORMS)), metavar="[NOM]")
def command(name: str) -> int:
    """Print a schema."""
    click.echo(json.dumps(schema_of(name), ensure_ascii=False, indent=2))
    return DONE
