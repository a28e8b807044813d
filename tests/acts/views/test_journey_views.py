"""Missions, as templates see them."""

from typing import Any

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.views.journey_views import mission_view, mission_views, sharing_view
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.convention import CostSharing
from generator.model.missions import Mission
from generator.model.persons import Forms
from tests.acts.examples import example, in_french, with_framework

FREE = CostSharing()
VALMONT = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))
CLAIRE = {"qualite": "elu", "civilite": "Madame", "prenom": "Claire", "nom": "Gabarit", "titre": "Maire"}


def told(**keys: Any) -> Context:
    """A mission under a framework that leaves open who pays."""
    case = with_framework(example(), costs=FREE)
    mission = Mission.model_validate({"id": "M1", **keys})
    return in_french(mission_view(case, mission, {"valmont": VALMONT}))


def part(context: Context, name: str) -> dict[str, Any]:
    found = context[name]
    assert isinstance(found, dict)
    return found


def test_a_mission_of_which_nothing_is_known_asks_for_everything_by_its_name() -> None:
    context = told()
    assert context["objet"] == Blank("objet de la mission M1")
    assert context["periode"] == Blank("dates de la mission M1")
    assert context["depart_lieu"] == Blank("lieu de départ (M1)")
    assert context["retour_lieu"] == Blank("lieu de retour (M1)")
    assert context["lieux"] == Blank("lieux d’exécution de la mission M1")
    assert context["effectif"] == context["voyageurs_liste"] == Blank("voyageurs de la mission M1")
    assert part(context, "accueillante")["le"] == Blank("partie accueillante (M1)")
    assert (context["contact"], context["hors_trajet"]) == (False, False)
    assert (context["transport_local"], context["assurance"]) == (False, False)
    assert (context["trajets"], context["escales"], context["programme_accueil"]) == ([], [], [])


def test_a_mission_goes_from_its_first_leg_to_its_last() -> None:
    legs = [
        {"de": "Dijon", "vers": "Tanger", "depart": "2017-05-16", "moyen": "avion", "classe": "économique"},
        {"de": "Tanger", "vers": "Paris", "depart": "2017-05-19", "arrivee": "2017-05-20"},
    ]
    context = told(trajets=legs, lieux=["Tanger"], escales=[{"lieu": "Casablanca", "nuits": 1}, {}])
    assert (context["depart_lieu"], context["retour_lieu"]) == ("Dijon", "Paris")
    assert context["periode"] == "du 16 au 20\u00a0mai 2017"
    assert context["lieux"] == "Tanger, avec étape à Casablanca"
    assert isinstance(context["trajets"], list)
    first, last = context["trajets"]
    assert (first["depart"], first["arrivee"]) == ("16\u00a0mai 2017", "16\u00a0mai 2017")
    assert last["classe"] == Blank("classe autorisée (M1)")
    assert isinstance(context["escales"], list)
    assert [stop["duree"] for stop in context["escales"]] == ["1 nuit", ""]


def test_a_party_that_does_not_contract_is_told_by_its_identifier() -> None:
    context = told(partie_en_deplacement="valmont", partie_accueillante="inconnue")
    assert part(context, "en_deplacement")["de"] == "de la Ville de Valmont"
    assert part(context, "accueillante")["nom"] == "inconnue"


def test_travellers_are_named_and_counted() -> None:
    context = told(voyageurs=[CLAIRE, {**CLAIRE, "qualite": "tiers", "civilite": "Monsieur", "titre": None}])
    assert context["voyageurs_liste"] == "Madame Claire Gabarit et Monsieur Claire Gabarit"
    assert context["effectif"] == "une élue et une autre personne"
    assert isinstance(context["voyageurs"], list)
    assert context["voyageurs"][0] == {
        "nom_complet": "Madame Claire Gabarit",
        "qualite": "élue",
        "fonction": "Maire",
        "mineur": False,
    }
    assert context["voyageurs"][1]["fonction"] == ""


@pytest.mark.parametrize("lacking", ["civilite", "prenom", "nom"])
def test_a_list_of_travellers_is_blank_while_one_of_them_has_no_full_name(lacking: str) -> None:
    context = told(voyageurs=[CLAIRE, CLAIRE | {lacking: None}])
    assert context["voyageurs_liste"] == Blank("voyageurs de la mission M1")
    assert context["effectif"] == "deux élues" if lacking != "civilite" else "deux élus"
    assert isinstance(context["voyageurs"], list)
    assert context["voyageurs"][1]["nom_complet"] == Blank("signataire du voyageur")


def test_where_the_framework_leaves_a_cost_open_the_action_says_who_bears_it() -> None:
    cost = part(told(transport_international={"payeur": "valmont", "montant": "300"}), "transport")
    assert cost["payeur"]["le"] == "la Ville de Valmont"
    assert (cost["montant"], cost["precision"]) == ("300,00\u00a0€", False)


def test_a_cost_of_nothing_is_stated() -> None:
    assert part(told(assurance={"montant": "0"}), "assurance")["montant"] == "0,00\u00a0€"


def test_what_the_framework_settles_prevails_over_the_action() -> None:
    case = example()
    mission = case.action.missions[0].model_copy(update={"host_party": "chefchaouen"})
    transport = part(in_french(mission_view(case, mission, {})), "transport")
    assert transport["payeur"]["nom"] == "dijon"


@pytest.mark.parametrize(
    ("name", "cost", "category"),
    [
        ("transport", {}, "transport international"),
        ("sejour", {}, "sejour"),
        ("transport_local", {"transport_local": {}}, "transport local"),
        ("assurance", {"assurance": {}}, "assurance"),
    ],
)
def test_a_cost_that_nobody_is_known_to_bear_names_its_category(name: str, cost: dict[str, Any], category: str) -> None:
    found = part(told(**cost), name)
    assert found["payeur"]["le"] == Blank(f"qui prend en charge : {category} (M1)")
    assert found["montant"] == ""


def test_an_amount_that_cannot_be_written_is_blank() -> None:
    assert part(told(assurance={"montant": "3.001"}), "assurance")["montant"] == Blank("montant")


def test_a_stay_tells_its_nights_and_its_meals() -> None:
    stay = part(told(sejour={"lieu": "Tanger", "nuits": 4, "hebergement_fourni": "oui"}), "sejour")
    assert (stay["lieu"], stay["duree"], stay["fourni"], stay["repas"]) == ("Tanger", "4 nuits", True, "0")
    unknown = part(told(), "sejour")
    assert (unknown["duree"], unknown["fourni"], unknown["repas"]) == ("", False, "0")
    assert unknown["lieu"] == Blank("lieu du séjour (M1)")


def test_other_costs_begin_with_a_capital() -> None:
    costs = told(autres_frais=[{"libelle": "visa"}, {}])["autres_frais"]
    assert isinstance(costs, list)
    assert [cost["libelle"] for cost in costs] == ["Visa", Blank("nature des frais")]


def test_a_hosting_programme_is_told_day_by_day() -> None:
    days = told(programme_accueil=[{"date": "2017-05-17", "contenu": "visite"}, {}])["programme_accueil"]
    assert days == [
        {"date": "17\u00a0mai 2017", "contenu": "Visite"},
        {"date": Blank("jour du programme"), "contenu": Blank("programme du jour")},
    ]


def test_every_mission_of_an_action_is_told() -> None:
    case = example()
    assert [view.identifier for view in mission_views(case, {})] == [mission.id for mission in case.action.missions]


def test_costs_that_the_framework_leaves_open_are_borne_by_nobody_yet() -> None:
    costs = CostSharing.model_validate({"sejour": "partie_accueillante", "assurance": "libre"})
    assert in_french(sharing_view(costs)) == {
        "transport_international": False,
        "sejour": "par la partie qui accueille",
        "transport_local": False,
        "assurance": False,
    }
