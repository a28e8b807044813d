"""Empty each rule in turn and shift each boundary in turn; print which cases notice.

Run ``python benchmarks/kill_rules.py``; it prints a table in Markdown, and fails if a mutant passes unseen.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from generator.rules import RULES
from tests.mutants.rule_mutants import boundaries, killer_of_shifted, killers_of_emptied


def main() -> int:
    """Print the table; return 1 if a mutant passes unseen."""
    print("| mutant | cas qui échouent |\n|---|---|")
    emptied = {rule.code: len(killers_of_emptied(rule)) for rule in sorted(RULES, key=lambda rule: rule.code)}
    for code, count in emptied.items():
        print(f"| {code} vidée | {count} |")
    shifted = {str(boundary): killer_of_shifted(boundary) for boundary in boundaries()}
    for boundary, killer in shifted.items():
        print(f"| borne déplacée, {boundary} | {killer or 'aucun'} |")
    unseen = [
        *(code for code, count in emptied.items() if not count),
        *(key for key, case in shifted.items() if not case),
    ]
    print(f"\n{len(emptied)} règles vidées, {len(shifted)} bornes déplacées, {len(unseen)} mutants inaperçus.")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main())
