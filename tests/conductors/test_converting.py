"""A workbook and the folder of a year say the same; a sheet saved as text goes back to its workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.conductors.convert import folder_to_workbook, sheet_to_workbook, workbook_to_folder
from generator.forms.filled_forms import filled_form
from generator.load import Loaded, load_action, load_programme
from generator.load.workbook import load_workbook
from generator.load.yaml_file import load_bytes
from generator.model import Action
from generator.workspace import Workspace, actions_in, programme_in
from tests.support.places import FRAMEWORKS, OFFICERS, ROOT
from tests.support.reading import plain
from tests.support.sample_workbooks import FIRST, PROGRAMME, SECOND, changed, sample
from tests.support.typed_inputs import actions, without_empty

HEADINGS = "action;ordre;libelle;categorie;mode_de_calcul;nature;montant;devise;payeur"
YEARS = [(ROOT, "2017"), *((FRAMEWORKS / name, "2025") for name in ("tacite", "quatre-parties", "six-parties"))]


def values_in(folder: Path, workspace: Workspace) -> dict[str, object]:
    loaded = {path.stem: load_action(path, workspace) for path in actions_in(folder)}
    assert all(one.value is not None for one in loaded.values())
    programme = load_programme(folder, workspace)
    found = {number: without_empty(one.value) for number, one in loaded.items()}
    return found | ({"programme": without_empty(programme.value)} if programme else {})


@pytest.mark.parametrize(("root", "year"), YEARS, ids=lambda part: getattr(part, "name", part))
def test_a_folder_becomes_a_workbook_and_a_folder_again(root: Path, year: str, tmp_path: Path) -> None:
    workspace = Workspace(root)
    book, folder = tmp_path / "programme.xlsx", tmp_path / year
    there = folder_to_workbook(workspace.year(year), book, workspace)
    assert there.findings == ()
    assert there.produced == (book,)
    if not programme_in(workspace.year(year)).exists():
        return
    back = workbook_to_folder(book, folder, workspace)
    assert back.findings == ()
    assert str(values_in(folder, workspace)) == str(values_in(workspace.year(year), workspace))


@given(actions())
@settings(max_examples=200, phases=[Phase.explicit, Phase.generate])
def test_whatever_is_typed_is_read_back_from_a_filled_form(tree: dict[str, Any]) -> None:
    action = Action.model_validate(tree)
    loaded: Loaded[Action] = load_bytes(filled_form(action).encode(), "a.yaml", Action)
    assert loaded.findings == ()
    assert loaded.value == action


@given(st.lists(actions(), min_size=1, max_size=2, unique_by=lambda tree: tree["numero"].casefold()))
@settings(max_examples=25, phases=[Phase.explicit, Phase.generate])
def test_forms_workbook_and_forms_again_are_equal(
    tmp_path_factory: pytest.TempPathFactory, trees: list[dict[str, Any]]
) -> None:
    folder = tmp_path_factory.mktemp("annee")
    workspace = Workspace(folder)
    typed = [Action.model_validate({**tree, "numero": f"2018-{rank:02}"}) for rank, tree in enumerate(trees, 1)]
    (workspace.conventions).mkdir(parents=True)
    year = workspace.year("2018")
    year.mkdir()
    for action in typed:
        known = action.model_copy(update={"framework": "c"})
        (year / f"{action.number}.yaml").write_text(filled_form(known), encoding="utf-8")
    (workspace.conventions / "c.yaml").write_text("id: c\n", encoding="utf-8")
    programme_in(year).write_text("annee: 2018\nconvention: c\n", encoding="utf-8")
    there = folder_to_workbook(year, folder / "p.xlsx", workspace)
    assert there.findings == ()
    back = workbook_to_folder(folder / "p.xlsx", folder / "retour" / "2018", workspace)
    assert back.findings == ()
    assert values_in(folder / "retour" / "2018", workspace) == values_in(year, workspace)


def test_a_mended_form_of_an_officer_survives() -> None:
    forms = sorted((OFFICERS / "mended").rglob("*.yaml"))
    read = [load_bytes(path.read_bytes(), path.name, Action) for path in forms]
    known = [one.value for one in read if one.value is not None]
    assert known
    for action in known:
        again: Loaded[Action] = load_bytes(filled_form(action).encode(), "a.yaml", Action)
        assert again.value == action


# Nothing is replaced, nothing is half done


def test_what_is_there_is_left_alone_and_nothing_is_half_written(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    book, folder = tmp_path / "p.xlsx", tmp_path / "2018"
    book.write_bytes(sample())
    folder.mkdir()
    (folder / "2018-02.yaml").write_text("à moi", encoding="utf-8")
    outcome = workbook_to_folder(book, folder, workspace)
    assert not outcome.done
    assert [(one.code, one.place.file) for one in outcome.findings] == [("ES001", "2018/2018-02.yaml")]
    assert [path.name for path in folder.iterdir()] == ["2018-02.yaml"]
    assert (folder / "2018-02.yaml").read_text(encoding="utf-8") == "à moi"
    assert not folder_to_workbook(ROOT / "inputs/2017", book, Workspace(ROOT)).done
    assert book.read_bytes() == sample()


def test_a_faulty_workbook_gives_nothing(tmp_path: Path) -> None:
    book = tmp_path / "p.xlsx"

    def spoil(opened: Any) -> None:
        opened["Budget dépenses"]["G3"] = "=1+1"
        opened["Actions"]["A4"] = "CON"

    book.write_bytes(changed(spoil))
    outcome = workbook_to_folder(book, tmp_path / "2018", Workspace(tmp_path))
    assert [one.code for one in outcome.findings] == ["FO055", "FO078"]
    assert not (tmp_path / "2018").exists()


def test_a_folder_without_forms_and_a_text_too_long_for_a_cell_are_told(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    year = workspace.year("2018")
    year.mkdir(parents=True)
    workspace.conventions.mkdir()
    assert [one.code for one in folder_to_workbook(year, tmp_path / "p.xlsx", workspace).findings] == ["FO001"]
    (workspace.conventions / "c.yaml").write_text("id: c\n", encoding="utf-8")
    duties = "".join(f"\n      - {'b' * 20_000}" for _ in range(2))
    (year / "2018-01.yaml").write_text(
        f"numero: 2018-01\nconvention: c\ncontexte: {'a' * 32_768}\nobjet: {'a' * 32_767}\n"
        f"engagements:\n  - partie: c\n    obligations:{duties}\n",
        encoding="utf-8",
    )
    found = folder_to_workbook(year, tmp_path / "p.xlsx", workspace).findings
    assert [(one.code, one.place.line) for one in found] == [("FO097", 3), ("FO097", 7)]
    assert "32768 caractères" in plain(found[0].message)
    assert not (tmp_path / "p.xlsx").exists()


def test_two_missions_of_one_name_are_told_where_they_would_stand(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    year = workspace.year("2018")
    year.mkdir(parents=True)
    workspace.conventions.mkdir()
    (workspace.conventions / "c.yaml").write_text("id: c\n", encoding="utf-8")
    programme_in(year).write_text("annee: 2018\nconvention: c\n", encoding="utf-8")
    missions = "\n  - id: M1\n    trajets:\n      - de: Paris" * 2
    (year / "2018-01.yaml").write_text(f"numero: 2018-01\nconvention: c\nmissions:{missions}\n", encoding="utf-8")
    found = folder_to_workbook(year, tmp_path / "p.xlsx", workspace).findings
    assert {one.code for one in found} == {"FO093"}
    assert not (tmp_path / "p.xlsx").exists()


# A sheet saved as text


def saved(tmp_path: Path, text: str, name: str = "Budget dépenses.csv", encoding: str = "cp1252") -> Path:
    (tmp_path / "p.xlsx").write_bytes(sample())
    path = tmp_path / name
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_sheet_saved_as_text_goes_back_to_its_workbook(tmp_path: Path, encoding: str, separator: str) -> None:
    lines = (
        f"{HEADINGS}\n(EXEMPLE);;Salle;;;;1;;\n2018-01;;Buffet d’été;;;;1 250,50;EUR;Ville [valmont]\n;;;;;;;;\n"
        '2018-02;;"Deux\nlignes";;;;3;;\n'
    )
    path = saved(tmp_path, lines.replace(";", separator), encoding=encoding)
    outcome = sheet_to_workbook(path, tmp_path / "p.xlsx", tmp_path / "q.xlsx", Workspace(tmp_path))
    assert outcome.findings == ()
    loaded = load_workbook(tmp_path / "q.xlsx", "q.xlsx")
    first, second = (action.value for action in loaded.actions.values())
    assert first is not None
    assert second is not None
    (line,) = first.budget.expenses
    assert (line.label, str(line.amount), line.payer) == ("Buffet d’été", "1250.50", "valmont")
    assert second.budget.expenses[0].label == "Deux\nlignes"
    assert first.missions == FIRST.missions
    assert loaded.programme.value == PROGRAMME
    assert second.number == SECOND.number
    assert (tmp_path / "p.xlsx").read_bytes() == sample()


BAD_TEXTS = {
    "valeur de trop": (f"{HEADINGS}\n2018-01;;Salle;;;;1;;;9\n", "FO098", "A2", "10 valeurs, l’en-tête 9"),
    "valeur de moins": (f"{HEADINGS}\n2018-01;;Salle\n", "FO098", "A2", "3 valeurs, l’en-tête 9"),
    "virgule": (f"{HEADINGS}\n2018-01;;Salle;;;;douze;;\n", "FO043", "G2", "douze"),
    "autre feuille": ("a;b\n1;2\n", "FO099", None, "n’a pas les en-têtes"),
    "vide": ("", "FO099", None, "n’a pas les en-têtes"),
    "guillemet": (f'{HEADINGS}\n2018-01;;"Salle;;;;1;;\n', "FO099", None, "guillemets"),
    "action inconnue": (f"{HEADINGS}\n2018-09;;Salle;;;;1;;\n", "FO091", "A2", "2018-09"),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_a_sheet_of_text_that_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    text, code, cell, words = BAD_TEXTS[name]
    path = saved(tmp_path, text)
    outcome = sheet_to_workbook(path, tmp_path / "p.xlsx", tmp_path / "q.xlsx", Workspace(tmp_path))
    (finding,) = outcome.findings
    assert (finding.code, finding.place.cell) == (code, cell)
    assert finding.place.file == "Budget dépenses.csv"
    assert words in plain(finding.message)
    assert not (tmp_path / "q.xlsx").exists()


def test_a_sheet_of_text_is_named_by_its_file_or_by_the_caller(tmp_path: Path) -> None:
    path = saved(tmp_path, f"{HEADINGS}\n2018-01;;Salle;;;;1;;\n", name="export.csv")
    book, new, workspace = tmp_path / "p.xlsx", tmp_path / "q.xlsx", Workspace(tmp_path)
    assert [one.code for one in sheet_to_workbook(path, book, new, workspace).findings] == ["FO099"]
    assert sheet_to_workbook(path, book, new, workspace, "budget DÉPENSES").done
    binary = saved(tmp_path, f"{HEADINGS}\n", name="Missions.csv")
    binary.write_bytes(b"\x81\x8d\xff")
    (finding,) = sheet_to_workbook(binary, book, tmp_path / "r.xlsx", workspace).findings
    assert "Windows-1252" in finding.message
