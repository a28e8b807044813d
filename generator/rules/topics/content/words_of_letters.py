"""Words: what comes from a letter, a form or a keyboard, and does not stand in an act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.case.records import Case
from generator.findings import Path
from generator.french import kept_by_text, plain_words
from generator.french.slips import (
    AMPERSAND,
    DOUBLED_ON_PURPOSE,
    FEWEST_CAPITALS,
    FEWEST_CAPITALS_OF,
    POLITE,
    QUOTED,
    TITLES,
    UNACCENTED,
)
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_ACT = Practice("Un acte n’est pas une lettre : il dispose, sans s’adresser à personne.")
_TYPOGRAPHY = Practice("Imprimerie nationale, Lexique des règles typographiques : capitales, accents, abréviations.")

_POLITE = re.compile("|".join(POLITE.values()), re.IGNORECASE)
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
    Admis : un texte qui dit ce qui est convenu ; un titre entre guillemets, « Chez nous ».
    """
    for path, value in case.texts_with(*POLITE):
        found = _POLITE.search(QUOTED.sub("", value))
        if found:
            yield Problem(
                path,
                f"« {found[0]} » est d’une lettre, non d’un acte.",
                "Retirez la formule ; gardez ce qui est convenu, à la troisième personne.",
            )


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
    for path, value in case.texts_with(*_TITLE_PARTS, "&"):
        title = _TITLE.search(value)
        if title:
            yield Problem(
                path, f"« {title[0]} » n’est pas l’abréviation française.", f"Écrivez « {TITLES[title[0]]} »."
            )
        if AMPERSAND.search(value):
            yield Problem(path, "« & » tient la place de « et ».", "Écrivez « et ».")
    of_notes = {word for words in case.law.words("abreviations_de_notes") for word in words}
    for path, value in case.typed_texts:
        if not of_notes.isdisjoint(plain_words(value)):
            word = next((word for word in _small_words(value) if word in of_notes), None)
            if word:
                yield Problem(path, f"« {word} » est d’une note, non d’un acte.", "Écrivez le mot entier.")


@kept_by_text
def _small_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that have no capital, and are no part of another word, of an address or of a code."""
    return tuple(_SMALL_WORD.findall(text))


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
    for path, value in case.typed_texts:
        word = _bare_capital(value)
        if word and word in UNACCENTED:
            yield Problem(path, f"« {word} » a perdu l’accent de sa capitale.", f"Écrivez « {UNACCENTED[word]} ».")
        elif word:
            yield Problem(path, "« A » a perdu son accent en tête de phrase.", "Écrivez « À ».")


@kept_by_text
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
