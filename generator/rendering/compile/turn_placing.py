"""The calls of slots and the counting of turns, put into the Jinja tree of a part (``blocks.turn_slots``)."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

from generator.rendering.blocks.turn_slots import SLOT, PartPlan
from generator.rendering.compiled.guard_references import PRINT_SLOT, TURN


def place_slots(tree: nodes.Template, plan: PartPlan) -> None:
    """Put the slots of a part into its tree, in place."""
    if not plan.slots:
        return
    loops = sorted(tree.find_all(nodes.For), key=lambda loop: loop.lineno)
    for loop, rank in zip(loops, plan.loops, strict=True):  # docxtpl keeps the order of tags, and loses none
        loop.body.insert(0, nodes.Output([_called(TURN, rank, loop.lineno)], lineno=loop.lineno))
    for output in list(tree.find_all(nodes.Output)):
        output.nodes = [piece for child in output.nodes for piece in _pieces(child, len(plan.slots))]


def _pieces(child: nodes.Expr, count: int) -> Iterator[nodes.Expr]:
    """Cut a text of the template at its slots; a mark of none is left."""
    if not isinstance(child, nodes.TemplateData):
        yield child
        return
    for rank, piece in enumerate(SLOT.split(child.data)):
        if rank % 2 and int(piece) < count:
            yield _called(PRINT_SLOT, int(piece), child.lineno)
        elif piece:
            yield nodes.TemplateData(piece, lineno=child.lineno)


def _called(guard: str, number: int, line: int) -> nodes.Filter:
    return nodes.Filter(nodes.Const(number, lineno=line), guard, [], [], None, None, lineno=line)
