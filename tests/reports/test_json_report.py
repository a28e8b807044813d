"""The report of a year for programs."""

import json
from dataclasses import replace
from typing import Any

from generator.findings import Finding, Place, Severity
from generator.reports import SheetRow, json_report
from tests.support.year_sheets import example_rows, example_sheet, scaled_sheet, sheet_of

ERROR = Finding("CC012", Severity.ERROR, "Il manque.", Place("inputs/2017/2017-01.yaml", 41, 3), ("axe",), "Écrire.")


def report(*rows: SheetRow, **changes: object) -> dict[str, Any]:
    told: dict[str, Any] = json.loads("".join(json_report(sheet_of(lambda: rows, **changes))))
    return told


def test_it_says_the_year_and_what_it_counts() -> None:
    shared = replace(ERROR, place=Place("templates/x/modele.docx"))
    rows = [replace(row, findings=(shared,)) for row in example_rows()]
    rows[0] = replace(rows[0], done=False, findings=(ERROR, shared))
    told = report(*rows)
    assert (told["year"], told["mode"], told["day"]) == ("2017", "projets", "2017-04-10")
    counts = told["counts"]
    assert (counts["actions"], counts["made"], counts["refused"]) == (6, 5, 1)
    assert counts["findings"] == {"erreur": 2, "avertissement": 0, "dérogation": 0, "information": 0}
    assert [found["actions"] for found in told["shared_findings"]] == [6]
    assert [len(action["findings"]) for action in told["actions"]] == [1, 0, 0, 0, 0, 0]


def test_amounts_are_exact_texts_one_for_each_currency() -> None:
    told = json.loads("".join(json_report(example_sheet())))
    assert {(total["party"], total["currency"], total["cash"]) for total in told["parties"]} == {
        ("dijon", "EUR", "60560.00"),
        ("chefchaouen", "EUR", "23980.00"),
        ("chefchaouen", "MAD", "47080.00"),
        (None, "EUR", "9500.00"),
    }
    assert all(total["spent"] is None for total in (*told["axes"], *told["parties"]))


def test_an_action_has_its_dates_its_files_and_what_is_late() -> None:
    steps = [{"etape": "Vote", "limite": "2017-04-09"}, {"etape": "Signature", "limite": "2017-04-10"}]
    row = replace(example_rows()[0], track_data=({"partie": "Ville A", "etapes": steps},))
    (action,) = report(row)["actions"]
    assert action["late"] == [{"party": "Ville A", "step": "Vote", "deadline": "2017-04-09", "reference": None}]
    assert action["files"] == list(row.outputs)
    assert (action["start"], action["end"], action["planned"]) == ("2017-05-02", "2017-12-15", "17040.00")
    assert action["missions"][0] == {"mission": "M1", "start": "2017-05-16", "end": "2017-05-20"}


def test_an_action_that_gives_nothing_has_no_dates() -> None:
    (action,) = report(SheetRow(number="2017-09", done=False))["actions"]
    assert action == {"number": "2017-09", "title": None, "done": False, "late": [], "files": [], "findings": []}


def test_a_year_without_an_action_is_still_json() -> None:
    assert report()["actions"] == []


def test_an_action_stands_on_a_line() -> None:
    lines = "".join(json_report(scaled_sheet(20))).splitlines()
    head, actions, end = lines[:2], lines[2:-1], lines[-1]
    assert head[1] == '"actions":['
    assert [json.loads(line.rstrip(","))["number"] for line in actions] == [f"2017-{rank:02}" for rank in range(1, 21)]
    assert end == "]}"


def test_half_a_letter_in_a_file_name_can_be_written() -> None:
    row = SheetRow(number="2017-\udce9", outputs=("2017-\udce9/a.docx",))
    assert "".join(json_report(sheet_of(lambda: [row]))).encode()
