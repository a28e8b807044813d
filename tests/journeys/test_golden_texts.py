"""The text of every document that the example gives, kept beside the tests and read by eye when it changes.

``pytest tests/journeys/test_golden_texts.py --update-golden`` rewrites the files; ``git diff tests/golden``
then shows what a signatory would read otherwise.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import run
from generator.rendering import extract_text
from tests.support.places import GOLDEN

NUMBERS = [f"2017-0{n}" for n in range(1, 7)]


def texts_of(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*.docx")):
        name = path.relative_to(folder).with_suffix(".txt").as_posix().replace("/", "_")
        yield name, extract_text(path.read_bytes(), headers_and_footers=True) + "\n"


def compare(found: dict[str, str], folder: Path, *, update: bool) -> None:
    if update:
        folder.mkdir(parents=True, exist_ok=True)
        for stale in folder.glob("*.txt"):
            stale.unlink()
        for name, text in found.items():
            (folder / name).write_text(text, encoding="utf-8")
    expected = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
    assert sorted(found) == sorted(expected)
    for name, text in found.items():
        assert text == expected[name], name


@pytest.mark.parametrize("number", NUMBERS)
def test_drafts_say_what_was_read_by_eye(number: str, workspace: Path, request: pytest.FixtureRequest) -> None:
    assert run(["generate", f"inputs/2017/{number}.yaml", "--quiet"]) == 0
    found = dict(texts_of(workspace / "output/2017" / number / "projets"))
    compare(found, GOLDEN / number / "projets", update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize("number", ["2017-01", "2017-03"])
def test_packages_say_what_was_read_by_eye(number: str, workspace: Path, request: pytest.FixtureRequest) -> None:
    assert run(["generate", f"inputs/2017/{number}.yaml", "--final", "--quiet"]) == 0
    folder = workspace / "output/2017" / number / "dossier-v1"
    found = {name: text for name, text in texts_of(folder) if not name.startswith("sources_")}
    repeated = {f"originaux_exemplaire-{rank}_convention_specifique.txt" for rank in range(2, 10)}
    kept = {name: text for name, text in found.items() if name not in repeated}
    compare(kept, GOLDEN / number / "dossier", update=request.config.getoption("--update-golden"))
    bodies = {text for name, text in found.items() if name.endswith("_convention_specifique.txt")}
    assert len(bodies) == 1
