"""A tag as text: where it begins and ends, and how docxtpl and Jinja read what its author typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
OPENING = re.compile(r"\{\{|\{%|\{#")
STRING = re.compile(r"""("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)""")
"""A text inside a tag: Word turns the quotes that people type into curly ones, and docxtpl turns them back."""

_END_OF = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WORD_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_STRAIGHT_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_LETTER = re.compile(r"^(\{[{%][-+]?)(?:p|tr|tc|r)\s")
_PRINTED_LETTER = re.compile(r"\{\{(p|tr|tc|r)\s")


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Iterate over the places of tags, as :data:`TAG` finds them.

    The text is read once, whatever it holds: the regular expression would look for the end of each of a thousand
    openings that none closes, up to the end of the text.
    """
    never_closed: set[str] = set()
    position = 0
    while opening := OPENING.search(text, position):
        closing = _END_OF[opening[0]]
        end = -1 if closing in never_closed else text.find(closing, opening.end())
        if end >= 0:
            yield opening.start(), end + len(closing)
            position = end + len(closing)
        else:
            never_closed.add(closing)
            position = opening.start() + 1


def outside(text: str) -> str:
    """Return a text with a space in the place of each tag."""
    pieces: list[str] = []
    position = 0
    for start, end in spans(text):
        pieces.append(text[position:start])
        position = end
    return " ".join([*pieces, text[position:]])


def alone(tag: str) -> str:
    """Return a tag as Jinja reads it: without docxtpl's letter, with straight quotes and plain spaces."""
    return _LETTER.sub(r"\1 ", straight(tag))


def straight(tag: str) -> str:
    """Return a tag with straight quotes and plain spaces, as docxtpl makes it."""
    return with_plain_spaces(tag.translate(_STRAIGHT_QUOTES))


def with_plain_spaces(tag: str) -> str:
    """Replace no-break spaces by spaces, save inside quoted strings; the length stays the same."""
    pieces = STRING.split(tag)
    return "".join(piece if index % 2 else piece.translate(_WORD_SPACES) for index, piece in enumerate(pieces))


def letter_of(tag: str) -> str:
    """Return the letter of a tag that prints: ``{{r v}}`` has « r », ``{{ v }}`` has none."""
    match = _PRINTED_LETTER.match(tag)
    return match[1] if match else ""
