"""Relations: where each leads, by the rules of relative addresses."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.rendering.opc.relation_types import full_type, short_type
from generator.rendering.opc.relations import NO_RELATION, RELATION, relations_of, relations_part, same_part


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("media/image1.png", "word/media/image1.png"),
        ("../docProps/core.xml", "docProps/core.xml"),
        ("/word/styles.xml", "word/styles.xml"),
        ("styles.xml#ici", "word/styles.xml"),
        ("#ici", "word/document.xml"),
    ],
)
def test_a_target_is_read_from_the_part_that_names_it(target: str, expected: str) -> None:
    links = etree.fromstring(NO_RELATION)
    etree.SubElement(links, RELATION, {"Id": "rId1", "Type": full_type("image"), "Target": target})
    [relation] = relations_of({"word/_rels/document.xml.rels": links})
    assert (relation.source, relation.kind, relation.target) == ("word/document.xml", "image", expected)


def test_an_address_is_left_as_it_is() -> None:
    links = etree.fromstring(NO_RELATION)
    etree.SubElement(links, RELATION, {"Type": full_type("hyperlink"), "Target": "../a", "TargetMode": "External"})
    [relation] = relations_of({"_rels/.rels": links})
    assert (relation.source, relation.target, relation.external) == ("", "../a", True)


def test_the_part_of_relations_stands_beside_its_source() -> None:
    assert relations_part("word/document.xml") == "word/_rels/document.xml.rels"
    assert relations_part("") == "_rels/.rels"


def test_case_and_escapes_make_no_other_part() -> None:
    assert same_part("/Word/Media/une%20image.png") == same_part("word/media/une image.png")
    assert short_type(full_type("styles")) == "styles"
