"""Amounts written in figures and in words, read back by a reader that shares nothing with the writer."""

import random
import re
from decimal import Decimal, localcontext

import pytest

from generator.french import amount_in_figures, amount_in_full, amount_in_words

UNITS = {
    "zéro": 0, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
}  # fmt: skip
TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
SCALES = {"million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9}
CURRENCY_NOUNS = {"EUR": r"(?:d’)?euros?", "MAD": r"(?:de )?dirhams?"}


def below_thousand(words: list[str]) -> int:
    """Read a number below one thousand, refusing a plural or an « et » out of its place."""
    total = 0
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if word in ("cent", "cents"):
            assert (word == "cents") == (last and total > 1)
            total = max(total, 1) * 100
        elif word in ("vingt", "vingts") and total % 10 == 4:
            assert (word == "vingts") == last
            total += 76
        elif word == "et":
            assert words[place + 1] in ("un", "onze")
        else:
            total += (TENS | UNITS)[word]
    return total


def read_number(text: str) -> int:
    """Read a number in words: thousands, millions and milliards, each with its own multiplier."""
    total, group = 0, list[str]()
    for word in re.split("[ -]", text):
        if word in SCALES:
            count = below_thousand(group)
            assert word.endswith("s") == (count > 1)
            total, group = total + count * SCALES[word], []
        elif word == "mille":
            assert not group or group[-1] not in ("cents", "vingts", "et")
            assert group != ["un"]
            total, group = total + thousands(group) * 1000, []
        else:
            group.append(word)
    return total + below_thousand(group)


def thousands(group: list[str]) -> int:
    """Read what multiplies « mille », where « cent » and « vingt » stay singular."""
    if not group:
        return 1
    if group[-1] in ("cent", "vingt") and len(group) > 1 and group[-2] not in ("et", "cent"):
        return below_thousand([*group[:-1], f"{group[-1]}s"])
    return below_thousand(group)


def read_amount(text: str, currency: str) -> Decimal:
    """Read an amount in words as a number of units and hundredths."""
    noun = CURRENCY_NOUNS[currency]
    if below := re.fullmatch(rf"(.+) centimes? {noun}", text):
        return Decimal(read_number(below[1])) / 100
    match = re.fullmatch(rf"(.+?) {noun}(?: et (.+) centimes?)?", text)
    assert match, text
    return read_number(match[1]) + Decimal(read_number(match[2]) if match[2] else 0) / 100


def read_figures(text: str) -> Decimal:
    figures, _, _ = text.rpartition("\u00a0")
    return Decimal(figures.replace("\u202f", "").replace(",", ".").replace("−", "-"))


def random_amounts(count: int) -> list[Decimal]:
    """Draw amounts of all lengths, from hundredths to hundreds of milliards; a third have no hundredths."""
    source = random.Random(20170301)  # noqa: S311 (a sample, not a secret)
    draws = (source.randrange(10 ** source.randint(1, 14)) for _ in range(count))
    return [Decimal(draw - draw % 100 if draw % 3 else draw) / 100 for draw in draws]


@pytest.mark.parametrize("currency", ["EUR", "MAD"])
def test_ten_thousand_amounts_are_read_back_from_words_and_from_figures(currency: str) -> None:
    for amount in random_amounts(10_000):
        assert read_amount(amount_in_words(amount, currency), currency) == amount
        assert read_figures(amount_in_figures(amount, currency)) == amount


@pytest.mark.parametrize(
    "fault", ["deux cent", "quatre-vingt", "deux cents un", "quatre-vingts-un", "un mille", "deux cents mille"]
)
def test_the_reader_itself_refuses_a_misspelt_number(fault: str) -> None:
    with pytest.raises(AssertionError):
        read_number(fault)


def test_the_words_of_the_largest_amount_are_written() -> None:
    largest = Decimal("999999999999.99")
    assert read_amount(amount_in_words(largest, "EUR"), "EUR") == largest


@pytest.mark.parametrize(
    ("amount", "currency", "message"),
    [
        ("-1", "EUR", "Un montant négatif"),
        ("1.005", "EUR", "trop précis : EUR admet deux décimales"),
        ("1.5", "XOF", "trop précis : XOF admet aucune décimale"),
        ("1000000000000", "EUR", "dépasse"),
        ("1E+999999", "EUR", "dépasse"),
        ("NaN", "EUR", "n’est pas un nombre"),
        ("sNaN", "EUR", "n’est pas un nombre"),
        ("Infinity", "EUR", "n’est pas un nombre"),
        ("1", "JPY", "La monnaie JPY n’a pas de nom connu"),
    ],
)
def test_an_amount_that_words_cannot_say_is_refused(amount: str, currency: str, message: str) -> None:
    for write in (amount_in_words, amount_in_full):
        with pytest.raises(ValueError, match=message):
            write(Decimal(amount), currency)


@pytest.mark.parametrize("amount", ["1.005", "1E-999999", "1000000000000", "-1000000000000", "NaN", "-Infinity"])
def test_an_amount_that_figures_cannot_say_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="montant"):
        amount_in_figures(Decimal(amount), "EUR")


def test_the_precision_of_the_caller_changes_nothing() -> None:
    with localcontext(prec=3):
        assert amount_in_words(Decimal("12345.67"), "EUR") == (
            "douze mille trois cent quarante-cinq euros et soixante-sept centimes"
        )
        assert read_figures(amount_in_figures(Decimal("-12345.67"), "EUR")) == Decimal("-12345.67")
