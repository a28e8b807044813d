"""Numbered lists that lie wholly inside a loop: each turn begins them again.

Word counts on for as long as paragraphs share a list. One numbered paragraph a turn is what the loop numbers, and goes
on; several, or those of a loop inside, are a list of the turn. A list that has a paragraph elsewhere goes on too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from generator.rendering.blocks.block_paths import FOR, BlockPaths, Path, common_path, letter_of_holder
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import LIST_OF_PARAGRAPH, PARAGRAPH, PARAGRAPH_PROPERTIES, VALUE, w
from generator.rendering.word.numbered_lists import DEFINITION_ID, LEVEL, LEVEL_DEFINITION, NUMBER_ID, Lists
from generator.rendering.word.reading_text import paragraph_text
from generator.rendering.word.schema_order import get_or_add, put, replace_child

_WITHOUT_NUMBER = ("bullet", "none")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ListItem:
    """A numbered paragraph: the rank of its part, its list, its level, and the blocks around it."""

    paragraph: Element
    part: int
    number: str
    level: str
    path: Path


def restarting_lists(
    roots: Sequence[Element], paths: Mapping[int, BlockPaths], lists: Lists
) -> list[tuple[Sequence[ListItem], int]]:
    """Return the lists that begin again at each turn of a loop, each with the rank of the loop among the blocks.

    Args:
        roots: the parts.
        paths: the blocks of those that have any, by the rank of the part.
        lists: the lists of the template.
    """
    found = []
    for items in _items_by_list(roots, paths, lists):
        parts = {item.part for item in items}
        if len(parts) == 1 and _is_counted(items, lists):
            loop = _loop_of(items, paths[items[0].part])
            if loop is not None:
                found.append((items, loop))
    return found


def _items_by_list(roots: Sequence[Element], paths: Mapping[int, BlockPaths], lists: Lists) -> list[Sequence[ListItem]]:
    """Gather the numbered paragraphs that count together, where some stand in a block."""
    groups: dict[tuple[str, str], list[ListItem]] = defaultdict(list)
    for part, root in enumerate(roots):
        own = paths.get(part)
        for paragraph in root.iter(PARAGRAPH):
            number = lists.list_of(paragraph)
            if number and not letter_of_holder(paragraph_text(paragraph).strip()):
                path = own.of(paragraph) if own is not None else ()
                item = ListItem(paragraph, part, number, lists.level_of(paragraph), path)
                groups[_counter(number, lists)].append(item)
    return [items for items in groups.values() if all(item.path for item in items)]


def _counter(number: str, lists: Lists) -> tuple[str, str]:
    """Return what is equal for two lists that count on together: their definition, unless one starts anew (17.9.8)."""
    instance = lists.instance(number)
    definition = None if instance is None else instance.find(DEFINITION_ID)
    if instance is None or definition is None or instance.find(f"{w('lvlOverride')}/{w('startOverride')}") is not None:
        return "num", number
    return "abstractNum", definition.get(VALUE, "")


def _is_counted(items: Sequence[ListItem], lists: Lists) -> bool:
    """Whether any paragraph of a list bears a number, and not a bullet."""
    definition = lists.definition(items[0].number)
    levels = [] if definition is None else definition.findall(LEVEL_DEFINITION)
    formats = {level.get(LEVEL, ""): level.find(w("numFmt")) for level in levels}
    return any(_is_number(formats.get(item.level)) for item in items)


def _is_number(number_format: Element | None) -> bool:
    return number_format is not None and number_format.get(VALUE) not in _WITHOUT_NUMBER


def _loop_of(items: Sequence[ListItem], paths: BlockPaths) -> int | None:
    """Return the innermost loop of which a turn holds several paragraphs of a list, at its widest level."""
    widest = min(item.level for item in items)
    inside = [item.path for item in items if item.level == widest]
    shared = common_path([item.path for item in items])
    for depth in range(len(shared), 0, -1):
        if paths.is_loop(shared[depth - 1]) and _most([path[depth:] for path in inside], paths) >= _SEVERAL:
            return shared[depth - 1][0]
    return None


def _most(inside: Sequence[Path], paths: BlockPaths) -> int:
    """Return how many paragraphs a turn prints at most; those of a loop count for several."""
    by_block: dict[int, dict[int, list[Path]]] = defaultdict(lambda: defaultdict(list))
    for path in inside:
        if path:
            by_block[path[0][0]][path[0][1]].append(path[1:])
    count = sum(1 for path in inside if not path)
    for block, branches in by_block.items():
        is_loop = paths.blocks[block].keyword == FOR
        count += _SEVERAL if is_loop else max(_most(branch, paths) for branch in branches.values())
    return count


def name_list(item: ListItem, number: str) -> None:
    """Make a paragraph name its list itself, under a number or under a mark."""
    named = item.paragraph.find(f"{PARAGRAPH_PROPERTIES}/{LIST_OF_PARAGRAPH}/{NUMBER_ID}")
    if named is None:  # the list comes from the style
        holder = etree.Element(LIST_OF_PARAGRAPH)
        put(etree.Element(LEVEL, {VALUE: item.level}), holder)
        named = put(etree.Element(NUMBER_ID), holder)
        replace_child(holder, get_or_add(PARAGRAPH_PROPERTIES, item.paragraph))
    named.set(VALUE, number)
