"""Names, as facts: what is named, and the form that a sentence needs; the words are a language's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from generator.acts.facts.fact import DetailedFact
from generator.convention import Locator, Party
from generator.french import Gender
from generator.model.persons import Forms

_NO_FORMS: Final = Forms()
_CALLED: Final = re.compile(r"ci-après +(?:dé(?:signé|nommé)e?s? *)?", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"(?P<article>l[’']|(?:le|la|les) )(?P<name>.+)", re.IGNORECASE)
_GENDERS: Final = {"le": Gender.MASCULINE, "la": Gender.FEMININE}


@dataclass(frozen=True, slots=True)
class Noun:
    """A name with the grammatical forms that the data give it; they prevail over what spelling suggests.

    Attributes:
        text: the name, without article.
        forms: its article, gender, number and irregular forms.
    """

    text: str
    forms: Forms = _NO_FORMS

    @classmethod
    def of_party(cls, party: Party | None, identifier: str) -> Noun:
        """Return the name of a party; its identifier stands for one that the framework does not know."""
        return cls(party.name, party.forms) if party else cls(identifier)


def shortened(noun: Noun, designation: str | None) -> Noun:
    """Return the name that an act uses after it has given it: « l’Association »; the name itself without one.

    Args:
        noun: the name, whose gender the short one keeps when its article does not tell.
        designation: the short name with its article, as people type it.
    """
    text = _CALLED.sub("", designation or "").strip(' «»"\u00a0\u202f')
    with_article = _ARTICLE.fullmatch(text)
    name = with_article["name"] if with_article else text
    if not name or name.casefold() == noun.text.casefold():
        return noun
    if with_article is None:
        return Noun(name, Forms.model_validate({"genre": noun.forms.gender}))
    article = with_article["article"].strip().lower()
    gender = _GENDERS.get(article, noun.forms.gender)
    return Noun(name, Forms.model_validate({"article": article, "genre": gender, "pluriel": article == "les"}))


class Form(Enum):
    """Which form of a name a sentence needs."""

    PLAIN = auto()
    OPENING = auto()
    THE = auto()
    OPENING_THE = auto()
    OF = auto()
    TO = auto()


class Formed(DetailedFact):
    """A name in one of its forms."""

    noun: Noun
    form: Form


class NounList(DetailedFact):
    """Several names, all in one form; none of them is printed as nothing."""

    nouns: Sequence[Noun]
    form: Form


class TextList(DetailedFact):
    """Several texts inside one sentence; none of them is printed as nothing."""

    texts: Sequence[str]


class Agreement(DetailedFact):
    """The ending of a participle that agrees with a person or a name."""

    gender: Gender
    is_plural: bool = False


class AgreementWithAct(DetailedFact):
    """The ending of a participle that agrees with an act, of which the data give the name alone (« délibération »)."""

    act: str


class Opening(DetailedFact):
    """A text at the head of a sentence or of a line."""

    text: str


class ClausePlace(DetailedFact):
    """Where a signed text says something."""

    place: Locator
