"""Blocks that keep the XML whole, whichever branch a rendering takes.

A block may begin in one paragraph and end in another: what it repeats or leaves out then closes as much as it
opens, in mirror order, and the result stays well formed. Any other block would break the document for some data;
it is refused when the template is compiled, without waiting for those data.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from jinja2 import nodes

from generator.messages import template_ranges as ranges
from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.compiled.tagged_source import JinjaSource
from generator.rendering.faults import Fault

_NOTES = frozenset({"w:footnote", "w:endnote"})
_HOLDERS = {
    "w:hyperlink": ranges.A_LINK,
    "w:sdt": ranges.A_CONTROL,
    "w:fldSimple": ranges.A_FIELD,
    "w:txbxContent": ranges.A_TEXT_BOX,
    "w:customXml": ranges.AN_XML_ELEMENT,
    **dict.fromkeys(("w:ins", "w:del", "w:moveFrom", "w:moveTo"), ranges.A_REVISION),
}
"""What two of are not one: joined, the second would lose its address, its properties, its author or its place."""

_FIXES = {ranges.A_REVISION: reasons.ACCEPT_REVISION, ranges.A_LINK: reasons.TAKE_LINK_OFF}
_OF_HOLDERS = frozenset({*_HOLDERS, "w:sdtContent"})
_XML_TAG = re.compile(r"<(/?)([\w:]+)[^>]*?(/?)>")


@dataclass
class _Effect:
    """What a stretch of source does to the elements open around it."""

    closed: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    _rest: str = ""

    def add(self, text: str) -> None:
        """Follow the XML tags of a text; a tag may be cut by a tag of Jinja's inside an attribute."""
        # Jinja cuts the source at its tags: an XML tag whose attribute holds one comes in two stretches.
        text = self._rest + text
        end = text.rfind("<") if text.rfind("<") > text.rfind(">") else len(text)
        self._rest = text[end:]
        for closing, name, alone in _XML_TAG.findall(text[:end]):
            if closing:
                self._close(name)
            elif not alone:
                self.opened.append(name)

    def _close(self, name: str) -> None:
        if self.opened and self.opened[-1] == name:
            self.opened.pop()
        else:
            self.closed.append(name)

    @property
    def is_neutral(self) -> bool:
        """Whether the same elements are open after as before, and no note nor cell was cut.

        The reference of a note would lead nowhere; two halves of cells would make one, in a row that lacks it.
        """
        cuts_cell = "w:tc" in self.closed and "w:tr" not in self.closed
        return self.closed == self.opened[::-1] and _NOTES.isdisjoint(self.closed) and not cuts_cell

    @property
    def left(self) -> str:
        """What it leaves or enters where its other elements go by pairs, or an empty string."""
        closed, opened = list(self.closed), self.opened[::-1]
        for name in [name for name in closed if name not in _OF_HOLDERS]:
            if name not in opened:
                return ""
            opened.remove(name)
        if not _OF_HOLDERS.issuperset(opened):
            return ""
        return next((_HOLDERS[name] for name in (*closed, *opened) if name in _HOLDERS), "")

    @property
    def joined(self) -> str:
        """What it would join with another of its kind, or an empty string."""
        return next((_HOLDERS[name] for name in self.closed if name in _HOLDERS), "")


def balance_faults(template: nodes.Template, source: JinjaSource) -> Iterator[Fault]:
    """Report the blocks of which some branch leaves other elements open than it found, or joins two into one."""
    blocks: list[nodes.For | nodes.If] = [*template.find_all(nodes.For), *template.find_all(nodes.If)]
    for block in blocks:
        tag, branches = source.tag(block.lineno), (_effect(block.body), _effect(block.else_))
        joined = next(filter(None, (branch.joined for branch in branches)), "")
        if not all(branch.is_neutral for branch in branches):
            holder = next(filter(None, (branch.left for branch in branches)), "")
            if holder:
                yield Fault(ranges.BLOCK_OUT_OF_HOLDER, tag.text, tag.spot, holder, _FIXES.get(holder, ""))
            else:
                crosses_cells = any("w:tc" in branch.closed for branch in branches)
                fix = reasons.ROWS_NOT_CELLS.format() if crosses_cells else ""
                yield Fault(template_tags.UNBALANCED_BLOCK, tag.text, tag.spot, fix=fix)
        elif joined:
            yield Fault(ranges.BLOCK_ACROSS_HOLDERS, tag.text, tag.spot, joined)


def _effect(branch: Iterable[nodes.Node]) -> _Effect:
    """Follow a branch; the blocks inside are judged for themselves, and change nothing when they are sound."""
    effect = _Effect()
    for output in branch:
        for child in output.nodes if isinstance(output, nodes.Output) else ():
            effect.add(child.data if isinstance(child, nodes.TemplateData) else "")
    return effect
