"""Measure a whole year: loading, checking, planning, rendering and publishing drafts, against docxtpl's bare rendering.

Run ``python benchmarks/year.py [--actions N]``. The year is made of copies of the worked example, each under its own
number. The unit is R, the CPU time of docxtpl's bare rendering of the seven-page agreement of ``render.py``, measured
between slices of the year, so that a slow moment of the machine weighs on both. Only agreements and mission orders are
made. CPU time is that of the process, user and system, imports apart. The first run compiles its templates; those after
it find them kept.

The second table is of signature packages, made of the same actions: a first run, one after it, and one over packages
that stand already, which are made again in memory, compared and left as they are.

The cold command is measured apart: a process of its own for one action, imports and all, beside one that imports
python-docx, Jinja, pydantic and PyYAML.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.render import agreement, docxtpl_as_in_its_manual, machine  # noqa: E402
from generator.acts.planning import plan_documents  # noqa: E402
from generator.cli.collector import settle_collector  # noqa: E402
from generator.conductors.check import check_actions  # noqa: E402
from generator.conductors.generate import generate  # noqa: E402
from generator.judgement import findings_of_case  # noqa: E402
from generator.load import load_cases  # noqa: E402
from generator.making import Request  # noqa: E402
from generator.production import Production, Wanted  # noqa: E402
from generator.publish import publish_documents, publish_package  # noqa: E402
from generator.rendering import compile_template  # noqa: E402
from generator.shelf import Shelf  # noqa: E402
from generator.workspace import Workspace, actions_in  # noqa: E402

SLICE = 20
"""Actions between two measures of docxtpl."""

ROUNDS = 5
"""Renderings of docxtpl in each measure."""


@contextmanager
def year_of(actions: int) -> Iterator[Workspace]:
    """Give a workspace whose year has that many actions, copies of the example's."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("inputs", "templates"):
            shutil.copytree(ROOT / name, home / name)
        year = home / "inputs" / "2017"
        forms = sorted(year.glob("2017-*.yaml"))
        texts = [form.read_text(encoding="utf-8") for form in forms]
        for form in forms:
            form.unlink()
        for rank in range(actions):
            number = f"2017-{rank + 1:05}"
            text = re.sub(r"^numero: \S+$", f"numero: {number}", texts[rank % len(texts)], count=1, flags=re.MULTILINE)
            (year / f"{number}.yaml").write_text(text, encoding="utf-8")
        yield Workspace(home, home / "cache")


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def unit(render: Callable[[], bytes]) -> float:
    """Return R: the median CPU seconds of docxtpl's bare rendering; what it leaves behind is swept up apart."""
    times = [spent(render) for _ in range(ROUNDS)]
    gc.collect()
    return statistics.median(times)


@dataclass(frozen=True)
class Run:
    """One run over a year.

    Attributes:
        actions: how many it had.
        files: the names of the files that stand in each folder or at each path that it gave, one after the other.
        seconds: CPU seconds that it took.
        unit: R, in CPU seconds, measured between its slices.
    """

    actions: int
    files: tuple[str, ...]
    seconds: float
    unit: float

    @property
    def documents(self) -> int:
        """How many documents it gave."""
        return sum(name.endswith(".docx") for name in self.files)

    @property
    def times_faster(self) -> float:
        """How many times faster than docxtpl's bare rendering of as many documents."""
        return self.unit * self.documents / self.seconds

    @property
    def units_an_action(self) -> float:
        """What an action costs, in R."""
        return self.seconds / self.actions / self.unit


def run_of(workspace: Workspace, render: Callable[[], bytes], *, final: bool = False) -> Run:
    """Generate a year's drafts or packages: a generator of outcomes, between slices of which docxtpl is measured."""
    paths = actions_in(workspace.year("2017"))
    files, seconds, units = list[str](), 0.0, [unit(render)]
    outcomes = generate(paths, workspace, Request(final=final))
    for _ in range(0, len(paths), SLICE):
        clock = time.process_time()
        part = list(islice(outcomes, SLICE))
        seconds += time.process_time() - clock
        files += [name for outcome in part for path in outcome.produced for name in names_at(path)]
        if not all(outcome.done for outcome in part):
            raise SystemExit("an action of the year was not made")
        units.append(unit(render))
    return Run(len(paths), tuple(files), seconds, statistics.median(units))


def names_at(path: Path) -> list[str]:
    """Return the name of a file, or of every file of a folder."""
    return [entry.name for entry in path.rglob("*") if entry.is_file()] if path.is_dir() else [path.name]


def whole(actions: int, render: Callable[[], bytes]) -> tuple[Run, Run, float]:
    """Generate a year's drafts twice, each in a folder of its own, and check it; return both, and seconds to check."""
    with year_of(actions) as workspace:
        first = run_of(workspace, render)
        shutil.rmtree(workspace.root / "output")
        again = run_of(workspace, render)
        paths = actions_in(workspace.year("2017"))
        return first, again, spent(lambda: list(check_actions(paths, workspace, final=False)))


def packages(actions: int, render: Callable[[], bytes]) -> tuple[Run, Run, Run]:
    """Generate a year's packages: first, then in an empty folder again, then over those that stand."""
    with year_of(actions) as workspace:
        first = run_of(workspace, render, final=True)
        shutil.rmtree(workspace.root / "output")
        again = run_of(workspace, render, final=True)
        return first, again, run_of(workspace, render, final=True)


def compile_times() -> dict[str, float]:
    """Return the CPU seconds that it takes to compile each shipped template."""
    templates = sorted((ROOT / "templates").glob("*/modele.docx"))
    return {path.parent.name: spent(lambda path=path: compile_template(path)) for path in templates}


def cold(rounds: int = 5) -> tuple[float, float, float]:
    """Return the median CPU seconds of three processes: bare imports, one action, one action with templates kept."""
    imports = [sys.executable, "-c", "import docx, jinja2, pydantic, yaml"]
    with year_of(1) as workspace:
        form = actions_in(workspace.year("2017"))[0]
        one = [sys.executable, "-m", "generator", "generate", str(form), "--workspace", str(workspace.root)]
        nowhere, kept = (os.environ | {"XDG_CACHE_HOME": str(workspace.root / name)} for name in ("fichier", "kept"))
        (workspace.root / "fichier").touch()
        in_process(one, kept)
        commands = [(imports, nowhere), (one, nowhere), (one, kept)]
        times = [[in_process(command, around) for command, around in commands] for _ in range(rounds)]
    bare, compiling, warm = map(statistics.median, zip(*times, strict=True))
    return bare, compiling, warm


def in_process(command: list[str], around: dict[str, str]) -> float:
    """Return the CPU seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(  # noqa: S603 - our own commands
        command, env=around | {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}, check=True, capture_output=True
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def steps(actions: int) -> dict[str, float]:
    """Return the CPU seconds of each step, done one after the other on the same actions."""
    found: dict[str, float] = {}
    with year_of(actions) as workspace:
        clock = time.process_time()

        def lap(name: str) -> None:
            nonlocal clock
            now = time.process_time()
            found[name] = now - clock
            clock = now

        shelf = Shelf.of(workspace)
        shelf.sources(shelf.kinds)
        lap("compile the templates")
        loaded = list(load_cases(actions_in(workspace.year("2017")), workspace))
        lap("load")
        for each in loaded:
            findings_of_case(each, final=False)
        lap("check")
        cases = [each.case for each in loaded if each.case is not None]
        planned = [plan_documents(case, shelf.kinds, draft=True) for case in cases]
        lap("plan and word")
        rendered = [shelf.render(requests, draft=True) for requests in planned]
        lap("render")
        for case, documents in zip(cases, rendered, strict=True):
            publish_documents(documents, workspace.output(case.action.number) / "projets")
        lap("publish")
    return found


def package_steps(actions: int) -> dict[str, float]:
    """Return the CPU seconds of each step of a package, done one after the other on the same actions."""
    found: dict[str, float] = {}
    with year_of(actions) as workspace:
        shelf = Shelf.of(workspace)
        shelf.sources(shelf.kinds)
        loaded = list(load_cases(actions_in(workspace.year("2017")), workspace))
        made = [
            (Production(each, each.case, shelf, Wanted(final=True)), findings_of_case(each, final=True))
            for each in loaded
            if each.case is not None
        ]
        clock = time.process_time()
        produced = [production.produced(findings) for production, findings in made]
        found["plan, gate and render the act"] = time.process_time() - clock
        clock = time.process_time()
        whole = [
            production.package(act.documents[0], act.findings)
            for (production, _), act in zip(made, produced, strict=True)
        ]
        found["covers, papers, sources, manifest"] = time.process_time() - clock
        clock = time.process_time()
        for (production, _), package in zip(made, whole, strict=True):
            publish_package(package, workspace.output(production.case.action.number))
        found["publish, flushed to the disk"] = time.process_time() - clock
    return found


def print_packages(actions: int, render: Callable[[], bytes], drafts: Run) -> None:
    """Print the table of packages, beside the drafts of a later run, and that of their steps."""
    first, again, standing = packages(actions, render)
    print("\n| a year’s packages | first run | later runs | packages that stand |\n|---|---:|---:|---:|")
    runs = (first, again, standing)
    rows = {
        "packages, files in each": [f"{run.actions}, {len(run.files) / run.actions:.0f}" for run in runs],
        "documents": [str(run.documents) for run in runs],
        "R, docxtpl’s bare rendering of seven pages": [f"{run.unit * 1000:.1f} ms" for run in runs],
        "all steps, a package": [f"{run.seconds / run.actions * 1000:.1f} ms" for run in runs],
        "**a package, in R**": [f"**{run.units_an_action:.2f} R**" for run in runs],
        "beside the drafts of an action": [f"{run.units_an_action / drafts.units_an_action:.1f} times" for run in runs],
        "times faster than docxtpl’s bare rendering of as many documents": [f"{run.times_faster:.1f}" for run in runs],
    }
    for name, cells in rows.items():
        print(f"| {name} | {' | '.join(cells)} |")
    print("\n| step of a package | ms an action |\n|---|---:|")
    for name, seconds in package_steps(actions).items():
        print(f"| {name} | {seconds / actions * 1000:.2f} |")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=60)
    actions = parser.parse_args().actions
    render = docxtpl_as_in_its_manual(agreement())
    render()
    settle_collector()  # as the command line does: docxtpl gains by it too
    first, again, checked = whole(actions, render)
    print(machine())
    print("\n| a year | first run | later runs |\n|---|---:|---:|")
    print(f"| actions, documents | {actions}, {first.documents} | {actions}, {again.documents} |")
    print(f"| R, docxtpl’s bare rendering of seven pages | {first.unit * 1000:.1f} ms | {again.unit * 1000:.1f} ms |")
    for name, of in (("all steps, drafts", 1), ("a document", first.documents)):
        print(f"| {name} | {first.seconds / of * 1000:.1f} ms | {again.seconds / of * 1000:.1f} ms |")
    print(
        "| **times faster than docxtpl’s bare rendering of as many documents** | "
        f"**{first.times_faster:.1f}** | **{again.times_faster:.1f}** |"
    )
    print(f"| check of an action | | {checked / actions / again.unit:.2f} R |")
    print(f"| largest memory | | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB |")
    print_packages(actions, render, again)
    shares = steps(actions)
    total = sum(shares.values())
    print("\n| step | ms an action | share |\n|---|---:|---:|")
    for name, seconds in shares.items():
        print(f"| {name} | {seconds / actions * 1000:.2f} | {seconds / total:.0%} |")
    print("\n| template | ms to compile |\n|---|---:|")
    for name, seconds in compile_times().items():
        print(f"| {name} | {seconds * 1000:.0f} |")
    bare, compiling, kept = cold()
    print("\n| one process | CPU ms | times the bare imports |\n|---|---:|---:|")
    for name, seconds in (("bare imports", bare), ("one action", compiling), ("one action, templates kept", kept)):
        print(f"| {name} | {seconds * 1000:.0f} | {seconds / bare:.1f} |")


if __name__ == "__main__":
    main()
