"""Clauses: ``{%p include "nom.docx" %}`` brings the body of a shared Word file in, when a template is compiled.

The tag stands alone in its paragraph, which the clause replaces: in a body, a cell, a header, a footer. A clause may
include others. Each paragraph remembers the files that it came through, so that every fault is located in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.additions import Additions, PartAdditions
from generator.rendering.file.filled_parts import Part, filled_parts
from generator.rendering.file.spots import Spots, headings_of
from generator.rendering.file.word_file import Inclusion, WordFile, open_word_file
from generator.rendering.grafts.grafting import UnfitDocumentError, graft
from generator.rendering.grafts.incoming_document import IncomingDocument, document_of_file
from generator.rendering.grafts.incoming_lists import Numbering
from generator.rendering.opc.archive import UnreadableArchiveError
from generator.rendering.opc.relation_types import NUMBERING, STYLES
from generator.rendering.opc.relations import relations_of
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.nearest_names import suggestion
from generator.rendering.tags.tag_text import TAG, straight
from generator.rendering.word.names import BOOKMARK_END, BOOKMARK_START, ENDNOTE_CALL, FOOTNOTE_CALL, PARAGRAPH, w
from generator.rendering.word.numbered_lists import Lists
from generator.rendering.word.paragraphs import own_texts, section_ends

MAX_INCLUSIONS = 200
_INCLUDE = re.compile(
    r"""\{%p\s+include\s+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)')(?:\s+(?P<restart>restart))?\s*%\}"""
)
_FILE_NAME = re.compile(r"\w[\w .-]*\.docx", re.IGNORECASE)
_PASSENGERS = (w("drawing"), w("pict"), w("object"), FOOTNOTE_CALL, ENDNOTE_CALL)


@dataclass(frozen=True, slots=True)
class _Include:
    """What an include tag asks: which file, and what becomes of its lists."""

    name: str
    numbering: Numbering


def include_clauses(package: WordFile, folder: Path | None) -> tuple[WordFile, list[Fault]]:
    """Return the package with every clause in its place, and what is wrong with those that could not enter.

    Args:
        package: a template; its trees are changed.
        folder: where the clauses are; None when there are none.

    Raises:
        OSError: when a clause cannot be read.
    """
    inclusions = _Inclusions(package, folder)
    for part in filled_parts(package):
        inclusions.expand(part)
    return inclusions.result(), inclusions.faults


class _Inclusions:
    """One template whose clauses are being included."""

    def __init__(self, package: WordFile, folder: Path | None) -> None:
        self.faults: list[Fault] = []
        self._package = package
        self._folder = folder
        self._additions = Additions(package.members, package.document, package.trees)
        self._documents: dict[str, IncomingDocument | None] = {}
        self._origins: dict[Element, Inclusion] = {}
        self._count = 0

    def result(self) -> WordFile:
        """Return the package as it is now."""
        if not self._count:
            return self._package
        trees = {**self._package.trees, **self._additions.trees()}
        added = self._additions.members()
        return replace(
            self._package,
            members={**self._package.members, **added},
            contents={**self._package.contents, **{name: member.content() for name, member in added.items()}},
            trees=trees,
            relations=tuple(relations_of(trees)),
            origins=self._origins,
            clauses=tuple(name for name, document in self._documents.items() if document is not None),
        )

    def expand(self, part: Part) -> None:
        """Put the clauses of a part in place, those of clauses included."""
        for paragraph in list(part.root.iter(PARAGRAPH)):
            self._visit(paragraph, part)

    def _visit(self, paragraph: Element, part: Part) -> None:
        include = _include_in(paragraph)
        if include is None:
            return
        for block in self._blocks(include, paragraph, part):
            paragraph.addprevious(block)
            for inner in list(block.iter(PARAGRAPH)):
                self._visit(inner, part)
        _take_away(paragraph)

    def _blocks(self, include: _Include, paragraph: Element, part: Part) -> Sequence[Element]:
        """Return what stands in the place of an include tag: nothing, and a fault, when the clause cannot enter."""
        around = self._origins.get(paragraph)
        names = (*(around.names if around else ()), include.name)
        fault = self._refusal(include, names)
        if fault is None:
            try:
                return self._grafted(include, names, paragraph, part)
            except UnfitDocumentError as error:
                fault = Fault(template_tags.UNFIT_CLAUSE, include.name, kind=str(error))
        self.faults.append(replace(fault, spot=self._spot(paragraph, part)))
        return ()

    def _refusal(self, include: _Include, names: Sequence[str]) -> Fault | None:
        """Tell why a clause may not enter, before it is looked at."""
        if include.name in names[:-1]:
            return Fault(template_tags.CLAUSE_IN_ITSELF, " → ".join(names))
        if self._count == MAX_INCLUSIONS:
            return Fault(template_tags.UNFIT_CLAUSE, include.name, kind=reasons.TOO_MANY_CLAUSES.format(MAX_INCLUSIONS))
        present = _clauses_in(self._folder)
        if include.name not in present:
            fix = suggestion(include.name, present) or _presence(present)
            return Fault(template_tags.UNKNOWN_CLAUSE, include.name, fix=fix)
        return None

    def _grafted(self, include: _Include, names: tuple[str, ...], paragraph: Element, part: Part) -> list[Element]:
        document = self._document(include.name, names)
        if document is None:
            return []
        self._count += 1
        additions = PartAdditions(self._additions, part.name)
        blocks = graft(document, additions, include.numbering, self._lists_before(paragraph, part.root))
        inclusion = Inclusion(names, self._count)
        self._origins |= {inner: inclusion for block in blocks for inner in block.iter(PARAGRAPH)}
        self._additions.change(part.name)
        return blocks

    def _document(self, name: str, names: tuple[str, ...]) -> IncomingDocument | None:
        """Open a clause once; the faults of its file are told once."""
        if name not in self._documents:
            self._documents[name] = None
            try:
                opened = open_word_file((self._folder or Path()).joinpath(name).read_bytes())
                self._documents[name] = document_of_file(opened)
            except UnreadableArchiveError as error:
                spot = Spot(clause=str(Inclusion(names, 0)))
                self.faults += [replace(fault, spot=spot) for fault in error.faults]
        return self._documents[name]

    def _lists_before(self, paragraph: Element, root: Element) -> list[str]:
        """Return the lists that the paragraphs before one belong to, in reading order."""
        lists = Lists(self._additions.related(NUMBERING), self._additions.related(STYLES))
        used: list[str] = []
        for other in root.iter(PARAGRAPH):
            if other is paragraph:
                break
            used.append(lists.list_of(other))
        return used

    def _spot(self, paragraph: Element, part: Part) -> Spot:
        return Spots(replace(part, origins=self._origins), headings_of(self._package)).of(paragraph)


def included_in(paragraph: Element) -> str:
    """Return the name of the clause that the tag of a paragraph includes, or an empty string."""
    include = _include_in(paragraph)
    return include.name if include else ""


def _include_in(paragraph: Element) -> _Include | None:
    """Return what the tag of a paragraph includes, when it stands there alone and is well written.

    Any other tag that includes is left to the syntax, which refuses it.
    """
    text = "".join(element.text or "" for element in own_texts(paragraph)).strip()
    # What rides in the paragraph of the tag would go with it: such a tag is left to be refused.
    if "include" not in text or not TAG.fullmatch(text) or next(paragraph.iter(*_PASSENGERS), None) is not None:
        return None
    match = _INCLUDE.fullmatch(straight(text))
    if match is None or section_ends(paragraph):
        return None
    numbering = Numbering.RESTARTS if match["restart"] else Numbering.CONTINUES
    return _Include(match["double"] or match["single"] or "", numbering)


def _take_away(paragraph: Element) -> None:
    """Remove an include tag's paragraph; the bookmarks around the tag stay."""
    for mark in list(paragraph.iter(BOOKMARK_START, BOOKMARK_END)):
        paragraph.addprevious(mark)
    parent = paragraph.getparent()
    if parent is not None:
        parent.remove(paragraph)


def _clauses_in(folder: Path | None) -> Mapping[str, Path]:
    """Return the clauses of a folder by name; a link that leads out of it is none."""
    if folder is None or not folder.is_dir():
        return {}
    # Resolved: a link in the folder could name any file of the machine.
    home = folder.resolve()
    files = (path for path in sorted(folder.iterdir()) if _FILE_NAME.fullmatch(path.name) and path.is_file())
    return {path.name: path for path in files if path.resolve().parent == home}


def _presence(present: Iterable[str]) -> str:
    names = ", ".join(present)
    return reasons.CLAUSES_ARE.format(names) if names else reasons.NO_CLAUSE
