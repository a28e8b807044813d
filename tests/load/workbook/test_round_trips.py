"""What is written into a workbook is read back: the values of the models are equal, whatever was typed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.forms.workbook import YearValues, workbook_bytes
from generator.load import load_action, load_framework, load_programme
from generator.load.workbook import read_workbook
from generator.model import Action, Programme
from generator.workspace import Workspace, actions_in
from tests.support.places import FRAMEWORKS, ROOT
from tests.support.typed_inputs import actions, programmes, without_empty

WORKSPACES = [(ROOT, "2017"), *((FRAMEWORKS / name, "2025") for name in ("tacite", "quatre-parties", "six-parties"))]


def distinct(trees: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return list({tree["numero"].casefold(): tree for tree in trees}.values())


@given(programmes(), st.lists(actions(), max_size=3).map(distinct))
@settings(max_examples=60, phases=[Phase.explicit, Phase.generate])
def test_whatever_is_typed_is_read_back_from_a_workbook(
    programme_tree: dict[str, Any], action_trees: list[dict[str, Any]]
) -> None:
    programme = Programme.model_validate(programme_tree)
    values = [Action.model_validate(tree) for tree in action_trees]
    loaded = read_workbook(workbook_bytes(YearValues(2018, None, programme, values)), "programme.xlsx")
    assert loaded.findings == ()
    assert without_empty(loaded.programme.value) == without_empty(programme)
    assert list(loaded.actions) == [value.number for value in values]
    for value in values:
        assert without_empty(loaded.actions[value.number].value) == without_empty(value)


@pytest.mark.parametrize(("folder", "year"), WORKSPACES, ids=lambda part: getattr(part, "name", part))
def test_the_examples_are_read_back_to_the_last_decimal(folder: Any, year: str) -> None:
    workspace = Workspace(folder)
    programme = load_programme(workspace.year(year), workspace)
    values = [load_action(path, workspace).value for path in actions_in(workspace.year(year))]
    known = [value for value in values if value is not None]
    assert known
    framework = load_framework(known[0].framework, workspace).value
    written = YearValues(int(year), framework, programme.value if programme else None, known)
    loaded = read_workbook(workbook_bytes(written), "programme.xlsx")
    if programme is not None:
        assert loaded.programme.value == programme.value
    for value in known:
        read = loaded.actions[value.number]
        assert read.findings == ()
        assert str(without_empty(read.value)) == str(without_empty(value))
