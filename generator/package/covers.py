"""What a cover says, read in the finished file: the digest of the act, the copy's number, who receives it.

Read without the rendering: whoever verifies a package trusts nothing of it, not even its templates.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812 - an exception, written as such

from generator.findings import Finding, Place
from generator.french import plain_words
from generator.messages import signature_packages
from generator.messages.message import InFull

_BODY = "word/document.xml"
_LARGEST = 16 * 1024 * 1024
"""Bytes of a cover's text that are read: a page takes some ten thousand."""

_TAG = re.compile(r"<[^>]*>")
_PARAGRAPH_END = re.compile(r"</w:p>|<w:tab/>|<w:br/>")
_DIGEST = re.compile(r"(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])")
_COPY = re.compile(r"(\d+)\s?/\s?(\d+)")
UNREADABLE = (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError, ZlibError)
"""All that a damaged or encrypted archive makes zipfile raise; UnicodeDecodeError is a ValueError."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the originals, as the manifest tells it.

    Attributes:
        rank: its number, from 1.
        total: how many originals there are.
        recipient: who receives it.
        digest: SHA-256 of its body.
    """

    rank: int
    total: int
    recipient: str
    digest: str


def cover_differences(content: bytes, copy: Copy, place: Place) -> Iterator[Finding]:
    """Compare a cover with the original that it stands before.

    Args:
        content: the cover's bytes.
        copy: the original beside it.
        place: the cover's file.
    """
    text = _text(content)
    if text is None:
        yield signature_packages.UNREADABLE_COVER.at(place)
        return
    told = set(_DIGEST.findall(text))
    if not told:
        yield signature_packages.COVER_WITHOUT_DIGEST.at(place)
    elif told != {copy.digest}:
        wrong = min(told - {copy.digest})
        yield signature_packages.COVER_OF_ANOTHER.at(place, trouvee=InFull(wrong), attendue=InFull(copy.digest))
    numbers = {(int(rank), int(total)) for rank, total in _COPY.findall(text)}
    if numbers and (copy.rank, copy.total) not in numbers:
        yield signature_packages.COVER_OF_ANOTHER_COPY.at(place, rang=copy.rank, total=copy.total)
    if not _says(text, copy.recipient):
        yield signature_packages.COVER_FOR_ANOTHER.at(place, destinataire=copy.recipient)


def _text(content: bytes) -> str | None:
    """Return the words of a document's body; None when they cannot be read."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if archive.getinfo(_BODY).file_size > _LARGEST:
                return None
            xml = archive.read(_BODY).decode()
    except UNREADABLE:
        return None
    return unescape(_TAG.sub("", _PARAGRAPH_END.sub(" ", xml)))


def _says(text: str, words: str) -> bool:
    """Whether a text holds some words in a row; typography, capitals and accents are left out of account."""
    wanted = " ".join(plain_words(words))
    return f" {wanted} " in f" {' '.join(plain_words(text))} "
