"""Texts kept beside the tests, read by eye when they change."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.rendering import extract_text


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the text of each document of a folder, headers and footers included, under the name of its golden file."""
    for path in sorted(folder.rglob("*.docx")):
        name = path.relative_to(folder).with_suffix(".txt").as_posix().replace("/", "_")
        yield name, extract_text(path.read_bytes(), headers_and_footers=True) + "\n"


def compare(found: dict[str, str], folder: Path, *, update: bool) -> None:
    """Compare texts with those kept in a folder, which ``update`` writes anew first."""
    if update:
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob("*.txt"):
            stale.unlink()
        for name, text in found.items():
            (folder / name).write_text(text, encoding="utf-8")
    expected = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    assert sorted(found) == sorted(expected)
    for name, text in found.items():
        assert text == expected[name], name
