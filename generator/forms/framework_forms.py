"""The forms of a framework convention and of its events: empty, or with a signed text cut into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.convention import CLAUSES, Events, Framework, Paragraph, SignedText
from generator.convention.signed_text import Layout
from generator.forms.commented_lines import WIDTH, form_lines, wrapped
from generator.forms.field_meanings import Meanings


def framework_form(identifier: str, text: SignedText | None = None) -> str:
    """Return the form of a framework convention, with the clauses that frameworks have in common.

    Args:
        identifier: the framework's, which is its file's name.
        text: the signed text; None leaves its keys empty.
    """
    head = (
        "# Formulaire d’une convention-cadre. Recopiez le texte signé mot pour mot, fautes comprises ; chaque",
        "# paramètre doit pouvoir se lire dans ce texte. Signature, transmission, renouvellements : dans le fichier",
        f"# {identifier}.evenements.yaml.",
    )
    lines = [*head, *form_lines(Framework, {"id": identifier}, Meanings())]
    clauses = [f"  # {key}: {{article: , paragraphe: }}  # {meaning}" for key, meaning in CLAUSES.items()]
    place = lines.index("clauses:")
    lines[place + 1 : place + 1] = clauses
    if text is not None:
        start = lines.index("texte:") + 1
        lines[start : lines.index("", start)] = _signed_text_lines(text)
    return "\n".join(lines) + "\n"


def _signed_text_lines(text: SignedText) -> Iterator[str]:
    """Yield the lines of a signed text; each paragraph is a folded block, which needs no quotes and changes no word."""
    yield "  # Découpé automatiquement : comparez au texte signé, alinéa par alinéa, avant de remplir la suite."
    yield from _folded("  titre:", text.title)
    yield from _passage_lines("comparution", text.parties, "  ")
    if text.preamble_heading:
        yield from _folded("  titre_preambule:", text.preamble_heading)
    yield from _passage_lines("preambule", text.preamble, "  ")
    yield from _passage_lines("formule", text.agreement, "  ")
    yield "  articles:"
    for article in text.articles:
        yield f"    - numero: {article.number}"
        yield from _folded("      titre:", article.heading)
        yield from _passage_lines("paragraphes", article.paragraphs, "      ")
    yield from _passage_lines("cloture", text.closing, "  ")


def _passage_lines(key: str, paragraphs: Iterable[Paragraph], indent: str) -> Iterator[str]:
    yield f"{indent}{key}:"
    for paragraph in paragraphs:
        yield from _folded(f"{indent}  - texte:", paragraph.words)
        if paragraph.layout is not Layout.BODY:
            yield f"{indent}    forme: {paragraph.layout.value}"


def _folded(key: str, words: str) -> Iterator[str]:
    """Yield a key and its words as a folded block, two columns further than the key."""
    indent = " " * (len(key) - len(key.lstrip(" -")) + 2)
    yield f"{key} >-"
    yield from (f"{indent}{line}" for line in wrapped(words, WIDTH - len(indent)))


def events_form(identifier: str) -> str:
    """Return the empty form of a framework convention's events."""
    head = "# Ce qui est arrivé à la convention-cadre, à mesure : rien n’est inventé, ce qui est inconnu reste vide."
    return "\n".join([head, *form_lines(Events, {"convention": identifier}, Meanings())]) + "\n"
