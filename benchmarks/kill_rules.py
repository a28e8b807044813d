"""Empty each rule, shift each boundary and change each shared fact in turn; print which cases or tests notice.

Run ``python benchmarks/kill_rules.py``; it prints a table in Markdown, and fails if a mutant passes unseen.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.rules import RULES
from tests.mutants.rule_mutants import (
    boundaries,
    changed_facts,
    killer_of_changed,
    killer_of_shifted,
    killers_of_emptied,
)


def main() -> int:
    """Print the table; return 1 if a mutant passes unseen."""
    print("| mutant | ce qui échoue |\n|---|---|")
    emptied = {rule.code: len(killers_of_emptied(rule)) for rule in sorted(RULES, key=lambda rule: rule.code)}
    for code, count in emptied.items():
        print(f"| {code} vidée | {count} cas |")
    shifted = [(boundary, killer_of_shifted(boundary)) for boundary in boundaries()]
    changed = [(fact, killer_of_changed(fact)) for fact in changed_facts()]
    for boundary, case in shifted:
        print(f"| borne déplacée, {boundary} | {case or 'aucun'} |")
    for fact, test in changed:
        print(f"| fait changé, {fact} | {test or 'aucun'} |")
    killers = [*emptied.values(), *(case for _, case in shifted), *(test for _, test in changed)]
    unseen = sum(not killer for killer in killers)
    print(
        f"\n{len(emptied)} règles vidées, {len(shifted)} bornes déplacées, {len(changed)} faits changés, "
        f"{unseen} mutants inaperçus."
    )
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
