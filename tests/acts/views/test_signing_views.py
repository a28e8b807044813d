"""The signature, as templates see it."""

from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.signing_views import signing_view
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import Signature
from tests.acts.examples import example, in_french, party, with_action, with_framework


def told(case: Case) -> Context:
    return in_french(signing_view(case, contracting_bodies(case)))


def signed(**keys: object) -> Case:
    return with_action(example(), signature=Signature.model_validate(keys))


def names(blocks: object) -> list[object]:
    assert isinstance(blocks, list)
    return [block["id"] for block in blocks]


def test_bodies_sign_in_the_order_of_the_framework() -> None:
    context = told(example())
    assert names(context["blocs"]) == list(example().framework.signature_order)
    assert context["ordre"] == "la Ville de Chefchaouen et la Ville de Dijon"


def test_all_sign_at_one_place_and_day_when_they_meet() -> None:
    context = told(signed(mode="ceremonie", lieu="Dijon", date="2017-04-20"))
    assert (context["ceremonie"], context["circulation"]) == (True, False)
    assert isinstance(context["blocs"], list)
    assert {(block["lieu"], block["date"]) for block in context["blocs"]} == {("Dijon", "20\u00a0avril 2017")}


def test_each_signs_at_its_own_place_and_day_when_the_originals_travel() -> None:
    planned = [{"partie": "dijon", "lieu": "Dijon", "date": "2017-04-20"}]
    context = told(signed(mode="circulation", par_partie=planned))
    assert isinstance(context["blocs"], list)
    other, dijon = context["blocs"]
    assert (dijon["lieu"], dijon["date"]) == ("Dijon", "20\u00a0avril 2017")
    assert other["lieu"] == Blank("lieu de la signature")
    assert other["date"] == Blank("date de la signature de la Ville de Chefchaouen")
    assert context["date"] == Blank("date de la signature")


def test_the_place_of_a_block_is_where_the_body_signs_not_where_it_sits() -> None:
    context = told(signed(lieu="Agadir"))
    assert isinstance(context["blocs"], list)
    assert all(block["lieu"] == "Agadir" for block in context["blocs"])


def test_blocks_stand_two_by_two_and_the_last_may_stand_alone() -> None:
    case = example()
    framework = case.framework
    third = with_framework(case, parties=(*framework.parties, party()), party_order=(*framework.party_order, "valmont"))
    rows = told(third)["rangees"]
    assert isinstance(rows, list)
    assert [row["droite"] is False for row in rows] == [False, True]
    assert names([row["gauche"] for row in rows]) == ["chefchaouen", "valmont"]
