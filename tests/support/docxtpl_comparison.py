"""Two packages compared part by part, and docxtpl's own result to compare with."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from tests.support.word import W

CONTENT_TYPES = "[Content_Types].xml"


def of_docxtpl(template: bytes, context: Mapping[str, Any], environment: Environment | None = None) -> bytes:
    """What docxtpl makes of a template."""
    reference = DocxTemplate(io.BytesIO(template))
    reference.render(dict(context), environment, autoescape=True)
    buffer = io.BytesIO()
    reference.save(buffer)
    return buffer.getvalue()


def parts(word: bytes) -> dict[str, Any]:
    """Each part in canonical form; relations as a set; the content type of each part, however it is declared."""
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        names = archive.namelist()
        contents = {name: comparable(name, archive.read(name)) for name in names if name != CONTENT_TYPES}
        types = etree.fromstring(archive.read(CONTENT_TYPES))
    return contents | {CONTENT_TYPES: {name: content_type(types, name) for name in contents if _is_part(name)}}


def comparable(name: str, content: bytes) -> Any:
    if name.endswith(".rels"):
        return set(_relations(name, etree.fromstring(content)))
    if name == "docProps/core.xml":  # docxtpl adds every property that is not there, empty
        return {str(entry.tag): entry.text for entry in etree.fromstring(content) if entry.text}
    return etree.tostring(in_order(etree.fromstring(content)), method="c14n") if name.endswith(".xml") else content


def in_order(root: Any) -> Any:
    """Give cell properties one order: docxtpl puts some where the schema, and Microsoft's validator, refuse them."""
    for properties in root.iter(f"{{{W}}}tcPr"):
        properties[:] = sorted(properties, key=lambda element: str(element.tag))
    return root


def _relations(name: str, tree: Any) -> Iterator[tuple[str, ...]]:
    """Identifier, type, target, mode: a target that stands for a part is that part's full name."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in tree:
        mode = relation.get("TargetMode", "Internal")
        target = relation.get("Target")
        if mode == "Internal":
            target = posixpath.normpath(posixpath.join("/", folder, target))
        yield relation.get("Id"), relation.get("Type"), target, mode


def _is_part(name: str) -> bool:
    return not name.endswith((".rels", "/"))


def content_type(types: Any, name: str) -> str:
    """The content type of a part: declared for itself, else for its extension (ECMA-376 part 2, 10.1.2.4)."""
    own = {entry.get("PartName").lower(): entry.get("ContentType") for entry in types.iter("{*}Override")}
    shared = {entry.get("Extension").lower(): entry.get("ContentType") for entry in types.iter("{*}Default")}
    return own.get(f"/{name}".lower()) or shared[name.rpartition(".")[2].lower()]
