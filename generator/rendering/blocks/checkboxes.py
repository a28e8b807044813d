"""Boxes to tick (``w14:checkbox``) whose state a tag writes: the sign that is shown follows it ([MS-DOCX] 2.6.1.15)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import template_ranges
from generator.rendering.faults import Fault, Spot
from generator.rendering.opc.xml_parts import Element
from generator.rendering.word.names import RUN, RUN_PROPERTIES, TEXT, WORD_2010, w
from generator.rendering.word.schema_order import get_or_add, replace_child

_BOX, _STATE = f"{{{WORD_2010}}}checkbox", f"{{{WORD_2010}}}checked"
_SIGNS = {True: (f"{{{WORD_2010}}}checkedState", "2612"), False: (f"{{{WORD_2010}}}uncheckedState", "2610")}
"""The element that names the sign of each state, and the sign where there is none: « ☒ » and « ☐ »."""

_VALUE, _FONT = f"{{{WORD_2010}}}val", f"{{{WORD_2010}}}font"
_STATES = {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}
_SYMBOL = w("sym")


def has_written_states(root: Element) -> bool:
    """Whether a tag writes the state of a box."""
    return any("{" in state.get(_VALUE, "") for state in root.iter(_STATE))


def show_states(root: Element, label: str) -> Iterator[Fault]:
    """Give each box of a rendered part the sign of its state, in place; report the states that are none.

    Args:
        root: the part.
        label: its name for readers.
    """
    for box in root.iter(_BOX):
        written = next((state.get(_VALUE, "1") for state in box.iterfind(_STATE)), "0").strip().lower()
        control = next(box.iterancestors(w("sdt")), None)
        if written not in _STATES:
            yield Fault(template_ranges.UNKNOWN_STATE, written, Spot(label))
        elif control is not None:
            _show(control, box, is_checked=_STATES[written])


def _show(control: Element, box: Element, *, is_checked: bool) -> None:
    name, usual = _SIGNS[is_checked]
    sign = box.find(name)
    code = usual if sign is None else sign.get(_VALUE, usual)
    font = "" if sign is None else sign.get(_FONT, "")
    shown = next(control.iterfind(f".//{w('sdtContent')}//{RUN}/*[@{w('char')}]"), None)
    text = next(control.iterfind(f"{w('sdtContent')}//{TEXT}"), None)
    if shown is not None and shown.tag == _SYMBOL:
        shown.set(w("char"), code)
        shown.set(w("font"), font or shown.get(w("font"), ""))
    elif text is not None:
        text.text = chr(int(code, 16))
        run = text.getparent()
        if font and run is not None:
            fonts = run.makeelement(w("rFonts"), {w(kind): font for kind in ("ascii", "eastAsia", "hAnsi", "cs")})
            replace_child(fonts, get_or_add(RUN_PROPERTIES, run))
