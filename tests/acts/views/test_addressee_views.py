"""Who receives something of a signature package."""

from typing import Any

from generator.acts.facts.namings import Noun
from generator.acts.views.addressee_views import sendings
from generator.acts.views.body_views import contracting_bodies
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import ActTransmission, Deliberation, Original, Signature
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


def test_a_recipient_at_two_addresses_has_two_envelopes() -> None:
    found = told(case_with(*({"destinataire": "Archives", "adresse": place} for place in ("1 rue A", "2 rue B"))))
    assert [sending["destinataire"]["adresse"] for sending in found.values()] == ["1 rue A", "2 rue B"]


def test_an_original_has_the_use_that_was_said_or_goes_to_whom_it_belongs() -> None:
    found = told(case_with({"usage": "pour visa"}, {"destinataire": "Archives"}))
    observations = [sending["pieces"][0]["observation"] for sending in found.values()]
    assert observations == ["pour visa", "pour attribution"]


def test_a_recipient_that_is_not_known_is_blank_with_the_rank_of_the_original() -> None:
    found = told(case_with({"destinataire": "Archives"}, {}))
    assert found["dijon-2"]["destinataire"]["nom"] == Blank("destinataire de l’exemplaire n° 2")


def circulating(**days: str) -> Case:
    planned = [{"partie": party, "date": day} for party, day in days.items()]
    signature = Signature.model_validate({"mode": "circulation", "par_partie": planned})
    sent = ActTransmission.model_validate({"date_prevue": "2017-06-12"})
    return with_action(case_with({}, {}), signature=signature, transmission=sent)


def test_when_originals_circulate_each_of_their_journeys_has_its_slip() -> None:
    found = told(circulating())
    assert list(found) == ["etape-1-chefchaouen", "etape-2-dijon", "dijon-1"]
    out, back = found["etape-1-chefchaouen"], found["etape-2-dijon"]
    assert (out["origine"]["nom"], back["origine"]["nom"]) == ("Ville de Dijon", "Ville de Chefchaouen")
    assert out["etape"] == "Circulation des originaux – étape\u00a01 sur\u00a02"
    assert found["dijon-1"]["etape"] == ""


def test_what_is_sent_and_what_comes_back_are_counted_once_each() -> None:
    out = told(circulating(chefchaouen="2017-05-29", dijon="2017-06-08"))["etape-1-chefchaouen"]
    act = "Convention spécifique n°\u00a02017-01"
    assert [(piece["designation"], piece["nombre"], piece["observation"]) for piece in out["pieces"]] == [
        (act, "2", "pour signature"),
        ("Pages de garde", "2", "jointes aux originaux, à ne pas signer"),
        ("Instructions de signature", "1", "pour information"),
        ("Liste des préalables à la signature", "1", "pour information"),
    ]
    assert [(piece["designation"], piece["nombre"], piece["a"]) for piece in out["attendus"]] == [
        (act, "2", "à la Ville de Dijon, au plus tard le 8\u00a0juin\u00a02017"),
        ("Accusé de réception ci-dessous", "1", "à la Ville de Dijon"),
    ]


def test_originals_travel_in_the_order_of_the_days_planned_and_come_home_for_the_transmission() -> None:
    """The framework's own order is the other one: the days of circulation prevail."""
    found = told(circulating(dijon="2017-05-29", chefchaouen="2017-06-08"))
    assert list(found) == ["etape-1-chefchaouen", "etape-2-dijon", "dijon-1"]
    assert (
        found["etape-1-chefchaouen"]["attendus"][0]["a"]
        == "à la Ville de Dijon, au plus tard le 12\u00a0juin\u00a02017"
    )
    assert found["etape-2-dijon"]["pieces"][0]["observation"] == "originaux signés par tous"
    assert [piece["designation"] for piece in found["etape-2-dijon"]["attendus"]] == ["Accusé de réception ci-dessous"]


def test_who_must_sign_is_addressed_by_his_or_her_office() -> None:
    case = with_action(circulating(), signatories=())
    assert told(case)["etape-1-chefchaouen"]["destinataire"]["nom"] == Blank(
        "fonction du signataire de la Ville de Chefchaouen"
    )


def served(recipient: str, **visa: str) -> dict[str, Any]:
    original = Original.model_validate({"partie": "chefchaouen", "destinataire": recipient, "usage": "pour visa"})
    vote = Deliberation.model_validate({"partie": "chefchaouen", "visa": visa} if visa else {"partie": "chefchaouen"})
    case = with_action(case_with(), originals=(original,), deliberations=(vote,))
    return told(case)["chefchaouen-1"]


def test_the_authority_is_addressed_as_itself_and_informed_once_it_gave_its_visa() -> None:
    slip = served("Gouverneur de la province", autorite="le gouverneur de la province", numero="V-1", date="2017-02-22")
    assert slip["destinataire"] == {"nom": "Gouverneur de la province", "partie": "", "adresse": ""}
    observation = slip["pieces"][0]["observation"]
    assert observation == "pour information, après son visa n°\u00a0V-1 du 22\u00a0février\u00a02017"


def test_an_authority_that_gave_no_visa_yet_receives_its_original_for_what_was_said() -> None:
    slip = served("Gouverneur de la province")
    assert (slip["destinataire"]["partie"], slip["pieces"][0]["observation"]) == ("", "pour visa")


def test_a_desk_of_the_party_is_no_authority() -> None:
    slip = served("Secrétariat du conseil", autorite="le gouverneur", date="2017-02-22")
    assert (slip["destinataire"]["partie"], slip["pieces"][0]["observation"]) == ("chefchaouen", "pour visa")


def test_in_a_workspace_without_an_act_the_designation_is_blank() -> None:
    assert told(case_with({}), None)["dijon-1"]["pieces"][0]["designation"] == Blank("acte du dossier")


def test_nobody_receives_what_is_not_listed() -> None:
    assert told(case_with()) == {}
