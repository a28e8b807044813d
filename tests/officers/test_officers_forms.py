"""What ten officers typed: everything wrong is told, nothing else is, and what they mend gives acts that read right.

``typed`` holds each form as its officer typed it, ``mended`` the same one mended as the messages say. ``findings.yaml``
says what is told of both, ``faults.yaml`` which faults they hold between them. The acts of the mended forms are kept
under ``tests/golden/officers`` and read aloud when they change: ``pytest tests/officers --update-golden``.
"""

import pytest

from tests.support.golden_texts import compare
from tests.support.officers_forms import MENDED, NUMBERS, TYPED, acts, table, told
from tests.support.places import GOLDEN, OFFICERS
from tests.support.reading import plain
from tests.support.sentences_read import faults_in

FAULTS = table("faults")


@pytest.mark.parametrize("state", [TYPED, MENDED])
@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_told_of_a_form_is_true_and_nothing_is_missing(number: str, state: str) -> None:
    assert list(told(state, number)) == table("findings")[state][number]


def test_each_form_is_mended() -> None:
    forms = {state: {path.stem for path in (OFFICERS / state).iterdir()} for state in (TYPED, MENDED)}
    assert forms == {TYPED: set(NUMBERS), MENDED: set(NUMBERS)}


def test_nothing_forbids_the_final_acts_of_a_mended_form() -> None:
    assert [line for number in NUMBERS for line in told(MENDED, number) if line.endswith(" erreur")] == []


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if "code" in fault], ids=lambda fault: fault["faute"])
def test_a_fault_is_told_at_its_place(fault: dict[str, str]) -> None:
    lines = told(TYPED, fault["formulaire"])
    assert any(line.startswith(f"{fault['code']} {fault['chemin']} ") for line in lines)


@pytest.mark.parametrize("fault", [fault for fault in FAULTS if "acte" in fault], ids=lambda fault: fault["faute"])
def test_a_fault_that_can_be_fitted_is_fitted(fault: dict[str, str]) -> None:
    text = plain("\n".join(acts(TYPED, fault["formulaire"]).values()))
    assert fault["acte"] in text
    assert fault.get("jamais", "\0") not in text


@pytest.mark.parametrize("number", NUMBERS)
def test_no_paragraph_of_an_act_leads_nowhere(number: str) -> None:
    assert {name: list(faults_in(text)) for name, text in acts(MENDED, number).items() if list(faults_in(text))} == {}


def test_the_acts_say_what_was_read_aloud(request: pytest.FixtureRequest) -> None:
    found = {name: text for number in NUMBERS for name, text in acts(MENDED, number).items()}
    compare(found, GOLDEN / "officers", update=request.config.getoption("--update-golden"))
