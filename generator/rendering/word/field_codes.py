"""The instructions of Word fields (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, TEXT, w

MARK, MARK_TYPE, SIMPLE_FIELD, INSTRUCTION = w("fldChar"), w("fldCharType"), w("fldSimple"), w("instr")
_CODES = (w("instrText"), w("delInstrText"))
_STORIES = (w("txbxContent"), w("footnote"), w("endnote"), w("comment"))
"""What holds a text of its own: a field around a text box is not closed inside it."""


@dataclass
class WordField:
    """A Word field: what it asks for, and what Word last made of it (17.16.18).

    Attributes:
        begin: the mark that it begins with; the field itself when it is a simple one (17.16.19).
        separate: the mark between its instruction and its result.
        end: the mark that ends it.
        instructions: the elements that write its instruction.
        results: the texts of its result.
    """

    begin: Element
    separate: Element | None = None
    end: Element | None = None
    instructions: list[Element] = field(default_factory=list)
    results: list[Element] = field(default_factory=list)

    @property
    def code(self) -> str:
        """Its instruction, in one piece."""
        return "".join(element.text or str(element.get(INSTRUCTION, "")) for element in self.instructions)

    @property
    def name(self) -> str:
        """The word that its instruction begins with, in capitals."""
        return next(iter(self.code.strip(' "').upper().split()), "")

    def empty(self) -> None:
        """Take out what it asks for."""
        for element in self.instructions:
            if element.tag == SIMPLE_FIELD:
                element.set(INSTRUCTION, "")
            else:
                element.text = ""


def word_fields(tree: Element) -> list[WordField]:
    """Return the fields of a part, in the order of their beginnings; a text inside several is the innermost's."""
    fields: list[WordField] = []
    opened: dict[Element | None, list[WordField]] = defaultdict(list)
    for element in tree.iter(SIMPLE_FIELD, MARK, *_CODES, TEXT):
        kind = element.get(MARK_TYPE)
        if element.tag == SIMPLE_FIELD:
            fields.append(WordField(element, instructions=[element], results=list(element.iter(TEXT))))
        elif kind == "begin" or opened:
            story = opened[next(element.iterancestors(*_STORIES), None)]
            if kind == "begin":
                story.append(WordField(element))
                fields.append(story[-1])
            elif story:
                _go_on(story, element, kind)
    return fields


def spread_fields(tree: Element) -> list[WordField]:
    """Return the fields of a part that stand over several runs and have an end."""
    return [each for each in word_fields(tree) if each.end is not None]


def _go_on(story: list[WordField], element: Element, kind: str | None) -> None:
    """Give an element to the field that is under way."""
    under_way = story[-1]
    if kind == "separate":
        under_way.separate = element
    elif kind == "end":
        story.pop().end = element
    elif under_way.separate is None:
        under_way.instructions.append(element)
    elif element.tag == TEXT:
        under_way.results.append(element)


def field_codes(tree: Element) -> Iterator[str]:
    """Iterate over the instructions of Word fields, simple ones and those spread over several runs."""
    yield from (str(simple.get(w("instr"), "")) for simple in tree.iter(w("fldSimple")))
    for paragraph in tree.iter(PARAGRAPH):
        code = ""
        for element in paragraph.iter(w("fldChar"), w("instrText"), w("delInstrText")):
            if element.tag == w("fldChar"):
                yield code
                code = ""
            else:
                code += element.text or ""
        yield code
