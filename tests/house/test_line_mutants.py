"""No slip of the list passes unseen, and the list does not rot."""

from pathlib import Path

import pytest

from tests.mutants.line_mutants import Fate, LineMutant, copy_of_the_tree, fate_of, faults_without_mutant, listed
from tests.support.places import ROOT
from tests.support.scale import in_full_only

MUTANTS = listed()
NOTICED = [mutant for mutant in MUTANTS if not mutant.is_awaited]


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tree, sound again after each mutant."""
    return copy_of_the_tree(tmp_path_factory.mktemp("mutants") / "tree")


@pytest.mark.parametrize("mutant", MUTANTS, ids=str)
def test_a_listed_line_stands_once_where_the_list_says(mutant: LineMutant) -> None:
    assert mutant.count_in(ROOT) == 1
    assert mutant.becomes != mutant.line
    assert all((ROOT / test.partition("::")[0]).exists() for test in mutant.tests)


def test_each_slip_is_listed_once() -> None:
    assert len({(mutant.file, mutant.line, mutant.becomes) for mutant in MUTANTS}) == len(MUTANTS)
    assert len(set(map(str, MUTANTS))) == len(MUTANTS)


@in_full_only
def test_the_tests_that_must_notice_pass_without_a_mutant() -> None:
    assert faults_without_mutant(NOTICED) == ""


@in_full_only
@pytest.mark.parametrize("mutant", NOTICED, ids=str)
def test_a_slip_fails_a_test(mutant: LineMutant, tree: Path) -> None:
    assert fate_of(mutant, tree) is Fate.KILLED
