"""Styles by identifier, by name, and with those that they are based on."""

from __future__ import annotations

from generator.rendering.word.style_sheet import identifiers_by_name, lineage, styles_by_identifier
from tests.support.word import element

STYLES = element(
    '<w:styles><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Base"/>'
    '</w:style><w:style w:styleId="Base"><w:name w:val="Normal"/><w:basedOn w:val="Titre1"/></w:style>'
    '<w:style w:type="character" w:styleId="Mot"><w:name w:val="Heading 1"/></w:style></w:styles>'
)


def test_a_name_has_no_case_and_belongs_to_its_type() -> None:
    assert identifiers_by_name(STYLES) == {
        ("paragraph", "heading 1"): "Titre1", ("paragraph", "normal"): "Base", ("character", "heading 1"): "Mot",
    }  # fmt: skip
    assert identifiers_by_name(None) == {}


def test_a_circle_of_styles_ends_where_it_began() -> None:
    styles = styles_by_identifier(STYLES)
    assert list(lineage("Titre1", styles)) == [styles["Titre1"], styles["Base"]]
    assert list(lineage("Absent", styles)) == []
