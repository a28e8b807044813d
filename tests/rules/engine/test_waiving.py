"""Waivers: a decision sets a rule aside for one action, when somebody answers for it."""

import pytest

from generator.findings import Severity
from generator.model.kind import Stage
from generator.rules import barring, check
from tests.support.rule_cases import case_with, plain

WAIVER = {"decide_par": "Madame la Maire", "date": "2025-04-01", "motif": "accord des parties"}


def test_a_waiver_lists_what_it_sets_aside_and_bars_no_more() -> None:
    case = case_with(action={"indicateurs": "", "derogations": [{"regle": "CC050", **WAIVER}]})
    (finding,) = check(case, final=True)
    assert finding.severity is Severity.WAIVED
    assert plain(finding.message) == (
        "Aucun indicateur n’est défini. Dérogation du 1er avril 2025 (Madame la Maire) : accord des parties"
    )
    assert not any(barring([finding], stage) for stage in Stage)


def test_a_backquote_in_what_people_typed_quotes_nothing() -> None:
    waiver = {"regle": "CC050", **WAIVER, "motif": "voir `note`"}
    case = case_with(action={"indicateurs": "", "derogations": [waiver]})
    assert check(case, final=True)[0].message.endswith("voir `note`")


def test_a_waiver_also_lifts_a_warning() -> None:
    case = case_with(action={"odd": "", "derogations": [{"regle": "CG031", **WAIVER}]})
    assert [finding.severity for finding in check(case, final=True)] == [Severity.WAIVED]


def test_what_is_waived_heads_the_findings() -> None:
    case = case_with(action={"odd": "", "indicateurs": "", "derogations": [{"regle": "CC050", **WAIVER}]})
    findings = check(case, final=True)
    assert [finding.code for finding in findings] == ["CC050", "CG031"]
    assert findings[0].place.order > findings[1].place.order


@pytest.mark.parametrize("missing", sorted(WAIVER))
def test_an_incomplete_waiver_lifts_nothing(missing: str) -> None:
    waiver = {"regle": "CC050", **WAIVER, missing: ""}
    findings = check(case_with(action={"indicateurs": "", "derogations": [waiver]}), final=True)
    assert {finding.code: finding.severity for finding in findings} == {
        "CC050": Severity.ERROR,
        "CO091": Severity.WARNING,
    }


def test_what_no_waiver_lifts_stays_an_error() -> None:
    case = case_with(action={"axe": "culture", "derogations": [{"regle": "CC030", **WAIVER}]})
    findings = check(case, final=True)
    assert {finding.code: finding.severity for finding in findings} == {
        "CC030": Severity.ERROR,
        "CO092": Severity.WARNING,
    }


def test_an_unknown_rule_is_guessed_at() -> None:
    case = case_with(action={"derogations": [{"regle": "CC50", **WAIVER}]})
    (finding,) = check(case, final=True)
    assert "Vouliez-vous dire «\u00a0CC050\u00a0»" in finding.fix
