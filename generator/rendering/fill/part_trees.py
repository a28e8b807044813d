"""A filled part as a tree: mended where Word would refuse it, its notes sent home, its boxes ticked.

Few parts need it (``compiled.needed_repairs``, ``PartPlan``): most are never read again.
"""

from __future__ import annotations

from generator.rendering.blocks.adjacent_tables import keep_apart
from generator.rendering.blocks.checkboxes import show_states
from generator.rendering.blocks.covered_passages import names_without_passage
from generator.rendering.blocks.repeated_notes import take_notes
from generator.rendering.blocks.vertical_merges import mend_merges
from generator.rendering.charts.text_widths import fit_drawings
from generator.rendering.compiled.compiled_part import CompiledPart
from generator.rendering.compiled.needed_repairs import NeededRepairs
from generator.rendering.faults import Fault
from generator.rendering.fill.printed_values import Filling
from generator.rendering.opc.xml_parts import Element, parse, serialize
from generator.rendering.word.drawing_numbers import number_drawings
from generator.rendering.word.empty_boxes import drop_empty_tables, end_boxes
from generator.rendering.word.identifiers import make_unique
from generator.rendering.word.table_grids import fit_grids


def mend(root: Element, repairs: NeededRepairs, *, has_objects: bool, drawings: set[int]) -> None:
    """Mend a tree.

    Args:
        root: the tree.
        repairs: what it may need.
        has_objects: whether values brought objects, which may hold pictures.
        drawings: the numbers that pictures have so far in the document.
    """
    if repairs.drops_empty_tables:
        drop_empty_tables(root)
    if repairs.mends_merges:
        mend_merges(root)
    if repairs.keeps_tables_apart:
        keep_apart(root)
    if repairs.fits_grids:
        fit_grids(root)
    if repairs.renews_identifiers or repairs.holds_revisions:
        make_unique(root)
    if repairs.numbers_drawings or has_objects:
        number_drawings(root, repairs.drawings, drawings)
    if has_objects:
        fit_drawings(root)
    if repairs.ends_boxes:
        end_boxes(root)


def completed(part: CompiledPart, content: bytes, filling: Filling) -> bytes:
    """Return a part whose text was checked, with what changes that text on purpose.

    The notes that were printed beside their calls go to their part; boxes to tick show their state. Bookmarks that
    cover nothing are no targets.
    """
    if part.plan.watches:
        filling.trace.targets -= names_without_passage(parse(content), filling.trace.watched)
    if part.plan.notes or part.plan.takes_notes or part.shows_states:
        return _with_notes_and_states(part, parse(content), filling)
    return content


def _with_notes_and_states(part: CompiledPart, root: Element, filling: Filling) -> bytes:
    for taken in take_notes(root, part.plan.notes, part.label):
        if isinstance(taken, Fault):
            filling.faults.append(taken)
        else:
            filling.trace.notes[taken[0]] = taken[1]
    root.extend(filling.trace.notes.get(part.name, ()))
    if part.plan.takes_notes:
        make_unique(root)
    if part.shows_states:
        filling.faults += show_states(root, part.label)
    return serialize(root)
