"""``parafe templates check``: faults of form and lint together, one a line, exit 1 on an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import run
from tests.support.word import document

pytestmark = pytest.mark.usefixtures("workspace")

KIND = Path("templates/convention_specifique/modele.docx")


def lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_the_shipped_templates_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "check"]) == 0
    assert lines(capsys) == ["aucun constat"]


def test_errors_and_lint_come_one_a_line_with_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    KIND.write_bytes(document("Vu l'acte", "{{ a b }}"))
    assert run(["templates", "check", "convention_specifique"]) == 1
    first, second, count = lines(capsys)
    assert first.startswith(f"{KIND}: TP412 [avertissement] corps : « Vu l'acte » : ")
    assert second.startswith(f"{KIND}: TP103 [erreur] corps : « {{{{ a b }}}} » : ")
    assert count == "1 erreur, 1 avertissement"


def test_a_warning_alone_exits_0() -> None:
    Path("brouillon.docx").write_bytes(document("Vu l'acte"))
    assert run(["templates", "check", "brouillon.docx"]) == 0


def test_a_name_is_judged_by_the_catalogue_of_its_kind(capsys: pytest.CaptureFixture[str]) -> None:
    for path in (KIND, Path("brouillon.docx")):
        path.write_bytes(document("{{ action.intitul }}"))
    assert run(["templates", "check", str(KIND), "--quiet"]) == 1
    first, *marks = lines(capsys)
    assert "TP401" in first
    assert "vouliez-vous dire « action.intitule » ?" in first
    assert [line.split()[1] for line in marks] == ["MO002", "MO002"]
    assert run(["templates", "check", "brouillon.docx"]) == 0


def test_a_template_without_a_tag_lacks_the_marks_of_drafts(capsys: pytest.CaptureFixture[str]) -> None:
    KIND.write_bytes(document("Rien."))
    assert run(["templates", "check", str(KIND), "--quiet"]) == 1
    assert [line.split()[1] for line in lines(capsys)] == ["MO002", "MO002"]


def test_what_is_neither_a_kind_nor_a_file_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "check", "contrat", "--quiet"]) == 1
    [line] = lines(capsys)
    assert line.startswith("contrat: MO008 [erreur] ")
    assert "convention_specifique" in line


def test_unused_values_are_told_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "check", "page_de_garde", "--unused"]) == 0
    first, count = lines(capsys)
    assert "TP402 [information]" in first
    assert "budget" in first
    assert count == "1 information"


def test_findings_come_in_json_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("brouillon.docx").write_bytes(document("Mr X"))
    assert run(["templates", "check", "brouillon.docx", "--format", "json"]) == 0
    [finding] = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["severity"]) == ("TP415", "avertissement")


def test_a_workspace_without_a_kind_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["templates", "check", "--workspace", "inputs"]) == 1
    assert lines(capsys) == ["Aucun genre de document dans templates/."]


@pytest.mark.parametrize("code", ["TP401", "TP404", "TP411", "TP415", "TP421"])
def test_each_check_is_explained(capsys: pytest.CaptureFixture[str], code: str) -> None:
    assert run(["explain", code]) == 0
    assert len(capsys.readouterr().out.strip().split("\n\n")) >= 2
