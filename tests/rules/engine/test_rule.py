"""What every rule owes its reader: a code, a manual, a source that exists, no figure and no name of its own."""

import ast
import re
from pathlib import Path

import pytest

from generator.convention import CLAUSES
from generator.findings import Severity
from generator.load import load_framework
from generator.rules import RULES, AnyRule
from generator.rules.engine import citations as cite
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.rule_cases import base_case, shipped_law

MODULES = sorted((ROOT / "generator" / "rules").rglob("*.py"))

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)

every_module = pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)


def test_no_code_is_given_twice() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))


@every_rule
def test_a_code_is_a_family_and_a_serial_number(rule: AnyRule) -> None:
    assert re.fullmatch(r"(CC|CG|CV|OM|BU|CO)\d{3}", rule.code)


@every_rule
def test_a_docstring_says_what_is_asked_what_is_refused_and_what_is_admitted(rule: AnyRule) -> None:
    manual = rule.manual
    assert manual.summary.endswith(".")
    assert "\n" not in manual.summary
    for part in (manual.refused, manual.admitted):
        assert part.endswith(".")
    headings = re.findall(r"^\s*(\w+) : ", rule.find.__doc__ or "", re.MULTILINE)
    assert headings == ["Refusé", "Admis"]


@every_rule
def test_an_error_bars_a_stage_and_a_warning_none(rule: AnyRule) -> None:
    assert (rule.final is Severity.ERROR) == bool(rule.bars)


@every_rule
def test_a_final_act_is_never_judged_more_lightly_than_a_draft(rule: AnyRule) -> None:
    weights = [Severity.WARNING, Severity.ERROR]
    assert weights.index(rule.draft) <= weights.index(rule.final)


@every_rule
def test_a_clause_or_a_statute_that_is_cited_exists(rule: AnyRule) -> None:
    if isinstance(rule.cites, cite.Clause):
        assert rule.cites.clause in CLAUSES
    if isinstance(rule.cites, cite.Statute):
        assert rule.cites.key in {text.reference for text in shipped_law().statutes}


@every_module
def test_no_figure_of_a_text_stands_in_a_rule(path: Path) -> None:
    for node in _constants(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node.value, int) and not isinstance(node.value, bool):
            assert node.value in {0, 1, 2, 100}, f"{path.name}:{node.lineno}: {node.value}"
        if isinstance(node.value, str):
            assert not re.search(r"\d", node.value), f"{path.name}:{node.lineno}: {node.value}"


@every_module
def test_a_key_is_never_written_with_its_value(path: Path) -> None:
    """What is typeset gets a no-break space before a colon: nobody could copy it into a file."""
    for node in _constants(ast.parse(path.read_text(encoding="utf-8"))):
        assert not re.search(r"« ?[a-z_.]+: ", str(node.value)), f"{path.name}:{node.lineno}: {node.value}"


@every_module
def test_no_city_and_no_person_stands_in_a_rule(path: Path) -> None:
    source = path.read_text(encoding="utf-8").casefold()
    for name in _names_in_frameworks():
        assert name.casefold() not in source


def _constants(tree: ast.Module) -> list[ast.Constant]:
    """Return the constants that are neither documentation, nor a rule's code, nor a statute's or an input's key."""
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped.add(node.value)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"rule", "Statute"}:
            skipped.update(node.args)
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in skipped]
    keys = _statute_keys() | {"cas_l_1115_5"}
    return [node for node in found if node.value not in keys and "« cas_l_1115_5 »" not in str(node.value)]


def _statute_keys() -> set[str]:
    return {text.reference for text in shipped_law().statutes}


def _names_in_frameworks() -> set[str]:
    workspace = Workspace(ROOT)
    frameworks = [load_framework(identifier, workspace).value for identifier in workspace.framework_ids()]
    frameworks.append(base_case().framework)
    names: set[str] = set()
    for framework in frameworks:
        assert framework is not None
        for party in framework.parties:
            signatory = party.signatory.surname if party.signatory else None
            names |= {name for name in (party.id, party.place.name, party.country.name, signatory) if name}
    return names
