"""A year run again: only what has changed is made again, and what stands is as one run would have made it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.conductors.batch import BatchRequest
from tests.support.docxtpl_values import picture
from tests.support.workspaces import NUMBERS, edit
from tests.workshop.sample_years import DAY, YEAR, Run, run_year, tree_of

ALL = list(NUMBERS)
DRAFT = "output/2017/2017-03/projets/convention_specifique.docx"


def test_a_year_that_has_not_changed_is_not_made_again(workspace: Path) -> None:
    assert run_year(workspace).made == ALL
    before = tree_of(workspace / "output")
    again = run_year(workspace)
    assert again.made == []
    assert (again.counted.total, again.counted.unchanged) == (6, 6)
    assert tree_of(workspace / "output") == before


def about_files(run: Run) -> list[str]:
    """The codes of what a run found about outputs; the rules of the year find other things in a year cut short."""
    return [finding.code for finding in run.end.findings if finding.code.startswith("PU")]


def to_one_action(root: Path) -> None:
    edit(root / YEAR / "2017-03.yaml", "Direction de la culture", "Direction des musées")


def to_the_programme(root: Path) -> None:
    edit(root / YEAR / "programme.yaml", "fil rouge", "fil conducteur")


def to_the_framework(root: Path) -> None:
    edit(root / "inputs/conventions/dijon-chefchaouen-2016.yaml", "id: ", "# relu\nid: ")


def to_what_happened(root: Path) -> None:
    edit(root / "inputs/conventions/dijon-chefchaouen-2016.evenements.yaml", "convention: ", "# relu\nconvention: ")


def to_the_law(root: Path) -> None:
    edit(root / "inputs/references/cgct.yaml", "textes:", "# relu\ntextes:")


def to_a_clause(root: Path) -> None:
    shutil.copy(root / "templates/clauses/force_majeure.docx", root / "templates/clauses/nouvelle.docx")


def to_a_logo(root: Path) -> None:
    (root / "inputs/logos").mkdir()
    (root / "inputs/logos/dijon.png").write_bytes(picture().getvalue())


def to_an_output_that_is_gone(root: Path) -> None:
    (root / DRAFT).unlink()


def to_an_output_that_was_edited(root: Path) -> None:
    with (root / DRAFT).open("ab") as file:
        file.write(b"\0")


def to_what_was_voted(root: Path) -> None:
    kept = root / "votes/2017-03/dijon-2017-03-27"
    kept.mkdir(parents=True)
    shutil.copy(root / DRAFT, kept / "convention_specifique.docx")


@pytest.mark.parametrize(
    ("change", "made_again"),
    [
        (to_one_action, ["2017-03"]),
        (to_an_output_that_is_gone, ["2017-03"]),
        (to_an_output_that_was_edited, ["2017-03"]),
        (to_what_was_voted, ["2017-03"]),
        (to_the_programme, ALL),
        (to_the_framework, ALL),
        (to_what_happened, ALL),
        (to_the_law, ALL),
        (to_a_clause, ALL),
        (to_a_logo, ALL),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_a_change_concerns_is_made_again(
    change: Callable[[Path], None], made_again: list[str], workspace: Path
) -> None:
    run_year(workspace)
    change(workspace)
    assert run_year(workspace).made == made_again


def test_drafts_and_packages_are_kept_apart(workspace: Path) -> None:
    run_year(workspace)
    final = BatchRequest(DAY, final=True)
    assert run_year(workspace, final).made == ALL
    assert run_year(workspace, final).made == []
    assert run_year(workspace).made == []
    assert not list(workspace.glob("output/2017/*/dossier-v2"))


def test_a_package_of_which_a_byte_changed_is_made_again(workspace: Path) -> None:
    final = BatchRequest(DAY, final=True)
    run_year(workspace, final)
    seal = workspace / "output/2017/2017-04/dossier-v1/manifeste.sha256"
    seal.write_bytes(seal.read_bytes() + b"\n")
    assert run_year(workspace, final).made == ["2017-04"]


def test_a_draft_edited_by_hand_is_told_until_it_is_settled(workspace: Path) -> None:
    run_year(workspace)
    to_an_output_that_was_edited(workspace)
    for _ in range(2):
        run = run_year(workspace)
        assert [finding.code for finding in run.outcomes["2017-03"].findings if finding.code == "PU001"]
        assert not run.end.done
    (workspace / DRAFT).unlink()
    assert run_year(workspace).end.done
    assert run_year(workspace).made == []


def test_a_torn_last_line_is_passed_over(workspace: Path) -> None:
    run_year(workspace)
    whole = tree_of(workspace / "output")
    ledger = workspace / "output/2017/.parafe/lot.jsonl"
    lines = [line for line in ledger.read_bytes().splitlines(keepends=True) if b'"mode":"projets"' in line]
    ledger.write_bytes(b"".join(lines[:-1]) + lines[-1][: len(lines[-1]) // 2])
    assert run_year(workspace).made == [NUMBERS[-1]]
    assert tree_of(workspace / "output") == whole


@pytest.mark.parametrize("spoilt", [b"", b"{}\n", b"\0\xff\n[1]\n", b'{"action":"2017-01","mode":"projets","cle":1}\n'])
def test_a_ledger_that_is_none_costs_a_run_and_no_more(spoilt: bytes, workspace: Path) -> None:
    run_year(workspace)
    whole = tree_of(workspace / "output")
    (workspace / "output/2017/.parafe/lot.jsonl").write_bytes(spoilt)
    assert run_year(workspace).made == ALL
    assert tree_of(workspace / "output") == whole


def test_what_the_ledger_keeps_does_not_depend_on_what_was_run_before(workspace: Path, tmp_path: Path) -> None:
    """Runs that made the actions one after the other leave what one run leaves."""
    run_year(workspace)
    whole = tree_of(workspace / "output")
    shutil.rmtree(workspace / "output")
    aside = tmp_path / "aside"
    aside.mkdir()
    for number in reversed(ALL[1:]):
        (workspace / YEAR / f"{number}.yaml").rename(aside / f"{number}.yaml")
    for number in ALL[1:]:
        run_year(workspace)
        (aside / f"{number}.yaml").rename(workspace / YEAR / f"{number}.yaml")
    run_year(workspace)
    assert tree_of(workspace / "output") == whole


def test_the_drafts_of_an_action_without_a_form_are_told_and_removed_when_asked(workspace: Path) -> None:
    run_year(workspace)
    (workspace / YEAR / "2017-05.yaml").unlink()
    told = run_year(workspace)
    assert about_files(told) == ["PU008"]
    assert (workspace / "output/2017/2017-05/projets").is_dir()
    pruned = run_year(workspace, BatchRequest(DAY, prune=True))
    assert about_files(pruned) == ["PU010"]
    assert not (workspace / "output/2017/2017-05").exists()
    assert about_files(run_year(workspace)) == []


def test_a_draft_edited_by_hand_is_never_removed(workspace: Path) -> None:
    run_year(workspace)
    to_an_output_that_was_edited(workspace)
    (workspace / YEAR / "2017-03.yaml").unlink()
    pruned = run_year(workspace, BatchRequest(DAY, prune=True))
    assert about_files(pruned) == ["PU010", "PU003"]
    assert [path.name for path in (workspace / DRAFT).parent.iterdir() if path.suffix == ".docx"] == [Path(DRAFT).name]


def test_a_package_without_a_form_is_told_and_never_removed(workspace: Path) -> None:
    final = BatchRequest(DAY, final=True, prune=True)
    run_year(workspace, final)
    (workspace / YEAR / "2017-05.yaml").unlink()
    assert about_files(run_year(workspace, final)) == ["PU009"]
    assert (workspace / "output/2017/2017-05/dossier-v1").is_dir()


def test_the_report_of_another_day_still_names_the_documents_of_the_year(workspace: Path) -> None:
    """They stand as they were: only the report is written again."""
    run_year(workspace)
    report = workspace / "output/2017/rapport.html"
    run_year(workspace, BatchRequest(date(2017, 9, 1)))
    told = report.read_text(encoding="utf-8")
    assert "septembre 2017" in told
    assert "programme/projets/programme_annuel.docx" in told
