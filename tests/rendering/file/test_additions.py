"""What is added to a package: nothing twice, and under the first free names."""

from __future__ import annotations

import pytest

from generator.rendering.file.additions import Additions, PartAdditions
from generator.rendering.file.word_file import open_word_file
from generator.rendering.opc.content_types import TYPES
from tests.support.docxtpl_values import picture
from tests.support.word import DOCUMENT, document, with_members

LINKS = "word/_rels/document.xml.rels"


@pytest.fixture
def additions() -> Additions:
    word = open_word_file(document("x"))
    return Additions(word.members, word.document)


def test_nothing_is_changed_before_something_is_added(additions: Additions) -> None:
    assert not additions
    assert additions.related("styles") is not None
    assert additions.members() == {}


def test_an_address_is_related_once(additions: Additions) -> None:
    part = PartAdditions(additions, DOCUMENT)
    once, again, other = (part.link(address) for address in ("https://a", "https://a", "https://b"))
    assert once == again != other
    assert list(additions.trees()) == [LINKS]


def test_an_image_is_added_once_and_its_type_declared(additions: Additions) -> None:
    part = PartAdditions(additions, DOCUMENT)
    one, same, other = (part.image(picture(shade).read(), "png", "image/png") for shade in (0, 0, 9))
    assert one == same != other
    assert sorted(additions.members()) == [TYPES, LINKS, "word/media/image1.png", "word/media/image2.png"]
    assert [each.get("ContentType") for each in additions.trees()[TYPES] if each.get("Extension") == "png"] == [
        "image/png"
    ]


def test_each_chart_is_a_part_with_its_type() -> None:
    word = open_word_file(with_members(document("x"), {"word/charts/Chart1.xml": b"<x/>"}))
    additions = Additions(word.members, word.document)
    part = PartAdditions(additions, DOCUMENT)
    assert part.chart(b"<x/>") != part.chart(b"<x/>")
    assert sorted(additions.members())[2:] == ["word/charts/chart2.xml", "word/charts/chart3.xml"]
    types = [each.get("ContentType", "") for each in additions.trees()[TYPES] if "chart" in each.get("PartName", "")]
    assert [kind.rpartition(".")[2] for kind in types] == ["chart+xml"] * 2


def test_a_part_that_lacks_is_made_with_its_type_and_its_relation(additions: Additions) -> None:
    assert additions.related("comments") is None
    comments = additions.change_related("comments")
    assert additions.change_related("comments") is comments
    assert sorted(additions.trees()) == [TYPES, LINKS, "word/comments.xml"]


def test_identifiers_are_above_those_of_the_template(additions: Additions) -> None:
    assert PartAdditions(additions, DOCUMENT).next_identifier() == 1
    assert PartAdditions(additions, DOCUMENT).bookmarks().take("a") == 1
    assert PartAdditions(additions, DOCUMENT).bookmarks().take("a") is None
