"""Fragments put into the tree: breaks, styles and draft marks, in the format of the run around them.

Breaks give the same elements as docxtpl's ``Listing``; a styled piece is a run of its own that keeps every
property of the run around it and adds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generator.rendering.fill.printed_values import Piece, PieceKind, broken, holds_breaks
from generator.rendering.grafts.docxtpl_objects import with_breaks
from generator.rendering.language.resource_limits import COPY, Budget
from generator.rendering.word.ooxml import (
    BLOCK_CONTAINERS,
    BODY,
    BREAK,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TAB,
    TEXT,
    XML_SPACE,
    Element,
    paragraph_of,
    remove,
    w,
)

_AFTER_VERTICAL_ALIGNMENT = ("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange")
_AFTER_HIGHLIGHT = ("u", "effect", "bdr", "shd", "fitText", "vertAlign", *_AFTER_VERTICAL_ALIGNMENT)
_ADDED = {
    PieceKind.SUPERSCRIPT: ("vertAlign", "superscript", _AFTER_VERTICAL_ALIGNMENT),
    PieceKind.MARK: ("highlight", "yellow", _AFTER_HIGHLIGHT),
}
"""The property that a style adds: its name, its value, and what must follow it (ECMA-376 part 1, 17.3.2.28)."""

_PRESERVE = {XML_SPACE: "preserve"}


@dataclass
class _Group:
    """Runs of one paragraph."""

    runs: list[Element] = field(default_factory=list)
    on_new_page: bool = False


def place_fragments(root: Element, fragments: Sequence[tuple[Piece, ...]], budget: Budget) -> None:
    """Replace each instruction under ``root`` by the fragment that it names.

    Templates hold no other instruction: they are taken off when a template is opened.
    """
    for instruction in root.iter(etree.PI):
        budget.spend(COPY * len(fragments[number_of(instruction)]) * _format_size(instruction))
    for holder in dict.fromkeys(instruction.getparent() for instruction in root.iter(etree.PI)):
        if holder is not None and holder.tag == TEXT:
            _place_in_run(holder, fragments)
        elif holder is not None:
            _place_alone(holder, fragments)


def _format_size(instruction: Element) -> int:
    """Return how many elements give their format to what an instruction stands for: each of its pieces copies them."""
    holder, paragraph = instruction.getparent(), paragraph_of(instruction)
    model = holder.getparent() if holder is not None and holder.tag == TEXT else instruction.getprevious()
    formats = (
        None if model is None else model.find(RUN_PROPERTIES),
        None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES),
    )
    return sum(1 for properties in formats if properties is not None for _ in properties.iter())


def _place_in_run(text: Element, fragments: Sequence[tuple[Piece, ...]]) -> None:
    run = text.getparent()
    if run is None or run.getparent() is None:  # a run is rewritten once, whatever the number of its texts
        return
    writer = _RunWriter(run)
    for child in [child for child in run if child.tag != RUN_PROPERTIES]:
        if child.tag == TEXT:
            _rewrite(child, writer, fragments)
        else:
            writer.append(child)
    _replace(run, writer.groups)


def _rewrite(text: Element, writer: _RunWriter, fragments: Sequence[tuple[Piece, ...]]) -> None:
    writer.open_text(_attributes(text))
    writer.write(text.text or "")
    for instruction in text:
        for piece in fragments[number_of(instruction)]:
            writer.add(piece)
        writer.write(instruction.tail or "")


def _attributes(element: Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _place_alone(holder: Element, fragments: Sequence[tuple[Piece, ...]]) -> None:
    """Put an object, a text or a draft's mark between runs or between paragraphs."""
    for instruction in list(holder.iterchildren(etree.PI)):
        pieces = fragments[number_of(instruction)]
        if pieces and pieces[0].kind is PieceKind.OBJECT:
            _place_elements(instruction, pieces[0].elements)
        else:
            _place_runs(instruction, pieces)


def _place_elements(instruction: Element, elements: Sequence[Element]) -> None:
    """Put the elements of an object in the place of an instruction; breaks in their texts count."""
    _insert_before(instruction, elements)
    remove(instruction)
    for run in [run for element in elements for run in element.iter(RUN)]:
        if any(holds_breaks(with_breaks(text.text or "")) for text in run.iterfind(TEXT)):
            _break_texts(run)


def _break_texts(run: Element) -> None:
    """Turn the breaks in the texts of a run into elements."""
    writer = _RunWriter(run)
    for child in [child for child in run if child.tag != RUN_PROPERTIES]:
        if child.tag != TEXT:
            writer.append(child)
            continue
        writer.open_text(_attributes(child))
        for piece in broken(with_breaks(child.text or ""), PieceKind.TEXT):
            writer.add(piece)
    _replace(run, writer.groups)


def _place_runs(instruction: Element, pieces: Iterable[Piece]) -> None:
    """Put runs in the place of an instruction, in the format of the run that docxtpl emptied before it."""
    holder, model = instruction.getparent(), instruction.getprevious()
    writer = _RunWriter(etree.Element(RUN) if model is None or model.tag != RUN else model)
    for piece in pieces:
        writer.add(piece)
    place = etree.Element(RUN)
    if holder is not None and _holds_blocks(holder):
        instruction.addprevious(_alone(place))
    else:
        instruction.addprevious(place)
    remove(instruction)
    _replace(place, writer.groups)


def _holds_blocks(holder: Element) -> bool:
    """Whether paragraphs stand in ``holder``, and not runs."""
    if holder.tag == BODY or holder.tag in BLOCK_CONTAINERS:
        return True
    return holder.tag != PARAGRAPH and paragraph_of(holder) is None


def number_of(instruction: Element) -> int:
    """Return the number of the fragment that an instruction names."""
    return int(instruction.text or "")


class _RunWriter:
    """Writes runs after the model of one; ``groups`` holds them, a new group for each paragraph."""

    def __init__(self, model: Element) -> None:
        self._properties = model.find(RUN_PROPERTIES)
        self.groups = [_Group()]
        self._text: Element | None = None
        self._run: Element | None = self._start()
        for name, value in model.attrib.items():
            self._run.set(name, value)

    def append(self, element: Element) -> None:
        """Add an element that is no text to the current run."""
        self._current().append(element)
        self._text = None

    def open_text(self, attributes: dict[str, str]) -> None:
        """Start a text element in the current run."""
        self._text = etree.SubElement(self._current(), TEXT, attributes)

    def write(self, text: str) -> None:
        """Add plain text."""
        if not text:
            return
        if self._text is None:
            self.open_text(_PRESERVE)
        if self._text is not None:
            self._text.text = (self._text.text or "") + text

    def add(self, piece: Piece) -> None:
        """Add a piece of a fragment."""
        match piece.kind:
            case PieceKind.TEXT:
                self.write(piece.text)
            case PieceKind.LINE_BREAK:
                etree.SubElement(self._current(), BREAK)
                self.open_text(_PRESERVE)
            case PieceKind.TAB:
                etree.SubElement(self._start(), TAB)
                self._start()
                self.open_text(_PRESERVE)
            case PieceKind.PAGE_BREAK | PieceKind.PARAGRAPH_BREAK:
                self.groups.append(_Group(on_new_page=piece.kind is PieceKind.PAGE_BREAK))
                self._start()
                self.open_text(_PRESERVE)
            case PieceKind.OBJECT:
                self.groups[-1].runs += piece.elements
                self._start()
                self.open_text(_PRESERVE)
            case PieceKind.SUPERSCRIPT | PieceKind.MARK:
                self._add_styled(piece)

    def _add_styled(self, piece: Piece) -> None:
        if self._run is not None and _is_empty(self._run):
            self.groups[-1].runs.remove(self._run)
        run = self._start()
        _add_property(run, piece.kind)
        self.write(piece.text)
        self._run = self._text = None

    def _current(self) -> Element:
        return self._start() if self._run is None else self._run

    def _start(self) -> Element:
        """Start a run in the model's format."""
        run = etree.Element(RUN)
        if self._properties is not None:
            run.append(deepcopy(self._properties))
        self.groups[-1].runs.append(run)
        self._run, self._text = run, None
        return run


def _is_empty(run: Element) -> bool:
    return all(child.tag == RUN_PROPERTIES or (child.tag == TEXT and not child.text) for child in run)


def _add_property(run: Element, kind: PieceKind) -> None:
    """Set the property of a style in a run, at the place that the schema gives it."""
    name, value, followers = _ADDED[kind]
    properties = run.find(RUN_PROPERTIES)
    if properties is None:
        properties = etree.Element(RUN_PROPERTIES)
        run.insert(0, properties)
    for former in properties.findall(w(name)):
        properties.remove(former)
    after = {w(follower) for follower in followers}
    position = next((index for index, child in enumerate(properties) if child.tag in after), len(properties))
    properties.insert(position, etree.Element(w(name), {w("val"): value}))


def _replace(run: Element, groups: list[_Group]) -> None:
    """Put groups of runs in the place of one; a paragraph is split between two groups."""
    paragraph = run.getparent()
    if paragraph is None:
        return
    if paragraph.tag != PARAGRAPH:
        groups = [_joined(groups)]
    _insert_before(run, groups[0].runs)
    if len(groups) > 1:
        _split(paragraph, run, groups[1:])
    paragraph = run.getparent()
    if paragraph is not None:
        paragraph.remove(run)


def _joined(groups: list[_Group]) -> _Group:
    """Join groups by breaks inside runs, where the paragraph cannot be split (in a link, an insertion)."""
    runs = list(groups[0].runs)
    for group in groups[1:]:
        runs += [_page_break() if group.on_new_page else _line_break(), *group.runs]
    return _Group(runs)


def _page_break() -> Element:
    run = _line_break()
    run[0].set(w("type"), "page")
    return run


def _line_break() -> Element:
    run = etree.Element(RUN)
    etree.SubElement(run, BREAK)
    return run


def _split(paragraph: Element, run: Element, groups: list[_Group]) -> None:
    """Continue a paragraph in others of the same format; a page break stands in a paragraph of its own."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    following = list(run.itersiblings())
    last = paragraph
    for group in groups:
        continued = etree.Element(PARAGRAPH)
        if properties is not None:
            continued.append(deepcopy(properties))
        continued.extend(group.runs)
        last.addnext(continued)
        if group.on_new_page:
            continued.addprevious(_alone(_page_break()))
        _drop_section(last)
        last = continued
    last.extend(following)


def _alone(run: Element) -> Element:
    paragraph = etree.Element(PARAGRAPH)
    paragraph.append(run)
    return paragraph


def _drop_section(paragraph: Element) -> None:
    """Leave the end of a section to the last of the paragraphs that one became."""
    for section in paragraph.findall(f"{PARAGRAPH_PROPERTIES}/{w('sectPr')}"):
        properties = section.getparent()
        if properties is not None:
            properties.remove(section)


def _insert_before(element: Element, others: Iterable[Element]) -> None:
    for other in others:
        element.addprevious(other)
