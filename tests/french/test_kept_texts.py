"""Texts are read once, by all readers together."""

from collections import Counter

from generator.french.kept_texts import Readings, holds_one_of


class Count:
    """A reader that counts how often it reads each text."""

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.read: Counter[str] = Counter()

    def __call__(self, text: str) -> int:
        self.read[text] += 1
        return text.count(self.wanted)


def test_a_reader_is_given_the_places_and_texts_in_which_it_finds_something() -> None:
    readings, reader = Readings(), Count("a")
    readings.learn(reader)
    assert readings.of([(1, "banane"), (2, "pomme"), (3, "banane")]) == {reader: [(1, "banane", 2), (3, "banane", 2)]}


def test_a_text_is_read_once_by_each_reader_however_often_it_is_asked_for() -> None:
    readings, first, second = Readings(), Count("a"), Count("e")
    for reader in (first, second):
        readings.learn(reader)
    for _ in range(3):
        readings.of([(1, "banane"), (2, "banane")])
    assert (first.read, second.read) == ({"banane": 1}, {"banane": 1})


def test_a_reader_that_comes_later_reads_what_was_kept() -> None:
    readings, early, late = Readings(), Count("a"), Count("e")
    readings.learn(early)
    readings.of([(1, "banane")])
    readings.learn(late)
    readings.learn(late)
    assert readings.of([(2, "banane")]) == {early: [(2, "banane", 2)], late: [(2, "banane", 1)]}
    assert late.read == {"banane": 1}


def test_a_reader_that_finds_nothing_has_an_empty_list() -> None:
    readings, reader = Readings(), Count("z")
    readings.learn(reader)
    assert readings.of([(1, "banane")]) == {reader: []}


def test_readers_beyond_the_bound_make_room_and_still_read_rightly() -> None:
    readings = Readings()
    for rank in range(250):
        reader = Count(str(rank))
        readings.learn(reader)
        assert readings.of([(0, "x"), (1, reader.wanted)])[reader] == [(1, reader.wanted, 1)]
    assert len(readings.of([])) <= 100


def test_texts_beyond_the_bound_are_read_again() -> None:
    readings, reader = Readings(), Count("7")
    readings.learn(reader)
    many = [(rank, f"texte {rank}") for rank in range(5000)]
    assert readings.of(many) == readings.of(many)
    assert reader.read["texte 0"] == 2


def test_parts_are_held_however_a_text_is_cased() -> None:
    assert holds_one_of("À NOTRE AVIS", ("votre", "notre"))
    assert not holds_one_of("à leur avis", ("votre", "notre"))
