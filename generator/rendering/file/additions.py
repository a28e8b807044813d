"""What is added to a package: relations, images, charts, styles, lists, the content types of these.

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

from generator.rendering.opc import content_types
from generator.rendering.opc.archive import Member
from generator.rendering.opc.content_types import TYPES, declare_extension, declare_part
from generator.rendering.opc.relation_types import CHART, COMMENTS, HYPERLINK, IMAGE, NUMBERING, STYLES, full_type
from generator.rendering.opc.relations import NO_RELATION, RELATION, relations_of, relations_part
from generator.rendering.opc.xml_parts import Element, parse, serialize
from generator.rendering.word.bookmarks import Bookmarks
from generator.rendering.word.names import WORDPROCESSINGML

_MEDIA = "word/media/"
_CHARTS = "word/charts/chart{}.xml"
_SERIAL = re.compile(r"(\d+)\.\w+$")
_IDENTIFIER = re.compile(rb'\sid="(\d+)"')
_NEW_PARTS = {STYLES: content_types.STYLES, NUMBERING: content_types.NUMBERING, COMMENTS: content_types.COMMENTS}
"""The parts that may be made, each with its content type; its kind names its root too."""


class Additions:
    """What one rendering adds to the members of its template; nothing is read before something is added.

    Args:
        members: the members of the package.
        document: the name of its main part.
        trees: parts that are parsed already, and are changed in place; by default each is parsed when it is needed.
        drawing_numbers: the numbers that pictures have in the parts other than the body.
    """

    def __init__(
        self,
        members: Mapping[str, Member],
        document: str,
        trees: Mapping[str, Element] | None = None,
        drawing_numbers: Iterable[int] = (),
    ) -> None:
        self.drawing_numbers = set(drawing_numbers)
        self._members = members
        self._document = document
        self._trees: dict[str, Element] = dict(trees or {})
        self._changed: set[str] = set()
        self._added: dict[str, Member] = {}
        self._bookmarks: dict[str, Bookmarks] = {}

    def __bool__(self) -> bool:
        """Whether anything was added."""
        return bool(self._changed)

    def members(self) -> dict[str, Member]:
        """Return what is new or changed, by name."""
        return {name: Member.compress(name, serialize(tree)) for name, tree in self.trees().items()} | self._added

    def trees(self) -> dict[str, Element]:
        """Return the parts that changed, by name."""
        return {name: self._trees[name] for name in sorted(self._changed)}

    def change(self, name: str, blank: str = "") -> Element:
        """Return the tree of a part that is about to change; ``blank`` is its content when there is no such part."""
        self._changed.add(name)
        return self._tree(name, blank)

    def related(self, kind: str) -> Element | None:
        """Return the tree of the part of a kind that the document is related to, to read it."""
        name = self._related(kind)
        return None if name is None else self._tree(name, "")

    def related_member(self, kind: str) -> Member | None:
        """Return the part of a kind as the template has it: to ask it what never changes, without parsing it."""
        return self._members.get(self._related(kind) or "")

    def change_related(self, kind: str) -> Element:
        """Return the tree of that part, about to change; it is made when there is none."""
        name = self._related(kind)
        if name is None:
            name = self._free_name(kind)
            self.relate(self._document, kind, name)
            declare_part(self.change(TYPES), name, _NEW_PARTS[kind])
        return self.change(name, f'<w:{kind} xmlns:w="{WORDPROCESSINGML}"/>')

    def relate(self, part: str, kind: str, target: str, *, is_external: bool = False) -> str:
        """Return the identifier of the relation of a part to another, or to an address: a new one if need be."""
        links = self.change(relations_part(part), NO_RELATION)
        folder = posixpath.dirname(part)
        wanted = {"Type": full_type(kind), "Target": target if is_external else posixpath.relpath(target, folder)}
        if is_external:
            wanted["TargetMode"] = "External"
        for link in links:
            if {name: value for name, value in link.attrib.items() if name != "Id"} == wanted:
                return str(link.get("Id"))
        identifier = _first_free("rId{}", {link.get("Id", "") for link in links})
        etree.SubElement(links, RELATION, {"Id": identifier, **wanted})
        return identifier

    def add_image(self, content: bytes, extension: str, content_type: str) -> str:
        """Return the name of the image that has this content: a new one if need be."""
        members = {**self._members, **self._added}
        media = {name: member for name, member in members.items() if name.startswith(_MEDIA)}
        image = Member.compress("", content)
        # Size and checksum first: few pictures of a template are unpacked to be compared.
        for name, member in media.items():
            if (member.crc, member.size) == (image.crc, image.size) and member.content() == content:
                return name
        serials = {serial[1] for name in media if (serial := _SERIAL.search(name))}
        name = f"{_MEDIA}image{_first_free('{}', serials)}.{extension}"
        self._added[name] = Member.compress(name, content)
        declare_extension(self.change(TYPES), extension, content_type)
        return name

    def add_chart(self, content: bytes) -> str:
        """Return the name of a new chart: Word wants a part for each, though two be equal."""
        taken = {name.casefold() for name in (*self._members, *self._added)}
        name = _first_free(_CHARTS, taken)
        self._added[name] = Member.compress(name, content)
        declare_part(self.change(TYPES), name, content_types.CHART)
        return name

    def next_identifier(self, part: str) -> int:
        """Return a number above every identifier that the template writes in a part."""
        return 1 + max(map(int, _IDENTIFIER.findall(self._members[part].content())), default=0)

    def bookmarks(self, part: str) -> Bookmarks:
        """Return the bookmarks that a part has so far, those of the template first."""
        if part not in self._bookmarks:
            self._bookmarks[part] = Bookmarks.of(self._members[part].content())
        return self._bookmarks[part]

    def _related(self, kind: str) -> str | None:
        name = relations_part(self._document)
        relations = relations_of({name: self._tree(name, NO_RELATION)})
        parts = (relation.target for relation in relations if relation.kind == kind and not relation.external)
        return next((part for part in parts if part.endswith(".xml")), None)

    def _free_name(self, kind: str) -> str:
        """Return the name of a new part of a kind, beside the document; names that differ by case are one."""
        taken = {name.casefold() for name in (*self._members, *self._trees)}
        names = (f"{posixpath.dirname(self._document)}/{kind}{rank or ''}.xml" for rank in count())
        return next(name for name in names if name.casefold() not in taken)

    def _tree(self, name: str, blank: str) -> Element:
        if name not in self._trees:
            member = self._members.get(name)
            self._trees[name] = parse(blank if member is None else member.content())
        return self._trees[name]


@dataclass(frozen=True, slots=True)
class PartAdditions:
    """What is added for one part."""

    additions: Additions
    part: str

    def link(self, address: str) -> str:
        """Return the identifier of a link to an address."""
        return self.additions.relate(self.part, HYPERLINK, address, is_external=True)

    def image(self, content: bytes, extension: str, content_type: str) -> str:
        """Return the identifier of an image of this content."""
        name = self.additions.add_image(content, extension, content_type)
        return self.additions.relate(self.part, IMAGE, name)

    def chart(self, content: bytes) -> str:
        """Return the identifier of a chart of this content, a new one."""
        return self.additions.relate(self.part, CHART, self.additions.add_chart(content))

    def next_identifier(self) -> int:
        """Return a number above every identifier that the template writes in the part."""
        return self.additions.next_identifier(self.part)

    @property
    def drawing_numbers(self) -> set[int]:
        """The numbers that pictures have so far in the document."""
        return self.additions.drawing_numbers

    def bookmarks(self) -> Bookmarks:
        """Return the bookmarks that the part has so far."""
        return self.additions.bookmarks(self.part)


def _first_free(model: str, taken: Iterable[str]) -> str:
    """Return the first name, counting from one, that is not taken."""
    names = set(taken)
    return next(name for number in count(1) if (name := model.format(number)) not in names)
