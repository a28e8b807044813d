"""Fragments put into the text of a part: the runs that hold them are written anew, and nothing else is read.

A fragment that starts a paragraph, that brings elements of its own, or that stands in a run of more than texts and
empty elements is left to ``fragment_placing``, on the whole tree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from lxml import etree

from generator.rendering.fill.expected_text import expected_text
from generator.rendering.fill.fragments import TARGET, Piece, PieceKind
from generator.rendering.fill.printed_values import Filling, escape_in_run
from generator.rendering.fill.run_elements import add_style
from generator.rendering.fill.run_writer import RunWriter, WrittenRun, WrittenText
from generator.rendering.language.resource_limits import COPY
from generator.rendering.opc.xml_parts import parse

_INSTRUCTION = re.compile(rf"<\?{TARGET} ([0-9]+)\?>")
_PREFIX = re.compile(r"[<\s](\w+):")
_RUN_STARTS, _RUN_END = ("<w:r>", "<w:r "), "</w:r>"
_RUN = re.compile(
    r"<w:r(?P<attributes>(?: [^>]*)?)>(?P<format><w:rPr>.*?</w:rPr>|<w:rPr/>)?(?P<content>.*)</w:r>", re.DOTALL
)
_CHILD = re.compile(
    rf"(?P<text><w:t(?: [^<>]*?)?)(?:/>|>(?P<words>[^<]*(?:<\?{TARGET} [0-9]+\?>[^<]*)*)</w:t>)"
    r"|(?P<other><w:\w+(?: [^<>]*)?/>)"
)
_OUR_TEXT = '<w:t xml:space="preserve"'
_BREAKS = {PieceKind.LINE_BREAK: "<w:br/>", PieceKind.TAB: "<w:tab/>"}
_OUTSIDE_RUNS = frozenset({PieceKind.PAGE_BREAK, PieceKind.PARAGRAPH_BREAK, PieceKind.OBJECT})
_KEPT = 256
_LONGEST_KEPT = 2_000
"""Characters of the longest run that is kept for the next documents."""


def splice_fragments(xml: str, filling: Filling, namespaces: Mapping[str, str]) -> str | None:
    """Return a part with each instruction replaced by the fragment that it names; None when that takes the whole tree.

    Args:
        xml: the part, well formed.
        filling: the rendering under way, with what the instructions name.
        namespaces: the declarations of the part's namespaces, by their prefix: `` xmlns:w="…"``.

    Raises:
        ExhaustedError: when the fragments would take more memory than the rendering may use.
    """
    if any(piece.kind in _OUTSIDE_RUNS for pieces in filling.fragments for piece in pieces):
        return None
    spliced: list[str] = []
    end = 0
    for instruction in _INSTRUCTION.finditer(xml):
        if instruction.start() < end:
            continue  # in a run that is rewritten already
        start = max(xml.rfind(mark, end, instruction.start()) for mark in _RUN_STARTS)
        if start < 0:
            return None
        stop = xml.index(_RUN_END, instruction.end()) + len(_RUN_END)
        runs = _rewritten(xml[start:stop], filling, namespaces)
        if runs is None:
            return None
        spliced += (xml[end:start], runs)
        end = stop
    return "".join([*spliced, xml[end:]])


def _rewritten(run: str, filling: Filling, namespaces: Mapping[str, str]) -> str | None:
    """Return the runs that a run becomes, with the very text expected; None when it takes more than the run."""
    model = _RUN.fullmatch(run)
    if model is None:
        return None
    own_format = model["format"] or ""
    content = _INSTRUCTION.split(model["content"])
    fragments = tuple(filling.fragments[int(number)] for number in content[1::2])
    filling.ration.spend(COPY * sum(map(len, fragments)) * (own_format.count("<") - own_format.count("</")))
    content[1::2] = [f"<?{TARGET} {rank}?>" for rank in range(len(fragments))]
    whole = "".join(content)
    length = len(whole) + sum(len(piece.text) for pieces in fragments for piece in pieces)
    make = _runs_of if length <= _LONGEST_KEPT else _runs_of.__wrapped__
    return make(model["attributes"], own_format, _declared(own_format, namespaces), whole, fragments)


@lru_cache(maxsize=_KEPT)
def _runs_of(
    attributes: str, own_format: str, declared: str, content: str, fragments: tuple[tuple[Piece, ...], ...]
) -> str | None:
    """Return the runs that a run becomes; « Article 1er » and « 2e classe » are in each document of a year.

    Args:
        attributes: those of the run.
        own_format: its format.
        declared: the declarations that its format needs.
        content: what it holds; its instructions name the fragments by their rank.
        fragments: the pieces of each.
    """
    writer = _written(content, fragments)
    if writer is None:
        return None
    [group] = writer.groups
    runs = "".join(
        _text_of(written, attributes, _styled(own_format, written.style, declared))
        for written in group.runs
        if isinstance(written, WrittenRun)
    )

    def text_of(rank: int) -> str:
        return "".join(piece.text for piece in fragments[rank])

    is_whole = expected_text([runs], None, text_of) == expected_text([own_format + content], None, text_of)
    return runs if is_whole else None


def _written(content: str, fragments: Sequence[Sequence[Piece]]) -> RunWriter[str] | None:
    """Write what a run holds; None when it holds more than texts and empty elements."""
    writer: RunWriter[str] = RunWriter()
    position = 0
    while position < len(content):
        child = _CHILD.match(content, position)
        if child is None:
            return None
        position = child.end()
        if child["other"]:
            writer.append(child["other"])
            continue
        writer.open_text(child["text"])
        for index, words in enumerate(_INSTRUCTION.split(child["words"] or "")):
            if index % 2:
                for piece in fragments[int(words)]:
                    writer.add(Piece(piece.kind, escape_in_run(piece.text)))
            else:
                writer.write(words)
    return writer


def _text_of(run: WrittenRun[str], attributes: str, run_format: str) -> str:
    parts = [f"<w:r{attributes if run.is_first else ''}>{run_format}"]
    for child in run.content:
        if isinstance(child, WrittenText):
            parts.append(f"{child.model or _OUR_TEXT}>{child.text}</w:t>")
        else:
            parts.append(_BREAKS[child] if isinstance(child, PieceKind) else child)
    return "".join([*parts, _RUN_END])


def _declared(run_format: str, namespaces: Mapping[str, str]) -> str:
    """Return the declarations that a format needs: a part has twenty, and each would be read and written."""
    return "".join(namespaces[prefix] for prefix in sorted({"w", *_PREFIX.findall(run_format)} & namespaces.keys()))


@lru_cache(maxsize=_KEPT)
def _styled(run_format: str, style: PieceKind, declared: str) -> str:
    """Return a format with what a style adds to it."""
    if style is PieceKind.TEXT:
        return run_format
    run = parse(f"<w:r{declared}>{run_format}{_RUN_END}")
    add_style(run, style)
    written = etree.tostring(run, encoding="unicode")
    return written[written.index(">") + 1 : -len(_RUN_END)]
