"""The files of a fresh workspace: the templates, the law, and the worked example that the distribution ships.

A wheel holds them inside the package; from a checkout they are read where they stand. ``pyproject.toml`` lists them,
path by path, and is the only list.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

_PACKAGE = Path(__file__).parent
_SHIPPED = _PACKAGE / "starter_files"
_CHECKOUT = _PACKAGE.parent


def shipped_files() -> dict[str, Path]:
    """Return each file of a fresh workspace: its path there → where its contents are read."""
    if _SHIPPED.is_dir():
        files = (path for path in _SHIPPED.rglob("*") if path.is_file())
        return {path.relative_to(_SHIPPED).as_posix(): path for path in sorted(files)}
    project = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    listed: dict[str, str] = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    return {name: _CHECKOUT / name for name in sorted(listed)}


def shipped_workspace() -> Path:
    """Return the folder that holds the shipped files, laid out as a workspace."""
    return _SHIPPED if _SHIPPED.is_dir() else _CHECKOUT
