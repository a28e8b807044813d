"""Zip archives: read once within limits, written again without touching what did not change.

Members that a rendering leaves alone keep their compressed bytes. Dates are fixed, so that equal content gives
equal archives. Format: PKWARE APPNOTE.TXT, sections 4.3.7 (local header), 4.3.12 (directory), 4.3.16 (its end).
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from generator.messages import template_files
from generator.messages import template_reasons as reasons
from generator.rendering.faults import Fault

MAX_ARCHIVE = 64 * 2**20
MAX_MEMBERS = 4096
MAX_MEMBER = 64 * 2**20
MAX_CONTENT = 192 * 2**20
MAX_XML = 8 * 2**20
MAX_MARKUP = 400_000
"""Tags of XML, opening and closing, in all: those of a text of eight hundred pages."""

MAX_RATIO = 200
RATIO_FLOOR = 2**20
"""A member that unpacks to less than this may have any ratio: blank pictures compress well."""

_LOCAL = struct.Struct("<4s5H3L2H")
_ENTRY = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8 = 0x800
_ENCRYPTED = 0x1
_DATE = (1 << 5) | 1  # 1 January 1980, the first day that the format knows
_ENCODING = re.compile(rb"""\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]*)""")
_ENCODINGS = re.compile(rb"utf-8|utf-16|(us-)?ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
_LEVEL = 1  # three times faster than 6, for a tenth more bytes


class UnreadableArchiveError(Exception):
    """The file is no archive that may be opened; ``faults`` says why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside the archive, compressed."""

    name: str
    crc: int
    size: int
    payload: bytes
    method: int = zipfile.ZIP_DEFLATED

    @classmethod
    def compress(cls, name: str, content: bytes) -> Self:
        """Compress ``content`` under ``name``."""
        compressor = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        payload = compressor.compress(content) + compressor.flush()
        return cls(name, zlib.crc32(content), len(content), payload)

    def content(self) -> bytes:
        """Return the content, unpacked."""
        return zlib.decompress(self.payload, -zlib.MAX_WBITS) if self.method == zipfile.ZIP_DEFLATED else self.payload

    def local_header(self) -> bytes:
        """Return what precedes the payload."""
        name = self.name.encode()
        return _LOCAL.pack(b"PK\3\4", _VERSION, *self._common(), len(name), 0) + name

    def directory_entry(self, offset: int) -> bytes:
        """Return the entry of the archive's directory."""
        name = self.name.encode()
        return _ENTRY.pack(b"PK\1\2", _VERSION, _VERSION, *self._common(), len(name), 0, 0, 0, 0, 0, offset) + name

    def _common(self) -> tuple[int, int, int, int, int, int, int]:
        return (_UTF8, self.method, 0, _DATE, self.crc, len(self.payload), self.size)


class Archive:
    """The frozen members of an archive, laid out once; each rendering appends the members that it made."""

    def __init__(self, frozen: Iterable[Member]) -> None:
        self._bytes, self._directory, self._count = _lay_out(frozen, start=0)

    def complete(self, members: Iterable[Member]) -> bytes:
        """Return the whole archive: the frozen members, then ``members``."""
        more, directory, count = _lay_out(members, start=len(self._bytes))
        directory = self._directory + directory
        count += self._count
        start = len(self._bytes) + len(more)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
        return b"".join((self._bytes, more, directory, end))


def _lay_out(members: Iterable[Member], start: int) -> tuple[bytes, bytes, int]:
    content: list[bytes] = []
    directory: list[bytes] = []
    offset = start
    for member in members:
        directory.append(member.directory_entry(offset))
        header = member.local_header()
        content += (header, member.payload)
        offset += len(header) + len(member.payload)
    return b"".join(content), b"".join(directory), len(directory)


def read_archive(data: bytes) -> dict[str, tuple[Member, bytes]]:
    """Read every member of an archive, compressed and plain, in the archive's order.

    Raises:
        UnreadableArchiveError: not a zip, encrypted, damaged, too big, or with names that leave its folder.
    """
    # A compound file ([MS-CFB] 2.2): Word writes one for the old .doc, and around a .docx that a password protects.
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise UnreadableArchiveError(Fault(template_files.UNREADABLE, reasons.LOCKED_OR_OLD))
    # Each bound is judged before what it bounds is read or unpacked.
    if len(data) > MAX_ARCHIVE:
        raise UnreadableArchiveError(Fault(template_files.TOO_BIG, reasons.OCTETS.format(len(data))))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse(archive.infolist())
            read = {info.filename: _member(archive, info, data) for info in archive.infolist() if not info.is_dir()}
            _refuse_dense({name: content for name, (_, content) in read.items() if is_xml(name)})
            return read
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, struct.error, ValueError) as error:
        raise UnreadableArchiveError(Fault(template_files.UNREADABLE, reasons.DAMAGED)) from error


def is_xml(name: str) -> bool:
    """Whether a member is read as XML."""
    return name.endswith((".xml", ".rels"))


def _refuse_dense(contents: Mapping[str, bytes]) -> None:
    """Refuse XML that would take much more memory as a tree than in the archive."""
    markup = sum(content.count(b"<") for content in contents.values())
    if markup > MAX_MARKUP:
        raise UnreadableArchiveError(Fault(template_files.TOO_BIG, reasons.TAGS_OF_XML.format(markup)))
    for name, content in contents.items():
        declared = _ENCODING.match(content)
        if declared and not _ENCODINGS.fullmatch(declared[1]):  # in another, tags could not be counted
            raise UnreadableArchiveError(Fault(template_files.ILL_FORMED, name))


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, data: bytes) -> tuple[Member, bytes]:
    content = archive.read(info)
    # The local header has lengths of its own: its extra field is most often not that of the directory (4.3.7, 4.3.12).
    name_length, extra_length = struct.unpack_from("<2H", data, info.header_offset + 26)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    payload = data[start : start + info.compress_size]
    return Member(info.filename, info.CRC, info.file_size, payload, info.compress_type), content


def _refuse(infos: list[zipfile.ZipInfo]) -> None:
    faults = [*_excess(infos), *_bad_names(infos), *_unsupported(infos)]
    if faults:
        raise UnreadableArchiveError(*faults)


def _excess(infos: list[zipfile.ZipInfo]) -> Iterator[Fault]:
    if len(infos) > MAX_MEMBERS:
        yield Fault(template_files.TOO_BIG, reasons.MEMBERS.format(len(infos)))
    total = sum(info.file_size for info in infos)
    if total > MAX_CONTENT:
        yield Fault(template_files.TOO_BIG, reasons.OCTETS_UNPACKED.format(total))
    written = sum(info.file_size for info in infos if is_xml(info.filename))
    if written > MAX_XML:
        yield Fault(template_files.TOO_BIG, reasons.OCTETS_OF_XML.format(written))
    for info in infos:
        swollen = info.file_size > max(RATIO_FLOOR, MAX_RATIO * info.compress_size)
        if swollen or info.file_size > MAX_MEMBER:
            yield Fault(template_files.TOO_BIG, reasons.MEMBER_UNPACKED.format(info.filename, info.file_size))


def _bad_names(infos: list[zipfile.ZipInfo]) -> Iterator[Fault]:
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        steps = name.rstrip("/").split("/")
        escapes = any(step in ("", ".", "..") for step in steps) or any(mark in name for mark in "\\:\0")
        # zipfile cuts a name at its first NUL: the name as it was stored shows it.
        if escapes or name.casefold() in seen or info.orig_filename != name:
            yield Fault(template_files.UNSAFE_NAME, repr(info.orig_filename))
        seen.add(name.casefold())


def _unsupported(infos: list[zipfile.ZipInfo]) -> Iterator[Fault]:
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            yield Fault(template_files.UNREADABLE, reasons.ENCRYPTED.format(info.filename))
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield Fault(template_files.UNREADABLE, reasons.UNKNOWN_COMPRESSION.format(info.filename))
