"""What free texts say of the act itself: how many originals, which annexes, which court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.records import Case
from generator.french import cardinal, holds_one_of, whole_number
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, VOTE_AND_SIGNATURE, WARNING, rule

_COUNTED = re.compile(
    r"\b(?:faite?s?|établie?s?|signée?s?|dressée?s?|rédigée?s?|conclue?s?) en ([\w-]+)(?: \([^)]*\))? "
    r"(?:exemplaires?|originaux|original)\b"
    r"|\b([\w-]+)(?: \([^)]*\))? (?:exemplaires? origina(?:l|ux)|originaux)\b",
    re.IGNORECASE,
)
"""How an act counts its own originals; two hundred copies of a leaflet are none."""

_ANNEX = re.compile(
    r"\bvoir\s+(?:l[’']|les\s+)?annexes?\b|\bannexes?\s+(?:n°\s*)?(?:\d+|[ivx]+|[a-h])\b|\b(?:ci-annexée?s?|(?:voir|jointe?s?|figurant|figure|détaillée?s?)"
    r" (?:en|à l[’']|dans l[’'])\s*annexe)\b",
    re.IGNORECASE,
)
_OF_ANOTHER_TEXT = re.compile(
    r"\s*(?:(?:de la|à la|du|au|de l[’']|à l[’'])\s*)(?:code|loi|décret|arrêté|ordonnance|circulaire|traité|règlement|"
    r"délibération|convention|budget|cgct)",
    re.IGNORECASE,
)

_ONE_COURT = Practice("Deux articles ne désignent pas deux juges : la juridiction est celle de « clauses.tribunal ».")
_UNNAMED_COURT = re.compile(
    r"(?:(?:devant|par)\s+)?(?:les?\s+|la\s+|l[’'])?(?:tribuna(?:l|ux)|cours?|juges?|juridictions?)"
    r"(?:\s+(?:administrati(?:fs?|ves?)|judiciaires?|compétente?s?|français(?:es?)?|territorialement|matériellement|de\s+grande\s+"
    r"instance|ou|et|civile?s?))*",
    re.IGNORECASE,
)
"""A court that no town and no party’s seat tells from the others of its kind."""

_COURT = re.compile(
    r"\b(?:tribuna(?:l|ux)|cour)\s+(?:administrati(?:fs?|ve)(?: d[’']appel)?|judiciaires?|de grande instance|"
    r"d[’']instance|de commerce|de première instance|d[’']appel)(?:\s+(?:de\s+|du\s+|des\s+|d[’'])[\w’'-]+)?",
    re.IGNORECASE,
)


@rule("CO047", cites=Statute("Code civil 1375"), draft=WARNING, final=ERROR, bars=VOTE_AND_SIGNATURE)
def free_texts_count_the_originals_rightly(case: Case) -> Iterator[Problem]:
    """Aucun texte libre ne donne à l’acte un autre nombre d’originaux que celui de la convention-cadre.

    Refusé : « signer la convention en quatre exemplaires originaux », quand elle en compte six.
    Admis : le même nombre ; ou « imprimer 200 exemplaires du livret ».
    """
    due = case.originals_due
    for path, _value, counts in case.found_by(_counts_of_originals) if due else ():
        for found in counts:
            said = whole_number(found[1] or found[2])
            if said is not None and said != due:
                yield Problem(
                    path,
                    f"« {found[0]} » : l’acte compte {cardinal(due)} originaux (« exemplaires »).",
                    "Retirez ce nombre du texte : l’acte l’écrit lui-même.",
                )


def _counts_of_originals(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_COUNTED.finditer(text)) if holds_one_of(text, ("exemplaire", "origina")) else ()


@rule(
    "CO048",
    cites=Practice("L’acte numérote et annonce lui-même ses annexes ; il n’en a pas d’autres."),
    draft=WARNING,
    final=WARNING,
)
def free_texts_name_no_annex(case: Case) -> Iterator[Problem]:
    """Aucun texte libre ne renvoie à une annexe : l’acte en dresse la liste, et leur numéro dépend de l’action.

    Refusé : « le programme figurant en annexe », « l’annexe 4 ».
    Admis : « l’annexe I du code général des collectivités territoriales ».
    """
    for path, _value, annexes in case.found_by(_annexes_named):
        for found in annexes:
            yield Problem(
                path,
                f"« {found} » : l’acte n’annexe que ce que son dernier article énumère, sous des numéros qui "
                "dépendent de l’action.",
                "Dites la chose elle-même (« le programme d’accueil »), sans renvoyer à une annexe.",
            )


def _annexes_named(text: str) -> tuple[str, ...]:
    """Return the annexes that a text names, but those of another text."""
    named = _ANNEX.finditer(text) if holds_one_of(text, ("annex",)) else ()
    return tuple(found[0] for found in named if not _OF_ANOTHER_TEXT.match(text, found.end()))


@rule(
    "CO049",
    cites=_ONE_COURT,
    draft=WARNING,
    final=ERROR,
    bars=VOTE_AND_SIGNATURE,
)
def free_texts_name_no_other_court(case: Case) -> Iterator[Problem]:
    """Aucun texte libre ne désigne une autre juridiction que celle de la clause sur les différends.

    Refusé : « tout litige relève du tribunal administratif de X », quand la clause dit celui de Y.
    Admis : la même juridiction ; ou la clause n’est pas encore remplie.
    """
    court = case.action.clauses.court
    settled = (court or "").rstrip(" .")
    for path, _value, courts in case.found_by(_courts_named) if court else ():
        for found in courts:
            if path != ("clauses", "tribunal") and _folded(found) not in _folded(court or ""):
                yield Problem(
                    path,
                    f"« {found} » n’est pas la juridiction de l’acte : « {settled} » (« clauses.tribunal »).",
                    "Retirez-la du texte, ou corrigez « clauses.tribunal ».",
                )


@rule("CO067", cites=_ONE_COURT, draft=WARNING, final=WARNING)
def the_court_is_named(case: Case) -> Iterator[Problem]:
    """La clause sur les différends dit quelle juridiction est saisie, et non seulement qu’il y en a une.

    Refusé : « le tribunal compétent », « tribunal administratif ».
    Admis : « tribunal administratif du chef-lieu » ; « le tribunal du siège de la partie défenderesse ».
    """
    court = case.action.clauses.court
    if court and _UNNAMED_COURT.fullmatch(court.strip(" .")):
        yield Problem(
            ("clauses", "tribunal"),
            f"« {court} » ne dit pas quelle juridiction : chacun saisirait la sienne.",
            "Écrivez son nom et son siège : « le tribunal administratif de … ».",
        )


def _courts_named(text: str) -> tuple[str, ...]:
    named = _COURT.finditer(text) if holds_one_of(text, ("tribuna", "cour ", "cour\u00a0")) else ()
    return tuple(found[0] for found in named)


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


RULES = (
    free_texts_count_the_originals_rightly,
    free_texts_name_no_annex,
    free_texts_name_no_other_court,
    the_court_is_named,
)
