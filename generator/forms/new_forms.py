"""Commented forms: an empty action under the next free number, last year's action cleared, an empty framework.

Forms are written from the models themselves, key by key with their meanings, so that they cannot lie.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final, get_args

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.convention import CLAUSES, Events, Framework, Paragraph, SignedText
from generator.convention.signed_text import Layout
from generator.load.yaml_tree import Node
from generator.model import Action
from generator.model.typed_keys import entry_at, entry_in, fields_of, is_list
from generator.workspace import Workspace, actions_in

_WIDTH: Final = 118
_CLEARED: Final = (
    "deliberations",
    "signataires",
    "signataires_ordres_de_mission",
    "signature",
    "transmission",
    "derogations",
)
"""Keys of an action that never survive from one year to the next."""

_CLEARED_INSIDE: Final = frozenset(
    {
        "taux_de_change",
        "numero_ordre",
        "mandat_special",
        "decision_prise_en_charge",
        "autorisation_sortie",
        "justificatif",
        "total",
        "texte_approuve",
    }
)
"""Keys that never survive, wherever they stand: rates, acts that name one journey, what a co-funder decided."""


def new_action(workspace: Workspace, year: str, *, framework: str | None = None) -> Path:
    """Write the empty, commented form of an action under the next free number of a year.

    Args:
        workspace: where.
        year: four digits.
        framework: identifier of the framework convention; the only one of the workspace when None.

    Returns:
        The file written; it did not exist before, whoever else writes at the same time.

    Raises:
        OSError: the disk refused.
    """
    known = workspace.framework_ids()
    given = framework or (known[0] if len(known) == 1 else "")
    return _write_exclusively(
        workspace, year, lambda number: action_form({"numero": number, "convention": given, "exemple": "non"})
    )


def next_year_action(workspace: Workspace, year: str, old: Mapping[str, Node]) -> Path:
    """Write an action from a former one's tree, without what must not survive.

    Args:
        workspace: where.
        year: four digits.
        old: the former action, as a tree of text.

    Returns:
        The file written, under the next free number.

    Raises:
        OSError: the disk refused.
    """
    kept = cleared(old)
    return _write_exclusively(workspace, year, lambda number: _renewed(kept, number))


def cleared(old: Mapping[str, Node]) -> dict[str, Node]:
    """Empty what must not survive: deliberations, signatories, rates, waivers, and every date.

    A co-funding is requested again: what was secured last year is not secured this year.
    """
    kept = {key: _survivor(key, value, fields_of(Action).get(key), Action) for key, value in old.items()}
    funders = {funder.get("id") for funder in _groups(kept.get("cofinanceurs"))}
    budget = kept.get("budget")
    for line in _groups(budget.get("ressources")) if isinstance(budget, dict) else ():
        if line.get("origine") in funders:
            line["statut"] = "sollicite"
    return {key: None if key in _CLEARED else value for key, value in kept.items()}


def _groups(node: Node) -> list[dict[str, Node]]:
    return [item for item in node if isinstance(item, dict)] if isinstance(node, list) else []


def action_form(known: Mapping[str, str]) -> str:
    """Return the empty form of an action, each key with its meaning."""
    head = (
        "# Formulaire d’une action. Remplissez ce qui est connu ; laissez vide ce qui ne l’est pas : le projet",
        "# montrera « [à compléter : …] », et l’acte définitif le refusera. Rien ne se devine.",
        "# Une liste s’ouvre en retirant les « # » de son modèle, et en le recopiant autant de fois qu’il faut.",
        "# Dates : 2017-03-01 ou 01/03/2017. Montants : 12500.00 ou 12 500,00. Oui ou non : oui, non.",
        "# Les retraits se font avec des espaces, jamais avec la touche de tabulation.",
    )
    return "\n".join([*head, *_form_lines(Action, known)]) + "\n"


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
    lines = [*head, *_form_lines(Framework, {"id": identifier})]
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
    yield from (f"{indent}{line}" for line in _wrapped(words, _WIDTH - len(indent)))


def events_form(identifier: str) -> str:
    """Return the empty form of a framework convention's events."""
    head = "# Ce qui est arrivé à la convention-cadre, à mesure : rien n’est inventé, ce qui est inconnu reste vide."
    return "\n".join([head, *_form_lines(Events, {"convention": identifier})]) + "\n"


def _write_exclusively(workspace: Workspace, year: str, form_of: Callable[[str], str]) -> Path:
    """Write a form under the next free number; another process that takes it first moves us to the next."""
    folder = workspace.year(year)
    folder.mkdir(parents=True, exist_ok=True)
    rank = max((_rank(path) for path in actions_in(folder)), default=0) + 1
    while True:
        number = f"{year}-{rank:02}"
        path = folder / f"{number}.yaml"
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(form_of(number))
        except FileExistsError:
            rank += 1
        else:
            return path


def _rank(path: Path) -> int:
    match = re.fullmatch(r"\d{4}-(\d{1,6})", path.stem)
    return int(match[1]) if match else 0


def _form_lines(entry: type[BaseModel], known: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a form: what is known, empty keys, and a commented model for each list."""
    for key, field in fields_of(entry).items():
        yield ""
        yield from (f"# {line}" for line in _wrapped(field.description or "", _WIDTH))
        inner = entry_in(field.annotation)
        if inner is None or key in known:
            yield f"{key}: {known.get(key, '')}".rstrip()
        elif is_list(field.annotation):
            yield f"{key}:"
            yield from (f"  # {line}" for line in _item_lines(inner))
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _group_lines(inner))


def _group_lines(entry: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a group, each with its meaning at the end of its line."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        yield _with_meaning(f"{key}:", field)
        if inner is not None and is_list(field.annotation):
            yield from (f"  # {line}" for line in _item_lines(inner))
        elif inner is not None:
            yield from (f"  {line}" for line in _group_lines(inner))


def _item_lines(entry: type[BaseModel]) -> Iterator[str]:
    """Yield the model of one item of a list, dash first."""
    lines = list(_plain_group_lines(entry))
    yield f"- {lines[0]}"
    yield from (f"  {line}" for line in lines[1:])


def _plain_group_lines(entry: type[BaseModel]) -> Iterator[str]:
    """Yield the keys of a group inside a commented model: nothing in it is commented twice."""
    for key, field in fields_of(entry).items():
        inner = entry_in(field.annotation)
        yield _with_meaning(f"{key}:", field)
        if inner is not None:
            below = _item_lines(inner) if is_list(field.annotation) else _plain_group_lines(inner)
            yield from (f"  {line}" for line in below)


def _with_meaning(text: str, field: FieldInfo) -> str:
    return f"{text:<24}  # {field.description}" if field.description else text


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + len(word) + 1 > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    if line:
        yield line


def _without_dates(node: Node, entry: type[BaseModel]) -> Node:
    """Empty every date of a tree, and what names one journey or one year, as the model tells them."""
    if isinstance(node, list):
        return [_without_dates(item, entry) for item in node]
    if not isinstance(node, dict):
        return node
    fields = fields_of(entry)
    return {key: _survivor(key, value, fields.get(key), entry) for key, value in node.items()}


def _survivor(key: str, value: Node, field: FieldInfo | None, entry: type[BaseModel]) -> Node:
    if key in _CLEARED_INSIDE or (field is not None and _is_date(field.annotation)):
        return None
    inner = entry_at(entry, (key,))
    return value if inner is None else _without_dates(value, inner)


def _is_date(annotation: object) -> bool:
    return annotation is date or any(_is_date(argument) for argument in get_args(annotation))


class _PlainDumper(yaml.SafeDumper):
    """Writes text as it was typed: the loader takes every plain scalar as text, so no quotes for a type's sake."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own class attribute


def _empty(dumper: yaml.SafeDumper, _value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", "", style=None)


_PlainDumper.add_representer(type(None), _empty)


def _renewed(kept: Mapping[str, Node], number: str) -> str:
    head = (
        f"# Action {number}, reprise d’une action antérieure. Délibérations, dates, signataires, taux de change, actes",
        "# de mission et dérogations ont été effacés : complétez-les, et relisez tout le reste.",
    )
    body = yaml.dump({**kept, "numero": number}, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return "\n".join(head) + "\n\n" + re.sub(r": ''$", ":", body, flags=re.MULTILINE)
