"""Where the tests find the repository and their own data."""

from pathlib import Path

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
TEMPLATES = ROOT / "templates"
GOLDEN = TESTS / "golden"
OFFICERS = TESTS / "officers"
FRAMEWORKS = TESTS / "frameworks"
SIGNED_TEXTS = TESTS / "texts"
VARIABLES_PAGE = ROOT / "docs" / "variables.md"
LINE_MUTANTS = TESTS / "mutants" / "lines.yaml"
