"""The instructions of Word fields (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, TEXT, w

MARK, MARK_TYPE, SIMPLE_FIELD, INSTRUCTION = w("fldChar"), w("fldCharType"), w("fldSimple"), w("instr")
_CODE = w("instrText")
_STORIES = (w("txbxContent"), w("footnote"), w("endnote"), w("comment"))
"""What holds a text of its own: a field around a text box is not closed inside it."""


@dataclass
class ComplexField:
    """A field spread over several runs: its marks, and the texts of its instruction."""

    begin: Element
    separate: Element | None = None
    end: Element | None = None
    codes: list[Element] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The instruction."""
        return "".join(code.text or "" for code in self.codes)

    @property
    def name(self) -> str:
        """The first word of the instruction, which says what the field is."""
        return next(iter(self.code.split()), "")


def complex_fields(tree: Element) -> list[ComplexField]:
    """Return the fields of a part that have an end, in the order of their beginnings (17.16.18)."""
    fields: list[ComplexField] = []
    opened: dict[Element | None, list[ComplexField]] = defaultdict(list)
    for element in tree.iter(MARK, _CODE):
        story = opened[next(element.iterancestors(*_STORIES), None)]
        kind = element.get(MARK_TYPE) if element.tag == MARK else "code"
        if kind == "begin":
            story.append(ComplexField(element))
            fields.append(story[-1])
        elif story and kind == "code" and story[-1].separate is None:
            story[-1].codes.append(element)
        elif story and kind == "separate":
            story[-1].separate = element
        elif story and kind == "end":
            story.pop().end = element
    return [each for each in fields if each.end is not None]


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


@dataclass
class WordField:
    """A Word field: what it asks for, and what Word last made of it (17.16.18).

    Attributes:
        instructions: the elements that write its instruction.
        results: the texts of its result.
        has_result: whether its result has begun.
    """

    instructions: list[Element] = field(default_factory=list)
    results: list[Element] = field(default_factory=list)
    has_result: bool = False

    @property
    def code(self) -> str:
        """Its instruction, in one piece."""
        return "".join(element.text or str(element.get(w("instr"), "")) for element in self.instructions)

    @property
    def name(self) -> str:
        """The word that its instruction begins with, in capitals."""
        return next(iter(self.code.strip(' "').upper().split()), "")

    def empty(self) -> None:
        """Take out what it asks for."""
        for element in self.instructions:
            if element.tag == w("fldSimple"):
                element.set(w("instr"), "")
            else:
                element.text = ""


def word_fields(tree: Element) -> list[WordField]:
    """Return the fields of a part, each in the order of its end; a text inside several belongs to the innermost."""
    found = [WordField([simple], list(simple.iter(TEXT)), has_result=True) for simple in tree.iter(w("fldSimple"))]
    under_way: list[WordField] = []
    for element in tree.iter(w("fldChar"), w("instrText"), w("delInstrText"), TEXT):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            under_way.append(WordField())
        elif under_way and kind == "separate":
            under_way[-1].has_result = True
        elif under_way and kind == "end":
            found.append(under_way.pop())
        elif under_way and element.tag == TEXT:
            (under_way[-1].results if under_way[-1].has_result else under_way[-1].instructions).append(element)
        elif under_way:
            under_way[-1].instructions.append(element)
    return [*found, *under_way]
