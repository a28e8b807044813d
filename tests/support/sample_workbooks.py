"""A small workbook, as the program writes it, and what somebody then does to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook as Opened
from openpyxl.worksheet.worksheet import Worksheet as Page

from generator.forms.workbook import YearValues, workbook_bytes
from generator.model import Action, Programme

Change = Callable[[Opened], object]

PROGRAMME = Programme.model_validate({"annee": "2018", "convention": "valmont-tazerout-2020"})
FIRST = Action.model_validate(
    {
        "numero": "2018-01",
        "convention": "valmont-tazerout-2020",
        "intitule": "Ateliers",
        "odd": ["8", "12"],
        "calendrier": {"debut": "2018-03-01"},
        "budget": {
            "devise": "EUR",
            "depenses": [
                {"libelle": "Salle", "montant": "1250.50", "payeur": "valmont"},
                {"libelle": "Train", "montant": "300.00"},
            ],
        },
        "missions": [
            {
                "id": "M1",
                "trajets": [{"de": "Valmont", "vers": "Paris"}, {"de": "Paris", "vers": "Tazerout"}],
            }
        ],
    }
)
SECOND = Action.model_validate({"numero": "2018-02", "convention": "valmont-tazerout-2020", "lieu_de_culte": "non"})


@cache
def sample() -> bytes:
    """The workbook of a programme with two actions."""
    return workbook_bytes(YearValues(2018, None, PROGRAMME, (FIRST, SECOND)))


def changed(change: Change, data: bytes | None = None) -> bytes:
    """The workbook, after somebody changed it in a spreadsheet program."""
    book = load_workbook(BytesIO(data or sample()))
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def cell_of(page: Page, heading: str, row: int) -> str:
    """The name of the cell of a row under a heading."""
    (head,) = [cell for cell in page[1] if cell.value == heading]
    return f"{head.column_letter}{row}"
