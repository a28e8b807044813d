"""Language: in which one the act is authentic, and how its words are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import bidirectional

from generator.case.records import Case
from generator.model.approvals import LanguageStatus
from generator.rules.engine.citations import Statute
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, SIGNATURE, VOTE_AND_SIGNATURE, WARNING, rule

_FRENCH = "français"
_WORDS = (
    r"[^\W\d]+[·•‧∙⋅][^\W\d]+",
    r"\b[^\W\d][^\W\d][^\W\d]+\.e(?:\.?s)?\b",
    r"\b(?:le/la|la/le|les/la|un/une|une/un|du/de la|de la/du|au/à la)\b",
)
_BOTH_GENDERS = re.compile("|".join(_WORDS), re.IGNORECASE)
_FROM_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
"""Classes of Unicode's bidirectional algorithm (UAX #9): Hebrew letters, Arabic letters, Arabic figures."""

_MAY_RUN_FROM_RIGHT = re.compile("[^\0-\u058f\u2010-\u2fff]")
"""Most texts are of Latin letters and usual signs, where none of these stands, and are not read sign by sign."""


@rule("CV003", cites=Statute("loi 94-665 art. 5"), draft=ERROR, final=ERROR, bars=SIGNATURE)
def french_version_is_authentic(case: Case) -> Iterator[Problem]:
    """Une version française fait foi ; d’autres langues peuvent s’y ajouter.

    Refusé : les versions indiquées ne comprennent pas le français, ou le français n’est qu’une traduction.
    Admis : le français fait foi, seul ou avec une autre langue.
    """
    versions = case.action.languages
    french = [(rank, version) for rank, version in enumerate(versions) if version.language.casefold() == _FRENCH]
    if versions and not french:
        yield Problem(
            ("langues",),
            "La version française manque.",
            "Ajoutez sous « langues » le français, de statut « fait_foi ».",
        )
    for rank, version in french:
        if version.status is LanguageStatus.TRANSLATION:
            yield Problem(
                ("langues", rank, "statut"),
                "La version française n’est indiquée que comme traduction : elle doit faire foi.",
                "Écrivez « fait_foi » sous le « statut » du français.",
            )


@rule("CV005", cites=Statute("circulaire du 21 novembre 2017"), draft=WARNING, final=WARNING)
def words_have_one_gender(case: Case) -> Iterator[Problem]:
    """Les textes n’écrivent pas deux genres en un mot : le titre d’une personne s’accorde, le reste est au masculin.

    Refusé : « adjoint·e », « le/la Maire », pour un acte du jour où la circulaire paraît.
    Admis : « l’adjointe », « la Maire » ; ou l’acte est de la veille.
    """
    for path, _value, found in case.found_by(_BOTH_GENDERS.search):
        yield Problem(
            path,
            f"« {found[0]} » écrit deux genres en un mot.",
            "Accordez avec la personne nommée, ou écrivez le masculin, forme neutre.",
        )


@rule("CV006", cites=Statute("loi 94-665 art. 5"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def words_run_from_left_to_right(case: Case) -> Iterator[Problem]:
    """Les textes s’écrivent de gauche à droite : l’acte français ne porte pas d’arabe, qui a sa propre version.

    Refusé : un nom en caractères arabes, que le modèle poserait à l’envers dans un paragraphe français.
    Admis : le même nom en caractères latins, la version arabe étant annoncée sous « langues ».
    """
    for path, value, _signs in case.found_by(_runs_from_right):
        yield Problem(
            path,
            f"« {value} » s’écrit de droite à gauche : il serait posé à l’envers dans un paragraphe français.",
            "Écrivez-le en caractères latins ; une version en arabe est un document à part, cité sous « langues ».",
        )


def _runs_from_right(text: str) -> bool:
    if text.isascii() or not _MAY_RUN_FROM_RIGHT.search(text):
        return False
    return any(bidirectional(sign) in _FROM_RIGHT_TO_LEFT for sign in text)


RULES = (
    french_version_is_authentic,
    words_have_one_gender,
    words_run_from_left_to_right,
)
