"""The index of the register: it says what the files say, however it was left, and runs that meet do not harm it."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.canonical_json import digest_of
from generator.ledger import Lot, LotLine
from generator.register import RETURNS, ActsIndex, EventKind, RegisterRow, ReturnEvent, return_line
from generator.register.acts_index import NAME
from tests.support.places import ROOT
from tests.support.workspaces import Made

NUMBERS = [f"2017-0{rank}" for rank in range(1, 7)]
LISTED: list[str] = []
IS_LISTENING = False


def listen(event: str, arguments: tuple[Any, ...]) -> None:
    if IS_LISTENING and event in {"os.listdir", "os.scandir"}:
        LISTED.append(str(arguments[0]))


sys.addaudithook(listen)


@pytest.fixture
def outputs(example_year: Made, tmp_path: Path) -> Path:
    """A copy of the packages of the example's year: their manifests alone."""
    for manifest in (example_year.root / "output").rglob("manifeste.json"):
        copy = tmp_path / "output" / manifest.relative_to(example_year.root / "output")
        copy.parent.mkdir(parents=True)
        shutil.copyfile(manifest, copy)
    return tmp_path / "output"


def rows(outputs: Path, *, anew: bool = False) -> list[RegisterRow]:
    with ActsIndex(outputs) as index:
        index.refresh(anew=anew)
        return list(index.rows())


def signed(outputs: Path, number: str, *parties: str) -> None:
    lines = (
        ReturnEvent(day=date(2017, 4, 20), action=number, version=1, kind=EventKind.SIGNED, party=party)
        for party in parties
    )
    with (outputs / "2017" / number / RETURNS).open("ab") as file:
        file.writelines(map(return_line, lines))


def test_every_package_has_a_row(outputs: Path) -> None:
    found = rows(outputs)
    assert [(row.year, row.number, row.version) for row in found] == [("2017", number, 1) for number in NUMBERS]
    assert {row.state for row in found} == {"établi"}
    assert dict(found[0].amounts).keys() == {"EUR", "MAD"}


def test_a_deleted_index_is_rebuilt_equal_row_by_row(outputs: Path) -> None:
    signed(outputs, "2017-02", "dijon")
    former = rows(outputs)
    assert rows(outputs, anew=True) == former
    for path in outputs.glob(f"{NAME}*"):
        path.unlink()
    assert rows(outputs) == former


def new_package(outputs: Path) -> None:
    shutil.copytree(outputs / "2017/2017-01/dossier-v1", outputs / "2017/2017-01/dossier-v2")


def package_gone(outputs: Path) -> None:
    shutil.rmtree(outputs / "2017/2017-03/dossier-v1")


def action_gone(outputs: Path) -> None:
    shutil.rmtree(outputs / "2017/2017-03")


def year_gone(outputs: Path) -> None:
    shutil.rmtree(outputs / "2017")


def event_added(outputs: Path) -> None:
    signed(outputs, "2017-01", "dijon", "chefchaouen")


def manifest_changed(outputs: Path) -> None:
    (outputs / "2017/2017-04/dossier-v1/manifeste.json").write_text("{}")


def ledger_written(outputs: Path) -> None:
    manifest = (outputs / "2017/2017-05/dossier-v1/manifeste.json").read_bytes()
    lot = Lot(outputs / "2017/.parafe/lot.jsonl")
    line = LotLine(
        "2017-05",
        "dossiers",
        "cle",
        outputs={"2017-05/dossier-v1/manifeste.json": digest_of(manifest)},
        extract={"file": "x.yaml", "number": "2017-05", "framework": "x", "act_day": "2017-04-20"},
    )
    lot.append(line)
    lot.settle()


def year_added(outputs: Path) -> None:
    shutil.copytree(outputs / "2017/2017-01", outputs / "2018/2018-01")


@pytest.mark.parametrize(
    "change",
    [
        new_package,
        package_gone,
        action_gone,
        year_gone,
        event_added,
        manifest_changed,
        ledger_written,
        year_added,
    ],
)
def test_an_index_that_is_kept_says_what_a_new_one_says(outputs: Path, change: Any) -> None:
    before = rows(outputs)
    change(outputs)
    after = rows(outputs)
    assert after != before
    assert rows(outputs, anew=True) == after


def test_the_day_planned_is_told_by_the_ledger(outputs: Path) -> None:
    ledger_written(outputs)
    assert [row.planned for row in rows(outputs)] == [None, None, None, None, date(2017, 4, 20), None]


def test_what_has_not_changed_is_not_read_again(outputs: Path) -> None:
    """A row that was changed in the index alone stays, until the index is rebuilt."""
    rows(outputs)
    with sqlite3.connect(outputs / NAME) as database:
        database.execute("UPDATE acts SET title = 'autre' WHERE number = '2017-01'")
    database.close()
    signed(outputs, "2017-02", "dijon")
    assert [row.title == "autre" for row in rows(outputs)][:2] == [True, False]
    assert rows(outputs, anew=True)[0].title != "autre"


@pytest.mark.parametrize("content", [b"", b"not a database" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_index_is_thrown_away(outputs: Path, content: bytes) -> None:
    expected = rows(outputs)
    (outputs / NAME).write_bytes(content)
    assert rows(outputs) == expected


def test_an_index_damaged_in_the_middle_is_thrown_away(outputs: Path) -> None:
    expected = rows(outputs)
    content = bytearray((outputs / NAME).read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    (outputs / NAME).write_bytes(content)
    assert rows(outputs) == expected


def test_an_index_of_another_format_is_made_again(outputs: Path) -> None:
    expected = rows(outputs)
    database = sqlite3.connect(outputs / NAME)
    database.execute("PRAGMA user_version = 999")
    database.execute("DROP TABLE acts")
    database.close()
    assert rows(outputs) == expected


RUN = """
import sys
from pathlib import Path
from generator.register import ActsIndex
for _ in range(int(sys.argv[2])):
    with ActsIndex(Path(sys.argv[1])) as index:
        index.refresh(anew=True)
        assert len(list(index.rows())) == 6
    print(flush=True)
"""


def started(outputs: Path, times: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", RUN, str(outputs), str(times)]
    return subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


@pytest.mark.parametrize("damage", [b"", b"not a database" * 1000], ids=["sound", "damaged"])
def test_runs_that_meet_do_not_harm_the_index(outputs: Path, damage: bytes) -> None:
    if damage:
        (outputs / NAME).write_bytes(damage)
    processes = [started(outputs, 10) for _ in range(3)]
    told = [process.communicate()[1] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0], told
    assert rows(outputs) == rows(outputs, anew=True)


def test_a_run_that_was_killed_leaves_an_index_that_can_be_used(outputs: Path) -> None:
    expected = rows(outputs)
    process = started(outputs, 1000)
    assert process.stdout is not None
    assert process.stdout.readline() == b"\n"
    signed(outputs, "2017-02", "dijon")
    process.kill()
    process.communicate()
    found = rows(outputs)
    assert [row.state for row in found] == ["établi", "signé en partie", *["établi"] * 4]
    assert [row.number for row in found] == [row.number for row in expected]


def test_no_folder_is_listed_for_each_action(outputs: Path) -> None:
    global IS_LISTENING  # noqa: PLW0603 - a hook cannot be taken away
    LISTED.clear()
    IS_LISTENING = True
    try:
        rows(outputs)
    finally:
        IS_LISTENING = False
    assert sorted(LISTED) == [str(outputs), str(outputs / "2017")]


def test_a_folder_that_is_no_year_is_left_alone(outputs: Path) -> None:
    shutil.copytree(outputs / "2017", outputs / "brouillons")
    (outputs / "2019").write_text("")
    assert len(rows(outputs)) == len(NUMBERS)


def test_where_nothing_was_made_the_register_is_empty(tmp_path: Path) -> None:
    assert rows(tmp_path / "output") == []


def test_what_the_disk_refuses_is_told_as_such(outputs: Path) -> None:
    (outputs / NAME).mkdir()
    with pytest.raises(OSError, match="unable to open"):
        rows(outputs)


def test_an_amount_is_kept_exactly(outputs: Path) -> None:
    manifest = outputs / "2017/2017-01/dossier-v1/manifeste.json"
    data = json.loads(manifest.read_text())
    data["substance"]["ressources"][0]["montant"] = "12640.10"
    manifest.write_text(json.dumps(data))
    assert str(rows(outputs)[0].amounts["EUR"]) == "12640.10"
