"""The documents of a year: what they are made of, what their templates may read, and what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.acts.catalogue import CatalogueEntry, Type, catalogue_of, values_of
from generator.acts.planning import plan_documents
from generator.artifacts import Blank, Chart
from generator.case.year import ActionExtract, YearRecord
from generator.french import amount_in_figures
from generator.rendering import extract_text
from generator.shelf import Shelf
from generator.workspace import Workspace
from tests.acts.examples import WORKSPACE, example
from tests.acts.years import example_record, planned_record, reported_record, requests, with_first, year_in
from tests.support.golden_texts import compare
from tests.support.package_lint import faults_of
from tests.support.places import GOLDEN
from tests.support.sentences_read import faults_in
from tests.support.workspaces import OTHER_FRAMEWORKS, copy_other_framework, kinds_of

YEAR_KINDS = sorted(name for name, kind in kinds_of(WORKSPACE).items() if kind.subject.is_of_a_year)
ADMITTED: Mapping[Type, type] = {
    Type.TEXT: str,
    Type.CHART: Chart,
    Type.YES_NO: bool,
    Type.GROUP: Mapping,
    Type.TEXTS: list,
    Type.GROUPS: list,
}


def programme(record: YearRecord) -> Any:
    [request] = requests(record, "programme_annuel")
    return request.context["programme"]


def texts(record: YearRecord, *, draft: bool = True) -> dict[str, str]:
    documents = Shelf.of(WORKSPACE).render(requests(record, *YEAR_KINDS, draft=draft), draft=draft)
    assert {document.name: found for document in documents if (found := faults_of(document.content))} == {}
    return {
        f"{document.name}.txt": extract_text(document.content, headers_and_footers=True) + "\n"
        for document in documents
    }


def test_no_document_of_a_year_is_made_from_an_action() -> None:
    planned = plan_documents(example(), kinds_of(WORKSPACE), draft=True, only=YEAR_KINDS)
    assert planned == []
    assert not {request.kind for request in requests(example_record())} - set(YEAR_KINDS)


def test_what_the_documents_say_was_read_by_eye(request: pytest.FixtureRequest) -> None:
    compare(texts(reported_record()), GOLDEN / "annee-2017", update=request.config.getoption("--update-golden"))


def test_final_documents_of_the_example_lack_nothing() -> None:
    assert not [name for name, text in texts(reported_record(), draft=False).items() if "à compléter" in text]


def test_documents_of_an_empty_year_show_what_is_missing() -> None:
    empty = replace(example_record(), actions=(), programme=None)
    found = texts(empty)
    assert [name for name, text in found.items() if "à compléter" not in text] == ["bilan_renouvellement.txt"]
    assert "ne porte sur aucune action" in found["bilan_renouvellement.txt"]


# French that one may sign, whatever is left out


def faults(record: YearRecord) -> list[tuple[str, str, str]]:
    return [(name, *fault) for name, text in texts(record).items() for fault in faults_in(text)]


def test_each_paragraph_is_a_sentence_whether_the_year_is_over_planned_or_empty() -> None:
    alone = replace(example_record(), actions=example_record().actions[:1], is_whole=False)
    empty = replace(example_record(), actions=(), programme=None)
    for record in (reported_record(), example_record(), in_2016(reported_record()), alone, empty):
        assert faults(record) == []


@pytest.mark.parametrize("field", [field for field in fields(ActionExtract) if field.default is not MISSING])
def test_whatever_an_action_leaves_out_each_paragraph_is_a_sentence(field: Field[object]) -> None:
    assert faults(with_first(reported_record(), **{field.name: field.default})) == []


@pytest.mark.parametrize("field", ["common_objective", "voted_credits", "sessions"])
def test_whatever_the_programme_leaves_out_each_paragraph_is_a_sentence(field: str) -> None:
    programme = reported_record().programme
    assert programme is not None
    changed = programme.model_copy(update={field: type(getattr(programme, field))()})
    assert faults(replace(reported_record(), programme=changed)) == []


@pytest.mark.parametrize("name", OTHER_FRAMEWORKS)
def test_under_any_framework_each_paragraph_is_a_sentence(name: str, tmp_path: Path) -> None:
    root = copy_other_framework(name, tmp_path)
    record = year_in(root / "inputs/2025", Workspace(root))
    assert faults(record) == []
    assert all("2025" in text for text in texts(record).values())


# The catalogue


@pytest.fixture(scope="module")
def observed() -> dict[str, dict[str, list[object]]]:
    found: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    empty = replace(example_record(), actions=(), programme=None)
    alone = replace(example_record(), actions=example_record().actions[:1])
    for record in (reported_record(), with_first(reported_record(), axis="inconnu"), example_record(), alone, empty):
        for request in requests(record, *YEAR_KINDS):
            for path, value in values_of(request.context):
                found[request.kind][path].append(value)
    return found


def entry_of(entries: Mapping[str, CatalogueEntry], path: str) -> CatalogueEntry | None:
    parent = path.rpartition(".")[0]
    return entries.get(path) or entries.get(f"{parent}.*") or entries.get(f"{parent}[]")


@pytest.mark.parametrize("kind", YEAR_KINDS)
def test_every_value_has_a_meaning_and_is_of_its_type(kind: str, observed: dict[str, dict[str, list[object]]]) -> None:
    entries = catalogue_of(kinds_of(WORKSPACE)[kind])
    for path, values in observed[kind].items():
        entry = entry_of(entries, path)
        assert entry is not None, path
        for value in values:
            assert value is None or value is False or isinstance(value, (Blank, ADMITTED[entry.type])), path


@pytest.mark.parametrize("kind", YEAR_KINDS)
def test_every_meaning_has_a_value(kind: str, observed: dict[str, dict[str, list[object]]]) -> None:
    entries = catalogue_of(kinds_of(WORKSPACE)[kind])
    seen = {entry.key for path in observed[kind] if (entry := entry_of(entries, path))}
    own = [entry for entry in entries.values() if not entry.path.startswith(("convention", "art", "annexe"))]
    assert sorted(entry.path for entry in own if entry.key not in seen) == []


# What the programme tells


def test_totals_of_the_year_are_those_of_its_actions_and_of_its_contributors() -> None:
    record = example_record()
    [budget] = programme(record)["budgets"]
    expenses = sum((action.expenses for action in record.actions if action.expenses), Decimal())
    assert budget["depenses"] == budget["ressources"] == amount_in_figures(expenses, "EUR")
    assert budget["equilibre"] is True
    drawn = sum((value for series in budget["graphique_axes"].series for value in series.values), Decimal())
    assert drawn == expenses


def test_a_budget_is_told_apart_for_each_currency() -> None:
    record = with_first(example_record(), currency="MAD")
    assert [budget["devise"] for budget in programme(record)["budgets"]] == ["dirhams", "euros"]


def test_an_unknown_amount_is_not_counted_and_is_said() -> None:
    told = programme(with_first(example_record(), expenses=None))
    assert told["budgets"][0]["partiel"] is True
    assert told["budgets"][0]["equilibre"] is False
    assert isinstance(told["actions"][0]["budget"], Blank)
    assert any("un montant n’est pas connu" in point for point in told["vigilance"])


def test_a_year_is_not_balanced_by_what_nobody_knows() -> None:
    first = example_record().actions[0]
    unknown = tuple(replace(line, value=None) for line in first.contributions)
    [budget] = programme(with_first(example_record(), expenses=None, contributions=unknown))["budgets"]
    assert budget["depenses"] == budget["ressources"]
    assert budget["equilibre"] is False


def test_signed_words_stay_as_they_are_in_charts_and_all_others_are_typeset() -> None:
    record = example_record()
    first, *others = record.framework.axes
    signed = first.model_copy(update={"label": "L'emploi : tous"})
    framework = record.framework.model_copy(update={"axes": (signed, *others)})
    [budget] = programme(replace(record, framework=framework))["budgets"]
    assert budget["graphique_axes"].categories[0] == "L'emploi : tous"
    assert budget["graphique_axes"].description.startswith("Graphique\u00a0: budget")


def test_actions_stand_under_their_axes_and_none_is_lost() -> None:
    told = programme(with_first(example_record(), axis="inconnu"))
    listed = [action["numero"] for axis in told["axes"] for action in axis["actions"]]
    assert [action["numero"] for action in told["sans_axe"]] == ["2017-01"]
    assert sorted([*listed, "2017-01"]) == [action["numero"] for action in told["actions"]]


def test_actions_of_another_framework_are_not_told() -> None:
    told = programme(with_first(example_record(), framework="autre"))
    assert "2017-01" not in [action["numero"] for action in told["actions"]]
    assert told["nombre"] == "cinq actions"


def test_sessions_come_by_date_and_those_without_come_last() -> None:
    record = example_record()
    assert record.programme is not None
    first, *others = record.programme.sessions
    sessions = (first.model_copy(update={"day": None}), *others)
    changed = replace(record, programme=record.programme.model_copy(update={"sessions": sessions}))
    told = programme(changed)["seances"]
    assert isinstance(told[-1]["date"], Blank)
    assert [each["depot"] for each in told[:2]] == ["9\u00a0janvier\u00a02017", "24\u00a0février\u00a02017"]


def test_missions_stand_under_the_party_that_sends() -> None:
    told = programme(example_record())
    assert [len(party["missions"]) for party in told["parties"]] == [6, 6]
    assert {mission["destination"] for mission in told["parties"][0]["missions"]} == {"Chefchaouen"}


# What the year gave


def results(record: YearRecord) -> Any:
    return programme(record)["resultats"]


def test_gaps_are_told_between_numbers_alone() -> None:
    measured = [each["ecart"] for action in results(reported_record())["actions"] for each in action["indicateurs"]]
    assert measured[:4] == ["0", "+1", "+350", "−4"]
    assert measured[13] == ""  # « trois » against « 4 »


def test_what_was_spent_is_compared_with_what_was_planned() -> None:
    [budget] = results(reported_record())["budgets"]
    assert (budget["prevu"], budget["realise"]) == ("105\u202f840,00\u00a0€", "100\u202f125,40\u00a0€")
    assert (budget["ecart"], budget["taux"]) == ("−5\u202f714,60\u00a0€", "95\u202f%")
    assert budget["graphique"].series[1].values[1] == Decimal("22115.00")
    assert budget["partiel"] is False


def test_before_the_end_of_a_year_nothing_is_told_of_it_but_blanks() -> None:
    told = results(planned_record())
    assert told["sans_bilan"] == [action.number for action in planned_record().actions]
    assert told["mesures"] == "0 indicateur sur 21"
    assert told["budgets"][0]["graphique"] is False
    assert isinstance(told["actions"][0]["realise"], Blank)
    assert isinstance(told["actions"][0]["indicateurs"][0]["constate"], Blank)


def test_an_amount_spent_that_no_rate_converts_makes_the_sum_partial() -> None:
    first = reported_record().actions[0]
    spent = tuple(replace(line, value=None) for line in first.spent)
    [budget] = results(with_first(reported_record(), spent=spent))["budgets"]
    assert budget["partiel"] is True
    assert budget["realise"] == "83\u202f670,00\u00a0€"


def test_conclusions_stand_under_their_action_in_the_order_in_which_they_were_typed() -> None:
    first, second, *_ = results(reported_record())["actions"]
    assert len(first["recommandations"]) == 2
    assert first["decisions"] == ["reconduire l’action l’année suivante"]
    assert second["decisions"] == []


# What the whole convention gave


def review(record: YearRecord) -> Any:
    [request] = requests(record, "bilan_renouvellement")
    return request.context["bilan"]


def in_2016(record: YearRecord) -> YearRecord:
    """The year with a former one, of which one action is under another framework."""
    first, second, *_ = record.actions
    former = (replace(first, number="2016-01"), replace(second, number="2016-02", framework="autre"))
    return replace(record, former=former)


def test_former_years_count_in_the_review_and_not_in_the_year() -> None:
    record = in_2016(reported_record())
    told = review(record)
    assert told["annees"] == ["2016", "2017"]
    assert told["nombre"] == "sept actions"
    [budget] = told["budgets"]
    assert [year["actions"] for year in budget["annees"]] == ["1", "6"]
    assert budget["graphique"].series[1].values == (Decimal("16455.40"), Decimal("100125.40"))
    assert programme(record)["nombre"] == "six actions"


def test_axes_that_no_action_served_are_named_word_for_word() -> None:
    alone = replace(reported_record(), actions=reported_record().actions[:1])
    assert review(alone)["axes_sans_action"] == [axis.label for axis in alone.framework.axes[1:]]
    assert review(reported_record())["axes_sans_action"] == []


# What deserves attention


def points(record: YearRecord) -> list[str]:
    listed: list[str] = programme(record)["vigilance"]
    return [point.replace("\u00a0", " ").replace("\u202f", " ") for point in listed]


def test_only_what_the_data_tell_deserves_attention() -> None:
    assert [point[:44] for point in points(example_record())] == ["Action n° 2017-03 : l’apport de 8 000,00 € d"]


def test_expenses_that_differ_from_resources_are_said() -> None:
    spent = example_record().actions[0].expenses
    assert spent is not None
    higher, lower = (points(with_first(example_record(), expenses=spent + gap)) for gap in (Decimal(1), Decimal(-1)))
    assert "Action n° 2017-01 : les dépenses dépassent les ressources de 1,00 €." in higher
    assert "Action n° 2017-01 : les dépenses sont inférieures aux ressources de 1,00 €." in lower


def test_credits_count_in_their_currency_and_cash_alone_is_charged_to_them() -> None:
    record = example_record()
    assert record.programme is not None
    cash = sum(
        (line.value or Decimal())
        for action in record.actions
        for line in action.contributions
        if line.origin == "dijon" and line.nature == "numeraire"
    )
    for voted, is_said in ((cash, False), (cash - Decimal("0.01"), True)):
        credit = record.programme.voted_credits[0].model_copy(update={"amount": voted})
        changed = replace(record, programme=record.programme.model_copy(update={"voted_credits": (credit,)}))
        assert any("dépassent les crédits votés" in point for point in points(changed)) is is_said


def test_a_signature_before_the_vote_is_said_and_one_of_the_same_day_is_not() -> None:
    first = example_record().actions[0]
    planned = next(each for each in first.signatures if each.body == "dijon")
    for days, is_said in ((0, False), (1, True)):
        votes = tuple(
            replace(vote, day=planned.day + timedelta(days=days)) if vote.party == "dijon" else vote
            for vote in first.votes
        )
        found = points(with_first(example_record(), votes=votes))
        assert any("avant sa délibération" in point for point in found) is is_said


def test_actions_without_indicators_and_axes_without_actions_are_said() -> None:
    found = points(with_first(example_record(), indicators=(), axis="rayonnement"))
    assert any(point.startswith("Action n° 2017-01 : aucun indicateur") for point in found)
    alone = replace(example_record(), actions=example_record().actions[:1])
    assert sum("Aucune action de l’année ne relève" in point for point in points(alone)) == 4


def test_a_year_without_days_has_no_planned_signature() -> None:
    told = programme(with_first(example_record(), signatures=(), start=date(2017, 5, 2), end=date(2017, 5, 1)))
    assert told["actions"][0]["signatures"] == []
    assert isinstance(told["actions"][0]["periode"], Blank)
