"""A faulty value does not hide the rest: what is kept, what is left out, what a rule must not judge."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generator.load import Loaded
from generator.load.yaml_file import load_bytes
from generator.model import Action

HEAD = "numero: 2017-01\nconvention: dijon-chefchaouen-2016\n"
BUDGET = """\
budget:
  devise: EUR
  depenses:
    - {libelle: Un, montant: 1.00}
    - {libelle: Deux, montant: deux}
    - {libelle: Trois, montant: 3.00}
  ressources:
    - {origine: dijon, montant: 4.00}
    - {montant: 5.00}
    - {origine: chefchaouen, montant: 6.00}
"""


def loaded(text: str) -> Loaded[Action]:
    return load_bytes((HEAD + text).encode(), "saisie.yaml", Action)


def partial(text: str) -> Action:
    action = loaded(text).partial
    assert action is not None
    return action


def test_a_sound_input_is_whole_and_nothing_is_uncertain() -> None:
    sound = loaded("intitule: Espace\n")
    assert sound.value is sound.partial
    assert sound.left_out == frozenset()
    assert not sound.is_uncertain(())


def test_a_faulty_value_leaves_the_rest_of_its_group() -> None:
    expenses = partial(BUDGET).budget.expenses
    assert [line.label for line in expenses] == ["Un", "Deux", "Trois"]
    assert [line.amount for line in expenses] == [Decimal("1.00"), None, Decimal("3.00")]


def test_an_item_that_lacks_a_required_key_is_left_out_of_its_list() -> None:
    assert [line.origin for line in partial(BUDGET).budget.resources] == ["dijon", "chefchaouen"]


def test_places_are_those_of_what_is_left() -> None:
    kept = loaded(BUDGET)
    place = kept.places[("budget", "ressources", 1, "montant")]
    assert (place.line, place.column) == (12, 39)


def test_what_rests_on_a_faulty_value_is_uncertain_and_the_rest_is_not() -> None:
    kept = loaded(BUDGET)
    amount = ("budget", "depenses", 1, "montant")
    assert kept.is_uncertain(amount)
    assert kept.is_uncertain(("budget", "depenses", 1))
    assert kept.is_uncertain(("budget",))
    assert kept.is_uncertain(())
    assert not kept.is_uncertain(("budget", "depenses", 0, "montant"))
    assert not kept.is_uncertain(("budget", "devise"))
    assert not kept.is_uncertain(("intitule",))


def test_a_list_that_lost_an_item_is_uncertain_at_its_end() -> None:
    kept = loaded(BUDGET)
    assert ("budget", "ressources", 2) in kept.left_out
    assert kept.is_uncertain(("budget", "ressources"))
    assert not kept.is_uncertain(("budget", "ressources", 1))


def test_a_misspelt_key_makes_uncertain_the_key_that_it_stands_for() -> None:
    kept = loaded("intitulee: Espace\ncalendrier:\n  debu: 2017-05-02\n")
    assert kept.is_uncertain(("intitule",))
    assert kept.is_uncertain(("calendrier", "debut"))
    assert not kept.is_uncertain(("calendrier", "fin"))


def test_a_misspelt_key_in_an_item_after_one_left_out_is_found_where_it_now_stands() -> None:
    kept = loaded("missions:\n  - objet: sans identifiant\n  - id: M2\n    obje: visite\n")
    assert kept.partial is not None
    assert [mission.id for mission in kept.partial.missions] == ["M2"]
    assert kept.is_uncertain(("missions", 0, "objet"))


@pytest.mark.parametrize("text", ["intitule: !!str Espace\n", "intitule: &nom Espace\n"])
def test_a_mark_of_yaml_does_not_hide_its_value(text: str) -> None:
    assert partial(text).title == "Espace"
    assert loaded(text).value is None


def test_an_alias_is_left_out_and_told_once() -> None:
    kept = loaded(
        "axes_secondaires: &axes [culture]\nodd: *axes\nsignature:\n  approbations_posterieures:\n    - *axes\n"
    )
    assert kept.partial is not None
    assert kept.partial.sdgs == ()
    assert kept.is_uncertain(("odd",))
    assert [(one.code, one.place.line) for one in kept.findings] == [("FO015", 3), ("FO015", 4), ("FO015", 7)]


@pytest.mark.parametrize("key", ["numero", "convention"])
def test_without_its_name_or_its_framework_an_action_is_not_made(key: str) -> None:
    text = "".join(line for line in HEAD.splitlines(keepends=True) if not line.startswith(key))
    kept = load_bytes(text.encode(), "saisie.yaml", Action)
    assert kept.partial is None
    assert [one.path for one in kept.findings] == [(key,)]


def test_every_fault_is_told_even_when_nothing_can_be_made() -> None:
    kept = load_bytes(b"intitulee: Espace\nodd: 8\n", "saisie.yaml", Action)
    assert kept.partial is None
    assert [one.code for one in kept.findings] == ["FO034", "FO036", "FO036", "FO039"]


def test_a_value_left_out_may_take_along_the_groups_around_it() -> None:
    text = "missions:\n  - id: M1\n    voyageurs:\n      - {prenom: Claire, qualite: agente}\n      - {qualite: elu}\n"
    kept = loaded(text)
    assert kept.partial is not None
    (mission,) = kept.partial.missions
    assert [str(traveller.role) for traveller in mission.travellers] == ["elu"]
    assert kept.is_uncertain(("missions", 0, "voyageurs"))
    assert not kept.is_uncertain(("missions", 0, "id"))


def test_the_bytes_are_kept_whatever_they_hold() -> None:
    for data in (b"", b"\0", b"numero: 2017-01\n", b"PK\x03\x04"):
        assert load_bytes(data, "saisie.yaml", Action).sources == {"saisie.yaml": data}
