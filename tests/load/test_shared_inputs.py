"""What a whole workspace shares, read from several files: nothing of one file is lost beside the others."""

from pathlib import Path

import pytest

from generator.load import load_action, load_allowances, load_case, load_law
from generator.workspace import Workspace
from tests.support.workspaces import edit

TABLES = Path("inputs/baremes")
RATE = "indemnites:\n  - {pays: SN, devise: XOF, montant: 60000, source: délibération}\n"


@pytest.mark.parametrize("examples", [("oui", "non"), ("non", "oui"), ("oui", "oui")])
def test_one_table_that_is_an_example_makes_an_example_of_all(examples: tuple[str, str], workspace: Path) -> None:
    for name, example in zip(("a.yaml", "z.yaml"), examples, strict=True):
        (workspace / TABLES / name).write_text(f"exemple: {example}\n{RATE}", encoding="utf-8")
    tables = load_allowances(Workspace(workspace)).value
    assert tables is not None
    assert tables.example
    assert [rate.country for rate in tables.rates] == ["SN", "MA", "SN"]


def test_tables_of_which_none_is_an_example_are_no_example(workspace: Path) -> None:
    for path in (workspace / TABLES).iterdir():
        path.unlink()
    for name in ("a.yaml", "b.yaml"):
        (workspace / TABLES / name).write_text(f"exemple: non\n{RATE}", encoding="utf-8")
    tables = load_allowances(Workspace(workspace)).value
    assert tables is not None
    assert not tables.example
    assert len(tables.rates) == 2


def test_a_fault_in_one_file_of_the_law_leaves_the_rest_and_makes_no_law_whole(workspace: Path) -> None:
    whole = load_law(Workspace(workspace)).value
    assert whole is not None
    edit(workspace / "inputs/references/maroc.yaml", "\ntextes:", "\ninconnu: x\ntextes:")
    law = load_law(Workspace(workspace))
    assert law.findings
    assert law.value is None
    assert law.partial == whole


def test_an_action_of_another_year_is_refused_in_its_folder(workspace: Path) -> None:
    text = (workspace / "inputs/2017/2017-01.yaml").read_text(encoding="utf-8")
    for year in ("2016", "2018"):
        path = workspace / f"inputs/{year}/2017-01.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        assert [finding.code for finding in load_action(path, Workspace(workspace)).findings] == ["FO056"]


def test_an_action_is_judged_by_what_is_left_of_faulty_events(workspace: Path) -> None:
    events = workspace / "inputs/conventions/dijon-chefchaouen-2016.evenements.yaml"
    edit(events, "renouvellements: []", "renouvellements:\n  - {annees: cinq}")
    loaded = load_case(workspace / "inputs/2017/2017-01.yaml", Workspace(workspace))
    assert not loaded.is_complete
    assert loaded.case is not None
    assert loaded.case.events is not None
    assert loaded.case.events.signature.day is not None
