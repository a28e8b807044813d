"""Findings: which of them forbid something, in which order they are read, and where a value without a place stands."""

from dataclasses import replace

from generator.findings import Finding, Place, Places, Severity, by_place, dotted, errors

FOUND = Finding("CC001", Severity.ERROR, "faute", Place("b.yaml", 3, 1))
WAIVED, WARNING, INFORMATION = (
    replace(FOUND, severity=severity) for severity in (Severity.WAIVED, Severity.WARNING, Severity.INFORMATION)
)


def test_an_error_forbids_and_nothing_else_does() -> None:
    """What is waived was an error: somebody answers for it."""
    assert list(errors([WAIVED, FOUND, WARNING, INFORMATION])) == [FOUND]


def test_findings_are_read_by_file_then_line_then_column_after_what_is_waived() -> None:
    places = [Place("b.yaml", 3, 2), Place("b.yaml", 10, 1), Place("a.yaml", 9, 1), Place("c.yaml")]
    others = [replace(FOUND, place=place) for place in places]
    assert by_place([*others, FOUND, WAIVED]) == [WAIVED, others[2], FOUND, others[0], others[1], others[3]]


def test_a_value_without_a_place_of_its_own_stands_with_the_group_that_holds_it() -> None:
    group = Place("a.yaml", 4, 3)
    places = Places("a.yaml", {("budget",): group})
    assert places["budget", "depenses", 2] == group
    assert places["signature",] == Place("a.yaml")


def test_a_path_is_written_as_people_read_it() -> None:
    assert dotted(("budget", "depenses", 2, "montant")) == "budget.depenses[2].montant"
