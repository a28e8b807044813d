"""How each party approves, as templates see it."""

from dataclasses import replace

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.views.approval_views import deliberation_view
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.records import Case
from generator.model.approvals import Deliberation
from generator.model.references import PartyProcedure
from tests.acts.examples import example, in_french, party, with_action

VALMONT = party()
NOUN = Noun.of_party(VALMONT, VALMONT.id)
WITH_VISA = PartyProcedure.model_validate({"pays": "FR", "etapes": ["vote", "transmission", "visa"]})
VOTE = {"partie": "valmont", "organe": "conseil municipal", "numero": "12", "date": "2017-03-27"}


def voted(**keys: object) -> Case:
    return with_action(example(), deliberations=(Deliberation.model_validate({**VOTE, **keys}),))


def told(case: Case, *procedures: PartyProcedure) -> Context:
    """What is told under a law that holds these procedures, and no other."""
    law = case.law.model_copy(update={"procedures": procedures})
    return in_french(deliberation_view(replace(case, law=law), VALMONT, NOUN))


def test_a_vote_is_cited_with_all_that_is_known_of_it() -> None:
    context = told(voted(transmission={"date": "2017-03-30", "accuse_reception": "AR-1"}, publication="2017-03-31"))
    end = "n°\u00a012 du conseil municipal en date du 27\u00a0mars 2017"
    assert context["texte"] == f"la délibération {end}"
    assert context["de"] == f"de la délibération {end}"
    assert context["e"] == "e"
    assert (context["transmission"], context["accuse"]) == ("30\u00a0mars 2017", "AR-1")
    assert context["publication"] == "31\u00a0mars 2017"


def test_a_vote_to_come_is_blank_and_names_the_party() -> None:
    context = told(with_action(example(), deliberations=()))
    assert context["texte"] == context["de"] == Blank("délibération de la Ville de Valmont")
    assert context["accuse"] == Blank("accusé de réception de la Ville de Valmont")
    assert context["nature"] == "délibération"


def test_a_visa_is_told_only_where_the_law_asks_for_it_or_one_was_given() -> None:
    assert told(voted())["visa"] is False
    blank = Blank("visa de la délibération de la Ville de Valmont")
    assert told(voted(), WITH_VISA)["visa"] == dict.fromkeys(("texte", "autorite", "numero", "date"), blank)
    assert told(voted(visa={"requis": "non"}))["visa"] is False
    assert told(voted(visa={"requis": "non"}), WITH_VISA)["visa"] == dict.fromkeys(
        ("texte", "autorite", "numero", "date"), blank
    )
    given = told(voted(visa={"autorite": "le gouverneur", "date": "2017-04-03"}))["visa"]
    assert given == {
        "texte": "visée par le gouverneur le 3\u00a0avril 2017",
        "autorite": "le gouverneur",
        "numero": Blank("numéro du visa de la délibération de la Ville de Valmont"),
        "date": "3\u00a0avril 2017",
    }


@pytest.mark.parametrize("known", [{"organe": None}, {"date": None}], ids=["no assembly", "no day"])
def test_a_vote_of_which_something_is_unknown_is_not_cited(known: dict[str, None]) -> None:
    context = told(voted(**known))
    assert context["texte"] == context["de"] == Blank("délibération de la Ville de Valmont")


@pytest.mark.parametrize("known", [{"autorite": "le gouverneur"}, {"date": "2017-04-03"}])
def test_a_visa_of_which_something_is_unknown_is_not_cited(known: dict[str, str]) -> None:
    visa = told(voted(visa={"numero": "V-1", **known}))["visa"]
    assert isinstance(visa, dict)
    assert visa["texte"] == Blank("visa de la délibération de la Ville de Valmont")


def test_the_law_of_the_party_says_whether_the_vote_is_transmitted() -> None:
    assert told(voted(), WITH_VISA)["transmise"] is True
    assert told(voted())["transmise"] is False


def test_an_approval_may_follow_the_signature() -> None:
    case = voted()
    signature = case.action.signature.model_copy(update={"later_approvals": ("valmont",)})
    assert told(with_action(case, signature=signature))["posterieure"] is True
    assert told(case)["posterieure"] is False
