"""Runs written after the model of one: each keeps every property of it, and a style adds one.

What the runs hold is settled here, once for the tree and for the text of a part; ``run_elements`` makes elements of it,
and ``run_splicing`` text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.rendering.fill.fragments import Piece, PieceKind
from generator.rendering.opc.xml_parts import Element

T = TypeVar("T")
"""What stands for an element of the run that is rewritten: itself, or its text."""


@dataclass(slots=True)
class WrittenText(Generic[T]):
    """A text of a run.

    Attributes:
        model: the text whose attributes it has; None for one of ours, whose spaces are preserved.
        text: its letters.
    """

    model: T | None = None
    text: str = ""


@dataclass(slots=True, eq=False)
class WrittenRun(Generic[T]):
    """A run in the format of the model.

    Attributes:
        style: what it adds to that format.
        is_first: whether it has the attributes of the model.
        content: its texts, its breaks, and what it keeps of the model.
    """

    style: PieceKind = PieceKind.TEXT
    is_first: bool = False
    content: list[WrittenText[T] | PieceKind | T] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether it prints nothing."""
        return all(isinstance(child, WrittenText) and not child.text for child in self.content)


@dataclass
class RunGroup(Generic[T]):
    """Runs of one paragraph, and the elements of objects between them."""

    runs: list[T] = field(default_factory=list)
    on_new_page: bool = False


class RunWriter(Generic[T]):
    """Writes runs after the model of one; ``groups`` holds them, a new group for each paragraph."""

    def __init__(self) -> None:
        self.groups: list[RunGroup[WrittenRun[T] | Element]] = [RunGroup()]
        self._text: WrittenText[T] | None = None
        self._run: WrittenRun[T] | None = self._start()
        self._run.is_first = True

    def append(self, element: T) -> None:
        """Add an element that is no text to the current run."""
        self._current().content.append(element)
        self._text = None

    def open_text(self, model: T | None = None) -> None:
        """Start a text in the current run, with the attributes of one of the model."""
        run = self._current()
        self._text = WrittenText(model)
        run.content.append(self._text)

    def write(self, text: str) -> None:
        """Add plain text."""
        if not text:
            return
        if self._text is None:
            self.open_text()
        if self._text is not None:
            self._text.text += text

    def add(self, piece: Piece) -> None:
        """Add a piece of a fragment."""
        match piece.kind:
            case PieceKind.TEXT:
                self.write(piece.text)
            case PieceKind.LINE_BREAK:
                self._current().content.append(piece.kind)
                self.open_text()
            case PieceKind.TAB:  # docxtpl gives a tab a run of its own; so do we, for equal documents
                self._start().content.append(piece.kind)
                self._start()
                self.open_text()
            case PieceKind.PAGE_BREAK | PieceKind.PARAGRAPH_BREAK:
                self.groups.append(RunGroup(on_new_page=piece.kind is PieceKind.PAGE_BREAK))
                self._start()
                self.open_text()
            case PieceKind.OBJECT:
                self.groups[-1].runs += piece.elements
                self._start()
                self.open_text()
            case PieceKind.SUPERSCRIPT | PieceKind.MARK:
                self._add_styled(piece)

    def _add_styled(self, piece: Piece) -> None:
        if self._run is not None and self._run.is_empty:
            self.groups[-1].runs.remove(self._run)
        self._start().style = piece.kind
        self.write(piece.text)
        self._run = self._text = None

    def _current(self) -> WrittenRun[T]:
        return self._start() if self._run is None else self._run

    def _start(self) -> WrittenRun[T]:
        """Start a run in the model's format."""
        run: WrittenRun[T] = WrittenRun()
        self.groups[-1].runs.append(run)
        self._run, self._text = run, None
        return run
