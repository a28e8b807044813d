"""``docs/regles.md`` says what the rules say: it is made from their docstrings and from the data.

``pytest tests/rules/test_manual.py --update-golden`` rewrites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from generator.conductors.explain import pages_of, rules_manual
from generator.rules import RULES
from generator.workspace import Workspace
from tests.mutants.rule_mutants import boundaries
from tests.support.places import ROOT

WORKSPACE = Workspace(ROOT)
PAGE = ROOT / "docs" / "regles.md"
ENTRIES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests" / "domain_list.yaml").read_text(encoding="utf-8"))
_AWAITED = re.compile(r"\b(programme|dossier)\b")
RANGES = ((1, 8), (10, 17), (20, 27), (30, 36), (40, 54), (60, 77), (80, 84), (90, 106))
LATER = range(110, 157)
"""Numbers that came later: those that have an answer stand after the others."""


def manual() -> str:
    return "\n".join([*head(), rules_manual(WORKSPACE), *table()])


def head() -> Iterator[str]:
    yield from ("# Règles", "")
    yield "Cette page est faite des règles elles-mêmes et des données ; un essai vérifie qu’elle leur est conforme,"
    yield "et `pytest tests/rules/test_manual.py --update-golden` la refait. Les textes cités sont ceux de"
    yield "l’espace de travail livré ; `parafe explain CODE` cite les vôtres, et dit si `inputs/regles.yaml` pèse la"
    yield "règle autrement."
    yield ""
    yield f"- {len(RULES)} règles, chacune avec ses cas refusés et ses cas admis (`tests/rules/`)."
    yield "- Chaque règle, une fois vidée, fait échouer un de ses cas refusés ; chacune de leurs"
    yield f"  {len(list(boundaries()))} bornes, déplacée d’un jour ou d’un centime, en fait échouer un : ce sont"
    yield "  les essais de `tests/rules/test_mutants.py`. `python benchmarks/kill_rules.py` donne le détail."
    yield ""


def table() -> Iterator[str]:
    yield from ("## La liste du domaine", "", "| numéro | contrôle | code, ou pourquoi aucune machine ne le fait |")
    yield "|---|---|---|"
    for entry in ENTRIES:
        answer = ", ".join(entry.get("codes", ()))
        reason = entry.get("pourquoi", "")
        yield f"| {entry['numero']} | {entry['sujet']} | {' ; '.join(part for part in (answer, reason) if part)} |"
    waiting = [entry["numero"] for entry in ENTRIES if _AWAITED.search(entry.get("pourquoi", ""))]
    yield from (
        "",
        f"Restent ouverts, en tout ou en partie : {', '.join(waiting)}. Le rapport d’une année viendra avec son",
    )
    yield "bilan, ce qui regarde un dossier signé avec le dossier ; d’ici là, rien ne le contrôle."
    listed = {code for entry in ENTRIES for code in entry.get("codes", ())}
    added = sorted(rule.code for rule in RULES if rule.code not in listed)
    yield from ("", f"Règles que la liste n’avait pas : {', '.join(added)}.", "")


def test_the_page_says_what_the_rules_say(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-golden"):
        PAGE.write_text(manual(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == manual()


def test_every_rule_has_its_entry() -> None:
    text = rules_manual(WORKSPACE)
    assert [rule.code for rule in RULES if f"### {rule.code} – " not in text] == []


def test_every_number_of_the_domain_list_has_an_answer() -> None:
    expected = [f"R{number:02}" for first, last in RANGES for number in range(first, last + 1)]
    numbers = [entry["numero"] for entry in ENTRIES]
    assert numbers[: len(expected)] == expected
    assert numbers[len(expected) :] == [f"R{number}" for number in LATER if f"R{number}" in numbers]
    assert all(entry.get("codes") or entry.get("pourquoi") for entry in ENTRIES)


def test_every_code_of_the_list_is_one_that_a_run_may_print() -> None:
    known = pages_of(WORKSPACE)
    assert [code for entry in ENTRIES for code in entry.get("codes", ()) if code not in known] == []
