"""Cutting a signed text into title, parties, preamble, articles, paragraphs and closing, word for word.

Only justification goes: runs of spaces, tabs, line breaks and page breaks become one space. No word, sign or no-break
space is changed. Where the layout does not tell two paragraphs apart, somebody who reads the form will.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum, auto
from pathlib import Path
from typing import Final

from generator.convention import Article, Paragraph, SignedText
from generator.convention.signed_text import Layout
from generator.findings import Finding, Place
from generator.load.decoding import decode, read_bytes
from generator.load.shaping import capped
from generator.messages import form_files

_HEADING: Final = re.compile(
    r"(?:Article|ARTICLE|Art\.?|ART\.?) +(?P<number>(?i:premier)|[0-9]{1,3}|[IVX]{1,6}) *(?i:er|ère)?"
    r"(?: *[-–—:.\u00a0\u202f].*| +[A-ZÀ-Þ][^.;:]*)?"
)
_DIVISION: Final = re.compile(
    r"(?:TITRE|Titre|CHAPITRE|Chapitre|SECTION|Section) +(?:(?i:premier|première)|[0-9]{1,3}|[IVX]{1,6})\b.*"
)
_DASH: Final = re.compile(r"[-–—•▪◦*\uf0b7][ \u00a0\u202f]+")
_PARTIES: Final = re.compile(r"entre\b", re.IGNORECASE)
_PREAMBLE_HEADING: Final = re.compile(r"pr[ée]ambule *[:.]?", re.IGNORECASE)
_PREAMBLE: Final = re.compile(r"(?:vue?s?|considérant|préambule)\b", re.IGNORECASE)
_AGREEMENT: Final = re.compile(
    r"(?:(?:ceci|cela) (?:étant )?exposé|en conséquence|il (?:est|a été) (?:arrêté|convenu|décidé)|"
    r"(?:les parties )?(?:ont convenu|sont convenues|conviennent))\b",
    re.IGNORECASE,
)
_CLOSING: Final = re.compile(r"(?:fait(?: et signé)? (?:à|en|le)|en foi de quoi)\b", re.IGNORECASE)
_SENTENCE_END: Final = (".", ";", ":", "!", "?", "»", "…")
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}


class _Part(IntEnum):
    """The parts of a convention, in the order in which they follow one another."""

    TITLE = auto()
    PARTIES = auto()
    PREAMBLE = auto()
    AGREEMENT = auto()
    ARTICLES = auto()
    CLOSING = auto()


def read_signed_text(path: Path, file: str) -> tuple[SignedText | None, tuple[Finding, ...]]:
    """Read a plain text file and cut it; ``file`` is its name in findings.

    Returns:
        The text cut, or None when the file cannot be read or is empty; and what is wrong with the file.
    """
    data = read_bytes(path, file)
    if isinstance(data, Finding):
        return None, (data,)
    decoded = decode(data.replace(b"\t", b" ").replace(b"\f", b"\n"), file)
    if decoded.text is None or decoded.findings:
        return None, capped(decoded.findings)
    if not decoded.text.strip():
        return None, (form_files.EMPTY_FILE.at(Place(file)),)
    return cut(decoded.text), ()


def cut(text: str) -> SignedText:
    """Cut a signed text that has one word at least; its first paragraph is always its title."""
    draft = _Draft()
    for paragraph in _paragraphs(text):
        draft.add(paragraph)
    return draft.signed_text()


@dataclass
class _Draft:
    """What was cut so far: the part that is being read only moves forward, so that reading order is kept."""

    part: _Part = _Part.TITLE
    title: list[str] = field(default_factory=list)
    preamble_heading: str | None = None
    articles: list[tuple[str, list[str]]] = field(default_factory=list)
    passages: dict[_Part, list[str]] = field(default_factory=dict)

    def add(self, paragraph: str) -> None:
        """Put the next paragraph into the part where it belongs."""
        if not self.title:
            self.title.append(paragraph)
        elif self.part < _Part.CLOSING and _HEADING.fullmatch(paragraph):
            self.part = _Part.ARTICLES
            self.articles.append((paragraph, []))
        elif self.part < _Part.PREAMBLE and _PREAMBLE_HEADING.fullmatch(paragraph):
            self.part = _Part.PREAMBLE
            self.preamble_heading = paragraph
        else:
            self.part = self._part_of(paragraph)
            self._holder().append(paragraph)

    def _part_of(self, paragraph: str) -> _Part:
        """Return the part that a paragraph opens by its first words, else the one that is being read."""
        openings = (
            (_Part.CLOSING, _CLOSING, bool(self.articles)),
            (_Part.AGREEMENT, _AGREEMENT, True),
            (_Part.PREAMBLE, _PREAMBLE, True),
            (_Part.PARTIES, _PARTIES, True),
        )
        for part, opening, is_possible in openings:
            if is_possible and self.part < part and opening.match(paragraph):
                return part
        return self.part

    def _holder(self) -> list[str]:
        if self.part is _Part.TITLE:
            return self.title
        if self.part is _Part.ARTICLES:
            return self.articles[-1][1]
        return self.passages.setdefault(self.part, [])

    def signed_text(self) -> SignedText:
        """Return what was cut."""
        return SignedText.model_validate(
            {
                "titre": " ".join(self.title),
                "comparution": self._passage(_Part.PARTIES),
                "titre_preambule": self.preamble_heading,
                "preambule": self._passage(_Part.PREAMBLE),
                "formule": self._passage(_Part.AGREEMENT),
                "articles": [_article(heading, paragraphs) for heading, paragraphs in self.articles],
                "cloture": self._passage(_Part.CLOSING),
            }
        )

    def _passage(self, part: _Part) -> list[Paragraph]:
        return [_paragraph(words) for words in self.passages.get(part, ())]


def _article(heading: str, paragraphs: Iterable[str]) -> Article:
    return Article.model_validate(
        {"numero": _number(heading), "titre": heading, "paragraphes": [_paragraph(words) for words in paragraphs]}
    )


def _paragraph(words: str) -> Paragraph:
    layout = Layout.DASH if _DASH.match(words) else Layout.BODY
    return Paragraph.model_validate({"texte": words, "forme": layout.value})


def _number(heading: str) -> int:
    """Return the number of an article's heading: « 2 », « 1er », « PREMIER », « IV »."""
    match = _HEADING.fullmatch(heading)
    written = match["number"].upper() if match else ""
    if written.isdigit():
        return int(written)
    return 1 if written == "PREMIER" else _roman(written)


def _roman(numeral: str) -> int:
    values = [_ROMAN[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text, each on one line with single spaces."""
    current: list[str] = []
    after_blank = False
    for line in textwrap.dedent(text).split("\n"):
        words = " ".join(re.findall("[^ ]+", line)).strip()
        if not words:
            after_blank = True
            continue
        if current and _opens_a_paragraph(words, " ".join(current), after_blank=after_blank, indented=line[0] == " "):
            yield " ".join(current)
            current = []
        current.append(words)
        after_blank = False
    if current:
        yield " ".join(current)


def _opens_a_paragraph(words: str, before: str, *, after_blank: bool, indented: bool) -> bool:
    """Whether a line starts a paragraph, rather than goes on with the words before it."""
    if _HEADING.fullmatch(words) or _DIVISION.fullmatch(words) or _DASH.match(words):
        return True
    goes_on = words[0].islower()
    is_complete = before.endswith(_SENTENCE_END)
    if _HEADING.fullmatch(before) or _DIVISION.fullmatch(before):
        return after_blank or not goes_on
    if after_blank:
        return is_complete or not goes_on
    opens = indented or _CLOSING.match(words) or (before.isupper() and _PARTIES.match(words))
    return bool(opens) and (is_complete or before.isupper()) and not goes_on
