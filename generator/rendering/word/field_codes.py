"""The instructions of Word fields (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, TEXT, w


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
