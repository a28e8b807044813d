"""Faults gathered with their place, and the one exception that carries them out of the door."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.findings import Finding, Place
from generator.messages.message import Message, said

_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in a template, as its reader sees it.

    Attributes:
        part: « corps », « en-tête 1 », « pied de page 1 », « note 3 », « propriétés ».
        heading: the nearest heading above, or an empty string.
        paragraph: the paragraph's text, tags included, or an empty string.
        row: « tableau 2, ligne 3 », or an empty string.
        clause: the clause that brought the paragraph, with those that it came through, or an empty string.
        tag: the tag of the paragraph that is meant, or an empty string; two places that differ by it alone are one.
    """

    part: str = ""
    heading: str = ""
    paragraph: str = ""
    row: str = ""
    clause: str = ""
    tag: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Write the place from the widest to the narrowest, the tag between arrows, as it opens a message."""
        heading = f"« {self.heading} »" if self.heading else ""
        clause = f"clause {self.clause}" if self.clause else ""
        place = ", ".join(filter(None, (clause, self.part, heading, self.row)))
        return f"{place} : « {self._marked_paragraph()} »" if self.paragraph else place

    def _marked_paragraph(self) -> str:
        """Return the paragraph on one line, cut around its tag when it is long."""
        before, tag, after = self.paragraph.partition(self.tag or self.paragraph)
        if not tag or not (before.strip() or after.strip()):
            return shortened(self.paragraph)
        return f"{_end_of(before)}→{shortened(tag)}←{_start_of(after)}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        message: what kind of fault.
        what: what it is about, as the template or the archive writes it.
        spot: where.
        kind: what the value is, where that matters.
        fix: how to mend this very fault; by default, as the message says.
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
        """What is wrong, without its place; what neither a screen nor Word can show reads « � »."""
        return _UNREADABLE.sub(
            "\N{REPLACEMENT CHARACTER}", said(self.message.text).format(what=self.what, kind=self.kind)
        )

    @property
    def advice(self) -> str:
        """How to mend it."""
        return self.fix or said(self.message.fix).format(what=self.what, kind=self.kind)

    def finding(self, file: str) -> Finding:
        """Turn the fault into a finding about the template ``file``."""
        where = str(self.spot)
        return Finding(
            code=self.message.code,
            severity=self.message.severity,
            message=f"{where} : {self.sentence}" if where else self.sentence,
            place=Place(file),
            fix=self.advice,
        )


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


def _line(finding: Finding) -> str:
    fix = f" ({finding.fix})" if finding.fix else ""
    return f"{finding.place}: {finding.code} {finding.message}{fix}"


_BLANKS = re.compile(r"\s+")


def _end_of(text: str, limit: int = 80) -> str:
    line = _on_one_line(text)
    return line if len(line) <= limit else f"… {line[-limit:]}"


def _start_of(text: str, limit: int = 80) -> str:
    line = _on_one_line(text)
    return line if len(line) <= limit else f"{line[:limit]} …"


def _on_one_line(text: str) -> str:
    return _BLANKS.sub(" ", text)


def shortened(text: str, limit: int = 160) -> str:
    """Return ``text`` on one line, cut in its middle when it is longer than ``limit``."""
    line = " ".join(text.split())
    return line if len(line) <= limit else f"{line[: limit // 2]} … {line[-limit // 2 :]}"
