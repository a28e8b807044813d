"""A year made at once: an action in fault stops no other, unless all or nothing is asked."""

from __future__ import annotations

import multiprocessing
import shutil
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest

from generator.cli import run as run_command
from generator.conductors.batch import BatchRequest
from generator.ledger import YearLock
from generator.spreading import Crew
from tests.support.scale import in_full_only
from tests.support.workspaces import NUMBERS, Made, edit
from tests.workshop.sample_years import DAY, YEAR, run_year, tree_of

DRAFTS, PACKAGES = BatchRequest(DAY), BatchRequest(DAY, final=True)
both = pytest.mark.parametrize("request_", [DRAFTS, PACKAGES], ids=["drafts", "packages"])


def processes(method: str) -> Crew:
    def opened() -> Executor:
        return ProcessPoolExecutor(2, multiprocessing.get_context(method))

    return Crew(opened, workers=2, chunk=2)


def spoil(root: Path, number: str) -> None:
    edit(root / YEAR / f"{number}.yaml", "intitule: ", "intitulé: ")


def test_a_year_gives_what_its_actions_give_one_by_one(workspace: Path, example_year: Made) -> None:
    run_year(workspace)
    for number in NUMBERS:
        drafts = Path("output/2017") / number / "projets"
        assert tree_of(workspace / drafts) == tree_of(example_year.root / drafts)


@both
@pytest.mark.parametrize("method", ["fork", pytest.param("spawn", marks=in_full_only)])
def test_two_processes_give_what_one_gives(method: str, request_: BatchRequest, workspace: Path) -> None:
    run_year(workspace, request_)
    alone = tree_of(workspace / "output")
    shutil.rmtree(workspace / "output")
    assert run_year(workspace, request_, processes(method)).made == list(NUMBERS)
    assert tree_of(workspace / "output") == alone


@both
def test_an_action_in_fault_stops_no_other(request_: BatchRequest, workspace: Path) -> None:
    spoil(workspace, "2017-02")
    run = run_year(workspace, request_)
    assert [number for number, outcome in run.outcomes.items() if not outcome.done] == ["2017-02"]
    assert (run.end.refused, run.end.done) == (1, False)
    assert len(list(workspace.glob("output/2017/2017-*"))) == 5


@both
def test_all_or_nothing_makes_nothing_when_an_action_is_in_fault(request_: BatchRequest, workspace: Path) -> None:
    spoil(workspace, "2017-02")
    run = run_year(workspace, BatchRequest(DAY, final=request_.final, strict=True))
    assert run.made == ["2017-02"]
    assert not run.end.done
    assert not list(workspace.glob("output/2017/2017-*"))


@both
def test_all_or_nothing_makes_all_when_no_action_is_in_fault(request_: BatchRequest, workspace: Path) -> None:
    run = run_year(workspace, BatchRequest(DAY, final=request_.final, strict=True))
    assert (run.made, run.end.done) == (list(NUMBERS), True)


def test_a_form_mended_is_made_and_the_others_are_left(workspace: Path) -> None:
    original = (workspace / YEAR / "2017-02.yaml").read_bytes()
    spoil(workspace, "2017-02")
    run_year(workspace)
    (workspace / YEAR / "2017-02.yaml").write_bytes(original)
    run = run_year(workspace)
    assert (run.made, run.end.done) == (["2017-02"], True)


def test_an_action_in_fault_is_not_tried_again_until_it_changes(workspace: Path) -> None:
    spoil(workspace, "2017-02")
    run_year(workspace)
    again = run_year(workspace)
    assert (again.made, again.end.refused, again.end.done) == ([], 1, False)


def test_a_framework_mended_makes_its_actions(workspace: Path) -> None:
    """Of a form whose framework convention cannot be read, nothing else is known: it is tried again."""
    framework = workspace / "inputs/conventions/dijon-chefchaouen-2016.yaml"
    original = framework.read_bytes()
    framework.write_bytes(b"rien\n")
    assert not run_year(workspace).end.done
    framework.write_bytes(original)
    mended = run_year(workspace)
    assert (mended.made, mended.end.done) == (list(NUMBERS), True)


def test_two_forms_of_one_number_give_nothing(workspace: Path) -> None:
    shutil.copy(workspace / YEAR / "2017-02.yaml", workspace / YEAR / "2017-02.yml")
    run = run_year(workspace)
    assert "PU004" in {finding.code for finding in run.outcomes["2017-02"].findings}
    assert not (workspace / "output/2017/2017-02").exists()


def test_a_template_in_fault_is_told_for_each_action(workspace: Path) -> None:
    (workspace / "templates/ordre_de_mission/modele.docx").write_bytes(b"rien")
    run = run_year(workspace)
    assert all(not outcome.done for outcome in run.outcomes.values())
    assert not list(workspace.glob("output/2017/2017-*"))


def test_two_runs_at_once_do_not_meet(workspace: Path) -> None:
    with YearLock(workspace / "output/2017/.parafe") as ours:
        assert ours
        with YearLock(workspace / "output/2017/.parafe") as theirs:
            assert not theirs
    with YearLock(workspace / "output/2017/.parafe") as free:
        assert free


def share_a_deliberation(root: Path) -> None:
    """Let two actions rest on one deliberation of the city."""
    edit(root / YEAR / "2017-02.yaml", "DM-2017-EX-042", "DM-2017-EX-041")


def test_what_the_year_forbids_is_not_made_and_is_made_once_it_is_mended(workspace: Path) -> None:
    share_a_deliberation(workspace)
    run = run_year(workspace, PACKAGES)
    refused = [number for number, outcome in run.outcomes.items() if not outcome.done]
    assert refused
    assert not run.end.done
    for number in refused:
        assert not (workspace / "output/2017" / number).exists()
        assert any(finding in run.outcomes[number].findings for finding in run.end.findings)
    made = [number for number in NUMBERS if number not in refused]
    assert [path.parent.name for path in sorted(workspace.glob("output/2017/*/dossier-v1"))] == made
    still = run_year(workspace, PACKAGES)
    assert (still.made, still.end.refused, still.end.findings) == ([], len(refused), run.end.findings)
    edit(workspace / YEAR / "2017-02.yaml", "DM-2017-EX-041", "DM-2017-EX-042")
    mended = run_year(workspace, PACKAGES)
    assert mended.end.done
    assert set(mended.made) == {*refused, "2017-02"}
    assert len(list(workspace.glob("output/2017/*/dossier-v1"))) == len(NUMBERS)


def test_what_the_year_forbids_does_not_forbid_a_draft(workspace: Path) -> None:
    share_a_deliberation(workspace)
    run = run_year(workspace)
    assert run.end.done
    assert run.end.findings
    assert all(outcome.done for outcome in run.outcomes.values())


def test_all_or_nothing_makes_nothing_when_the_year_forbids_an_act(workspace: Path) -> None:
    share_a_deliberation(workspace)
    run = run_year(workspace, BatchRequest(DAY, final=True, strict=True))
    assert not run.end.done
    assert not list(workspace.glob("output/2017/2017-*"))


def test_what_was_taken_over_from_the_year_before_is_told(workspace: Path) -> None:
    """A year beside whose folder last year's stands is judged with it."""
    shutil.copytree(workspace / YEAR, workspace / "inputs/2016")
    (workspace / "inputs/2016/programme.yaml").unlink()
    for form in (workspace / "inputs/2016").glob("*.yaml"):
        form.write_text(form.read_text(encoding="utf-8").replace("numero: 2017-0", "numero: 2016-0"), encoding="utf-8")
        form.rename(form.with_name(form.name.replace("2017", "2016")))
    told = run_year(workspace).end.findings
    assert any(finding.place.file.startswith("inputs/2017") for finding in told)
    assert run_year(workspace).end.findings == told


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [("2017-02.yaml", "intitule: ", "intitulé: "), ("programme.yaml", "date: 2017-01-30", "date: 30 janvier")],
    ids=["an action", "the programme"],
)
def test_a_form_in_fault_gives_no_document_of_the_year(form: str, old: str, new: str, workspace: Path) -> None:
    """A programme that kept silent about an action, or about a session, would look right and be wrong."""
    original = (workspace / YEAR / form).read_bytes()
    edit(workspace / YEAR / form, old, new)
    run = run_year(workspace)
    assert not (workspace / "output/2017/programme").exists()
    (told,) = (finding for finding in run.end.findings if finding.code == "PU013")
    assert "2017-02" in told.message
    (workspace / YEAR / form).write_bytes(original)
    mended = run_year(workspace)
    assert "PU013" not in {finding.code for finding in mended.end.findings}
    assert (workspace / "output/2017/programme/projets/programme_annuel.docx").is_file()


@pytest.mark.parametrize("what", ["inputs/2031", "inputs", "inputs/2017/2017-01.yaml", "nulle-part.xlsx"])
def test_what_is_no_year_is_told_and_nothing_is_written(
    what: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(["batch", str(workspace / what), "--workspace", str(workspace)]) == 2
    assert "n’est ni le dossier d’une année" in capsys.readouterr().err
    assert not (workspace / "output").exists()


def test_a_year_without_actions_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "inputs/2020").mkdir()
    assert run_command(["batch", "2020", "--workspace", str(workspace)]) == 1
    assert "Aucune action" in capsys.readouterr().err
    assert not (workspace / "output").exists()


@pytest.mark.parametrize("what", ["2017", "inputs/2017", "inputs/2017/programme.yaml"])
def test_a_year_is_named_by_its_number_its_folder_or_its_programme(
    what: str, workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace)
    assert run_command(["batch", what, "--quiet"]) == 0
    assert (workspace / "output/2017/rapport.html").is_file()
