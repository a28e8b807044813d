"""Persons who sign, and the acts that empower them, in French."""

from __future__ import annotations

from typing import Final

from generator.acts.facts.powers import DelegatedBy, Office, PersonName, SidePart, SignatureName, VisaCited, VoteCited
from generator.acts.facts.texts_of_law import ARTICLES_CITED, ONE_ARTICLE_CITED, TextOfLaw
from generator.acts.wordings.french_namings import gender_of
from generator.french import Name, agree, capitalized, enumerate_and, fitted, long_date, of, ordinal, the
from generator.model.sentences import VISA_AUTHORITY

_TWO_SIDES: Final = 2


def person_name(fact: PersonName) -> str:
    """Name a person: « Madame Claire Gabarit »."""
    return f"{fact.civility.value} {fact.given_name} {fact.surname}"


def signature_name(fact: SignatureName) -> str:
    """Name a person under a signature: « Claire GABARIT »."""
    return f"{fact.given_name} {fact.surname.upper()}"


def office(fact: Office) -> str:
    """Name an office: « la Maire ».

    Never « le/la Maire »: an act names one person, and the title is in the form that this person chose. The article
    alone is computed, from the civility, where the data do not give it.
    """
    title = fact.chosen or the(Name(fact.title or "", gender=fact.gender, definite=True))
    return capitalized(title) if fact.opening else title


def delegated_by(fact: DelegatedBy) -> str:
    """Cite the delegation: « par délégation, en vertu de l’arrêté n° 12 du 3 mai 2016 ».

    Who signs in another's name names the act that allows it, by its number and date (CGCT L. 2122-18, L. 2122-19).
    """
    act = of(Name(fact.act, definite=True))
    return f"par délégation, en vertu {act} n° {fact.number} du {long_date(fact.day)}"


def vote_cited(fact: VoteCited) -> str:
    """Cite the act of an assembly: « la délibération n° 12 du conseil municipal en date du 27 mars 2017 »."""
    act, assembly = (Name(noun, gender=gender_of(noun), definite=True) for noun in (fact.act, fact.assembly))
    number = f" n° {fact.number}" if fact.number else ""
    cited = of(act) if fact.after_of else the(act)
    return f"{cited}{number} {of(assembly)} en date du {long_date(fact.day)}"


def visa_cited(fact: VisaCited) -> str:
    """Cite a visa: « visée par le gouverneur le 3 avril 2017 », in agreement with the act that bears it."""
    authority = fitted(fact.authority, VISA_AUTHORITY.grammar, VISA_AUTHORITY.instead).text
    return f"{agree('visé', gender_of(fact.act))} par {authority} le {long_date(fact.day)}"


def side_part(fact: SidePart) -> str:
    """Close a side of the act: « d’une part », « d’autre part »; from three sides on, « de troisième part »."""
    if fact.count > _TWO_SIDES:
        return f"de {ordinal(fact.index + 1, feminine=True)} part"
    return "d’autre part" if fact.index else "d’une part"


def text_of_law(fact: TextOfLaw) -> str:
    """Cite a text of law with its articles: « le code…, et notamment ses articles L. 1115-1 et L. 2121-29 »."""
    if not fact.articles:
        return fact.title
    is_one = len(fact.articles) == 1 and " à " not in fact.articles[0]
    return fact.title + (ONE_ARTICLE_CITED if is_one else ARTICLES_CITED) + enumerate_and(fact.articles)
