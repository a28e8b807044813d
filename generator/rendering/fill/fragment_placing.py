"""Fragments put into the tree: breaks, styles and draft marks, in the format of the run around them.

Breaks give the same elements as docxtpl's ``Listing``; a styled piece is a run of its own that keeps every
property of the run around it and adds one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from generator.rendering.fill.fragments import Piece, PieceKind, broken, holds_breaks, number_of
from generator.rendering.fill.paragraph_splitting import insert_before, paragraph_with, replace_run
from generator.rendering.fill.run_elements import elements_of
from generator.rendering.fill.run_writer import RunWriter
from generator.rendering.grafts.stand_ins import with_breaks
from generator.rendering.language.resource_limits import COPY, Ration
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.names import (
    BLOCK_CONTAINERS,
    BODY,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
)
from generator.rendering.word.paragraphs import paragraph_of


def place_fragments(root: Element, fragments: Sequence[tuple[Piece, ...]], ration: Ration) -> None:
    """Replace each instruction under ``root`` by the fragment that it names.

    Templates hold no other instruction: they are taken off when a template is opened.
    """
    # Counted before anything is copied: a value of a thousand breaks in a monstrous format would fill the memory.
    for instruction in root.iter(etree.PI):
        ration.spend(COPY * len(fragments[number_of(instruction)]) * _format_size(instruction))
    for holder in dict.fromkeys(instruction.getparent() for instruction in root.iter(etree.PI)):
        if holder is not None and holder.tag == TEXT:
            _place_in_run(holder, fragments)
        elif holder is not None:
            _place_alone(holder, fragments)


def _format_size(instruction: Element) -> int:
    """Return how many elements give their format to what an instruction stands for: each of its pieces copies them."""
    holder, paragraph = instruction.getparent(), paragraph_of(instruction)
    model = holder.getparent() if holder is not None and holder.tag == TEXT else instruction.getprevious()
    formats = (
        None if model is None else model.find(RUN_PROPERTIES),
        None if paragraph is None else paragraph.find(PARAGRAPH_PROPERTIES),
    )
    return sum(1 for properties in formats if properties is not None for _ in properties.iter())


def _place_in_run(text: Element, fragments: Sequence[tuple[Piece, ...]]) -> None:
    run = text.getparent()
    if run is None or run.getparent() is None:  # a run is rewritten once, whatever the number of its texts
        return
    writer: RunWriter[Element] = RunWriter()
    for child in [child for child in run if child.tag != RUN_PROPERTIES]:
        if child.tag == TEXT:
            _rewrite(child, writer, fragments)
        else:
            writer.append(child)
    replace_run(run, elements_of(writer.groups, run))


def _rewrite(text: Element, writer: RunWriter[Element], fragments: Sequence[tuple[Piece, ...]]) -> None:
    writer.open_text(text)
    writer.write(text.text or "")
    for instruction in text:
        for piece in fragments[number_of(instruction)]:
            writer.add(piece)
        writer.write(instruction.tail or "")


def _place_alone(holder: Element, fragments: Sequence[tuple[Piece, ...]]) -> None:
    """Put an object, a text or a draft's mark between runs or between paragraphs."""
    for instruction in list(holder.iterchildren(etree.PI)):
        pieces = fragments[number_of(instruction)]
        if pieces and pieces[0].kind is PieceKind.OBJECT:
            _place_elements(instruction, pieces[0].elements)
        else:
            _place_runs(instruction, pieces)


def _place_elements(instruction: Element, elements: Sequence[Element]) -> None:
    """Put the elements of an object in the place of an instruction; breaks in their texts count."""
    insert_before(instruction, elements)
    remove(instruction)
    for run in [run for element in elements for run in element.iter(RUN)]:
        if any(holds_breaks(with_breaks(text.text or "")) for text in run.iterfind(TEXT)):
            _break_texts(run)


def _break_texts(run: Element) -> None:
    """Turn the breaks in the texts of a run into elements."""
    writer: RunWriter[Element] = RunWriter()
    for child in [child for child in run if child.tag != RUN_PROPERTIES]:
        if child.tag != TEXT:
            writer.append(child)
            continue
        writer.open_text(child)
        for piece in broken(with_breaks(child.text or ""), PieceKind.TEXT):
            writer.add(piece)
    replace_run(run, elements_of(writer.groups, run))


def _place_runs(instruction: Element, pieces: Iterable[Piece]) -> None:
    """Put runs in the place of an instruction, in the format of the run that docxtpl emptied before it."""
    holder, model = instruction.getparent(), instruction.getprevious()
    # docxtpl empties the run of a « {{r » tag and leaves it before what the tag prints: its format is the one meant.
    writer: RunWriter[Element] = RunWriter()
    for piece in pieces:
        writer.add(piece)
    place = etree.Element(RUN)
    if holder is not None and _holds_blocks(holder):
        instruction.addprevious(paragraph_with(place))
    else:
        instruction.addprevious(place)
    remove(instruction)
    replace_run(place, elements_of(writer.groups, etree.Element(RUN) if model is None or model.tag != RUN else model))


def _holds_blocks(holder: Element) -> bool:
    """Whether paragraphs stand in ``holder``, and not runs."""
    if holder.tag == BODY or holder.tag in BLOCK_CONTAINERS:
        return True
    return holder.tag != PARAGRAPH and paragraph_of(holder) is None
