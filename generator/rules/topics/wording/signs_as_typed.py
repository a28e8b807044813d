"""Signs: what a keyboard, a web page or another program leaves in a text, and words that end too soon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.records import Case
from generator.findings import Path
from generator.french import allows_elision, days_written, elide, holds_one_of, long_date
from generator.french.dates import WEEKDAYS
from generator.french.slips import (
    ANY_SIGN,
    CAPITAL_IN_DAY,
    DASH,
    FIGURE,
    FOREIGN,
    FOREIGN_PARTS,
    FULL_STOP,
    HIATUS,
    IMPOSSIBLE_DAY,
    NOT_ELIDED,
    NUMBER_KEYS,
    NUMBERED,
    OPEN_ENDS,
    SHORT_YEAR,
    SIGNS_IN_A_ROW,
    STOPS_SHORT,
    WEEKDAY_AND_DAY,
    WHOLE_DAY,
)
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_PRINTED = Practice("L’acte imprime les textes tels qu’ils sont saisis, à la typographie près.")
_TYPOGRAPHY = Practice("Imprimerie nationale, Lexique des règles typographiques : ponctuation, élision, dates.")

_PAIRS = (("(", ")"), ("«", "»"), ("“", "”"), ("[", "]"))
_NO_SENTENCES = frozenset(
    {
        "classe", "contact_sur_place", "destinataire", "grade", "imputation", "lieu",
        "moyen", "organe", "precision", "service", "source", "titre", "unite", "usage",
    }
)  # fmt: skip
"""Keys of what stands inside a sentence, in an item or in a cell: no dash before it, no full stop after it."""


@rule("CV039", cites=_PRINTED, draft=WARNING, final=WARNING)
def texts_keep_no_marks_of_another_program(case: Case) -> Iterator[Problem]:
    """Les textes ne gardent pas les marques d’un autre logiciel : balises, entités, accents mal lus, gabarits.

    Refusé : « <b>salon</b> », « &nbsp; », « prÃ©sentent », « **salon** », « {{ ville }} ».
    Admis : « artisans et élèves » ; « a < b ».
    """
    for path, _value, found in case.found_by(_foreign_mark):
        yield Problem(
            path,
            f"« {found[0]} » est la marque d’un autre logiciel : l’acte l’imprimerait telle quelle.",
            "Retapez ce passage au clavier.",
        )


def _foreign_mark(text: str) -> re.Match[str] | None:
    return FOREIGN.search(text) if holds_one_of(text, FOREIGN_PARTS) else None


@rule("CV040", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def signs_are_rightly_placed(case: Case) -> Iterator[Problem]:
    """La ponctuation est simple, collée au mot qu’elle suit, et chaque parenthèse ou guillemet se referme.

    Refusé : « les artisans , les élèves », « :: », « !!! », « (de la médina », « etc… » ; une source « - le bilan ; ».
    Admis : « les artisans, les élèves » ; « 1) accueillir » ; des points de suspension.
    """
    for path, value, (misplaced, closed) in case.found_by(_ill_signed):
        found = misplaced or (closed if _key(path) in _NO_SENTENCES else None)
        if found:
            yield Problem(path, f"{found} dans « {value} ».", "Corrigez la ponctuation.")


def _ill_signed(text: str) -> tuple[str | None, str | None] | None:
    """Return what is ill placed in a text, and what should not close or open it inside a sentence."""
    found = _misplaced(text), _closed_for_nothing(text)
    return found if any(found) else None


def _misplaced(text: str) -> str | None:
    if not ANY_SIGN.search(text):
        return None
    row = SIGNS_IN_A_ROW.search(text)
    if row:
        return f"Signe doublé ou détaché, « {row[0].strip()} »,"
    paired = NUMBERED.sub("", text)
    for opening, closing in _PAIRS:
        if paired.count(opening) != paired.count(closing):
            return f"« {opening} » et « {closing} » ne vont pas par deux" if opening != "«" else "Un guillemet est seul"
    return "Un guillemet droit est seul" if text.count('"') % 2 else None


def _closed_for_nothing(text: str) -> str | None:
    found = DASH.match(text) or FULL_STOP.search(text)
    return f"« {found[0].strip()} » en trop" if found else None


def _key(path: Path) -> str:
    return next(str(step) for step in reversed(path) if isinstance(step, str))


@rule("CV041", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def words_are_elided_and_texts_end(case: Case) -> Iterator[Problem]:
    """Les mots s’élident devant une voyelle, et aucun texte ne s’arrête au milieu d’une phrase.

    Refusé : « de accueillir », « que il » ; « la salle et », « les étapes sont : ».
    Admis : « d’accueillir », « qu’il », « le ou les lieux », « de un à trois jours ».
    """
    for path, value, (hiatus, short) in case.found_by(_ill_joined):
        if hiatus:
            yield Problem(path, f"« {hiatus[0]} » ne s’élide pas.", f"Écrivez « {hiatus[1]} ».")
        if short:
            yield Problem(
                path, f"« {value} » s’arrête sur « {short} » : la phrase n’est pas finie.", "Finissez la phrase."
            )


def _ill_joined(text: str) -> tuple[tuple[str, str] | None, str | None] | None:
    """Return the first words that should be elided with what they become, and the word on which a text stops short."""
    pairs = (
        (found["word"], found["next"])
        for found in (HIATUS.finditer(text) if OPEN_ENDS.search(text) else ())
        if found["next"].lower() not in NOT_ELIDED and allows_elision(found["next"])
    )
    hiatus = next(((f"{word} {following}", elide(word, following)) for word, following in pairs), None)
    short = STOPS_SHORT.search(text)
    return (hiatus, short[0].strip() if short else None) if hiatus or short else None


@rule("CV042", cites=_TYPOGRAPHY, draft=WARNING, final=WARNING)
def days_are_written_whole(case: Case) -> Iterator[Problem]:
    """Une date d’un texte a son année entière, existe, et tombe le jour de la semaine qu’elle dit.

    Refusé : « le 12/02/18 », « le 12 févr. 2018 », « le 31/02/2018 », « lundi 13 février 2018 », qui est un mardi ;
    « le 12 Février 2018 », « du Lundi au vendredi ».
    Admis : « le 12/02/2018 », « le mardi 13 février 2018 » ; le numéro d’un acte, « 18-01-12 ».
    """
    told = {path: said for path, _, said in case.found_by(_ill_dated) if path[-1] not in NUMBER_KEYS}
    for path, said in told.items():
        yield Problem(path, said, "Écrivez le jour, le mois en lettres et l’année entière.")
    for path, _, capital in case.found_by(_day_with_a_capital):
        if path not in told:
            yield Problem(path, f"« {capital} » ne prend pas de capitale.", f"Écrivez « {capital.lower()} ».")


def _ill_dated(text: str) -> str | None:
    if not FIGURE.search(text):
        return None
    short = SHORT_YEAR.search(text)
    if short:
        return f"« {short[0]} » : la date n’est pas écrite en entier."
    unknown = IMPOSSIBLE_DAY.search(text)
    if unknown:
        return f"« {unknown[0]} » n’existe pas au calendrier."
    impossible = next((found[0] for found in WHOLE_DAY.finditer(text) if not days_written(found[0])), None)
    if impossible:
        return f"« {impossible} » n’existe pas au calendrier."
    for found in WEEKDAY_AND_DAY.finditer(text):
        for day in days_written(found[2]):
            told = WEEKDAYS[day.weekday()]
            if told != found[1].lower():
                return f"« {found[0]} » : le {long_date(day)} est un {told}."
    return None


def _day_with_a_capital(text: str) -> str | None:
    found = CAPITAL_IN_DAY.search(text)
    return found[0] if found else None


RULES = (
    texts_keep_no_marks_of_another_program,
    signs_are_rightly_placed,
    words_are_elided_and_texts_end,
    days_are_written_whole,
)
