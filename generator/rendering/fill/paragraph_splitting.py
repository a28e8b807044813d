"""A run replaced by several, and the paragraph around it by as many as they ask for."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from generator.rendering.fill.run_writer import RunGroup
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.names import BREAK, PARAGRAPH, PARAGRAPH_PROPERTIES, RUN, TYPE
from generator.rendering.word.paragraphs import section_ends


def replace_run(run: Element, groups: list[RunGroup[Element]]) -> None:
    """Put groups of runs in the place of one; a paragraph is split between two groups."""
    paragraph = run.getparent()
    if paragraph is None:
        return
    if paragraph.tag != PARAGRAPH:
        groups = [_joined(groups)]
    insert_before(run, groups[0].runs)
    if len(groups) > 1:
        _split(paragraph, run, groups[1:])
    paragraph = run.getparent()
    if paragraph is not None:
        paragraph.remove(run)


def _joined(groups: list[RunGroup[Element]]) -> RunGroup[Element]:
    """Join groups by breaks inside runs, where the paragraph cannot be split (in a link, an insertion)."""
    runs = list(groups[0].runs)
    for group in groups[1:]:
        runs += [_page_break() if group.on_new_page else _line_break(), *group.runs]
    return RunGroup(runs)


def _page_break() -> Element:
    run = _line_break()
    run[0].set(TYPE, "page")
    return run


def _line_break() -> Element:
    run = etree.Element(RUN)
    etree.SubElement(run, BREAK)
    return run


def _split(paragraph: Element, run: Element, groups: list[RunGroup[Element]]) -> None:
    """Continue a paragraph in others of the same format; a page break stands in a paragraph of its own."""
    own = paragraph.find(PARAGRAPH_PROPERTIES)
    properties = None if own is None else deepcopy(own)  # as they were: the paragraph loses its section below
    following = list(run.itersiblings())
    last = paragraph
    for group in groups:
        continued = etree.Element(PARAGRAPH)
        if properties is not None:
            continued.append(deepcopy(properties))
        continued.extend(group.runs)
        last.addnext(continued)
        if group.on_new_page:
            continued.addprevious(paragraph_with(_page_break()))
        _drop_section(last)
        last = continued
    last.extend(following)


def paragraph_with(run: Element) -> Element:
    """Return a paragraph that holds a run alone."""
    paragraph = etree.Element(PARAGRAPH)
    paragraph.append(run)
    return paragraph


def _drop_section(paragraph: Element) -> None:
    """Leave the end of a section to the last of the paragraphs that one became.

    Each paragraph that holds ``sectPr`` ends a section (ECMA-376 part 1, 17.6.18): a copy would add one, and most often
    a page.
    """
    for section in section_ends(paragraph):
        remove(section)


def insert_before(element: Element, others: Iterable[Element]) -> None:
    """Put elements before another, in their order."""
    for other in others:
        element.addprevious(other)
