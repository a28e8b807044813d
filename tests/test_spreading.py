"""Work is spread over processes; whatever one of them does, the rest is done, in order."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor

import pytest

from generator.spreading import Crew, Lost, NoExecutorError, spread
from tests.support.work_to_spread import deadly, doubled, faulty, late


def processes() -> Executor:
    return ProcessPoolExecutor(2, multiprocessing.get_context("fork"))


def crew(*, chunk: int = 3, patience: float | None = 20) -> Crew:
    return Crew(processes, workers=2, chunk=chunk, patience=patience)


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_results_come_in_the_order_of_the_items(count: int) -> None:
    assert list(spread(range(count), doubled, 2, crew())) == [2 * item for item in range(count)]


def test_items_are_taken_little_by_little() -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(1000):
            taken.append(item)
            yield item

    results = spread(items(), doubled, 2, crew())
    next(results)
    assert len(taken) < 50
    assert sum(1 for _ in results) == 999


@pytest.mark.parametrize("victims", [{0}, {7}, {3, 4, 19}, {39}])
def test_an_item_that_kills_its_process_is_named_and_all_others_are_done(victims: set[int]) -> None:
    results = list(spread(range(40), deadly, frozenset(victims), crew()))
    assert {result.item for result in results if isinstance(result, Lost)} == victims
    assert [result for result in results if not isinstance(result, Lost)] == [n for n in range(40) if n not in victims]


def test_an_item_whose_work_fails_is_told_with_its_error() -> None:
    results = list(spread(range(10), faulty, frozenset({4}), crew()))
    assert [result.reason for result in results if isinstance(result, Lost)] == ["ValueError : défaut 4"]
    assert len(results) == 10


def test_an_item_that_is_never_answered_is_told() -> None:
    results = list(spread([0, 1], late, None, crew(chunk=1, patience=0.3)))
    assert results[0] == 0
    assert [result.item for result in results if isinstance(result, Lost)] == [1]


def test_an_executor_that_cannot_be_opened_stops_the_work() -> None:
    def none() -> Executor:
        raise TimeoutError("personne ne répond")

    with pytest.raises(NoExecutorError, match="personne ne répond"):
        list(spread(range(3), doubled, 2, Crew(none, workers=2)))
