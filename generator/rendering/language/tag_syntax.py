"""The syntax errors of tags, one by one: each is parsed alone, completed into a whole statement.

Jinja stops at the first error of a source, and users want all of them in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault
from generator.rendering.language.english_errors import syntax_error_in_french
from generator.rendering.language.nearest_names import did_you_mean, suggestion
from generator.rendering.language.tag_collection import Tag
from generator.rendering.language.tag_text import alone

MAX_TAG = 2000
MAX_DEPTH = 40
"""Operations inside operations in one tag: Python itself reads no more than two hundred brackets."""

MAX_NESTING = 15
"""Blocks inside blocks, and brackets inside brackets: Python itself nests no more than twenty loops."""

_KEYWORD = re.compile(r"\{%[-+]?\s*(\w*)")
_ALONE_TAG = re.compile(r"\{%[-+]?\s*\w+\s*[-+]?%\}")
_COMPLETIONS = {"if": "{}{{% endif %}}", "for": "{}{{% endfor %}}", "set": "{}", "elif": "{{% if 1 %}}{}{{% endif %}}"}
_ALONE = frozenset({"else", "endif", "endfor"})
_STATEMENTS = (*_COMPLETIONS, *sorted(_ALONE))
_LEFT_OVER = frozenset({"p", "tr", "tc", "r"})
_MEANT = {"si": "if", "sinon": "else", "sinonsi": "elif", "elseif": "elif", "elsif": "elif", "else": "elif"} | {
    "pour": "for",
    "fin": "endif",
    "finsi": "endif",
    "finpour": "endfor",
    "end": "endif",
    "soit": "set",
}
"""What a statement was meant to be: French words, and those of other template languages."""

_MADE_BY_DOCXTPL = re.compile(r"\{#|\{%\s*(?:colspan|cellbg|vm|hm)\b")
"""Comments, and tags of docxtpl’s own that are no statement of Jinja’s."""


def lone_tag_faults(tags: Iterable[Tag], environment: Environment) -> Iterator[Fault]:
    """Report the tags that are refused by themselves, where they cannot be read together."""
    for tag in tags:
        if not _MADE_BY_DOCXTPL.match(tag.text):
            yield from tag_faults(alone(tag.text), tag, environment)


def tag_faults(written: str, tag: Tag, environment: Environment) -> Iterator[Fault]:
    """Report what is wrong with a tag, read by itself.

    Args:
        written: the tag as Jinja reads it.
        tag: the tag as its author wrote it.
        environment: what knows the filters and the tests.
    """
    if len(written) > MAX_TAG or _bracket_depth(written) > MAX_NESTING:
        yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
        return
    statement = completed(written)
    if statement is None:
        yield _unknown_statement(written, tag)
        return
    try:
        tree = environment.parse(statement)
    except TemplateSyntaxError as error:
        yield syntax_fault(error, tag)
    except (ValueError, RecursionError):
        yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
    else:
        yield from (
            [Fault(template_tags.TOO_COMPLEX, spot=tag.spot)]
            if _is_deep(tree)
            else _forbidden_nodes(tree, tag, environment)
        )


def _is_deep(tree: nodes.Node) -> bool:
    """Whether operations are inside operations beyond what Python can read; a level at a time, for it may be deep."""
    level: list[nodes.Node] = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in node.iter_child_nodes()]
    return bool(level)


def syntax_fault(error: TemplateSyntaxError, tag: Tag) -> Fault:
    """Report what Jinja refuses in a tag."""
    return Fault(template_tags.SYNTAX, tag.text, tag.spot, syntax_error_in_french(error.message or ""))


def completed(written: str) -> str | None:
    """Complete a tag into a whole statement, or return ``None`` when it is none that is allowed."""
    keyword = keyword_of(written)
    if keyword is None:
        return written
    if keyword in _ALONE:
        return "" if _ALONE_TAG.fullmatch(written) else None
    completion = _COMPLETIONS.get(keyword)
    if completion is None or (keyword == "set" and "=" not in written):
        return None
    return completion.format(written)


def keyword_of(written: str) -> str | None:
    """Return the keyword of a statement, or ``None`` for a tag that prints."""
    match = _KEYWORD.match(written)
    return match[1] if match else None


def _unknown_statement(written: str, tag: Tag) -> Fault:
    keyword = keyword_of(written) or ""
    return Fault(template_tags.UNKNOWN_STATEMENT, tag.text, tag.spot, fix=_statement_fix(keyword))


def _statement_fix(keyword: str) -> str:
    if keyword == "include":
        return reasons.INCLUDE_ALONE.format()
    if keyword in _LEFT_OVER:
        return reasons.JOIN_THE_LETTER.format(keyword)
    if keyword in _MEANT:
        return did_you_mean(_MEANT[keyword])
    return suggestion(keyword, _STATEMENTS) or reasons.STATEMENTS_ARE.format(", ".join(_STATEMENTS))


def _forbidden_nodes(tree: nodes.Template, tag: Tag, environment: Environment) -> Iterator[Fault]:
    for kind, known in ((nodes.Filter, environment.filters), (nodes.Test, environment.tests)):
        for node in tree.find_all(kind):
            if node.name not in known:
                names = ", ".join(sorted(filter(str.isidentifier, known)))
                fix = suggestion(node.name, known) or reasons.NAMES_ARE.format(names)
                yield Fault(template_tags.UNKNOWN_FILTER, node.name, tag.spot, fix=fix)
    for loop in tree.find_all(nodes.For):
        if loop.recursive:
            yield Fault(template_tags.UNKNOWN_STATEMENT, "recursive", tag.spot)


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest
