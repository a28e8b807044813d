"""Every rule against its cases, at each boundary."""

import pytest

from generator.findings import Severity
from generator.rules import RULES, check, check_framework, check_settings, check_year
from tests.support.reading import plain
from tests.support.rule_cases import FOLDER, RuleCase, base_case, base_year, findings_of, rule_cases

CODES = [rule.code for rule in RULES]


def test_the_base_has_nothing_that_a_rule_refuses() -> None:
    assert check(base_case(), final=True) == []
    assert check(base_case(), final=False) == []
    assert check_framework(base_case(), final=True) == []
    assert check_settings(base_case(), final=True) == []
    assert check_year(base_year(), final=True) == []
    assert check_year(base_year(), final=False) == []


@pytest.mark.parametrize("case", rule_cases(), ids=str)
def test_a_case_is_refused_at_its_place_or_admitted(case: RuleCase) -> None:
    built = case.build()
    findings = findings_of(case.code, built, final=True)
    own = [finding for finding in findings if finding.code == case.code]
    assert [(finding.path, finding.place) for finding in own] == [
        (expected.path, case.place(expected)) for expected in case.refused
    ]
    for finding, expected in zip(own, case.refused, strict=True):
        assert expected.words in plain(finding.message)
        assert finding.fix
        assert finding.citation
    assert {finding.code for finding in findings if finding.code != case.code} == case.also


@pytest.mark.parametrize("case", [case for case in rule_cases() if case.refused], ids=str)
def test_a_refusal_has_the_severity_of_its_rule_in_drafts_and_finals(case: RuleCase) -> None:
    rule = next(rule for rule in RULES if rule.code == case.code)
    for final, severity in ((False, rule.draft), (True, rule.final)):
        findings = findings_of(case.code, case.build(), final=final)
        found = [finding.severity for finding in findings if finding.code == case.code]
        assert set(found) <= {severity, Severity.WAIVED}


@pytest.mark.parametrize("code", CODES)
def test_a_rule_has_a_case_refused_and_a_case_admitted(code: str) -> None:
    cases = [case for case in rule_cases() if case.code == code]
    assert any(case.refused for case in cases)
    assert any(not case.refused for case in cases)


def test_every_file_of_cases_is_that_of_a_rule() -> None:
    assert {path.stem for path in FOLDER.glob("*.yaml")} == set(CODES)
    assert len(set(CODES)) == len(CODES)
