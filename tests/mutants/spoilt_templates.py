"""Templates spoilt at random, as a hand that slips in Word would spoil them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any, TypeAlias

from lxml import etree

from generator.rendering import extract_text
from tests.support.places import ROOT
from tests.support.sample_templates import TEMPLATES
from tests.support.word import DOCUMENT, NAMESPACES, W, member, with_members

Chance: TypeAlias = random.Random

INSERTED = ("{{", "}}", "{%", "%}", " endif", "{%p ", "if ", "|", "'", "xx", ".", "«", "\N{NO-BREAK SPACE}", "{#", "{")
INSERTED += ("}", "%", "#", "-", "(", ")", "[", "]", "{%tr endfor %}", "{% endif %}", "{%p else %}", "\t", "’", "“")
SHIPPED = {str(path.relative_to(ROOT)): path.read_bytes() for path in sorted(ROOT.glob("templates/*/modele.docx"))}
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_KEYWORD = re.compile(r"\{%(?:p|tr|tc|r)?[-+]?\s*(\w+)")
_LITERAL_BRACES = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}"}


def _texts(root: Any, *, with_tags: bool) -> list[Any]:
    texts = [text for text in root.iter(f"{{{W}}}t") if text.text]
    return [text for text in texts if "{" in text.text or "}" in text.text] or texts if with_tags else texts


def _slip(chance: Chance, root: Any) -> None:
    """Add, remove or replace a character, most often in a tag."""
    text = chance.choice(_texts(root, with_tags=chance.random() < 0.7))
    at = chance.randrange(len(text.text))
    end = at + (chance.random() < 0.6)
    text.text = text.text[:at] + chance.choice((*INSERTED, "", "", "")) + text.text[end:]


def _double(chance: Chance, root: Any) -> None:
    """Write a character of a tag twice."""
    text = chance.choice(_texts(root, with_tags=True))
    at = chance.randrange(len(text.text))
    text.text = text.text[:at] + text.text[at] + text.text[at:]


def _rename(chance: Chance, root: Any) -> None:
    """Change a name in a tag."""
    text = chance.choice(_texts(root, with_tags=True))
    names = list(re.finditer(r"\w+", text.text))
    if names:
        name = chance.choice(names)
        text.text = text.text[: name.start()] + name[0][::-1] + text.text[name.end() :]


def _move(chance: Chance, root: Any) -> None:
    """Move a tag to another paragraph."""
    start, end = (chance.choice(_texts(root, with_tags=tags)) for tags in (True, False))
    tag = TAG.search(start.text)
    if tag:
        start.text = start.text.replace(tag[0], "", 1)
        end.text = end.text + tag[0] if chance.random() < 0.5 else tag[0] + end.text


def _split(chance: Chance, root: Any) -> None:
    """Cut a run in two, and make one of them bold."""
    text = chance.choice(_texts(root, with_tags=True))
    run, at = text.getparent(), chance.randrange(len(text.text))
    other = deepcopy(run)
    run.addnext(other)
    for copied in other.iterfind("w:t", NAMESPACES):
        copied.text = text.text[at:] if copied.text == text.text else copied.text
    text.text = text.text[:at]
    if chance.random() < 0.5:
        bold = etree.SubElement(etree.Element(f"{{{W}}}rPr"), f"{{{W}}}b").getparent()
        other[:] = [bold, *(child for child in other if child.tag != bold.tag)]


def _structures(root: Any) -> list[Any]:
    return list(root.iter(*(f"{{{W}}}{name}" for name in ("p", "r", "tr", "tc", "tbl", "pPr", "tcPr", "t"))))


def _drop(chance: Chance, root: Any) -> None:
    """Remove an element with what it holds."""
    element = chance.choice(_structures(root))
    element.getparent().remove(element)


def _copy(chance: Chance, root: Any) -> None:
    """Put an element twice."""
    element = chance.choice(_structures(root))
    element.addnext(deepcopy(element))


MUTATIONS: tuple[Callable[[Chance, Any], None], ...] = (_slip, _slip, _double, _rename, _move, _split, _drop, _copy)


def mutant(chance: Chance) -> tuple[str, bytes]:
    """The name of a template, of the conformance suite or shipped, and the template spoilt once or twice."""
    templates = TEMPLATES if chance.random() < 0.7 else SHIPPED
    name = chance.choice(sorted(templates))
    root = etree.fromstring(member(templates[name], DOCUMENT))
    for _ in range(chance.choice((1, 1, 2))):
        if _texts(root, with_tags=False):
            chance.choice(MUTATIONS)(chance, root)
    return name, with_members(templates[name], {DOCUMENT: etree.tostring(root, encoding="UTF-8")})


def unconditional_words(word: bytes) -> list[str]:
    """The words of a template's body that stand in no block, and that every rendering must therefore print."""
    text = extract_text(word)
    words: list[str] = []
    depth = position = 0
    for tag in TAG.finditer(text):
        words += text[position : tag.start()].split() if depth == 0 else []
        position = tag.end()
        keyword = _KEYWORD.match(tag[0])
        if keyword:
            depth += -1 if keyword[1].startswith("end") else keyword[1] in {"if", "for"}
    return [_literal(word) for word in words + text[position:].split()]


def _literal(word: str) -> str:
    for escaped, braces in _LITERAL_BRACES.items():
        word = word.replace(escaped, braces)
    return word


def lost_words(word: bytes, rendered: bytes) -> list[str]:
    """The unconditional words that a rendering does not print in their order."""
    text, position = _literal(extract_text(rendered)), 0
    lost: list[str] = []
    for expected in unconditional_words(word):
        found = text.find(expected, position)
        if found < 0:
            lost.append(expected)
        else:
            position = found + len(expected)
    return lost
