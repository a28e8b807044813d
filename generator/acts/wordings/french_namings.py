"""Names in French: with their article, after « de », after « à », enumerated, and what agrees with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from generator.acts.facts.namings import (
    Agreement,
    AgreementWithAct,
    ClausePlace,
    Form,
    Formed,
    Noun,
    NounList,
    Opening,
    TextList,
)
from generator.french import NO_BREAK_SPACE, Gender, Name, article_number, capitalized, enumerate_and, of, the, to


def french_name(noun: Noun) -> Name:
    """Return a name as French grammar takes it."""
    return noun.forms.noun(noun.text)


def after_of(noun: Noun) -> str:
    """Return a name after « de »: « de la Ville de Valmont »."""
    return of(french_name(noun))


def _with_article(noun: Noun) -> str:
    return the(french_name(noun))


_FORMS: Final[Mapping[Form, Callable[[Noun], str]]] = MappingProxyType(
    {
        Form.PLAIN: lambda noun: noun.text,
        Form.OPENING: lambda noun: capitalized(noun.text),
        Form.THE: _with_article,
        Form.OPENING_THE: lambda noun: capitalized(_with_article(noun)),
        Form.OF: after_of,
        Form.TO: lambda noun: to(french_name(noun)),
    }
)


def formed(fact: Formed) -> str:
    """Write a name in one of its forms: « la Ville de Valmont », « de la Ville de Valmont »."""
    return _FORMS[fact.form](fact.noun)


def noun_list(fact: NounList) -> str:
    """List names: « la Ville de Valmont et la Ville de Tazerout »."""
    return _enumerated([_FORMS[fact.form](noun) for noun in fact.nouns])


def text_list(fact: TextList) -> str:
    """List texts inside a sentence: « 4, 8 et 17 »."""
    return _enumerated(fact.texts)


def _enumerated(items: Sequence[str]) -> str:
    return enumerate_and(items) if items else ""


def agreement(fact: Agreement) -> str:
    """Write the ending of a regular participle: « représenté » takes « e » in the feminine, « s » in the plural."""
    return ("e" if fact.gender is Gender.FEMININE else "") + ("s" if fact.is_plural else "")


def agreement_with_act(fact: AgreementWithAct) -> str:
    """Write the ending of a regular participle that agrees with an act."""
    return agreement(Agreement(gender_of(fact.act)))


def gender_of(noun: str) -> Gender:
    """Tell the gender of an act or an assembly by its first word: acts in « -ion » and assemblies are feminine."""
    first_word = noun.split(" ", 1)[0].lower()
    return Gender.FEMININE if first_word.endswith("ion") or first_word == "assemblée" else Gender.MASCULINE


def opening(fact: Opening) -> str:
    """Begin a text with a capital."""
    return capitalized(fact.text)


_PASSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {"preambule": "exposé du préambule", "cloture": "énoncé final", "comparution": "énoncé des parties"}
)
"""How a template names what stands outside the articles; like « article », each begins with a vowel."""


def clause_place(fact: ClausePlace) -> str:
    """Name where a text says something: « article 4 », « énoncé final »; templates put « de l’ » before it."""
    place = fact.place
    if place.article:  # zero is a mistake of its own, which a rule tells
        return f"article{NO_BREAK_SPACE}{article_number(place.article)}"
    return _PASSAGES.get(place.passage or "", "énoncé")
