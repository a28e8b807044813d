"""The framework convention, as templates see it."""

from dataclasses import replace
from typing import Any

from generator.acts.facts.fact import Verbatim
from generator.acts.views.framework_views import axis_view, framework_view, signed_text_view
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.convention import CLAUSES, Events, Locator, TermStart
from tests.acts.examples import example, in_french, with_action, with_framework


def with_renewal(**renewal: Any) -> Context:
    events = Events.model_validate({"convention": "c", "renouvellements": [renewal]})
    (told, *others) = framework_renewals(replace(example(), events=events))
    assert others == []
    return told


def framework_renewals(case: Any) -> list[Context]:
    renewals = in_french(framework_view(case))["renouvellements"]
    assert isinstance(renewals, list)
    return [renewal for renewal in renewals if isinstance(renewal, dict)]


def test_every_clause_that_frameworks_share_has_a_place_or_none() -> None:
    case = with_framework(
        example(), clauses={"objet": Locator.model_validate({"article": 1}), "propre": Locator.model_validate({})}
    )
    context = in_french(framework_view(case))
    assert isinstance(context["article"], dict)
    assert set(context["article"]) == {*CLAUSES, "propre"}
    assert context["article"]["objet"] == "article\u00a01er"
    assert context["article"]["propre"] == "énoncé"
    assert context["article"]["duree"] is False


def test_a_clause_is_quoted_word_for_word_or_blank() -> None:
    case = with_framework(
        example(),
        clauses={
            "parties": Locator.model_validate({"passage": "comparution", "paragraphe": 1}),
            "axes": Locator.model_validate({"article": 99}),
        },
    )
    quotations = in_french(framework_view(case))["citation"]
    assert isinstance(quotations, dict)
    assert quotations["parties"] == case.framework.text.parties[0].words
    assert isinstance(quotations["parties"], Verbatim)
    assert quotations["axes"] == Blank("texte de la clause axes")
    assert quotations["objet"] is False


def test_a_framework_applies_from_its_first_day_to_its_last() -> None:
    events = Events.model_validate({"convention": "c", "signature": {"date": "2016-05-02", "lieu": "Dijon"}})
    term = example().framework.term.model_copy(update={"years": 3, "last_day": None, "starts_at": TermStart.SIGNATURE})
    context = in_french(framework_view(replace(with_framework(example(), term=term), events=events)))
    assert (context["debut"], context["fin"]) == ("2\u00a0mai 2016", "1er\u00a0mai 2019")
    assert (context["date_signature"], context["lieu_signature"]) == ("2\u00a0mai 2016", "Dijon")


def test_without_its_events_a_framework_is_neither_signed_nor_transmitted() -> None:
    context = in_french(framework_view(replace(example(), events=None)))
    assert context["date_signature"] == Blank("date de signature de la convention de partenariat")
    assert context["lieu_signature"] == Blank("lieu de signature de la convention de partenariat")
    assert context["date_transmission"] == Blank("date de transmission de la convention de partenariat")
    assert context["fin"] == Blank("fin de la convention de partenariat")
    assert context["renouvellements"] == []


def test_a_renewal_names_every_party_until_its_votes_are_known() -> None:
    renewal = with_renewal(annees=5)
    assert renewal["duree"] == "cinq ans"
    votes = renewal["deliberations"]
    assert isinstance(votes, list)
    assert [vote["partie"]["nom"] for vote in votes] == ["Ville de Dijon", "Ville de Chefchaouen"]
    assert votes[0]["numero"] == Blank("numéro de la délibération")


def test_a_vote_of_a_party_that_is_not_known_is_told_by_its_identifier() -> None:
    votes = with_renewal(deliberations=[{"partie": "inconnue", "numero": "4"}])["deliberations"]
    assert isinstance(votes, list)
    assert [(vote["partie"]["le"], vote["numero"]) for vote in votes] == [("inconnue", "4")]


def test_a_renewal_of_unknown_length_is_blank_and_a_denounced_one_is_none() -> None:
    assert with_renewal()["duree"] == Blank("durée du renouvellement")
    events = Events.model_validate({"convention": "c", "renouvellements": [{"annees": 5, "denonciation": "oui"}]})
    assert framework_renewals(replace(example(), events=events)) == []


def test_an_axis_is_told_in_signed_words_with_its_rank() -> None:
    case = example()
    axes = case.framework.axes
    view = axis_view(with_action(case, axis=axes[1].id))
    assert view is not None
    context = in_french(view)
    assert (context["intitule"], context["rang"]) == (axes[1].label, "deuxième")
    assert isinstance(context["intitule"], Verbatim)
    assert isinstance(context["citation"], Verbatim)


def test_an_action_without_an_axis_is_asked_for_one_where_the_framework_has_some() -> None:
    case = with_action(example(), axis=None)
    view = axis_view(case)
    assert view is not None
    assert set(map(repr, in_french(view).values())) == {repr(Blank("axe de la convention-cadre"))}
    assert axis_view(with_framework(case, axes=())) is None


def test_the_signed_text_is_told_word_for_word() -> None:
    text = example().framework.text
    context = in_french(signed_text_view(text))
    assert context["titre"] == text.title
    articles = context["articles"]
    assert isinstance(articles, list)
    assert [article["titre"] for article in articles] == [article.heading for article in text.articles]
    said = [paragraph["texte"] for article in articles for paragraph in article["paragraphes"]]
    assert said == [paragraph.words for article in text.articles for paragraph in article.paragraphs]
    assert all(isinstance(words, Verbatim) for words in said)


def test_a_text_without_a_preamble_heading_has_none_to_print() -> None:
    text = example().framework.text.model_copy(update={"preamble_heading": None})
    assert in_french(signed_text_view(text))["titre_preambule"] == ""
