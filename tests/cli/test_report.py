"""How findings look in a terminal: under the name of their file, with the line at fault and a caret."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.report import count, grouped
from generator.findings import Finding, Place, Severity
from tests.support.places import ROOT


def in_terminal(*arguments: str, columns: int = 100) -> str:
    """Run parafe with its stderr on a terminal; return what it shows there, without colours."""
    master, slave = pty.openpty()
    environment = os.environ | {"COLUMNS": str(columns), "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "TERM": "dumb"}
    command = [sys.executable, "-m", "generator", *arguments]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=slave, env=environment)
    os.close(slave)
    shown = b""
    while chunk := _read(master):
        shown += chunk
    process.wait()
    os.close(master)
    return _without_colours(shown.decode()).replace("\r\n", "\n").replace("\u00a0", " ").replace("\u202f", " ")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end of a terminal that is closed
        return b""


def _without_colours(text: str) -> str:
    return "".join(part.partition("m")[2] if rank else part for rank, part in enumerate(text.split("\x1b[")))


def finding(file: str, line: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("CO001", severity, "faute", Place(file, line, 1))


@pytest.fixture
def faulty(workspace: Path) -> Path:
    """The example's workspace, with a fault in two of its actions."""
    for number in ("2017-01", "2017-02"):
        path = workspace / "inputs/2017" / f"{number}.yaml"
        text = path.read_text(encoding="utf-8")
        axis = next(line for line in text.splitlines() if line.startswith("axe: "))
        path.write_text(text.replace(axis, "axe: inconnu", 1), encoding="utf-8")
    return workspace


@pytest.mark.usefixtures("faulty")
def test_a_terminal_shows_each_action_s_findings_under_its_name() -> None:
    shown = in_terminal("check", "inputs/2017")
    first, second = shown.index("── inputs/2017/2017-01.yaml"), shown.index("── inputs/2017/2017-02.yaml")
    assert first < shown.index("inputs/2017/2017-01.yaml:") < second < shown.index("inputs/2017/2017-02.yaml:")
    assert "2017-04" not in shown
    assert shown.splitlines()[-1] == "2 erreurs, 2 avertissements"


@pytest.mark.usefixtures("faulty")
def test_one_action_needs_no_name_above_its_findings() -> None:
    assert "──" not in in_terminal("check", "inputs/2017/2017-01.yaml")


@pytest.mark.usefixtures("faulty")
def test_the_line_at_fault_is_shown_with_a_caret_under_the_value() -> None:
    lines = in_terminal("check", "inputs/2017/2017-01.yaml").splitlines()
    rank = next(rank for rank, line in enumerate(lines) if "| axe: inconnu" in line)
    assert lines[rank + 1].index("^") == lines[rank].index("inconnu")


@pytest.mark.usefixtures("faulty")
def test_sentences_are_broken_between_words_at_the_terminal_s_width() -> None:
    lines = in_terminal("check", "inputs/2017/2017-01.yaml", columns=60).splitlines()
    sentences = [line for line in lines if line.startswith("  ") and "|" not in line]
    assert max(map(len, sentences)) <= 60
    assert len(sentences) > len(("message", "texte", "à faire"))


def test_what_several_files_share_comes_first_and_once() -> None:
    shared, own = finding("convention.yaml", 3), finding("b.yaml", 2)
    groups = list(grouped({Path("a.yaml"): (shared,), Path("b.yaml"): (own, shared, own)}))
    assert [(heading, [each.place.file for each in found]) for heading, found in groups] == [
        ("Plusieurs fichiers à la fois", ["convention.yaml"]),
        ("b.yaml", ["b.yaml"]),
    ]


@pytest.mark.parametrize(
    ("severities", "words"),
    [
        ([], "aucun constat"),
        ([Severity.ERROR], "1 erreur"),
        (
            [Severity.WARNING] * 2 + [Severity.WAIVED] + [Severity.ERROR] * 3,
            "3 erreurs, 2 avertissements, 1 dérogation",
        ),
        ([Severity.WAIVED] * 2 + [Severity.INFORMATION] * 2, "2 dérogations, 2 informations"),
    ],
)
def test_the_last_line_counts_what_was_found(severities: list[Severity], words: str) -> None:
    assert count([finding("a.yaml", 1, severity) for severity in severities]) == words
