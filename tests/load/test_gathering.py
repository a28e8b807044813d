"""Gathering a case: every file that it rests on, and what is said when one of them is missing, broken or misplaced."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.case.records import Source
from generator.cli import run
from generator.findings import Finding, Place, Severity
from generator.load import (
    LoadedCase,
    load_action,
    load_case,
    load_cases,
    load_events,
    load_framework,
    load_kind,
    load_programme,
)
from generator.load import gathering as case_module
from generator.load.inputs import load_framework as read_framework
from generator.workspace import Workspace, actions_in, programme_in
from tests.support.typography import plain

ACTION = Path("inputs/2017/2017-01.yaml")
FRAMEWORK = Path("inputs/conventions/dijon-chefchaouen-2016.yaml")
EVENTS = Path("inputs/conventions/dijon-chefchaouen-2016.evenements.yaml")
SETTINGS = Path("inputs/regles.yaml")
PROGRAMME = Path("inputs/2017/programme.yaml")
LAW = Path("inputs/references/cgct.yaml")
ALLOWANCES = Path("inputs/baremes/indemnites-de-mission.yaml")
SHARED = (FRAMEWORK, EVENTS, PROGRAMME, LAW, ALLOWANCES)

pytestmark = pytest.mark.usefixtures("workspace")


def loaded() -> LoadedCase:
    return load_case(ACTION, Workspace(Path()))


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


# What a case gathers


def test_a_case_gathers_the_bytes_of_every_file_that_it_rests_on() -> None:
    names = {ACTION, FRAMEWORK, EVENTS, PROGRAMME, ALLOWANCES, SETTINGS, *Path("inputs/references").glob("*.yaml")}
    assert loaded().sources == {path.as_posix(): path.read_bytes() for path in names}


def test_the_example_is_complete() -> None:
    case = loaded()
    assert case.findings == ()
    assert case.is_complete
    assert case.case is not None
    assert case.case.events is not None
    assert case.case.programme is not None
    assert case.case.law.statutes
    assert case.case.allowances.reductions


def test_places_are_those_of_the_file_of_each_input() -> None:
    case = loaded().case
    assert case is not None
    assert {source: places.file for source, places in case.places.items()} == {
        Source.ACTION: ACTION.as_posix(),
        Source.FRAMEWORK: FRAMEWORK.as_posix(),
        Source.EVENTS: EVENTS.as_posix(),
        Source.PROGRAMME: PROGRAMME.as_posix(),
        Source.SETTINGS: SETTINGS.as_posix(),
    }
    assert case.places[Source.ACTION][("numero",)] == Place(ACTION.as_posix(), 8, 9)


def test_what_several_actions_share_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counted(identifier: str, workspace: Workspace) -> object:
        read.append(identifier)
        return read_framework(identifier, workspace)

    monkeypatch.setattr(case_module, "load_framework", counted)
    cases = list(load_cases(actions_in(Path("inputs/2017")), Workspace(Path())))
    assert len(cases) == 6
    assert all(case.is_complete for case in cases)
    assert read == ["dijon-chefchaouen-2016"]


# Broken files


def _tabbed(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "fin:\n\tx: 1\n", encoding="utf-8")


def _unknown_key(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "\nzzz: 1\n", encoding="utf-8")


def _windows(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp1252", errors="replace"))


def _nul(path: Path) -> None:
    path.write_bytes(b"\0" + path.read_bytes())


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _dangling(path: Path) -> None:
    path.unlink()
    path.symlink_to("ailleurs.yaml")


def _loop(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.name)
@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_tabbed, "FO011"),
        (_unknown_key, "FO035"),
        (_windows, "FO006"),
        (_nul, "FO008"),
        (_empty, "FO010"),
        (_folder, "FO002"),
    ],
    ids=["tabulation", "unknown key", "cp1252", "nul", "empty", "folder"],
)
def test_a_broken_shared_file_gives_its_finding_with_each_case(
    path: Path, spoil: Callable[[Path], None], code: str
) -> None:
    spoil(path)
    case = loaded()
    assert not case.is_complete
    assert (code, path.as_posix()) in {(finding.code, finding.place.file) for finding in case.findings}
    assert all(finding.place.file == path.as_posix() for finding in case.findings)
    assert all(finding.severity is Severity.ERROR for finding in case.findings)


@pytest.mark.parametrize("path", [EVENTS, PROGRAMME, LAW, ALLOWANCES], ids=lambda path: path.name)
def test_a_case_is_made_without_the_shared_file_that_cannot_be_read(path: Path) -> None:
    _nul(path)
    assert loaded().case is not None


def test_no_case_is_made_without_its_framework() -> None:
    _nul(FRAMEWORK)
    assert loaded().case is None


def test_a_shared_file_that_cannot_be_read_makes_its_whole_input_uncertain() -> None:
    EVENTS.write_text("convention: dijon-chefchaouen-2016\nsignature: {date: 2016-06-31}\n", encoding="utf-8")
    case = loaded()
    place = Place(EVENTS.as_posix(), 2, 1)
    rule = Finding("CV001", Severity.ERROR, "…", place, ("signature", "date"))
    other = Finding("CV001", Severity.ERROR, "…", place, ("transmission",))
    elsewhere = Finding("CV001", Severity.ERROR, "…", Place("ailleurs.yaml"), ("signature", "date"))
    assert case.is_uncertain(rule)
    assert not case.is_uncertain(other)
    assert not case.is_uncertain(elsewhere)


@pytest.mark.parametrize("spoil", [_dangling, _loop], ids=["dangling link", "looping link"])
def test_a_link_to_nothing_is_told_for_the_action_and_the_framework(spoil: Callable[[Path], None]) -> None:
    for path in (ACTION, FRAMEWORK):
        spoil(path)
    assert set(codes(load_action(ACTION, Workspace(Path())).findings)) <= {"FO001", "FO003"}
    framework = load_framework("dijon-chefchaouen-2016", Workspace(Path()))
    assert framework.value is None
    assert set(codes(framework.findings)) <= {"FO001", "FO003"}


@pytest.mark.parametrize("spoil", [_dangling, _loop], ids=["dangling link", "looping link"])
@pytest.mark.parametrize("path", [EVENTS, PROGRAMME], ids=lambda path: path.name)
def test_a_link_to_nothing_is_not_taken_for_no_file(path: Path, spoil: Callable[[Path], None]) -> None:
    spoil(path)
    assert [(one.code, one.place.file) for one in loaded().findings if one.code in {"FO001", "FO003"}] == [
        ("FO001" if spoil is _dangling else "FO003", path.as_posix())
    ]


# Missing files and folders


@pytest.mark.parametrize("path", [EVENTS, PROGRAMME], ids=lambda path: path.name)
def test_an_optional_file_may_be_missing(path: Path) -> None:
    path.unlink()
    case = loaded()
    assert case.is_complete
    assert path.as_posix() not in case.sources


@pytest.mark.parametrize("folder", ["inputs/references", "inputs/baremes", "templates"])
def test_a_folder_may_be_missing(folder: str) -> None:
    shutil.rmtree(folder)
    assert loaded().findings == ()


def test_without_conventions_an_action_is_told_that_there_are_none() -> None:
    shutil.rmtree("inputs/conventions")
    case = loaded()
    assert case.case is None
    finding = next(one for one in case.findings if one.place.file == ACTION.as_posix())
    assert finding.code == "FO053"
    assert finding.fix == "conventions présentes : aucune"


def test_a_framework_that_does_not_exist_is_told_as_a_missing_file() -> None:
    framework = load_framework("lyon-ouagadougou", Workspace(Path()))
    assert codes(framework.findings) == ["FO001"]
    assert framework.findings[0].place == Place("inputs/conventions/lyon-ouagadougou.yaml")
    assert load_events("lyon-ouagadougou", Workspace(Path())) is None


def test_an_action_of_another_folder_has_no_programme() -> None:
    assert load_programme(Path("inputs/1999"), Workspace(Path())) is None
    assert load_programme(Path("x" * 300), Workspace(Path())) is None


def test_a_kind_without_its_file_is_told_so() -> None:
    assert codes(load_kind(Path("templates/attestation"), Workspace(Path())).findings) == ["FO001"]


# Names and places


def test_an_action_outside_the_workspace_is_read_and_named_by_its_full_path(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    outside = tmp_path_factory.mktemp("ailleurs") / "2017-01.yaml"
    shutil.copyfile(ACTION, outside)
    case = load_case(outside, Workspace(Path()))
    assert case.is_complete
    assert outside.as_posix() in case.sources
    assert case.case is not None
    assert case.case.programme is None


def test_a_file_is_named_from_the_workspace_wherever_the_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path.cwd()
    monkeypatch.chdir("inputs/2017")
    workspace = Workspace(root)
    assert workspace.name_of(Path("2017-01.yaml")) == ACTION.as_posix()
    assert workspace.name_of(Path("../conventions/x.yaml")) == "inputs/conventions/x.yaml"
    assert load_case(Path("2017-01.yaml"), workspace).findings == ()


@pytest.mark.parametrize("name", [b"2017-0\xe9.yaml", b"2017\n01.yaml", b"2017\x1b[31m.yaml"])
def test_a_file_whose_name_cannot_be_written_is_told_on_one_line(
    name: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("inputs/2017") / os.fsdecode(name)
    path.write_bytes(b"")
    (finding,) = load_case(path, Workspace(Path())).findings[:1]
    assert finding.place.file.isprintable()
    assert run(["check", str(path), "--quiet"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert plain(line).isprintable()
    assert "FO010" in line


def test_a_link_is_read_and_keeps_its_own_name() -> None:
    link = Path("inputs/2017/2017-09.yaml")
    link.symlink_to(ACTION.name)
    findings = load_case(link, Workspace(Path())).findings
    assert [(one.code, one.place.file) for one in findings] == [("FO051", link.as_posix())]


def test_a_folder_named_as_a_file_is_told_so() -> None:
    folder = Path("inputs/2017/2017-09.yaml")
    folder.mkdir()
    assert folder in actions_in(Path("inputs/2017"))
    case = load_case(folder, Workspace(Path()))
    assert codes(case.findings) == ["FO002"]
    assert case.case is None
    assert case.sources.keys().isdisjoint({folder.as_posix()})


def test_a_pipe_is_not_waited_for() -> None:
    pipe = Path("inputs/2017/2017-09.yaml")
    os.mkfifo(pipe)
    (finding,) = load_action(pipe, Workspace(Path())).findings
    assert finding.code == "FO003"
    assert "pas un fichier ordinaire" in finding.message


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("inputs/2017/2017-99.yaml", "FO001", "n’existe pas"),
        ("inputs/1999/2017-01.yaml", "FO001", "n’existe pas"),
        ("inputs/2017", "FO002", "c’est un dossier"),
        ("", "FO002", "c’est un dossier"),
        ("inputs/2017/2017-01.yaml/x.yaml", "FO003", "n’est pas un dossier"),
        ("x" * 300, "FO003", "le nom est trop long"),
        ("x" * 300 + "/2017-01.yaml", "FO003", "le nom est trop long"),
        ("nul\0.yaml", "FO003", "caractère nul"),
        ("nul\0/2017-01.yaml", "FO003", "caractère nul"),
    ],
)
def test_a_path_that_leads_to_no_file_is_told_why_in_french(path: str, code: str, words: str) -> None:
    case = load_case(Path(path), Workspace(Path()))
    assert case.case is None
    assert codes(case.findings) == [code]
    assert words in case.findings[0].message


@pytest.mark.parametrize("number", ["CON", "nul", "Aux", "prn", "COM1", "lpt9", "con.2017", "2017-01."])
def test_a_number_that_windows_refuses_is_told_so(number: str) -> None:
    path = Path(f"inputs/essais/{number}.yaml")
    path.parent.mkdir()
    path.write_text(f"numero: {number}\nconvention: dijon-chefchaouen-2016\n", encoding="utf-8")
    assert codes(load_action(path, Workspace(Path())).findings) == ["FO055"]


@pytest.mark.parametrize("number", ["console", "2017-COM1", "aux-2017", "nul2"])
def test_a_number_that_only_resembles_such_a_name_passes(number: str) -> None:
    path = Path(f"inputs/essais/{number}.yaml")
    path.parent.mkdir()
    path.write_text(f"numero: {number}\nconvention: dijon-chefchaouen-2016\n", encoding="utf-8")
    assert load_action(path, Workspace(Path())).findings == ()


@pytest.mark.parametrize(
    ("identifier", "advice"),
    [
        ("dijon-chefchaouen-2017", "vouliez-vous dire « dijon-chefchaouen-2016 » ?"),
        ("dijon-chefchaouen", "vouliez-vous dire « dijon-chefchaouen-2016 » ?"),
        ("lyon", "conventions présentes : dijon-chefchaouen-2016"),
        ("dijon-chefchaouen-2016.evenements", "vouliez-vous dire « dijon-chefchaouen-2016 » ?"),
    ],
)
def test_an_unknown_framework_comes_with_those_that_exist(identifier: str, advice: str) -> None:
    ACTION.write_text(f"numero: 2017-01\nconvention: {identifier}\n", encoding="utf-8")
    (finding,) = load_action(ACTION, Workspace(Path())).findings
    assert finding.code == "FO053"
    assert finding.fix == advice


def test_a_case_twin_is_told_whatever_the_file_holds() -> None:
    twin = Path("inputs/2017/2017-01.YAML")
    twin.write_bytes(b"")
    findings = load_action(ACTION, Workspace(Path())).findings
    assert codes(findings) == ["FO054"]
    ACTION.write_bytes(b"\0")
    assert codes(load_action(ACTION, Workspace(Path())).findings) == ["FO054", "FO008"]


def test_a_workspace_knows_its_years_and_its_kinds() -> None:
    workspace = Workspace(Path())
    assert programme_in(workspace.year("2017")) == PROGRAMME
    assert [path.stem for path in actions_in(workspace.year("2017"))] == [f"2017-{rank:02}" for rank in range(1, 7)]
    assert actions_in(Path("inputs/1999")) == ()
    assert workspace.framework_ids() == ("dijon-chefchaouen-2016",)
    assert "convention_specifique" in {folder.name for folder in workspace.kinds()}
    assert workspace.output("2017-01") == Path("output/2017/2017-01")
