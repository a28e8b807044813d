"""Checking and verifying: what is wrong is never said to be all right."""

import shutil
from pathlib import Path

from generator.conductors.check import check_actions, check_frameworks, check_years
from generator.conductors.generate import generate
from generator.conductors.verify import verify_packages
from generator.findings import Finding
from generator.making import Request
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
    (asked,) = check_actions(paths, known, final=False, with_timeline=True)
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


def copied(workspace: Path, number: str, *changes: tuple[str, str]) -> Path:
    """Write a copy of the first action under another number, with changes."""
    path = workspace / YEAR.with_name(number[:4]) / f"{number}.yaml"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(workspace / ACTIONS[0], path)
    for before, after in (("numero: 2017-01", f"numero: {number}"), *changes):
        edit(path, before, after)
    return path


def of_the_year(workspace: Path, *paths: Path, final: bool = False) -> list[Finding]:
    """Check files, and return what is told of the year itself."""
    actions = [path for path in paths if path.name != "programme.yaml"]
    programmes = [path for path in paths if path.name == "programme.yaml"]
    outcomes = check_years(actions, programmes, Workspace(workspace), final=final)
    return [finding for outcome in outcomes if outcome.path not in actions for finding in outcome.findings]


def test_a_year_is_judged_with_its_programme_in_the_files_of_its_actions(workspace: Path) -> None:
    copy = copied(workspace, "2017-07")
    found = of_the_year(workspace, workspace / YEAR / "programme.yaml", final=True)
    told = next(finding for finding in found if finding.code == "CO101")
    line = copy.read_text(encoding="utf-8").splitlines().index("intitule: Espace de producteurs de Chefchaouen à Dijon")
    assert (Path(told.place.file).name, told.place.line) == ("2017-07.yaml", line + 1)
    assert {finding.code for finding in found} >= {"BU100", "CG100", "OM100"}


def test_a_year_is_judged_when_all_its_actions_are_given_and_not_when_some_are(workspace: Path) -> None:
    copied(workspace, "2017-07")
    (workspace / YEAR / "programme.yaml").unlink()
    every = sorted((workspace / YEAR).glob("2017-*.yaml"))
    assert "CO101" in {finding.code for finding in of_the_year(workspace, *every)}
    assert of_the_year(workspace, *every[1:]) == []


def test_the_shipped_year_is_told_nothing(workspace: Path) -> None:
    assert of_the_year(workspace, workspace / YEAR / "programme.yaml", final=True) == []


def test_what_is_left_of_the_year_before_is_looked_for_in_its_folder(workspace: Path) -> None:
    copied(workspace, "2016-01")
    codes = {finding.code for finding in of_the_year(workspace, workspace / YEAR / "programme.yaml")}
    assert codes == {"CO105", "CO107"}


def test_a_sum_is_not_compared_while_an_action_cannot_be_read(workspace: Path) -> None:
    (workspace / ACTIONS[0]).write_text("[", encoding="utf-8")
    assert of_the_year(workspace, workspace / YEAR / "programme.yaml") == []


def test_a_value_whose_form_is_faulty_is_not_judged_again(workspace: Path) -> None:
    programme = workspace / YEAR / "programme.yaml"
    edit(programme, "montant: 105840.00", "montant: beaucoup")
    assert [finding.code for finding in of_the_year(workspace, programme)] == ["FO043"]


def test_a_number_that_is_not_its_file_s_is_told_once(workspace: Path) -> None:
    edit(workspace / ACTIONS[1], "numero: 2017-03", "numero: 2017-01")
    assert "CO100" not in {finding.code for finding in of_the_year(workspace, workspace / YEAR / "programme.yaml")}
