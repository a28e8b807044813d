"""The drop-down lists of a workbook: what may stand in a column, with a name beside each identifier."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.convention import Framework
from generator.forms.field_meanings import NAMES_A_PARTY, NAMES_AN_AXIS, admitted_values
from generator.french import currency_codes
from generator.model.missions import CostCategory
from generator.model.workbook import Column, ColumnType, workbook_sheets

_YES_NO: Final = ("oui", "non")
_MODES: Final = ("avion", "train", "autocar", "bateau", "véhicule de service", "véhicule personnel", "taxi")
_LISTS_OF_KEYS: Mapping[str, str] = MappingProxyType(
    {"convention": "conventions", "moyen": "moyens de transport", "categorie": "catégories de dépenses"}
)

CLOSED: Final = frozenset({ColumnType.CHOICE, ColumnType.YES_NO})
"""Types whose values are all in the list; in other columns the list only helps."""


class DropDowns:
    """The lists of one workbook.

    Args:
        framework: the convention whose parties and axes they name; None names nobody.

    Attributes:
        offered: what each list offers, by its name; none is empty.
    """

    def __init__(self, framework: Framework | None) -> None:
        parties = {party.id: party.name for party in framework.parties} if framework else {}
        countries = {party.country.code: party.country.name for party in framework.parties} if framework else {}
        axes = {axis.id: axis.label for axis in framework.axes} if framework else {}
        self._names: Mapping[str, Mapping[str, str]] = {"parties": parties, "axes": axes, "pays": countries}
        self._plain: Mapping[str, tuple[str, ...]] = {
            "oui ou non": _YES_NO,
            "devises": currency_codes(),
            "conventions": (framework.id,) if framework else (),
            "identifiants des parties": tuple(parties),
            "moyens de transport": _MODES,
            "catégories de dépenses": ("prestation", *(category.value for category in CostCategory)),
        }
        self._list_of = {
            id(column): name
            for sheet in workbook_sheets()
            for column in sheet.columns
            if (name := _name_of_list(column)) is not None
        }
        self.offered = self._offered()

    def _offered(self) -> Mapping[str, tuple[str, ...]]:
        named = {name: tuple(map(_labelled, names, names.values())) for name, names in self._names.items()}
        choices = {
            ", ".join(values): values
            for sheet in workbook_sheets()
            for column in sheet.columns
            if (values := admitted_values(column.field.annotation))
        }
        return {name: values for name, values in (named | dict(self._plain) | choices).items() if values}

    def list_of(self, column: Column) -> str | None:
        """Return the name of the list that helps to fill a column; None for a column without one."""
        return self._list_of.get(id(column))

    def shown(self, column: Column, identifier: str) -> str:
        """Return what a cell shows of an identifier: with its name, where the column's list has it."""
        name = self._names.get(self.list_of(column) or "", {}).get(identifier)
        return identifier if name is None else _labelled(identifier, name)


def _name_of_list(column: Column) -> str | None:
    """Return the name of the list of a column; a cell of several values has none."""
    key = column.path[-1]
    if column.is_list:
        return None
    if column.type is ColumnType.YES_NO:
        return "oui ou non"
    if column.type is ColumnType.CHOICE:
        return ", ".join(admitted_values(column.field.annotation))
    if column.holds_currencies or column.holds_countries:
        return "devises" if column.holds_currencies else "pays"
    if key in NAMES_A_PARTY:
        return "parties" if column.holds_identifiers else "identifiants des parties"
    return "axes" if key in NAMES_AN_AXIS else _LISTS_OF_KEYS.get(key)


def _labelled(identifier: str, name: str) -> str:
    return f"{name} [{identifier}]"
