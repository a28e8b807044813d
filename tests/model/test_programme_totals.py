"""A programme’s total is typed alone, with its currency, or once for each currency; what is neither is refused."""

from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from generator.load.yaml_file import load_bytes
from generator.model import Programme


def programme(total: Any) -> Programme:
    return Programme.model_validate({"annee": "2025", "convention": "valmont-tazerout", "total": total})


@pytest.mark.parametrize(
    ("typed", "totals"),
    [
        ("12 500,00", [("12500.00", None)]),
        ({"montant": "12500.00", "devise": "EUR"}, [("12500.00", "EUR")]),
        (
            [{"montant": "1.00", "devise": "EUR"}, {"montant": "2.00", "devise": "MAD"}],
            [("1.00", "EUR"), ("2.00", "MAD")],
        ),
        ([], []),
        ("", []),
    ],
)
def test_a_total_may_be_typed_alone(typed: Any, totals: list[tuple[str, str | None]]) -> None:
    read = programme(typed).totals
    assert [(total.amount, total.currency) for total in read] == [(Decimal(text), unit) for text, unit in totals]


@pytest.mark.parametrize("typed", ["beaucoup", {"montant": "beaucoup"}, {"somme": "1.00"}])
def test_a_total_that_is_no_amount_is_refused(typed: Any) -> None:
    with pytest.raises(ValidationError):
        programme(typed)


@pytest.mark.parametrize("typed", ["beaucoup", "{montant: beaucoup}"])
def test_what_is_refused_is_told_with_its_line(typed: str) -> None:
    loaded = load_bytes(f"annee: 2025\nconvention: a\ntotal: {typed}\n".encode(), "programme.yaml", Programme)
    assert [(fault.code, fault.place.line) for fault in loaded.findings] == [("FO039", 3)]
    assert loaded.partial is not None
