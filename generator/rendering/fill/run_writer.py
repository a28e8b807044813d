"""Runs written after the model of one: each keeps every property of it, and a style adds one."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from generator.rendering.fill.fragments import Piece, PieceKind
from generator.rendering.opc.xml_parts import XML_SPACE, Element
from generator.rendering.word.names import BREAK, RUN, RUN_PROPERTIES, TAB, TEXT, VALUE, w
from generator.rendering.word.schema_order import get_or_add, replace_child

_ADDED = {
    PieceKind.SUPERSCRIPT: (w("vertAlign"), "superscript"),
    PieceKind.MARK: (w("highlight"), "yellow"),
}
"""The property that a style adds to those of a run: its name and its value (ECMA-376 part 1, 17.3.2.42, 17.3.2.15)."""

_PRESERVE = {XML_SPACE: "preserve"}
"""Without it, Word drops the spaces at the ends of a text (XML 1.0, 2.10)."""


@dataclass
class RunGroup:
    """Runs of one paragraph."""

    runs: list[Element] = field(default_factory=list)
    on_new_page: bool = False


class RunWriter:
    """Writes runs after the model of one; ``groups`` holds them, a new group for each paragraph."""

    def __init__(self, model: Element) -> None:
        self._properties = model.find(RUN_PROPERTIES)
        self.groups = [RunGroup()]
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
            case PieceKind.TAB:  # docxtpl gives a tab a run of its own; so do we, for equal documents
                etree.SubElement(self._start(), TAB)
                self._start()
                self.open_text(_PRESERVE)
            case PieceKind.PAGE_BREAK | PieceKind.PARAGRAPH_BREAK:
                self.groups.append(RunGroup(on_new_page=piece.kind is PieceKind.PAGE_BREAK))
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
    """Set the property that a style adds in a run, in the place of the run's own."""
    name, value = _ADDED[kind]
    replace_child(etree.Element(name, {VALUE: value}), get_or_add(RUN_PROPERTIES, run))
