"""The bodies that contract, as templates see them."""

from typing import Any

from generator.acts.views.body_views import associated_body_views, associated_noun, contracting_bodies
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.action import AssociatedBody, Commitment
from tests.acts.examples import example, in_french, party, with_action, with_framework

RIVAGES = {"id": "rivages", "nom": "association Rivages", "formes": {"article": "l’", "genre": "feminin"}}


def told(case: Case) -> list[Context]:
    return [in_french(body.view) for body in contracting_bodies(case)]


def with_body(**keys: Any) -> Case:
    body = AssociatedBody.model_validate({**RIVAGES, **keys})
    return with_action(example(), associated_bodies=(body,))


def sided(*sides: str | None) -> Case:
    parties = tuple(party(f"p{rank}", f"Ville {rank}", cote=side) for rank, side in enumerate(sides))
    case = with_framework(example(), parties=parties, party_order=tuple(one.id for one in parties), signature_order=())
    return with_action(case, associated_bodies=())


def test_parties_come_first_in_the_order_of_the_text() -> None:
    case = with_body(signataire="oui")
    assert [body.identifier for body in contracting_bodies(case)] == [*case.framework.party_order, "rivages"]


def test_a_party_tells_what_its_law_asks() -> None:
    dijon = told(example())[0]
    assert dijon["est_partie_cadre"] is True
    assert (dijon["transmet"], dijon["decision"], dijon["role"]) == (True, False, "")
    assert isinstance(dijon["deliberation"], dict)
    assert dijon["textes_vises"]


def test_an_associated_body_that_signs_tells_its_decision_and_no_deliberation() -> None:
    body = told(with_body(signataire="oui", obligations=["former"]))[-1]
    assert body["deliberation"] is False
    assert body["contribution"] is False
    assert body["decision"] == Blank("décision de l’association Rivages autorisant la signature")
    assert body["siege"] == Blank("siège de l’association Rivages")
    assert body["designation"] == "l’association Rivages"
    assert body["obligations"] == ["former"]
    assert (body["transmet"], body["controleur"], body["textes_vises"]) == (False, "", [])


def test_the_duties_of_a_body_may_stand_among_the_commitments() -> None:
    case = with_body(signataire="oui")
    commitments = (Commitment.model_validate({"partie": "rivages", "obligations": ["animer", "former"]}),)
    assert told(with_action(case, commitments=commitments))[-1]["obligations"] == ["animer", "former"]


def test_a_designation_that_was_chosen_prevails() -> None:
    assert told(with_body(signataire="oui", designation="l’Association"))[-1]["designation"] == "l’Association"


def test_a_body_without_a_name_is_told_by_its_identifier() -> None:
    assert associated_noun(AssociatedBody.model_validate({"id": "rivages"})).text == "rivages"


def test_associated_bodies_that_do_not_sign_are_told_apart() -> None:
    case = with_body()
    (view,) = associated_body_views(case)
    context = in_french(view)
    assert context["role"] == Blank("rôle de l’association Rivages")
    assert (context["siege"], context["subvention"]) == ("", False)
    assert associated_body_views(with_body(signataire="oui")) == ()


def test_two_parties_are_one_part_and_the_other() -> None:
    bodies = told(sided(None, None))
    assert [body["part"] for body in bodies] == ["d’une part", "d’autre part"]
    assert [body["ouvre_un_cote"] for body in bodies] == [False, True]


def test_parties_of_one_side_close_it_together() -> None:
    bodies = told(sided("nord", "nord", "sud", "sud"))
    assert [body["part"] for body in bodies] == ["", "d’une part", "", "d’autre part"]
    assert [body["ouvre_un_cote"] for body in bodies] == [False, False, True, False]


def test_more_than_two_sides_are_numbered() -> None:
    parts = [body["part"] for body in told(sided(None, None, None))]
    assert parts == ["de première part", "de deuxième part", "de troisième part"]


def test_a_body_that_signs_makes_a_side_of_its_own() -> None:
    parts = [body["part"] for body in told(with_body(signataire="oui"))]
    assert parts == ["de première part", "de deuxième part", "de troisième part"]
