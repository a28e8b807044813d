"""How a value is printed: escaped always, refused by name, or marked in a draft.

What is more than plain text (breaks, styles, draft marks) leaves Jinja as a processing instruction
``<?parafe 3?>`` that names a fragment; ``fragment_placing`` puts it into the tree, in the format of the run around it.
Values are escaped, so that no value can forge one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from markupsafe import escape

from generator.artifacts import Blank, Chart, Picture, StyledText
from generator.messages import template_reasons as reasons
from generator.messages import template_values
from generator.messages.message import Message
from generator.rendering.blocks.turn_slots import Trace, Turns, TurnSlot
from generator.rendering.compiled.guard_references import Reference, Slot
from generator.rendering.faults import IN_BODY, Fault
from generator.rendering.file.additions import PartAdditions
from generator.rendering.fill.fragments import BREAKS, INSTRUCTION, Piece, PieceKind, holds_breaks, styled_pieces
from generator.rendering.language.bounded_values import kind_of, plain_text
from generator.rendering.language.holes import Unknown, Value, is_hole
from generator.rendering.language.resource_limits import BREAK, CHART, Ration
from generator.rendering.language.sandbox import LimitedContext
from generator.rendering.tags.print_doubts import remedy_for
from generator.rendering.tags.tag import letter_of

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (section 2.2), save the form feed, which makes a page break."""

_DOCXTPL = "docxtpl."
_PLAIN_BREAKS = {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}


@dataclass
class Filling:
    """One rendering under way: what was asked, what was found, what remains to be put in place."""

    draft: bool
    additions: PartAdditions
    ration: Ration
    faults: list[Fault] = field(default_factory=list)
    fragments: list[tuple[Piece, ...]] = field(default_factory=list)
    trace: Trace = field(default_factory=Trace)
    turns: Turns = field(default_factory=Turns)
    met_hole: bool = False
    _reported: set[Fault] = field(default_factory=set)

    @property
    def has_objects(self) -> bool:
        """Whether any of docxtpl's objects was printed."""
        return any(piece.kind is PieceKind.OBJECT for pieces in self.fragments for piece in pieces)

    def report(self, message: Message, reference: Reference, kind: str = "") -> None:
        """Add a fault at the place of ``reference``, once."""
        fix = remedy_for(kind) if message is template_values.NOT_TEXT else ""
        fault = Fault(message, reference.written, reference.tag.spot, kind, fix, reference.path)
        if fault not in self._reported:
            self._reported.add(fault)
            self.faults.append(fault)

    def text_of(self, number: int) -> str:
        """Return the text that a fragment prints."""
        return "".join(piece.text for piece in self.fragments[number])

    def print(self, value: Value, reference: Reference) -> str:
        """Return the markup of a value that is more than a simple text."""
        if is_hole(value):
            return self._print_hole(value, reference)
        if isinstance(value, str):
            return self._print_text(value, reference)
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return self._print_text(plain_text(value), reference)
        if isinstance(value, Chart):
            return self._print_chart(value, reference)
        if isinstance(value, Picture) or any(str(base.__module__).startswith(_DOCXTPL) for base in type(value).__mro__):
            return self._print_object(value, reference)
        return self._print_unprintable(value, reference)

    def _print_object(self, value: object, reference: Reference) -> str:
        """Print one of docxtpl's objects, or of a class made from its own."""
        from generator.rendering.grafts import docxtpl_objects as objects  # noqa: PLC0415 - few documents need docxtpl

        listing = objects.listing_text(value)
        if listing is not None:
            return self._print_text(listing, reference, starts_paragraphs=True)
        kind = objects.kind_of_object(value)
        if kind is None:
            return self._print_unprintable(value, reference)
        if reference.slot is Slot.PLAIN or letter_of(reference.tag.text) != kind.letter:
            self.report(
                template_values.MISPLACED_OBJECT, reference, kind=reasons.WRITTEN_AS.format(kind.name, kind.tag)
            )
            return ""
        try:
            embedded = objects.embed(value, kind, self.additions)
        except objects.UnfitObjectError as error:
            self.report(template_values.UNFIT_OBJECT, reference, kind=str(error))
            return ""
        self.ration.spend(BREAK * len(embedded.elements) + len(embedded.text))
        return self.fragment([Piece(PieceKind.OBJECT, embedded.text, embedded.elements)])

    def _print_chart(self, chart: Chart, reference: Reference) -> str:
        """Print a chart, alone in a paragraph of the body."""
        from generator.rendering.charts.chart_drawings import chart_run  # noqa: PLC0415 - few documents hold charts
        from generator.rendering.charts.chart_scale import UnfitChartError  # noqa: PLC0415 - as above

        tag = reference.tag
        is_alone = tag.spot.paragraph.strip() == tag.text and tag.spot.part == IN_BODY
        if reference.slot is not Slot.RUN or not is_alone:
            self.report(template_values.MISPLACED_CHART, reference)
            return ""
        self.ration.spend(CHART + BREAK * len(chart.categories) * (len(chart.series) + 1))
        try:
            run = chart_run(chart, self.additions)
        except UnfitChartError as error:
            self.report(template_values.UNFIT_OBJECT, reference, kind=str(error))
            return ""
        return self.fragment([Piece(PieceKind.OBJECT, "", (run,))])

    def _print_text(self, value: str, reference: Reference, *, starts_paragraphs: bool = False) -> str:
        self.ration.spend(str.__sizeof__(value))
        forbidden = FORBIDDEN.search(value.replace("\a", "") if starts_paragraphs else value)
        if forbidden:
            self.report(template_values.FORBIDDEN_CHARACTER, reference, kind=f"U+{ord(forbidden[0]):04X}")
            return ""
        if reference.slot is Slot.RUN:
            return self._print_in_run(value)
        if reference.slot is Slot.PLAIN:
            return self._print_plain(value, reference)
        # « {{r » leaves no run around the value, where docxtpl prints a plain text as naked characters: it is lost.
        if letter_of(reference.tag.text) == "r":
            return self._styled_fragment(value)
        if value.strip():
            self.report(template_values.MISPLACED_TEXT, reference)
        return ""

    def _print_in_run(self, value: str) -> str:
        if not (isinstance(value, StyledText) or holds_breaks(value)):
            return escape_in_run(plain_text(value))
        return self._styled_fragment(value)

    def _styled_fragment(self, value: str) -> str:
        """Count the breaks and the styles of a value before they are made."""
        styles = len(value.parts) if isinstance(value, StyledText) else 1
        self.ration.spend(BREAK * (styles + sum(map(value.count, "\r\n\t\f\a"))))
        return self.fragment(styled_pieces(value))

    def _print_plain(self, value: str, reference: Reference) -> str:
        if "\f" in value or "\a" in value:
            self.report(template_values.MISPLACED_BREAK, reference)
            return ""
        # By number: an attribute’s own line breaks and tabs read as spaces (XML 1.0, 3.3.3).
        escaped = str(escape(plain_text(value)))
        for character, entity in _PLAIN_BREAKS.items():
            escaped = escaped.replace(character, entity)
        return escaped

    def _print_hole(self, value: Unknown | Blank | None, reference: Reference) -> str:
        if self.draft:
            return self._mark(_label(value, reference), reference)
        self.report(hole_message(value), reference)
        return ""

    def _print_unprintable(self, value: object, reference: Reference) -> str:
        if self.draft:
            return self._mark(reference.path or reference.written, reference)
        self.report(template_values.NOT_TEXT, reference, kind=kind_of(value))
        return ""

    def _mark(self, label: str, reference: Reference) -> str:
        mark = f"[à compléter\N{NO-BREAK SPACE}: {FORBIDDEN.sub('', label)}]"
        if reference.slot is Slot.PLAIN:
            return escape(" ".join(mark.split(" ")))
        return self.fragment([Piece(PieceKind.MARK, " ".join(BREAKS.sub(" ", mark).split(" ")))])

    def fragment(self, pieces: Iterable[Piece]) -> str:
        """Keep the pieces for the tree, and return the instruction that stands for them."""
        self.fragments.append(tuple(pieces))
        return f"{INSTRUCTION}{len(self.fragments) - 1}?>"


class FillingContext(LimitedContext):
    """Jinja's context, with the rendering that it serves, what the part's guards serve, and its slots."""

    filling: Filling
    references: Sequence[Reference]
    slots: Sequence[TurnSlot]


def escape_in_run(value: str) -> str:
    """Escape a text for the inside of an element, where quotation marks are letters like others (XML 1.0, 2.4)."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def hole_message(hole: Unknown | Blank | None) -> Message:
    """Return what a final document says of a hole: a name that nobody knows, or a value that nobody gave."""
    return template_values.UNKNOWN_NAME if isinstance(hole, Unknown) else template_values.BLANK_VALUE


def _label(hole: Unknown | Blank | None, reference: Reference) -> str:
    if isinstance(hole, Blank):
        return hole.label
    known = reference.path or (hole.path if isinstance(hole, Unknown) else "")
    return (known or reference.written).replace("[]", "")
