"""Where an act stands on a day, by what happened to its originals."""

from datetime import date

import pytest

from generator.register import ActState, ActStatus, EventKind, ReturnEvent, act_status

DAY = date(2017, 4, 20)
A, B = "dijon", "chefchaouen"


def event(kind: EventKind, party: str = "", day: date = DAY, copy: int | None = None) -> ReturnEvent:
    return ReturnEvent(day=day, action="2017-01", version=1, kind=kind, party=party, copy=copy)


def status(*events: ReturnEvent, day: date | None = None) -> ActStatus:
    return act_status(events, (A, B), 3, day)


HANDED = event(EventKind.HANDED, A)
SIGNED = (event(EventKind.SIGNED, A), event(EventKind.SIGNED, B))
BACK = tuple(event(EventKind.BACK, copy=copy) for copy in (1, 2, 3))
SENT, NOTIFIED = event(EventKind.TRANSMITTED), event(EventKind.NOTIFIED, B)


@pytest.mark.parametrize(
    ("events", "state"),
    [
        ((), ActState.MADE),
        ((HANDED,), ActState.HANDED),
        ((HANDED, SIGNED[1]), ActState.PARTLY_SIGNED),
        ((HANDED, *SIGNED), ActState.SIGNED),
        ((*SIGNED, *BACK[:2]), ActState.PARTLY_BACK),
        ((*SIGNED, *BACK), ActState.BACK),
        ((*SIGNED, event(EventKind.BACK)), ActState.BACK),
        ((*SIGNED, *BACK[:2], event(EventKind.BACK, copy=4)), ActState.PARTLY_BACK),
        ((*SIGNED, *BACK, SENT), ActState.TRANSMITTED),
        ((*SIGNED, *BACK, SENT, NOTIFIED), ActState.NOTIFIED),
    ],
)
def test_an_act_stands_where_its_furthest_event_says(events: tuple[ReturnEvent, ...], state: ActState) -> None:
    assert status(*events).state is state


def test_who_signed_is_told_in_the_order_of_the_act_and_who_has_not() -> None:
    later = event(EventKind.SIGNED, A, date(2017, 4, 25))
    assert status(*reversed(SIGNED)).signed == ((A, DAY), (B, DAY))
    assert status(SIGNED[1], event(EventKind.SIGNED, "ailleurs")).awaited == (A,)
    assert status(SIGNED[1], later).signed_on == date(2017, 4, 25)
    assert status(SIGNED[1]).signed_on is None


def test_who_signed_some_of_the_originals_has_not_signed_the_act() -> None:
    copies = [event(EventKind.SIGNED, A, date(2017, 4, 20 + copy), copy) for copy in (1, 2, 3)]
    assert status(*copies[:2]).awaited == (A, B)
    assert status(*copies[:2]).state is ActState.PARTLY_SIGNED
    assert status(*copies).signed == ((A, date(2017, 4, 23)),)
    assert status(*copies, event(EventKind.SIGNED, A)).signed == ((A, DAY),)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2017, 4, 19), ActState.MADE),
        (date(2017, 4, 20), ActState.SIGNED),
        (date(2017, 4, 21), ActState.SIGNED),
    ],
    ids=["on the eve", "on the day", "on the day after"],
)
def test_what_had_not_happened_by_a_day_is_left_out(day: date, state: ActState) -> None:
    assert status(*SIGNED, day=day).state is state


def test_an_event_told_twice_counts_from_its_first_day() -> None:
    again = event(EventKind.TRANSMITTED, day=date(2017, 5, 1))
    assert status(again, SENT).transmitted == DAY
