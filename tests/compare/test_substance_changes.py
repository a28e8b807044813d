"""Data compared with data: every datum counts, each change is named by what it is and whom it binds."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.acts.substance_of_case import as_json, substance_of
from generator.compare.substance_changes import Change, changes
from generator.load import load_case
from generator.model.substance import Substance
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.typography import plain


def substance(number: str) -> Substance:
    case = load_case(Path(ROOT / "inputs/2017" / f"{number}.yaml"), Workspace(ROOT)).case
    assert case is not None
    return substance_of(case)


VOTED = substance("2017-03")
"""An action with a co-funder, two missions, duties and payments."""

RICH = as_json(VOTED)


def read(data: dict[str, Any]) -> Substance:
    return Substance.model_validate(data, by_alias=True, by_name=False)


def of_whom(identifier: str) -> str:
    return f"de {identifier.capitalize()}"


def between(was: dict[str, Any], now: dict[str, Any]) -> list[Change]:
    return changes(read(was), read(now), of_whom)


def leaves(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*path, key))
    elif isinstance(node, list):
        for rank, value in enumerate(node):
            yield from leaves(value, (*path, rank))
    else:
        yield path


def altered(path: tuple[str | int, ...]) -> dict[str, Any]:
    """The substance with one value replaced by another of its kind."""
    data: Any = copy.deepcopy(RICH)
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = other(inner[path[-1]], str(path[-1]))
    changed: dict[str, Any] = data
    return changed


CHOICES = {"nature": ("numeraire", "valorisation"), "statut": ("fait_foi", "traduction")}


def other(value: Any, key: str) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    for one, another in CHOICES.values():
        if value in {one, another}:
            return another if value == one else one
    if key in {"debut", "fin", "echeance", "date_effet"}:
        return "2018-01-31"
    return "0.01" if key == "montant" else "AAA" if key == "devise" else f"{value} bis"


@pytest.mark.parametrize("path", list(leaves(RICH)), ids=lambda path: ".".join(map(str, path)))
def test_no_value_of_the_substance_changes_in_silence(path: tuple[str | int, ...]) -> None:
    found = between(RICH, altered(path))
    assert found
    assert all(change.was != change.now for change in found)


def test_an_unchanged_substance_has_no_change() -> None:
    assert between(RICH, copy.deepcopy(RICH)) == []


def test_the_substance_of_every_example_survives_its_file() -> None:
    for rank in range(1, 7):
        made = substance(f"2017-0{rank}")
        assert read(as_json(made)) == made


PARTY = {"id": "valmont", "nom": "Ville de Valmont", "cote": "valmont", "qualite": "Maire"}
BASE: dict[str, Any] = {"action": "2017-01", "convention": "x", "objet": "de creuser un puits", "parties": [PARTY]}


def party(**values: Any) -> dict[str, Any]:
    return {**BASE, "parties": [{**PARTY, **values}]}


def told(was: dict[str, Any], now: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    return [
        (change.what, *(None if text is None else plain(text) for text in (change.was, change.now)))
        for change in between(was, now)
    ]


def test_a_sum_is_named_by_the_party_that_brings_it() -> None:
    was, now = (party(numeraire=[{"montant": sum_, "devise": "EUR"}]) for sum_ in ("12500.00", "12000.00"))
    assert told(was, now) == [("engagement financier en numéraire de Valmont", "12 500,00 €", "12 000,00 €")]


def test_money_that_becomes_a_contribution_in_kind_is_told_on_both_sides() -> None:
    sum_ = [{"montant": "10.00", "devise": "EUR"}]
    assert told(party(numeraire=sum_), party(valorisation=sum_)) == [
        ("engagement financier en nature de Valmont", None, "10,00 €"),
        ("engagement financier en numéraire de Valmont", "10,00 €", None),
    ]


def test_a_duty_put_in_other_words_is_one_change() -> None:
    was, now = (party(obligations=[words, "accueillir"]) for words in ("mettre gratuitement à disposition", "louer"))
    assert told(was, now) == [("obligation de Valmont", "mettre gratuitement à disposition", "louer")]


def test_duties_in_another_order_are_no_change() -> None:
    assert told(party(obligations=["louer", "accueillir"]), party(obligations=["accueillir", "louer"])) == []


def test_a_party_that_left_is_told_by_its_name() -> None:
    alone = {**BASE, "parties": [PARTY]}
    two = {**BASE, "parties": [PARTY, {"id": "comite", "nom": "Comité", "cote": "comite", "qualite": "Présidente"}]}
    assert ("partie : nom de Comite", "Comité", None) in told(two, alone)
    assert ("partie : nom de Comite", None, "Comité") in told(alone, two)


def test_a_quality_left_blank_may_be_completed_but_not_changed() -> None:
    blank = {key: value for key, value in PARTY.items() if key != "qualite"}
    (completed,) = between({**BASE, "parties": [blank]}, BASE)
    assert completed.is_quality_completed
    (changed,) = between(BASE, party(qualite="Adjointe au maire"))
    assert not changed.is_quality_completed
    (delegated,) = between(BASE, party(par_delegation=True))
    assert (delegated.was, delegated.now) == ("Maire", "Maire, par délégation")


def test_a_blank_amount_is_told_as_blank() -> None:
    blank = party(numeraire=[{"devise": "EUR"}])
    known = party(numeraire=[{"montant": "1.00", "devise": "EUR"}])
    assert told(blank, known) == [("engagement financier en numéraire de Valmont", "", "1,00 €")]


def test_lines_of_the_budget_in_another_order_are_no_change_and_twins_are_told_apart() -> None:
    lines = [{"libelle": "Billet", "montant": amount, "devise": "EUR"} for amount in ("10.00", "10.00", "20.00")]
    stay = {"libelle": "Séjour", "montant": "5.00", "devise": "EUR"}
    assert told({**BASE, "depenses": [*lines, stay]}, {**BASE, "depenses": [stay, *lines]}) == []
    assert told({**BASE, "depenses": lines}, {**BASE, "depenses": lines[:2]}) == [
        ("dépense « Billet »", "20,00 €", None)
    ]


def test_amounts_exchanged_between_two_parties_are_two_changes() -> None:
    def two(first: str, second: str) -> dict[str, Any]:
        sums = zip(("valmont", "tazerout"), (first, second), strict=True)
        bound = [{**PARTY, "id": name, "numeraire": [{"montant": amount, "devise": "EUR"}]} for name, amount in sums]
        return {**BASE, "parties": bound}

    assert len(told(two("10.00", "20.00"), two("20.00", "10.00"))) == 2


def test_an_object_cut_short_is_another_object() -> None:
    longer = {**BASE, "objet": "de creuser un puits et d’y former des agents"}
    assert told(longer, BASE) == [("objet", "de creuser un puits et d’y former des agents", "de creuser un puits")]


def test_an_amount_that_cannot_be_written_is_still_compared() -> None:
    was, now = (party(numeraire=[{"montant": sum_, "devise": "EUR"}]) for sum_ in ("1.001", "1.002"))
    assert told(was, now) == [("engagement financier en numéraire de Valmont", "1,001 EUR", "1,002 EUR")]


def test_who_receives_an_original_is_settled_by_its_rank() -> None:
    first = {**BASE, "exemplaires": [{"partie": "valmont"}, {"partie": "tazerout"}]}
    second = {**BASE, "exemplaires": [{"partie": "tazerout"}, {"partie": "valmont"}]}
    assert [what for what, _, _ in told(first, second)] == [
        "destinataire de l’original n° 1",
        "destinataire de l’original n° 2",
    ]
