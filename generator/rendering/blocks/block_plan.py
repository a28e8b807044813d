"""What the blocks of a template ask of each of its parts: found and prepared in the trees, before they are compiled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from generator.messages import template_ranges
from generator.rendering.blocks.adjacent_tables import mark_tables
from generator.rendering.blocks.block_paths import BlockPaths
from generator.rendering.blocks.cross_references import (
    BookmarksOfName,
    lost_pointers,
    pointers_of,
    targets_by_name,
)
from generator.rendering.blocks.cut_ranges import cut_faults
from generator.rendering.blocks.fields_to_update import mark_to_update
from generator.rendering.blocks.kept_marks import keep_marks
from generator.rendering.blocks.repeated_notes import bring_notes
from generator.rendering.blocks.restarting_lists import name_list, restarting_lists
from generator.rendering.blocks.tag_controls import unwrap_tags
from generator.rendering.blocks.turn_slots import (
    ListSlot,
    PartPlan,
    PointerSlot,
    TargetSlot,
    TurnSlot,
    slot_mark,
)
from generator.rendering.blocks.vertical_merges import mark_merges
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.filled_parts import Part
from generator.rendering.file.spots import Spots
from generator.rendering.file.word_file import WordFile
from generator.rendering.opc.relation_types import NUMBERING, STYLES
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.headings import Headings
from generator.rendering.word.names import BOOKMARK_START, NAME, PARAGRAPH
from generator.rendering.word.numbered_lists import Lists
from generator.rendering.word.paragraphs import paragraph_of


@dataclass
class BlockPlan:
    """The parts of a template, prepared, and the fields whose result is the template's.

    Attributes:
        parts: each part that is filled, with what is asked of it; the body first.
        stale: the fields that Word must compute again, each a fault for a kind that wants none.
    """

    parts: Sequence[tuple[Part, PartPlan]]
    stale: Sequence[Fault]


@dataclass
class _PlannedPart:
    """A part whose plan is being made."""

    part: Part
    headings: Headings
    paths: BlockPaths
    slots: list[TurnSlot] = field(default_factory=list)

    @cached_property
    def _spots(self) -> Spots:
        return Spots(self.part, self.headings)

    def place(self, element: Element) -> Spot:
        """Return the place of an element; between paragraphs, that of the next one."""
        around = paragraph_of(element)
        following = (other for other in element.itersiblings() for other in other.iter(PARAGRAPH))
        return self._spots.of(around if around is not None else next(following, element))

    def slot(self, slot: TurnSlot) -> str:
        """Keep a slot; return the mark that stands for it."""
        self.slots.append(slot)
        return slot_mark(len(self.slots) - 1)

    def faults(self) -> Iterator[Fault]:
        """Report the ranges that blocks cut; where blocks are not closed in their turn, nothing is known of them."""
        if self.paths.is_sound and self.paths.blocks:
            yield from cut_faults(self.part.root, self.paths, self.place)


def plan_blocks(package: WordFile, parts: Sequence[Part], headings: Headings) -> BlockPlan:
    """Prepare the trees of a template for its blocks, in place, and return what they ask.

    Args:
        package: the template.
        parts: its parts that are filled, the body first.
        headings: its headings.
    """
    _prepare(parts)
    notes = bring_notes(package, BlockPaths(parts[0].root))
    homes = {home.part for home in notes}
    planned = [_PlannedPart(part, headings, BlockPaths(part.root)) for part in parts]
    faults = {each.part.name: list(each.faults()) for each in planned}
    for each in planned:
        mark_merges(each.part.root, each.paths)
        mark_tables(each.part.root)
    _plan_lists(package, planned)
    stale = list(_stale_fields(planned))  # before references: a slot stands for a name that it hides
    _plan_references(planned)
    plans = [
        (
            each.part,
            PartPlan(
                slots=each.slots,
                loops=each.paths.loop_ranks,
                faults=faults[each.part.name],
                takes_notes=each.part.name in homes,
                notes=notes if each is planned[0] else (),
            ),
        )
        for each in planned
    ]
    return BlockPlan(plans, stale)


def _plan_lists(package: WordFile, planned: Sequence[_PlannedPart]) -> None:
    """Make the lists that lie in a loop begin again at each of its turns."""
    numbering, styles = next(package.related(NUMBERING), None), next(package.related(STYLES), None)
    if numbering is None or not any(each.paths.loop_ranks for each in planned):
        return
    lists = Lists(package.trees[numbering], None if styles is None else package.trees[styles])
    roots = [each.part.root for each in planned]
    for items, loop in restarting_lists(roots, _paths(planned), lists):
        part = planned[items[0].part]
        for item in items:
            name_list(item, part.slot(ListSlot(items[0].number, loop)))


def _prepare(parts: Sequence[Part]) -> None:
    for part in parts:
        unwrap_tags(part.root)
        keep_marks(part.root)


def _paths(planned: Sequence[_PlannedPart]) -> Mapping[int, BlockPaths]:
    return {rank: each.paths for rank, each in enumerate(planned)}


def _targets(planned: Sequence[_PlannedPart]) -> Mapping[str, BookmarksOfName]:
    return targets_by_name([each.part.root for each in planned], _paths(planned))


def _plan_references(planned: Sequence[_PlannedPart]) -> None:
    """Make references follow the bookmarks of their turn, and remember those whose target may go."""
    targets, paths = _targets(planned), _paths(planned)
    followed: dict[str, int | None] = {}
    for rank, part in enumerate(planned) if targets else ():
        for pointer in list(pointers_of(part.part.root, targets)):
            name, path = pointer.name.casefold(), part.paths.of(pointer.holder)
            loop = targets[name].shared_loop(rank, path, part.paths)
            is_sure = targets[name].are_sure(rank, path, paths)
            if loop is not None or not is_sure:
                what = "" if is_sure else pointer.what
                reference = PointerSlot(pointer.name, loop, what, part.place(pointer.holder))
                pointer.name_instead(part.slot(reference))
                followed[name] = followed.get(name) if loop is None else loop
    for name, loop in followed.items():
        for target in targets[name].marks:
            own = loop if loop in planned[target.part].paths.loops(target.path) else None
            slot = TargetSlot(
                target.mark.get(NAME, ""),
                own,
                is_watched=target.may_be_empty,
                is_of_paragraph=target.evidence.is_of_paragraph,
            )
            target.mark.set(NAME, planned[target.part].slot(slot))


def _stale_fields(planned: Sequence[_PlannedPart]) -> Iterator[Fault]:
    """Mark the fields that Word must compute again, and report them to kinds that want none."""
    names = _targets(planned)
    for part in planned:
        for field_mark, what in mark_to_update(part.part.root, names):
            yield Fault(template_ranges.FIELD_TO_UPDATE, what, part.place(field_mark))


def unsure_targets(parts: Sequence[Part], headings: Headings) -> Iterator[Fault]:
    """Report the references whose target a condition may take away or empty, or is nowhere, for the lint.

    Args:
        parts: the parts of a template that are filled, the body first; they are prepared in place, and serve no other
            use afterwards.
        headings: its headings.
    """
    _prepare(parts)
    planned = [_PlannedPart(part, headings, BlockPaths(part.root)) for part in parts]
    targets, paths = _targets(planned), _paths(planned)
    if not any("{" in mark.get(NAME, "") for part in parts for mark in part.root.iter(BOOKMARK_START)):
        for part in planned:
            for what, holder in lost_pointers(part.part.root, targets):
                yield Fault(template_ranges.ABSENT_TARGET, what, part.place(holder))
    told: set[tuple[str, Spot]] = set()
    for rank, part in enumerate(planned) if targets else ():
        for pointer in pointers_of(part.part.root, targets):
            key = (pointer.name.casefold(), part.place(pointer.holder))
            is_sure = targets[key[0]].are_sure(rank, part.paths.of(pointer.holder), paths, if_given=True)
            if key not in told and not is_sure:
                told.add(key)
                yield Fault(template_ranges.UNSURE_TARGET, pointer.what, key[1])
