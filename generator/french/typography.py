"""Typography of a French text: apostrophes, quotation marks, no-break spaces, superscripts of ordinals.

Sources: Imprimerie nationale, *Lexique des règles typographiques*. The no-break space stands before « : » and
« € » and inside « », the narrow one before « ; », « ! », « ? », « % » and between thousands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from string import digits
from typing import Final

from generator.french.dates import MONTHS
from generator.french.kept_texts import kept_by_text
from generator.french.spaces import APOSTROPHE, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

_SPACES: Final = " \u00a0\u2009\u202f"
_SPACE: Final = f"[{_SPACES}]"
_LETTER: Final = r"[^\W\d_]"
_CAPITAL: Final = "[A-ZÀ-ÖØ-ÞŒ]"

_EXTENSIONS: Final = "csv|docx?|gif|html?|jpe?g|json|md|odp|ods|odt|pdf|png|pptx?|svg|toml|txt|xlsx?|xml|ya?ml|zip"
_ADDRESS: Final = r"""(?<![\w+.-])(?:[A-Za-z][\w+.-]*://|www\.)[^\s<>«»"]*[^\s<>«»".,;:!?…)\]'’]"""
_E_MAIL: Final = r"(?<![\w+.'-])[\w+.'-]+@[\w-]+(?:\.[\w-]+)+"
_FILE_NAME: Final = rf"""(?<![^\s«»"])[^\s«»"]+\.(?i:{_EXTENSIONS})\b"""
_KEPT: Final = f"(?P<kept>{_ADDRESS}|{_E_MAIL}|{_FILE_NAME})"
"""What no rule enters. Times (« 10:30 ») and ratios need no entry: no rule matches inside them."""


_ANY_KEPT: Final = re.compile(_KEPT)


def _holds_kept(text: str) -> bool:
    """Whether a text holds what no rule enters; all of it has a full stop or « :// »."""
    return ("." in text or "://" in text) and _ANY_KEPT.search(text) is not None


@dataclass(frozen=True)
class _Rule:
    """What stands where, what it becomes, and the signs without one of which no text has any; none for any text.

    Each pattern is compiled when a text asks for it: few texts hold what no rule enters.
    """

    pattern: str
    replace: Callable[[str], str]
    signs: tuple[str, ...]

    def applied(self, text: str) -> str:
        if self.signs and not any(sign in text for sign in self.signs):
            return text
        if _holds_kept(text):
            return self._beside_kept.sub(lambda match: match["kept"] or self.replace(match[0]), text)
        return self._anywhere.sub(lambda match: self.replace(match[0]), text)

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    @cached_property
    def _beside_kept(self) -> re.Pattern[str]:
        return re.compile(f"{_KEPT}|{self.pattern}")


def _becomes(replacement: str, pattern: str, *signs: str) -> _Rule:
    return _Rule(pattern, lambda _: replacement, signs)


def _after(*words: str) -> str:
    """Return the pattern of a position that follows one of these words."""
    return "(?:" + "|".join(rf"(?<=\b{re.escape(word)})" for word in words) + ")"


def _quoted(text: str) -> str:
    return f"«{NO_BREAK_SPACE}{text[1:-1].strip(_SPACES)}{NO_BREAK_SPACE}»"


def _grouped(text: str) -> str:
    return re.sub(_SPACE, NARROW_NO_BREAK_SPACE, text)


_STRAIGHT_QUOTES: Final = _Rule(r'(?<!\w)"[^"\S\n]*[^"\s][^"\n]*"(?!\w)', _quoted, ('"',))
_BEFORE_MARK: Final = rf"(?<=[^\s:;!?«(\[]){_SPACE}*"
_THOUSANDS: Final = rf"(?<!\d)(?<!\d{_SPACE})\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!{_SPACE}?\d)"

_RULES: Final[tuple[_Rule, ...]] = (
    _becomes(APOSTROPHE, rf"""(?<={_LETTER})'(?={_LETTER}|[\d«"“])""", "'"),
    _becomes("…", r"(?<![./\\])\.{3}(?![./\\])", "..."),
    _becomes(f"«{NO_BREAK_SPACE}", rf"«{_SPACE}*(?=\S)", "«"),
    _becomes(f"{NO_BREAK_SPACE}»", rf"(?<=\S){_SPACE}*»", "»"),
    _becomes(NO_BREAK_SPACE, rf"{_BEFORE_MARK}(?=:(?:\s|$))", ":"),
    _becomes(NARROW_NO_BREAK_SPACE, rf"{_BEFORE_MARK}(?=[;!?]+(?:\s|$|[»)\]”…]))", *";!?"),
    _Rule(_THOUSANDS, _grouped, tuple(digits)),
    _becomes(NARROW_NO_BREAK_SPACE, rf"(?<=\d){_SPACE}*(?=%(?!\w))", "%"),
    _becomes(NO_BREAK_SPACE, rf"(?<=\d){_SPACE}*(?=[kM]?€(?!\w))", "€"),
    _becomes(NO_BREAK_SPACE, rf"(?<=\d){_SPACE}+(?=(?:EUR|MAD|euros?|dirhams?)\b)", "EUR", "MAD", "euro", "dirham"),
    _becomes(NO_BREAK_SPACE, rf"{_after('n°', 'N°', 'n°s')}{_SPACE}*(?=\d)", "°"),
    _becomes(NO_BREAK_SPACE, rf"{_after('L.', 'R.', 'D.')}(?:{_SPACE}+(?=\*?\d)|(?=\*?\d+-\d))", "L.", "R.", "D."),
    _becomes(
        NO_BREAK_SPACE, rf"{_after('art.', 'Art.', 'al.', 'p.', 'pp.')}{_SPACE}+(?=\d|[LRD]\.)", "rt.", "al.", "p."
    ),
    _becomes(NO_BREAK_SPACE, rf"{_after('M.', 'MM.', 'Mme', 'Mmes', 'Mlle')}{_SPACE}+(?={_LETTER})", "M"),
    _becomes(NO_BREAK_SPACE, rf"{_after('Me', 'Dr', 'Pr')}{_SPACE}+(?={_CAPITAL})", "Me", "Dr", "Pr"),
    _becomes(NO_BREAK_SPACE, rf"(?:(?<=\d)|(?<=\b1er)){_SPACE}+(?=(?:{'|'.join(MONTHS)})\b)", *MONTHS),
)


_ORDINAL: Final = re.compile(
    r"""(?<!\w)(?<!\d[.,])
    (?:
        (?:1|I)(?P<first>ers?|res?)
        | 2(?P<second>nde?s?|de?s?)
        | (?!1e)(?:[1-9]\d*|(?=[IVX]{1,7}e)(?!Ie)X{0,3}(?:IX|IV|V?I{0,3}))(?P<other>es?)
    )(?!\w)""",
    re.VERBOSE,
)
"""« 1er », « Ire », « 2nd », « 2e », « XXIe ». Roman numbers stop at XXXIX: « Le », « De », « Me » are words."""


@kept_by_text
def typeset(text: str) -> str:
    """Give a text its French typography; done twice, it changes nothing more.

    Straight apostrophes become ’ and straight quotation marks « »; « ... » becomes « … »; the spaces that
    precede « : ; ! ? % € » or the month of a date, that stand inside « » or between thousands, and that follow
    « n° », « L. », « M. », « Mme », « art. » or « p. » become no-break. Only those of punctuation marks, of
    signs, of « n° » and of « L.1115-1 » are added where they lack.

    Words, addresses, e-mail addresses, file names, times and ratios are left as they are.
    """
    text = _until_stable(_STRAIGHT_QUOTES, text)
    for rule in _RULES:
        text = rule.applied(text)
    return text


def _until_stable(rule: _Rule, text: str) -> str:
    """Apply a rule until it changes nothing: a quotation inside another appears once its own marks are set."""
    while (changed := rule.applied(text)) != text:
        text = changed
    return text


def ordinal_parts(text: str) -> tuple[tuple[str, bool], ...]:
    """Split a text into ``(part, is_superscript)``: « 1er mars » → ("1", no), ("er", yes), (" mars", no).

    The parts, joined, are the text; none is empty.
    """
    parts: list[tuple[str, bool]] = []
    position = 0
    for match in _ORDINAL.finditer(text):
        start, end = match.span(str(match.lastgroup))
        parts += [(text[position:start], False), (text[start:end], True)]
        position = end
    return (*parts, (text[position:], False)) if position < len(text) else tuple(parts)
