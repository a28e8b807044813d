"""What free texts count and cite: heads counted twice for one activity, articles of the framework that it has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.records import Case
from generator.findings import Path, dotted
from generator.french import holds_one_of, kept_by_text, plain_words, whole_number
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import of_framework
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule

_ONE_VOICE = Practice("Deux passages d’un acte ne disent pas le contraire l’un de l’autre.")

_WORD = re.compile(r"[^\W_]+")
_PLURAL = ("s", "x")
_PARTS_OF_MORE = frozenset({"de", "par", "chaque", "x", "×", "article", "articles", "dont", "autres"})
"""What precedes a number that counts a part: « deux groupes de 12 élèves », « dont 4 élèves »."""
_NO_HEADS = frozenset(
    {
        "ans", "annees", "articles", "centimes", "dirhams", "euros", "fois", "heures", "jours", "kilometres", "metres",
        "minutes", "mois", "nuits", "pages", "seances", "semaines",
    }
)  # fmt: skip
"""What numbers measure: a day may hold three hours, and a second one two."""

_ARTICLE_OF = re.compile(
    r"\barticles?\s+(\d+)(?:er)?\s+de\s+(?:la\s+convention[-\s]cadre|l[’']accord[-\s]cadre|la\s+convention\s+de\s+"
    r"partenariat)\b",
    re.IGNORECASE,
)


@rule("CO068", cites=_ONE_VOICE, draft=WARNING, final=WARNING)
def an_activity_counts_the_same_heads(case: Case) -> Iterator[Problem]:
    """Une activité ne compte pas deux fois les mêmes personnes autrement, ni l’objet et les bénéficiaires.

    Refusé : la description dit « 30 jeunes », et le public « 24 jeunes ».
    Admis : le même nombre ; « deux groupes de 12 jeunes » ; d’autres personnes, « 30 jeunes » et « 2 formateurs ».
    """
    action = case.action
    yield from _contradicted((("objet",), action.object), (("beneficiaires",), action.beneficiaries))
    for rank, activity in enumerate(action.activities):
        own: Path = ("activites", rank)
        yield from _contradicted(
            ((*own, "intitule"), activity.title),
            ((*own, "description"), activity.description),
            ((*own, "public"), activity.audience),
        )


def _contradicted(*texts: tuple[Path, str | None]) -> Iterator[Problem]:
    """Yield what counts the same heads otherwise than a text before it."""
    first: dict[str, tuple[int, str, Path]] = {}
    for path, text in texts:
        for noun, number, words in _heads_in(text or ""):
            known, said, where = first.setdefault(noun, (number, words, path))
            if known != number and where != path:
                yield Problem(
                    path,
                    f"« {words} » ici, « {said} » sous « {dotted(where)} ».",
                    "Corrigez l’un des deux nombres, ou retirez-en un.",
                )


@kept_by_text
def _heads_in(text: str) -> tuple[tuple[str, int, str], ...]:
    """Return whom a text counts: the noun without accents, how many, its words; none where it counts them twice."""
    typed, plain = _WORD.findall(text), plain_words(text)
    counted: dict[str, list[tuple[int, str]]] = {}
    for rank, (before, figure, noun) in enumerate(zip(("", *plain), plain, plain[1:], strict=False)):
        number = whole_number(figure)
        if number is None or before.isdecimal() or before in _PARTS_OF_MORE:
            continue
        if noun not in _NO_HEADS and noun.endswith(_PLURAL):
            counted.setdefault(noun, []).append((number, " ".join(typed[rank : rank + len(("number", "noun"))])))
    return tuple((noun, *told[0]) for noun, told in counted.items() if told[1:] == [])


@rule("CO069", cites=_ONE_VOICE, draft=WARNING, final=WARNING)
def articles_of_the_framework_exist(case: Case) -> Iterator[Problem]:
    """Un texte libre ne cite de la convention-cadre que des articles qu’elle a.

    Refusé : « l’article 12 de la convention-cadre », qui en compte sept.
    Admis : un article qu’elle a ; un article d’un autre texte.
    """
    numbers = {article.number for article in case.framework.text.articles}
    for path, _text, cited in case.found_by(_articles_of_the_framework):
        for words, number in cited:
            if number not in numbers:
                yield Problem(
                    path,
                    f"« {words} » : aucun article {of_framework(case)} n’a ce numéro.",
                    "Corrigez le numéro ; mieux, retirez le renvoi : l’acte cite lui-même les articles qu’il applique.",
                )


def _articles_of_the_framework(text: str) -> tuple[tuple[str, int], ...]:
    found = _ARTICLE_OF.finditer(text) if holds_one_of(text, ("article",)) else ()
    return tuple((match[0], int(match[1])) for match in found)


RULES = (
    an_activity_counts_the_same_heads,
    articles_of_the_framework_exist,
)
