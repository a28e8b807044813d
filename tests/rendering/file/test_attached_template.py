"""The link to the Word template that a document is based on is dropped, and the lint tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.rendering import compile_template
from generator.rendering.review import review_template
from tests.support.as_word import OFFICE
from tests.support.package_lint import faults_of
from tests.support.word import document, edited, member, with_members

RELATIONS = "word/_rels/settings.xml.rels"


def attached(target: str) -> bytes:
    """A template attached to another, as Word writes it."""
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/relationships/attachedTemplate" Target="{target}" TargetMode="External"/></Relationships>'
    )
    element = f'<w:attachedTemplate xmlns:r="{OFFICE}/relationships" r:id="rId1"/></w:settings>'
    word = edited(document("{{ a }}"), "word/settings.xml", lambda xml: xml.replace("</w:settings>", element))
    return with_members(word, {RELATIONS: links.encode()})


@pytest.mark.parametrize("target", ["file:///C:/Users/x/Ma%20charte.dotm", "Ma%20charte.dotm", "C:\\x\\Ma charte.dotm"])
def test_the_link_is_dropped_and_told(target: str, tmp_path: Path) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(attached(target))
    word = compile_template(path).render({"a": "x"})
    assert b"attachedTemplate" not in member(word, "word/settings.xml") + member(word, RELATIONS)
    assert faults_of(word) == []
    [finding] = [finding for finding in review_template(path).findings if finding.code == "TP506"]
    assert "Ma charte.dotm" in finding.message
    assert "Users" not in finding.message


def test_a_template_that_is_attached_to_none_keeps_its_settings() -> None:
    word = document("{{ a }}")
    assert member(compile_template(word).render({"a": "x"}), "word/settings.xml") == member(word, "word/settings.xml")
