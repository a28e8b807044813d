"""The instructions of Word fields (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import PARAGRAPH, w


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
