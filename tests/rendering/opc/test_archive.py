"""The zip: members unpack to what they were, equal content gives equal octets, what is out of bounds is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.rendering.opc.archive import (
    MAX_RATIO,
    RATIO_FLOOR,
    Archive,
    Member,
    UnreadableArchiveError,
    read_archive,
)


def test_a_member_unpacks_to_what_it_was_made_of() -> None:
    assert Member.compress("a.xml", b"<a/>" * 100).content() == b"<a/>" * 100


def test_python_reads_an_archive_that_was_laid_out_in_two_times() -> None:
    laid_out = Archive([Member.compress("a.xml", b"<a/>")]).complete([Member.compress("é.xml", b"<b/>")])
    with zipfile.ZipFile(io.BytesIO(laid_out)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {"a.xml": b"<a/>", "é.xml": b"<b/>"}


def test_equal_members_give_equal_octets_and_a_date_that_is_always_the_same() -> None:
    once, again = (Archive(()).complete([Member.compress("a.xml", b"<a/>")]) for _ in range(2))
    assert once == again
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_a_member_that_is_read_keeps_its_payload() -> None:
    laid_out = Archive(()).complete([Member.compress("a.xml", b"<a/>")])
    member, content = read_archive(laid_out)["a.xml"]
    assert content == b"<a/>"
    assert member == Member.compress("a.xml", b"<a/>")


def zipped(**members: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_member_that_swells_is_refused_beyond_the_floor_alone() -> None:
    swollen = b"\0" * (MAX_RATIO * 4096 + RATIO_FLOOR)
    assert len(read_archive(zipped(a=swollen[: RATIO_FLOOR - 1]))) == 1
    with pytest.raises(UnreadableArchiveError) as refused:
        read_archive(zipped(a=swollen))
    assert [fault.message.code for fault in refused.value.faults] == ["TP002"]


@pytest.mark.parametrize("name", ["../a.xml", "/a.xml", "a//b.xml", "c:a.xml", "a\\b.xml"])
def test_a_name_that_leaves_the_folder_is_refused(name: str) -> None:
    with pytest.raises(UnreadableArchiveError) as refused:
        read_archive(zipped(**{name: b"x"}))
    assert [fault.message.code for fault in refused.value.faults] == ["TP003"]
