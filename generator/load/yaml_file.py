"""One YAML file of inputs: bytes, text, tree, value; nothing of it raises for what a user wrote."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path as FilePath
from typing import TypeVar

from pydantic import BaseModel

from generator.findings import Finding, Places
from generator.load.decoding import decode, read_bytes
from generator.load.kept_trees import KeptTrees
from generator.load.loaded import Loaded
from generator.load.shaping import capped, shape
from generator.load.typed_tree import Tree
from generator.load.yaml_tree import read_tree
from generator.model.typed_keys import Node

M = TypeVar("M", bound=BaseModel)


def load_file(path: FilePath, file: str, model: type[M], kept: KeptTrees | None = None) -> Loaded[M]:
    """Read a file into a model's value.

    Args:
        path: where it stands.
        file: its name in findings.
        model: of its value.
        kept: what was read of files in former runs, if that is kept anywhere.
    """
    data = read_bytes(path, file)
    if isinstance(data, Finding):
        return Loaded(None, None, Places(file), (data,))
    return load_bytes(data, file, model, kept)


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


def load_bytes(data: bytes, file: str, model: type[M], kept: KeptTrees | None = None) -> Loaded[M]:
    """Read bytes into a model's value; arguments as for a file."""
    known = kept.get(data, file) if kept else None
    if known is not None:
        return replace(shape(known, model), sources={file: data})
    decoded = decode(data, file)
    if decoded.text is None:
        return Loaded(None, None, Places(file), capped(decoded.findings), {file: data})
    tree = _with_findings(read_tree(decoded.text, file), decoded.findings)
    if kept:
        kept.put(data, tree)
    return replace(shape(tree, model), sources={file: data})


def _with_findings(tree: Tree, findings: tuple[Finding, ...]) -> Tree:
    return replace(tree, findings=(*findings, *tree.findings))
