"""The floors inside acts: facts, views made of facts, wordings; no view knows a language."""

import ast
from pathlib import Path

import pytest

from tests.support.places import ROOT

ACTS = ROOT / "generator/acts"
BELOW_LANGUAGE = [
    *sorted((ACTS / "facts").glob("*.py")),
    *sorted((ACTS / "views").glob("*.py")),
    ACTS / "view_fields.py",
]


def imported(path: Path) -> set[tuple[str, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        (node.module, alias.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


@pytest.mark.parametrize("path", BELOW_LANGUAGE, ids=lambda path: path.stem)
def test_facts_and_views_know_nothing_of_french_but_the_gender_of_names(path: Path) -> None:
    languages = {(module, name) for module, name in imported(path) if module.startswith("generator.french")}
    assert languages <= {("generator.french", "Gender")}
    assert not [module for module, _ in imported(path) if module.startswith("generator.acts.wordings")]


@pytest.mark.parametrize("path", sorted((ACTS / "facts").glob("*.py")), ids=lambda path: path.stem)
def test_facts_know_no_view(path: Path) -> None:
    assert not [module for module, _ in imported(path) if module.startswith("generator.acts.view")]
