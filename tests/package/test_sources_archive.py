"""The archive of the sources: always the same bytes, and refused whole when something in it is hostile."""

import io
import json
import stat
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.artifacts import MANIFEST, Document
from generator.canonical_json import canonical, digest_of
from generator.findings import Place
from generator.package import ARCHIVE, SEAL, Record, assemble
from generator.package.manifest import seal_of
from generator.package.provenance import origin_of, sources_of
from generator.package.sources_archive import SourcesArchiveError, archive_of, packed, source_name, sources_in
from generator.package.verification import verify
from generator.publish import publish_package
from tests.support import word

SOURCES = {
    "inputs/2017/2017-01.yaml": b"numero: 2017-01\n" * 40,
    "inputs/regles.yaml": b"",
    "templates/\u00e9.docx": b"PK",
}
MEBIBYTE = 2**20
PLACE = Place("dossier-v1/sources.zip")


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for member, content in members:
            archive.writestr(member, content)
    return buffer.getvalue()


def refused(archive: bytes) -> list[str]:
    with pytest.raises(SourcesArchiveError) as caught:
        sources_in(archive, PLACE)
    assert {finding.place for finding in caught.value.findings} == {PLACE}
    return [finding.code for finding in caught.value.findings]


def replaced(archive: bytes, old: bytes, new: bytes) -> bytes:
    assert old in archive
    return archive.replace(old, new)


# Writing


def test_what_is_written_is_read_back() -> None:
    assert sources_in(archive_of(SOURCES), PLACE) == SOURCES
    assert sources_in(archive_of({}), PLACE) == {}


def test_any_zip_reader_reads_it() -> None:
    with zipfile.ZipFile(io.BytesIO(archive_of(SOURCES))) as archive:
        assert archive.testzip() is None
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist() == sorted(SOURCES)


def test_equal_sources_give_equal_bytes_in_any_order() -> None:
    assert archive_of(dict(reversed(SOURCES.items()))) == archive_of(SOURCES)


def test_what_actions_share_is_deflated_once() -> None:
    content = b"une loi, partagee par toutes les actions d'une annee"
    assert packed(content) is packed(content)
    assert packed(content).digest == digest_of(content)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("inputs/2017/2017-01.yaml", "inputs/2017/2017-01.yaml"),
        ("/home/agent/2017-01.yaml", "home/agent/2017-01.yaml"),
        ("C:/Users/agent/2017-01.yaml", "C/Users/agent/2017-01.yaml"),
    ],
)
def test_a_source_from_elsewhere_has_a_name_in_the_archive(path: str, name: str) -> None:
    assert source_name(path) == name
    assert sources_in(archive_of({name: b"x"}), PLACE) == {name: b"x"}


# Refusing


def test_an_archive_compressed_by_another_program_is_read() -> None:
    assert sources_in(zipped(*SOURCES.items(), method=zipfile.ZIP_STORED), PLACE) == SOURCES


@pytest.mark.parametrize("archive", [b"", b"PK\3\4", b"\0" * 100, archive_of(SOURCES)[:-30], archive_of(SOURCES)[100:]])
def test_what_is_no_archive_is_refused(archive: bytes) -> None:
    assert refused(archive) == ["DO034"]


def test_a_wrong_check_sum_is_refused() -> None:
    stored = zipped(("a.yaml", b"numero: 1"), method=zipfile.ZIP_STORED)
    assert refused(replaced(stored, b"numero: 1", b"numero: 2")) == ["DO034"]
    wrong = struct.pack("<L", zlib.crc32(b"x"))
    empty = zipped(("a.yaml", b""), method=zipfile.ZIP_STORED)
    at = empty.index(b"PK\1\2") + 16
    assert refused(empty[:at] + wrong + empty[at + 4 :]) == ["DO034"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_another_compression_is_refused(method: int) -> None:
    assert refused(zipped(("a.yaml", b"numero: 1"), method=method)) == ["DO034"]


def test_an_encrypted_source_is_refused_before_anything_is_unpacked() -> None:
    plain = zipped(("a.yaml", b"numero: 1"))
    at = plain.index(b"PK\1\2") + 8
    assert refused(plain[:at] + b"\1" + plain[at + 1 :]) == ["DO035"]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../2017-01.yaml",
        "inputs/../../x",
        "inputs/..",
        "inputs//x",
        "./x",
        "..\\x",
        "C:x",
        "C:/x",
        "a\x00.yaml",
        "a\n.yaml",
        "inputs/",
    ],
)
def test_a_name_that_leaves_the_archive_is_refused(name: str) -> None:
    member = zipfile.ZipInfo("x" * len(name))
    archive = replaced(zipped((member, b"")), b"x" * len(name), name.encode())
    assert refused(archive) == ["DO038"]


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFDIR, stat.S_IFCHR])
def test_what_is_no_plain_file_is_refused(kind: int) -> None:
    member = zipfile.ZipInfo("a.yaml")
    member.create_system = 3  # Unix
    member.external_attr = (kind | 0o777) << 16
    assert refused(zipped((member, b"/etc/passwd"))) == ["DO038"]


@pytest.mark.parametrize(
    ("first", "second"),
    [("a.yaml", "a.yaml"), ("a.yaml", "A.yaml"), ("Stra\u00dfe", "STRASSE"), ("a", "a/b"), ("b/a", "B")],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_names_for_one_file_are_refused(first: str, second: str) -> None:
    assert refused(zipped((first, b"1"), (second, b"2"))) == ["DO039"]


def test_too_many_sources_are_refused() -> None:
    assert refused(zipped(*((f"{rank}.yaml", b"") for rank in range(4097)))) == ["DO036"]
    assert len(sources_in(zipped(*((f"{rank}.yaml", b"") for rank in range(4096))), PLACE)) == 4096


def test_a_source_that_swells_is_not_unpacked() -> None:
    assert refused(zipped(("a.yaml", b" " * (MEBIBYTE + 1)))) == ["DO037"]
    assert sources_in(zipped(("a.yaml", b" " * MEBIBYTE)), PLACE) == {"a.yaml": b" " * MEBIBYTE}


def test_many_sources_that_swell_a_little_are_not_unpacked() -> None:
    archive = zipped(*((f"{rank}.yaml", b" " * MEBIBYTE) for rank in range(257)))
    assert refused(archive) == ["DO037"]


def test_a_directory_that_lies_about_a_size_makes_nothing_swell() -> None:
    archive = zipped(("a.yaml", b" " * (64 * MEBIBYTE)))
    lying = struct.pack("<L", 10)
    archive = archive.replace(struct.pack("<L", 64 * MEBIBYTE), lying)
    tracemalloc.start()
    try:
        assert refused(archive) == ["DO034"]
        assert tracemalloc.get_traced_memory()[1] < MEBIBYTE
    finally:
        tracemalloc.stop()


@given(st.data())
@settings(max_examples=500)
def test_whatever_is_changed_in_an_archive_it_is_read_or_refused(data: st.DataObject) -> None:
    archive = bytearray(archive_of(SOURCES))
    for at in data.draw(st.lists(st.integers(0, len(archive) - 1), min_size=1, max_size=6)):
        archive[at] = data.draw(st.sampled_from((0, 1, 0x7F, 0x80, 0xFF)) | st.integers(0, 255))
    try:
        held = sources_in(bytes(archive), PLACE)
    except SourcesArchiveError:
        return
    assert len(held) <= len(SOURCES)
    assert sum(map(len, held.values())) <= sum(map(len, SOURCES.values()))


# In a package


@pytest.fixture
def published(tmp_path: Path) -> Path:
    act = Document("convention_specifique", "", "convention_specifique", b"corps")
    cover = Document("page_de_garde", "1", "page_de_garde-1", word.document("Exemplaire 1/1", "a", act.digest))
    form = "inputs/2017/2017-01.yaml"
    record = Record("2017-01", form, "valmont", "1.0", False, (), (), (), ("a",), {})  # noqa: FBT003 - not an example
    return publish_package(assemble(act, [cover], [], SOURCES, record), tmp_path / "2017-01")[0]


def forged(folder: Path, archive: bytes, names: Sequence[str] = ()) -> Path:
    """Put another archive into a package, list it and the names that it should hold, and make the seal again."""
    (folder / ARCHIVE).write_bytes(archive)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    for entry in manifest["fichiers"]:
        if entry["chemin"] == ARCHIVE:
            entry.update(octets=len(archive), sha256=digest_of(archive))
    if names:
        manifest["sources"] = [{"chemin": name, "octets": 1, "sha256": digest_of(b"x")} for name in names]
    (folder / MANIFEST).write_bytes(canonical(manifest))
    (folder / SEAL).write_bytes(seal_of(canonical(manifest)))
    return folder


def told(folder: Path) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.file.removeprefix(f"{folder.as_posix()}/")) for finding in verify(folder)]


def test_the_manifest_lists_the_archive_and_what_it_holds(published: Path) -> None:
    manifest = json.loads((published / MANIFEST).read_bytes())
    archive = (published / ARCHIVE).read_bytes()
    assert {"chemin": ARCHIVE, "octets": len(archive), "sha256": digest_of(archive)} in manifest["fichiers"]
    assert manifest["sources"] == [
        {"chemin": name, "octets": len(content), "sha256": digest_of(content)}
        for name, content in sorted(SOURCES.items())
    ]
    assert verify(published) == []
    assert sources_of(published) == SOURCES
    assert origin_of(published).is_told


def test_a_source_changed_is_told_by_its_name(published: Path) -> None:
    (published / ARCHIVE).write_bytes(archive_of(SOURCES | {"inputs/regles.yaml": b"x"}))
    assert told(published) == [("DO004", ARCHIVE), ("DO004", f"{ARCHIVE}/inputs/regles.yaml")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda held: held | {"inputs/regles.yaml": SOURCES["templates/\u00e9.docx"]}, ("DO004", "inputs/regles.yaml")),
        (lambda held: {name: held[name] for name in held if "regles" not in name}, ("DO005", "inputs/regles.yaml")),
        (lambda held: held | {"inputs/note.yaml": b""}, ("DO006", "inputs/note.yaml")),
    ],
    ids=["changed", "missing", "extra"],
)
def test_sources_unlike_their_list_are_refused_though_sealed_again(
    published: Path, change: Callable[[dict[str, bytes]], dict[str, bytes]], expected: tuple[str, str]
) -> None:
    forged(published, archive_of(change(SOURCES)))
    assert told(published) == [(expected[0], f"{ARCHIVE}/{expected[1]}")]


def test_an_archive_that_was_damaged_is_told_once(published: Path) -> None:
    (published / ARCHIVE).write_bytes(b"PK")
    assert told(published) == [("DO004", ARCHIVE)]


@pytest.mark.parametrize(
    ("archive", "names", "code"),
    [
        (b"PK", (), "DO034"),
        (zipped(("../x", b"x")), ("x",), "DO038"),
        (zipped(("a", b"x"), ("A", b"x")), ("a", "A"), "DO039"),
        (zipped(("a", b" " * 2 * MEBIBYTE)), ("a",), "DO037"),
    ],
    ids=["damaged", "leaving", "twins", "swelling"],
)
def test_a_hostile_archive_is_refused_though_sealed_again(
    published: Path, archive: bytes, names: Sequence[str], code: str
) -> None:
    assert told(forged(published, archive, names)) == [(code, ARCHIVE)]


def test_a_package_without_its_archive_is_refused(published: Path) -> None:
    (published / ARCHIVE).unlink()
    assert told(published) == [("DO005", ARCHIVE)]
    manifest = json.loads((published / MANIFEST).read_bytes())
    manifest["fichiers"] = [entry for entry in manifest["fichiers"] if entry["chemin"] != ARCHIVE]
    (published / MANIFEST).write_bytes(canonical(manifest))
    (published / SEAL).write_bytes(seal_of(canonical(manifest)))
    assert told(published) == [("DO005", ARCHIVE)]


@pytest.mark.parametrize(
    "change",
    [{"sources": 3}, {"sources": [{"chemin": "../x", "sha256": "0" * 64}]}, {"format": 3}, {"format": None}],
)
def test_a_manifest_of_no_known_format_is_refused(published: Path, change: dict[str, object]) -> None:
    content = canonical({**json.loads((published / MANIFEST).read_bytes()), **change})
    (published / MANIFEST).write_bytes(content)
    (published / SEAL).write_bytes(seal_of(content))
    assert told(published) == [("DO003", MANIFEST)]
