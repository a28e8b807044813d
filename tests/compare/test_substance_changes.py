"""Data compared with data: every datum counts, each change is named by what it is and whom it binds."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.acts.substance_of_case import as_json, substance_of
from generator.compare.substance_changes import Change, changes
from generator.load import load_case
from generator.model.substance import Substance
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.reading import plain


def substance(number: str) -> Substance:
    case = load_case(Path(ROOT / "inputs/2017" / f"{number}.yaml"), Workspace(ROOT)).case
    assert case is not None
    return substance_of(case)


RICH: dict[str, Any] = {
    **as_json(substance("2017-03")),
    "taux_de_change": [{"de": "EUR", "vers": "MAD", "taux": "10.7", "date": "2017-01-16", "source": "Bank Al-Maghrib"}],
    "organismes": [
        {
            "id": "amis",
            "nom": "Les Amis",
            "role": "animer",
            "obligations": ["rendre compte"],
            "subvention": {"payeur": "dijon", "montant": "10.00", "devise": "EUR"},
        }
    ],
    "date_effet": "2017-05-01",
}
RICH["parties"][0] |= {"role": "animer", "subvention": {"payeur": "dijon", "montant": "10.00", "devise": "EUR"}}
RICH["parties"][0] |= {"valorisation": [{"montant": "10.00", "devise": "EUR"}]}
RICH["parties"][0] |= {"par_delegation": True, "qualite_du_delegataire": "adjointe"}
RICH["depenses"][0]["nature"] = RICH["ressources"][0]["nature"] = "valorisation"
for binding in (RICH["parties"][0], RICH["organismes"][0]):
    binding["subvention"] |= {"compte_rendu_financier": "2018-06-30", "reversement": "article 3"}
RICH["depenses"][0]["payeur"] = RICH["cofinanceurs"][0]["depense_par"] = "dijon"
RICH["suivi"]["donnees_personnelles"] = True
"""An action with two missions, duties and payments, and what a body, a second currency and a delegation add."""

MAY_HAPPEN = [("ressources", rank, "statut") for rank, line in enumerate(RICH["ressources"]) if "statut" in line]
"""What may change after a vote: what was sought is secured."""


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


CHOICES = (("numeraire", "valorisation"), ("fait_foi", "traduction"), ("tiers", "elu"), ("agent", "elu"))


def other(value: Any, key: str) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    for one, another in CHOICES:
        if value in {one, another}:
            return another if value == one else one
    if key in {"debut", "fin", "echeance", "date_effet", "rapport", "date", "compte_rendu_financier"}:
        return "2018-02-28"
    return "0.01" if key in {"montant", "taux"} else "AAA" if key == "devise" else f"{value} bis"


@pytest.mark.parametrize(
    "path", [path for path in leaves(RICH) if path not in MAY_HAPPEN], ids=lambda path: ".".join(map(str, path))
)
def test_no_value_of_the_substance_changes_in_silence(path: tuple[str | int, ...]) -> None:
    found = between(RICH, altered(path))
    assert found
    assert all(change.was != change.now for change in found)


def fields(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for field in model.model_fields.values():
        path = (*above, str(field.alias))
        inner = [one for one in (field.annotation, *get_args(field.annotation)) if isinstance(one, type)]
        groups = [one for one in inner if issubclass(one, BaseModel)]
        yield from fields(groups[0], path) if groups else [path]


def test_every_field_of_a_substance_is_among_the_values_that_are_altered() -> None:
    given = {tuple(step for step in path if isinstance(step, str)) for path in leaves(RICH)}
    assert [path for path in fields(Substance) if path not in given] == []


def test_a_co_funding_that_is_granted_after_the_vote_is_no_change_and_one_that_is_lost_is() -> None:
    sought = {**BASE, "ressources": [{"origine": "etat", "montant": "8.00", "devise": "EUR", "statut": "sollicite"}]}
    secured = {**BASE, "ressources": [{"origine": "etat", "montant": "8.00", "devise": "EUR"}]}
    assert told(sought, secured) == []
    assert told(secured, sought) == [("ressource de Etat : statut", "acquis", "sollicité")]


def test_an_apostrophe_put_right_is_no_change() -> None:
    assert told({**BASE, "objet": "d'accueillir"}, {**BASE, "objet": "d’accueillir"}) == []
    assert told(party(obligations=["l'accueil"]), party(obligations=["l’accueil"])) == []


def test_a_subsidy_to_a_body_that_signs_is_settled() -> None:
    was, now = (party(subvention={"payeur": who, "montant": "9.00", "devise": "EUR"}) for who in ("dijon", "etat"))
    assert told(was, now) == [("subvention de Valmont : à la charge", "de Dijon", "de Etat")]


def test_two_data_of_one_key_hide_nothing_from_each_other() -> None:
    one, two = ({"id": "M1", "objet": purpose} for purpose in ("accueillir", "former"))
    other = {"id": "M1", "objet": "visiter"}
    assert told({**BASE, "missions": [one, two]}, {**BASE, "missions": [other, two]}) == [
        ("mission M1 : objet", "accueillir", "visiter")
    ]


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
    assert completed.is_completed
    (changed,) = between(BASE, party(qualite="Adjointe au maire"))
    assert not changed.is_completed
    delegated, as_whom = between(BASE, party(par_delegation=True, qualite_du_delegataire="adjointe"))
    assert (delegated.was, delegated.now) == ("Maire", "Maire, par délégation")
    assert (as_whom.was, as_whom.now) == (None, "adjointe")


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


def test_a_payer_may_be_said_after_the_vote_but_not_changed() -> None:
    line = {"libelle": "Billet", "montant": "10.00", "devise": "EUR"}
    funder = {"id": "etat", "nom": "l’État"}
    silent = {**BASE, "depenses": [line], "cofinanceurs": [funder]}
    told_of, otherwise = (
        {**BASE, "depenses": [{**line, "payeur": who}], "cofinanceurs": [{**funder, "recu_par": who}]}
        for who in ("dijon", "valmont")
    )
    assert [change.is_completed for change in between(silent, told_of)] == [True, True]
    assert [change.is_completed for change in between(told_of, otherwise)] == [False, False]
    assert told(told_of, otherwise) == [
        ("dépense « Billet » : à la charge", "de Dijon", "de Valmont"),
        ("cofinanceur « etat » : recette", "de Dijon", "de Valmont"),
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
