"""Spreading: work given out to several processes, on this machine or on others, a few items at a time.

Floor 0: it knows executors (``concurrent.futures``, PEP 3148) and nothing of what is done. A process that dies takes
no other work along: a new executor is opened, what was under way is done again one item at a time, and the one that
kills is told apart.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass
from itertools import islice
from typing import Final, Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
Shared = TypeVar("Shared")

_AHEAD: Final = 2
"""Chunks given out for each worker, beyond the one that it is at: it never waits, and memory stays flat."""


class NoExecutorError(Exception):
    """No executor can be opened, or none that works; ``reason`` says why, as the system does."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """An item that stops whatever process works at it, or that is never answered.

    Attributes:
        item: it.
        reason: the class of the error that was met, and its words.
    """

    item: Item
    reason: str


@dataclass(frozen=True)
class Crew:
    """Who does the work.

    Attributes:
        open: opens an executor; raises ``OSError`` (``TimeoutError`` is one) when none can be.
        workers: how many items are worked at together.
        chunk: how many items go out together.
        patience: seconds to wait for the results of a chunk; None to wait as long as it takes.
        is_far: whether the workers share no disk with this process.
    """

    open: Callable[[], Executor]
    workers: int
    chunk: int = 10
    patience: float | None = None
    is_far: bool = False


def spread(
    items: Iterable[Item], work: Callable[[Item, Shared], Result], shared: Shared, crew: Crew
) -> Iterator[Result | Lost[Item]]:
    """Do some work on each item, and yield the results in the order of the items.

    Args:
        items: what to work on; taken as results are taken, never far ahead.
        work: called with an item and ``shared``, in another process: a function of a module, or what pickles.
        shared: what all items need; it goes with each chunk, so that none waits for what a dead process held.
        crew: who does it.

    Raises:
        NoExecutorError: an executor cannot be opened any more; what was yielded before stands.
    """
    run = _Run(work, shared, crew)
    try:
        yield from run.results(iter(items))
    finally:
        run.close()


class _Run(Generic[Item, Shared, Result]):
    """One spreading: an executor, opened again when it breaks."""

    def __init__(self, work: Callable[[Item, Shared], Result], shared: Shared, crew: Crew) -> None:
        self._work = work
        self._shared = shared
        self._crew = crew
        self._executor: Executor | None = None

    def results(self, items: Iterator[Item]) -> Iterator[Result | Lost[Item]]:
        under_way: deque[tuple[tuple[Item, ...], Future[list[Result]]]] = deque()
        most = self._crew.workers * (1 + _AHEAD)
        while True:
            while len(under_way) < most and (chunk := tuple(islice(items, self._crew.chunk))):
                under_way.append((chunk, self._given_out(chunk)))
            if not under_way:
                return
            chunk, future = under_way.popleft()
            done = self._answer(future)
            if isinstance(done, list):
                yield from done
                continue
            answered = [(chunk, done), *((later, self._answer(other)) for later, other in under_way)]
            under_way.clear()
            self.close()
            for items_of, answer in answered:
                yield from answer if isinstance(answer, list) else self._one_by_one(items_of)

    def _one_by_one(self, items: Sequence[Item]) -> Iterator[Result | Lost[Item]]:
        """Do items again, each alone: the one that stops the process is known."""
        for item in items:
            done = self._answer(self._given_out((item,)))
            if isinstance(done, list):
                yield from done
            else:
                self.close()
                yield Lost(item, f"{type(done).__name__} : {done}".rstrip(" :"))

    def _given_out(self, chunk: Sequence[Item]) -> Future[list[Result]]:
        """Hand a chunk to the executor; one that turns out to be broken is opened again."""
        try:
            return self._open().submit(_each, self._work, chunk, self._shared)
        except (RuntimeError, OSError):  # broken, or shut down, since it was last asked
            self.close()
        try:
            return self._open().submit(_each, self._work, chunk, self._shared)
        except (RuntimeError, OSError) as error:
            raise NoExecutorError(str(error)) from error

    def _open(self) -> Executor:
        if self._executor is None:
            try:
                self._executor = self._crew.open()
            except OSError as error:
                raise NoExecutorError(str(error)) from error
        return self._executor

    def _answer(self, future: Future[list[Result]]) -> list[Result] | BaseException:
        """Wait for the results of a chunk; the error instead, whatever it is: its items are done again."""
        try:
            return future.result(self._crew.patience)
        except (Exception, CancelledError) as error:  # noqa: BLE001 - executors of others raise what they like
            return error

    def close(self) -> None:
        """Let the executor go, with what it has not begun; wait for what it has."""
        if self._executor is not None:
            executor, self._executor = self._executor, None
            executor.shutdown(wait=True, cancel_futures=True)


def _each(work: Callable[[Item, Shared], Result], chunk: Sequence[Item], shared: Shared) -> list[Result]:
    """Do the work on each item of a chunk, in the process of a worker."""
    return [work(item, shared) for item in chunk]
