"""Persons who sign, and the acts that empower them, in French."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.acts.facts.namings import ClausePlace
from generator.acts.facts.powers import (
    DelegatedBy,
    DelegationAct,
    DelegationReceived,
    Office,
    OfficeOf,
    PersonName,
    SidePart,
    SignatureName,
    SignedFor,
    VisaCited,
    VoteCited,
)
from generator.acts.facts.texts_of_law import ClausesCited, TextOfLaw
from generator.acts.wordings.french_namings import after_of, clause_place, gender_of
from generator.french import (
    Gender,
    Name,
    agree,
    article_number,
    capitalized,
    enumerate_and,
    fitted,
    long_date,
    number_alone,
    of,
    ordinal,
    plain_words,
    the,
    without_article,
)
from generator.model.sentences import VISA_AUTHORITY

_TWO_SIDES: Final = 2
_FEMININE_ENDINGS: Final = ("trice", "ente", "ointe", "ere", "euse", "eure", "effe", "ee", "fete")
_MASCULINE_ENDINGS: Final = ("ent", "oint", "er", "eur", "chef", "prefet")
"""How titles end that have a gender of their own, without accents; all others take their holder's."""


def person_name(fact: PersonName) -> str:
    """Name a person: « Madame Claire Gabarit »."""
    return f"{fact.civility.value} {fact.given_name} {fact.surname}"


def signature_name(fact: SignatureName) -> str:
    """Name a person under a signature: « Claire GABARIT »."""
    return f"{fact.given_name} {fact.surname.upper()}"


def office(fact: Office) -> str:
    """Name an office: « la Maire ».

    Never « le/la Maire »: an act names one person, and the title is in the form that this person chose. The article
    alone is computed where the data do not give it: from the title where its ending tells its gender, else from the
    civility.
    """
    title = fact.chosen or the(Name(fact.title or "", gender=_gender_of_office(fact), definite=True))
    return capitalized(title) if fact.opening else title


def _gender_of_office(fact: Office) -> Gender:
    """Return the gender of a title: « directrice » and « directeur » have one, « maire » takes its holder's."""
    first_word = next(iter(plain_words(fact.title or "")), "")
    if first_word.endswith(_FEMININE_ENDINGS):
        return Gender.FEMININE
    return Gender.MASCULINE if first_word.endswith(_MASCULINE_ENDINGS) else fact.gender


def office_of(fact: OfficeOf) -> str:
    """Head an act with the office that takes it: « La Maire de Valmont », « La Présidente de la Région d’Essai ».

    A mayor is of a town, whoever else is of the body. A title that names it says it once; one that names a council is
    followed by what the body governs: « La Présidente du conseil départemental de Haute-Brume ».
    """
    title = office(fact.office)
    named = fact.town if "maire" in plain_words(title) else fact.body
    if f" {' '.join(plain_words(named.text))} " in f" {' '.join(plain_words(title))} ":
        return capitalized(title)
    _, _, governed = fact.body.text.partition(" ")
    if "conseil" in plain_words(title) and governed.startswith(("de ", "du ", "des ", "d’")):
        return f"{capitalized(title)} {governed}"
    return f"{capitalized(title)} {after_of(named)}"


def signed_for(fact: SignedFor) -> str:
    """Sign in another's name: « Pour la Maire et par délégation, la Directrice générale des services »."""
    return f"Pour {office(fact.authority)} et par délégation, {office(fact.signer)}"


def delegated_by(fact: DelegatedBy) -> str:
    """Cite the delegation: « par délégation, en vertu de l’arrêté n° 12 du 3 mai 2016 ».

    Who signs in another's name names the act that allows it, by its number and date (CGCT L. 2122-18, L. 2122-19).
    """
    delegation = fact.delegation
    return f"par délégation, en vertu {of(Name(delegation.act, definite=True))} {_numbered(delegation)}"


def delegation_act(fact: DelegationAct) -> str:
    """Cite the act of delegation alone: « l’arrêté n° 12 du 3 mai 2016 »."""
    return f"{the(Name(fact.act, gender=gender_of(fact.act), definite=True))} {_numbered(fact)}"


def delegation_received(fact: DelegationReceived) -> str:
    """Say how the power came: « ayant reçu délégation par arrêté n° 12 du 3 mai 2016 »."""
    return f"ayant reçu délégation par {fact.delegation.act} {_numbered(fact.delegation)}"


def _numbered(fact: DelegationAct) -> str:
    return f"n° {number_alone(fact.number)} du {long_date(fact.day)}"


def vote_cited(fact: VoteCited) -> str:
    """Cite the act of an assembly: « la délibération n° 12 du conseil municipal en date du 27 mars 2017 »."""
    nouns = (fact.act, without_article(fact.assembly))
    act, assembly = (Name(noun, gender=gender_of(noun), definite=True) for noun in nouns)
    number = f" n° {number_alone(fact.number)}" if fact.number else ""
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
    return fact.title + (f", et notamment {_its_articles(fact.articles)}" if fact.articles else "")


def clauses_cited(fact: ClausesCited) -> str:
    """Cite places of one text: « son article 4 », « ses articles 4, 5 et 7 », « son article 4 et son énoncé final »."""
    articles = [article_number(place.article) for place in fact.places if place.article]
    others = [f"son {clause_place(ClausePlace(place))}" for place in fact.places if not place.article]
    return enumerate_and([*([_its_articles(articles)] if articles else []), *others])


def _its_articles(numbers: Sequence[str]) -> str:
    """Name articles after the text that they belong to: « son article 4 », « ses articles 4, 5 et 7 »."""
    are_several = len(numbers) > 1 or " à " in numbers[0]
    return f"{'ses articles' if are_several else 'son article'} {enumerate_and(numbers)}"
