"""Measure a whole year: loading, checking, planning, rendering and publishing drafts, against docxtpl's bare rendering.

Run ``python benchmarks/year.py [--actions N]``. The year is made of copies of the worked example, each under its own
number. The unit is R, the CPU time of docxtpl's bare rendering of the seven-page agreement of ``render.py``, measured
between slices of the year, so that a slow moment of the machine weighs on both. Only agreements and mission orders are
made. CPU time is that of the process, user and system, imports apart.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.render import agreement, docxtpl_as_in_its_manual, machine  # noqa: E402
from generator.acts.planning import plan_documents  # noqa: E402
from generator.conductors.check import check_actions  # noqa: E402
from generator.conductors.generate import Request, generate  # noqa: E402
from generator.judgement import findings_of_case  # noqa: E402
from generator.load import load_cases  # noqa: E402
from generator.publish import publish_documents  # noqa: E402
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
        yield Workspace(home)


def spent(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def unit(render: Callable[[], bytes]) -> float:
    """Return R: the median CPU seconds of docxtpl's bare rendering."""
    return statistics.median(spent(render) for _ in range(ROUNDS))


def whole(actions: int, render: Callable[[], bytes]) -> tuple[int, float, float, float]:
    """Generate a year's drafts in one run, and check it; return documents, CPU seconds of both, and R.

    The run is a generator of outcomes: docxtpl is measured between slices of it.
    """
    with year_of(actions) as workspace:
        paths = actions_in(workspace.year("2017"))
        documents, made, units = 0, 0.0, [unit(render)]
        outcomes = generate(paths, workspace, Request())
        for _ in range(0, actions, SLICE):
            clock = time.process_time()
            part = list(islice(outcomes, SLICE))
            made += time.process_time() - clock
            documents += sum(path.suffix == ".docx" for outcome in part for path in outcome.produced)
            if not all(outcome.done for outcome in part):
                raise SystemExit("an action of the year was not made")
            units.append(unit(render))
        checked = spent(lambda: list(check_actions(paths, workspace, final=False)))
    return documents, made, checked, statistics.median(units)


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


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=60)
    actions = parser.parse_args().actions
    render = docxtpl_as_in_its_manual(agreement())
    render()
    documents, made, checked, r = whole(actions, render)
    print(machine())
    print()
    print("| a year | figure |\n|---|---:|")
    print(f"| actions, documents | {actions}, {documents} |")
    print(f"| R, docxtpl’s bare rendering of seven pages | {r * 1000:.1f} ms |")
    print(f"| all steps, drafts | {made:.2f} s, {made / documents * 1000:.1f} ms a document |")
    print(f"| **times faster than docxtpl’s bare rendering of as many documents** | **{r * documents / made:.1f}** |")
    print(f"| check of an action | {checked / actions / r:.2f} R |")
    print(f"| largest memory | {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB |")
    print()
    shares = steps(actions)
    total = sum(shares.values())
    print("| step | ms an action | share |\n|---|---:|---:|")
    for name, seconds in shares.items():
        print(f"| {name} | {seconds / actions * 1000:.2f} | {seconds / total:.0%} |")


if __name__ == "__main__":
    main()
