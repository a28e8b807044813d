"""The XML of parts: what a file from outside loses when it is parsed, and what is refused."""

from __future__ import annotations

import pytest
from lxml import etree

from generator.rendering.opc.xml_parts import parse, parse_untrusted, remove, serialize


def test_a_file_from_outside_loses_comments_instructions_and_indentation() -> None:
    root = parse_untrusted(b"<a>\n  <b>x<!-- y -->z</b>\n  <?parafe 0?>\n</a>")
    assert etree.tostring(root) == b"<a><b>xz</b></a>"


def test_an_entity_is_never_read_from_elsewhere() -> None:
    declared = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    for read in (parse, parse_untrusted):
        assert "".join(read(declared).itertext()).strip() in {"", "&e;"}


def test_elements_inside_one_another_have_a_bound_in_a_file_from_outside_alone() -> None:
    deep = b"<a>" * 300 + b"</a>" * 300
    assert parse(deep).tag == "a"
    with pytest.raises(etree.XMLSyntaxError):
        parse_untrusted(deep)


def test_a_part_is_written_with_the_declaration_of_word() -> None:
    assert serialize(parse("<a>é</a>")).startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")


def test_an_element_without_a_parent_is_left() -> None:
    root = parse("<a><b/></a>")
    remove(root[0])
    remove(root)
    assert len(root) == 0
