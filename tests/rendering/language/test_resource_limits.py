"""What a rendering may use."""

from __future__ import annotations

import pytest

from generator.rendering.language.resource_limits import ITEM, ExhaustedError, Ration


def test_what_is_spent_is_gone_and_the_last_octet_may_be_spent() -> None:
    ration = Ration(10)
    ration.spend(10)
    with pytest.raises(ExhaustedError):
        ration.spend(1)


def test_a_value_costs_what_it_holds() -> None:
    ration = Ration(1000)
    ration.spend_on(["a" * 40, {"b": [1, 2]}])
    assert ration.room == 1000 - 6 * ITEM - 10


def test_a_list_that_holds_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ExhaustedError):
        Ration().spend_on(endless)


def test_a_list_that_doubles_at_each_level_is_walked_no_further_than_there_is_room() -> None:
    value: list[object] = []
    for _ in range(60):
        value = [value, value]
    with pytest.raises(ExhaustedError):
        Ration(10_000).spend_on(value)
