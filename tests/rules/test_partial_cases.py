"""Whatever is missing from an action, a framework or its events, the rules still judge the rest."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pydantic import ValidationError

from generator.findings import Path, dotted
from generator.model import Law
from generator.rules import CASE_RULES, check, check_framework, check_year
from generator.rules.engine.citations import Statute
from tests.support.rule_cases import base, base_case, case_with, changed, year_of


def values_of(name: str) -> list[Path]:
    """Return the path of every value of an input of the base, groups included."""
    return [path for path in _below((), base()[name]) if path]


def _below(path: Path, value: object) -> Iterator[Path]:
    yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _below((*path, key), item)
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            yield from _below((*path, rank), item)


@pytest.mark.parametrize("name", ["action", "convention", "evenements"])
def test_a_value_that_is_missing_keeps_no_rule_from_judging(name: str) -> None:
    judged = 0
    for path in values_of(name):
        if isinstance(path[-1], int):
            continue
        try:
            case = case_with(**{name: {dotted(path): ""}})
        except ValidationError:
            continue  # without such a value the input is refused by its form
        check(case, final=True)
        check_framework(case, final=True)
        judged += 1
    assert judged > 10


def test_nothing_but_what_tells_an_action_from_another_still_lets_it_be_judged() -> None:
    bare = {key: "" for key in base()["action"] if key not in {"numero", "convention"}}
    assert check(case_with(action=bare), final=True)


def test_no_event_at_all_still_lets_an_action_be_judged() -> None:
    nothing = {key: "" for key in base()["evenements"] if key != "convention"}
    assert check(case_with(evenements=nothing), final=True)


def test_without_any_law_an_action_is_judged_by_its_framework_alone() -> None:
    codes = {finding.code for finding in check(replace(base_case(), law=Law()), final=True)}
    assert {"CO022", "CO024"} <= codes
    assert not any(rule.code in codes for rule in CASE_RULES if isinstance(rule.cites, Statute))


@pytest.mark.parametrize("name", ["action", "programme", "evenements", "convention"])
def test_a_value_that_is_missing_keeps_no_rule_from_judging_a_year(name: str) -> None:
    judged = 0
    other = changed(base()["action"], base()["autre_action"])
    for path in values_of(name):
        if isinstance(path[-1], int):
            continue
        inputs = {each: base()[each] for each in ("action", "programme", "evenements", "convention")}
        inputs[name] = changed(inputs[name], {dotted(path): ""})
        try:
            case = case_with(evenements=inputs["evenements"], convention=inputs["convention"])
            actions = {"action 1": inputs["action"], "action 2": other}
            year = year_of(inputs["programme"], actions, [inputs["action"]], case)
        except ValidationError:
            continue  # without such a value the input is refused by its form
        check_year(year, final=True)
        judged += 1
    assert judged > 5
