"""Settings and fixtures that all tests share."""

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.places import ROOT

settings.register_profile("parafe", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("parafe")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden texts; read the difference")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped workspace, as the current folder."""
    for name in ("inputs", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
