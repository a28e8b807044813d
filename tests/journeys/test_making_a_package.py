"""``parafe generate --final`` and ``parafe verify``: from a finished form to a package that nobody changed."""

import shutil
from pathlib import Path

import pytest

from generator.cli import run
from tests.support.workspaces import NUMBERS, Made


def test_the_year_gives_six_packages_that_verify(
    example_year: Made, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert example_year.codes[1] == 0
    packages = example_year.printed[1]
    assert packages == tuple(f"output/2017/{number}/dossier-v1" for number in NUMBERS)
    shutil.copytree(example_year.root / "output", workspace / "output")
    assert run(["verify", *packages]) == 0
    target = Path(packages[3]) / "originaux/exemplaire-6/convention_specifique.docx"
    content = target.read_bytes()
    target.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    assert run(["verify", *packages]) == 1
    captured = capsys.readouterr()
    assert target.as_posix() in captured.err
    assert len([line for line in captured.out.splitlines() if line.endswith(": intact")]) == 6 + 5


def test_without_the_events_nothing_final_is_made(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for events in (workspace / "inputs/conventions").glob("*.evenements.yaml"):
        events.unlink()
    assert run(["generate", "inputs/2017", "--final"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "date de signature" in captured.err
    assert "article 7" in captured.err
    assert "cinq ans à compter de sa signature" in captured.err
    assert not list(workspace.glob("output/**/*.docx"))


def test_without_any_law_nothing_final_is_made(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(workspace / "inputs/references")
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "CO024 [erreur]" in captured.err


def test_equal_inputs_give_the_same_package_and_no_other(
    example_year: Made, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Path("output/2017/2017-03/dossier-v1")
    shutil.copytree(example_year.root / first, workspace / first)
    assert run(["generate", "inputs/2017/2017-03.yaml", "--final"]) == 0
    assert capsys.readouterr().out.strip() == first.as_posix()
    assert [path.name for path in (workspace / first).parent.glob("dossier*")] == ["dossier-v1"]


def test_a_year_whose_ledger_is_lost_keeps_its_packages(workspace: Path) -> None:
    assert run(["batch", "inputs/2017", "--final", "--quiet"]) == 0
    shutil.rmtree(workspace / "output/2017/.parafe")
    assert run(["batch", "inputs/2017", "--final", "--quiet"]) == 0
    packages = {path.relative_to(workspace).as_posix() for path in workspace.glob("output/2017/*/dossier*")}
    assert packages == {f"output/2017/{number}/dossier-v1" for number in NUMBERS}


@pytest.mark.usefixtures("workspace")
def test_a_package_that_somebody_edited_is_followed_by_another_and_that_is_told(
    example_year: Made, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = Path("output/2017/2017-03/dossier-v1")
    shutil.copytree(example_year.root / first, workspace / first)
    (first / "pieces/liste_prealables.docx").write_bytes(b"annotee")
    assert run(["generate", "inputs/2017/2017-03.yaml", "--final"]) == 0
    told = capsys.readouterr()
    assert told.out.strip() == first.with_name("dossier-v2").as_posix()
    assert "PU011 [avertissement]" in told.err
    assert "pieces/liste_prealables.docx" in told.err
    assert (first / "pieces/liste_prealables.docx").read_bytes() == b"annotee"


def test_a_package_can_be_made_again_from_its_own_sources(example_year: Made, tmp_path: Path) -> None:
    package = example_year.root / "output/2017/2017-02/dossier-v1"
    sources = tmp_path / "sources"
    shutil.unpack_archive(package / "sources.zip", sources)
    again = ["generate", str(sources / "inputs/2017/2017-02.yaml"), "--final", "--workspace", str(sources)]
    assert run([*again, "--output", str(tmp_path)]) == 0
    copy = tmp_path / "2017/2017-02/dossier-v1"
    assert (copy / "manifeste.json").read_bytes() == (package / "manifeste.json").read_bytes()
    assert run(["verify", str(package), str(copy)]) == 0


@pytest.mark.usefixtures("workspace")
def test_final_mission_orders_are_made_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017", "--final", "--only", "ordre_de_mission"]) == 0
    paths = capsys.readouterr().out.splitlines()
    assert {path.split("/")[2] for path in paths} == set(NUMBERS)
    assert all("/definitifs/ordre_de_mission-" in path for path in paths)
