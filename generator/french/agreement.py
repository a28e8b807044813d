"""Agreement in gender and number: « représenté » → « représentée », « représentés », « représentées »."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Gender(StrEnum):
    """The grammatical gender. The value is the word that users write in inputs, without accents."""

    MASCULINE = "masculin"
    FEMININE = "feminin"


_IRREGULAR: Final[Mapping[str, tuple[str, str, str]]] = MappingProxyType(
    {
        "le": ("la", "les", "les"),
        "du": ("de la", "des", "des"),
        "au": ("à la", "aux", "aux"),
        "un": ("une", "des", "des"),
        "ce": ("cette", "ces", "ces"),
        "il": ("elle", "ils", "elles"),
        "lui": ("elle", "eux", "elles"),
        "celui": ("celle", "ceux", "celles"),
        "celui-ci": ("celle-ci", "ceux-ci", "celles-ci"),
        "tout": ("toute", "tous", "toutes"),
        "public": ("publique", "publics", "publiques"),
    }
)
"""Masculine singular → feminine singular, masculine plural, feminine plural."""

_FEMININE_ENDINGS: Final = (
    ("er", "ère"),
    ("eux", "euse"),
    ("if", "ive"),
    ("el", "elle"),
    ("en", "enne"),
    ("e", "e"),
)
_PLURAL_ENDINGS: Final = (("eau", "eaux"), ("al", "aux"), ("s", "s"), ("x", "x"), ("z", "z"))


def agree(word: str, gender: Gender, *, plural: bool = False) -> str:
    """Make a word, given in the masculine singular, agree: « désigné » → « désignée », « désignés ».

    It knows participles, regular adjectives, and the determiners and pronouns of acts (« le », « celui-ci »,
    « il »). Only the last word of a phrase agrees (« ci-après désigné »). A title such as « directeur » is
    data, in the form that its holder chose: it does not pass through here.
    """
    if word in _IRREGULAR:
        feminine, plural_masculine, plural_feminine = _IRREGULAR[word]
        singular_forms = (word, feminine)
        plural_forms = (plural_masculine, plural_feminine)
        return (plural_forms if plural else singular_forms)[gender is Gender.FEMININE]
    form = _with_ending(word, _FEMININE_ENDINGS, "e") if gender is Gender.FEMININE else word
    return _with_ending(form, _PLURAL_ENDINGS, "s") if plural else form


def common_gender(genders: Iterable[Gender]) -> Gender:
    """Return the gender of a group: feminine when all its members are, else masculine (the neutral form)."""
    members = set(genders)
    return Gender.FEMININE if members == {Gender.FEMININE} else Gender.MASCULINE


def _with_ending(word: str, endings: tuple[tuple[str, str], ...], otherwise: str) -> str:
    """Replace the first of ``endings`` that the word has, or add ``otherwise``."""
    for ending, replacement in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + replacement
    return word + otherwise
