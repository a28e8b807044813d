"""Content controls and XML elements that hold nothing but a tag: they go, as what the tag takes away does.

Some editors wrap each paragraph into one. docxtpl takes the paragraph and leaves the control, empty or cut in two.
"""

from __future__ import annotations

from generator.rendering.blocks.block_paths import letter_of_holder
from generator.rendering.blocks.range_marks import MARKS
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag_text import TAG
from generator.rendering.word.names import CELL, PARAGRAPH, ROW, w
from generator.rendering.word.reading_text import paragraphs
from generator.rendering.word.wordless_content import content_of

CONTROL, CONTENT, XML_ELEMENT = w("sdt"), w("sdtContent"), w("customXml")
_BESIDE = MARKS | {w("proofErr"), w("customXmlPr")}
_HOLDERS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}


def unwrap_tags(root: Element) -> None:
    """Take off what is around a paragraph, row or cell that a tag takes away, in place; inner ones first."""
    for control in reversed(list(root.iter(CONTROL, XML_ELEMENT))):
        content, parent = control if control.tag == XML_ELEMENT else control.find(CONTENT), control.getparent()
        if content is not None and parent is not None and _is_for_a_tag(content):
            for child in (each for each in list(content) if each.tag != w("customXmlPr")):
                control.addprevious(child)
            parent.remove(control)


def _is_for_a_tag(content: Element) -> bool:
    """Whether a control holds, beside marks, one paragraph, row or cell that a statement alone in it takes away."""
    holders = [child for child in content if child.tag not in _BESIDE]
    text = "".join(paragraphs(holders[0])).strip() if len(holders) == 1 else ""
    if not TAG.fullmatch(text) or text.startswith("{{"):  # « {{p » puts something in the place of its paragraph
        return False
    holder = holders[0]
    return _HOLDERS.get(letter_of_holder(text)) == holder.tag and next(content_of(holder), None) is None
