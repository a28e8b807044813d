"""The first sheet: how to fill the workbook, and what each sheet is for."""

from __future__ import annotations

from typing import Final

from xlsxwriter.worksheet import Worksheet

from generator.forms.workbook.cell_formats import CellFormats
from generator.model.workbook import EXAMPLE_MARK, TOTALS, Sheet, workbook_sheets

_HOW: Final = (
    "Commencez par les feuilles « Programme » et « Actions » : une ligne par action, chacune avec son numéro (AAAA-NN).",
    "Les autres feuilles détaillent les actions. Leur première colonne dit de quelle action parle la ligne.",
    "Les en-têtes bruns, et les premières colonnes, sont à remplir dès que la ligne sert ; les bleus quand on sait.",
    "Le commentaire de chaque en-tête dit ce qu’on y écrit. Laissez vide ce qui n’est pas encore connu.",
    f"La ligne {EXAMPLE_MARK} montre comment remplir ; elle n’est jamais lue, et peut être supprimée.",
    "Une cellule à plusieurs valeurs en prend une par ligne : Alt + Entrée (Excel), Ctrl + Entrée (LibreOffice).",
    "Dates : 01/03/2017. Montants : le nombre seul, la devise a sa colonne. Oui ou non : oui, non.",
    "Les listes montrent un nom et son identifiant entre crochets : l’identifiant seul suffit.",
    "Sont refusés, avec leur cellule : formules, cellules fusionnées, lignes et colonnes masquées ou filtrées.",
    "Une feuille à vous est admise si son nom commence par « Notes » : elle n’est pas lue.",
)


def write_read_me(page: Worksheet, year: int, formats: CellFormats) -> None:
    """Write the sheet that explains the others."""
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 90)
    page.hide_gridlines(2)
    page.write_string(0, 0, f"Programme {year}", formats.words(bold=True, large=True))
    page.set_row(0, 26)
    for line, text in enumerate(_HOW, 2):
        page.write_string(line, 0, f"{line - 1}.", formats.words(bold=True))
        page.write_string(line, 1, text, formats.words())
    start = len(_HOW) + 3
    page.write_string(start, 0, "Feuille", formats.heading())
    page.write_string(start, 1, "Ce qu’elle contient", formats.heading())
    for line, sheet in enumerate(workbook_sheets(), start + 1):
        page.write_url(line, 0, f"internal:'{sheet.title}'!A1", string=sheet.title)
        page.write_string(line, 1, _content(sheet), formats.words())
    last = start + len(workbook_sheets()) + 1
    page.write_url(last, 0, f"internal:'{TOTALS}'!A1", string=TOTALS)
    page.write_string(
        last, 1, "Dépenses et ressources de chaque action, calculées ; rien ne s’y remplit.", formats.words()
    )
    page.protect()
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)


def _content(sheet: Sheet) -> str:
    """What a sheet holds, in the words of the models."""
    if sheet.parent is None:
        return "L’année, et ce que ses actions partagent." if sheet.title == "Programme" else "Une ligne par action."
    above = f" Chaque ligne appartient à une ligne de « {sheet.parent.title} »." if sheet.parent_heading else ""
    return f"{sheet.meaning}.{above}"
