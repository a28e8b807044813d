"""The papers of a package: who sends them."""

from pathlib import Path

from generator.acts.planning import Plan
from generator.artifacts import Document, DocumentRequest
from generator.load import load_case
from generator.shelf import Shelf
from generator.workspace import Workspace
from tests.support.workspaces import OTHER_ACTION, copy_other_framework

ORIGINAL = Document("convention_specifique", "", "convention_specifique", b"corps")


def slips(name: str, folder: Path) -> list[DocumentRequest]:
    """The slips that go with the package of another framework convention."""
    workspace = Workspace(copy_other_framework(name, folder))
    case = load_case(workspace.root / OTHER_ACTION, workspace).case
    assert case is not None
    papers = Plan.of(case, Shelf.of(workspace).kinds, draft=False).package_papers(ORIGINAL)
    return [paper for paper in papers if paper.kind == "bordereau_envoi"]


def test_slips_are_sent_by_the_first_party_whose_law_asks_for_a_transmission(tmp_path: Path) -> None:
    """Six parties, of which the first, abroad, transmits nothing; the second, a French département, does."""
    found = slips("six-parties", tmp_path)
    assert found
    for slip in found:
        sender = slip.context["expediteur"]
        assert isinstance(sender, dict)
        assert str(sender["nom"]).startswith("Département")


def test_instructions_name_the_town_and_the_title_as_sentences_do(tmp_path: Path) -> None:
    workspace = Workspace(copy_other_framework("six-parties", tmp_path))
    form = workspace.root / OTHER_ACTION
    typed = form.read_text(encoding="utf-8").replace("intitule: Bornes", "intitule: bornes")
    form.write_text(typed.replace("lieu: Hauteroche, date: 2025-04-08", "lieu: Les Aubiers, date: 2025-04-08"), "utf-8")
    case = load_case(form, workspace).case
    assert case is not None
    papers = Plan.of(case, Shelf.of(workspace).kinds, draft=False).package_papers(ORIGINAL)
    (paper,) = (each for each in papers if each.kind == "instruction_signature")
    act, steps = paper.context["acte"], paper.context["etapes_signature"]
    assert isinstance(act, dict)
    assert isinstance(steps, list)
    assert str(act["intitule"]).startswith("Bornes-fontaines")
    assert {str(step["a_lieu"]) for step in steps if isinstance(step, dict)} == {"aux Aubiers"}
