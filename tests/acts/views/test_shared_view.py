"""What every document of an action may print."""

from dataclasses import replace

from generator.acts.views.shared_view import nouns_of, shared_of
from generator.acts.wordings.door import Context
from generator.case.records import Case
from generator.model import Law
from generator.model.action import AssociatedBody
from generator.model.persons import TravellerRole
from tests.acts.examples import example, in_french, with_action

RIVAGES = {"id": "rivages", "nom": "association Rivages", "formes": {"article": "l’", "genre": "feminin"}}


def told(case: Case, *, draft: bool = True) -> Context:
    return in_french(shared_of(case, draft=draft).view)


def identifiers(bodies: object) -> list[object]:
    assert isinstance(bodies, list)
    return [body["id"] for body in bodies]


def test_a_document_knows_whether_it_is_a_draft_and_an_example() -> None:
    assert told(example())["projet"] is True
    assert told(example(), draft=False)["projet"] is False
    assert told(example())["exemple"] is True
    real = with_action(example(), example=False)
    events = real.events.model_copy(update={"example": False}) if real.events else None
    bare = replace(real, events=events, programme=None, allowances=type(real.allowances)())
    assert told(bare)["exemple"] is False


def test_bodies_that_sign_and_bodies_that_do_not_are_told_apart() -> None:
    bodies = tuple(
        AssociatedBody.model_validate(RIVAGES | {"id": identifier, "signataire": signs})
        for identifier, signs in (("rivages", "oui"), ("ecole", "non"))
    )
    context = told(with_action(example(), associated_bodies=bodies))
    assert identifiers(context["parties"]) == ["dijon", "chefchaouen"]
    assert identifiers(context["contractants"]) == ["dijon", "chefchaouen", "rivages"]
    assert identifiers(context["organismes_signataires"]) == ["rivages"]
    assert identifiers(context["organismes_associes"]) == ["ecole"]


def test_later_approvals_are_listed_with_articles_and_after_of() -> None:
    case = replace(example(), law=Law())  # a law that asks for a transmission admits no later approval
    both = tuple(party.id for party in case.parties)
    signature = case.action.signature.model_copy(update={"later_approvals": both})
    context = told(with_action(case, signature=signature))
    assert identifiers(context["approbations_posterieures"]) == list(both)
    assert context["approbations_posterieures_le"] == "la Ville de Dijon et la Ville de Chefchaouen"
    assert context["approbations_posterieures_de"] == "de la Ville de Dijon et de la Ville de Chefchaouen"
    assert context["approbations_posterieures_pluriel"] is True


def test_an_empty_group_is_listed_as_nothing() -> None:
    context = told(example())
    assert context["approbations_posterieures"] == []
    assert (context["approbations_posterieures_le"], context["approbations_posterieures_de"]) == ("", "")
    assert context["approbations_posterieures_pluriel"] is False
    assert context["parties_transmettantes_le"] == "la Ville de Dijon"


def test_co_fundings_that_are_only_requested_are_told_again() -> None:
    context = told(example("2017-03"))
    assert isinstance(context["cofinanceurs"], list)
    requested = [funder for funder in context["cofinanceurs"] if funder["sollicite"]]
    assert requested
    assert context["cofinancements_sollicites"] == requested


def test_names_of_all_who_are_mentioned_are_known() -> None:
    body = AssociatedBody.model_validate({"id": "ecole"})
    shared = shared_of(with_action(example(), associated_bodies=(body,)), draft=True)
    assert shared.names == {"dijon": "Ville de Dijon", "chefchaouen": "Ville de Chefchaouen", "ecole": "ecole"} | {
        funder.id: funder.name for funder in example().action.co_funders
    }
    assert shared.nouns == nouns_of(shared.bodies)
    assert list(shared.nouns) == ["dijon", "chefchaouen"]


def test_third_travellers_are_told_because_they_need_another_act() -> None:
    case = example()
    assert {person.role for mission in case.action.missions for person in mission.travellers} == set(TravellerRole)
    officers = tuple(
        mission.model_copy(
            update={"travellers": tuple(one for one in mission.travellers if one.role is TravellerRole.OFFICER)}
        )
        for mission in case.action.missions
    )
    assert told(case)["deplacements_de_tiers"] is True
    assert told(with_action(case, missions=officers))["deplacements_de_tiers"] is False
