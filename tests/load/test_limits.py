"""Limits of one file, at the last value admitted and at the first refused; what YAML leaves out or joins unseen."""

from pathlib import Path

import pytest

from generator.findings import Finding, Place
from generator.load.decoding import LARGEST_FILE, read_bytes
from generator.load.loaded import MOST_FAULTS
from generator.load.shaping import capped
from generator.load.yaml_tree import DEEPEST, MOST_VALUES, read_tree
from generator.messages import form_files, form_yaml


def codes(text: str) -> list[str]:
    return [finding.code for finding in read_tree(text, "a.yaml").findings]


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * LARGEST_FILE)
    assert read_bytes(path, "a.yaml") == b"#" * LARGEST_FILE
    path.write_bytes(b"#" * (LARGEST_FILE + 1))
    refused = read_bytes(path, "a.yaml")
    assert isinstance(refused, Finding)
    assert refused.code == form_files.FILE_TOO_LARGE.code


@pytest.mark.parametrize(("levels", "expected"), [(DEEPEST, []), (DEEPEST + 1, [form_yaml.TOO_DEEP.code])])
def test_a_value_as_deep_as_admitted_is_read_and_one_deeper_is_refused(levels: int, expected: list[str]) -> None:
    lists = levels - 1  # the key is a level, too
    assert codes(f"a: {'[' * lists}x{']' * lists}") == expected


@pytest.mark.parametrize(
    ("values", "expected"), [(MOST_VALUES, []), (MOST_VALUES + 1, [form_yaml.TOO_MANY_VALUES.code])]
)
def test_as_many_values_as_admitted_are_read_and_one_more_is_refused(values: int, expected: list[str]) -> None:
    items = values - 1  # the list is a value, too
    assert codes(f"a: [{'x,' * items}]") == expected


@pytest.mark.parametrize(("lists", "expected"), [(DEEPEST, []), (DEEPEST + 1, [form_yaml.TOO_DEEP.code])])
def test_a_value_that_is_passed_over_may_be_as_deep_and_no_deeper(lists: int, expected: list[str]) -> None:
    assert codes(f"a: b\na: {'[' * lists}x{']' * lists}") == [form_yaml.DUPLICATE_KEY.code, *expected]


@pytest.mark.parametrize("more", [0, 1])
def test_values_that_are_passed_over_count_too(more: int) -> None:
    marks = MOST_VALUES - 2 + more  # « b » and the list are values, too, and so is the end of the list
    expected = [form_yaml.TOO_MANY_VALUES.code] * more
    assert codes(f"a: b\na: [{'x,' * (marks - 1)}]") == [form_yaml.DUPLICATE_KEY.code, *expected]


def test_as_many_faults_as_shown_are_all_shown_and_one_more_is_announced() -> None:
    faults = [Finding("FO001", form_files.FILE_NOT_FOUND.severity, "x", Place("a", rank, 1)) for rank in range(1, 999)]
    assert len(capped(faults[:MOST_FAULTS])) == MOST_FAULTS
    assert [finding.code for finding in capped(faults[: MOST_FAULTS + 1])][-1] == form_yaml.TOO_MANY_FAULTS.code


def test_words_that_yaml_takes_for_a_comment_are_told() -> None:
    assert codes("titre: Action #3") == [form_yaml.IGNORED_TEXT.code]
    assert codes("titre: Action  # au brouillon") == []


def test_an_item_that_yaml_reads_as_the_end_of_the_text_above_is_told() -> None:
    assert codes("titre: un texte\n  - un tiret") == [form_yaml.BAD_DASH.code]
    assert codes("titre:\n  - un tiret") == []
