"""The digest of every document of the example and of the three other frameworks, drafts and finals.

The golden texts say what a document reads, and formatting is not text: a bold that went, a style, a margin, a table’s
borders would pass them. And equal inputs give equal bytes, on any machine and with any version of the program that
does not say that it changes documents: whoever moves code proves here that no document moved with it.

``pytest tests/journeys/test_document_digests.py --update-golden`` rewrites the file; do it when documents are meant to
change, and say so in the commit.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.golden_texts import digest_of_parts
from tests.support.places import GOLDEN
from tests.support.workspaces import OTHER_FRAMEWORKS, Made

KEPT = GOLDEN / "digests.txt"


def digests(name: str, root: Path) -> Iterator[str]:
    """Yield a line for each document of a workspace’s outputs, but for the templates that packages hold as sources."""
    for path in sorted((root / "output").rglob("*.docx")):
        place = path.relative_to(root / "output")
        if "sources" not in place.parts:
            yield f"{name}/{place.as_posix()} {digest_of_parts(path.read_bytes())}"


def test_no_byte_of_a_document_changes_unsaid(
    example_year: Made, other_framework: Callable[[str], Made], request: pytest.FixtureRequest
) -> None:
    made = {"exemple": example_year} | {name: other_framework(name) for name in OTHER_FRAMEWORKS}
    found = [line for name, one in made.items() for line in digests(name, one.root)]
    if request.config.getoption("--update-golden"):
        KEPT.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == KEPT.read_text(encoding="utf-8").splitlines()
