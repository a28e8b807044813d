"""Measure ``parafe batch``: what a run costs when nothing changed, what two processes gain, how it grows.

Run ``python benchmarks/batch.py [--actions N] [--packages]``. Each command is a process of its own; its CPU time, that
of its workers included, and the time on the clock are read when it ends. The start of the command, measured by one that
has nothing to do, is told apart. The workbook is written and read in this process. R is docxtpl's bare rendering, as in
``year.py``. The actions of the year are copies: the rules of the year, which would refuse the package of each, are
switched off.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.render import agreement, docxtpl_as_in_its_manual, machine  # noqa: E402
from benchmarks.year import spent, unit, year_of  # noqa: E402
from generator.conductors.convert import folder_to_workbook  # noqa: E402
from generator.load import load_workbook  # noqa: E402
from generator.rules import YEAR_RULES  # noqa: E402


@dataclass(frozen=True)
class Cost:
    """What a process cost.

    Attributes:
        processor: CPU seconds, user and system, its workers included.
        clock: seconds on the clock.
        memory: the largest resident size met so far among all processes, in MiB.
    """

    processor: float
    clock: float
    memory: int


def cost_of(root: Path, *options: str) -> Cost:
    """Run a batch over the year of a workspace, and return what it cost."""
    command = [
        sys.executable,
        "-m",
        "generator",
        "batch",
        str(root / "inputs/2017"),
        "--workspace",
        str(root),
        *options,
    ]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(  # noqa: S603 - our own command; findings of a year of copies are many, and refuse nothing
        [*command, "--quiet", "--date", "2017-03-15"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(root / "cache")},
        check=False,
        capture_output=True,
    )
    clock, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(processor, clock, after.ru_maxrss // 1024)


def without_rules_of_the_year(root: Path) -> None:
    """Switch off the rules which copies of one action break."""
    settings = root / "inputs/regles.yaml"
    account = "decide_par: banc d’essai, date: 2017-01-02, motif: actions recopiées"
    lines = "".join(f"  - {{regle: {rule.code}, effet: arretee, {account}}}\n" for rule in YEAR_RULES if rule.waivable)
    settings.write_text(f"reglages:\n{lines}", encoding="utf-8")


def start() -> float:
    """Return the CPU seconds of a batch that has nothing to do: one action, made before."""
    with year_of(1) as workspace:
        cost_of(workspace.root)
        return min(cost_of(workspace.root).processor for _ in range(3))


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=60)
    parser.add_argument("--packages", action="store_true", help="make packages rather than drafts")
    given = parser.parse_args()
    options = ("--final",) if given.packages else ()
    reference = unit(docxtpl_as_in_its_manual(agreement()))
    begins = start()
    print(machine())
    print(f"\nR: {reference * 1000:.1f} ms; the command by itself: {begins * 1000:.0f} ms")
    with year_of(given.actions) as workspace:
        root = workspace.root
        without_rules_of_the_year(root)
        cost_of(root, *options)
        shutil.rmtree(root / "output")
        whole = cost_of(root, *options)
        again = cost_of(root, *options)
        shutil.rmtree(root / "output")
        two = cost_of(root, *options, "--jobs", "2")
        with tempfile.TemporaryDirectory() as folder:
            book = Path(folder) / "programme.xlsx"
            written = spent(lambda: folder_to_workbook(root / "inputs/2017", book, workspace))
            read = spent(lambda: load_workbook(book, "programme.xlsx"))
    print(f"\n| {given.actions} actions | CPU s | clock s | largest memory |\n|---|---:|---:|---:|")
    for name, cost in (("all made", whole), ("nothing changed", again), ("all made by two processes", two)):
        print(f"| {name} | {cost.processor:.2f} | {cost.clock:.2f} | {cost.memory} MiB |")
    ratio = (again.processor - begins) / (whole.processor - begins)
    print(f"\nan action: {(whole.processor - begins) / given.actions / reference:.2f} R")
    print(f"nothing changed, the start apart: {ratio:.1%} of making all")
    print(f"two processes against one: {whole.clock / two.clock:.2f} times faster")
    print(f"workbook: written in {written / reference:.1f} R, read in {read / reference:.1f} R")


if __name__ == "__main__":
    main()
