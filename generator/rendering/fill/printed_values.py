"""How a value is printed: escaped always, refused by name, or marked in a draft.

What is more than plain text (breaks, styles, draft marks) leaves Jinja as a processing instruction
``<?parafe 3?>`` that names a fragment; ``runs`` puts it into the tree, in the format of the run around it. Values
are escaped, so that no value can forge one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from docxtpl import Listing
from jinja2.utils import pass_context
from markupsafe import Markup, escape

from generator.artifacts import Blank, Style, StyledText
from generator.messages import template_values
from generator.messages.message import Message
from generator.rendering.faults import Fault
from generator.rendering.grafts.docxtpl_objects import (
    Kind,
    UnfitObjectError,
    WordObject,
    embed,
    kind_of_object,
    letter_of,
    listing_text,
)
from generator.rendering.language.filters import concatenate
from generator.rendering.language.plain_values import (
    MismatchError,
    Unknown,
    Value,
    bounded_list,
    is_hole,
    kind_of,
    plain_text,
)
from generator.rendering.language.resource_limits import BREAK, Budget
from generator.rendering.language.sandbox import BudgetedContext
from generator.rendering.language.tags import Tag
from generator.rendering.opc.additions import PartAdditions
from generator.rendering.word.ooxml import Element

TARGET = "parafe"
"""The name of our processing instructions."""

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow (section 2.2), save the form feed, which makes a page break."""

_needs_care = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]").search
_BREAKS = re.compile("(\r\n|[\r\n\t\f\a])")
_PLAIN_BREAKS = {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"}

PRINT_IN_RUN, PRINT, EACH, USE, ORDER, CONCAT, COUNT, CUT = (
    f"parafe:{guard}" for guard in ("run", "print", "each", "use", "order", "concat", "count", "cut")
)
"""Names of the filters that surround what a template prints, walks and reads; no template can write them."""


class Setting(Enum):
    """Where a tag prints."""

    RUN = auto()  # inside the text of a run
    PLAIN = auto()  # inside an attribute, a property, a field code
    BARE = auto()  # between two elements, where text would be lost


class PieceKind(Enum):
    """What a piece of a fragment becomes."""

    TEXT = auto()
    SUPERSCRIPT = auto()
    MARK = auto()
    LINE_BREAK = auto()
    TAB = auto()
    PAGE_BREAK = auto()
    PARAGRAPH_BREAK = auto()
    OBJECT = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a fragment: styled text, a break (without text), or the elements of an object with their text."""

    kind: PieceKind
    text: str = ""
    elements: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Something that a template prints, walks or reads.

    Attributes:
        path: its dotted path in the data, ``[]`` standing for each element of a list.
        written: the same as the template writes it.
        tag: the tag that it stands in.
        setting: where it prints.
        cost: what each turn of a loop uses.
        targets: names that a loop gives to each element.
    """

    path: str
    written: str
    tag: Tag
    setting: Setting = Setting.RUN
    cost: int = 0
    targets: int = 1


_BREAK_KINDS = {"\t": PieceKind.TAB, "\f": PieceKind.PAGE_BREAK, "\a": PieceKind.PARAGRAPH_BREAK}
_STYLE_KINDS = {Style.PLAIN: PieceKind.TEXT, Style.SUPERSCRIPT: PieceKind.SUPERSCRIPT}


@dataclass
class Filling:
    """One rendering under way: what was asked, what was found, what remains to be put in place."""

    draft: bool
    additions: PartAdditions
    budget: Budget
    faults: list[Fault] = field(default_factory=list)
    fragments: list[tuple[Piece, ...]] = field(default_factory=list)
    _reported: set[Fault] = field(default_factory=set)

    @property
    def has_objects(self) -> bool:
        """Whether any of docxtpl's objects was printed."""
        return any(piece.kind is PieceKind.OBJECT for pieces in self.fragments for piece in pieces)

    def report(self, message: Message, reference: Reference, kind: str = "") -> None:
        """Add a fault at the place of ``reference``, once."""
        fault = Fault(message, reference.written, reference.tag.spot, kind, path=reference.path)
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
        if isinstance(value, Listing):
            return self._print_text(listing_text(value), reference, starts_paragraphs=True)
        kind = kind_of_object(value)
        return self._print_object(value, kind, reference) if kind else self._print_unprintable(value, reference)

    def _print_object(self, value: WordObject, kind: Kind, reference: Reference) -> str:
        if reference.setting is Setting.PLAIN or letter_of(reference.tag.text) != kind.letter:
            self.report(template_values.MISPLACED_OBJECT, reference, kind=f"{kind.name}, qui s'écrit « {kind.tag} »")
            return ""
        try:
            embedded = embed(value, kind, self.additions)
        except UnfitObjectError as error:
            self.report(template_values.UNFIT_OBJECT, reference, kind=str(error))
            return ""
        self.budget.spend(BREAK * len(embedded.elements) + len(embedded.text))
        return self.fragment([Piece(PieceKind.OBJECT, embedded.text, embedded.elements)])

    def _print_text(self, value: str, reference: Reference, *, starts_paragraphs: bool = False) -> str:
        self.budget.spend(str.__sizeof__(value))
        forbidden = FORBIDDEN.search(value.replace("\a", "") if starts_paragraphs else value)
        if forbidden:
            self.report(template_values.FORBIDDEN_CHARACTER, reference, kind=f"U+{ord(forbidden[0]):04X}")
            return ""
        if reference.setting is Setting.RUN:
            return self._print_in_run(value)
        if reference.setting is Setting.PLAIN:
            return self._print_plain(value, reference)
        if letter_of(reference.tag.text) == "r":
            return self._styled_fragment(value)
        if value.strip():
            self.report(template_values.MISPLACED_TEXT, reference)
        return ""

    def _print_in_run(self, value: str) -> str:
        if not (isinstance(value, StyledText) or holds_breaks(value)):
            return escape(plain_text(value))
        return self._styled_fragment(value)

    def _styled_fragment(self, value: str) -> str:
        """Count the breaks and the styles of a value before they are made."""
        styles = len(value.parts) if isinstance(value, StyledText) else 1
        self.budget.spend(BREAK * (styles + sum(map(value.count, "\r\n\t\f\a"))))
        return self.fragment(_styled_pieces(value))

    def _print_plain(self, value: str, reference: Reference) -> str:
        if "\f" in value or "\a" in value:
            self.report(template_values.MISPLACED_BREAK, reference)
            return ""
        escaped = str(escape(plain_text(value)))
        for character, entity in _PLAIN_BREAKS.items():
            escaped = escaped.replace(character, entity)
        return Markup(escaped)  # noqa: S704 - escaped on the line above

    def _print_hole(self, value: Unknown | Blank | None, reference: Reference) -> str:
        if self.draft:
            return self._mark(_label(value, reference), reference)
        self.report(_hole_message(value), reference)
        return ""

    def _print_unprintable(self, value: object, reference: Reference) -> str:
        if self.draft:
            return self._mark(reference.path or reference.written, reference)
        self.report(template_values.NOT_TEXT, reference, kind=kind_of(value))
        return ""

    def _mark(self, label: str, reference: Reference) -> str:
        mark = f"[à compléter\N{NO-BREAK SPACE}: {FORBIDDEN.sub('', label)}]"
        if reference.setting is Setting.PLAIN:
            return escape(" ".join(mark.split(" ")))
        return self.fragment([Piece(PieceKind.MARK, " ".join(_BREAKS.sub(" ", mark).split(" ")))])

    def fragment(self, pieces: Iterable[Piece]) -> str:
        """Keep the pieces for the tree, and return the instruction that stands for them."""
        self.fragments.append(tuple(pieces))
        return Markup(f"<?{TARGET} {len(self.fragments) - 1}?>")  # noqa: S704 - holds a number alone


class FillingContext(BudgetedContext):
    """Jinja's context, with the rendering that it serves and what the part's guards serve."""

    filling: Filling
    references: Sequence[Reference]


def _styled_pieces(value: str) -> Iterator[Piece]:
    parts = value.parts if isinstance(value, StyledText) else ((value, Style.PLAIN),)
    return (piece for text, style in parts for piece in broken(text, _STYLE_KINDS[style]))


def holds_breaks(text: str) -> bool:
    """Whether a text holds anything that becomes an element."""
    return _BREAKS.search(text) is not None


def broken(text: str, kind: PieceKind) -> Iterator[Piece]:
    """Cut a text at its breaks."""
    for index, piece in enumerate(_BREAKS.split(text)):
        if index % 2:
            yield Piece(_BREAK_KINDS.get(piece, PieceKind.LINE_BREAK))
        elif piece:
            yield Piece(kind, piece)


def _hole_message(hole: Unknown | Blank | None) -> Message:
    return template_values.UNKNOWN_NAME if isinstance(hole, Unknown) else template_values.BLANK_VALUE


def _label(hole: Unknown | Blank | None, reference: Reference) -> str:
    if isinstance(hole, Blank):
        return hole.label
    known = reference.path or (hole.path if isinstance(hole, Unknown) else "")
    return (known or reference.written).replace("[]", "")


@pass_context
def print_in_run(context: FillingContext, value: Value, number: int) -> str:
    """Print a value inside a run; the plain text of most values takes the short way."""
    if type(value) is str and not _needs_care(value):
        budget = context.budget
        budget.room -= value.__sizeof__()
        if budget.room > 0:
            return escape(value)
    return context.filling.print(value, context.references[number])


@pass_context
def print_elsewhere(context: FillingContext, value: Value, number: int) -> str:
    """Print a value in an attribute, a property, or where only whole elements may stand."""
    return context.filling.print(value, context.references[number])


@pass_context
def each_element(context: FillingContext, value: Value, number: int) -> Value:
    """Return what a loop walks: in a draft, a hole is walked once, so that its marks show in place."""
    filling, reference = context.filling, context.references[number]
    if is_hole(value):
        return _each_of_hole(filling, value, reference)
    if isinstance(value, (str, bytes, int, float, Decimal)) or not hasattr(type(value), "__iter__"):
        filling.report(template_values.NOT_A_LIST, reference, kind=kind_of(value))
        return []
    elements = value if isinstance(value, (list, tuple)) else bounded_list(value)
    context.budget.spend(len(elements) * reference.cost)
    return elements


def _each_of_hole(filling: Filling, hole: Unknown | Blank | None, reference: Reference) -> list[Any]:
    if not filling.draft:
        filling.report(_hole_message(hole), reference)
        return []
    element = hole if isinstance(hole, Blank) else Unknown.at(reference.path or reference.written)
    return [element if reference.targets == 1 else (element,) * reference.targets]


@pass_context
def use_value(context: FillingContext, value: Value, number: int) -> Value:
    """Let a value into an expression; a final document must know every name that it reads."""
    if isinstance(value, Unknown) and not context.filling.draft:
        context.filling.report(template_values.UNKNOWN_NAME, context.references[number])
    return value


@pass_context
def order_value(context: FillingContext, value: Value, number: int) -> Value:
    """Let a value into a comparison of size; a hole is neither smaller nor greater than anything."""
    if not is_hole(value):
        return count_value(context, value)
    reference = context.references[number]
    if not context.filling.draft and not isinstance(value, Unknown):
        context.filling.report(template_values.BLANK_VALUE, reference)
    return value if isinstance(value, Unknown) else Unknown.at(reference.written)


@pass_context
def count_value(context: FillingContext, value: Value) -> Value:
    """Count what it takes to compare a value, or what a list written in a tag holds."""
    context.budget.spend_on(value)
    return value


def value_to_cut(value: Value) -> Value:
    """Let a value into an extract, which Python itself takes: a text or a list, not what behaves as one."""
    if isinstance(value, str):
        return plain_text(value)
    if is_hole(value) or isinstance(value, (list, tuple)):
        return value
    raise MismatchError(f"un extrait se prend d’un texte ou d’une liste, et la valeur est {kind_of(value)}")


GUARDS: Mapping[str, Callable[..., Any]] = {
    PRINT_IN_RUN: print_in_run,
    PRINT: print_elsewhere,
    EACH: each_element,
    USE: use_value,
    ORDER: order_value,
    CONCAT: concatenate,
    COUNT: count_value,
    CUT: value_to_cut,
}
