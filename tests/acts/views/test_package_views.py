"""The papers around the originals, as templates see them."""

from generator.acts.facts.namings import Noun
from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.original_views import annex_views
from generator.acts.views.package_views import act_view, paper_view, sender
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import ActTransmission, Deliberation, Original
from generator.model.persons import Forms
from tests.acts.examples import example, in_french, party, with_action, with_framework

TITLE = Noun("convention spécifique", Forms.model_validate({"article": "la", "genre": "feminin"}))
ANNEXES = annex_views([{"rang": "1", "intitule": "Budget"}])


def told(case: Case, digest: str | None = None) -> Context:
    return in_french(paper_view(case, contracting_bodies(case), act_view(case, TITLE, ANNEXES), digest))


def test_the_act_is_named_in_all_its_forms() -> None:
    context = in_french(act_view(example(), TITLE, ANNEXES))
    assert (context["titre"], context["Titre"]) == ("convention spécifique", "Convention spécifique")
    assert (context["de"], context["e"]) == ("de la convention spécifique", "e")
    assert (context["numero"], context["annexes"]) == ("2017-01", [{"rang": "1", "intitule": "Budget"}])


def test_without_an_act_its_title_is_blank() -> None:
    context = in_french(act_view(example(), None, ()))
    assert context["titre"] == context["Le"] == Blank("acte du dossier")
    assert context["e"] == ""


def test_the_digest_of_the_original_is_blank_until_it_is_rendered() -> None:
    assert told(example())["empreinte"] == Blank("empreinte de l’original")
    assert told(example(), "ab" * 32)["empreinte"] == "ab" * 32


def test_the_body_that_transmits_sends_the_package_and_has_it_back() -> None:
    bodies = contracting_bodies(example())
    assert sender(tuple(reversed(bodies))).identifier == "dijon"
    context = told(example())
    assert isinstance(context["expediteur"], dict)
    assert context["expediteur"]["le"] == "la Ville de Dijon"
    assert context["retours"] == {
        "date": "24\u00a0avril\u00a02017",
        "a": "à la Ville de Dijon",
        "adresse": "Hôtel de ville, 21000 Dijon",
    }
    undated = told(with_action(example(), transmission=None, originals=()))
    assert undated["retours"] == {"date": "", "a": "à la Ville de Dijon", "adresse": ""}


def test_where_nobody_transmits_the_first_body_sends() -> None:
    foreign = party(pays={"code": "XX", "nom": "Ailleurs"})
    case = with_framework(example(), parties=(foreign,), party_order=("valmont",))
    assert sender(contracting_bodies(case)).identifier == "valmont"
    assert told(case)["transmissions"] == []


def test_a_transmission_says_to_whom_how_and_when() -> None:
    vote = Deliberation.model_validate({"partie": "dijon", "transmission": {"mode": "papier"}})
    planned = ActTransmission.model_validate({"date_prevue": "2017-04-24"})
    context = told(with_action(example(), deliberations=(vote,), transmission=planned))
    assert isinstance(context["transmissions"], list)
    (transmission,) = context["transmissions"]
    assert isinstance(transmission, dict)
    assert transmission["destinataire"] == "au préfet"
    assert transmission["voie"] == "sur papier, par une copie, jamais un original"
    assert transmission["echeance"] == "24\u00a0avril 2017"


def test_a_transmission_of_which_nothing_is_planned_leaves_nothing_to_fill_in() -> None:
    context = told(with_action(example(), deliberations=(), transmission=None))
    assert isinstance(context["transmissions"], list)
    (transmission,) = context["transmissions"]
    assert isinstance(transmission, dict)
    assert (transmission["voie"], transmission["echeance"]) == ("", "")


def sender_with(*originals: dict[str, str]) -> Context:
    listed = tuple(Original.model_validate({"partie": "dijon", **original}) for original in originals)
    context = told(with_action(example(), originals=listed, lead_service="le service des relations internationales"))
    assert isinstance(context["expediteur"], dict)
    return context["expediteur"]


def test_a_sender_has_its_own_address_and_its_service_when_it_receives_an_original() -> None:
    archives = {"destinataire": "Archives", "adresse": "1 rue A"}
    service = {"destinataire": "Service des relations internationales", "adresse": "2 rue B"}
    alone = sender_with(archives)
    assert (alone["service"], alone["adresse"]) == ("", "1 rue A")
    both = sender_with(archives, service)
    assert (both["service"], both["adresse"]) == ("Service des relations internationales", "2 rue B")
    assert sender_with({"destinataire": "Préfet", "adresse": "3 rue C"})["adresse"] == ""


def test_the_papers_follow_the_originals_from_hand_to_hand() -> None:
    context = told(example("2017-05"))
    assert isinstance(context["etapes_signature"], list)
    first, second = context["etapes_signature"]
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert [step["id"] for step in (first, second)] == ["chefchaouen", "dijon"]
    assert first["reception"] == "reçoit les originaux de la Ville de Dijon, par le bordereau de l’étape\u00a01"
    assert first["envoi"] == (
        "les adresse à la Ville de Dijon, par le bordereau de l’étape\u00a02, "
        "pour y arriver au plus tard le 8\u00a0juin\u00a02017"
    )
    assert second["envoi"] == ""


def test_at_a_ceremony_nothing_travels() -> None:
    context = told(example())
    assert isinstance(context["etapes_signature"], list)
    assert {(step["reception"], step["envoi"]) for step in context["etapes_signature"]} == {("", "")}
    assert context["circuit"] is False
