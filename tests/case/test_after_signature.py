"""What follows the signature: transmission, first payment, departures, end, report."""

from dataclasses import replace
from datetime import date

from generator.case.after_signature import Following, FollowingStep, entry_into_force, following_steps, transmission_day
from generator.case.records import Case
from generator.model import Law
from tests.support.rule_cases import base_case, case_with


def only(case: Case, kind: Following) -> FollowingStep:
    (step,) = [step for step in following_steps(case) if step.kind is kind]
    return step


def kinds(case: Case) -> list[Following]:
    return [step.kind for step in following_steps(case)]


def test_the_transmission_of_the_act_comes_first_and_each_mission_departs() -> None:
    assert kinds(base_case()) == [
        Following.TRANSMISSION,
        Following.FIRST_PAYMENT,
        Following.DEPARTURE,
        Following.DEPARTURE,
        Following.END,
        Following.REPORT,
    ]


def test_nothing_is_transmitted_where_no_party_s_law_asks_for_it() -> None:
    assert Following.TRANSMISSION not in kinds(replace(base_case(), law=Law()))


def test_nothing_is_paid_where_no_payment_is_planned() -> None:
    assert Following.FIRST_PAYMENT not in kinds(case_with(action={"versements": ""}))


def test_a_transmission_is_planned_then_proved_by_its_receipt_and_due_when_all_have_signed() -> None:
    planned = only(base_case(), Following.TRANSMISSION)
    assert (planned.day, planned.planned, planned.due) == (None, date(2025, 4, 18), date(2025, 4, 15))
    done = {"transmission.faite": {"date": "2025-04-17", "accuse_reception": "AR-9"}}
    sent = only(case_with(action=done), Following.TRANSMISSION)
    assert (sent.day, sent.receipt) == (date(2025, 4, 17), "AR-9")
    unproved = only(case_with(action={"transmission.faite": {"date": "2025-04-17"}}), Following.TRANSMISSION)
    assert unproved.day is None


def test_the_act_enters_into_force_on_the_day_of_its_transmission_done_else_planned() -> None:
    assert transmission_day(base_case()) == date(2025, 4, 18)
    assert transmission_day(case_with(action={"transmission.faite": {"date": "2025-04-17"}})) == date(2025, 4, 17)
    assert transmission_day(case_with(action={"transmission": ""})) is None


def test_the_first_payment_is_the_earliest_that_has_a_day() -> None:
    later = {"payeur": "valmont", "montant": "1.00", "echeance": "2025-07-01"}
    earlier = later | {"echeance": "2025-05-20"}
    undated = later | {"echeance": "", "evenement": "à la remise du rapport"}
    case = case_with(action={"versements": [undated, later, earlier]})
    assert only(case, Following.FIRST_PAYMENT).planned == date(2025, 5, 20)
    assert only(case_with(action={"versements": [undated]}), Following.FIRST_PAYMENT).planned is None


def test_departures_the_end_and_the_report_have_the_days_of_the_action() -> None:
    departures = [step for step in following_steps(base_case()) if step.kind is Following.DEPARTURE]
    assert [(step.mission.id if step.mission else "", step.planned) for step in departures] == [
        ("M1", date(2025, 5, 12)),
        ("M2", date(2025, 10, 6)),
    ]
    assert only(base_case(), Following.END).planned == date(2025, 12, 15)
    assert not [step for step in following_steps(base_case()) if step.day]
    assert only(base_case(), Following.REPORT).planned == date(2026, 1, 30)
    assert only(case_with(action={"evaluation": ""}), Following.REPORT).planned is None


def test_the_agreement_is_in_force_once_transmitted_and_never_before_the_last_signature() -> None:
    assert entry_into_force(base_case()) == date(2025, 4, 18)
    assert entry_into_force(case_with(action={"transmission": ""})) == date(2025, 4, 15)
    assert entry_into_force(case_with(action={"transmission": "", "signature.date": ""})) is None
