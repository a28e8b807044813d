"""Ways of calculating: read when they can be read in one way only, else left alone."""

from decimal import Decimal

import pytest

from generator.french import calculation
from generator.french.calculations import Calculation


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("3 voyageurs à 430,00 €", "1290", "EUR"),
        ("7 jours à 600 €", "4200", "EUR"),
        ("4 personnes, 5 nuits à 80 €", "1600", "EUR"),
        ("4 nuits, 2 chambres à 95,50 €", "764", "EUR"),
        ("4 voyageurs à 3\u202f424,00 MAD", "13696", "MAD"),
        ("1\u00a0200 exemplaires à 2,50\u00a0€", "3000", "EUR"),
        ("2,5 jours à 100 euros", "250", "EUR"),
        ("7 jours × 600 €", "4200", "EUR"),
        ("600 € x 7 jours", "4200", "EUR"),
        ("4 personnes × 5 nuits × 80 €", "1600", "EUR"),
        ("4 personnes × 5 nuits à 80 €", "1600", "EUR"),
        ("4 billets à 450 € chacun", "1800", "EUR"),
        ("10 ateliers au prix de 220 EUR TTC.", "2200", "EUR"),
        ("300 exemplaires à 7", "2100", None),
    ],
)
def test_what_can_be_read_in_one_way_is_worked_out(text: str, amount: str, currency: str | None) -> None:
    assert calculation(text) == Calculation(Decimal(amount), currency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "forfait",
        "7 personnes",
        "4 personnes, 5 nuits",
        "mise en page et 300 exemplaires",
        "deux billets à 400 €",
        "environ 3 billets à 450 €",
        "2 adultes, 3 enfants à 40 €",
        "2 adultes et 3 enfants à 40 €",
        "2 jours, 3 nuits à 80 €",
        "5 nuits, 10 repas à 20 €",
        "4 personnes, 5 nuits, 2 chambres à 80 €",
        "4 personnes, 5 nuits à 80 € par nuit",
        "2 billets à 450 € = 900 €",
        "2 chambres à 2 lits à 80 €",
        "3 × 400",
        "600 € × 7 €",
        "4 voyageurs à 300 dirhams",
    ],
)
def test_what_can_be_read_otherwise_is_left_alone(text: str) -> None:
    assert calculation(text) is None
