"""Notes that a loop calls: each call has its own, printed in the turn that calls it.

Such a note stands beside its call while the body is filled, so that its tags read the values of the turn; it goes back
to its part, under a number of its own, when the body is printed (17.11).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import count

from generator.messages import template_ranges
from generator.rendering.blocks.block_paths import BlockPaths
from generator.rendering.blocks.turn_slots import NotesHome
from generator.rendering.faults import Fault, Spot
from generator.rendering.file.word_file import WordFile
from generator.rendering.opc.relation_types import ENDNOTES, FOOTNOTES, OFFICE
from generator.rendering.opc.xml_parts import Element, remove
from generator.rendering.word.names import ENDNOTE_CALL, FOOTNOTE_CALL, ID, w

_KINDS = ((FOOTNOTES, w("footnote"), FOOTNOTE_CALL), (ENDNOTES, w("endnote"), ENDNOTE_CALL))


def bring_notes(package: WordFile, paths: BlockPaths) -> list[NotesHome]:
    """Put the notes that loops call beside their calls, in place; return the parts that they come from."""
    body = package.trees[package.document]
    homes = []
    for kind, element, call in _KINDS:
        part = next(package.related(kind), None)
        calls = list(body.iter(call))
        repeated = {one.get(ID, "") for one in calls if paths.loops(paths.of(one))}
        if part is None or not repeated:
            continue
        notes = {note.get(ID, ""): note for note in package.trees[part].iter(element)}
        for one in calls:
            note = notes.get(one.get(ID, ""))
            if note is not None and one.get(ID, "") in repeated:
                one.addnext(deepcopy(note))
        numbers = [int(number) for number in notes if number.lstrip("-").isdecimal()]
        relations = {name for number in repeated if number in notes for name in _relations_of(notes[number])}
        homes.append(NotesHome(element, call, part, 1 + max(numbers, default=0), frozenset(relations)))
        for number in repeated & notes.keys():
            remove(notes[number])
    return homes


def take_notes(root: Element, homes: Sequence[NotesHome], label: str) -> Iterator[tuple[str, list[Element]] | Fault]:
    """Take the printed notes out of a body, and number them and their calls.

    Yields:
        The name of each part of notes with its notes, and the faults of those that cannot follow.
    """
    for home in homes:
        numbers = count(home.first)
        notes = list(root.iter(home.element))
        for note in notes:
            number = str(next(numbers))
            call = note.getprevious()
            note.set(ID, number)
            if call is not None:
                call.set(ID, number)
            remove(note)
        if any(set(_relations_of(note)) - home.relations for note in notes):
            yield Fault(template_ranges.STRANGER_IN_NOTE, template_ranges.AN_IMAGE_OR_LINK, Spot(label))
        yield home.part, notes


def _relations_of(note: Element) -> Counter[str]:
    """Return the relations that a note names: those of the part of notes."""
    prefix = f"{{{OFFICE}}}"
    return Counter(
        str(value)
        for element in note.iter("{*}*")
        for name, value in element.attrib.items()
        if str(name).startswith(prefix)
    )
