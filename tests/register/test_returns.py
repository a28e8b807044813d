"""What happened to originals, as lines that are only added: what is written is read, whatever stands beside it."""

import json
from datetime import date
from pathlib import Path

import pytest

from generator.register import RETURNS, EventKind, ReturnEvent, read_returns, return_line

SIGNED = ReturnEvent(
    day=date(2017, 4, 20),
    action="2017-01",
    version=2,
    kind=EventKind.SIGNED,
    copy=3,
    party="dijon",
    by="A. Durand",
    note="en mairie\nsalle des mariages",
    digest="ab" * 32,
)
BACK = ReturnEvent(day=date(2017, 5, 2), action="2017-01", version=2, kind=EventKind.BACK)


def kept(folder: Path, content: bytes) -> tuple[ReturnEvent, ...]:
    (folder / RETURNS).write_bytes(content)
    return read_returns(folder)


def changed(**values: object) -> bytes:
    return json.dumps({**json.loads(return_line(SIGNED)), **values}).encode() + b"\n"


def test_what_is_written_is_read_back_in_the_same_order(tmp_path: Path) -> None:
    assert kept(tmp_path, return_line(SIGNED) + return_line(BACK)) == (SIGNED, BACK)


def test_a_line_has_the_keys_that_the_page_names() -> None:
    keys = {"date", "action", "dossier", "exemplaire", "evenement", "partie", "par", "note", "sha256"}
    assert set(json.loads(return_line(SIGNED))) == keys
    assert return_line(SIGNED).count(b"\n") == 1


@pytest.mark.parametrize("cut", [1, 2, 40])
def test_a_torn_last_line_is_passed_over(tmp_path: Path, cut: int) -> None:
    assert kept(tmp_path, return_line(SIGNED) + return_line(BACK)[:-cut]) == (SIGNED,)


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"{}\n",
        b"[]\n",
        b"3\n",
        b"\xff\xfe\n",
        b"[" * 100_000 + b"\n",
        changed(evenement="perdu"),
        changed(date="hier"),
        changed(date=None),
        changed(dossier="projets"),
        changed(dossier="dossier-v0"),
        changed(dossier="../dossier-v1"),
        changed(exemplaire=0),
        changed(exemplaire=True),
        changed(exemplaire="3"),
        changed(partie=[]),
    ],
)
def test_a_line_that_tells_nothing_known_is_passed_over(tmp_path: Path, line: bytes) -> None:
    assert kept(tmp_path, return_line(SIGNED) + line + return_line(BACK)) == (SIGNED, BACK)


def test_keys_to_come_and_keys_left_out_are_no_fault(tmp_path: Path) -> None:
    assert kept(tmp_path, changed(nouveau=1)) == (SIGNED,)
    short = {"action": "2017-01", "date": "2017-05-02", "dossier": "dossier-v2", "evenement": "retour"}
    assert kept(tmp_path, json.dumps(short).encode() + b"\n") == (BACK,)


def test_there_need_be_no_file(tmp_path: Path) -> None:
    assert read_returns(tmp_path) == ()
