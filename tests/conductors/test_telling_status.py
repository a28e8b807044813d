"""The status of actions: what is told of drafts, votes, packages, returns and late steps, and on which day."""

import json
import os
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.cli import run
from generator.conductors.status import ActionStatus, status_of_year
from generator.register import RETURNS, ActState, DraftState, EventKind, ReturnEvent, return_line
from generator.workspace import Workspace, actions_in
from tests.support.workspaces import copy_shipped, edit

DAY = date(2017, 4, 25)
FORM = "inputs/2017/2017-01.yaml"
DRAFT = "output/2017/2017-01/projets/convention_specifique.docx"


@pytest.fixture(scope="module")
def batch_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A year of two actions made by the batch, drafts and packages: read only."""
    root = copy_shipped(tmp_path_factory.mktemp("status"))
    for form in actions_in(root / "inputs/2017")[2:]:
        form.unlink()
    for options in ((), ("--final",)):
        assert run(["batch", str(root / "inputs/2017"), "--workspace", str(root), "--quiet", *options]) == 0
    return root


@pytest.fixture
def year(batch_made: Path, tmp_path: Path) -> Path:
    """A copy of that year, with the times of its files."""
    return Path(shutil.copytree(batch_made, tmp_path / "year"))


def status(root: Path, number: str = "2017-01", day: date = DAY) -> ActionStatus:
    folder = root / "inputs/2017"
    forms = [form for form in actions_in(folder) if form.stem == number]
    (found,) = status_of_year(folder, Workspace(root), forms, day)
    return found


def later(path: Path) -> None:
    """Give a file a time after that of all others."""
    os.utime(path, (4_000_000_000, 4_000_000_000))


# Drafts


def test_drafts_that_were_just_made_are_fresh(batch_made: Path) -> None:
    drafts = status(batch_made).drafts
    assert (drafts.state, drafts.edited, drafts.missing, drafts.changed) == (DraftState.FRESH, (), (), ())


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (FORM, "formulaire"),
        ("inputs/conventions/dijon-chefchaouen-2016.yaml", "convention"),
        ("inputs/conventions/dijon-chefchaouen-2016.evenements.yaml", "convention"),
        ("inputs/2017/programme.yaml", "programme"),
        ("inputs/references/cgct.yaml", "textes de référence"),
        ("inputs/baremes/indemnites-de-mission.yaml", "barèmes"),
        ("inputs/regles.yaml", "poids des règles"),
        ("templates/convention_specifique/document.yaml", "modèles"),
    ],
)
def test_drafts_are_stale_once_what_they_were_made_from_changes(year: Path, path: str, told: str) -> None:
    with (year / path).open("a") as file:
        file.write("\n# relu\n")
    later(year / path)
    drafts = status(year).drafts
    assert (drafts.state, drafts.changed) == (DraftState.STALE, (told,))


def test_drafts_are_not_stale_because_a_file_has_another_time(year: Path) -> None:
    later(year / FORM)
    assert status(year).drafts.state is DraftState.FRESH


def test_a_form_touches_the_drafts_of_its_own_action_alone(year: Path) -> None:
    with (year / FORM).open("a") as file:
        file.write("# relu\n")
    assert status(year, "2017-02").drafts.state is DraftState.FRESH


def test_a_draft_edited_by_hand_is_named(year: Path) -> None:
    (year / DRAFT).write_bytes(b"x")
    drafts = status(year).drafts
    assert (drafts.state, drafts.edited) == (DraftState.FRESH, ("convention_specifique.docx",))


def test_a_draft_that_is_gone_is_to_be_made_again(year: Path) -> None:
    (year / DRAFT).unlink()
    drafts = status(year).drafts
    assert (drafts.state, drafts.missing) == (DraftState.STALE, ("convention_specifique.docx",))


def test_drafts_that_no_batch_made_are_told_apart_from_none(workspace: Path) -> None:
    assert status(workspace).drafts.state is DraftState.NONE
    (workspace / "output/2017/2017-01/projets").mkdir(parents=True)
    assert status(workspace).drafts.state is DraftState.UNKNOWN


# Votes and steps


@pytest.mark.parametrize(
    ("day", "parties"),
    [
        (date(2017, 2, 6), []),
        (date(2017, 2, 7), ["Ville de Chefchaouen"]),
        (date(2017, 3, 26), ["Ville de Chefchaouen"]),
        (date(2017, 3, 27), ["Ville de Dijon", "Ville de Chefchaouen"]),
    ],
)
def test_the_votes_told_are_those_held_by_the_day(batch_made: Path, day: date, parties: list[str]) -> None:
    assert [vote.name for vote in status(batch_made, day=day).votes] == parties


def test_a_vote_whose_draft_was_kept_says_so(year: Path) -> None:
    assert [vote.is_kept for vote in status(year).votes] == [False, False]
    (year / "votes/2017-01/dijon-2017-03-27").mkdir(parents=True)
    assert [vote.is_kept for vote in status(year).votes] == [True, False]


@pytest.mark.parametrize(("day", "late"), [(date(2017, 4, 24), 0), (date(2017, 4, 25), 1)])
def test_the_steps_told_are_those_late_on_the_day(batch_made: Path, day: date, late: int) -> None:
    steps = status(batch_made, day=day).late
    assert [step.deadline for step in steps] == [date(2017, 4, 24)] * late


def test_a_ledger_that_keeps_the_steps_gives_the_same_status_as_the_form(year: Path) -> None:
    """The steps that the ledger keeps are read there as long as nothing has changed."""
    expected = status(year)
    lot = year / "output/2017/.parafe/lot.jsonl"
    lines = [json.loads(line) for line in lot.read_text().splitlines()]
    for line in lines:
        if (line["action"], line["mode"]) == ("2017-01", "projets"):
            line["etapes"] = [{"partie": "Ville A", "etapes": [{"etape": "Vote", "limite": "2017-04-01"}]}]
    lot.write_text("".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines))
    kept = status(year)
    assert (kept.title, kept.votes) == (expected.title, expected.votes)
    assert [step.party for step in kept.late] == ["Ville A"]
    with (year / FORM).open("a") as file:
        file.write("# relu\n")
    assert status(year).late == expected.late


# Packages


def write(root: Path, *events: ReturnEvent) -> None:
    (root / "output/2017/2017-01" / RETURNS).write_bytes(b"".join(map(return_line, events)))


def signed(party: str, version: int = 1) -> ReturnEvent:
    return ReturnEvent(day=date(2017, 4, 20), action="2017-01", version=version, kind=EventKind.SIGNED, party=party)


def test_a_package_is_told_with_its_version_and_whether_it_is_intact(year: Path) -> None:
    package = status(year).package
    assert package is not None
    assert (package.version, package.is_intact, package.is_fresh) == (1, True, True)
    next((year / "output/2017/2017-01/dossier-v1/pieces").iterdir()).write_bytes(b"x")
    package = status(year).package
    assert package is not None
    assert not package.is_intact


def test_a_package_is_no_longer_fresh_once_its_form_changes(year: Path) -> None:
    with (year / FORM).open("a") as file:
        file.write("# relu\n")
    package = status(year).package
    assert package is not None
    assert package.is_fresh is False


def test_what_came_back_counts_for_its_own_package_and_by_its_day(year: Path) -> None:
    write(year, signed("dijon"), signed("chefchaouen", version=2))
    package, before = status(year).package, status(year, day=date(2017, 4, 19)).package
    assert package is not None
    assert before is not None
    assert (package.act.state, package.act.awaited) == (ActState.PARTLY_SIGNED, ("chefchaouen",))
    assert before.act.state is ActState.MADE


def test_an_action_without_a_package_has_none(workspace: Path) -> None:
    assert status(workspace).package is None


def test_a_form_that_cannot_be_read_is_told_by_its_number(year: Path) -> None:
    (year / FORM).write_text("{")
    found = status(year)
    assert (found.number, found.title, found.votes, found.late) == ("2017-01", "", (), ())


# The command


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert run(["status", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


def test_the_command_tells_each_action_on_a_line(
    year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(year)
    write(year, signed("dijon"))
    lines = told(capsys, "2017", "--date", "2017-04-25")
    assert lines[0] == (
        "2017-01 – Espace de producteurs de Chefchaouen à Dijon : projets à jour ; 2 votes (Ville de Dijon, "
        "27\u00a0mars 2017 ; Ville de Chefchaouen, 7\u00a0février 2017) ; dossier v1 intact, signé par Ville de "
        "Dijon, attendu de Ville de Chefchaouen ; 1 étape en retard"
    )
    assert lines[1] == (
        "2017-01 : en retard : Transmission de l’acte signé : entrée en vigueur – Après la signature, attendue le "
        "24\u00a0avril 2017"
    )
    assert told(capsys, "--date", "2017-04-25") == lines
    assert told(capsys, "inputs/2017", "--date", "2017-04-25") == lines
    assert told(capsys, FORM, "--date", "2017-04-25") == lines[:2]


def test_the_command_tells_an_act_of_which_some_originals_are_signed(
    year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(year)
    write(year, replace(signed("dijon"), copy=1))
    (line,) = told(capsys, FORM, "--date", "2017-04-20")
    assert "dossier v1 intact, signé en partie, attendu de Ville de Dijon, Ville de Chefchaouen" in line


def test_the_command_tells_what_is_wrong_with_drafts(
    year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(year)
    (year / DRAFT).write_bytes(b"x")
    edit(year / FORM, "# ", "#  ")
    later(year / FORM)
    (line,) = told(capsys, FORM, "--date", "2017-04-01")
    assert (
        "projets à refaire (plus récents qu’eux : formulaire ; modifiés à la main : convention_specifique.docx)" in line
    )


def json_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("\n".join(told(capsys, *arguments, "--format", "json")))
    return found


def test_the_command_tells_a_program_the_same(
    year: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(year)
    write(year, signed("dijon"))
    found = json_of(capsys, "2017", "--date", "2017-04-25")
    assert found["day"] == "2017-04-25"
    first = found["actions"][0]
    assert first["drafts"] == {"state": "projets à jour", "edited": [], "missing": [], "changed": []}
    assert first["package"] == {
        "version": 1,
        "intact": True,
        "fresh": True,
        "state": "signé en partie",
        "originals": 6,
        "signed": [{"party": "dijon", "day": "2017-04-20"}],
        "awaited": ["chefchaouen"],
        "back": [],
        "transmitted": None,
        "notified": [],
    }
    assert first["late"][0]["deadline"] == "2017-04-24"


def test_where_there_is_no_action_the_command_says_so(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["status", "2031"]) == 1
    assert "Aucune action" in capsys.readouterr().err
    assert workspace.is_dir()


def test_in_a_terminal_it_is_a_table(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run(["status", "2017", "--workspace", str(workspace), "--date", "2017-04-25"]) == 0
    out = capsys.readouterr().out
    assert "Situation au 25\u00a0avril 2017" in out
    assert "aucun projet" in out
    assert "│" in out
