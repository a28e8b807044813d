"""Faults gathered with their place, and the one exception that carries them out of the door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Self

from generator.findings import Finding, Place
from generator.french import NO_BREAK_SPACE
from generator.messages.message import Message

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


IN_BODY = "corps"
"""What the body of a document is called."""


@dataclass(frozen=True)
class Spot:
    """Where something stands in a template, as its reader sees it.

    Attributes:
        part: « corps », « en-tête 1 », « pied de page 1 », « note 3 », « propriétés ».
        heading: the nearest heading above, or an empty string.
        paragraph: the paragraph's text, tags included, or an empty string.
        row: « tableau 2, ligne 3 », or an empty string.
        clause: the clause that brought the paragraph, with those that it came through, or an empty string.
        tag: the tag of the paragraph that is meant, or an empty string; two places that differ by it alone are one.
        rank: how many times the same text stands before it in the paragraph.
    """

    part: str = ""
    heading: str = ""
    paragraph: str = ""
    row: str = ""
    clause: str = ""
    tag: str = field(default="", compare=False)
    rank: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """Write the place from the widest to the narrowest, the tag between arrows, as it opens a message."""
        heading = _quoted(self.heading) if self.heading else ""
        clause = f"clause {self.clause}" if self.clause else ""
        place = ", ".join(filter(None, (clause, self.part, heading, self.row)))
        return f"{place}{NO_BREAK_SPACE}: {_quoted(self._marked_paragraph())}" if self.paragraph else place

    def _marked_paragraph(self) -> str:
        """Return the paragraph on one line, cut around its tag when it is long."""
        tag = self.tag if self.tag and self.tag in self.paragraph else ""
        pieces = self.paragraph.split(tag) if tag else [self.paragraph]
        rank = min(self.rank + 1, len(pieces) - 1)
        before, after = tag.join(pieces[:rank]), tag.join(pieces[rank:])
        if not tag or not (before.strip() or after.strip()):
            return shortened(self.paragraph)
        return f"{_end_of(before)}→{shortened(tag)}←{_start_of(after)}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        message: what kind of fault.
        what: what it is about, as the template or the archive writes it; what cannot be shown reads « � ».
        spot: where.
        kind: what the value is, or why, where that matters: typeset already.
        fix: how to mend this very fault, typeset already; by default, as the message says.
        path: the path in the data of what it is about.
    """

    message: Message
    what: str = ""
    spot: Spot = Spot()
    kind: str = ""
    fix: str = ""
    path: str = ""

    @property
    def sentence(self) -> str:
        """What is wrong, without its place."""
        return self._found("").message

    def finding(self, file: str) -> Finding:
        """Turn the fault into a finding about the template ``file``: its place opens the message."""
        found = self._found(file)
        where = _readable(str(self.spot))
        message = f"{where}{NO_BREAK_SPACE}: {found.message}" if where else found.message
        return replace(found, message=message, fix=self.fix or found.fix)

    def _found(self, file: str) -> Finding:
        # Given as lists of one, which a message writes out: a value that it takes for typed is cut, and loses its
        # no-break spaces, and a template is quoted here to the letter.
        return self.message.at(Place(file), what=(_readable(self.what),), kind=(_readable(self.kind),))


class TemplateErrors(Exception):  # noqa: N818 - it carries several: the plural is the name of the contract
    """A template, or the values given to it, cannot make a document: every reason, in reading order.

    Attributes:
        faults: at least one fault.
        findings: the same, as users read them; each names template, part, heading, paragraph and tag.
    """

    def __init__(self, file: str, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        self.findings: tuple[Finding, ...] = tuple(fault.finding(file) for fault in self.faults)
        super().__init__("\n".join(_line(finding) for finding in self.findings))
        self._file = file

    def __reduce__(self) -> tuple[type[Self], tuple[str, tuple[Fault, ...]]]:
        """Cross to another process as what it was made of."""
        return type(self), (self._file, self.faults)


def _quoted(text: str) -> str:
    return f"«{NO_BREAK_SPACE}{text}{NO_BREAK_SPACE}»"


def _readable(text: str) -> str:
    """Return a text with « � » for what neither a screen nor Word can show."""
    return _UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def _line(finding: Finding) -> str:
    fix = f" ({finding.fix})" if finding.fix else ""
    return f"{finding.place}: {finding.code} {finding.message}{fix}"


_BESIDE_A_TAG, _EXCERPT = 80, 160
"""How many characters are shown on either side of a tag, and of a whole paragraph."""

_BLANKS = re.compile(r"[^\S\u00a0\u202f]+")
"""What reads as one space on a line; a no-break space is a sign of its own, which French typography asks for."""


def _end_of(text: str) -> str:
    line = _on_one_line(text)
    return line if len(line) <= _BESIDE_A_TAG else f"… {line[-_BESIDE_A_TAG:]}"


def _start_of(text: str) -> str:
    line = _on_one_line(text)
    return line if len(line) <= _BESIDE_A_TAG else f"{line[:_BESIDE_A_TAG]} …"


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)


def shortened(text: str) -> str:
    """Return a text on one line, cut in its middle when it is long."""
    line, half = _on_one_line(text).strip(), _EXCERPT // 2
    return line if len(line) <= _EXCERPT else f"{line[:half]} … {line[-half:]}"
