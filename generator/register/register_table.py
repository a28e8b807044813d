"""The register of acts as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from generator.forms.tables import Cell, TableColumn, csv_table, xlsx_table
from generator.register.register_rows import RegisterRow

SUFFIXES: Final = (".xlsx", ".csv")
"""The endings of the files that a register may be written to."""

_TITLE: Final = "Registre des actes"
_BEFORE: Final = (
    TableColumn("Année", 7),
    TableColumn("Action", 12),
    TableColumn("Dossier", 9),
    TableColumn("Intitulé", 40),
    TableColumn("Objet", 60),
    TableColumn("Convention-cadre", 24),
    TableColumn("État", 18),
    TableColumn("Signature prévue le", 13),
    TableColumn("Signé par tous le", 13),
    TableColumn("Transmis le", 13),
    TableColumn("Exemplaires", 12),
    TableColumn("Revenus", 9),
    TableColumn("Modifie", 9),
    TableColumn("Modifié par", 9),
)
_AFTER: Final = (
    TableColumn("SHA-256 de l’acte", 36),
    TableColumn("SHA-256 du manifeste", 36),
    TableColumn("Produit par", 14),
    TableColumn("Données d’exemple", 12),
)
_NO_CURRENCY: Final = "sans devise"


def register_file(rows: Sequence[RegisterRow], suffix: str) -> bytes:
    """Return the register as the bytes of a file.

    Args:
        rows: those of the register.
        suffix: ``.xlsx`` or ``.csv``.
    """
    currencies = sorted({currency for row in rows for currency in row.amounts})
    amounts = (TableColumn(f"Montant {currency or _NO_CURRENCY}", 16) for currency in currencies)
    columns = (*_BEFORE, *amounts, *_AFTER)
    cells = _cells(rows, currencies)
    return csv_table(columns, cells) if suffix == ".csv" else xlsx_table(_TITLE, columns, cells)


def _cells(rows: Iterable[RegisterRow], currencies: Sequence[str]) -> Iterable[Sequence[Cell]]:
    for row in rows:
        yield (
            row.year,
            row.number,
            _version(row.version),
            row.title,
            row.object,
            row.framework,
            row.state,
            row.planned,
            row.signed,
            row.transmitted,
            row.originals,
            row.back,
            _version(row.amends),
            _version(row.amended_by),
            *(row.amounts.get(currency) for currency in currencies),
            row.act_digest,
            row.manifest_digest,
            row.program,
            "oui" if row.example else "non",
        )


def _version(version: int | None) -> str | None:
    return f"v{version}" if version is not None else None
