"""Lint of tags and layout: revisions left pending, spaces in tags, blocks across tables, formatting outside styles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from generator.messages import template_lint
from generator.messages import template_reasons as reasons
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.spots import Spots
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag_collection import DELIMITER
from generator.rendering.tags.tag_text import INVISIBLE, TAG, with_plain_spaces
from generator.rendering.word.field_codes import word_fields
from generator.rendering.word.names import CELL, PARAGRAPH_PROPERTIES, ROW, RUN, RUN_PROPERTIES, TABLE, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of

_PENDING = (w("ins"), w("del"), w("moveFrom"), w("moveTo"), w("pPrChange"), w("rPrChange"))
"""Revisions that a reader sees in a paragraph, which Word shows in colour until they are accepted."""
_STATEMENT = re.compile(r"\{%(?P<letters>p|tr|tc|r)?[-+]?\s*(?P<keyword>for|if|endfor|endif)\b")
BROKEN_REFERENCE = re.compile(
    r"Erreur\s?!\s(?:Source du renvoi|Signet|Référence|Nom de propriété)[^.!]*\.?"
    r"|Error!\s(?:Reference|Bookmark)[^.!]*\.?"
)
_BOUNDARY = {"tr": TABLE, "tc": ROW}
"""What a block of these letters must begin and end in; any other block, in one cell."""

_KEEPING_THEIR_RESULT = frozenset({"", "HYPERLINK", "TOC", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"})
"""Fields whose update changes no word of their result, or copies filled text (17.16.5)."""

_CHANGING = frozenset(
    {"DATE", "TIME", "SAVEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE", "LASTSAVEDBY", "REVNUM"}
    | {"USERNAME", "USERINITIALS", "USERADDRESS", "ASK", "FILLIN", "NUMWORDS", "NUMCHARS"}
)
"""Fields that depend on the day, on who opens the document, on what it is called (17.16.5)."""

_RUN_FORMATTING = {
    "rFonts": "police",
    "sz": "taille",
    "color": "couleur",
    "shd": "trame",
    "spacing": "espacement des lettres",
    "bdr": "bordure",
}
_PARAGRAPH_FORMATTING = {
    "jc": "alignement",
    "ind": "retrait",
    "numPr": "numérotation",
    "pBdr": "bordure",
    "shd": "trame",
    "tabs": "tabulations",
}
"""What a style is for. Bold and italics stress a word; the space around a paragraph makes room for a signature."""


def layout_faults(paragraph: Element, spot: Spot) -> Iterator[Fault]:
    """Report what a paragraph of a template should not hold beside its words."""
    row = next(paragraph.iterancestors(ROW), None)
    is_of_row = row is not None and any(row.find(f"{w('trPr')}/{w(name)}") is not None for name in ("ins", "del"))
    if is_of_row or next(paragraph.iter(*_PENDING), None) is not None:
        yield Fault(template_lint.TRACKED_CHANGES, spot=spot)
    for tag in TAG.findall(spot.paragraph):
        if with_plain_spaces(tag) != tag:
            yield Fault(template_lint.NO_BREAK_SPACE_IN_TAG, tag, spot)
    yield from invisible_faults(spot)
    for broken in BROKEN_REFERENCE.findall(spot.paragraph):
        yield Fault(template_lint.BROKEN_REFERENCE, broken, spot)
    direct = list(dict.fromkeys(_direct_formatting(paragraph)))
    if direct:
        yield Fault(template_lint.DIRECT_FORMATTING, ", ".join(direct), spot)


def invisible_faults(spot: Spot) -> Iterator[Fault]:
    """Report each word of a paragraph, tags included, that holds a sign that nobody sees."""
    for word in spot.paragraph.split(" "):
        signs = dict.fromkeys(INVISIBLE.findall(word))
        if signs:
            names = ", ".join(f"U+{ord(sign):04X}" for sign in signs)
            yield Fault(template_lint.INVISIBLE_SIGN, INVISIBLE.sub("", word) or word, spot, names)


def result_faults(root: Element, spots: Spots) -> Iterator[Fault]:
    """Report the tags in the result of a field that Word replaces when it updates fields."""
    for word_field in word_fields(root):
        tag = TAG.search(INVISIBLE.sub("", "".join(text.text or "" for text in word_field.results)))
        if tag and word_field.name not in _KEEPING_THEIR_RESULT:
            yield Fault(template_lint.OVERWRITTEN_RESULT, tag[0], spots.of(word_field.results[0]), word_field.name)


def changing_faults(root: Element, spots: Spots) -> Iterator[Fault]:
    """Report the fields whose result is not the same tomorrow, or elsewhere, and the prompts of content controls."""
    for word_field in word_fields(root):
        if word_field.name in _CHANGING:
            yield Fault(template_lint.CHANGING_FIELD, word_field.name, spots.of(word_field.begin))
    for control in root.iter(w("sdt")):
        if control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None:
            texts = list(control.iter(TEXT))
            shown = "".join(text.text or "" for text in texts)
            if shown.strip() and not DELIMITER.search(shown):
                yield Fault(template_lint.LEFT_PROMPT, shown, spots.of(texts[0]))


def _direct_formatting(paragraph: Element) -> Iterator[str]:
    """Iterate over the names of what is formatted without a style; the marks of empty runs count for nothing."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is not None:
        yield from _named(properties, _PARAGRAPH_FORMATTING)
        spacing = properties.find(w("spacing"))
        if spacing is not None and spacing.get(w("line")) is not None:
            yield "interligne"
    for run in paragraph.iter(RUN):
        properties = run.find(RUN_PROPERTIES)
        if properties is not None and paragraph_of(run) is paragraph and run.find(TEXT) is not None:
            yield from _named(properties, _RUN_FORMATTING)


def _named(properties: Element, names: dict[str, str]) -> Iterator[str]:
    for child in properties:
        name = etree.QName(child).localname
        if name in names and not _is_font_hint(child):
            yield names[name]


def _is_font_hint(child: Element) -> bool:
    """Whether the property is what Word adds by itself to choose between a font's scripts."""
    return set(child.attrib) == {w("hint")}


@dataclass(frozen=True, slots=True)
class _Block:
    """A block that is open: its first tag, where that stands, and what it must not leave."""

    keyword: str
    tag: str
    spot: Spot
    boundary: Element | None


def block_faults(placed: Iterable[tuple[Element, Spot]]) -> Iterator[Fault]:
    """Report the blocks that begin in one table or cell and end in another.

    Args:
        placed: the paragraphs of a template in reading order, each with its place.
    """
    open_blocks: list[_Block] = []
    for paragraph, spot in placed:
        for tag in TAG.findall(spot.paragraph):
            statement = _STATEMENT.match(tag)
            if statement is None:
                continue
            keyword = statement["keyword"]
            boundary = next(paragraph.iterancestors(_BOUNDARY.get(statement["letters"] or "", CELL)), None)
            if not keyword.startswith("end"):
                open_blocks.append(_Block(keyword, tag, spot, boundary))
            elif open_blocks and keyword == f"end{open_blocks[-1].keyword}":
                block = open_blocks.pop()
                if block.boundary is not boundary:
                    is_one = _table_of(block.boundary) is _table_of(boundary) is not None
                    fix = reasons.ROWS_NOT_CELLS.format() if is_one else ""
                    yield Fault(template_lint.BLOCK_ACROSS_TABLES, block.tag, block.spot, fix=fix)


def _table_of(cell: Element | None) -> Element | None:
    return None if cell is None else next(cell.iterancestors(TABLE), None)
