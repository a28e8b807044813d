"""A tag as text: where it begins and ends, and how docxtpl and Jinja read what its author typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
OPENING = re.compile(r"\{\{|\{%|\{#")
STRING = re.compile(r"""("[^"]*"|'[^']*'|“[^”]*”|‘[^’]*’)""")
"""A text inside a tag: Word turns the quotes that people type into curly ones, and docxtpl turns them back."""

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Signs that nobody sees: soft hyphen, zero-width characters, marks of direction (Unicode 23.2, 23.3, 9 annex 2)."""

_ANY_OPENING = re.compile(r"\{\{|\{%|\{#|\{\s+(?=[{%#][^{}]*[}%#]\s*\})")
_CLOSING = re.compile(r"[}%#]\}|(?<=[}%#])\s\}")
_FIRST_END = re.compile(r"[^{}]*\}(?:\s*\})?")
_END_OF = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WORD_SPACES = str.maketrans(dict.fromkeys("\u00a0\u202f\u2007\u2009", " "))
_STRAIGHT_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_LETTER = re.compile(r"^(\{[{%])(?:p|tr|tc|r)\s")


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text between delimiters: a tag, or what was meant to be one.

    Attributes:
        start: its first character.
        end: the character behind its last.
        is_tag: whether it is a whole tag.
        is_closed: whether it has an end; what is closed and no tag has the wrong braces.
        is_open: whether it has a beginning.
    """

    start: int
    end: int
    is_tag: bool = True
    is_closed: bool = True
    is_open: bool = True


def stretches(text: str) -> Iterator[Stretch]:
    """Iterate over the tags of a text, and over what was meant to be a tag and lacks an end, a beginning or a brace.

    Where all is well, they are those of :func:`spans`. A tag that would hold the beginning of another was left open.
    """
    position, ends = 0, _Ends(text)
    while opening := _ANY_OPENING.search(text, position):
        yield from _stray_closings(text, position, opening.start())
        stretch = _from(text, opening, ends)
        yield stretch
        position = stretch.end
    yield from _stray_closings(text, position, len(text))


class _Ends:
    """Where delimiters close: each end is looked for once, whatever the number of openings."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, int] = {}

    def after(self, opening: str, position: int) -> int:
        """Return where the first end of an opening stands, or -1."""
        closing = _END_OF[opening]
        known = self._known.get(closing, 0)
        if 0 <= known < position:
            known = self._known[closing] = self._text.find(closing, position)
        return known


def _from(text: str, opening: re.Match[str], ends: _Ends) -> Stretch:
    """Tell what begins at an opening."""
    start = opening.start()
    if opening[0] not in _END_OF:
        first_end = _FIRST_END.match(text, opening.end() + 1)
        return Stretch(start, first_end.end() if first_end else len(text), is_tag=False)
    following = OPENING.search(text, opening.end())
    end = ends.after(opening[0], opening.end())
    is_cut = following is not None and opening[0] != "{#" and following.start() < end
    if following and is_cut and _is_code(text, opening.end(), following.start()):
        end = -1
    if end < 0:
        limit = following.start() if following else len(text)
        first_end = _FIRST_END.match(text, opening.end(), limit)
        return Stretch(start, first_end.end() if first_end else limit, is_tag=False, is_closed=False)
    has_third_brace = text[end + 2 : end + 3] == "}" or text[start + 2 : start + 3] == "{" != text[end - 1]
    return Stretch(start, end + 2 + (text[end + 2 : end + 3] == "}"), is_tag=not has_third_brace)


def _is_code(text: str, start: int, end: int) -> bool:
    """Whether a place of a tag stands outside the texts that the tag quotes."""
    return not set(STRING.sub("", text[start:end])) & set("\"'“‘")


def _stray_closings(text: str, start: int, end: int) -> Iterator[Stretch]:
    for closing in _CLOSING.finditer(text, start, end):
        yield Stretch(closing.start(), closing.end(), is_tag=False, is_open=False)


def outside(text: str) -> str:
    """Return a text with a space in the place of each tag, and of what was meant to be one."""
    pieces: list[str] = []
    position = 0
    for stretch in stretches(text):
        pieces.append(text[position : stretch.start])
        position = stretch.end
    return " ".join([*pieces, text[position:]])


def alone(tag: str) -> str:
    """Return a tag as Jinja reads it: without docxtpl's letter, with straight quotes and plain spaces."""
    return _LETTER.sub(r"\1 ", straight(tag))


def straight(tag: str) -> str:
    """Return a tag with straight quotes and plain spaces, as docxtpl makes it, without what nobody sees."""
    return with_plain_spaces(INVISIBLE.sub("", tag).translate(_STRAIGHT_QUOTES))


def with_plain_spaces(tag: str) -> str:
    """Replace no-break spaces by spaces, save inside quoted strings; the length stays the same."""
    pieces = STRING.split(tag)
    return "".join(piece if index % 2 else piece.translate(_WORD_SPACES) for index, piece in enumerate(pieces))
