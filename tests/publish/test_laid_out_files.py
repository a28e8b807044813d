"""Files laid out in a folder of the system's, for as long as somebody looks at them."""

from pathlib import Path

import pytest

from generator.publish import laid_out

FILES = {"inputs/2017/2017-01.yaml": b"numero: 2017-01", "templates/a.docx": b""}


def test_files_are_there_while_they_are_looked_at_and_gone_after() -> None:
    with laid_out(FILES) as folder:
        found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}
    assert found == FILES
    assert not folder.exists()


def test_nothing_stays_when_looking_at_them_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ValueError, match="faulty"), laid_out(FILES):
        raise ValueError("faulty")
    assert list(tmp_path.iterdir()) == []


def test_nothing_stays_when_they_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(OSError, match="a"), laid_out({"a": b"", "a/b": b""}):
        pass
    assert list(tmp_path.iterdir()) == []
