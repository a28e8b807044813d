"""Generating: what a fault or a rule forbids, what a package says of its action, and what one run leaves of another."""

import json
import shutil
from pathlib import Path

import pytest

from generator.conductors.generate import Request, generate
from generator.outcome import Outcome
from generator.package import MANIFEST
from generator.workspace import Workspace
from tests.support.workspaces import Made, edit

ACTION = Path("inputs/2017/2017-03.yaml")
ACT, COVER = "convention_specifique", "page_de_garde"


def generated(workspace: Path, request: Request) -> Outcome:
    (outcome,) = generate([workspace / ACTION], Workspace(workspace), request)
    return outcome


@pytest.fixture
def package(example_year: Made) -> Path:
    """A package of the example, to be read only."""
    return example_year.root / "output/2017/2017-03/dossier-v1"


def test_a_rule_that_refuses_the_act_lets_its_draft_be_made(workspace: Path) -> None:
    """A total that is not the sum of its lines can be printed: the rule alone forbids it."""
    edit(workspace / ACTION, "total: 24730.00", "total: 24830.00")
    for request in (Request(final=True), Request(final=True, only=(ACT,))):
        refused = generated(workspace, request)
        assert not refused.done
        assert refused.produced == ()
    assert not (workspace / "output").exists()
    draft = generated(workspace, Request(only=(ACT,)))
    assert draft.done
    assert len(draft.produced) == 1


@pytest.mark.parametrize("request_", [Request(), Request(final=True)], ids=["drafts", "package"])
def test_nothing_is_made_of_a_form_with_a_fault(request_: Request, workspace: Path) -> None:
    edit(workspace / ACTION, "date: 2017-04-20", "date: 20 avril")
    outcome = generated(workspace, request_)
    assert (outcome.done, outcome.produced) == (False, ())


def test_a_draft_asked_for_alone_leaves_the_others(example_year: Made, workspace: Path) -> None:
    drafts = Path("output/2017/2017-03/projets")
    shutil.copytree(example_year.root / drafts, workspace / drafts)
    before = sorted((workspace / drafts).iterdir())
    assert len(before) > len((ACT, ".parafe.json"))
    assert generated(workspace, Request(only=(ACT,))).done
    assert sorted((workspace / drafts).iterdir()) == before


def test_a_paper_that_names_its_act_needs_one(workspace: Path) -> None:
    shutil.rmtree(workspace / "templates" / ACT)
    outcome = generated(workspace, Request(only=(COVER,)))
    assert [finding.code for finding in outcome.findings] == ["MO004"]


def test_a_package_says_what_it_is_and_who_receives_each_original(package: Path) -> None:
    manifest = json.loads((package / MANIFEST).read_bytes())
    assert manifest["exemple"] is True
    assert manifest["originaux"]["nombre"] == len(manifest["originaux"]["destinataires"]) == 6
    assert not {"dijon", "chefchaouen"} & set(manifest["originaux"]["destinataires"])


def test_each_original_has_its_cover_beside_it_and_no_paper_is_a_cover(package: Path) -> None:
    for rank in range(1, 7):
        folder = package / f"originaux/exemplaire-{rank}"
        assert {path.stem for path in folder.iterdir()} == {ACT, COVER}
    assert not list((package / "pieces").glob(f"{COVER}*"))
