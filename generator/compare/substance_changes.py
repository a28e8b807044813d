"""What changed between two substances, datum by datum.

Nothing here reads a text: an act may be worded otherwise, its data may not change after the vote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.compare.substance_in_words import Datum, Key, OfWhom, data_of
from generator.model.substance import Substance


@dataclass(frozen=True, slots=True)
class Change:
    """A datum that is not the same.

    Attributes:
        what: the datum, as a reader names it: « engagement financier en numéraire de la Ville de Valmont ».
        was: what it was; None where it was not there, empty where it was left blank.
        now: what it is; None where it has gone, empty where it is blank.
        is_completed: whether a blank was filled in that may be: the quality of who signs, a power that the law gives,
            who pays what missions and commitments already laid on somebody.
    """

    what: str
    was: str | None
    now: str | None
    is_completed: bool = False


def changes(was: Substance, now: Substance, of_whom: OfWhom) -> list[Change]:
    """List what changed, in the order of the second substance; what has gone comes last.

    What may happen after a vote is no change: a co-funding that was sought is secured.

    Args:
        was: what was settled before.
        now: what is settled now.
        of_whom: names a party, a body or a co-funder after « de ».
    """
    old, new = _by_key(data_of(was, of_whom)), _by_key(data_of(now, of_whom))
    found = [
        _change(old.get(key), datum)
        for key, datum in new.items()
        if key not in old or datum.value not in {old[key].value, old[key].may_become}
    ]
    found += [Change(datum.what, datum.value, None) for key, datum in old.items() if key not in new]
    return _joined(found)


def _by_key(data: Iterable[Datum]) -> dict[tuple[Key, int], Datum]:
    """Know each datum by its key and its rank among those of the same key: none hides another."""
    seen: Counter[Key] = Counter()
    known: dict[tuple[Key, int], Datum] = {}
    for datum in data:
        seen[datum.key] += 1
        known[datum.key, seen[datum.key]] = datum
    return known


def _change(was: Datum | None, now: Datum) -> Change:
    if was is None:
        return Change(now.what, None, now.value, is_completed=now.may_be_added)
    return Change(now.what, was.value, now.value, is_completed=was.may_be_completed and not was.value)


def _joined(found: list[Change]) -> list[Change]:
    """Make one change of a datum that goes and of one of the same name that comes: a duty put in other words."""
    gone: dict[str, list[Change]] = {}
    for change in found:
        if change.now is None:
            gone.setdefault(change.what, []).append(change)
    joined: list[Change] = []
    for change in found:
        if change.now is None:
            continue
        former = gone.get(change.what)
        joined.append(Change(change.what, former.pop(0).was, change.now) if change.was is None and former else change)
    return [*joined, *(change for changes in gone.values() for change in changes)]
