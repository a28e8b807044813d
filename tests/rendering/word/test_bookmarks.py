"""Bookmarks: new ones get free numbers, and no name twice."""

from __future__ import annotations

from generator.rendering.word.bookmarks import Bookmarks


def test_a_new_bookmark_gets_a_number_above_those_of_the_part_once() -> None:
    bookmarks = Bookmarks.of('<w:bookmarkStart w:id="7" w:name="é"/><w:bookmarkStart w:name="b" w:id="3"/>'.encode())
    assert bookmarks.names == {"é", "b"}
    assert [bookmarks.take(name) for name in ("é", "c", "c", "d")] == [None, 8, None, 9]


def test_a_part_without_bookmarks_starts_at_one() -> None:
    assert Bookmarks.of(b"<w:body/>").take("a") == 1
