"""What a tag prints or looks for that no document should: numbers as Python writes them, lists, names in quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from jinja2 import nodes

from generator.messages import template_lint, template_values
from generator.messages import template_reasons as reasons
from generator.rendering.faults import Fault
from generator.rendering.language.bounded_values import kind_of
from generator.rendering.language.name_chains import chain_of, is_fraction, sample_of
from generator.rendering.tags.tag import Tag

_NAME = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
_YES: object = True
_REMEDIES = {
    kind_of(_YES): reasons.WORD_FOR_EACH,
    kind_of([]): reasons.EACH_OF_LIST,
    kind_of("".upper): reasons.BAR_BEFORE_FILTER,
}


def print_doubts(printed: nodes.Expr, tag: Tag, fractions: Collection[str]) -> Iterator[Fault]:
    """Report what a tag prints and should not, whatever the data.

    Args:
        printed: the expression.
        tag: the tag.
        fractions: the names that stand for a number with a decimal point.
    """
    if is_fraction(printed, fractions):
        yield Fault(template_lint.UNFORMATTED_NUMBER, tag.text, tag.spot)
    sample = sample_of(printed)
    if sample is not None:
        yield Fault(template_values.NOT_TEXT, tag.text, tag.spot, kind_of(sample), remedy_for(kind_of(sample)))
    match printed:
        case nodes.Const(value=str(text)) if _NAME.fullmatch(text):
            yield Fault(template_lint.QUOTED_NAME, tag.text, tag.spot, text)


def search_doubts(node: nodes.Call | nodes.Filter, tag: Tag) -> Iterator[Fault]:
    """Report a search for a text that typeset values never hold, where it is compared to the letter."""
    match node:
        case nodes.Call(node=nodes.Getattr(attr="startswith" | "endswith")) | nodes.Filter(name="replace"):
            for searched in node.args[:1]:
                if isinstance(searched, nodes.Const) and "'" in str(searched.value):
                    right = str(searched.value).replace("'", "’")
                    yield Fault(template_lint.TEXT_NEVER_FOUND, tag.text, tag.spot, f'"{right}"')


def number_doubts(comparison: nodes.Compare, tag: Tag, is_of_data: Callable[[nodes.Node], bool]) -> Iterator[Fault]:
    """Report a value of the catalogue compared for equality to a number, which no text is.

    Args:
        comparison: the comparison.
        tag: its tag.
        is_of_data: whether an operand is a value of the data as it is, rather than computed by the template.
    """
    sides = [comparison.expr, *(operand.expr for operand in comparison.ops)]
    literals = [literal for side in sides for literal in (side.items if isinstance(side, nodes.List) else [side])]
    if any(isinstance(literal, nodes.Const) and type(literal.value) in {int, float} for literal in literals):
        for side in filter(is_of_data, sides):
            yield Fault(template_lint.NUMBER_COMPARED, tag.text, tag.spot, chain_of(side) or "")


def remedy_for(kind: str) -> str:
    """Return how to print what is no text, by its kind; an empty string where the message says it."""
    return _REMEDIES[kind].format() if kind in _REMEDIES else ""
