"""Words: what comes from a letter, a form or a keyboard, and does not stand in an act."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, pairwise

from generator.case.records import Case
from generator.findings import Path
from generator.french import holds_one_of, kept_by_text, plain_words
from generator.french.slips import (
    AMPERSAND,
    DOUBLED_ON_PURPOSE,
    FEWEST_CAPITALS,
    FEWEST_CAPITALS_OF,
    POLITE,
    QUOTED,
    SPEAKERS,
    TITLES,
    UNACCENTED,
)
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_ACT = Practice("Un acte n’est pas une lettre : il dispose, sans s’adresser à personne.")
_TYPOGRAPHY = Practice("Imprimerie nationale, Lexique des règles typographiques : capitales, accents, abréviations.")

_POLITE = re.compile("|".join(POLITE.values()), re.IGNORECASE)
_SPOKEN = re.compile("|".join([*SPEAKERS.values(), *POLITE.values()]), re.IGNORECASE)
_PARTS = (*SPEAKERS, *POLITE)
_NAMES = frozenset({"intitule", "nom"})
"""Keys of titles and names, which may well speak to their reader: « Notre terre »."""

_TITLE = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, TITLES)) + r")(?![\w’'])")
_TITLE_PARTS = ("mr", "melle", "mm ", "mm\u00a0", "mme.", "mlle.")
"""What the titles hold, in lower case; « MM » ends a word."""

_NO_WORDS = frozenset(
    {
        "accuse_reception", "de", "delegation_numero", "fichier", "id", "lieu", "lieux", "nom", "numero",
        "numero_ordre", "organe", "prenom", "titre", "titre_avec_article", "vers",
    }
)  # fmt: skip
"""Keys of what is no sentence: numbers, and names, whose capitals another rule looks at."""

_SMALL_WORD = re.compile(r"(?<![\w.@/-])(?<!\d[’'])[a-zà-öø-ÿœ]+(?![\w@/-]|[.]\w)")

_UNACCENTED = re.compile(r"\b(?:" + "|".join(UNACCENTED) + r")\b")
_BARE_A = re.compile(
    r"(?:^|[.!?:]\s+)A(?=\s+(?:l[’']|la|le|les|partir|défaut|titre|compter|cette|cet|ce|ces|chaque|son|leur)\b)"
)


@rule("CV031", cites=_ACT, draft=WARNING, final=WARNING)
def texts_are_no_letter(case: Case) -> Iterator[Problem]:
    """Les textes ne gardent pas les formules d’une lettre.

    Refusé : « Je vous prie d’agréer… », « Veuillez trouver ci-joint… », « notre service », « Nous avons reçu… ».
    Admis : un texte qui dit ce qui est convenu ; un titre, « Chez nous ».
    """
    for path, _value, (spoken, polite) in case.found_by(_words_of_letters):
        found = polite if path[-1] in _NAMES else spoken
        if found:
            yield Problem(
                path,
                f"« {found[0]} » est d’une lettre, non d’un acte.",
                "Retirez la formule ; gardez ce qui est convenu, à la troisième personne.",
            )


def _words_of_letters(text: str) -> tuple[re.Match[str], re.Match[str] | None] | None:
    """Return the first words of a text that are said to somebody, and the first that only a letter says."""
    if not holds_one_of(text, _PARTS):
        return None
    said = QUOTED.sub("", text)
    spoken = _SPOKEN.search(said)
    return (spoken, _POLITE.search(said)) if spoken else None


@rule("CV032", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def texts_are_not_all_in_capitals(case: Case) -> Iterator[Problem]:
    """Les textes ne sont pas écrits tout en capitales ; le modèle met en capitales ce qui doit l’être.

    Refusé : « ORGANISATION D’UN SALON DES MÉTIERS D’ART » ; un destinataire, « SERVICE DES ASSEMBLÉES ».
    Admis : « Organisation d’un salon des métiers d’art » ; un sigle ; un numéro d’acte. Les noms de personnes et de
    lieux ont leurs propres règles.
    """
    for path, value in case.typed_texts:
        if value.isupper() and _key(path) not in _NO_WORDS and _is_shouted(value, _key(path)):
            yield Problem(
                path,
                f"« {value} » est écrit tout en capitales.",
                "Écrivez en minuscules, avec une capitale au premier mot et aux noms propres.",
            )


def _is_shouted(text: str, key: str) -> bool:
    return sum(map(str.isalpha, text)) >= FEWEST_CAPITALS_OF.get(key, FEWEST_CAPITALS)


def _key(path: Path) -> str:
    return next(str(step) for step in reversed(path) if isinstance(step, str))


@rule("CV033", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def abbreviations_are_french(case: Case) -> Iterator[Problem]:
    """Les textes n’abrègent ni à l’anglaise, ni par un signe, ni comme des notes : « M. », « et », non « Mr », « & ».

    Refusé : « Mr Dupont », « artisans & élèves », « l’asso », « ds la salle » ; la liste est dans les références.
    Admis : « M. Dupont », « artisans et élèves » ; une raison sociale, « Durand & Fils ».
    """
    for path, _value, (title, ampersand) in case.found_by(_foreign_abbreviations):
        if title:
            yield Problem(path, f"« {title} » n’est pas l’abréviation française.", f"Écrivez « {TITLES[title]} ».")
        if ampersand:
            yield Problem(path, "« & » tient la place de « et ».", "Écrivez « et ».")
    for path, _value, word in case.found_by(_reader_of_notes(case.law.words("abreviations_de_notes"))):
        yield Problem(path, f"« {word} » est d’une note, non d’un acte.", "Écrivez le mot entier.")


def _foreign_abbreviations(text: str) -> tuple[str | None, bool] | None:
    """Return the first title of a text that is not abbreviated in French, and whether a sign stands for « et »."""
    if not holds_one_of(text, (*_TITLE_PARTS, "&")):
        return None
    title, ampersand = _TITLE.search(text), AMPERSAND.search(text) is not None
    return (title[0] if title else None, ampersand) if title or ampersand else None


@cache
def _reader_of_notes(listed: tuple[tuple[str, ...], ...]) -> Callable[[str], str | None]:
    """Return what finds the first of these words in a text.

    A word counts that has no capital, and is no part of another word, of an address or of a code.
    """
    words = frozenset(chain.from_iterable(listed))

    def read(text: str) -> str | None:
        if words.isdisjoint(plain_words(text)):
            return None
        return next((word for word in _SMALL_WORD.findall(text) if word in words), None)

    return read


@rule("CV034", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def words_are_not_doubled(case: Case) -> Iterator[Problem]:
    """Aucun mot n’est écrit deux fois de suite.

    Refusé : « le salon de de printemps ».
    Admis : « nous nous engageons », où les deux mots comptent.
    """
    for typed in case.texts_in_sentences:
        word = _doubled(typed.text)
        if word:
            yield Problem(typed.path, f"« {word} {word} » : un mot est écrit deux fois.", f"Écrivez « {word} ».")


@kept_by_text
def _doubled(text: str) -> str | None:
    """Return the first word that a text says twice in a row by a slip."""
    doubled = (word for word, following in pairwise(text.split()) if word == following and _is_slip(word))
    return next(doubled, None)


def _is_slip(word: str) -> bool:
    return word.isalpha() and word.islower() and word not in DOUBLED_ON_PURPOSE


@rule("CV035", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def capitals_bear_their_accents(case: Case) -> Iterator[Problem]:
    """Les capitales portent leurs accents.

    Refusé : « Etat », « Ecole », « A l’issue du salon ».
    Admis : « État », « École », « À l’issue du salon ».
    """
    for path, _value, word in case.found_by(_bare_capital):
        if word in UNACCENTED:
            yield Problem(path, f"« {word} » a perdu l’accent de sa capitale.", f"Écrivez « {UNACCENTED[word]} ».")
        else:
            yield Problem(path, "« A » a perdu son accent en tête de phrase.", "Écrivez « À ».")


def _bare_capital(text: str) -> str | None:
    """Return the first word of a text whose capital lost its accent, « A » after all others; None without one."""
    found = _UNACCENTED.search(text)
    if found:
        return found[0]
    return "A" if _BARE_A.search(text) else None


RULES = (
    texts_are_no_letter,
    texts_are_not_all_in_capitals,
    abbreviations_are_french,
    words_are_not_doubled,
    capitals_bear_their_accents,
)
