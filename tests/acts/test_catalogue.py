"""The catalogue against the contexts that the documents of the examples really receive."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.acts.catalogue import ANY, CatalogueEntry, Type, catalogue_of, values_of
from generator.acts.planning import plan_documents
from generator.artifacts import Blank
from generator.case.records import Case
from generator.load import load_cases
from generator.model.kind import DocumentKind
from generator.model.missions import Mission
from generator.model.persons import Allowance, Traveller
from generator.shelf import Shelf
from generator.workspace import Workspace, actions_in
from tests.support.places import FRAMEWORKS, ROOT

NAMES = ("tacite", "quatre-parties", "six-parties")
KINDS = sorted(path.parent.name for path in ROOT.glob("templates/*/document.yaml"))

Observed = dict[str, dict[str, list[object]]]
"""Kind → path → every value that the documents of the examples receive there."""


def kinds() -> dict[str, DocumentKind]:
    """Every shipped kind, made whatever its condition."""
    return {name: kind.model_copy(update={"when": ()}) for name, kind in Shelf.of(Workspace(ROOT)).kinds.items()}


def workspaces(folder: Path) -> list[tuple[Workspace, list[Path]]]:
    shipped = (Workspace(ROOT), list(actions_in(ROOT / "inputs/2017")))
    return [shipped, *(settled(name, folder / name) for name in NAMES)]


def settled(name: str, home: Path) -> tuple[Workspace, list[Path]]:
    shutil.copytree(FRAMEWORKS / name / "inputs", home / "inputs")
    for shared in ("references", "baremes"):
        shutil.copytree(ROOT / "inputs" / shared, home / "inputs" / shared)
    return Workspace(home), list(actions_in(home / "inputs/2025"))


def enriched(case: Case) -> Case:
    """A case with what no example has: an approval that follows the signature, an advance."""
    action = case.action
    signature = action.signature.model_copy(update={"later_approvals": (case.parties[0].id,)})
    missions = [mission.model_copy(update={"travellers": advanced(mission)}) for mission in action.missions]
    return replace(case, action=action.model_copy(update={"signature": signature, "missions": tuple(missions)}))


def advanced(mission: Mission) -> tuple[Traveller, ...]:
    asked = Allowance.model_validate({"avance_pourcentage": 75})
    return tuple(person.model_copy(update={"allowance": asked}) for person in mission.travellers)


def cases(folder: Path) -> Iterator[Case]:
    for workspace, actions in workspaces(folder):
        for loaded in load_cases(actions, workspace):
            assert loaded.case is not None
            yield from (loaded.case, enriched(loaded.case))


@pytest.fixture(scope="module")
def observed(tmp_path_factory: pytest.TempPathFactory) -> Observed:
    found: Observed = defaultdict(lambda: defaultdict(list))
    for case in cases(tmp_path_factory.mktemp("frameworks")):
        for request in plan_documents(case, kinds(), draft=True, only=list(kinds())):
            for path, value in values_of(request.context):
                found[request.kind][path].append(value)
    return found


ADMITTED: Mapping[Type, type] = {
    Type.TEXT: str,
    Type.YES_NO: bool,
    Type.GROUP: Mapping,
    Type.TEXTS: list,
    Type.GROUPS: list,
}


def is_of(value: object, kind: Type) -> bool:
    """Whether a value may stand for a variable of a type: what does not apply is false, empty or blank."""
    return value is None or value is False or isinstance(value, (Blank, ADMITTED[kind]))


def covers(entries: dict[str, CatalogueEntry], path: str) -> CatalogueEntry | None:
    parent = path.rpartition(".")[0]
    return entries.get(path) or entries.get(f"{parent}.{ANY}") or entries.get(f"{parent}[]")


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_a_context_has_a_meaning(kind: str, observed: Observed) -> None:
    entries = catalogue_of(kinds()[kind])
    assert observed[kind]
    assert [path for path in observed[kind] if covers(entries, path) is None] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_of_a_context_is_of_its_type(kind: str, observed: Observed) -> None:
    entries = catalogue_of(kinds()[kind])
    for path, values in observed[kind].items():
        entry = covers(entries, path)
        assert entry is not None
        assert [value for value in values if not is_of(value, entry.type)] == [], path


def test_every_meaning_has_a_value(observed: Observed) -> None:
    """What several groups share needs to be seen in one of them."""
    meant, seen = set(), set()
    for kind in KINDS:
        entries = catalogue_of(kinds()[kind])
        meant |= {entry.key for entry in entries.values()}
        seen |= {entry.key for path in observed[kind] if (entry := covers(entries, path))}
    assert sorted(key for key in meant - seen if key[1] != ANY) == []


def test_a_group_has_one_title() -> None:
    by_key: dict[tuple[str, str], set[str]] = defaultdict(set)
    for kind in KINDS:
        for entry in catalogue_of(kinds()[kind]).values():
            by_key[entry.key].add(entry.meaning)
    assert [key for key, meanings in by_key.items() if key[0] and len(meanings) > 1] == []
