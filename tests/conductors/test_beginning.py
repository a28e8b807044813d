"""Beginning something: what cannot be read is not taken up, what is there stays, and nothing is written by halves."""

from pathlib import Path

from generator.conductors.new import new_framework, new_workspace, next_year_action
from generator.workspace import Workspace
from tests.support.workspaces import edit

ACTION = Path("inputs/2017/2017-03.yaml")


def test_a_form_with_a_fault_of_form_is_not_taken_up(workspace: Path) -> None:
    """The keys after a fault may be lost: the new form would lack them unseen."""
    edit(workspace / ACTION, "intitule: Regards", "axe: bis\nintitule: Regards")
    outcome = next_year_action(Workspace(workspace), "2018", workspace / ACTION)
    assert (outcome.done, outcome.produced) == (False, ())
    assert [finding.code[:2] for finding in outcome.findings] == ["FO"]
    assert not (workspace / "inputs/2018").exists()


def test_a_framework_is_begun_whole_or_not_at_all(workspace: Path) -> None:
    known = Workspace(workspace)
    known.events("valmont-tazerout").write_text("à garder", encoding="utf-8")
    outcome = new_framework(known, "valmont-tazerout", None)
    assert (outcome.done, outcome.produced) == (False, ())
    assert [finding.place.file for finding in outcome.findings] == [known.name_of(known.events("valmont-tazerout"))]
    assert known.events("valmont-tazerout").read_text(encoding="utf-8") == "à garder"
    assert not known.framework("valmont-tazerout").exists()


def test_a_fresh_workspace_leaves_and_tells_what_is_there(tmp_path: Path) -> None:
    mine = tmp_path / "inputs/regles.yaml"
    mine.parent.mkdir()
    mine.write_text("reglages: []\n", encoding="utf-8")
    outcome = new_workspace(tmp_path)
    assert [finding.place.file for finding in outcome.findings] == [mine.as_posix()]
    assert mine.read_text(encoding="utf-8") == "reglages: []\n"
    assert mine not in outcome.produced
    assert all(path.is_file() for path in outcome.produced)
