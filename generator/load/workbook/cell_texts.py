"""From what a cell holds to the text that a form would hold in its place, or to why it cannot be read.

Nothing is guessed: what a spreadsheet program may have changed on its own (a number where a text is wanted, a date that
was typed as a number of action, digits beyond the fifteenth) is refused, and the models judge the rest.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from generator.load.decoding import FORBIDDEN
from generator.load.workbook.grids import Raw, ShownNumber, Unreadable
from generator.messages import form_files, form_workbook
from generator.model.workbook import ColumnType

_DIGITS_KEPT: Final = 15
_LIMIT: Final = 10**_DIGITS_KEPT
_LABELLED: Final = re.compile(r".*\[\s*([^\[\]]+?)\s*\]\s*", re.DOTALL)
_PADDED: Final = re.compile(r"0{2,}")
_DECIMALS: Final = re.compile(r"0\.(0+)")
_TEXTS: Final = frozenset({ColumnType.TEXT, ColumnType.CHOICE})


def text_of(raw: Raw, kind: ColumnType, *, named: bool = False) -> str | Unreadable | None:
    """Return the text that a cell stands for.

    Args:
        raw: what it holds.
        kind: what is wanted there.
        named: whether it is an identifier, which may stand in brackets after a name.

    Returns:
        The text, None for a blank cell, or why it cannot be read.
    """
    if isinstance(raw, str):
        return _typed(raw, named=named)
    if isinstance(raw, Unreadable):
        return raw
    if isinstance(raw, bool):
        return ("oui" if raw else "non") if kind is ColumnType.YES_NO else ("VRAI" if raw else "FAUX")
    if isinstance(raw, ShownNumber):
        return _number(raw, kind)
    return _moment(raw, kind)


def _typed(text: str, *, named: bool) -> str | Unreadable | None:
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    forbidden = FORBIDDEN.search(plain)
    if forbidden:
        return Unreadable(form_files.CONTROL_CHARACTER, {"point_de_code": f"U+{ord(forbidden[0]):04X}"})
    labelled = _LABELLED.fullmatch(plain) if named else None
    return labelled[1] if labelled else plain if plain.strip() else None


def _number(raw: ShownNumber, kind: ColumnType) -> str | Unreadable:
    value, shown = raw
    if not -_LIMIT < value < _LIMIT:  # what is no number at all is beyond every limit
        return Unreadable(form_workbook.TOO_MANY_DIGITS, {"valeur": f"{value:.15g}"})
    figures = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.{_DIGITS_KEPT}g}")
    text = format(figures, "f")
    if kind in _TEXTS:
        if _PADDED.fullmatch(shown) and text.isdecimal():
            return text.zfill(len(shown))
        return Unreadable(form_workbook.NUMBER_IN_TEXT, {"valeur": text})
    if "%" in shown:
        return Unreadable(form_workbook.PERCENTAGE, {"valeur": text})
    return _with_decimals(figures, shown) if kind is ColumnType.DECIMAL else text.removesuffix(".0")


def _with_decimals(figures: Decimal, shown: str) -> str:
    """Write an amount with the decimals that its cell shows, so that 10.70 is not read as 10.7."""
    wanted = _DECIMALS.search(shown)
    exponent = figures.as_tuple().exponent
    if wanted and isinstance(exponent, int) and -exponent < len(wanted[1]):
        return format(figures.quantize(Decimal(1).scaleb(-len(wanted[1]))), "f")
    return format(figures, "f")


def _moment(raw: date | time | timedelta, kind: ColumnType) -> str | Unreadable:
    if kind is not ColumnType.DAY or not isinstance(raw, date):
        return Unreadable(form_workbook.DATE_IN_TEXT, {"valeur": _told(raw)})
    if isinstance(raw, datetime):
        if raw.time() != time():
            return Unreadable(form_workbook.TIME_OF_DAY, {"valeur": _told(raw)})
        return raw.date().isoformat()
    return raw.isoformat()


def _told(raw: date | time | timedelta) -> str:
    """Write a moment as a spreadsheet program shows it in France."""
    if isinstance(raw, datetime):
        return f"{raw:%d/%m/%Y}" if raw.time() == time() else f"{raw:%d/%m/%Y %H:%M}"
    return f"{raw:%d/%m/%Y}" if isinstance(raw, date) else str(raw)
