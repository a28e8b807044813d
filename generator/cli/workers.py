"""Who makes the actions of a year: processes of this machine, or those of a Dask cluster. Faces choose, nobody else."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import Executor, ProcessPoolExecutor

from generator.spreading import Crew


def crew_of(jobs: int, scheduler: str | None) -> Crew | None:
    """Return who makes the actions; None when this process does it alone."""
    if scheduler is not None:
        from generator.cli.cluster import cluster_crew  # noqa: PLC0415 - few years outgrow a machine

        return cluster_crew(scheduler)
    return Crew(lambda: _processes(jobs), jobs) if jobs > 1 else None


def _processes(jobs: int) -> Executor:
    """Open processes that begin with what this one has read and compiled, where the system can fork."""
    can_fork = "fork" in multiprocessing.get_all_start_methods()
    return ProcessPoolExecutor(
        jobs, multiprocessing.get_context("fork" if can_fork else "spawn"), initializer=_leave_interruptions_alone
    )


def _leave_interruptions_alone() -> None:
    """Leave Ctrl-C to the process that gives out the work: it lets what is begun be finished."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
