"""The logos of those who contract: pictures named after the identifier of a party, or of an associated body."""

from __future__ import annotations

from typing import Final

from generator.findings import Finding, Place, Places
from generator.load.decoding import read_bytes
from generator.load.loaded import Loaded
from generator.messages import form_names
from generator.workspace import Workspace

Logos = dict[str, bytes]
"""The identifier of a body, without its case → its picture."""

_PNG: Final = b"\x89PNG\r\n\x1a\n"
"""How a PNG file begins (ISO/IEC 15948, 5.2); its header chunk follows, width and height first (11.2.2)."""

_MARK: Final = 0xFF
"""What every JPEG marker begins with."""

_JPEG: Final = b"\xff\xd8\xff"
_JPEG_KINDS: Final = (b"JFIF", b"Exif")
"""How a JPEG file begins (ISO/IEC 10918-1, annex B), and what its first segment says that it is: Word reads these."""

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of JPEG segments that state the size of the picture."""


def load_logos(workspace: Workspace) -> Loaded[Logos]:
    """Load every logo of the workspace; one that is no picture is a finding, and left out."""
    logos: Logos = {}
    sources: dict[str, bytes] = {}
    findings: list[Finding] = []
    for path in workspace.logo_files():
        file = workspace.name_of(path)
        content = read_bytes(path, file)
        if isinstance(content, Finding):
            findings.append(content)
            continue
        sources[file] = content
        if _is_picture(content):
            logos[path.stem.casefold()] = content
        else:
            findings.append(form_names.NOT_A_PICTURE.at(Place(file)))
    places = Places(workspace.name_of(workspace.logos))
    return Loaded(None if findings else logos, logos, places, tuple(findings), sources)


def _is_picture(content: bytes) -> bool:
    """Whether a file is a PNG or a JPEG whose size can be read: of a file cut short, a document would show nothing."""
    if content.startswith(_PNG):
        return content[12:16] == b"IHDR" and all(_sizes(content[16:24], 4)) and b"IEND" in content
    return content.startswith(_JPEG) and content[6:10] in _JPEG_KINDS and _has_frame(content)


def _has_frame(jpeg: bytes) -> bool:
    """Whether a segment of a JPEG states a size; segments follow each other, each with its length."""
    position = 2
    while position + 9 <= len(jpeg) and jpeg[position] == _MARK:
        if jpeg[position + 1] in _FRAMES:
            return all(_sizes(jpeg[position + 5 : position + 9], 2))
        position += 2 + int.from_bytes(jpeg[position + 2 : position + 4], "big")
    return False


def _sizes(octets: bytes, width: int) -> list[int]:
    return [int.from_bytes(octets[start : start + width], "big") for start in range(0, len(octets), width)]
