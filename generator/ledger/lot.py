"""``lot.jsonl``: one line for each action made, appended once its files are in place.

The last line of an action counts. A line that a killed run tore, or that is none, is passed over. Lines are read from
the disk one at a time: a year of ten thousand actions is never held in memory.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from generator.canonical_json import digest_of
from generator.findings import Finding, Place, Severity
from generator.findings import Path as FindingPath

Data = Mapping[str, Any]

_HEAD = re.compile(
    rb'\{"action":"(?P<number>[^"\\]+)","mode":"(?P<mode>[^"\\]+)","cle":"(?P<key>[^"\\]*)","fait":(?P<done>true|false),'
)
"""How each line begins: whose it is, and whether it was done, can be told without reading the rest."""


@dataclass(frozen=True, slots=True)
class LotLine:
    """What the ledger keeps of an action.

    Attributes:
        number: the action’s.
        mode: what was made: drafts or package.
        key: the fingerprint of all that it was made from.
        framework: the identifier of its framework convention; empty when its form does not tell.
        kept_texts: workspace paths of the approved drafts that its form names.
        outputs: what was written, by path from the year’s output folder → SHA-256.
        findings: what was found.
        done: whether what was asked was done.
        extract: what the rules of the year need of it, as plain data; None when its form gives no action.
        left_out: paths of its form that could not be read: the rules of the year say nothing of them.
        is_complete: whether nothing is wrong with the form of what it was made from.
        tracks: the steps of each party, as plain data; empty when its form gives no action.
    """

    number: str
    mode: str
    key: str
    framework: str = ""
    kept_texts: tuple[str, ...] = ()
    outputs: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    done: bool = True
    extract: Data | None = None
    left_out: tuple[FindingPath, ...] = ()
    is_complete: bool = True
    tracks: tuple[Data, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """Where a line stands, and what is known of it without reading it again.

    Attributes:
        start: offset of its first byte.
        length: its bytes.
        key: the fingerprint of all that it was made from.
        done: whether what was asked was done.
        digest: of the whole line.
    """

    start: int
    length: int
    key: str
    done: bool
    digest: str


class Lot:
    """The ledger of a year, read and appended to.

    Args:
        path: its file, which need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None
        self._spans: dict[tuple[str, str], Span] = {}
        self._lines = 0
        self._is_torn = False
        self._read_spans()

    def span(self, mode: str, number: str) -> Span | None:
        """Return what is known of an action's line without reading it; None when there is none."""
        return self._spans.get((mode, number))

    def numbers(self, mode: str) -> list[str]:
        """Return the numbers of the actions of which it has a line, sorted."""
        return sorted(number for kept, number in self._spans if kept == mode)

    def modes(self) -> list[str]:
        """Return the modes of which it has lines, sorted."""
        return sorted({mode for mode, _ in self._spans})

    def line(self, mode: str, number: str) -> LotLine | None:
        """Return what was last kept of an action; None when there is nothing, or nothing that can be read."""
        span = self._spans.get((mode, number))
        if span is None:
            return None
        try:
            return _line_from(json.loads(self._raw(span)))
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def append(self, line: LotLine) -> None:
        """Add the line of an action, whose files are in place.

        Raises:
            OSError: the disk refused.
        """
        written = _written(line)
        file = self._opened()
        start = file.tell()
        file.write(written)
        file.flush()
        self._spans[line.mode, line.number] = Span(start, len(written), line.key, line.done, digest_of(written))
        self._lines += 1

    def forget(self, mode: str, number: str) -> None:
        """Leave an action out of the ledger, once it is settled."""
        self._spans.pop((mode, number), None)

    def settle(self) -> None:
        """Close the ledger, each action having one line, in the order of modes and numbers: equal runs, equal bytes.

        Raises:
            OSError: the disk refused; the lines stand as they were appended.
        """
        self.close()
        spans = [self._spans[of] for of in sorted(self._spans)]
        starts = [span.start for span in spans]
        if len(spans) == self._lines and starts == sorted(starts):
            return
        draft = self._path.with_suffix(".tmp")
        with draft.open("wb") as file:
            file.writelines(map(self._raw, spans))
        self.close()
        draft.replace(self._path)
        self._spans.clear()
        self._read_spans()

    def close(self) -> None:
        """Close its file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def _read_spans(self) -> None:
        """Find where the last whole line of each action stands."""
        self._lines, start = 0, 0
        try:
            with self._path.open("rb") as file:
                for line in file:
                    self._lines += 1
                    told = _HEAD.match(line)
                    if told and line.endswith(b"}\n"):
                        of = (told["mode"].decode(), told["number"].decode())
                        is_done = told["done"] == b"true"
                        self._spans[of] = Span(start, len(line), told["key"].decode(), is_done, digest_of(line))
                    start += len(line)
                    self._is_torn = not line.endswith(b"\n")
        except FileNotFoundError:
            return

    def _opened(self) -> IO[bytes]:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("a+b")
            self._file.seek(0, os.SEEK_END)
            if self._is_torn:
                self._file.write(b"\n")
                self._is_torn = False
        return self._file

    def _raw(self, span: Span) -> bytes:
        with self._path.open("rb") as file:
            file.seek(span.start)
            return file.read(span.length)


def finding_in_full(finding: Finding) -> Data:
    """Return a finding as plain data, from which it can be made again."""
    place = finding.place
    return {
        "code": finding.code,
        "gravite": finding.severity.value,
        "message": finding.message,
        "lieu": [place.file, place.line, place.column, place.sheet, place.cell],
        "chemin": list(finding.path),
        "correction": finding.fix,
        "texte": finding.citation,
    }


def finding_from(data: Data) -> Finding:
    """Make a finding again from its plain data.

    Raises:
        KeyError: a value is missing.
        TypeError: a value is no value of a finding.
        ValueError: no severity has that name.
    """
    return Finding(
        code=data["code"],
        severity=Severity(data["gravite"]),
        message=data["message"],
        place=Place(*data["lieu"]),
        path=tuple(data["chemin"]),
        fix=data["correction"],
        citation=data["texte"],
    )


def _written(line: LotLine) -> bytes:
    data = {
        "action": line.number,
        "mode": line.mode,
        "cle": line.key,
        "fait": line.done,
        "complet": line.is_complete,
        "constats": [finding_in_full(finding) for finding in line.findings],
        "convention": line.framework,
        "etapes": list(line.tracks),
        "extrait": line.extract,
        "illisibles": [list(path) for path in line.left_out],
        "sorties": dict(line.outputs),
        "textes": list(line.kept_texts),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _line_from(data: Data) -> LotLine:
    return LotLine(
        number=data["action"],
        mode=data["mode"],
        key=data["cle"],
        is_complete=data["complet"],
        framework=data["convention"],
        kept_texts=tuple(data["textes"]),
        outputs=data["sorties"],
        findings=tuple(map(finding_from, data["constats"])),
        done=data["fait"],
        extract=data["extrait"],
        left_out=tuple(map(tuple, data["illisibles"])),
        tracks=tuple(data.get("etapes", ())),
    )
