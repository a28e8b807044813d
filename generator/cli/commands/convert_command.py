"""``parafe convert``: a workbook into forms, forms into a workbook, a sheet saved as text into its workbook."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.targets import find_workspace
from generator.conductors.convert import folder_to_workbook, sheet_to_workbook, workbook_to_folder

_WORKBOOK, _TEXT = ".xlsx", ".csv"


@click.command(
    cls=FrenchCommand,
    help="Convertit un programme annuel : classeur Excel en fichiers YAML, ou l’inverse. Les deux disent la même "
    "chose ; un groupe ou une liste vide y vaut un groupe ou une liste absente.\n\n"
    "SOURCE CIBLE : un classeur (.xlsx) et le dossier où écrire ses formulaires, ou un dossier et le classeur à "
    "écrire.\n\n"
    "FEUILLE.csv CLASSEUR NOUVEAU : reprend une feuille enregistrée en CSV (séparateur « ; », Windows-1252 ou UTF-8) "
    "dans le classeur dont elle vient, et écrit le résultat sous un nouveau nom. Le fichier porte le nom de la "
    "feuille, ou --sheet le donne.\n\n"
    "Rien n’est jamais remplacé.\n\n"
    "\b\nExemples :\n  parafe convert programme.xlsx inputs/2018\n  parafe convert inputs/2017 programme-2017.xlsx\n"
    '  parafe convert "Budget dépenses.csv" programme.xlsx programme-2.xlsx',
)
@click.argument("source", type=click.Path(path_type=Path), metavar="SOURCE")
@click.argument("target", type=click.Path(path_type=Path), metavar="CIBLE")
@click.argument("result", type=click.Path(path_type=Path), required=False, metavar="[NOUVEAU]")
@click.option("--sheet", "title", metavar="NOM", help="Feuille que contient le fichier CSV (défaut : son nom).")
@options.workspace
def command(source: Path, target: Path, result: Path | None, *, title: str | None, workspace_dir: Path | None) -> int:
    """Convert forms."""
    workspace = find_workspace(workspace_dir, [source, target])
    kinds = (_kind(source), _kind(target), _kind(result) if result else "")
    if kinds == (_TEXT, _WORKBOOK, _WORKBOOK) and result is not None:
        return report.tell(sheet_to_workbook(source, target, result, workspace, title), workspace.root)
    if title is not None:
        raise click.UsageError("L’option --sheet ne sert qu’avec un fichier CSV.")
    if kinds == (_WORKBOOK, "", ""):
        return report.tell(workbook_to_folder(source, target, workspace), workspace.root)
    if kinds == ("", _WORKBOOK, "") and source.is_dir():
        return report.tell(folder_to_workbook(source, target, workspace), workspace.root)
    raise click.UsageError(
        "Donnez un classeur (.xlsx) puis un dossier, un dossier puis un classeur, ou une feuille (.csv), son classeur "
        "et le nouveau classeur."
    )


def _kind(path: Path) -> str:
    """What a path is, by the end of its name: a workbook, a sheet saved as text, or a folder."""
    suffix = path.suffix.casefold()
    return suffix if suffix in {_WORKBOOK, _TEXT} else ""
