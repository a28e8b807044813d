"""Settings and fixtures that all tests share, and what a plain run says of the proofs that it leaves out."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.scale import left_out_words, proofs_among
from tests.support.workspaces import OTHER_ACTION, Made, copy_other_framework, copy_shipped, make_documents

settings.register_profile("parafe", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("parafe")

LEFT_OUT = pytest.StashKey[int]()
_OF_WORKER = "proofs left out"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden texts; read the difference")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[LEFT_OUT] = 0


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count the proofs left out by their size alone: whoever names tests with ``-k`` knows what is left out."""
    config = items[0].config
    if not config.option.keyword:
        config.stash[LEFT_OUT] += proofs_among(items)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the count of a worker to the process that speaks; each worker sees the whole suite."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput[_OF_WORKER] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    counted = getattr(node, "workeroutput", {}).get(_OF_WORKER, 0)
    config: pytest.Config = node.config  # type: ignore[attr-defined]
    config.stash[LEFT_OUT] = max(config.stash[LEFT_OUT], counted)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if count := config.stash[LEFT_OUT]:
        terminalreporter.write_line(left_out_words(count), yellow=True)


@pytest.fixture(scope="session", autouse=True)
def _cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled templates among the files of the tests, not among those of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped workspace, as the current folder."""
    monkeypatch.chdir(tmp_path)
    return copy_shipped(tmp_path)


@pytest.fixture(scope="session")
def example_year(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The example's year with all its documents: made once, to be read only."""
    return make_documents("inputs/2017", copy_shipped(tmp_path_factory.mktemp("year")))


@pytest.fixture(scope="session")
def other_framework(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """An action of another framework convention, by its name, with all its documents: made once, to be read only."""

    @cache
    def made(name: str) -> Made:
        return make_documents(OTHER_ACTION, copy_other_framework(name, tmp_path_factory.mktemp(name)))

    return made
