"""Lint of the static text: French typography, accents on capitals, abbreviations.

What the template itself says must read like the values that it prints, and those are typeset by
:func:`generator.french.typeset`. A tag counts as a word, then as a number, so that the spaces around it are judged too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.french import typeset
from generator.french.dates import MONTHS
from generator.messages import template_lint
from generator.messages.message import Message
from generator.rendering.faults import Fault, Spot
from generator.rendering.tags.tag_text import STRING, TAG

_WORD, _NUMBER = "\N{MATHEMATICAL DOUBLE-STRUCK SMALL X}", "\N{MATHEMATICAL DOUBLE-STRUCK DIGIT ZERO}"
"""What stands for a printed value: a letter and a digit to the rules of typography, that no act uses."""

_STATEMENT = "\N{WORD JOINER}"
"""What stands for a tag that prints nothing: the texts on its two sides may never meet."""

_ALTERNATIVE = re.compile(r"\{%[-+]?\s*(?:else|elif)\b")
_PRINTING = re.compile(r"\{\{|\{%[-+]?\s*set\b")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_PLACEHOLDER = re.compile(f"[{_WORD}{_NUMBER}]")
_MACHINE_MARKS = frozenset("'\".")
_REACH = 12
"""Characters shown on each side of what is wrong."""

_FIRST_OF_MONTH = re.compile(rf"(?<![\w.,/-])1(?P<rest>[ \u00a0\u202f]+(?:{'|'.join(MONTHS)})\b)")
_MISTER = re.compile(r"\bMr\b\.?")
_BARE_A = re.compile(r"\bA(?= (?:l[’']|la |les |cet |cette |ce |compter|défaut|titre|partir|l’issue))")
_TOKEN = re.compile(r"[^\W\d_]+")
_ACCENTED = (
    *("état", "états", "école", "écoles", "économie", "économique", "économiques", "éducation", "également"),
    *("égalité", "élu", "élus", "élue", "élues", "énergie", "équipe", "équipement", "équipements", "établissement"),
    *("étape", "établissements", "étapes", "étranger", "étrangère", "étrangers", "étrangères", "étude", "études"),
    *("évaluation", "évaluations", "événement", "événements", "échange", "échanges", "échéance", "échéances"),
    *("édition", "émission", "élaboration", "élément", "éléments", "écrit", "épreuve", "délibération"),
    *("délibérations", "préambule", "préfet", "république", "société", "sociétés", "spécifique", "spécifiques"),
    *("coopération", "métropole", "général", "générale", "généraux", "générales", "région", "régional"),
    *("régionale", "département", "départements", "décision", "décret", "décisions", "arrêté", "arrêtés"),
    *("règlement", "règlements", "procédure", "référence", "références", "réception", "représentant"),
    *("représentée", "représenté", "durée", "résiliation", "déplacement", "déplacements", "préalable"),
    *("préalables", "financière", "financières", "prévisionnel", "modalité", "modalités", "numéro", "pièce"),
    *("pièces", "intérêt", "intérêts", "création", "activité", "activités", "bénéficiaire", "bénéficiaires"),
    *("propriété", "séjour"),
)
"""Words of acts whose unaccented spelling is no French word: what is found without its accents is wrong."""

_PLAIN = str.maketrans("àâäçéèêëîïôöùûü", "aaaceeeeiioouuu")
_BY_PLAIN = {word.translate(_PLAIN): word for word in _ACCENTED}


def text_faults(text: str, spot: Spot) -> Iterator[Fault]:
    """Report the typographic faults of a paragraph of a template.

    Args:
        text: the paragraph as its author wrote it, tags included.
        spot: where it stands.
    """
    # Twice: « {{ a }} € » is a fault where a is a number, « {{ a }} : » where it is a word.
    as_words, as_numbers = static_text(text, _WORD), static_text(text, _NUMBER)
    found = dict.fromkeys((*_typographic(as_words, spot), *_typographic(as_numbers, spot)))
    yield from found
    yield from _quoted_texts(text, spot)
    yield from _matched(template_lint.FIRST_OF_MONTH, _FIRST_OF_MONTH, as_words, r"1er\g<rest>", spot)
    yield from _matched(template_lint.UNACCENTED_CAPITAL, _BARE_A, as_words, "À", spot)
    yield from _unaccented(as_words, spot)
    yield from _matched(template_lint.WRONG_TITLE, _MISTER, as_words, "M.", spot)


def static_text(text: str, value: str) -> str:
    """Return the static text of a paragraph: ``value`` for each printed value, a word joiner for other tags."""
    return TAG.sub(lambda tag: value if tag[0].startswith("{{") else _STATEMENT, text)


def readable_text(text: str) -> str:
    """Return the static text of a paragraph as a reader proofs it: « … » for each value, « / » between branches."""
    return TAG.sub(lambda tag: "…" if tag[0].startswith("{{") else " / " if _ALTERNATIVE.match(tag[0]) else "", text)


def _typographic(text: str, spot: Spot) -> Iterator[Fault]:
    """Report each place where typesetting would change the text."""
    right = typeset(text)
    if right == text:
        return
    for kind, start, end, first, last in SequenceMatcher(None, text, right, autojunk=False).get_opcodes():
        if kind != "equal":
            is_mark = not _MACHINE_MARKS.isdisjoint(text[start:end])
            message = template_lint.STRAIGHT_MARK if is_mark else template_lint.MISSING_NO_BREAK_SPACE
            yield Fault(message, _excerpt(text, start, end), spot, _excerpt(right, first, last))


def _quoted_texts(text: str, spot: Spot) -> Iterator[Fault]:
    """Report the straight apostrophes of the texts that tags print."""
    for tag in TAG.findall(text):
        for quoted in STRING.findall(tag) if _PRINTING.match(tag) else ():
            right = _APOSTROPHE.sub("’", quoted)
            if quoted[0] in '"“' and right != quoted:
                yield Fault(template_lint.STRAIGHT_MARK, quoted, spot, right)


def _matched(message: Message, pattern: re.Pattern[str], text: str, replacement: str, spot: Spot) -> Iterator[Fault]:
    for match in pattern.finditer(text):
        yield Fault(message, _excerpt(text, *match.span()), spot, match.expand(replacement))


def _unaccented(text: str, spot: Spot) -> Iterator[Fault]:
    for token in _TOKEN.findall(text):
        right = _accented(token)
        if right != token:
            yield Fault(template_lint.UNACCENTED_CAPITAL, token, spot, right)


def _accented(word: str) -> str:
    """Return a word with the accents that its capitals lack; the word itself when none lacks."""
    lowered = word.lower()
    right = _BY_PLAIN.get(lowered.translate(_PLAIN), lowered)
    if len(word) > 1 and word.isupper():
        return right.upper() if lowered.isascii() else word
    is_capitalized = word[0].isupper() and word[1:].islower()
    return right.capitalize() if is_capitalized and lowered[0] != right[0] else word


def _excerpt(text: str, start: int, end: int) -> str:
    """Return what stands around a stretch of text, cut between words."""
    before, after = text[max(start - _REACH, 0) : start], text[end : end + _REACH]
    if start > _REACH:
        before = before.partition(" ")[2] or before
    if end + _REACH < len(text):
        after = after.rpartition(" ")[0] or after
    excerpt = f"{before}{text[start:end]}{after}".replace(_STATEMENT, "").replace("\n", " ")
    return _PLACEHOLDER.sub("…", excerpt).strip(" ")
