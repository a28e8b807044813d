"""How the bars of a chart look: told apart in grey as well as in colour, since acts are printed and copied.

Fills go from dark to light by turns, hatched where there are more; each bar has an outline, so that a light one shows
on white paper, and its value beside or upon it. Nothing is told by a colour alone (WCAG 2.1, 1.4.1 and 1.4.11).
Format: ECMA-376 part 1, 20.1.8 (fills), 20.1.2.2.24 (outlines).
"""

from __future__ import annotations

from typing import Final

_INK: Final = "1F3864"
_PAPER: Final = "FFFFFF"


def _solid(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'


def _hatched(pattern: str) -> str:
    return (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{_INK}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{_PAPER}"/></a:bgClr></a:pattFill>'
    )


OUTLINE: Final = f'<a:ln w="9525">{_solid(_INK)}</a:ln>'
"""The outline of a bar: three quarters of a point."""

_FILLS: Final = (
    _solid("1F4E79"),
    _solid("BDD7EE"),
    _hatched("wdUpDiag"),
    _solid("7F7F7F"),
    _hatched("smGrid"),
    _solid("EDEDED"),
    _hatched("dkHorz"),
    _hatched("pct20"),
)

LOOKS: Final = tuple(f"<c:spPr>{fill}{OUTLINE}</c:spPr>" for fill in _FILLS)
"""How the bars of each series look, in order; then from the first again."""

AXIS_LINE: Final = f'<c:spPr><a:ln w="9525">{_solid("404040")}</a:ln></c:spPr>'
"""The line that bars stand on."""

ON_PAPER: Final = f"<c:spPr>{_solid(_PAPER)}</c:spPr>"
"""Behind a value that stands upon a bar: black on white, whatever the bar."""

UNFRAMED: Final = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
"""A chart without a frame: the paper shows through."""
