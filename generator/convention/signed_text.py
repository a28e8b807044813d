"""The signed text of a framework convention, word for word and addressable."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from generator.model.entries import Entry, Identifier, Text, Whole, key, required

_PASSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "titre": "titre",
        "comparution": "désignation des parties",
        "preambule": "préambule",
        "formule": "formule d’accord",
        "cloture": "formule finale",
    }
)
"""The passages outside the articles, and how a citation names them."""


class Locator(Entry):
    """A place in the text: an article and paragraph, or a passage outside the articles."""

    article: Whole | None = key("article", "Numéro de l’article")
    passage: Identifier | None = key("passage", "Hors articles : titre, comparution, preambule, formule, cloture")
    paragraph: Whole | None = key("paragraphe", "Rang du paragraphe, à partir de 1")
    sentence: Whole | None = key("phrase", "Rang de la phrase dans le paragraphe, à partir de 1")

    def __str__(self) -> str:
        """« article 4, paragraphe 1 », as a citation names it."""
        where = f"article {self.article}" if self.article is not None else _PASSAGES.get(self.passage or "", "texte")
        return where if self.paragraph is None else f"{where}, paragraphe {self.paragraph}"


class Layout(StrEnum):
    """How a paragraph of the signed text is set."""

    BODY = "corps"
    DASH = "tiret"
    AXIS = "axe"
    OFFICE = "fonction"
    SIGNATORY = "signataire"


class Paragraph(Entry):
    """One paragraph of the signed text, verbatim; dashes included, justification spaces left out."""

    words: Text = required("texte", "Texte signé, mot pour mot")
    layout: Layout = key("forme", "corps, tiret, axe, fonction ou signataire", Layout.BODY)
    axis: Identifier | None = key("axe", "Identifiant de l’axe que le paragraphe énonce")


class Article(Entry):
    """One article of the signed text."""

    number: Whole = required("numero", "Numéro")
    heading: Text = required("titre", "Titre signé, mot pour mot")
    paragraphs: tuple[Paragraph, ...] = required("paragraphes", "Paragraphes, dans l’ordre")


class SignedText(Entry):
    """The signed text, in reading order."""

    title: Text = required("titre", "Titre signé")
    parties: tuple[Paragraph, ...] = required("comparution", "Désignation des parties")
    preamble_heading: Text | None = key("titre_preambule", "Titre du préambule")
    preamble: tuple[Paragraph, ...] = key("preambule", "Préambule", ())
    agreement: tuple[Paragraph, ...] = key("formule", "Formule qui précède les articles", ())
    articles: tuple[Article, ...] = required("articles", "Articles, dans l’ordre")
    closing: tuple[Paragraph, ...] = key("cloture", "Formule finale et blocs de signature", ())

    def passage(self, name: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of a passage outside the articles; none for an unknown name."""
        passages = {
            "comparution": self.parties,
            "preambule": self.preamble,
            "formule": self.agreement,
            "cloture": self.closing,
        }
        return passages.get(name, ())

    def article(self, number: int) -> Article | None:
        """Return the article of that number, or None."""
        return next((article for article in self.articles if article.number == number), None)

    def words_at(self, place: Locator) -> str | None:
        """Return the signed words at a place, or None when the text has no such place.

        Without a paragraph, an article gives its heading and a passage all its words.
        """
        if place.paragraph is None:
            return self._words_of_the_whole(place)
        paragraphs = self._paragraphs_of(place)
        if not 1 <= place.paragraph <= len(paragraphs):
            return None
        words = paragraphs[place.paragraph - 1].words
        return words if place.sentence is None else _nth_sentence(words, place.sentence)

    def _words_of_the_whole(self, place: Locator) -> str | None:
        if place.article is not None:
            article = self.article(place.article)
            return article.heading if article else None
        if place.passage == "titre":
            return self.title
        return " ".join(paragraph.words for paragraph in self._paragraphs_of(place)) or None

    def _paragraphs_of(self, place: Locator) -> tuple[Paragraph, ...]:
        if place.article is None:
            return self.passage(place.passage or "")
        article = self.article(place.article)
        return article.paragraphs if article else ()

    def in_reading_order(self) -> Iterator[str]:
        """Yield every paragraph of the text, headings included."""
        yield self.title
        yield from (paragraph.words for paragraph in self.parties)
        if self.preamble_heading:
            yield self.preamble_heading
        yield from (paragraph.words for paragraph in self.preamble)
        yield from (paragraph.words for paragraph in self.agreement)
        for article in self.articles:
            yield article.heading
            yield from (paragraph.words for paragraph in article.paragraphs)
        yield from (paragraph.words for paragraph in self.closing)


def _nth_sentence(words: str, rank: int) -> str | None:
    sentences = re.split(r"(?<=[.!?])\s+(?=[A-ZÀÂÇÉÈÊËÎÏÔÙÛÜŒ])", words)
    return sentences[rank - 1] if 1 <= rank <= len(sentences) else None
