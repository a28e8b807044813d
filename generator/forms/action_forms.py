"""The form of an action: empty, or last year’s without what must not survive."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Final, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.convention import Framework
from generator.forms.commented_lines import WIDTH, commented, form_lines, wrapped
from generator.forms.field_meanings import Meanings
from generator.forms.plain_yaml import plain_yaml
from generator.model import Action, Programme
from generator.model.typed_keys import Node, entry_at, fields_of

_CLEARED: Final = (
    "deliberations",
    "signataires",
    "signataires_ordres_de_mission",
    "signature",
    "transmission",
    "derogations",
    "realisations",
)
"""Keys of an action that never survive from one year to the next."""

_LATER: Final = ("realisations",)
"""Keys of an action that nobody fills in before it is under way."""

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
        "decision",
        "contrat_engagement_republicain",
        "autorisation_prefet",
        "convention_propre",
    }
)
"""Keys that never survive, wherever they stand: rates, acts of one journey, what co-funders and bodies decided."""


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


def action_form(known: Mapping[str, str], framework: Framework | None = None) -> str:
    """Return the empty form of an action, each key with its meaning and with what it becomes in the act.

    Args:
        known: key → what is known of it.
        framework: the convention whose parties, axes and originals the form names; None names none.
    """
    meanings = Meanings(framework)
    head = (
        "# Formulaire d’une action. Remplissez ce qui est connu ; laissez vide ce qui ne l’est pas : le projet",
        "# montrera « [à compléter : …] », et l’acte définitif le refusera. Rien ne se devine.",
        "# Une liste s’ouvre en retirant les « # » de son modèle, et en le recopiant autant de fois qu’il faut.",
        "# Dates : 2017-03-01 ou 01/03/2017. Montants : 12500.00 ou 12 500,00. Oui ou non : oui, non.",
        "# Les retraits se font avec des espaces, jamais avec la touche de tabulation.",
    )
    parties = (f"# {line}" for text in meanings.head() for line in wrapped(text, WIDTH))
    originals = {"exemplaires": framework.originals} if framework and framework.originals else {}
    return "\n".join([*head, *parties, *form_lines(Action, known, meanings, originals, _LATER)]) + "\n"


def programme_form(known: Mapping[str, str], framework: Framework | None = None) -> str:
    """Return the empty form of the programme that the actions of a year share; arguments as for an action's."""
    meanings = Meanings(framework)
    head = (
        "# Le programme de l’année : ce que ses actions partagent. Chaque action a son fichier, AAAA-NN.yaml.",
        "# Laissez vide ce qui n’est pas encore connu.",
    )
    parties = (f"# {line}" for text in meanings.head() for line in wrapped(text, WIDTH))
    return "\n".join([*head, *parties, *form_lines(Programme, known, meanings)]) + "\n"


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


def next_year_form(old: Mapping[str, Node], number: str, framework: Framework | None = None) -> str:
    """Return the form of an action that takes a former one up, without what must not survive.

    Args:
        old: the former action, as a tree of text.
        number: the new action's.
        framework: the convention whose parties, axes and originals the form names; None names none.
    """
    meanings = Meanings(framework)
    kept = cleared(old)
    head = (
        f"# Action {number}, reprise d’une action antérieure. Ont été effacés : délibérations, dates, signataires,",
        "# taux de change, actes de mission, dérogations, et ce qui avait été obtenu (décisions et engagements des",
        "# organismes, notifications, justificatifs). Un cofinancement acquis redevient sollicité. Relisez tout.",
        *(f"# {line}" for text in meanings.head() for line in wrapped(text, WIDTH)),
    )
    body = plain_yaml({**kept, "numero": number})
    lines = re.sub(r": ''$", ":", body, flags=re.MULTILINE).splitlines()
    return "\n".join([*head, *commented(lines, Action, meanings)]) + "\n"
