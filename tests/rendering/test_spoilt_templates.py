"""Templates spoilt at random and hostile templates: refused with a place, or rendered without a loss."""

from __future__ import annotations

import random
import sys

import pytest

from generator.rendering import TemplateErrors, compile_template
from tests.mutants.spoilt_templates import SHIPPED, lost_words, mutant
from tests.support.places import ROOT
from tests.support.sample_templates import CONTEXT, TEMPLATES
from tests.support.scale import a_tenth_or_in_full
from tests.support.word import document

PARTS = ("corps", "en-tête", "pied de page", "note", "propriétés")
QUOTED = "\N{NO-BREAK SPACE}: «\N{NO-BREAK SPACE}"
"""What stands between a place and the words that it holds."""


@pytest.mark.parametrize("seed", range(4))
@a_tenth_or_in_full("count", 250)
def test_spoilt_templates_are_rendered_without_a_loss_or_refused_with_part_and_paragraph(count: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a seed that can be run again
    messages: list[str] = []
    rendered = 0
    for _ in range(count):
        name, word = mutant(chance)
        try:
            template = compile_template(word, clauses=ROOT / "templates/clauses")
            result = template.render(CONTEXT if name in TEMPLATES else {}, draft=name in SHIPPED)
        except TemplateErrors as errors:
            messages += [finding.message for finding in errors.findings]
        else:
            rendered += 1
            assert lost_words(word, result) == [], name
    assert rendered > count * 6 // 25
    assert len(messages) > count * 10 // 25
    placed = [message for message in messages if message.startswith(PARTS) and QUOTED in message]
    assert len(placed) / len(messages) >= 0.95
    assert not [message for message in messages if "le document produit" in message]


def test_a_lost_word_of_a_spoilt_template_would_be_seen() -> None:
    word = document("un {{ a }} deux", "{%p if a %}", "trois", "{%p endif %}", "quatre")
    assert lost_words(word, document("un x deux", "quatre")) == []
    assert lost_words(word, document("un x", "trois", "quatre")) == ["deux"]
    assert lost_words(word, document("un x deux")) == ["quatre"]


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
