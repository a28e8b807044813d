"""Publishing a package: one rename, never replaced, never made twice."""

import errno
import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.artifacts import MANIFEST, SIGNATURE, Package
from generator.publish import publish_package

WHOLE = {MANIFEST: b'{"fichiers":[]}', "originaux/exemplaire-1/acte.docx": b"acte", "sources.zip": b"sources"}
PACKAGE = Package(WHOLE)


def published(package: Package, folder: Path) -> tuple[str, list[str]]:
    path, findings = publish_package(package, folder)
    assert path.parent == folder
    return path.name, [finding.code for finding in findings]


def another(rank: int) -> Package:
    return Package({**WHOLE, MANIFEST: str(rank).encode()})


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def at_once(publishing: Mapping[str, Callable[[], object]]) -> None:
    threads = [threading.Thread(target=work, name=name) for name, work in publishing.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_a_package_is_published_whole(tmp_path: Path) -> None:
    assert published(PACKAGE, tmp_path / "2017-01") == ("dossier-v1", [])
    assert contents(tmp_path / "2017-01/dossier-v1") == WHOLE
    assert names_in(tmp_path / "2017-01") == ["dossier-v1"]


def test_packages_that_differ_are_numbered_and_never_replaced(tmp_path: Path) -> None:
    assert [published(another(rank), tmp_path)[0] for rank in (1, 2, 1)] == ["dossier-v1", "dossier-v2", "dossier-v3"]
    assert [(tmp_path / f"dossier-v{rank}" / MANIFEST).read_bytes() for rank in (1, 2, 3)] == [b"1", b"2", b"1"]


def test_the_last_package_is_not_published_again(tmp_path: Path) -> None:
    publish_package(another(1), tmp_path)
    publish_package(PACKAGE, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert published(PACKAGE, tmp_path) == ("dossier-v2", [])
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


@pytest.mark.parametrize("spoil", ["change", "remove", "link"])
def test_a_package_that_was_edited_is_left_and_the_next_one_is_published(spoil: str, tmp_path: Path) -> None:
    publish_package(PACKAGE, tmp_path)
    act = tmp_path / "dossier-v1/originaux/exemplaire-1/acte.docx"
    act.rename(tmp_path / "acte.docx")
    if spoil == "change":
        act.write_bytes(b"note")
    elif spoil == "link":
        act.symlink_to(tmp_path / "acte.docx")
    edited = contents(tmp_path / "dossier-v1")
    path, (finding,) = publish_package(PACKAGE, tmp_path)
    assert (path.name, finding.code, finding.severity.value) == ("dossier-v2", "PU011", "avertissement")
    assert finding.place.file == (tmp_path / "dossier-v1").as_posix()
    assert "originaux/exemplaire-1/acte.docx" in finding.message
    assert contents(tmp_path / "dossier-v1") == edited
    assert contents(path) == WHOLE
    assert published(PACKAGE, tmp_path) == ("dossier-v2", [])


def test_a_package_whose_manifest_was_edited_is_another(tmp_path: Path) -> None:
    publish_package(PACKAGE, tmp_path)
    (tmp_path / "dossier-v1" / MANIFEST).write_bytes(b"{}")
    assert published(PACKAGE, tmp_path) == ("dossier-v2", [])


def test_what_people_put_beside_the_files_of_a_package_makes_it_no_other(tmp_path: Path) -> None:
    publish_package(PACKAGE, tmp_path)
    (tmp_path / "dossier-v1/~$acte.docx").write_bytes(b"")
    assert published(PACKAGE, tmp_path) == ("dossier-v1", [])


def test_a_signed_package_is_published_once_for_each_key_and_serves_who_asks_for_none(tmp_path: Path) -> None:
    one, other = (Package({**WHOLE, SIGNATURE: key}) for key in (b"a", b"b"))
    asked = [PACKAGE, one, one, PACKAGE, other, PACKAGE]
    names = [f"dossier-v{number}" for number in (1, 2, 2, 2, 3, 3)]
    assert [published(package, tmp_path) for package in asked] == [(name, []) for name in names]


@pytest.mark.parametrize(
    "name", [".parafe-tmp-1", "dossier-v2.part", "dossier-v02", "dossier-v0", "dossier-v", "dossier"]
)
def test_what_is_no_published_package_is_not_counted(name: str, tmp_path: Path) -> None:
    publish_package(another(1), tmp_path)
    (tmp_path / name).mkdir()
    (tmp_path / name / MANIFEST).write_bytes(WHOLE[MANIFEST])
    assert published(PACKAGE, tmp_path) == ("dossier-v2", [])


def test_the_next_number_follows_the_last_one_whatever_is_missing_before(tmp_path: Path) -> None:
    (tmp_path / "dossier-v9").mkdir()
    (tmp_path / "dossier-v10").write_bytes(b"")
    assert published(PACKAGE, tmp_path) == ("dossier-v11", [])


def test_a_package_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="exists"):
        publish_package(Package({"a": b"1", "a/x": b"2"}), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_package_that_cannot_be_flushed_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[int] = []

    def full_disk(handle: int) -> None:
        flushed.append(handle)
        if len(flushed) == len(WHOLE):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        publish_package(PACKAGE, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_every_file_and_every_folder_is_flushed_before_the_package_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named, unnamed = set[int](), set[int]()

    def seen(handle: int) -> None:
        (named if (tmp_path / "dossier-v1").exists() else unnamed).add(os.fstat(handle).st_ino)

    monkeypatch.setattr("os.fsync", seen)
    path, _ = publish_package(PACKAGE, tmp_path)
    assert unnamed == {entry.stat().st_ino for entry in (path, *path.rglob("*"))}
    assert named == {tmp_path.stat().st_ino}


def test_packages_published_at_once_all_get_their_own_number(tmp_path: Path) -> None:
    packages = {str(rank): another(rank) for rank in range(8)}
    at_once({name: lambda one=package: publish_package(one, tmp_path) for name, package in packages.items()})
    assert sorted(names_in(tmp_path)) == sorted(f"dossier-v{rank}" for rank in range(1, 9))
    assert {(path / MANIFEST).read_bytes().decode() for path in tmp_path.iterdir()} == set(packages)


def test_of_many_who_publish_one_package_at_once_one_alone_does(tmp_path: Path) -> None:
    told: list[tuple[str, list[str]]] = []
    at_once({str(rank): lambda: told.append(published(PACKAGE, tmp_path)) for rank in range(16)})
    assert told == [("dossier-v1", [])] * 16
    assert names_in(tmp_path) == ["dossier-v1"]


def test_who_was_slower_takes_the_same_package_of_who_was_faster(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other publishes between the look at what is there and the rename."""
    renamed = Path.rename

    def after_another(path: Path, target: Path) -> Path:
        monkeypatch.setattr(Path, "rename", renamed)
        publish_package(PACKAGE, tmp_path)
        return renamed(path, target)

    monkeypatch.setattr(Path, "rename", after_another)
    assert published(PACKAGE, tmp_path) == ("dossier-v1", [])
    assert names_in(tmp_path) == ["dossier-v1"]
