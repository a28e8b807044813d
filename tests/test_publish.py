"""Writing to output/: all or nothing, never over somebody's work."""

import os
import threading
from pathlib import Path

import pytest

from generator.artifacts import Document, Package
from generator.publish import LEDGER, publish_documents, publish_package


def draft(content: bytes = b"v1", name: str = "convention_specifique") -> Document:
    return Document(name, "", name, content)


def test_a_draft_is_written_and_replaced(tmp_path: Path) -> None:
    publish_documents([draft()], tmp_path)
    written, findings = publish_documents([draft(b"v2")], tmp_path)
    assert [path.read_bytes() for path in written] == [b"v2"]
    assert findings == []


def test_a_draft_edited_by_hand_is_not_replaced(tmp_path: Path) -> None:
    (path,), _ = publish_documents([draft()], tmp_path)
    path.write_bytes(b"corrections du service juridique")
    written, findings = publish_documents([draft(b"v2")], tmp_path)
    assert path.read_bytes() == b"corrections du service juridique"
    assert written == []
    assert [finding.code for finding in findings] == ["PU001"]


def test_overwriting_keeps_each_edited_version(tmp_path: Path) -> None:
    (path,), _ = publish_documents([draft()], tmp_path)
    for version in (b"premiere", b"seconde"):
        path.write_bytes(version)
        _, findings = publish_documents([draft(b"v2")], tmp_path, overwrite=True)
        assert [finding.code for finding in findings] == ["PU002"]
        assert path.read_bytes() == b"v2"
    kept = sorted(tmp_path.glob("*-modifie-*.docx"))
    assert [copy.read_bytes() for copy in kept] == [b"premiere", b"seconde"]


def test_a_file_that_parafe_did_not_write_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "convention_specifique.docx").write_bytes(b"fichier apporte")
    _, findings = publish_documents([draft()], tmp_path)
    assert [finding.code for finding in findings] == ["PU001"]


def test_the_same_draft_twice_is_no_change(tmp_path: Path) -> None:
    publish_documents([draft()], tmp_path)
    (tmp_path / LEDGER).unlink()
    written, findings = publish_documents([draft()], tmp_path)
    assert len(written) == 1
    assert findings == []


def test_a_broken_ledger_means_that_nothing_is_replaced(tmp_path: Path) -> None:
    publish_documents([draft()], tmp_path)
    (tmp_path / LEDGER).write_text("[")
    _, findings = publish_documents([draft(b"v2")], tmp_path)
    assert [finding.code for finding in findings] == ["PU001"]


def test_a_document_no_longer_planned_is_retired_unless_it_was_edited(tmp_path: Path) -> None:
    orders = [draft(b"a", "ordre_de_mission-M1"), draft(b"b", "ordre_de_mission-M2")]
    publish_documents([draft(), *orders], tmp_path, complete=True)
    (tmp_path / "ordre_de_mission-M2.docx").write_bytes(b"annote")
    _, findings = publish_documents([draft()], tmp_path, complete=True)
    assert not (tmp_path / "ordre_de_mission-M1.docx").exists()
    assert (tmp_path / "ordre_de_mission-M2.docx").exists()
    assert [finding.code for finding in findings] == ["PU003"]


def test_a_document_made_alone_retires_no_other(tmp_path: Path) -> None:
    publish_documents([draft(), draft(b"a", "ordre_de_mission-M1")], tmp_path, complete=True)
    publish_documents([draft(b"v2")], tmp_path)
    assert (tmp_path / "ordre_de_mission-M1.docx").read_bytes() == b"a"


def test_packages_are_numbered_and_never_replaced(tmp_path: Path) -> None:
    first = publish_package(Package({"a.txt": b"1"}), tmp_path)
    second = publish_package(Package({"a.txt": b"2"}), tmp_path)
    assert (first.name, second.name) == ("dossier-v1", "dossier-v2")
    assert (first / "a.txt").read_bytes() == b"1"


def test_a_package_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="x"):
        publish_package(Package({"a": b"1", "a/x": b"2"}), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_draft_that_cannot_be_written_leaves_the_former_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,), _ = publish_documents([draft()], tmp_path)

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        publish_documents([draft(b"v2")], tmp_path)
    assert path.read_bytes() == b"v1"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [LEDGER, path.name]


def test_packages_published_at_once_all_get_their_own_number(tmp_path: Path) -> None:
    packages = [Package({"a.txt": str(rank).encode()}) for rank in range(8)]
    threads = [threading.Thread(target=publish_package, args=(package, tmp_path)) for package in packages]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"dossier-v{rank}" for rank in range(1, 9))
    assert {(path / "a.txt").read_bytes() for path in tmp_path.iterdir()} == {str(rank).encode() for rank in range(8)}


def test_what_a_killed_run_left_behind_is_swept_and_what_is_recent_is_not(tmp_path: Path) -> None:
    old, recent = tmp_path / ".parafe-tmp-vieux", tmp_path / ".parafe-tmp-recent"
    old.mkdir()
    recent.write_text("en cours")
    os.utime(old, (0, 0))
    publish_documents([draft()], tmp_path)
    assert not old.exists()
    assert recent.exists()
