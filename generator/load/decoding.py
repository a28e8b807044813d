"""From a file to clean text: what can be judged before any YAML is read."""

from __future__ import annotations

import codecs
import errno
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from types import MappingProxyType

from generator.findings import Finding, Place
from generator.load.loaded import MOST_FAULTS
from generator.messages import form_files, form_yaml

LARGEST_FILE = 2_000_000
"""Bytes: a hundred times what an action weighs."""

_REFUSED = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_CLEAN = re.compile(f"[^{_REFUSED}]*")

FORBIDDEN = re.compile(f"[{_REFUSED}]")
"""Characters that YAML refuses, or that would shift its line numbers, or that Word refuses."""

_FORMATS = (
    (b"PK\x03\x04", "un document Word, Excel ou une archive"),
    (b"\xd0\xcf\x11\xe0", "un ancien document Word ou Excel"),
    (b"%PDF-", "un PDF"),
)
_WIDE_ENCODINGS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REASONS: Mapping[int | None, str] = MappingProxyType(
    {
        errno.EACCES: "l’accès est refusé",
        errno.EPERM: "l’accès est refusé",
        errno.EBUSY: "un autre programme le tient",
        errno.ELOOP: "le lien tourne en rond",
        errno.ENAMETOOLONG: "le nom est trop long",
        errno.ENOTDIR: "une partie du chemin n’est pas un dossier",
        errno.EIO: "le disque ne répond pas",
    }
)
_UNDECODED = re.compile("[\udc80-\udcff]+")
_TAB_INDENTATION = re.compile(r"^ *\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, made safe to parse: forbidden characters are spaces, so that every place still holds.

    Attributes:
        text: the text, its line ends made plain, or None when nothing more can be read from it.
        findings: what is wrong with it.
    """

    text: str | None
    findings: tuple[Finding, ...]


def read_bytes(path: Path, file: str, largest: int = LARGEST_FILE) -> bytes | Finding:
    """Read a file of reasonable size, at most ``largest`` bytes; ``file`` is its name in findings.

    Returns:
        The bytes, or the finding that says why there are none.
    """
    whole = Place(file)
    try:
        mode = path.stat().st_mode
        if S_ISDIR(mode):
            return form_files.NOT_A_FILE.at(whole)
        if not S_ISREG(mode):
            return form_files.UNREADABLE_FILE.at(whole, raison="ce n’est pas un fichier ordinaire")
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except FileNotFoundError:
        return form_files.FILE_NOT_FOUND.at(whole)
    except (OSError, ValueError) as error:
        return form_files.UNREADABLE_FILE.at(whole, raison=_reason(error))
    if len(data) > largest:
        return form_files.FILE_TOO_LARGE.at(whole, limite=f"{largest // 1_000_000} Mo")
    return data


def _reason(error: OSError | ValueError) -> str:
    """Why the system refuses a file, in French."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno, f"erreur {error.errno} du système")
    return "son nom contient un caractère nul"


def decode(data: bytes, file: str) -> Text:
    """Turn bytes into text, with a finding for all that a text file of inputs must not hold."""
    for signature, name in _FORMATS:
        if data.startswith(signature):
            return Text(None, (form_files.OTHER_FORMAT.at(Place(file, 1, 1), format=name),))
    text, findings = _decoded(data, file)
    if "\0" in text:
        return Text(None, (_nul(text, file),))
    is_clean = _CLEAN.fullmatch(text) is not None
    if not is_clean:
        findings.extend(_control_characters(text, file))
    tab = _TAB_INDENTATION.search(text) if "\t" in text else None
    if tab:
        count = len(_TAB_INDENTATION.findall(text))
        findings.append(form_yaml.TAB_INDENTATION.at(place_at(text, tab.end() - 1, file), nombre=count))
        return Text(None, tuple(findings))
    return Text(text if is_clean else FORBIDDEN.sub(" ", text), tuple(findings))


def place_at(text: str, index: int, file: str) -> Place:
    """Return the line and column of a character of the text."""
    line_start = text.rfind("\n", 0, index) + 1
    return Place(file, text.count("\n", 0, index) + 1, index - line_start + 1)


def _decoded(data: bytes, file: str) -> tuple[str, list[Finding]]:
    for mark, encoding in _WIDE_ENCODINGS:
        if data.startswith(mark):
            finding = form_files.UTF16_OR_32.at(Place(file, 1, 1), codage=encoding.upper())
            return _with_plain_ends(data.decode(encoding, errors="replace")), [finding]
    plain = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _with_plain_ends(plain.decode("utf-8")), []
    except UnicodeDecodeError:
        return _with_stray_bytes(_with_plain_ends(plain.decode("utf-8", errors="surrogateescape")), file)


def _with_stray_bytes(text: str, file: str) -> tuple[str, list[Finding]]:
    """Read the bytes that are no UTF-8 as Windows wrote them; the first of them is told."""
    stray = next(_UNDECODED.finditer(text))
    finding = form_files.NOT_UTF8.at(
        place_at(text, stray.start(), file),
        caractere=_as_cp1252(stray)[0],
        octet=f"{ord(stray[0][0]) - 0xDC00:02X}",
    )
    return _UNDECODED.sub(_as_cp1252, text), [finding]


def _with_plain_ends(text: str) -> str:
    """Make every line end the same, so that lines are counted as editors count them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _as_cp1252(stray: re.Match[str]) -> str:
    return stray[0].encode("ascii", errors="surrogateescape").decode("cp1252", errors="replace")


def _nul(text: str, file: str) -> Finding:
    return form_files.NUL_CHARACTER.at(place_at(text, text.index("\0"), file), nombre=text.count("\0"))


def _control_characters(text: str, file: str) -> Iterator[Finding]:
    for match in islice(FORBIDDEN.finditer(text), MOST_FAULTS + 1):
        point = f"U+{ord(match[0]):04X}"
        yield form_files.CONTROL_CHARACTER.at(place_at(text, match.start(), file), point_de_code=point)
