"""The rows of the register: one for each package, with what came back of it and what follows it."""

from datetime import date

from generator.register import EventKind, PackageRead, RegisterRow, ReturnEvent, rows_of_action

FIRST = PackageRead(version=1, action="2017-01", signers={"a": "A", "b": "B"}, originals=2, manifest_digest="1" * 64)
SECOND = PackageRead(version=2, action="2017-01", signers={"a": "A", "b": "B"}, originals=2, manifest_digest="2" * 64)
THIRD = PackageRead(version=3, action="2017-01", signers={"a": "A", "b": "B"}, originals=2)


def event(version: int, party: str = "", kind: EventKind = EventKind.SIGNED, day: int = 20) -> ReturnEvent:
    return ReturnEvent(day=date(2017, 4, day), action="2017-01", version=version, kind=kind, party=party)


def rows(*events: ReturnEvent, planned: dict[str, date] | None = None) -> list[RegisterRow]:
    return rows_of_action("2017", "2017-01", (FIRST, SECOND, THIRD), events, planned or {})


def test_each_package_has_a_row_with_what_happened_to_it() -> None:
    told = rows(event(1, "a"), event(2, "a"), event(2, "b", day=21), event(2, kind=EventKind.TRANSMITTED, day=25))
    assert [row.state for row in told] == ["signé en partie", "transmis", "établi"]
    assert [row.signed for row in told] == [None, date(2017, 4, 21), None]
    assert [row.transmitted for row in told] == [None, date(2017, 4, 25), None]


def test_a_package_that_follows_a_signed_one_amends_it() -> None:
    told = rows(event(1, "a"), event(1, "b"))
    assert [row.amends for row in told] == [None, 1, 1]
    assert [row.amended_by for row in told] == [None, None, None]
    told = rows(event(1, "a"), event(1, "b"), event(3, "a"), event(3, "b"))
    assert [row.amended_by for row in told] == [3, None, None]


def test_a_package_that_follows_one_that_nobody_signed_amends_nothing() -> None:
    assert [row.amends for row in rows(event(1, "a"))] == [None, None, None]


def test_the_day_planned_is_that_of_the_very_package() -> None:
    assert [row.planned for row in rows(planned={"2" * 64: date(2017, 4, 20)})] == [None, date(2017, 4, 20), None]


def test_a_package_whose_manifest_is_none_still_has_a_row() -> None:
    (row,) = rows_of_action("2017", "2017-01", [PackageRead(version=1, is_readable=False)], (), {})
    assert (row.number, row.version, row.state) == ("2017-01", 1, "manifeste illisible")
