"""Checking and verifying: what is wrong is never said to be all right."""

import shutil
from datetime import date
from pathlib import Path

from generator.conductors.check import check_actions, check_frameworks, check_years
from generator.conductors.generate import Request, generate
from generator.conductors.verify import verify_packages
from generator.workspace import Workspace
from tests.support.workspaces import edit

YEAR = Path("inputs/2017")
ACTIONS = (YEAR / "2017-01.yaml", YEAR / "2017-03.yaml")


def test_an_action_with_an_error_is_not_all_right_and_the_next_one_may_be(workspace: Path) -> None:
    edit(workspace / ACTIONS[0], "numero: 2017-01", "numero: 2017-09")
    first, second = check_actions([workspace / path for path in ACTIONS], Workspace(workspace), final=False)
    assert (first.done, second.done) == (False, True)
    assert "2017-09" in first.findings[0].message


def test_a_timeline_is_told_where_it_is_asked_for(workspace: Path) -> None:
    paths, known = [workspace / ACTIONS[0]], Workspace(workspace)
    (asked,) = check_actions(paths, known, final=False, today=date(2017, 3, 1))
    (unasked,) = check_actions(paths, known, final=False)
    assert [track.name for track in asked.timeline][-1] == "Après la signature"
    assert unasked.timeline == ()


def test_a_framework_that_cannot_be_read_is_not_all_right(workspace: Path) -> None:
    path = workspace / "inputs/conventions/dijon-chefchaouen-2016.yaml"
    (sound,) = check_frameworks([path], Workspace(workspace))
    path.write_text("[", encoding="utf-8")
    (spoilt,) = check_frameworks([path], Workspace(workspace))
    assert (sound.done, spoilt.done) == (True, False)


def test_a_programme_of_another_year_is_not_all_right(workspace: Path) -> None:
    path = workspace / YEAR / "programme.yaml"
    (sound,) = check_years([], [path], Workspace(workspace), final=False)
    edit(path, "annee: 2017", "annee: 2018")
    (spoilt,) = check_years([], [path], Workspace(workspace), final=False)
    assert (sound.done, spoilt.done) == (True, False)
    assert spoilt.findings


def test_a_changed_package_is_not_all_right_and_its_neighbour_is(workspace: Path) -> None:
    (made,) = generate([workspace / ACTIONS[1]], Workspace(workspace), Request(final=True))
    (sound,) = made.produced
    spoilt = sound.with_name("dossier-v2")
    shutil.copytree(sound, spoilt)
    (spoilt / "manifeste.sha256").unlink()
    assert [outcome.done for outcome in verify_packages([spoilt, sound])] == [False, True]
