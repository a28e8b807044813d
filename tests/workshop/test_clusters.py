"""A year made by a Dask cluster: the bytes of a local run, whatever happens to a worker or to the scheduler."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import pytest

from generator.cli import run
from generator.cli.cluster import cluster_crew
from generator.conductors.batch import BatchRequest, batch
from generator.outcome import Counted, Outcome
from generator.spreading import Crew, Lost, NoExecutorError, spread
from generator.workspace import Workspace
from tests.support.places import ROOT
from tests.support.scale import in_full_only
from tests.support.work_to_spread import deadly
from tests.support.workspaces import NUMBERS
from tests.workshop.sample_years import DAY, YEAR, run_year, tree_of

pytest.importorskip("distributed", reason="the extra « cluster » is not installed")

LOOPBACK = "127.0.0.1"
PATIENCE = 60.0


class Cluster:
    """A real scheduler and its workers, in processes of their own, on loopback.

    A worker that dies is started again by its nanny, as in a service; a chunk that kills two of them is given up.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._told = folder / "scheduler.json"
        self._processes: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._started("scheduler", "--host", LOOPBACK, "--port", "0", "--no-dashboard")
        self.address = self._address()
        self.workers = [self._started("worker", *self._of_worker(rank)) for rank in range(2)]

    def close(self) -> None:
        for process in self._processes:
            kill(process)

    def _of_worker(self, rank: int) -> tuple[str, ...]:
        local = str(self._folder / f"worker-{rank}")
        return ("--nthreads", "1", "--host", LOOPBACK, "--local-directory", local, "--no-dashboard")

    def _started(self, part: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{part}", "--scheduler-file", str(self._told), *options]
        around = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
        process = subprocess.Popen(
            command, env=around, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        self._processes.append(process)
        return process

    def _address(self) -> str:
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            with contextlib.suppress(OSError, ValueError):
                return str(json.loads(self._told.read_text(encoding="utf-8"))["address"])
            time.sleep(0.1)
        raise TimeoutError

    def crew(self) -> Crew:
        """Its workers, once both have joined."""
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            with contextlib.suppress(click.ClickException):
                crew = cluster_crew(self.address)
                if crew.workers == len(self.workers):
                    return crew
            time.sleep(0.2)
        raise TimeoutError


def kill(process: subprocess.Popen[bytes]) -> None:
    """Stop a process and those that it started."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    opened = Cluster(tmp_path)
    try:
        yield opened
    finally:
        opened.close()


@pytest.fixture
def expected(workspace: Path) -> dict[str, bytes]:
    """What a local run over the year gives; nothing of it stays."""
    run_year(workspace)
    made = tree_of(workspace / "output")
    shutil.rmtree(workspace / "output")
    return made


def test_a_cluster_gives_the_bytes_of_a_local_run(
    cluster: Cluster, workspace: Path, expected: dict[str, bytes]
) -> None:
    assert run_year(workspace, crew=cluster.crew()).made == list(NUMBERS)
    assert tree_of(workspace / "output") == expected


@in_full_only
def test_a_cluster_gives_the_packages_of_a_local_run(cluster: Cluster, workspace: Path) -> None:
    packages = BatchRequest(DAY, final=True)
    run_year(workspace, packages)
    made = tree_of(workspace / "output")
    shutil.rmtree(workspace / "output")
    run_year(workspace, packages, cluster.crew())
    assert tree_of(workspace / "output") == made


def test_a_worker_lost_on_the_way_changes_nothing(
    cluster: Cluster, workspace: Path, expected: dict[str, bytes]
) -> None:
    crew = replace(cluster.crew(), chunk=1)
    for event in batch(workspace / YEAR, Workspace(workspace), BatchRequest(DAY), crew):
        if isinstance(event, Counted):
            kill(cluster.workers[0])
    assert tree_of(workspace / "output") == expected


@in_full_only
def test_an_item_that_kills_its_workers_is_named(cluster: Cluster) -> None:
    results = list(spread(range(6), deadly, frozenset({2}), replace(cluster.crew(), chunk=2)))
    assert [result.item for result in results if isinstance(result, Lost)] == [2]
    assert [result for result in results if not isinstance(result, Lost)] == [0, 1, 3, 4, 5]


@in_full_only
def test_a_scheduler_that_goes_away_leaves_what_is_done(
    cluster: Cluster, workspace: Path, expected: dict[str, bytes]
) -> None:
    crew = replace(cluster.crew(), chunk=1, patience=20)
    events = batch(workspace / YEAR, Workspace(workspace), BatchRequest(DAY), crew)
    next(event for event in events if isinstance(event, Outcome))
    kill(cluster.scheduler)
    with pytest.raises(NoExecutorError):
        list(events)
    assert 0 < len(list(workspace.glob("output/2017/2017-*"))) < len(NUMBERS)
    run_year(workspace)
    assert tree_of(workspace / "output") == expected


@in_full_only
def test_a_scheduler_that_nobody_started_is_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["batch", str(workspace / YEAR), "--scheduler", f"tcp://{LOOPBACK}:1"])
    told = capsys.readouterr().err
    assert code == 3
    assert f"L’ordonnanceur tcp://{LOOPBACK}:1 ne répond pas" in told
    assert not (workspace / "output").exists()


@pytest.mark.parametrize("address", ["n’importe quoi", "ftp://exemple.fr", "tcp://", ""])
def test_an_address_that_is_none_is_told(address: str, workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["batch", str(workspace / YEAR), "--scheduler", address]) != 0
    assert "Traceback" not in capsys.readouterr().err
    assert not list(Path().glob("parafe-erreur.txt"))
