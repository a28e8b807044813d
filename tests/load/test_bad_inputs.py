"""One bad input for each message: the message is the one expected, at its place, in French that can be acted upon.

``tests/bad_inputs/attendus.yaml`` says what each file must give. ``dans`` is where the file stands in the workspace
(an action of 2017 unless it says otherwise), ``fabrique`` how to make what is no file or is too large to be kept,
``jumeau`` the name of a second copy beside it; ``repete`` stands for as many findings, each a line lower.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import run
from generator.findings import Finding, Severity, dotted
from generator.load import (
    Loaded,
    load_action,
    load_allowances,
    load_events,
    load_framework,
    load_kind,
    load_law,
    load_logos,
    load_programme,
)
from generator.messages import form_workbook
from generator.messages.registry import MESSAGES
from generator.workspace import Workspace
from tests.support.places import ROOT, TESTS
from tests.support.reading import plain

FOLDER = TESTS / "bad_inputs"
ACTION = "inputs/2017/2017-01.yaml"
HEAD = "numero: 2017-01\nconvention: dijon-chefchaouen-2016\n"

Spot = tuple[str, int | None, int | None, str]
"""Code, line, column, dotted path."""


OF_FORM = [message for message in MESSAGES if message.code.startswith("FO") and message not in form_workbook.MESSAGES]
"""What is said of the form of a file of text; what is said of a workbook has its tests beside the workbook’s."""


@dataclass(frozen=True)
class BadInput:
    """A bad input, and what it must give."""

    name: str
    where: str
    made: str | None
    twin: str | None
    expected: tuple[Spot, ...]
    words: tuple[str, ...]
    hints: tuple[str, ...]

    def __str__(self) -> str:
        """Return the name that the test report shows."""
        return self.name.removesuffix(".yaml")

    @property
    def codes(self) -> set[str]:
        return {code for code, *_ in self.expected}


def _read(name: str, entry: dict[str, Any]) -> BadInput:
    assert set(entry) <= {"dans", "fabrique", "jumeau", "attendu"}, name
    found = [spot for one in entry["attendu"] for spot in _repeated(name, dict(one))]
    return BadInput(
        name=name,
        where=entry.get("dans", ACTION),
        made=entry.get("fabrique"),
        twin=entry.get("jumeau"),
        expected=tuple((one["code"], one.get("ligne"), one.get("colonne"), one.get("chemin", "")) for one in found),
        words=tuple(one["dit"] for one in found),
        hints=tuple(one.get("conseille", "") for one in found),
    )


def _repeated(name: str, one: dict[str, Any]) -> list[dict[str, Any]]:
    """A finding expected as many times as it says, each one line lower."""
    times = one.pop("repete", 1)
    assert set(one) <= {"code", "ligne", "colonne", "chemin", "dit", "conseille"}, name
    return [one] if times == 1 else [{**one, "ligne": one["ligne"] + rank} for rank in range(times)]


BAD_INPUTS = tuple(
    _read(name, entry) for name, entry in yaml.safe_load((FOLDER / "attendus.yaml").read_text(encoding="utf-8")).items()
)
every_bad_input = pytest.mark.parametrize("bad", BAD_INPUTS, ids=str)


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


MAKERS: dict[str, Callable[[Path], object]] = {
    "absent": lambda _: None,
    "dossier": Path.mkdir,
    "lien en boucle": _loop,
    "trop lourd": lambda path: path.write_text(HEAD + "# rembourrage\n" * 150_000, encoding="utf-8"),
    "trop de valeurs": lambda path: path.write_text(HEAD + "odd: [" + "8," * 50_000 + "]\n", encoding="utf-8"),
    "cent mille crochets": lambda path: path.write_text(HEAD + "odd: " + "[" * 100_000, encoding="utf-8"),
    "cent mille clés": lambda path: path.write_text(HEAD + "? " * 100_000, encoding="utf-8"),
    "cent mille caractères de commande": lambda path: path.write_bytes(HEAD.encode() + b"\x01\n" * 100_000),
}


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[BadInput], Path]:
    """Put a bad input where it belongs in a small workspace, and return its path from there."""
    for name in ("conventions", "baremes", "references"):
        shutil.copytree(ROOT / "inputs" / name, tmp_path / "inputs" / name)
    (tmp_path / "templates").mkdir()
    for kind in (ROOT / "templates").iterdir():
        (tmp_path / "templates" / kind.name).symlink_to(kind)
    monkeypatch.chdir(tmp_path)

    def put(bad: BadInput) -> Path:
        path = Path(bad.where)
        path.parent.mkdir(parents=True, exist_ok=True)
        if bad.made is None:
            shutil.copyfile(FOLDER / bad.name, path)
        else:
            MAKERS[bad.made](path)
        if bad.twin is not None:
            shutil.copyfile(path, path.with_name(bad.twin))
        return path

    return put


LOADERS: dict[str, Callable[[Path, Workspace], Loaded[Any]]] = {
    "references": lambda _, workspace: load_law(workspace),
    "baremes": lambda _, workspace: load_allowances(workspace),
    "conventions": lambda path, workspace: load_framework(path.stem, workspace),
    "logos": lambda _, workspace: load_logos(workspace),
    "attestation": lambda path, workspace: load_kind(path.parent, workspace),
}


def load(path: Path) -> Loaded[Any]:
    """Load an input as its place in the workspace says."""
    workspace = Workspace(Path())
    loaded: Loaded[Any] | None
    if path.name == "programme.yaml":
        loaded = load_programme(path.parent, workspace)
    elif path.name.endswith(".evenements.yaml"):
        loaded = load_events(path.name.removesuffix(".evenements.yaml"), workspace)
    else:
        loaded = LOADERS.get(path.parent.name, load_action)(path, workspace)
    assert loaded is not None
    return loaded


def spots(findings: tuple[Finding, ...]) -> tuple[Spot, ...]:
    """Return where findings stand, as ``attendus.yaml`` writes it."""
    return tuple((one.code, one.place.line, one.place.column, dotted(one.path)) for one in findings)


# Every message has its file, every file its message


def test_every_message_has_a_bad_input_named_after_it() -> None:
    for message in OF_FORM:
        own = [bad for bad in BAD_INPUTS if bad.name.startswith(f"{message.code}-")]
        assert own, message.code
        assert all(message.code in bad.codes for bad in own)


def test_every_file_of_the_folder_is_expected_to_give_something() -> None:
    files = {path.name for path in FOLDER.glob("*.yaml")} - {"attendus.yaml"}
    assert files == {bad.name for bad in BAD_INPUTS if bad.made is None}
    assert all(bad.expected for bad in BAD_INPUTS)


def test_codes_are_given_once_in_order() -> None:
    codes = [message.code for message in OF_FORM]
    assert codes == [f"FO{serial:03}" for serial in range(1, len(codes) + 1)]


# What each gives


@every_bad_input
def test_a_bad_input_gives_exactly_its_messages_at_their_places(
    bad: BadInput, place: Callable[[BadInput], Path]
) -> None:
    loaded = load(place(bad))
    assert spots(loaded.findings) == bad.expected
    assert loaded.value is None
    for finding, words, hint in zip(loaded.findings, bad.words, bad.hints, strict=True):
        assert words in plain(finding.message)
        assert hint in plain(finding.fix)


@every_bad_input
def test_messages_are_complete_sentences_of_one_line(bad: BadInput, place: Callable[[BadInput], Path]) -> None:
    for finding in load(place(bad)).findings:
        assert finding.severity is Severity.ERROR
        assert finding.place.file == bad.where or bad.where.startswith(f"{finding.place.file}/")
        for sentence in (finding.message, finding.fix):
            assert sentence.strip() == sentence != ""
            assert plain(sentence).isprintable()
            assert not re.search(r"\{[a-z_]+\}|None|Errno|Error|\['|\{'", sentence)
            assert sentence.count("«") == sentence.count("»")


@every_bad_input
def test_the_command_refuses_a_bad_input_with_one_line_for_each_finding(
    bad: BadInput, place: Callable[[BadInput], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = place(bad)
    assert run([*_command(path), "--quiet"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Traceback" not in shown.err
    lines = shown.err.splitlines()
    assert all(re.match(r"[^ :]+(:\d+:\d+)?: [A-Z]{2}\d{3} \[(erreur|avertissement)\] .+ → .+", line) for line in lines)
    told = [line for line in lines if re.search(r": FO\d{3} \[", line)]
    prefixes = [
        f"{path.as_posix()}{'' if line is None else f':{line}:{column}'}: {code} [erreur] "
        for code, line, column, _ in bad.expected
    ]
    assert len(told) == len(prefixes)
    for prefix, words in zip(prefixes, bad.words, strict=True):
        assert any(line.startswith(prefix) and words in plain(line) for line in told)


SHOWN_AS_JSON = {
    "FO002-dossier.yaml",
    "FO020-caractere-de-commande.yaml",
    "FO033-ligne-collee.yaml",
    "douze-fautes.yaml",
}


def _command(path: Path) -> list[str]:
    """The command that meets an input: check it, or what depends on it."""
    if path.parts[0] == "templates" or path.parts[1] in {"references", "baremes", "logos"}:
        shutil.copytree(ROOT / "inputs/2017", "inputs/2017")
        return ["generate" if path.parts[0] == "templates" else "check", ACTION]
    return ["check", (path.parent if path.is_dir() else path).as_posix()]


@pytest.mark.parametrize("bad", [bad for bad in BAD_INPUTS if bad.name in SHOWN_AS_JSON], ids=str)
def test_findings_as_json_say_the_same(
    bad: BadInput, place: Callable[[BadInput], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = place(bad)
    assert run([*_command(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    told = {(one["code"], one["line"], one["column"], one["path"]) for one in found if one["code"].startswith("FO")}
    assert told == set(bad.expected)


# The famous one


def test_twelve_faults_give_twelve_findings_at_twelve_places_in_one_run(place: Callable[[BadInput], Path]) -> None:
    (bad,) = (bad for bad in BAD_INPUTS if bad.name == "douze-fautes.yaml")
    loaded = load(place(bad))
    assert len(loaded.findings) == len({finding.place for finding in loaded.findings}) == 12
    assert len({finding.code for finding in loaded.findings}) == 12
    assert loaded.partial is not None
    assert loaded.partial.framework == "dijon-chefchaouen-2016"
