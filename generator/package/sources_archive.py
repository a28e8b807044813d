"""The archive of a package’s sources: one file that always has the same bytes, and is not trusted when it is read.

Written by name, with one date and one level, so that equal sources give equal bytes. Format: PKWARE APPNOTE.TXT,
sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from stat import S_IFMT, S_IFREG
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from generator.canonical_json import digest_of
from generator.findings import Finding, Place
from generator.messages import signature_packages
from generator.package.covers import UNREADABLE

ARCHIVE = "sources.zip"

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION, _UTF8, _DATE = 20, 0x800, (1 << 5) | 1  # 1 January 1980, the first day that the format knows
_LEVEL = 6
_KEPT = 256
"""Sources whose compressed bytes are kept: those that all actions of a year share are some fifty."""

_MOST_MEMBERS = 4096
_MOST_CONTENT = 256 * 2**20
_MOST_RATIO, _ANY_RATIO_BELOW = 200, 2**20
"""Bounds of what is read: files, bytes unpacked, times that a file grows, from the size where that matters."""

_ENCRYPTED = 0x1
_DRIVE = re.compile(r"^(?P<letter>[A-Za-z]):(?=/)")
_UNSAFE = re.compile(r"^[A-Za-z]:|\\|[\x00-\x1f\x7f]")


class Packed(NamedTuple):
    """A source as the archive holds it.

    Attributes:
        payload: its bytes, deflated.
        crc: its CRC-32.
        digest: its SHA-256.
    """

    payload: bytes
    crc: int
    digest: str


class SourcesArchiveError(Exception):
    """An archive of sources is refused; ``findings`` say why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(finding.message for finding in findings))


@lru_cache(_KEPT)
def packed(content: bytes) -> Packed:
    """Deflate a source and take its digests, once for all the packages of a run that hold it."""
    deflater = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(deflater.compress(content) + deflater.flush(), zlib.crc32(content), digest_of(content))


def source_name(path: str) -> str:
    """Return how a package names a source: its workspace path; one from elsewhere loses its root, or its drive."""
    return _DRIVE.sub(r"\g<letter>", path).lstrip("/")


def archive_of(sources: Mapping[str, bytes]) -> bytes:
    """Write the archive of some sources, by name."""
    content: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for path, source in sorted(sources.items()):
        name, member = path.encode(), packed(source)
        common = (_UTF8, ZIP_DEFLATED, 0, _DATE, member.crc, len(member.payload), len(source), len(name), 0)
        content += (_LOCAL.pack(b"PK\3\4", _VERSION, *common) + name, member.payload)
        directory.append(_ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, *common, 0, 0, 0, 0, offset) + name)
        offset += _LOCAL.size + len(name) + len(member.payload)
    size = sum(map(len, directory))
    end = _END.pack(b"PK\5\6", 0, 0, len(directory), len(directory), size, offset, 0)
    return b"".join((*content, *directory, end))


def sources_in(archive: bytes, place: Place) -> dict[str, bytes]:
    """Read an archive of sources, whoever made it; nothing is unpacked before all is judged by its directory.

    Args:
        archive: its bytes.
        place: its file.

    Returns:
        Name → bytes.

    Raises:
        SourcesArchiveError: it cannot be read, holds too much, or holds names that would be written elsewhere.
    """
    try:
        with ZipFile(io.BytesIO(archive)) as opened:
            members = opened.infolist()
            if found := [*_unreadable(members, place), *_excess(members, place), *_bad_names(members, place)]:
                raise SourcesArchiveError(found)
            return {member.filename: unpacked(opened, member) for member in members}
    except UNREADABLE:
        raise SourcesArchiveError([signature_packages.UNREADABLE_SOURCES.at(place)]) from None


def unpacked(archive: ZipFile, member: ZipInfo) -> bytes:
    """Unpack a member, and never more of it than its directory says: zipfile unpacks all of it before it cuts.

    Raises:
        BadZipFile: it is damaged, or its directory lies; so do the other errors of a damaged archive tell.
    """
    with archive.open(member) as opened:
        return opened.read(max(member.file_size, 1))  # none would read nothing, not even the CRC-32


def _unreadable(members: Sequence[ZipInfo], place: Place) -> Iterator[Finding]:
    for member in members:
        if member.flag_bits & _ENCRYPTED:
            yield signature_packages.ENCRYPTED_SOURCE.at(place, fichier=member.filename)
        elif member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            yield signature_packages.UNREADABLE_SOURCES.at(place)


def _excess(members: Sequence[ZipInfo], place: Place) -> Iterator[Finding]:
    if len(members) > _MOST_MEMBERS:
        yield signature_packages.TOO_MANY_SOURCES.at(place, nombre=len(members), plafond=_MOST_MEMBERS)
    total = sum(member.file_size for member in members)
    swollen = any(_is_swollen(member) for member in members)
    if total > _MOST_CONTENT or swollen:
        yield signature_packages.SWOLLEN_SOURCES.at(place, octets=total)


def _is_swollen(member: ZipInfo) -> bool:
    return member.file_size > max(_ANY_RATIO_BELOW, _MOST_RATIO * member.compress_size)


def _bad_names(members: Sequence[ZipInfo], place: Place) -> Iterator[Finding]:
    """Find names that would be written outside the folder, or over one another, on some system."""
    seen: set[str] = set()
    folders = {folder for member in members for folder in _folders_of(member.filename)}
    for member in members:
        name, key = member.filename, member.filename.casefold()
        # zipfile cuts a name at its first NUL: the name as it was stored shows it.
        if not _is_safe(name) or member.orig_filename != name or not _is_file(member):
            yield signature_packages.UNSAFE_SOURCE.at(place, fichier=repr(member.orig_filename))
        elif key in seen or key in folders:
            yield signature_packages.TWIN_SOURCE.at(place, fichier=name)
        seen.add(key)


def _folders_of(name: str) -> Iterator[str]:
    """Yield the folders above a name, without case."""
    steps = name.casefold().split("/")
    return ("/".join(steps[:rank]) for rank in range(1, len(steps)))


def _is_safe(name: str) -> bool:
    steps = name.split("/")
    return not (any(step in {"", ".", ".."} for step in steps) or _UNSAFE.search(name))


def _is_file(member: ZipInfo) -> bool:
    """Whether a member is a plain file: no link, no folder. Its rights stand above 16 bits of attributes, if at all."""
    kind = S_IFMT(member.external_attr >> 16)
    return kind in {0, S_IFREG} and not member.is_dir()
