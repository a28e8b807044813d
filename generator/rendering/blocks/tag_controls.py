"""Content controls that hold nothing but a tag: they go, as the paragraph, row or cell of the tag does.

Some editors wrap each paragraph into one. docxtpl takes the paragraph and leaves the control, empty or cut in two.
"""

from __future__ import annotations

from generator.rendering.blocks.block_paths import letter_of_holder
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag_text import TAG
from generator.rendering.word.names import CELL, PARAGRAPH, ROW, w
from generator.rendering.word.reading_text import paragraphs
from generator.rendering.word.wordless_content import content_of

CONTROL, CONTENT = w("sdt"), w("sdtContent")
_HOLDERS = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}


def unwrap_tags(root: Element) -> None:
    """Take off the controls around a paragraph, row or cell that a tag takes away, in place; inner ones first."""
    for control in reversed(list(root.iter(CONTROL))):
        content = control.find(CONTENT)
        if content is not None and len(content) == 1 and _is_for_a_tag(content[0]):
            control.addprevious(content[0])
            parent = control.getparent()
            if parent is not None:
                parent.remove(control)


def _is_for_a_tag(holder: Element) -> bool:
    """Whether a paragraph, row or cell holds one statement alone, which takes it away."""
    text = "".join(paragraphs(holder)).strip()
    if not TAG.fullmatch(text) or text.startswith("{{"):  # « {{p » puts something in the place of its paragraph
        return False
    return _HOLDERS.get(letter_of_holder(text)) == holder.tag and next(content_of(holder), None) is None
