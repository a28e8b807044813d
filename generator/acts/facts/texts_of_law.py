"""Texts of law that an act cites, as facts: each once, with the articles that any of the bodies cites.

The data cite them in the language of the law that they belong to; that is read here, and said again by a wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.acts.facts.fact import DetailedFact
from generator.convention import Locator

_ARTICLES_CITED: Final = re.compile(", et notamment (?:ses articles|son article) ")
"""What stands, in the data, between a text and the articles of it that an act cites."""


class TextOfLaw(DetailedFact):
    """A text of law, with its article and its date as the data say them, and the articles of it that are cited."""

    title: str
    articles: Sequence[str]


class ClausesCited(DetailedFact):
    """The places of one text that a sentence cites, in the order of the text; there is at least one."""

    places: Sequence[Locator]


def texts_of_law(cited: Iterable[str]) -> tuple[TextOfLaw, ...]:
    """Return the texts that the acts of several bodies cite, each once, in the order of their first citation.

    A code of which several bodies cite articles is one text, with the articles of all, in the order of their numbers.

    Args:
        cited: the citations of the data, such as « le code général des collectivités territoriales, et notamment ses
            articles L. 1115-1 et L. 2121-29 ».
    """
    articles: dict[str, dict[str, None]] = {}
    for text in cited:
        title, *cites = _ARTICLES_CITED.split(text, 1)
        listed = "".join(cites)
        articles.setdefault(title, {}).update(dict.fromkeys(_listed(listed)))
    return tuple(TextOfLaw(title, sorted(found, key=_rank)) for title, found in articles.items())


def _rank(article: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", article)]


def _listed(articles: str) -> list[str]:
    """Return the articles that a text lists: « L. 1 à L. 3, L. 5 et L. 7 » lists three."""
    return [article for part in articles.split(", ") for article in part.split(" et ") if article]
