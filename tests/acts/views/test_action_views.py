"""The action, as templates see it."""

from typing import Any

import pytest

from generator.acts.views.action_views import (
    action_view,
    activity_views,
    clause_choices_view,
    committee_view,
    evaluation_view,
    indicator_views,
    languages_view,
)
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.model import Action
from generator.model.action import Evaluation, OptionalClauses, SteeringCommittee
from generator.model.approvals import LanguageVersion
from tests.acts.examples import in_french


def action(**keys: Any) -> Action:
    return Action.model_validate({"numero": "2017-01", "convention": "c", **keys})


def test_an_action_tells_its_days_and_its_goals() -> None:
    context = in_french(action_view(action(calendrier={"debut": "2017-05-02", "fin": "2017-12-15"}, odd=[4, 8])))
    assert (context["debut"], context["fin"]) == ("2\u00a0mai 2017", "15\u00a0décembre 2017")
    assert context["periode"] == "du 2\u00a0mai au 15\u00a0décembre 2017"
    assert (context["odd"], context["odd_liste"], context["odd_pluriel"]) == (["4", "8"], "4 et 8", True)
    assert (context["annee"], context["date_effet"]) == ("2017", "")


def test_an_action_of_which_little_is_known_asks_for_the_rest() -> None:
    context = in_french(action_view(action(odd=[4], date_effet="2017-06-01")))
    assert context["objet"] == Blank("objet de l’action")
    assert context["periode"] == Blank("dates de l’action")
    assert context["service_referent"] == ""
    assert (context["odd_liste"], context["odd_pluriel"]) == ("4", False)
    assert context["date_effet"] == "1er\u00a0juin 2017"


def test_an_action_without_goals_lists_none() -> None:
    context = in_french(action_view(action()))
    assert (context["odd"], context["odd_liste"], context["odd_pluriel"]) == ([], "", False)


def test_an_activity_of_one_day_lasts_that_day() -> None:
    (view,) = activity_views(action(activites=[{"intitule": "Forum", "debut": "2017-05-02"}]))
    context = in_french(view)
    assert (context["rang"], context["periode"]) == ("1", "le 2\u00a0mai 2017")
    assert context["lieu"] == Blank("lieu de l’activité 1")
    assert (context["description"], context["public"]) == ("", "")


def test_what_a_draft_has_none_of_is_shown_once_to_fill_in() -> None:
    (activity,) = activity_views(action())
    assert in_french(activity)["intitule"] == Blank("intitulé de l’activité 1")
    (indicator,) = indicator_views(action())
    assert in_french(indicator) == {
        "rang": "1",
        "libelle": Blank("indicateur 1"),
        "unite": Blank("unité de l’indicateur 1"),
        "depart": Blank("valeur de départ de l’indicateur 1"),
        "cible": Blank("cible de l’indicateur 1"),
        "source": Blank("source de l’indicateur 1"),
    }


@pytest.mark.parametrize(
    ("meetings", "words", "plural"),
    [(1, "une", False), (2, "deux", True), (0, None, False), (None, None, False)],
)
def test_a_committee_meets_so_many_times(meetings: int | None, words: str | None, plural: bool) -> None:
    view = committee_view(SteeringCommittee.model_validate({"membres": ["Maire"], "reunions_par_an": meetings}))
    assert view is not None
    context = in_french(view)
    assert context["reunions"] == (words or Blank("nombre de réunions du comité"))
    assert (context["pluriel"], context["membres"]) == (plural, ["Maire"])


def test_an_action_without_a_committee_has_none() -> None:
    assert committee_view(None) is None


def test_an_evaluation_is_blank_until_it_is_settled() -> None:
    assert in_french(evaluation_view(None)) == {
        "rapport": Blank("date du rapport d’évaluation"),
        "communication": False,
    }
    settled = Evaluation.model_validate({"rapport": "2018-03-01", "communication_assemblees": "oui"})
    assert in_french(evaluation_view(settled)) == {"rapport": "1er\u00a0mars 2018", "communication": True}


def test_the_clauses_tell_notice_and_court() -> None:
    clauses = OptionalClauses.model_validate(
        {"preavis_resiliation_mois": 2, "tribunal": "tribunal administratif de Dijon", "donnees_personnelles": "oui"}
    )
    context = in_french(clause_choices_view(clauses))
    assert (context["preavis"], context["tribunal"]) == ("deux mois", "le tribunal administratif de Dijon")
    assert context["donnees_personnelles"] is True
    unknown = in_french(clause_choices_view(OptionalClauses()))
    assert (unknown["preavis"], unknown["tribunal"]) == (Blank("préavis de résiliation"), Blank("tribunal compétent"))


def told(*versions: tuple[str, str]) -> Context:
    listed = [LanguageVersion.model_validate({"langue": language, "statut": status}) for language, status in versions]
    return in_french(languages_view("français", tuple(listed)))


def test_the_version_in_the_language_of_the_framework_is_no_other() -> None:
    context = told(("français", "fait_foi"))
    assert (context["seul"], context["autres"], context["autres_liste"]) == (True, [], "")
    assert (context["fait_foi"], context["traduction"]) == (False, False)


@pytest.mark.parametrize(
    ("statuses", "holds"),
    [
        (("fait_foi", "fait_foi"), {"fait_foi"}),
        (("traduction",), {"traduction"}),
        (("le_francais_prevaut", "traduction"), {"francais_prevaut"}),
        (("fait_foi", "traduction"), set()),
    ],
)
def test_what_other_versions_are_worth_is_told_together(statuses: tuple[str, ...], holds: set[str]) -> None:
    languages = ("arabe", "berbère")
    context = told(*zip(languages, statuses, strict=False))
    assert {name for name in ("fait_foi", "francais_prevaut", "traduction") if context[name]} == holds
    assert context["autres_liste"] == " et ".join(languages[: len(statuses)])
