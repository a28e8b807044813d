"""Hostile templates and hostile values by the thousand: nothing is reached, all ends within 512 MB and 20 seconds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support import hostile_templates as hostile
from tests.support.scale import a_tenth_or_in_full

HOSTILE = Path(hostile.__file__)
TESTS = HOSTILE.parent.parent


def watched(kind: str, seed: int, count: int) -> dict[str, Any]:
    """What was seen of ``count`` pieces of work, in a process of their own."""
    paths = os.pathsep.join((str(TESTS.parent), str(TESTS)))
    done = subprocess.run(
        [sys.executable, str(HOSTILE), kind, str(seed), str(count)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.returncode == 0, f"died at: {done.stderr[-2000:]}"
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.parametrize("seed", range(4))
@a_tenth_or_in_full("count", 2500)
def test_hostile_templates_reach_nothing_and_end(count: int, seed: int) -> None:
    seen = watched("templates", seed, count)
    assert seen["events"] == []
    assert seen["others"] == []
    assert seen["rendered"] + seen["refused"] == count
    assert seen["rendered"] > count // 50
    assert seen["refused"] > count * 8 // 10


@pytest.mark.parametrize("seed", range(4))
@a_tenth_or_in_full("count", 2500)
def test_hostile_values_reach_nothing_and_end(count: int, seed: int) -> None:
    seen = watched("values", seed, count)
    assert seen["events"] == []
    assert seen["others"] == []
    assert seen["rendered"] + seen["refused"] == count
    assert seen["rendered"] > count // 5
    assert seen["refused"] > count * 4 // 10


def test_each_bomb_is_refused_or_harmless() -> None:
    seen = watched("bombs", 0, len(hostile.BOMBS))
    assert seen["events"] == []
    assert seen["others"] == []
    assert seen["refused"] + seen["rendered"] == len(hostile.BOMBS)
    assert seen["refused"] >= len(hostile.BOMBS) - 2


def test_the_watch_hears_an_engine_that_is_not_fenced() -> None:
    seen = watched("plain-jinja", 0, len(hostile.ESCAPES))
    heard = {event.split()[0] for event in seen["events"]}
    assert seen["rendered"] == len(hostile.ESCAPES)
    assert {"os.listdir", "open", "subprocess.Popen"} <= heard
