"""Somebody spoils or removes a template, or what is said of its kind: nothing is made, and the reason is told."""

import json
import shutil
from pathlib import Path

import docx
import pytest

from generator.cli import run
from tests.support.workspaces import edit


def test_the_faults_of_every_template_are_told_at_once_under_their_names_in_the_workspace(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clause = docx.Document(str(workspace / "templates/clauses/en_tete_dossier.docx"))
    clause.paragraphs[-1].runs[0].text = "{{ x y }}"
    clause.save(str(workspace / "templates/clauses/en_tete_dossier.docx"))
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final", "--format", "json"]) == 1
    findings = json.loads(capsys.readouterr().out)["findings"]
    kinds = ("bordereau_envoi", "instruction_signature", "liste_prealables", "page_de_garde")
    assert [finding["file"] for finding in findings] == [f"templates/{kind}/modele.docx" for kind in kinds]
    assert all("clause en_tete_dossier.docx" in finding["message"] for finding in findings)
    assert not list(workspace.glob("output/2017/*"))


def test_a_template_that_hides_what_a_document_is_makes_nothing(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    template = workspace / "templates/convention_specifique/modele.docx"
    document = docx.Document(str(template))
    for section in document.sections:
        for paragraph in list(section.header.paragraphs):
            paragraph._p.getparent().remove(paragraph._p)
        section.header.add_paragraph("Ville de Dijon")
    document.save(str(template))
    assert run(["generate", "inputs/2017/2017-01.yaml", "--only", "convention_specifique"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("MO002") == 2
    assert "PROJET" in captured.err


def test_a_broken_kind_is_told_and_makes_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / "templates/page_de_garde/document.yaml", "etape:", "etappe:")
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "vouliez-vous dire « etape »" in captured.err


@pytest.mark.parametrize(
    ("removed", "code"),
    [
        ("templates/convention_specifique/modele.docx", "MO006"),
        ("templates/convention_specifique/document.yaml", "MO004"),
    ],
)
def test_a_package_without_its_act_is_refused(
    removed: str, code: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / removed).unlink()
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert code in captured.err


def test_two_kinds_cannot_both_be_the_act(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(workspace / "templates/convention_specifique", workspace / "templates/convention_bis")
    assert run(["generate", "inputs/2017/2017-01.yaml"]) == 1
    assert "MO003" in capsys.readouterr().err


def test_a_workspace_without_templates_makes_nothing_and_says_so(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(workspace / "templates")
    (workspace / "templates").mkdir()
    for options in ([], ["--final"], ["--only", "convention_specifique"]):
        assert run(["generate", "inputs/2017/2017-01.yaml", *options]) == 1
        captured = capsys.readouterr()
        assert captured.out == ""
        assert "MO007" in captured.err
