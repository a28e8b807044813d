"""The shelf: which kinds make a sound workspace, and which templates would pass for a valid act."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.artifacts import DocumentRequest
from generator.conductors.review import review_templates
from generator.findings import Place
from generator.model import DocumentKind
from generator.rendering import ReadValue, Spot
from generator.shelf import Shelf, UnrenderedError, missing_marks
from generator.workspace import Workspace
from tests.support.as_word import field, paragraph, run
from tests.support.word import DOCUMENT, edited

ACT, COPY = ({"intitule": "Acte", "etape": "signature", "pour": subject} for subject in ("action", "convention"))
PLACE = Place("modele.docx")


def unmarked(kind: dict[str, str], *shown: tuple[str, str]) -> list[str]:
    """The mentions that a template lacks, which shows some variables, each in a part."""
    variables = {path: ReadValue(path, is_loop=False, spots=(Spot(part),)) for path, part in shown}
    found = missing_marks(DocumentKind.model_validate(kind), variables, PLACE)
    return ["PROJET" if "PROJET" in finding.message else "EXEMPLE" for finding in found]


def faults(workspace: Path, wanted: Iterable[str] = (), *, needs_act: bool = False) -> list[str]:
    return [finding.code for finding in Shelf.of(Workspace(workspace)).faults(wanted, needs_act=needs_act)]


def test_a_template_shows_in_its_headers_that_it_is_a_draft_and_an_example() -> None:
    assert unmarked(ACT, ("projet", "en-tête 1"), ("exemple", "en-tête 2")) == []
    assert unmarked(ACT, ("projet", "en-tête 1")) == ["EXEMPLE"]
    assert unmarked(ACT, ("exemple", "en-tête 1")) == ["PROJET"]


def test_a_mention_outside_the_headers_is_not_shown_on_every_page() -> None:
    assert unmarked(ACT, ("projet", "corps"), ("exemple", "pied de page 1")) == ["PROJET", "EXEMPLE"]


def test_the_copy_of_a_signed_text_is_no_draft_but_may_be_an_example() -> None:
    assert unmarked(COPY, ("exemple", "en-tête 1")) == []
    assert unmarked(COPY) == ["EXEMPLE"]


def test_a_workspace_has_one_act_where_an_act_is_wanted(workspace: Path) -> None:
    assert faults(workspace, needs_act=True) == []
    shutil.copytree(workspace / "templates/convention_specifique", workspace / "templates/convention_bis")
    assert faults(workspace) == ["MO003"]
    for name in ("convention_specifique", "convention_bis"):
        shutil.rmtree(workspace / "templates" / name)
    assert faults(workspace, needs_act=True) == ["MO004"]
    assert faults(workspace, needs_act=False) == []


def test_a_kind_needs_its_template_and_a_name_a_kind(workspace: Path) -> None:
    Shelf.of(Workspace(workspace)).path("page_de_garde").unlink()
    assert faults(workspace) == ["MO006"]
    assert faults(workspace, ["page_de_gard"]) == ["MO001", "MO006"]


def test_the_sources_of_a_kind_are_its_two_files_and_its_clauses(workspace: Path) -> None:
    assert sorted(Shelf.of(Workspace(workspace)).sources(["page_de_garde"])) == [
        "templates/clauses/en_tete.docx",
        "templates/clauses/en_tete_dossier.docx",
        "templates/page_de_garde/document.yaml",
        "templates/page_de_garde/modele.docx",
    ]


def test_a_clause_is_read_once_for_all_the_kinds_and_actions_whose_source_it_is(workspace: Path) -> None:
    shelf, kinds = Shelf.of(Workspace(workspace)), ["liste_prealables", "page_de_garde"]
    assert [shelf.template_findings(kind) for kind in kinds] == [(), ()]
    first = shelf.sources(kinds[:1])
    for path in (workspace / "templates/clauses").glob("*.docx"):
        path.write_bytes(b"clause retouchee pendant la production")
    both = shelf.sources(kinds)
    assert all(both[name] is content for name, content in first.items())
    assert both["templates/clauses/en_tete_dossier.docx"][:2] == b"PK"


def test_no_document_is_handed_out_beside_one_that_cannot_be_made(workspace: Path) -> None:
    shelf = Shelf.of(Workspace(workspace))
    shutil.copy(workspace / "templates/clauses/en_tete_dossier.docx", shelf.path("page_de_garde"))
    framework = DocumentRequest("convention_cadre", "", {"texte": {"titre": "Convention"}})
    with pytest.raises(UnrenderedError, match="PROJET"):
        shelf.render([framework, DocumentRequest("page_de_garde", "1", {})], draft=True)


def test_a_kind_may_refuse_a_template_whose_fields_word_must_compute_again(workspace: Path) -> None:
    folder = workspace / "templates" / "page_de_garde"
    template = folder / "modele.docx"
    computed = paragraph(field(" SEQ Tableau ", run("1")))
    template.write_bytes(
        edited(template.read_bytes(), DOCUMENT, lambda xml: xml.replace("<w:sectPr", f"{computed}<w:sectPr", 1))
    )
    request = DocumentRequest("page_de_garde", "1", {})

    def codes() -> set[str]:
        with pytest.raises(UnrenderedError) as caught:
            Shelf.of(Workspace(workspace)).render([request], draft=False)
        return {finding.code for finding in caught.value.findings}

    assert "TP505" not in codes()
    rules = folder / "document.yaml"
    rules.write_text(rules.read_text(encoding="utf-8") + "\nsans_champ_a_jour: oui\n", encoding="utf-8")
    assert codes() == {"TP505"}
    [reviewed] = review_templates(["page_de_garde"], Workspace(workspace))
    assert "TP505" in {finding.code for finding in reviewed.findings}
