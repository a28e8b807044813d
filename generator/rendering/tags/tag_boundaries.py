"""What a tag stretches over: the texts of a paragraph that it is written in, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from generator.messages import template_tags
from generator.rendering.faults import Fault, Spot
from generator.rendering.opc.xml_parts import Element
from generator.rendering.tags.tag_text import spans
from generator.rendering.word.names import BREAK, PARAGRAPH, TAB, TEXT, w
from generator.rendering.word.paragraphs import paragraph_of
from generator.rendering.word.wordless_content import is_content, name_of_content

SPELT_OUT = {TAB: " ", BREAK: " ", w("cr"): " ", w("noBreakHyphen"): "-"}
"""What Word may put inside a tag in place of a space or of a sign."""

_REMOVED = (w("del"), w("moveFrom"))
_REMOVED_TEXTS = (w("delText"), w("delInstrText"))


def texts_by_paragraph(root: Element) -> Iterator[list[Element]]:
    """Iterate over the texts of each paragraph, without those of a text box inside it."""
    printed: dict[Element | None, list[Element]] = {paragraph: [] for paragraph in root.iter(PARAGRAPH)}
    for element in root.iter(TEXT, *SPELT_OUT):
        paragraph = paragraph_of(element)
        if paragraph is not None and (element.text or element.tag != TEXT) and not is_content(element):
            printed[paragraph].append(element)
    for elements in printed.values():
        _spell_out(elements)
        yield [element for element in elements if element.tag == TEXT]


def _spell_out(printed: list[Element]) -> None:
    """Write the tabs, line breaks and hyphens inside tags as characters: docxtpl drops such elements."""
    if all(element.tag == TEXT for element in printed):
        return
    texts = [element.text or "" for element in printed]
    places = list(accumulate(map(len, texts)))
    tags = list(spans("".join(texts)))
    starts = [start for start, _ in tags]
    last = None
    for element, place in zip(printed, places, strict=True):
        tag = bisect_left(starts, place) - 1
        if element.tag == TEXT:
            last = element
        elif last is not None and tag >= 0 and place < tags[tag][1]:
            last.text = (last.text or "") + SPELT_OUT[str(element.tag)]


def misplaced(spanned: list[Element], spot: Spot) -> Iterator[Fault]:
    """Report a tag that stands where it cannot be filled without damage."""
    first, last = spanned[0], spanned[-1]
    if (
        any(next(element.iterancestors(*_REMOVED), None) is not None for element in spanned)
        or first.tag in _REMOVED_TEXTS
    ):
        yield Fault(template_tags.DELETED_TAG, spot.tag, spot)
    elif _crosses(spanned):
        yield Fault(template_tags.CROSSING_TAG, spot=spot)
    elif first is not last:
        yield from (
            Fault(template_tags.SWALLOWED_OBJECT, name_of_content(content), spot) for content in _between(first, last)
        )


def _holder(text: Element) -> Element | None:
    """Return what holds the run around a text: a paragraph, a link, a tracked insertion…"""
    run = text.getparent()
    return None if run is None else run.getparent()


def _crosses(spanned: list[Element]) -> bool:
    """Whether a tag leaves what holds its start; a smart tag wholly inside it goes with it, and is no matter."""
    first, *others = map(_holder, spanned)
    # Word wraps names of places and persons into smart tags by itself (17.5.1.9): no author knows that they are there.
    strangers = [holder for holder in others if holder is not first]
    return bool(strangers) and not (others[-1] is first and all(_is_smart_tag_in(first, one) for one in strangers))


def _is_smart_tag_in(holder: Element | None, element: Element | None) -> bool:
    return element is not None and element.tag == w("smartTag") and element.getparent() is holder


def _between(first: Element, last: Element) -> Iterator[Element]:
    """Iterate over the content that stands between two texts of a paragraph: joining the tag would drop it."""
    # docxtpl joins the texts of a tag by dropping every XML tag between its braces.
    run, end = first.getparent(), last.getparent()
    inside = False
    while run is not None:
        for element in run.iter():
            if element is last:
                return
            inside = inside or element is first
            if inside and is_content(element):
                yield element
        run = None if run is end else run.getnext()
