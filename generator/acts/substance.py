"""What an act settles and no one may change after the vote: parties, object, amounts, term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.artifacts import DocumentRequest, Substance


def substance_of(request: DocumentRequest) -> tuple[Substance, ...]:
    """Return the parties, the object, the amounts and the term that a planned act states, in its own words.

    What is still blank is left out: nothing is settled there.
    """
    return tuple(item for item in _items(request.context) if item.words)


def _items(context: Mapping[str, object]) -> Iterator[Substance]:
    for body in _mappings(context.get("contractants")):
        yield Substance("partie", _text(body, "le"))
        yield Substance(f"engagement financier {_text(body, 'de')}", _text(body, "contribution", "complet"))
    yield Substance("objet", _text(context, "action", "objet"), is_whole=True)
    yield Substance("montant total du budget", _text(context, "budget", "total_complet"))
    for funder in _mappings(context.get("cofinanceurs")):
        yield Substance("cofinancement", _text(funder, "montant_complet"))
    yield Substance("dates de l’action", _text(context, "action", "periode"))
    yield Substance("terme de l’action", _text(context, "action", "fin"))


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _text(value: object, *path: str) -> str:
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return str(value) if isinstance(value, str) else ""
