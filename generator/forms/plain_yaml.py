"""YAML as people type it: every scalar is a text, written so that the loader reads the same text back."""

from __future__ import annotations

from typing import Any, Final

import yaml

from generator.model.typed_keys import Node

_NOTHING: Final = frozenset({"~", "null", "Null", "NULL"})
"""What the loader takes for an empty value, unless it stands between quotes."""

_STRING: Final = "tag:yaml.org,2002:str"
_FOLDED_FROM: Final = 80
_WIDTH: Final = 100
"""Where lines are folded; a last word may go beyond."""


class _PlainDumper(yaml.SafeDumper):
    """Writes text as it was typed: the loader takes every plain scalar as text, so no quotes for a type's sake."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own class attribute


def _empty(dumper: yaml.SafeDumper, _value: None) -> yaml.ScalarNode:
    return dumper.represent_scalar(_STRING, "", style=None)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Fold a long text, whose lines might otherwise be taken for items; keep the lines of a text that has some."""
    style = "|" if "\n" in text else ">" if len(text) > _FOLDED_FROM else '"' if text in _NOTHING else None
    return dumper.represent_scalar(_STRING, text, style=style)


_PlainDumper.add_representer(type(None), _empty)
_PlainDumper.add_representer(str, _text)


def plain_yaml(tree: dict[str, Node]) -> str:
    """Return a tree as YAML; what is empty is written as two quotes."""
    return yaml.dump(tree, Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
