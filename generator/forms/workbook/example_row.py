"""The row that shows how a sheet is filled: made up, and never read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from generator.forms.workbook.drop_downs import DropDowns
from generator.model.sentences import sentence_of
from generator.model.workbook import Column, ColumnType, Sheet

_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "libelle": "Location d’une salle",
        "categorie": "prestation",
        "mode_de_calcul": "4 jours à 250,00 €",
        "intitule": "Atelier de formation",
        "lieu": "Valmont",
        "de": "Valmont",
        "vers": "Paris",
        "moyen": "train",
        "classe": "2e classe",
        "civilite": "Madame",
        "prenom": "Camille",
        "nom": "Exemple",
        "titre": "Maire",
        "titre_avec_article": "la Maire",
        "langue": "français",
        "destinataire": "Service des assemblées",
        "usage": "pour archives",
        "imputation": "chapitre 011, fonction 048",
        "regle": "CO001",
        "id": "M1",
    }
)
"""Key → what is typed under it, for the keys whose sentence has no example."""

_TYPED: Mapping[ColumnType, object] = MappingProxyType(
    {ColumnType.DECIMAL: Decimal("1000.00"), ColumnType.WHOLE: 2, ColumnType.YES_NO: True}
)
_LONGEST: Final = 60


def example_row(sheet: Sheet, year: int, lists: DropDowns) -> dict[str, object]:
    """Return the example of a sheet, by heading: what names its row, and enough columns to see how they are filled."""
    row: dict[str, object] = {}
    if sheet.parent_heading:
        row[sheet.parent_heading] = _WORDS["id"]
    for column in sheet.columns:
        value = _example_of(column, year, lists)
        if value is not None and len(column.path) == 1:
            row[column.heading] = value
    return row


def _example_of(column: Column, year: int, lists: DropDowns) -> object:
    if column.type is ColumnType.DAY:
        return date(year, 3, 1)
    if column.type in _TYPED:
        return ("8", "12") if column.is_list else _TYPED[column.type]
    key = column.path[-1]
    sentence = sentence_of(column.field)
    name = lists.list_of(column)
    if name is not None and key not in _WORDS:
        return next(iter(lists.offered.get(name, ())), None)
    words = sentence.example if sentence else _WORDS.get(key)
    if not words or len(words) > _LONGEST:
        return None
    return (words,) if column.is_list else words
