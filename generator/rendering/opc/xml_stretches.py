"""Stretches of XML between two values: what each closes and opens.

All documents of a template are made of the same stretches. Each is proved by expat, once; that a sequence of them is
well formed is then known from what each closes and opens, without reading it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.parsers import expat

_TAG = re.compile(r"""<(/?)([^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*?(/?)>""")
_UNSOUND = re.compile(
    "[<>\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,6});)"
)
"""What no text that was escaped holds: markup, characters that XML 1.0 does not allow (2.2), a lone ampersand."""


@dataclass(frozen=True)
class XmlStretch:
    """A stretch of XML that begins and ends outside tags.

    Attributes:
        closes: the elements that it closes and did not open, each after a slash, the innermost last.
        opens: those that it opens and does not close, likewise.
        text: its text, escaped.
    """

    closes: str
    opens: str
    text: str


def stretches_of(pieces: Iterable[str]) -> Mapping[str, XmlStretch] | None:
    """Return what each piece closes and opens; None when any begins or ends inside a tag, or is not sound."""
    known: dict[str, XmlStretch] = {}
    for piece in pieces:
        found = _stretch(piece)
        if found is None:
            return None
        known[piece] = found
    proof = "".join(f"{_start_tags(each.closes)}{piece}{_end_tags(each.opens)}" for piece, each in known.items())
    try:
        expat.ParserCreate().Parse(f"<proof>{proof}</proof>", True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError:
        return None
    return known


def is_sound(pieces: Sequence[str], known: Mapping[str, XmlStretch]) -> bool:
    """Whether pieces, joined, are one well-formed part: stretches that match, and escaped texts between them.

    Args:
        pieces: stretches and texts, in order.
        known: the stretches, as :func:`stretches_of` gives them.
    """
    found = list(map(known.get, pieces))
    texts = [piece for piece, stretch in zip(pieces, found, strict=True) if stretch is None]
    if not found or found[0] is None or not found[0].opens or found[0].closes or _UNSOUND.search("\n".join(texts)):
        return False
    root = found[0].opens.split("/", 2)[1]
    return pieces[-1].endswith(f"</{root}>") and _close_what_they_open(found[0], filter(None, found[1:]))


def _close_what_they_open(first: XmlStretch, others: Iterable[XmlStretch]) -> bool:
    """Whether each stretch closes what those before it opened, and the last one all the rest."""
    path = first.opens
    for stretch in others:
        closes, opens = stretch.closes, stretch.opens
        if not path or not path.endswith(closes) or (opens and len(closes) == len(path)):
            return False
        if closes != opens:
            path = path[: len(path) - len(closes)] + opens
    return not path


def _stretch(piece: str) -> XmlStretch | None:
    closes: list[str] = []
    opens: list[str] = []
    for is_end, name, is_empty in _TAG.findall(piece):
        if is_end and not opens:
            closes.append(name)
        elif is_end:
            if opens.pop() != name:
                return None
        elif not is_empty:
            opens.append(name)
    text = _TAG.sub("", piece)
    if "<" in text or ">" in text:
        return None
    return XmlStretch("".join(f"/{name}" for name in reversed(closes)), "".join(f"/{name}" for name in opens), text)


def _start_tags(path: str) -> str:
    return "".join(f"<{name}>" for name in path.split("/")[1:])


def _end_tags(path: str) -> str:
    return "".join(f"</{name}>" for name in reversed(path.split("/")[1:]))
