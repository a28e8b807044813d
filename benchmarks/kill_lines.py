"""Try every slip of ``tests/mutants/lines.yaml``; print what became of each, and a total.

Run ``python benchmarks/kill_lines.py [WORDS]``: with words, only the mutants whose file or slip holds them. It fails if
a mutant that a test should notice passes unseen, or if those tests fail without any mutant.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.mutants.line_mutants import Fate, fates, faults_without_mutant, listed


def main(words: str) -> int:
    """Print a line for each mutant; return 1 if one survives."""
    mutants = [mutant for mutant in listed() if words in str(mutant)]
    if faults := faults_without_mutant([mutant for mutant in mutants if not mutant.is_awaited]):
        print(faults)
        return 1
    unseen = []
    for mutant, fate in fates(mutants):
        print(f"{fate}: {mutant}{' (awaited)' if mutant.is_awaited else ''}", flush=True)
        if fate is not Fate.KILLED and not mutant.is_awaited:
            unseen.append(mutant)
    awaited = sum(mutant.is_awaited for mutant in mutants)
    print(f"\n{len(mutants)} mutants, {awaited} of them awaited: {len(unseen)} passed unseen.")
    return 1 if unseen else 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
