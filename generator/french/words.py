"""Elision, contraction and articles: « d’Angoulême », « du Mans », « à la Ville de Valmont », « au Maroc ».

Spelling alone does not decide: h is mute or aspirated, y is a vowel or a glide. The functions compute a default
from short lists, and a ``Name`` carries the exceptions of its own data, which always prevail.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from generator.french.agreement import Gender, agree
from generator.french.kept_texts import kept_by_text
from generator.french.spaces import APOSTROPHE

_ELIDED: Final = frozenset(
    {"de", "le", "la", "je", "me", "te", "se", "ne", "ce", "que", "jusque", "lorsque", "puisque", "quoique"}
)
_VOWELS: Final = frozenset("aeiouyœæ")

_ASPIRATED: Final = frozenset(
    (
        "hague", "haguenau", "hainaut", "hall", "halle", "halles", "ham", "hambourg", "hameau",
        "hameaux", "handball", "handicap", "handicape", "handicapee", "handicapees", "handicapes",
        "hangar", "hangars", "hanoi", "hanovre", "haras", "harcelement", "hasard", "hassan", "hassi",
        "hausse", "haut", "haute", "hautes", "hauteur", "hauts", "havre", "haye", "heros",
        "hierarchie", "hockey", "hollande", "honduras", "honfleur", "hong", "hongrie", "hors", "houdan", "houilles",
        "houston", "hue", "huit", "huitaine", "huitieme", "hull",
    )
)  # fmt: skip
"""First words whose h forbids elision, without accents. Any other h is taken as mute: « d’Hyères »."""

_UNELIDED_VOWELS: Final = frozenset({"onze", "onzieme", "oui", "ouagadougou", "ouarzazate"})
"""First words that begin with a vowel and yet forbid elision: « le onze », « de Ouagadougou »."""

_ELIDED_GLIDES: Final = frozenset({"yerres", "yeu", "yeuse", "yeux", "yonne"})
"""First words in y and a vowel that are elided: « l’Yonne ». Any other is not: « de Yaoundé »."""

_FIRST_WORD: Final = re.compile(r"[\W_]*([^\W_]*)")
_PLAIN_WORD: Final = re.compile(r"[^\W_]+")
_ROMAN_NUMBER: Final = re.compile(r"(?:I{1,3}|IV|IX)(?:er|re|e)?")
_BEFORE_TITLE: Final = re.compile(
    r"(?:(?:madame|monsieur|mme|mr|m\.)\s+)?(?:(?P<article>l[’']|(?:le|la)\s+))?(?=[^\W\d_])", re.IGNORECASE
)
_BEFORE_NUMBER: Final = re.compile(
    r"(?:(?:arrêté|décision|délibération|visa)\s+(?:n[°º]|no\.)?|n[°º]|no\.)\s*(?=\S)", re.IGNORECASE
)
_ARTICLE_TYPED: Final = re.compile(r"(?P<article>l[’']|(?:le|la|les)\s+)(?=\S)", re.IGNORECASE)
_ARTICLE_IN_NAME: Final = re.compile(r"(les?) (?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a city, a body or a country, with what grammar must know of it.

    Attributes:
        text: the name without the article that sentences give it (« Ville de Valmont », « Maroc »), but with the
            one that belongs to it (« Le Mans », « La Rochelle »).
        gender: its grammatical gender.
        plural: whether it is plural (« Amis de Valmont », « Comores »).
        definite: whether sentences give it the definite article (« la Ville de Valmont », « le Maroc »).
        elides: whether « de » and « le » are elided before it; computed when None.
        of: its whole form after « de » (« du Mans »); computed when None.
        to: its whole form after « à » (« au Mans »); computed when None.
        within: its whole form for « in that country » (« en Israël »); computed when None.
    """

    text: str
    gender: Gender = Gender.MASCULINE
    plural: bool = False
    definite: bool = False
    elides: bool | None = None
    of: str | None = None
    to: str | None = None
    within: str | None = None

    @property
    def is_elided(self) -> bool:
        """Whether a word that can be elided is, before this name."""
        return allows_elision(self.text) if self.elides is None else self.elides


def allows_elision(text: str) -> bool:
    """Tell whether « de » is elided before ``text``: a vowel or a mute h, but no digit nor Roman number."""
    match = _FIRST_WORD.match(text)
    word = match[1] if match else ""
    if _ROMAN_NUMBER.fullmatch(word):
        return False
    return _sounds_as_vowel(_without_accents(word))


def _sounds_as_vowel(word: str) -> bool:
    """Tell whether a word, in lower case and without accents, begins with the sound of a vowel."""
    if word.startswith("h"):
        return word not in _ASPIRATED
    if word.startswith("y"):
        return word in _ELIDED_GLIDES or word[1:2] not in _VOWELS
    return word[:1] in _VOWELS and word not in _UNELIDED_VOWELS


@kept_by_text
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case and without accents, by which two spellings are known to be one.

    « L’Aéroport de Saïss » → l, aeroport, de, saiss. Figures are words; all else parts them.
    """
    return tuple(_PLAIN_WORD.findall(_without_accents(text)))


def _without_accents(word: str) -> str:
    if word.isascii():
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def elide(word: str, following: str) -> str:
    """Put ``word`` before ``following``, elided where it must be: « d’Angoulême », « qu’elle », « s’il ».

    A word that is never elided (« par ») is joined by a space; « si » is elided before « il » and « ils » only.
    """
    if word.lower() == "si":
        return _joined(word, following, elided=following.split(" ", 1)[0] in {"il", "ils"})
    return _joined(word, following, elided=word.lower() in _ELIDED and allows_elision(following))


def _joined(word: str, following: str, *, elided: bool) -> str:
    return f"{word[:-1]}{APOSTROPHE}{following}" if elided else f"{word} {following}"


def the(name: Name) -> str:
    """Return the name with its article, if it takes one: « la Ville de Valmont », « l’association X », « Valmont »."""
    return _preceded("le", name) if name.definite else name.text


def of(name: Name) -> str:
    """Return the name after « de »: « de Valmont », « d’Angoulême », « du Mans », « du Département »."""
    if name.of is not None:
        return name.of
    if name.definite:
        return _contracted("de", "du", name)
    return _with_own_article_contracted(name, {"le": "du", "les": "des"}) or _joined(
        "de", name.text, elided=name.is_elided
    )


def to(name: Name) -> str:
    """Return the name after « à »: « à Valmont », « au Mans », « à l’association X », « aux Amis »."""
    if name.to is not None:
        return name.to
    if name.definite:
        return _contracted("à", "au", name)
    return _with_own_article_contracted(name, {"le": "au", "les": "aux"}) or f"à {name.text}"


def in_country(name: Name) -> str:
    """Return the name of a country as a place: « en France », « au Maroc », « aux Comores », « à Cuba »."""
    if name.within is not None:
        return name.within
    if not name.definite or name.plural:
        return to(name)
    if name.gender is Gender.FEMININE or name.is_elided:
        return f"en {name.text}"
    return to(name)


def _preceded(article: str, name: Name) -> str:
    """Put the masculine singular ``article`` before the name, in agreement with it."""
    if name.is_elided and not name.plural:
        return f"l{APOSTROPHE}{name.text}"
    return f"{agree(article, name.gender, plural=name.plural)} {name.text}"


def _contracted(preposition: str, contraction: str, name: Name) -> str:
    """Put a preposition and the article before the name: « du », « de la », « de l’ » or « des »."""
    if name.is_elided and not name.plural:
        return f"{preposition} {the(name)}"
    return _preceded(contraction, name)


def _with_own_article_contracted(name: Name, contractions: dict[str, str]) -> str | None:
    """Contract the article that belongs to a name (« Le Mans » → « du Mans »); None if it has none."""
    match = _ARTICLE_IN_NAME.match(name.text)
    if match is None:
        return None
    return f"{contractions[match[1].lower()]} {name.text[match.end() :]}"


def capitalized(text: str) -> str:
    """Return the text with a capital as its first letter, accents kept, the rest unchanged: « État »."""
    return text[:1].upper() + text[1:]


def title_alone(title: str) -> str:
    """Return a title without the civility and the article that it was typed with: « Madame le Maire » → « Maire »."""
    head = _BEFORE_TITLE.match(title)
    return title[head.end() :] if head else title


def title_as_said(title: str) -> str | None:
    """Return a title with the article that it was typed with: « Madame le Maire » → « le Maire »; None without one."""
    head = _BEFORE_TITLE.match(title)
    if head is None or not head["article"]:
        return None
    article = head["article"].strip().lower()
    return f"{article}{title[head.end() :]}" if article in {"l’", "l'"} else f"{article} {title[head.end() :]}"


def number_alone(number: str) -> str:
    """Return the number of an act without what every sentence says before it: « n° 12 », « arrêté n° 12 »."""
    return _BEFORE_NUMBER.sub("", number, count=1) if _BEFORE_NUMBER.match(number) else number


def without_article(name: str, article: str | None = None) -> str:
    """Return a name without the article that it was typed with: « la commission permanente », « Les Amis ».

    Args:
        name: the name, as it was typed.
        article: the only article that is taken off; any, when None.
    """
    head = _ARTICLE_TYPED.match(name)
    if head is None:
        return name
    typed = head["article"].strip().lower().replace("'", APOSTROPHE)
    return name[head.end() :] if article is None or typed == article.replace("'", APOSTROPHE) else name
