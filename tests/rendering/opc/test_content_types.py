"""Content types: a part has its own, or that of its extension, in any case of letters."""

from __future__ import annotations

from lxml import etree

from generator.rendering.opc.content_types import declare_extension, declare_part, overrides, type_of

NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES = (
    f'<Types xmlns="{NAMESPACE}"><Default Extension="PNG" ContentType="image/png"/>'
    '<Override PartName="/word/a.png" ContentType="image/own"/></Types>'
)


def test_the_type_of_a_part_is_its_own_else_that_of_its_extension_else_none() -> None:
    types = etree.fromstring(TYPES)
    assert type_of(types, "word/a.png", "png") == "image/own"
    assert type_of(types, "word/b.png", "png") == "image/png"
    assert type_of(types, "word/b.gif", "gif") == ""


def test_a_part_that_is_declared_has_that_type() -> None:
    types = etree.fromstring(TYPES)
    declare_part(types, "word/styles.xml", "a/b")
    assert overrides(types) == {"word/a.png": "image/own", "word/styles.xml": "a/b"}
    assert overrides(None) == {}


def test_an_extension_is_declared_once_whatever_its_case() -> None:
    types = etree.fromstring(TYPES)
    for extension in ("png", "gif", "GIF"):
        declare_extension(types, extension, f"image/{extension}")
    assert [each.get("Extension") for each in types if each.get("Extension")] == ["gif", "PNG"]
