"""One YAML file of inputs: bytes, text, tree, value; nothing of it raises for what a user wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Places
from generator.load.decoding import decode, read_bytes
from generator.load.loaded import Loaded
from generator.load.shaping import capped, shape
from generator.load.typed_tree import Tree
from generator.load.yaml_tree import read_tree
from generator.model.typed_keys import Node

M = TypeVar("M", bound=BaseModel)


def load_file(path: FilePath, file: str, model: type[M]) -> Loaded[M]:
    """Read a file into a model's value; ``file`` is its name in findings."""
    data = read_bytes(path, file)
    if isinstance(data, Finding):
        return Loaded(None, None, Places(file), (data,))
    return load_bytes(data, file, model)


def read_file(path: FilePath, file: str) -> tuple[dict[str, Node] | None, tuple[Finding, ...]]:
    """Read a file as a tree of text, without a model; None when it cannot be read at all."""
    data = read_bytes(path, file)
    if isinstance(data, Finding):
        return None, (data,)
    decoded = decode(data, file)
    if decoded.text is None:
        return None, capped(decoded.findings)
    tree = read_tree(decoded.text, file)
    return tree.root, capped((*decoded.findings, *tree.findings))


def load_bytes(data: bytes, file: str, model: type[M]) -> Loaded[M]:
    """Read bytes into a model's value; ``file`` is their name in findings."""
    decoded = decode(data, file)
    if decoded.text is None:
        return Loaded(None, None, Places(file), capped(decoded.findings), {file: data})
    tree = read_tree(decoded.text, file)
    return replace(shape(_with_findings(tree, decoded.findings), model), sources={file: data})


def _with_findings(tree: Tree, findings: tuple[Finding, ...]) -> Tree:
    return replace(tree, findings=(*findings, *tree.findings))
