"""The commands of the register: a file for people, an index that may be deleted."""

import csv
from pathlib import Path

import pytest

from generator.cli import run
from tests.support.workspaces import Made


@pytest.fixture
def made(example_year: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example's packages, in a workspace of their own; nothing of them is changed."""
    monkeypatch.chdir(tmp_path)
    for name in ("inputs", "templates"):
        Path(name).symlink_to(example_year.root / name)
    Path("output/2017").mkdir(parents=True)
    for folder in (example_year.root / "output/2017").glob("2017-*"):
        (Path("output/2017") / folder.name).symlink_to(folder)
    return tmp_path


def test_the_register_is_exported_for_excel(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "export", "registre.csv"]) == 0
    assert capsys.readouterr().out == "registre.csv\n"
    with (made / "registre.csv").open(encoding="utf-8-sig", newline="") as file:
        first, *others = csv.DictReader(file, delimiter=";")
    assert (first["Action"], first["Dossier"], first["État"]) == ("2017-01", "v1", "établi")
    assert (first["Montant EUR"], first["Montant MAD"]) == ("12640,00", "47080,00")
    assert len(others) == 5
    assert {row["Montant MAD"] for row in others} >= {""}


def test_equal_acts_give_equal_files(made: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        assert run(["register", "export", name]) == 0
    assert (made / "a.xlsx").read_bytes() == (made / "b.xlsx").read_bytes()
    assert run(["register", "export", "a.xlsx"]) == 0


def test_another_file_of_that_name_is_not_replaced_unless_asked(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (made / "registre.XLSX").write_bytes(b"notes")
    assert run(["register", "export", "registre.XLSX"]) == 1
    assert "PU012" in capsys.readouterr().err
    assert (made / "registre.XLSX").read_bytes() == b"notes"
    assert run(["register", "export", "registre.XLSX", "--overwrite"]) == 0
    assert (made / "registre.XLSX").read_bytes().startswith(b"PK")


def test_a_file_of_another_kind_is_refused(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "export", "registre.pdf"]) == 2
    assert ".xlsx ou .csv" in capsys.readouterr().err
    assert not (made / "registre.pdf").exists()


def test_the_index_is_rebuilt_and_the_acts_are_counted(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["register", "rebuild"]) == 0
    assert capsys.readouterr().err == "6 dossiers au registre.\n"
    (made / "output/registre.sqlite").unlink()
    assert run(["register", "rebuild", "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    assert (made / "output/registre.sqlite").is_file()
