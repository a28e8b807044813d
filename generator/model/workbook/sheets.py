"""The sheets of a workbook and their columns, as they follow from the models of a programme and of an action.

The programme and each action are one row of their own sheet. A group of fields is columns of the row that it stands
in (``calendrier.debut``). A list of groups is a sheet, each item a row, whose first columns say which action it belongs
to, which item of the list above it, and its rank. A list of plain values is one cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from functools import cache
from types import MappingProxyType, NoneType
from typing import Annotated, Final, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.model.action import Action
from generator.model.entries import Country, Currency, Scalar, Text
from generator.model.programme import Programme
from generator.model.typed_keys import entry_in, fields_of, is_list
from generator.model.workbook.sheet_titles import OF_THE_ACTIONS, OF_THE_PROGRAMME, rank_of, title_of

ACTION_COLUMN: Final = "action"
"""Heading of the column that says which action a row belongs to."""

ORDER_COLUMN: Final = "ordre"
"""Heading of the column of an item's rank in its list; where it is empty, the item follows the row above."""

EXAMPLE_MARK: Final = "(EXEMPLE)"
"""What stands first in the row that only shows how to fill the sheet; no identifier can be written so."""

READ_ME, LISTS, TOTALS = "Lisez-moi", "Listes", "Totaux"
"""Names of the sheets in which nothing is filled in: what they say is not read."""

_IDENTIFIER: Final = "id"
_PROMINENT: Final = frozenset({"calendrier"})
"""Groups whose columns stand where the model has them; those of other groups follow the plain fields."""


class ColumnType(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "texte"
    DAY = "date"
    DECIMAL = "montant"
    WHOLE = "entier"
    YES_NO = "oui_non"
    CHOICE = "choix"


_TYPES: Mapping[type, ColumnType] = MappingProxyType(
    {bool: ColumnType.YES_NO, int: ColumnType.WHOLE, Decimal: ColumnType.DECIMAL, date: ColumnType.DAY}
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet: one field of its row.

    Attributes:
        path: the keys that lead from the row's item to the field.
        attributes: the names of the fields along that path, in the models.
        field: the field.
        type: what stands in its cells, or in each line of them.
        is_list: whether a cell holds several values, one a line.
        holds_currencies: whether its values are codes of currencies.
        holds_countries: whether they are codes of countries.
        holds_identifiers: whether they are identifiers or codes: a cell may then show a name, and the identifier in
            brackets.
    """

    path: tuple[str, ...]
    attributes: tuple[str, ...]
    field: FieldInfo
    type: ColumnType
    is_list: bool
    holds_currencies: bool
    holds_countries: bool
    holds_identifiers: bool

    @property
    def heading(self) -> str:
        """What stands at its head: its keys, as a form would name them."""
        return ".".join(self.path)

    @property
    def is_required(self) -> bool:
        """Whether a row cannot be without it."""
        return len(self.path) == 1 and self.field.is_required()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the programme, the actions, or one list of them.

    Attributes:
        title: its name.
        model: the model that it is part of.
        path: the keys that lead to its list, through lists; none for the model itself.
        entry: what one row is.
        parent: the sheet of the list, or of the model, that its rows belong to; None for the model itself.
        attributes: the names of the fields that lead from the parent's row to its list.
        columns: its columns, after those that say what a row belongs to.
    """

    title: str
    model: type[BaseModel]
    path: tuple[str, ...]
    entry: type[BaseModel]
    parent: Sheet | None
    attributes: tuple[str, ...]
    columns: tuple[Column, ...]

    def __reduce__(self) -> tuple[Callable[[str], Sheet | None], tuple[str]]:
        """Send a sheet to another process by its name: the models are there too."""
        return sheet_titled, (self.title,)

    @property
    def keys_below_parent(self) -> tuple[str, ...]:
        """The keys that lead from the parent's row to its list."""
        return self.path[len(self.parent.path) :] if self.parent else ()

    @property
    def parent_heading(self) -> str | None:
        """Heading of the column that says which item of the list above a row belongs to; None when none is above."""
        if self.parent is None or not self.parent.path:
            return None
        return f"{self.parent.path[-1]}.{self.parent.name_heading}"

    @property
    def name_heading(self) -> str:
        """Heading of the column by which other sheets name one of its rows."""
        return _IDENTIFIER if _IDENTIFIER in fields_of(self.entry) else ORDER_COLUMN

    @property
    def meaning(self) -> str:
        """What its list is, in the words of the model; nothing for the model itself."""
        entry = self.parent.entry if self.parent else self.entry
        described = ""
        for key in self.keys_below_parent:
            field = fields_of(entry)[key]
            described, entry = field.description or "", entry_in(field.annotation) or entry
        return described

    @property
    def references(self) -> tuple[str, ...]:
        """Headings of its first columns: what a row belongs to, and its rank."""
        if self.parent is None:
            return ()
        action = (ACTION_COLUMN,) if self.model is Action else ()
        above = (self.parent_heading,) if self.parent_heading else ()
        return (*action, *above, ORDER_COLUMN)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings of all its columns, in their order."""
        return (*self.references, *(column.heading for column in self.columns))


@cache
def programme_sheets() -> tuple[Sheet, ...]:
    """Return the sheets of the programme, its own first."""
    return _sheets_of(Programme, OF_THE_PROGRAMME)


@cache
def action_sheets() -> tuple[Sheet, ...]:
    """Return the sheets of the actions, their own first, each list after the one that it stands in."""
    return _sheets_of(Action, OF_THE_ACTIONS)


def workbook_sheets() -> tuple[Sheet, ...]:
    """Return every sheet that is filled in, in the order of the workbook."""
    return (*programme_sheets(), *action_sheets())


def sheet_titled(title: str) -> Sheet | None:
    """Return the sheet of that name, however its letters are cased; None when no sheet has it."""
    return next((sheet for sheet in workbook_sheets() if sheet.title.casefold() == title.strip().casefold()), None)


def _sheets_of(model: type[BaseModel], titles: Mapping[str, str]) -> tuple[Sheet, ...]:
    own = Sheet(title_of("", titles), model, (), model, None, (), _columns(model))
    found = [own, *_sheets_below(own, titles)]
    return tuple(sorted(found, key=lambda sheet: rank_of(".".join(sheet.path), titles)))


def _sheets_below(parent: Sheet, titles: Mapping[str, str]) -> Iterator[Sheet]:
    for keys, attributes, entry in _lists(parent.entry):
        path = (*parent.path, *keys)
        title = title_of(".".join(path), titles)
        sheet = Sheet(title, parent.model, path, entry, parent, attributes, _columns(entry))
        yield sheet
        yield from _sheets_below(sheet, titles)


def _lists(entry: type[BaseModel]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], type[BaseModel]]]:
    """Yield the lists of groups of an entry, in its groups too: their keys, their attributes, what an item is."""
    for name, key, field in _named_fields(entry):
        inner = entry_in(field.annotation)
        if inner is not None and _holds_several(field):
            yield (key,), (name,), inner
        elif inner is not None:
            for keys, attributes, item in _lists(inner):
                yield (key, *keys), (name, *attributes), item


def _columns(entry: type[BaseModel]) -> tuple[Column, ...]:
    """Return the columns of an entry: what names it first, then its plain fields, then those of its groups."""
    return tuple(
        sorted(
            _columns_below(entry),
            key=lambda column: (not column.is_required, len(column.path) > 1 and column.path[0] not in _PROMINENT),
        )
    )


def _columns_below(
    entry: type[BaseModel], keys: tuple[str, ...] = (), attributes: tuple[str, ...] = ()
) -> Iterator[Column]:
    for name, key, field in _named_fields(entry):
        inner, path, names = entry_in(field.annotation), (*keys, key), (*attributes, name)
        if inner is None:
            yield _column(path, names, field)
        elif not _holds_several(field):
            yield from _columns_below(inner, path, names)


def _column(path: tuple[str, ...], attributes: tuple[str, ...], field: FieldInfo) -> Column:
    kind, scalar = _type_of(field.annotation), _scalar_of(field)
    return Column(
        path,
        attributes,
        field,
        kind,
        is_list=_holds_several(field),
        holds_currencies=scalar is _scalar_in(Currency),
        holds_countries=scalar is _scalar_in(Country),
        holds_identifiers=kind is ColumnType.TEXT and scalar is not _scalar_in(Text),
    )


def _named_fields(entry: type[BaseModel]) -> Iterator[tuple[str, str, FieldInfo]]:
    """Yield the fields of an entry: name, key, field."""
    return ((name, key, field) for name, (key, field) in zip(entry.model_fields, fields_of(entry).items(), strict=True))


def _holds_several(field: FieldInfo) -> bool:
    return any(map(is_list, (field.annotation, *get_args(field.annotation))))


def _type_of(annotation: object) -> ColumnType:
    """Return what stands in a cell of a field, or in a line of it."""
    if isinstance(annotation, type):
        return ColumnType.CHOICE if issubclass(annotation, Enum) else _TYPES.get(annotation, ColumnType.TEXT)
    if get_origin(annotation) is Annotated:
        return _type_of(get_args(annotation)[0])
    inside = (argument for argument in get_args(annotation) if argument not in {NoneType, Ellipsis})
    return next(map(_type_of, inside), ColumnType.TEXT)


def _scalar_of(field: FieldInfo) -> Scalar | None:
    """Return how the scalar of a field is read, wherever its annotation says so."""
    return next((mark for mark in field.metadata if isinstance(mark, Scalar)), None) or _scalar_in(field.annotation)


def _scalar_in(annotation: object) -> Scalar | None:
    marks = getattr(annotation, "__metadata__", ())
    own = next((mark for mark in marks if isinstance(mark, Scalar)), None)
    inside = (found for argument in get_args(annotation) if (found := _scalar_in(argument)) is not None)
    return own or next(inside, None)
