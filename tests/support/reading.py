"""Reading a text as a person does: by its paragraphs, and without minding which space stands where."""

from __future__ import annotations


def plain(text: str) -> str:
    """Return a text with plain spaces, as people type them."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def paragraph(text: str, start: str) -> str:
    """Return the only paragraph that starts with some words."""
    (line,) = [line for line in text.split("\n") if line.startswith(start)]
    return line


def in_order(text: str, *parts: str) -> bool:
    """Whether some words are all there, in that order."""
    places = [text.find(part) for part in parts]
    return -1 not in places and places == sorted(places)
