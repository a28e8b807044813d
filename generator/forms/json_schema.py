"""JSON Schema of every form, so that an editor completes and checks while somebody types (JSON Schema 2020-12)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from pydantic import BaseModel

from generator.convention import Events, Framework
from generator.model import Action, Allowances, DocumentKind, Law, Programme
from generator.model.rule_settings import RuleSettings

FORMS: Final[Mapping[str, tuple[type[BaseModel], str]]] = MappingProxyType(
    {
        "action": (Action, "Action d’un programme annuel"),
        "convention": (Framework, "Convention-cadre : texte signé et paramètres"),
        "evenements": (Events, "Ce qui est arrivé à une convention-cadre"),
        "programme": (Programme, "Programme annuel"),
        "references": (Law, "Textes de loi et procédures"),
        "baremes": (Allowances, "Barèmes datés"),
        "regles": (RuleSettings, "Réglages des règles dans un espace de travail"),
        "document": (DocumentKind, "Genre de document"),
    }
)
"""Name of each form → its model and its title."""

_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a form, with its French keys; every key may be left empty.

    Raises:
        KeyError: there is no form of that name.
    """
    model, title = FORMS[name]
    schema = _without_english_titles(model.model_json_schema(by_alias=True))
    return {"$schema": _DIALECT, **schema, "title": title}


def _without_english_titles(node: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Drop titles and class descriptions, which are English, and admit null where a key may be left empty."""
    if isinstance(node, list):
        return [_without_english_titles(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_english_titles(value) for key, value in node.items() if key != "title"}
    if "properties" in kept:
        kept.pop("description", None)
        required = set(kept.get("required", ()))
        kept["properties"] = {
            key: value if key in required else _or_empty(value) for key, value in kept["properties"].items()
        }
    return kept


def _or_empty(schema: dict[str, Any]) -> dict[str, Any]:
    """Admit an empty value beside what a schema admits, keeping the description where editors look for it."""
    if any(option.get("type") == "null" for option in schema.get("anyOf", ()) if isinstance(option, dict)):
        return schema
    inner = {key: value for key, value in schema.items() if key not in {"description", "default"}}
    outer = {key: value for key, value in schema.items() if key in {"description", "default"}}
    return {**outer, "anyOf": [inner, {"type": "null"}]}
