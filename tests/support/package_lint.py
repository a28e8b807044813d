"""Every fault for which Word refuses, repairs or misreads a finished .docx, found without a line of the engine.

It knows the file alone, through zipfile and lxml, so that no error of the engine can hide here too.
Sources: ECMA-376 part 1 (WordprocessingML), part 2 (packages); [MS-DOCX] 2.5.4.3 (w14:paraId).
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from lxml import etree

NAMESPACES = {
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
CONTENT_TYPES = "[Content_Types].xml"
PARAGRAPH, FALLBACK = f"{{{NAMESPACES['w']}}}p", f"{{{NAMESPACES['mc']}}}Fallback"
TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}|%7B%7B|%7B%25", re.IGNORECASE)
MAX_PARAGRAPH_ID = 0x80000000
OWN_DATA = ("customXml/", "word/glossary/")
"""Parts whose content is not the document's."""

NOTES = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
STYLED = "//w:pPr/w:pStyle/@w:val | //w:rPr/w:rStyle/@w:val | //w:tblPr/w:tblStyle/@w:val"
BOXES = "//w:hdr | //w:ftr | //w:footnote | //w:endnote | //w:comment | //w:txbxContent"


class Fault(NamedTuple):
    """A fault: which check found it, in which part, what about."""

    check: str
    part: str
    what: str = ""


class File:
    """A finished file: its parts, those that are XML as trees, and the faults that hindered its reading."""

    def __init__(self, word: bytes) -> None:
        self.faults: list[Fault] = []
        self.trees: dict[str, Any] = {}
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            self.names = archive.namelist()
            self.faults += [Fault("part twice", name) for name in repeated(self.names)]
            for name in self.names:
                self._read(archive, name)

    def _read(self, archive: zipfile.ZipFile, name: str) -> None:
        try:
            content = archive.read(name)
        except zipfile.BadZipFile:
            self.faults.append(Fault("checksum", name))
            return
        if name.endswith((".xml", ".rels")):
            self._parse(name, content)

    def _parse(self, name: str, content: bytes) -> None:
        try:
            tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
        except etree.XMLSyntaxError:
            self.faults.append(Fault("ill-formed", name))
            return
        if tree.getroottree().docinfo.doctype:
            self.faults.append(Fault("document type", name))
        self.trees[name] = tree

    def content(self) -> Iterator[tuple[str, Any]]:
        """Iterate over the parts that Word shows, or reads to show them."""
        for name, tree in self.trees.items():
            if not name.endswith(".rels") and name != CONTENT_TYPES and not name.startswith(OWN_DATA):
                yield name, tree

    def found(self, path: str) -> Iterator[tuple[str, Any]]:
        """Iterate over what a path finds in each part, leaving out what only older programs read."""
        for name, tree in self.content():
            for node in tree.xpath(path, namespaces=NAMESPACES):
                element = node if etree.iselement(node) else node.getparent()
                if next(element.iterancestors(FALLBACK), None) is None:
                    yield name, node

    def values(self, name: str, path: str) -> set[str]:
        """Return the values that a path finds in one part, which may be missing."""
        return set(self.trees[name].xpath(path, namespaces=NAMESPACES)) if name in self.trees else set()


def repeated(values: Iterable[Hashable]) -> list[Any]:
    """Return each value that comes again, as often as it does."""
    seen: set[Hashable] = set()
    return [value for value in values if value in seen or seen.add(value)]  # type: ignore[func-returns-value]


def faults_of(word: bytes) -> list[Fault]:
    """Return every fault of a finished file."""
    file = File(word)
    return [*file.faults, *(fault for check in CHECKS for fault in check(file))]


def untyped_parts(file: File) -> Iterator[Fault]:
    """A part has a content type, of its own or of its extension."""
    extensions = {value.lower() for value in file.values(CONTENT_TYPES, "//ct:Default/@Extension")}
    typed = {key(value) for value in file.values(CONTENT_TYPES, "//ct:Override/@PartName")}
    for name in file.names:
        extension = name.rpartition(".")[2].lower()
        if not (name.endswith("/") or name == CONTENT_TYPES or extension in extensions or key(name) in typed):
            yield Fault("content type", name)


def relation_faults(file: File) -> Iterator[Fault]:
    """A relation has an identifier of its own, leads to a part that is there, and to the outside for links alone."""
    parts = {key(name) for name in file.names}
    for name, tree in file.trees.items():
        if not name.endswith(".rels"):
            continue
        links = tree.findall("rel:Relationship", NAMESPACES)
        yield from (Fault("relation twice", name, number) for number in repeated(link.get("Id") for link in links))
        for link in links:
            target, kind = link.get("Target"), link.get("Type").rpartition("/")[2]
            if link.get("TargetMode") == "External":
                if kind != "hyperlink":
                    yield Fault("external relation", name, f"{kind} {target}")
            elif key(posixpath.join("/", posixpath.dirname(posixpath.dirname(name)), target)) not in parts:
                yield Fault("relation to nothing", name, target)


def key(name: str) -> str:
    """Return what part names are compared by."""
    return posixpath.normpath(posixpath.join("/", unquote(name))).casefold()


def unknown_relations(file: File) -> Iterator[Fault]:
    """What a part names by ``r:id``, ``r:embed``… is one of its relations."""
    for name, attribute in file.found("//@r:*"):
        folder, base = posixpath.split(name)
        known = file.values(f"{folder}/_rels/{base}.rels", "//rel:Relationship/@Id")
        if attribute and attribute not in known:
            yield Fault("unknown relation", name, str(attribute))


def cell_ends(file: File) -> Iterator[Fault]:
    """A cell ends with a paragraph; a header, a note, a text box holds one."""
    for name, cell in file.found("//w:tc[not(*[last()][self::w:p])]"):
        yield Fault("cell end", name, text_around(cell))
    for name, box in file.found(BOXES):
        if box.find(".//w:p", NAMESPACES) is None:
            yield Fault("no paragraph", name, etree.QName(box).localname)


def hollow_tables(file: File) -> Iterator[Fault]:
    """A table has a row, and a row a cell."""
    for name, _ in file.found("//w:tbl[not(.//w:tr)]"):
        yield Fault("table without row", name)
    for name, _ in file.found("//w:tr[not(.//w:tc)]"):
        yield Fault("row without cell", name)


def wide_rows(file: File) -> Iterator[Fault]:
    """No row spans more columns than its table's grid has."""
    for name, row in file.found("//w:tbl[w:tblGrid]/w:tr"):
        columns = len(row.getparent().findall("w:tblGrid/w:gridCol", NAMESPACES))
        skipped = row.xpath("w:trPr/w:gridBefore/@w:val | w:trPr/w:gridAfter/@w:val", namespaces=NAMESPACES)
        spans = row.xpath("w:tc/w:tcPr/w:gridSpan/@w:val", namespaces=NAMESPACES)
        cells = row.xpath("count(w:tc[not(w:tcPr/w:gridSpan)])", namespaces=NAMESPACES)
        if sum(map(number, [*skipped, *spans])) + cells > columns:
            yield Fault("row beyond grid", name, text_around(row))


def number(text: str) -> int:
    """Read a number; a template may have a tag in its place."""
    return int(text) if text.isdecimal() else 1


def text_around(element: Any) -> str:
    return "".join(element.itertext())[:40]


def repeated_identifiers(file: File) -> Iterator[Fault]:
    """Bookmarks, drawings and paragraphs have identifiers of their own, some of them in all parts together."""
    for check, path, everywhere in (
        ("bookmark id", "//w:bookmarkStart/@w:id", False),
        ("bookmark end", "//w:bookmarkEnd/@w:id", False),
        ("bookmark name", "//w:bookmarkStart/@w:name", True),
        ("drawing id", "//wp:docPr/@id", True),
        ("paragraph id", "//@w14:paraId", False),
    ):
        found = [("" if everywhere else name, str(value).casefold()) for name, value in file.found(path)]
        yield from (Fault(check, name, value) for name, value in repeated(found))


def paragraph_numbers(file: File) -> Iterator[Fault]:
    """A paragraph's identifier is eight digits of base sixteen, below the half of what they can write."""
    for name, value in file.found("//@w14:paraId"):
        if not re.fullmatch("[0-9A-Fa-f]{8}", value) or not 0 < int(value, 16) < MAX_PARAGRAPH_ID:
            yield Fault("paragraph number", name, str(value))


def left_over_tags(file: File) -> Iterator[Fault]:
    """No tag of the template is left, in a text (of several runs perhaps), in an attribute or in a link."""
    for name, tree in file.trees.items():
        if name.startswith(OWN_DATA):
            continue
        texts = ["".join(paragraph.itertext()) for paragraph in tree.iter(PARAGRAPH)] or list(tree.itertext())
        texts += [str(value) for element in tree.iter("*") for value in element.attrib.values()]
        yield from (Fault("tag", name, text[:60]) for text in texts if TAG.search(text))


def unknown_styles(file: File) -> Iterator[Fault]:
    """Styles are those of the document."""
    known = file.values("word/styles.xml", "//w:style/@w:styleId")
    yield from (Fault("style", name, str(value)) for name, value in file.found(STYLED) if value not in known)


def unknown_lists(file: File) -> Iterator[Fault]:
    """Lists are those of the document; zero takes a paragraph out of any."""
    known = file.values("word/numbering.xml", "//w:num/@w:numId") | {"0"}
    for name, value in file.found("//w:numPr/w:numId/@w:val"):
        if value not in known:
            yield Fault("list", name, str(value))


def unknown_notes(file: File) -> Iterator[Fault]:
    """A reference leads to a note."""
    for kind, part in NOTES.items():
        known = file.values(part, f"//w:{kind}/@w:id")
        for name, value in file.found(f"//w:{kind}Reference/@w:id"):
            if value not in known:
                yield Fault("note", name, f"{kind} {value}")


CHECKS: tuple[Callable[[File], Iterator[Fault]], ...] = (
    untyped_parts,
    relation_faults,
    unknown_relations,
    cell_ends,
    hollow_tables,
    wide_rows,
    repeated_identifiers,
    paragraph_numbers,
    left_over_tags,
    unknown_styles,
    unknown_lists,
    unknown_notes,
)


def new_faults(template: bytes, output: bytes) -> list[Fault]:
    """Return the faults of an output that its template has not, and every tag that is left."""
    known = set(faults_of(template))
    return [fault for fault in faults_of(output) if fault not in known or fault.check == "tag"]
