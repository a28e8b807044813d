"""How cells look, and which of them are protected; each look is made once for a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook as XlsxWorkbook

from generator.model.workbook import ColumnType

_TEXT, _DAY, _WHOLE, _AMOUNT = "@", "dd/mm/yyyy", "0", "#,##0.00"
_NUMBER_FORMATS: Mapping[ColumnType, str] = MappingProxyType(
    {ColumnType.DAY: _DAY, ColumnType.WHOLE: _WHOLE, ColumnType.DECIMAL: _AMOUNT}
)
_CENTS: Final = 2
_BLUE, _DARK, _GREY, _PALE = "#1F4E78", "#7F3F00", "#595959", "#F2F2F2"

_HEAD: Mapping[str, Any] = MappingProxyType(
    {"bold": True, "font_color": "white", "text_wrap": True, "valign": "vcenter", "border": 1, "border_color": "white"}
)


class CellFormats:
    """The looks of one workbook’s cells.

    Args:
        book: the workbook that is written.
    """

    def __init__(self, book: XlsxWorkbook) -> None:
        self._book = book
        self._made: dict[frozenset[tuple[str, object]], Format] = {}

    def cells_of(self, kind: ColumnType, *, wraps: bool = False, example: bool = False) -> Format:
        """Return the look of the cells of a column, which are open to whoever types."""
        look = {"num_format": _NUMBER_FORMATS.get(kind, _TEXT)}
        return self._format(**look, **self._typed(wraps=wraps, example=example))

    def number(self, amount: Decimal, *, example: bool = False) -> Format:
        """Return the look of an amount that has decimals of its own: what is shown is what is read."""
        decimals = -int(amount.as_tuple().exponent)
        shown = f"#,##0.{'0' * decimals}" if decimals > _CENTS else _AMOUNT
        return self._format(num_format=shown, **self._typed(wraps=False, example=example))

    def quoted(self, *, wraps: bool = False, example: bool = False) -> Format:
        """Return the look of a text that starts as a formula does: no program must run it."""
        return self._format(num_format=_TEXT, quote_prefix=True, **self._typed(wraps=wraps, example=example))

    def heading(self, *, required: bool = False, reference: bool = False) -> Format:
        """Return the look of the head of a column, by what must be filled in it."""
        colour = _DARK if required else _GREY if reference else _BLUE
        return self._format(bg_color=colour, **_HEAD)

    def computed(self, number_format: str = _TEXT) -> Format:
        """Return the look of a cell that the workbook fills, which is protected."""
        return self._format(num_format=number_format, bg_color=_PALE, border=1, border_color="#D9D9D9")

    def warning(self) -> Format:
        """Return the look of a sum that does not balance."""
        return self._format(font_color="#C00000", bold=True)

    def words(self, *, bold: bool = False, large: bool = False) -> Format:
        """Return the look of what is only read."""
        return self._format(text_wrap=True, valign="top", bold=bold, **({"font_size": 16} if large else {}))

    def _typed(self, *, wraps: bool, example: bool) -> dict[str, Any]:
        shown = {"italic": True, "font_color": _GREY, "bg_color": _PALE} if example else {}
        return {"locked": False, "valign": "top", "text_wrap": wraps, **shown}

    def _format(self, **properties: Any) -> Format:  # noqa: ANN401 - whatever the library admits
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
