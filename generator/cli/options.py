"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

Command = Callable[..., Any]


def _day_of(_context: click.Context, _parameter: click.Parameter, moment: datetime) -> date:
    return moment.date()


workspace = click.option(
    "--workspace",
    "workspace_dir",
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="Espace de travail (défaut : celui qui contient les fichiers donnés, ou le dossier courant).",
)
output = click.option(
    "--output",
    "output_dir",
    type=click.Path(path_type=Path),
    metavar="DOSSIER",
    help="Où écrire (défaut : output/ dans l’espace de travail).",
)
output_format = click.option(
    "--format",
    "output_format",
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="text|json",
    help="Forme du compte rendu (défaut : text).",
)
quiet = click.option("--quiet", is_flag=True, help="N’affiche que les constats, sans compte ni progression.")
log = click.option(
    "--log",
    "log_file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FICHIER",
    help="Ajoute le compte rendu à la fin de ce fichier.",
)
final = click.option("--final", is_flag=True, help="Exigences de l’acte définitif, et non du projet.")
timeline = click.option(
    "--timeline", is_flag=True, help="Montre aussi, pour chaque partie, les étapes faites, manquantes ou en retard."
)
today = click.option(
    "--date",
    "today",
    type=click.DateTime(["%Y-%m-%d"]),
    default=datetime.now,
    callback=_day_of,
    metavar="AAAA-MM-JJ",
    show_default=False,
    help="Jour auquel on se place (défaut : aujourd’hui).",
)
paths = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CHEMIN…")
