"""Who receives something of a signature package."""

from typing import Any

from generator.acts.facts.namings import Noun
from generator.acts.views.addressee_views import sendings
from generator.acts.views.body_views import contracting_bodies
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import Original, Signature
from tests.acts.examples import example, in_french, with_action

TITLE = Noun("convention spécifique")
NAMES = {"dijon": "Ville de Dijon"}


def case_with(*originals: dict[str, str], mode: str = "ceremonie") -> Case:
    listed = tuple(Original.model_validate({"partie": "dijon", **original}) for original in originals)
    return with_action(example(), originals=listed, signature=Signature.model_validate({"mode": mode}))


def told(case: Case, title: Noun | None = TITLE) -> dict[str, dict[str, Any]]:
    return {slug: dict(in_french(view)) for slug, view in sendings(case, contracting_bodies(case), NAMES, title)}


def test_originals_for_one_desk_travel_in_one_envelope() -> None:
    archives, visa = {"destinataire": "Archives"}, {"destinataire": "Préfecture", "usage": "pour visa"}
    found = told(case_with(archives, visa, archives))
    assert list(found) == ["dijon-1", "dijon-2"]
    assert [piece["designation"] for piece in found["dijon-1"]["pieces"]] == [
        "Convention spécifique n°\u00a02017-01 – exemplaire n°\u00a01/3",
        "Convention spécifique n°\u00a02017-01 – exemplaire n°\u00a03/3",
    ]
    assert found["dijon-1"]["destinataire"] == {"nom": "Archives", "partie": "Ville de Dijon", "adresse": ""}


def test_an_original_has_the_use_that_was_said_or_goes_to_whom_it_belongs() -> None:
    found = told(case_with({"usage": "pour visa"}, {"destinataire": "Archives"}))
    observations = [sending["pieces"][0]["observation"] for sending in found.values()]
    assert observations == ["pour visa", "pour attribution"]


def test_a_recipient_that_is_not_known_is_blank_with_the_rank_of_the_original() -> None:
    found = told(case_with({"destinataire": "Archives"}, {}))
    assert found["dijon-2"]["destinataire"]["nom"] == Blank("destinataire de l’exemplaire n° 2")


def test_when_originals_circulate_they_go_first_to_who_must_sign_them_but_the_sender() -> None:
    found = told(case_with({}, {}, mode="circulation"))
    assert list(found) == ["chefchaouen-signature", "dijon-1"]
    pieces = found["chefchaouen-signature"]["pieces"]
    assert [(piece["designation"], piece["nombre"], piece["observation"]) for piece in pieces] == [
        ("Convention spécifique n°\u00a02017-01", "2", "pour signature"),
        ("Instructions de signature", "1", "pour information"),
        ("Convention spécifique n°\u00a02017-01", "2", "en retour"),
    ]


def test_who_must_sign_is_addressed_by_his_or_her_office() -> None:
    case = with_action(case_with(mode="circulation"), signatories=())
    assert told(case)["chefchaouen-signature"]["destinataire"]["nom"] == Blank(
        "fonction du signataire de la Ville de Chefchaouen"
    )


def test_in_a_workspace_without_an_act_the_designation_is_blank() -> None:
    assert told(case_with({}), None)["dijon-1"]["pieces"][0]["designation"] == Blank("acte du dossier")


def test_nobody_receives_what_is_not_listed() -> None:
    assert told(case_with()) == {}
