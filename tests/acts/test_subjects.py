"""For what documents are made."""

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.subjects import SUBJECTS, Ground, NothingBesidesView, slug
from generator.acts.views.shared_view import shared_of
from generator.case.orders_issued import order_recipients
from generator.model.kind import Subject
from tests.acts.examples import example


def subjects(subject: Subject, number: str = "2017-01") -> list[str]:
    case = example(number)
    made = SUBJECTS[subject]
    told = list(made.made(Ground(case, shared_of(case, draft=True), Noun("convention spécifique"))))
    assert all(type(view) is made.view for _, view in told)
    return [name for name, _ in told]


def test_every_subject_has_its_view() -> None:
    assert set(SUBJECTS) == set(Subject)


def test_the_action_and_its_framework_are_one_subject_without_a_name() -> None:
    assert subjects(Subject.ACTION) == subjects(Subject.FRAMEWORK) == [""]
    assert NothingBesidesView.attributes == {}


def test_each_officer_on_a_mission_is_named_after_both() -> None:
    mission, officer = order_recipients(example())[0]
    (name,) = subjects(Subject.OFFICER_MISSION)
    assert name == "-".join((mission.id, slug(officer.surname or ""), slug(officer.given_name or "")))


def test_each_original_is_named_by_its_rank() -> None:
    assert subjects(Subject.ORIGINAL) == [str(rank) for rank in range(1, len(example().action.originals) + 1)]


def test_each_addressee_has_a_name_of_its_own() -> None:
    names = subjects(Subject.ADDRESSEE)
    assert len(names) > 1
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("name", "short"),
    [("Gabarit", "gabarit"), ("Étienne de l’Île", "etienne-de-lile"), ("O'Neill-Roy", "o-neill-roy"), ("", "")],
)
def test_a_name_becomes_a_part_of_a_file_name(name: str, short: str) -> None:
    assert slug(name) == short
