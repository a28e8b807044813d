"""A run that is killed, whenever that happens, and run again: the tree of one run, byte for byte."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.places import ROOT
from tests.support.scale import a_tenth_or_in_full, in_full_only
from tests.workshop.sample_years import YEAR, tree_of

INSTANTS = 50


def command(root: Path, *options: str) -> list[str]:
    return [
        sys.executable,
        "-m",
        "generator",
        "batch",
        str(root / "inputs/2017"),
        "--workspace",
        str(root),
        "--date",
        "2017-03-15",
        *options,
    ]


def started(root: Path, *options: str) -> subprocess.Popen[bytes]:
    around = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        command(root, *options),
        env=around,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def killed_after(seconds: float, root: Path, *options: str) -> bool:
    """Run, and kill after a while; tell whether it was still at work."""
    process = started(root, *options)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def without_leftovers(tree: dict[str, bytes]) -> dict[str, bytes]:
    """A tree without what a killed run leaves for the next to sweep an hour later."""
    return {name: data for name, data in tree.items() if ".parafe-tmp-" not in name}


@pytest.mark.parametrize(
    "options",
    [
        pytest.param((), id="drafts"),
        pytest.param(("--final",), id="packages", marks=in_full_only),
        pytest.param(("--jobs", "2"), id="two processes", marks=in_full_only),
    ],
)
@a_tenth_or_in_full("instants", INSTANTS)
def test_a_run_killed_and_run_again_gives_the_tree_of_one_run(
    instants: int, options: tuple[str, ...], workspace: Path
) -> None:
    begun = time.monotonic()
    assert started(workspace, *options).wait() == 0
    whole = time.monotonic() - begun
    expected = tree_of(workspace / "output")
    at_work = 0
    for rank in range(instants):
        (workspace / "output").rename(workspace / f"output-{rank}")
        at_work += killed_after(whole * (rank + 0.5) / instants, workspace, *options)
        assert started(workspace, *options).wait() == 0
        assert without_leftovers(tree_of(workspace / "output")) == expected
    assert at_work


def enlarge(root: Path, count: int) -> None:
    """Bring a year to so many actions, copies of the example's, each under its own number."""
    texts = [form.read_text(encoding="utf-8") for form in sorted((root / YEAR).glob("2017-*.yaml"))]
    for rank in range(len(texts) + 1, count + 1):
        number, text = f"2017-{rank:03}", texts[rank % len(texts)]
        text = re.sub(r"^numero: \S+$", f"numero: {number}", text, count=1, flags=re.MULTILINE)
        (root / YEAR / f"{number}.yaml").write_text(text, encoding="utf-8")


@in_full_only
def test_a_year_of_two_hundred_actions_killed_and_run_again_gives_the_tree_of_one_run(workspace: Path) -> None:
    """A year of its true size, killed early, halfway and late."""
    enlarge(workspace, 200)
    begun = time.monotonic()
    assert started(workspace).wait() == 0
    whole = time.monotonic() - begun
    expected = tree_of(workspace / "output")
    assert len(list(workspace.glob("output/2017/2017-*"))) == 200
    (workspace / "output").rename(workspace / "output-whole")
    for _ in range(3):
        assert killed_after(whole / 4, workspace)
    assert started(workspace).wait() == 0
    assert without_leftovers(tree_of(workspace / "output")) == expected


def test_an_interruption_leaves_what_is_done_and_says_so(workspace: Path) -> None:
    enlarge(workspace, 60)  # enough to be at work when it comes
    process = subprocess.Popen(
        command(workspace), env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()  # the first document is there
    process.send_signal(signal.SIGINT)
    _, told = process.communicate()
    assert process.returncode == 3
    assert "Interrompu" in told.decode()
    assert "Traceback" not in told.decode()
    kept = (workspace / "output/2017/.parafe/lot.jsonl").read_text(encoding="utf-8")
    made = set(re.findall(r'"action":"(2017-\d+)"', kept))
    assert made
    assert all((workspace / "output/2017" / number / "projets").is_dir() for number in made)
