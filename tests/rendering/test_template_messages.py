"""Messages about templates: each has its reason, its code, and the typography of a French sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.messages import (
    template_files,
    template_lint,
    template_ranges,
    template_reasons,
    template_tags,
    template_values,
)
from tests.support.places import ROOT

MESSAGES = (
    *(message for message in template_files.MESSAGES if message.code.startswith("TP")),
    *template_tags.MESSAGES,
    *template_values.MESSAGES,
    *template_lint.MESSAGES,
    *template_ranges.MESSAGES,
)
MODULES = (*ROOT.glob("generator/rendering/**/*.py"), *ROOT.glob("generator/messages/template_*.py"))
STRAIGHT_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_«{])")


def test_each_message_says_why_it_matters() -> None:
    assert [message.code for message in MESSAGES if not message.why.endswith(".")] == []


def test_each_message_has_a_code_of_its_own() -> None:
    codes = [message.code for message in MESSAGES]
    assert codes == sorted(set(codes))


def test_each_reason_has_its_typography() -> None:
    reasons = [reason for name, reason in vars(template_reasons).items() if name.isupper()]
    assert reasons
    assert [reason for reason in reasons if STRAIGHT_APOSTROPHE.search(reason) or " »" in reason or "`" in reason] == []


def test_no_text_that_users_may_read_has_a_straight_apostrophe() -> None:
    found = [(path.name, text) for path in MODULES for text in texts(path) if STRAIGHT_APOSTROPHE.search(text)]
    assert found == []


def test_a_straight_apostrophe_would_be_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        """def f(x):\n    "Word's"\n    re.compile("can't")\n    return f"l'objet {x}"\n""", encoding="utf-8"
    )
    assert [text for text in texts(module) if STRAIGHT_APOSTROPHE.search(text)] == ["l'objet "]


def texts(path: Path) -> Iterator[str]:
    """The texts of a module, without docstrings and without patterns, which quote Jinja's and Python's English."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = {id(node) for patterns in ast.walk(tree) if is_pattern(patterns) for node in ast.walk(patterns)}
    left_out |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.value


def is_pattern(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "compile"
