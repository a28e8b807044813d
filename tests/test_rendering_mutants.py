"""Templates spoilt at random and hostile templates: refused with a place, or rendered without a loss."""

from __future__ import annotations

import random
import re
import sys

import pytest
from lxml import etree
from rendering.word import DOCUMENT, document, member, with_members
from test_rendering_conformance import CONTEXT, TEMPLATES

from generator.rendering import TemplateErrors, compile_template

INSERTED = ("{{", "}}", "{%", "%}", " endif", "{%p ", "if ", "<w:br/>", "|", "'", "xx", ".", "«", "\N{NO-BREAK SPACE}")
INSERTED += ("</w:t></w:r><w:r><w:t>", "{%tr endfor %}", "{#")
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]+)</w:t>")
PARTS = ("corps", "en-tête", "pied de page", "note", "propriétés")


def mutant(chance: random.Random) -> bytes:
    """A template of the conformance suite with one or two characters or tags added, removed or replaced."""
    word = TEMPLATES[chance.choice(sorted(TEMPLATES))]
    xml = member(word, DOCUMENT).decode()
    for _ in range(chance.choice((1, 1, 2))):
        positions = [at for text in TEXT.finditer(xml) for at in range(text.start(1), text.end(1))]
        if positions:
            at = chance.choice(positions)
            end = at + (chance.random() < 0.6)
            xml = xml[:at] + chance.choice((*INSERTED, "", "", "")) + xml[end:]
    return with_members(word, {DOCUMENT: xml.encode()})


def is_well_formed(word: bytes) -> bool:
    try:
        etree.fromstring(member(word, DOCUMENT))
    except etree.XMLSyntaxError:
        return False
    return True


@pytest.mark.parametrize("seed", range(4))
def test_a_spoilt_template_is_rendered_or_refused_with_its_part_and_paragraph(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed that can be run again
    mutants = [word for word in (mutant(chance) for _ in range(80)) if is_well_formed(word)]
    messages = [message for word in mutants for message in complaints(word)]
    assert len(mutants) > 60
    assert len(messages) > 40
    placed = [message for message in messages if message.startswith(PARTS) and " : « " in message]
    assert len(placed) / len(messages) >= 0.95
    assert not [message for message in messages if "le document produit" in message]


def complaints(word: bytes) -> list[str]:
    try:
        compile_template(word).render(CONTEXT)
    except TemplateErrors as errors:
        return [finding.message for finding in errors.findings]
    return []


HOSTILE = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ a.__init__.__globals__ }}",
    "{{ a['__class__'] }}",
    "{{ (a|attr('__class__')) }}",
    "{{ a|map(attribute='__class__')|list }}",
    "{{ l|map('attr', '__class__')|list }}",
    "{{ l|groupby('__class__') }}",
    "{{ l|sort(attribute='__class__') }}",
    "{{ '{0.__class__}'.format(a) }}",
    "{{ a.format_map(d) }}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ self.__init__ }}",
    "{{ joiner }} {{ namespace }} {{ lipsum }} {{ dict }}",
    "{{ loop.__class__ }}",
    "{% for x in l %}{{ loop._iterator }}{{ loop.__class__ }}{% endfor %}",
    "{{ d.items.__self__.__class__ }}",
    "{{ a.upper.__globals__ }}",
    "{{ context }} {{ environment }}",
    "{% import 'os' as os %}{{ os }}",
    "{% set d.a = 2 %}",
    "{{ l|sum(start=a) }}",
]
_seen: list[str] = []
_WATCHED = ("os.", "subprocess", "socket", "open", "import", "ctypes", "shutil")


@pytest.mark.parametrize("payload", HOSTILE)
def test_a_hostile_template_reaches_nothing_of_python(payload: str) -> None:
    _watch()
    word = document(payload)
    _seen.clear()
    messages = []
    try:
        compile_template(word).render({"a": "x", "l": ["y"], "d": {"a": 1}})
    except TemplateErrors as errors:
        messages = list(errors.findings)
    assert messages
    assert not _seen


def _watch() -> None:
    if not hasattr(_watch, "on"):
        sys.addaudithook(lambda event, _: _seen.append(event) if event.startswith(_WATCHED) else None)
        _watch.on = True  # type: ignore[attr-defined]
