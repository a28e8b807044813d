"""The papers around the originals, as templates see them."""

from generator.acts.facts.namings import Noun
from generator.acts.views.body_views import contracting_bodies
from generator.acts.views.original_views import annex_views
from generator.acts.views.package_views import act_view, paper_view, sender
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import ActTransmission, Deliberation
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
    assert context["retours"] == {"date": "", "a": "à la Ville de Dijon", "adresse": ""}


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
