"""Another document as its body needs it."""

from __future__ import annotations

import docx

from generator.rendering.file.word_file import open_word_file
from generator.rendering.grafts.incoming_document import Link, document_of_file, document_of_subdocument
from tests.support.docxtpl_values import picture, stranger, written
from tests.support.word import document, saved


def test_a_file_gives_its_blocks_styles_and_lists() -> None:
    incoming = document_of_file(open_word_file(document("a", "b")))
    assert [block.tag.rpartition("}")[2] for block in incoming.blocks] == ["p", "p", "sectPr"]
    assert incoming.styles is not None
    assert incoming.numbering is not None


def test_an_image_comes_with_its_octets_and_its_type() -> None:
    word = docx.Document()
    word.add_picture(picture())
    [link] = [link for link in document_of_file(open_word_file(saved(word))).links.values() if link.kind == "image"]
    assert link == Link("image", "", picture().read(), "png", "image/png")


def test_a_sub_document_gives_the_same_as_a_file() -> None:
    incoming = document_of_subdocument(written(stranger()))
    assert {block.tag.rpartition("}")[2] for block in incoming.blocks} >= {"p", "tbl"}
    assert {link.kind for link in incoming.links.values()} >= {"image", "styles", "numbering"}
