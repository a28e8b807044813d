"""The command line, as a person or a program meets it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from generator.cli import run
from generator.conductors.explain import pages_of
from generator.workspace import Workspace
from tests.support.places import ROOT

COMMANDS = ("check", "generate", "verify", "explain", "new", "schema", "init")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_french_help_with_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Usage : parafe")
    assert "Exemple" in page
    assert "Show this message" not in page


def test_help_loads_neither_templates_nor_models() -> None:
    code = (
        "import sys; from generator.cli import run; run(['--help']); "
        "heavy = {'pydantic', 'docxtpl', 'lxml', 'yaml', 'jinja2'} & set(sys.modules); assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["inconnue"], "la commande « inconnue » n’existe pas"),
        (["check"], "il manque CHEMIN"),
        (["check", "x", "--formt", "json"], "l’option --formt n’existe pas"),
        (["check", "x", "--format", "xml"], "la valeur de --format n’est pas admise"),
        (["generate", "x", "--only"], "l’option --only est mal employée"),
    ],
)
def test_wrong_usage_is_told_in_french_and_exits_2(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == 2
    assert words in capsys.readouterr().err


@pytest.mark.usefixtures("workspace")
def test_drafts_are_written_and_their_paths_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml"]) == 0
    paths = capsys.readouterr().out.splitlines()
    assert "output/2017/2017-01/projets/convention_specifique.docx" in paths
    assert all(Path(path).is_file() for path in paths)


def test_one_bad_action_stops_no_other(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / "inputs/2017/2017-02.yaml", "numero:", "numro:")
    assert run(["generate", "inputs/2017"]) == 1
    captured = capsys.readouterr()
    made = {path.split("/")[2] for path in captured.out.splitlines()}
    assert made == {"2017-01", "2017-03", "2017-04", "2017-05", "2017-06"}
    assert "vouliez-vous dire « numero »" in captured.err


def test_findings_are_one_a_line_with_file_line_column_code_and_severity(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(workspace / "inputs/2017/2017-01.yaml", "axe: developpement_economique", "axe: developement_economique")
    assert run(["check", "inputs/2017/2017-01.yaml"]) == 1
    lines = capsys.readouterr().err.splitlines()
    (line,) = [line for line in lines if "developement" in line]
    assert line.startswith("inputs/2017/2017-01.yaml:")
    assert "[erreur]" in line
    assert "Axes" in line or "axe" in line


def test_json_findings_have_the_keys_of_the_contract(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(workspace / "inputs/2017/2017-01.yaml", "axe: developpement_economique", "axe: inconnu")
    assert run(["check", "inputs/2017/2017-01.yaml", "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    keys = {"code", "severity", "file", "line", "column", "path", "message", "fix", "citation"}
    assert report["findings"]
    assert all(set(finding) == keys for finding in report["findings"])


@pytest.mark.usefixtures("workspace")
def test_the_year_gives_six_packages_that_verify(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017", "--final"]) == 0
    packages = capsys.readouterr().out.splitlines()
    assert packages == [f"output/2017/2017-0{n}/dossier-v1" for n in range(1, 7)]
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
    assert not list((workspace / "output").rglob("*")) if (workspace / "output").exists() else True


@pytest.mark.usefixtures("workspace")
def test_equal_inputs_give_equal_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-03.yaml", "--final"]) == 0
    assert run(["generate", "inputs/2017/2017-03.yaml", "--final"]) == 0
    first, second = (Path(line) for line in capsys.readouterr().out.splitlines())
    assert (first.name, second.name) == ("dossier-v1", "dossier-v2")
    names = sorted(path.relative_to(first) for path in first.rglob("*") if path.is_file())
    assert all((first / name).read_bytes() == (second / name).read_bytes() for name in names)


@pytest.mark.usefixtures("workspace")
def test_a_draft_edited_by_hand_is_left_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    run(["generate", "inputs/2017/2017-01.yaml"])
    draft = Path("output/2017/2017-01/projets/convention_specifique.docx")
    draft.write_bytes(draft.read_bytes() + b"\0")
    edited = draft.read_bytes()
    assert run(["generate", "inputs/2017/2017-01.yaml"]) == 1
    assert draft.read_bytes() == edited
    assert "PU001" in capsys.readouterr().err
    assert run(["generate", "inputs/2017/2017-01.yaml", "--overwrite"]) == 0
    assert draft.read_bytes() != edited
    assert draft.with_name("convention_specifique-modifie-1.docx").read_bytes() == edited


@pytest.mark.usefixtures("workspace")
def test_an_unknown_kind_is_refused_with_those_that_exist(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml", "--only", "ordre_mission"]) == 1
    error = capsys.readouterr().err
    assert "MO001" in error
    assert "ordre_de_mission" in error


@pytest.mark.usefixtures("workspace")
def test_a_file_that_does_not_exist_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "inputs/2017/2017-99.yaml"]) == 1
    assert "2017-99" in capsys.readouterr().err


def test_a_folder_without_actions_says_so(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "inputs/2030").mkdir()
    for command in ("generate", "check"):
        assert run([command, "inputs/2030"]) == 1
        assert "Aucune action" in capsys.readouterr().err


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

    monkeypatch.setattr("generator.conductors.generate.load_cases", defect)
    assert run(["check", "inputs/2017/2017-01.yaml"]) == 3
    assert "Erreur interne" in capsys.readouterr().err
    assert "ZeroDivisionError" in Path("parafe-erreur.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("workspace")
def test_the_framework_is_printed_only_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml"]) == 0
    assert "convention_cadre" not in capsys.readouterr().out
    assert run(["generate", "inputs/2017/2017-01.yaml", "--only", "convention_cadre"]) == 0
    assert capsys.readouterr().out == "output/2017/2017-01/projets/convention_cadre.docx\n"


@pytest.mark.usefixtures("workspace")
def test_final_mission_orders_are_made_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017", "--final", "--only", "ordre_de_mission"]) in {0, 1}
    paths = capsys.readouterr().out.splitlines()
    assert paths
    assert all("/definitifs/ordre_de_mission-" in path for path in paths)


def test_a_package_can_be_made_again_from_its_own_sources(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-02.yaml", "--final"]) == 0
    package = workspace / capsys.readouterr().out.strip()
    sources = package / "sources"
    again = ["generate", str(sources / "inputs/2017/2017-02.yaml"), "--final", "--workspace", str(sources)]
    assert run([*again, "--output", str(workspace / "ailleurs")]) == 0
    copy = workspace / "ailleurs/2017/2017-02/dossier-v1"
    assert (copy / "manifeste.json").read_bytes() == (package / "manifeste.json").read_bytes()
    assert run(["verify", str(package), str(copy)]) == 0


def test_a_log_keeps_what_was_found_and_made(workspace: Path) -> None:
    log = workspace / "journal.txt"
    assert run(["check", "inputs/2017", "--log", str(log), "--quiet"]) == 0
    assert run(["generate", "inputs/2017/2017-03.yaml", "--log", str(log), "--quiet"]) == 0
    text = log.read_text(encoding="utf-8")
    assert "CC041" in text
    assert "output/2017/2017-03/projets/convention_specifique.docx" in text


@pytest.mark.usefixtures("workspace")
def test_the_year_s_own_files_are_context_and_are_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/*.yaml", "--only", "convention_specifique"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 6


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
    assert "vouliez-vous dire « etape »" in captured.err


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


def test_a_mission_order_that_nobody_needs_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = workspace / "inputs/2017/2017-06.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("qualite: agent", "qualite: elu"), encoding="utf-8")
    run(["generate", "inputs/2017/2017-06.yaml", "--only", "ordre_de_mission"])
    assert "MO005" in capsys.readouterr().err


def test_explain_gives_every_code_that_a_run_may_print(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    codes = {line.split()[0] for line in capsys.readouterr().out.splitlines() if line[:2].isupper()}
    families = {"FO", "CC", "CG", "CV", "OM", "BU", "CO", "TP", "MO", "DO", "PU", "ES", "TV"}
    assert {code[:2] for code in codes} == families
    pages = pages_of(Workspace(ROOT))
    assert set(pages) == codes
    assert all(page.text.startswith(code) for code, page in pages.items())
    assert run(["explain", "do004"]) == 0
    assert "DO004" in capsys.readouterr().out


def test_explain_quotes_the_source_from_the_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "CC012"]) == 0
    page = capsys.readouterr().out
    assert "article 4, paragraphe 1 de la convention de partenariat" in page
    assert "participation financière des partenaires dans la limite de leurs possibilités" in page
    assert "Refusé : " in page
    assert "Admis : " in page
    assert run(["explain", "ZZ999"]) == 1


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


def test_without_any_law_nothing_final_is_made(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(workspace / "inputs/references")
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "CO024 [erreur]" in captured.err


@pytest.mark.parametrize(
    ("name", "code"),
    [("2017-07.yml", "FO051"), ("programme.xlsx", "FO005"), ("~$programme.xlsx", None), ("notes.txt", None)],
)
def test_no_form_of_a_year_is_left_out_unseen_for_its_extension(
    name: str, code: str | None, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = (workspace / "inputs/2017/2017-01.yaml").read_bytes()  # under another name: FO051 tells that it was read
    (workspace / "inputs/2017" / name).write_bytes(b"PK\3\4" if name.endswith("xlsx") else content)
    assert run(["check", "inputs/2017", "--format", "json"]) == (1 if code else 0)
    found = {
        finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"] if finding["file"].endswith(name)
    }
    assert found == ({code} if code else set())
