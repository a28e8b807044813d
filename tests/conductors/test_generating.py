"""Generating: what a fault or a rule forbids, what a package says of its action, and what one run leaves of another."""

import json
import shutil
from pathlib import Path

import pytest

from generator.artifacts import MANIFEST
from generator.conductors.generate import generate
from generator.findings import Severity
from generator.making import Request
from generator.outcome import Outcome
from generator.package.provenance import sources_of
from generator.workspace import Workspace
from tests.support.workspaces import Made, edit

ACTION = Path("inputs/2017/2017-03.yaml")
ACT, COVER, ORDER = "convention_specifique", "page_de_garde", "ordre_de_mission"


def generated(workspace: Path, request: Request) -> Outcome:
    (outcome,) = generate([workspace / ACTION], Workspace(workspace), request)
    return outcome


@pytest.fixture
def package(workspace: Path) -> Path:
    """A package of the example."""
    (folder,) = generated(workspace, Request(final=True)).produced
    return folder


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
    assert [path.name for path in draft.produced] == [f"{ACT}.docx", f"{ACT}.donnees.json"]


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


def test_a_mission_order_is_barred_by_what_bars_a_departure_alone(workspace: Path) -> None:
    """A total that is not the sum of its lines forbids the signature, not the journey."""
    action = Path("inputs/2017/2017-01.yaml")
    edit(workspace / action, "\n  total: ", "\n  total: 1")
    paths, known = [workspace / action], Workspace(workspace)
    (order,) = generate(paths, known, Request(final=True, only=(ORDER,)))
    (act,) = generate(paths, known, Request(final=True, only=(ACT,)))
    assert (order.done, act.done) == (True, False)
    edit(workspace / action, "numero_ordre: OM-2017-0101", "numero_ordre:")
    (order,) = generate(paths, known, Request(final=True, only=(ORDER,)))
    assert not order.done


def test_a_kind_that_nothing_calls_for_is_told_beside_those_that_are_made(workspace: Path) -> None:
    action = workspace / ACTION
    action.write_text(action.read_text(encoding="utf-8").replace("qualite: agent", "qualite: elu"), encoding="utf-8")
    outcome = generated(workspace, Request(only=(ACT, ORDER)))
    assert "MO005" in {finding.code for finding in outcome.findings}
    assert [path.stem for path in outcome.produced][:1] == [ACT]


def test_a_kind_of_a_year_is_told_to_be_one(workspace: Path) -> None:
    outcome = generated(workspace, Request(only=(ACT, "programme_annuel")))
    [told] = [finding for finding in outcome.findings if finding.code == "MO009"]
    assert "se fait d’une année entière, non de l’action 2017-" in told.message
    assert [path.stem for path in outcome.produced][:1] == [ACT]


def test_a_template_that_cannot_be_used_is_told_for_each_action(workspace: Path) -> None:
    (workspace / "templates" / ACT / "modele.docx").write_bytes(b"no Word document")
    paths = [workspace / ACTION, workspace / "inputs/2017/2017-04.yaml"]
    outcomes = list(generate(paths, Workspace(workspace), Request(only=(ACT,))))
    assert [(outcome.done, outcome.produced) for outcome in outcomes] == [(False, ()), (False, ())]
    assert all(any(finding.code.startswith("TP") for finding in outcome.findings) for outcome in outcomes)


def test_a_package_holds_what_it_was_made_from(package: Path) -> None:
    sources = sources_of(package)
    assert {
        ACTION.as_posix(),
        "inputs/2017/programme.yaml",
        "inputs/conventions/dijon-chefchaouen-2016.yaml",
        "inputs/conventions/dijon-chefchaouen-2016.evenements.yaml",
        "inputs/references/cgct.yaml",
        f"templates/{ACT}/modele.docx",
        f"templates/{COVER}/document.yaml",
        "templates/clauses/en_tete_dossier.docx",
    } <= sources.keys()


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


def test_two_forms_of_one_number_make_nothing(workspace: Path) -> None:
    """The folder of an action's documents is its number: one form would write over what the other gives."""
    elsewhere = workspace / "reprise" / ACTION.name
    elsewhere.parent.mkdir()
    shutil.copyfile(workspace / ACTION, elsewhere)
    paths = [workspace / ACTION, elsewhere, workspace / ACTION.with_name("2017-04.yaml")]
    first, second, other = generate(paths, Workspace(workspace), Request(only=(ACT,)))
    assert [(outcome.done, outcome.produced) for outcome in (first, second)] == [(False, ())] * 2
    assert [[found.code for found in outcome.findings] for outcome in (first, second)] == [["PU004"]] * 2
    assert "reprise/2017-03.yaml" in first.findings[0].message
    assert other.done
    assert not (workspace / "output/2017/2017-03").exists()


def test_a_form_given_twice_is_one_form(workspace: Path) -> None:
    outcomes = generate([workspace / ACTION] * 2, Workspace(workspace), Request(only=(ACT,)))
    assert all(outcome.done for outcome in outcomes)


def test_two_kinds_whose_documents_would_have_one_file_make_nothing(workspace: Path) -> None:
    """On Windows and macOS a folder cannot differ by case alone; what it makes for an officer may."""
    templates = workspace / "templates"
    twin = templates / f"{ORDER}-M2-modele-antoine"
    shutil.copytree(templates / ACT, twin)
    edit(twin / "document.yaml", "dossier: original", "dossier:")
    outcome = generated(workspace, Request())
    assert (outcome.done, outcome.produced) == (False, ())
    assert {found.code for found in outcome.findings if found.severity is Severity.ERROR} == {"PU005"}
    assert not (workspace / "output").exists()
