"""Another language words the facts of the worked example: the views say nothing in French themselves.

The language is invented: it puts the name and the values of each fact between brackets, and has no typography.
"""

from collections.abc import Iterator, Mapping
from enum import Enum
from functools import singledispatch

import pytest

from generator.acts.catalogue import values_of
from generator.acts.facts.fact import Fact, Words
from generator.acts.facts.gaps import Missing
from generator.acts.facts.namings import Formed, Noun, NounList
from generator.acts.facts.package_steps import Phrase
from generator.acts.facts.quantities import Dated, Money
from generator.acts.subjects import SUBJECTS, Ground
from generator.acts.views.package_views import act_view, paper_view
from generator.acts.views.shared_view import shared_of
from generator.acts.wordings.door import Context, Language, Pen
from generator.artifacts import Blank
from generator.case.records import Case
from generator.french import Gender
from generator.load import load_kind
from generator.model.persons import Delegation
from tests.acts.examples import NUMBERS, WORKSPACE, example


@singledispatch
def in_brackets(fact: Fact) -> Words:
    values = (shown(getattr(fact, name)) for name in getattr(fact, "__match_args__", ()))
    return f"[{' '.join([type(fact).__name__, *values])}]"


def shown(value: object) -> str:
    return value.name if isinstance(value, Enum) else str(value)


@in_brackets.register
def _(fact: Missing) -> Words:
    return Blank(f"[{fact.gap.name}]")


@in_brackets.register
def _(fact: Phrase) -> Words:
    return f"[{fact.name}]"


@in_brackets.register
def _(fact: Money) -> Words:
    return f"[{fact.writing.name} {fact.currency} {fact.amount}]"


@in_brackets.register
def _(fact: Dated) -> Words:
    return f"[{fact.day.isoformat()}]"


@in_brackets.register
def _(fact: Formed) -> Words:
    return f"[{fact.form.name} {fact.noun.text}]"


@in_brackets.register
def _(fact: NounList) -> Words:
    return f"[{fact.form.name} {' + '.join(noun.text for noun in fact.nouns)}]"


BRACKETS = Language(in_brackets, lambda text: text)


def contexts(case: Case) -> Iterator[Context]:
    """What the action's documents and the papers of its package receive, in brackets."""
    kind = load_kind(WORKSPACE.kind("convention_specifique"), WORKSPACE).value
    assert kind is not None
    title, shared, pen = Noun(kind.title, kind.forms), shared_of(case, draft=True), Pen(BRACKETS)
    yield pen.context_of(shared.view)
    yield pen.context_of(paper_view(case, shared.bodies, act_view(case, title, ()), None))
    for made in SUBJECTS.values():
        for _, view in made.made(Ground(case, shared, title)):
            yield pen.context_of(view)


def texts_of(value: object) -> Iterator[str]:
    """Every text of the data, and the keys that they give to clauses."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from (str(key), *texts_of(item))
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts_of(item)


def data_of(case: Case) -> set[str]:
    sources = (case.action, case.framework, case.events, case.law, case.allowances)
    texts = {text for source in sources if source for text in texts_of(source.model_dump())}
    quoted = {case.framework.quote(key) or "" for key in case.framework.clauses}
    axes = {case.framework.text.words_at(axis.clause) or "" for axis in case.framework.axes}
    taken_for_granted = Delegation.model_validate({}).kind  # what the form of a delegation holds when left empty
    return texts | quoted | axes | {case.action.year, taken_for_granted, *Gender}


@pytest.mark.parametrize("number", NUMBERS)
def test_every_text_is_in_brackets_or_comes_from_the_data(number: str) -> None:
    case = example(number)
    data = data_of(case)
    found = [(path, value) for context in contexts(case) for path, value in values_of(context)]
    words = [(path, value) for path, value in found if isinstance(value, str) and value]
    strange = [(path, text) for path, text in words if not (text.startswith("[") or text in data or text.isdecimal())]
    assert strange == []
    assert sum(text.startswith("[") for _, text in words) > 100


@pytest.mark.parametrize("number", NUMBERS)
def test_every_blank_has_a_label_of_that_language(number: str) -> None:
    blanks = [value for context in contexts(example(number)) for _, value in values_of(context)]
    labels = {value.label for value in blanks if isinstance(value, Blank)}
    assert labels
    assert all(label.startswith("[") for label in labels)


def test_the_same_facts_are_told_in_brackets() -> None:
    shared, papers, *_ = contexts(example("2017-01"))
    assert shared["parties_transmettantes_le"] == "[THE Ville de Dijon]"
    assert shared["exemplaires"]["lettres"] == "[CountInLetters 6 False]"
    assert papers["acte"]["de"] == "[OF Convention spécifique]"
