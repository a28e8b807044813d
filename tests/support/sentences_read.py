"""What nobody would sign: a paragraph whose words or signs lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tests.support.reading import plain

_FAULTS = {
    "two signs in a row": re.compile(r"[,;:.]\s*[,;:]|,\s*\.|;\s*\.|:\s*\.(?!\.)|[!?]\.|(?<!\.)\.\.(?!\.)"),
    "nothing between two signs": re.compile(r"\(\s*\)|«\s*»|\[\s*\]|“\s*”|–\s*–"),
    "a space before a sign": re.compile(r"\s[,.)](?!\.)|\(\s"),
    "two spaces": re.compile(r"[^\S\n\t]{2,}"),
    "a sentence that stops short": re.compile(
        r"\s(?:et|ou|de|du|des|d’|à|au|aux|par|pour|la|le|les|l’|en|avec|sur|que|qu’|dont|entre|n°|dans)\s*[.;,)]\s*$"
    ),
    "an article that was not contracted or elided": re.compile(
        r"\b(?:de|à) les?\b(?! [A-ZÉ])|\bde (?:[aeiouéèêâîôû])\w{2,}|\b(?:le|la) (?:[aeéèêâîôû])\w{3,}", re.IGNORECASE
    ),
    "what is said twice": re.compile(
        r"\bpar délégation,? en vertu d.*\b(?:en vertu d|délégation)|a pour objet .*\ba pour objet\b"
        r"|service référent .*\bservice référent\b|bénéficiaires .*suivants\s: les bénéficiaires"
        r"|\b(notification|décision|délibération)\b[^;]*\(\1\b|\bde de\b|\bau titre de du\b",
        re.IGNORECASE,
    ),
    "a part that is nought": re.compile(r"\bdont 0,00\b"),
    "another one, with nobody before": re.compile(r"Voyageurs\s: (?:une autre personne|\w+ autres personnes)\b"),
    "a day in figures": re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}/\d{4}\b"),
    "a code instead of a currency": re.compile(r"\((?:EUR|MAD)\)|exprimés en [A-Z]{3}\b|\b1 [A-Z]{3} ="),
    "a bullet that was typed": re.compile(r"(?:^|: )(?:[-–—•·▪◦‣➢→] ?|o )(?=[^\W\d_])"),
    "an address or a thanks to somebody": re.compile(r"\b(?:[Jj]e vous|[Vv]euillez|[Nn]’hésitez|cordialement)\b"),
}
"""What is wrong → how it is told."""

_ANNOUNCED_BY_HEADINGS = {"Il est convenu ce qui suit :"}
"""What the whole act follows."""

_FILLED_BY_HAND = {"Nom, qualité et signature :", "Signature et cachet :"}

_HEADING = re.compile(r"(?:Article|Annexe) \S+ –|(?:Fait à|Pour )")


def faults_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the paragraphs of a document, each with its paragraph."""
    paragraphs: Sequence[str] = [plain(line).strip("\n") for line in text.split("\n")]
    for paragraph in paragraphs:
        for name, pattern in _FAULTS.items():
            if pattern.search(paragraph):
                yield name, paragraph
    for paragraph, following in pairwise([*paragraphs, ""]):
        if paragraph.strip() in _ANNOUNCED_BY_HEADINGS | _FILLED_BY_HAND:
            continue
        if paragraph.rstrip().endswith(":") and (not following.strip() or _HEADING.match(following)):
            yield "a colon that announces nothing", paragraph
