"""What was meant to be a tag, and lacks its end, its beginning or a brace."""

from __future__ import annotations

import re

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault, Spot
from generator.rendering.tags.foreign_tags import section_fix
from generator.rendering.tags.intended_tags import mended, nested
from generator.rendering.tags.tag_text import Stretch

_SECTION = re.compile(r"\{(#[^{}#]{1,80})\}")
_SHOWN = 40
"""Characters shown of what is no tag."""


def meant_by(stretch: Stretch, text: str) -> tuple[str, str]:
    """Return the whole of what was to be a tag, where another begins inside it, and what was meant."""
    if not stretch.is_open:
        return "", ""
    whole, meant = ("", "") if stretch.is_closed else nested(text, stretch.start)
    return whole if meant else "", meant or mended(text[stretch.start : stretch.end])


def half_tag(stretch: Stretch, text: str, spot: Spot, meant: str, tag: str) -> Fault:
    """Tell what is wrong with what was meant to be a tag."""
    section = _SECTION.match(text, stretch.start)
    fix = reasons.WRITE.format(meant) if meant else section_fix(section[1]) if section else ""
    if section and fix:
        return Fault(template_tags.UNCLOSED_TAG, section[0], spot, fix=fix)
    if not stretch.is_open:
        return Fault(template_tags.STRAY_CLOSING, text[max(stretch.end - _SHOWN, 0) : stretch.end], spot)
    if stretch.is_closed:
        return Fault(template_tags.WRONG_BRACES, tag, spot, fix=fix)
    shown = tag if meant else text[stretch.start : stretch.start + _SHOWN].strip()
    return Fault(template_tags.UNCLOSED_TAG, shown, spot, fix=fix)
