"""Blocks: each is opened, goes on and is closed in its turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jinja2 import Environment

from generator.messages import template_tags
from generator.rendering.compile.jinja_source import JinjaSource
from generator.rendering.faults import Fault
from generator.rendering.language.tag_collection import Tag
from generator.rendering.language.tag_syntax import MAX_NESTING, keyword_of, tag_faults

MAX_BRANCHES = 100
"""« elif » of one block: Python reads them as conditions inside conditions."""

_CLOSED_BY = {"if": "endif", "for": "endfor"}


@dataclass(frozen=True, slots=True)
class _OpenBlock:
    keyword: str
    tag: Tag
    has_else: bool = False
    branches: int = 0


def syntax_faults(source: JinjaSource, environment: Environment) -> Iterator[Fault]:
    """Report every tag that Jinja or the sandbox refuses, and every block that is not closed."""
    sound: set[str] = set()
    for written, origin in zip(source.written, source.origins, strict=True):
        if written not in sound:
            faults = list(tag_faults(written, source.tags[origin], environment))
            sound |= set() if faults else {written}
            yield from faults
    yield from _block_faults(source)


def _block_faults(source: JinjaSource) -> Iterator[Fault]:
    blocks: list[_OpenBlock] = []
    for written, origin in zip(source.written, source.origins, strict=True):
        tag = source.tags[origin]
        keyword = keyword_of(written)
        if keyword in _CLOSED_BY:
            blocks.append(_OpenBlock(keyword, tag))
            if len(blocks) == MAX_NESTING + 1:
                yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
        elif keyword in {"elif", "else", "endif", "endfor"}:
            if blocks and _fits(keyword, blocks[-1]):
                _follow(keyword, blocks)
                if blocks and blocks[-1].branches == MAX_BRANCHES and keyword == "elif":
                    yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
            else:
                yield Fault(template_tags.UNOPENED_BLOCK, tag.text, tag.spot)
    yield from (Fault(template_tags.UNCLOSED_BLOCK, block.tag.text, block.tag.spot) for block in blocks)


def _fits(keyword: str, block: _OpenBlock) -> bool:
    """Whether a keyword may come next in the innermost open block."""
    if keyword == "elif":
        return block.keyword == "if" and not block.has_else
    return not block.has_else if keyword == "else" else keyword == _CLOSED_BY[block.keyword]


def _follow(keyword: str, blocks: list[_OpenBlock]) -> None:
    block = blocks.pop()
    if not keyword.startswith("end"):
        blocks.append(replace(block, has_else=keyword == "else", branches=block.branches + 1))
