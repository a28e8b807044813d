"""The machine or the program fails: exit code 3, in French, and nothing lost."""

from pathlib import Path

import pytest

from generator.cli import run


def test_the_machine_failing_exits_3_without_a_traceback(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "output").write_text("ce n’est pas un dossier", encoding="utf-8")
    assert run(["generate", "inputs/2017/2017-01.yaml"]) == 3
    error = capsys.readouterr().err
    assert "Erreur de la machine" in error
    assert "Traceback" not in error


@pytest.mark.usefixtures("workspace")
def test_a_defect_is_told_in_french_and_kept_in_a_file(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def defect(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.conductors.check.CaseLoader", defect)
    assert run(["check", "inputs/2017/2017-01.yaml"]) == 3
    assert "Erreur interne" in capsys.readouterr().err
    assert "ZeroDivisionError" in Path("parafe-erreur.txt").read_text(encoding="utf-8")
