"""The text of every document that the example gives, kept beside the tests and read by eye when it changes.

``pytest tests/journeys/test_golden_texts.py --update-golden`` rewrites the files; ``git diff tests/golden`` then shows
what a signatory would read otherwise.
"""

import pytest

from tests.support.golden_texts import compare, texts_of
from tests.support.places import GOLDEN
from tests.support.workspaces import NUMBERS, Made


@pytest.mark.parametrize("number", NUMBERS)
def test_drafts_say_what_was_read_by_eye(number: str, example_year: Made, request: pytest.FixtureRequest) -> None:
    found = dict(texts_of(example_year.root / "output/2017" / number / "projets"))
    compare(found, GOLDEN / number / "projets", update=request.config.getoption("--update-golden"))


@pytest.mark.parametrize("number", ["2017-01", "2017-03"])
def test_packages_say_what_was_read_by_eye(number: str, example_year: Made, request: pytest.FixtureRequest) -> None:
    folder = example_year.root / "output/2017" / number / "dossier-v1"
    found = {name: text for name, text in texts_of(folder) if not name.startswith("sources_")}
    repeated = {f"originaux_exemplaire-{rank}_convention_specifique.txt" for rank in range(2, 10)}
    kept = {name: text for name, text in found.items() if name not in repeated}
    compare(kept, GOLDEN / number / "dossier", update=request.config.getoption("--update-golden"))
    bodies = {text for name, text in found.items() if name.endswith("_convention_specifique.txt")}
    assert len(bodies) == 1
