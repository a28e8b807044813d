"""Texts, links and tables of a page. Whatever a user typed goes through here, and stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from html import escape
from typing import Final
from urllib.parse import quote

from generator.french import amount_in_figures, typeset

_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REORDERING: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
"""Marks by which a text would be shown in another order than it is written, itself or what follows it."""

_RIGHT_TO_LEFT: Final = re.compile(
    r"[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_TO_THE_LETTER: Final = re.compile(r"`([^`\n]+)`")


def plain(text: str) -> str:
    """Return a text in which nothing hides: what cannot be written is U+FFFD, a mark that reorders is named."""
    return _REORDERING.sub(lambda mark: f"[U+{ord(mark[0]):04X}]", _UNWRITABLE.sub("\ufffd", text))


def written(text: str) -> str:
    """Return a text as it stands in a page or in one of its attributes."""
    escaped = escape(plain(text))
    return f"<bdi>{escaped}</bdi>" if _RIGHT_TO_LEFT.search(escaped) else escaped


def attribute(text: str) -> str:
    """Return a text as it stands in an attribute, or in an element that holds text alone."""
    return escape(plain(text))


def sentence(text: str) -> str:
    """Return a message as it stands in a page; what is typed to the letter stands between backquotes."""
    return _TO_THE_LETTER.sub(r"<code>\1</code>", written(text))


def said(text: str) -> str:
    """Return a sentence of the report itself, with French spaces."""
    return escape(typeset(text), quote=False)


def anchor(number: str) -> str:
    """Return the anchor of an action, by its number."""
    return f"action-{quote(number, safe='', errors='replace')}"


def link_to_file(path: str, text: str) -> str:
    """Return a link to a file by its path from the folder of the page; a path is never read as an address."""
    return f'<a href="./{quote(path, errors="replace")}">{written(text)}</a>'


def link_to_action(number: str) -> str:
    """Return a link to what the page says of an action."""
    return f'<a class="numero" href="#{anchor(number)}">{written(number)}</a>'


def amount(value: Decimal | None, currency: str) -> str:
    """Return an amount as a page shows it; a dash that is read aloud where it is not known."""
    if value is None:
        return '<span aria-label="non connu">–</span>'
    try:
        return written(amount_in_figures(value, currency or "…"))
    except ValueError:  # more decimals than the currency has, or too large for an act
        return written(f"{value} {currency}".strip())


def table(
    caption: str,
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    figures: int = 0,
    sums: Iterable[Sequence[str]] = (),
) -> Iterator[str]:
    """Write a table, row by row.

    Args:
        caption: what it shows.
        headings: those of its columns.
        rows: cells, written already; the first of each is the heading of its row.
        figures: how many of the last columns hold figures.
        sums: rows of sums, after the others.
    """
    first_figure = len(headings) - figures
    heads = (f'<th scope="col"{_figure(rank >= first_figure)}>{said(text)}</th>' for rank, text in enumerate(headings))
    yield f'<div class="large" role="region" tabindex="0" aria-label="{attribute(caption)}"><table>'
    yield f"<caption>{said(caption)}</caption><thead><tr>{''.join(heads)}</tr></thead><tbody>\n"
    for cells in rows:
        yield f"<tr>{_cells(cells, first_figure)}</tr>\n"
    yield "</tbody>"
    for cells in sums:
        yield f'<tbody><tr class="somme">{_cells(cells, first_figure)}</tr></tbody>'
    yield "</table></div>\n"


def _cells(cells: Sequence[str], first_figure: int) -> str:
    first, *others = cells
    figures = "".join(f"<td{_figure(rank >= first_figure)}>{cell}</td>" for rank, cell in enumerate(others, 1))
    return f'<th scope="row">{first}</th>{figures}'


def _figure(is_figure: bool) -> str:
    return ' class="nombre"' if is_figure else ""
