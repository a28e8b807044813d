"""A rule that found nothing, or a boundary that moved by one day or one cent, would not pass unseen."""

import pytest

from generator.rules import RULES, AnyRule
from tests.mutants.rule_mutants import Mutant, boundaries, killer_of_shifted, killers_of_emptied
from tests.support.scale import every_tenth


@pytest.mark.parametrize("rule", every_tenth(RULES, name=lambda rule: rule.code))
def test_a_rule_that_finds_nothing_fails_a_case_of_its_own(rule: AnyRule) -> None:
    assert any(case.refused for case in killers_of_emptied(rule))


@pytest.mark.parametrize("boundary", every_tenth(list(boundaries()), name=str))
def test_a_boundary_that_moves_fails_a_case_of_its_module(boundary: Mutant) -> None:
    assert killer_of_shifted(boundary)
