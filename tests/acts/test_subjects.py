"""For what documents are made."""

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.subjects import SUBJECTS, Ground, NothingBesidesView, slug
from generator.acts.views.shared_view import shared_of
from generator.acts.year_planning import YEAR_SUBJECTS
from generator.case.orders_issued import order_recipients
from generator.case.records import Case
from generator.model.kind import Subject
from tests.acts.examples import example, with_action


def subjects(subject: Subject, case: Case | None = None) -> list[str]:
    case = case or example()
    made = SUBJECTS[subject]
    told = list(made.made(Ground(case, shared_of(case, draft=True), Noun("convention spécifique"))))
    assert all(type(view) is made.view for _, view in told)
    return [name for name, _ in told]


def test_every_subject_has_its_view() -> None:
    assert set(SUBJECTS) | set(YEAR_SUBJECTS) == set(Subject)
    assert {subject for subject in Subject if subject.is_of_a_year} == set(YEAR_SUBJECTS)


def test_the_action_and_its_framework_are_one_subject_without_a_name() -> None:
    assert subjects(Subject.ACTION) == subjects(Subject.FRAMEWORK) == [""]
    assert NothingBesidesView.attributes == {}


def test_each_officer_on_a_mission_is_named_after_both() -> None:
    mission, officer = order_recipients(example())[0]
    (name,) = subjects(Subject.OFFICER_MISSION)
    assert name == "-".join((mission.id, slug(officer.surname or ""), slug(officer.given_name or "")))


@pytest.mark.parametrize("unnamed", [False, True], ids=["of one name", "without"])
def test_two_officers_of_one_name_or_without_have_two_orders(unnamed: bool) -> None:
    case = example()
    mission, officer = order_recipients(case)[0]
    nothing = {"surname": None, "given_name": None, "order_number": None}
    who = officer.model_copy(update=nothing if unnamed else {})
    doubled = mission.model_copy(update={"travellers": (who, who)})
    namesake = doubled.model_copy(update={"id": f"{mission.id}-2", "travellers": (who,)})
    names = subjects(Subject.OFFICER_MISSION, with_action(case, missions=(doubled, namesake)))
    first = mission.id if unnamed else "-".join((mission.id, slug(who.surname or ""), slug(who.given_name or "")))
    assert names[:2] == [first, f"{first}-2"]
    assert len(set(names)) == 3


def orders_of(*travellers: dict[str, str], missions: tuple[str, ...] = ("M1",)) -> list[str]:
    case = example()
    mission, officer = order_recipients(case)[0]
    who = tuple(officer.model_copy(update=names) for names in travellers)
    made = tuple(mission.model_copy(update={"id": identifier, "travellers": who}) for identifier in missions)
    return subjects(Subject.OFFICER_MISSION, with_action(case, missions=made))


def test_names_that_differ_by_an_accent_have_two_orders() -> None:
    claire = {"given_name": "Claire"}
    assert orders_of({"surname": "Gabarit", **claire}, {"surname": "Gàbarit", **claire}) == [
        "M1-gabarit-claire",
        "M1-gabarit-claire-2",
    ]


def test_names_in_other_letters_are_told_by_the_number_of_the_order() -> None:
    first = {"surname": "العلوي", "given_name": "أمينة", "order_number": "OM-2017-0101"}
    second = {"surname": "بناني", "given_name": "يوسف", "order_number": "OM-2017-0102"}
    assert orders_of(first, second) == ["M1-om-2017-0101", "M1-om-2017-0102"]
    assert orders_of(first, second | {"order_number": ""}) == ["M1-om-2017-0101", "M1"]
    assert orders_of(first, second | {"order_number": "OM-2017-0101"})[1] == "M1-om-2017-0101-2"


def test_missions_that_differ_by_case_alone_do_not_share_a_file() -> None:
    names = orders_of({"surname": "Gabarit", "given_name": "Claire"}, missions=("M1", "m1"))
    assert names == ["M1-gabarit-claire", "m1-gabarit-claire-2"]


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
