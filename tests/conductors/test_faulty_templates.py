"""A faulty template: every command tells it alike."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

import docx
import pytest

from generator.conductors.check import check_actions
from generator.conductors.generate import generate
from generator.conductors.review import annotated_template, review_templates
from generator.findings import Finding
from generator.making import Request
from generator.workspace import Workspace

ACTION = Path("inputs/2017/2017-01.yaml")


def spoilt(workspace: Path, *texts: str) -> str:
    """Add paragraphs to the body of a template that every action with travellers uses; return the template's name."""
    path = workspace / "templates/ordre_de_mission/modele.docx"
    word = docx.Document(str(path))
    for text in texts:
        word.add_paragraph(text)
    word.save(str(path))
    return "templates/ordre_de_mission/modele.docx"


def told(found: Iterable[Finding], name: str) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.message, finding.fix) for finding in found if finding.place.file == name]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["{{ inconnu }}"], ["TP401"]),
        (["{{ parties }}"], ["TP203"]),
        (["{{ exemple }}"], ["TP203"]),
        (["{% for x in convention.titre %}x{% endfor %}"], None),
        (
            ["{%p si exemple %}", "x", "{%p endif %}", "{{ inconnu }}", "{{ a }", "${x}"],
            ["TP104", "TP401", "TP101", "TP433"],
        ),
        (["${nom}"], ["TP433"]),
        (["{{ 7 / 2 }}"], ["TP434"]),
        (["{{ nom-du-maire }}", "{{ mission.x }}"], None),
    ],
)
def test_check_generate_the_review_and_its_copy_tell_a_template_alike(
    workspace: Path, texts: list[str], codes: list[str] | None
) -> None:
    name = spoilt(workspace, *texts)
    place = Workspace(workspace)
    [reviewed] = review_templates(["ordre_de_mission"], place)
    expected = told(reviewed.findings, name)
    assert [code for code, _, _ in expected] == codes or codes is None
    assert expected
    [checked] = check_actions([workspace / ACTION], place, final=False)
    assert told(checked.findings, name) == expected
    assert not checked.done
    for final in (False, True):
        request = Request(final=final, only=("ordre_de_mission",))
        [made] = generate([workspace / ACTION], place, request)
        assert told(made.findings, name) == expected
        assert not made.done
    copy = annotated_template(reviewed)
    assert copy is not None
    comments = zipfile.ZipFile(io.BytesIO(copy)).read("word/comments.xml").decode()
    places = [comments.find(f"{code} erreur") for code, _, _ in expected]
    assert places == sorted(places)
    assert -1 not in places


def test_an_action_that_calls_for_no_document_of_a_faulty_template_is_not_bothered(workspace: Path) -> None:
    path = workspace / "templates/convention_cadre/modele.docx"
    word = docx.Document(str(path))
    word.add_paragraph("{{ inconnu }}")
    word.save(str(path))
    [checked] = check_actions([workspace / ACTION], Workspace(workspace), final=False)
    assert told(checked.findings, "templates/convention_cadre/modele.docx") == []
