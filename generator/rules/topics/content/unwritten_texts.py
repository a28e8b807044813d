"""Texts that are not written: words that stand for what is to come, signs that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from unicodedata import category, combining, normalize

from generator.case.records import Case
from generator.model.references import PlaceholderPlace, Placeholders
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, WARNING, rule

_AROUND = " .,;:!?()[]«»\"'-–"
"""What people put around a word that stands for another."""

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Signs that no reader sees, and overrides that make words read in another order than they were typed (UAX #9)."""

_INNER = r"\w"
"""What a word goes on with."""

_LETTER_OR_FIGURE = re.compile(r"[^\W_]")

_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""What Unicode calls a letter or a sign, and prints as a blank."""

_NOTHING_TO_SEE = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf", "Cn", "Cs", "Mn", "Me"})
"""Categories of what leaves no ink of its own: spaces, controls, what only marks another sign."""


@rule(
    "CO045",
    cites=Practice("Un acte définitif ne porte pas de texte d’attente : personne ne signe ce qui reste à écrire."),
    draft=WARNING,
    final=ERROR,
    bars=EVERY_ACT,
)
def nothing_stands_for_what_is_to_be_written(case: Case) -> Iterator[Problem]:
    """Aucun texte n’en attend un autre ; la liste de ces mots est dans les références, et chacun peut l’allonger.

    Refusé : « XXX », « … », « à définir », « Madame à désigner », « RAS », « [ ] ».
    Admis : la clé est vide ; ou « une fiche à compléter par chaque participant ».
    """
    for path, value, found in case.found_by(_waiting_words(case.law.placeholders)):
        where = "" if found == value else f" dans « {value} »"
        yield Problem(
            path,
            f"Texte d’attente{where} : « {found} ».",
            "Écrivez ce qui manque ; si vous ne le savez pas encore, laissez la clé vide : le projet le signalera.",
        )


@rule(
    "CO046",
    cites=Practice("Ce qui est signé est ce qu’on lit : aucun signe invisible ne change ni ne remplace les mots."),
    draft=WARNING,
    final=ERROR,
    bars=EVERY_ACT,
    waivable=False,
)
def every_sign_can_be_seen(case: Case) -> Iterator[Problem]:
    """Chaque texte a des signes visibles, et rien d’invisible : trait conditionnel, espace sans chasse, sens forcé.

    Refusé : un intitulé fait d’une espace sans chasse ; un nom où un signe retourne le sens de lecture.
    Admis : des espaces insécables, des accents, des traits d’union.
    """
    for path, value, _unseen in case.found_by(_hides_something):
        if not _can_be_seen(value):
            yield Problem(
                path,
                f"Ce texte n’a aucun caractère visible ({_named(value)}) : l’acte porterait un blanc.",
                "Effacez la valeur et retapez-la au clavier.",
            )
        elif unseen := _UNSEEN.findall(value):
            yield Problem(
                path,
                f"« {_UNSEEN.sub('', value)} » contient ce qu’on ne voit pas : {_named(unseen)}.",
                "Effacez la valeur et retapez-la au clavier, sans la coller d’une page ou d’un courriel.",
            )


def _hides_something(text: str) -> bool:
    if text.isascii() and not text.isspace():
        return False
    return not _can_be_seen(text) or _UNSEEN.search(text) is not None


@cache
def _waiting_words(lists: tuple[Placeholders, ...]) -> Callable[[str], str | None]:
    """Return what finds the words of these lists in a text."""
    alone, inside = _compiled(lists)
    return partial(_waiting_in, alone, inside)


def _waiting_in(alone: frozenset[str], inside: re.Pattern[str] | None, text: str) -> str | None:
    """Return what of a text stands for something to be written, as it was typed; None when nothing does."""
    plain = _plain(text)
    if plain.strip() in alone or plain.strip(_AROUND) in alone:
        return text
    found = inside.search(plain) if inside else None
    if found is None:
        return None
    # A text keeps its length without its accents, sign for sign, but for rare letters: it is then quoted as folded.
    return (text if len(plain) == len(text) else plain)[found.start() : found.end()].strip()


def _compiled(lists: tuple[Placeholders, ...]) -> tuple[frozenset[str], re.Pattern[str] | None]:
    words = {
        place: [_plain(each).strip() for part in lists if part.place is place for each in part.words]
        for place in PlaceholderPlace
    }
    alone = frozenset((*words[PlaceholderPlace.ALONE], *words[PlaceholderPlace.AT_END]))
    ends, anywhere = _either(words[PlaceholderPlace.AT_END]), _either(words[PlaceholderPlace.ANYWHERE])
    patterns = [*([rf"{ends}(?=\s*[)\]]|\W*$)"] if ends else []), *([anywhere] if anywhere else [])]
    return alone, re.compile("|".join(patterns)) if patterns else None


def _either(words: Iterable[str]) -> str:
    """Match one of several words, whole: the longest first, none inside another word.

    Those that begin with a letter or a figure are looked for together, once for each word of a text.
    """
    listed = sorted(words, key=len, reverse=True)
    lettered = "|".join(_ended(each) for each in listed if each[:1].isalnum())
    others = [_ended(each) for each in listed if not each[:1].isalnum()]
    return f"(?:{'|'.join([*([rf'(?<!{_INNER})(?:{lettered})'] if lettered else []), *others])})" if listed else ""


def _ended(words: str) -> str:
    return re.escape(words) + (rf"(?!{_INNER})" if words[-1:].isalnum() else "")


def _plain(text: str) -> str:
    """Fold case and accents, typed apart or not; any space is a plain one."""
    if text.isascii() and text.isprintable():
        return text.casefold()
    signs = (sign for sign in normalize("NFD", text) if not combining(sign))
    return "".join(" " if sign.isspace() else sign.casefold() for sign in signs)


def _can_be_seen(text: str) -> bool:
    inked = _LETTER_OR_FIGURE.search(text)
    if inked and inked[0] not in _BLANK_LETTERS:
        return True
    return any(sign not in _BLANK_LETTERS and category(sign) not in _NOTHING_TO_SEE for sign in text)


def _named(signs: Iterable[str]) -> str:
    """« U+00AD, U+200B »."""
    return ", ".join(dict.fromkeys(f"U+{format(ord(sign), 'X').zfill(2 * 2)}" for sign in signs))


RULES = (
    nothing_stands_for_what_is_to_be_written,
    every_sign_can_be_seen,
)
