"""SIRET and RNA numbers: shape and key."""

import pytest

from generator.french import is_rna, is_siret


@pytest.mark.parametrize("number", ["12345678200010", "123 456 782 00010", "35600000000048", "35600000049837"])
def test_a_siret_has_fourteen_digits_and_a_key(number: str) -> None:
    assert is_siret(number)


@pytest.mark.parametrize(
    "number", ["", "1234567820001", "12345678200011", "1234567820001A", "123456782000100", "35600000049838"]
)
def test_what_lacks_a_digit_or_the_key_is_no_siret(number: str) -> None:
    assert not is_siret(number)


def test_an_rna_is_a_letter_and_nine_digits() -> None:
    assert is_rna("W212345678")
    assert is_rna("W21 2345678")
    assert not any(is_rna(number) for number in ("W21234567", "w212345678", "2123456789", "W2123456789", ""))
