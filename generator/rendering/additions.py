"""What the objects of one rendering add to the package: relations, images, the content types of these.

Names and identifiers are the first free ones, as in python-docx, so that equal inputs give equal packages.
Format: ECMA-376 part 2, 9.3 (relations) and 10.1 (content types).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from lxml import etree

from generator.rendering.archive import Member
from generator.rendering.ooxml import CONTENT_TYPES, OFFICE, RELATIONSHIPS, Element, parse, serialize

_TYPES = "[Content_Types].xml"
_NO_RELATION = f'<Relationships xmlns="{RELATIONSHIPS}"/>'
_MEDIA = "word/media/"
_SERIAL = re.compile(r"(\d+)\.\w+$")
_IDENTIFIER = re.compile(rb'\sid="(\d+)"')


class Additions:
    """What one rendering adds to the members of its template; nothing is read before something is added."""

    def __init__(self, members: Mapping[str, Member]) -> None:
        self._members = members
        self._trees: dict[str, Element] = {}
        self._added: dict[str, Member] = {}

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return bool(self._trees)

    def members(self) -> dict[str, Member]:
        """Return what is new or changed, by name."""
        changed = {name: Member.compress(name, serialize(tree)) for name, tree in self._trees.items()}
        return changed | self._added

    def relate(self, part: str, kind: str, target: str, *, is_external: bool = False) -> str:
        """Return the identifier of the relation of a part to another, or to an address: a new one if need be."""
        folder, file = posixpath.split(part)
        links = self._tree(f"{folder}/_rels/{file}.rels", _NO_RELATION)
        wanted = {"Type": f"{OFFICE}/{kind}", "Target": target if is_external else posixpath.relpath(target, folder)}
        if is_external:
            wanted["TargetMode"] = "External"
        for link in links:
            if {name: value for name, value in link.attrib.items() if name != "Id"} == wanted:
                return str(link.get("Id"))
        identifier = _first_free("rId{}", {link.get("Id", "") for link in links})
        etree.SubElement(links, f"{{{RELATIONSHIPS}}}Relationship", {"Id": identifier, **wanted})
        return identifier

    def add_image(self, content: bytes, extension: str, content_type: str) -> str:
        """Return the name of the image that has this content: a new one if need be."""
        members = {**self._members, **self._added}
        media = {name: member for name, member in members.items() if name.startswith(_MEDIA)}
        image = Member.compress("", content)
        for name, member in media.items():
            if (member.crc, member.size) == (image.crc, image.size) and member.content() == content:
                return name
        serials = {serial[1] for name in media if (serial := _SERIAL.search(name))}
        name = f"{_MEDIA}image{_first_free('{}', serials)}.{extension}"
        self._added[name] = Member.compress(name, content)
        self._declare(extension, content_type)
        return name

    def next_identifier(self, part: str) -> int:
        """Return a number above every identifier that the template writes in a part."""
        return 1 + max(map(int, _IDENTIFIER.findall(self._members[part].content())), default=0)

    def _declare(self, extension: str, content_type: str) -> None:
        types = self._tree(_TYPES, "")
        known = {default.get("Extension", "").lower() for default in types.iter(f"{{{CONTENT_TYPES}}}Default")}
        if extension.lower() not in known:
            declared = etree.Element(
                f"{{{CONTENT_TYPES}}}Default", {"Extension": extension, "ContentType": content_type}
            )
            types.insert(0, declared)

    def _tree(self, name: str, blank: str) -> Element:
        if name not in self._trees:
            member = self._members.get(name)
            self._trees[name] = parse(blank if member is None else member.content())
        return self._trees[name]


@dataclass(frozen=True, slots=True)
class PartAdditions:
    """What a rendering adds for one part."""

    additions: Additions
    part: str

    def link(self, address: str) -> str:
        """Return the identifier of a link to an address."""
        return self.additions.relate(self.part, "hyperlink", address, is_external=True)

    def image(self, content: bytes, extension: str, content_type: str) -> str:
        """Return the identifier of an image of this content."""
        name = self.additions.add_image(content, extension, content_type)
        return self.additions.relate(self.part, "image", name)

    def next_identifier(self) -> int:
        """Return a number above every identifier that the template writes in the part."""
        return self.additions.next_identifier(self.part)


def _first_free(model: str, taken: Iterable[str]) -> str:
    """Return the first name, counting from one, that is not taken."""
    names = set(taken)
    return next(name for number in count(1) if (name := model.format(number)) not in names)
