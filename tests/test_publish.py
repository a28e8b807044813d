"""Writing to output/: all or nothing, never over somebody's work."""

import os
import threading
from pathlib import Path

import pytest

from generator.artifacts import Document
from generator.publish import LEDGER, keep_voted, publish_documents, publish_finals, write_new


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
    assert not written
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


def test_what_goes_with_a_draft_stays_with_it_in_a_run_of_all_drafts(tmp_path: Path) -> None:
    act = Document("convention_specifique", "", "convention_specifique", b"v1", b"{}")
    publish_documents([act], tmp_path, complete=True)
    (path, data), findings = publish_documents([act], tmp_path, complete=True)
    assert (path.read_bytes(), data.read_bytes(), findings) == (b"v1", b"{}", [])


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "inputs/2018/2018-01.yaml"
    assert write_new(path, b"mien")
    assert not write_new(path, b"autre")
    assert path.read_bytes() == b"mien"
    assert list(path.parent.iterdir()) == [path]


def test_of_many_who_write_one_name_at_once_one_alone_does(tmp_path: Path) -> None:
    path, written = tmp_path / "2018-01.yaml", list[bytes]()

    def write(content: bytes) -> None:
        if write_new(path, content):
            written.append(content)

    threads = [threading.Thread(target=write, args=(str(rank).encode(),)) for rank in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert written == [path.read_bytes()]


def test_a_new_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_new(tmp_path / "2018-01.yaml", b"numero: 2018-01")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("files", "is_kept"),
    [
        ({"a.docx": b"1", "a.json": b"{}"}, True),
        ({"a.docx": b"2", "a.json": b"{}"}, False),
        ({"a.docx": b"1"}, False),
        ({"a.docx": b"1", "a.json": b"{}", "b.docx": b"3"}, False),
    ],
    ids=["the same", "another act", "without its data", "one more"],
)
def test_what_was_voted_is_never_replaced(files: dict[str, bytes], *, is_kept: bool, tmp_path: Path) -> None:
    voted = {"a.docx": b"1", "a.json": b"{}"}
    folder = tmp_path / "votes/valmont-2017-03-27"
    assert keep_voted(voted, folder)
    assert keep_voted(files, folder) is is_kept
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == voted


def test_a_vote_that_cannot_be_kept_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="x"):
        keep_voted({"a/x": b"1"}, tmp_path / "votes/valmont-2017-03-27")
    assert list((tmp_path / "votes").iterdir()) == []


def test_a_draft_that_cannot_be_written_leaves_the_former_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (path,), _ = publish_documents([draft()], tmp_path)

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        publish_documents([draft(b"v2")], tmp_path)
    assert path.read_bytes() == b"v1"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [LEDGER, path.name]


def test_what_a_killed_run_left_behind_is_swept_and_what_is_recent_is_not(tmp_path: Path) -> None:
    old, recent = tmp_path / ".parafe-tmp-vieux", tmp_path / ".parafe-tmp-recent"
    old.mkdir()
    recent.write_text("en cours")
    os.utime(old, (0, 0))
    publish_documents([draft()], tmp_path)
    assert not old.exists()
    assert recent.exists()


def test_a_final_document_that_changed_stands_beside_the_former_one(tmp_path: Path) -> None:
    first = publish_finals([draft(b"ordre")], tmp_path)
    second = publish_finals([draft(b"ordre retouche")], tmp_path)
    third = publish_finals([draft(b"ordre")], tmp_path)
    names = [path.name for (path,) in (first, second, third)]
    assert names == ["convention_specifique.docx", "convention_specifique-v2.docx", "convention_specifique-v3.docx"]
    assert [(tmp_path / name).read_bytes() for name in names] == [b"ordre", b"ordre retouche", b"ordre"]


def test_a_final_document_that_is_still_the_same_is_not_written_again(tmp_path: Path) -> None:
    publish_finals([draft(b"v1")], tmp_path)
    (last,) = publish_finals([draft(b"v2")], tmp_path)
    assert publish_finals([draft(b"v2")], tmp_path) == [last]
    assert len(list(tmp_path.iterdir())) == len(("v1", "v2"))


def test_a_final_document_edited_by_hand_stays_as_it_is(tmp_path: Path) -> None:
    (path,) = publish_finals([draft(b"v1")], tmp_path)
    path.write_bytes(b"signe a la main")
    (again,) = publish_finals([draft(b"v1")], tmp_path)
    assert (path.read_bytes(), again.name) == (b"signe a la main", "convention_specifique-v2.docx")
