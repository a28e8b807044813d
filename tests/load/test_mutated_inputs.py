"""Whatever stands in a file, loading gives findings inside that file, never an exception, and at once."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.findings import Finding, Place, dotted
from generator.load import Loaded, load_action, load_case
from generator.load.loaded import MOST_FAULTS
from generator.load.yaml_file import load_bytes
from generator.messages.registry import MESSAGES
from generator.model import Action
from generator.workspace import Workspace
from tests.support.places import ROOT, TESTS
from tests.support.typography import plain

EXAMPLES = [path.read_bytes() for path in sorted((ROOT / "inputs/2017").glob("*.yaml"))]
BAD = [path.read_bytes() for path in sorted((TESTS / "bad_inputs").glob("FO*.yaml"))]
CODES = {message.code for message in MESSAGES}

fuzz = settings(max_examples=150)


def assert_told(loaded: Loaded[Any], data: bytes) -> None:
    """Check that what is wrong is told inside the file, and that the whole agrees with itself."""
    assert (loaded.value is None) == bool(loaded.findings)
    assert loaded.value is None or loaded.value is loaded.partial
    assert len(loaded.findings) <= MOST_FAULTS + 1
    lines = _lines(data)
    for finding in loaded.findings:
        _assert_inside(finding.place, lines)
        _assert_sentence(finding)
    for place in loaded.places.by_path.values():
        _assert_inside(place, lines)


def _lines(data: bytes) -> list[str]:
    """The lines of a file as an editor shows them, whatever its encoding."""
    encodings = {b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    encoding = next((name for mark, name in encodings.items() if data.startswith(mark)), "utf-8-sig")
    errors = "surrogateescape" if encoding == "utf-8-sig" else "replace"
    return re.split("\r\n|\r|\n", data.decode(encoding, errors=errors))


def _assert_inside(place: Place, lines: list[str]) -> None:
    assert place.line is not None
    assert place.column is not None
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def _assert_sentence(finding: Finding) -> None:
    """Check that a finding can be shown on one line of any terminal."""
    assert finding.code in CODES
    for sentence in (finding.message, finding.fix):
        assert sentence
        assert plain(sentence).isprintable()
    dotted(finding.path).encode()


def told(data: bytes) -> Loaded[Action]:
    loaded = load_bytes(data, "inputs/2017/2017-01.yaml", Action)
    assert_told(loaded, data)
    return loaded


# Random bytes and texts


@fuzz
@given(st.binary(max_size=400))
def test_random_bytes(data: bytes) -> None:
    told(data)


@fuzz
@given(st.text(alphabet="a1: -#[]{}&*!|>'\"%@`?,\\\n\t\r<=~.é\u00a0\u2028\x07", max_size=200))
def test_random_signs_of_yaml(text: str) -> None:
    told(text.encode())
    told(b"numero: 2017-01\nconvention: dijon\n" + text.encode())


@fuzz
@given(st.text(max_size=100), st.sampled_from(["utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp1252"]))
def test_random_texts_in_every_encoding(text: str, encoding: str) -> None:
    told(f"numero: 2017-01\nintitule: {text}".encode(encoding, errors="replace"))


# Random trees

scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.dates(), st.text(max_size=20))
keys = st.one_of(
    st.sampled_from([field.alias or name for name, field in Action.model_fields.items()]), st.text(max_size=8)
)
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=25
)


@fuzz
@given(st.dictionaries(keys, trees, max_size=6), st.booleans())
def test_random_trees(tree: dict[str, Any], flow: bool) -> None:
    head = {"numero": "2017-01", "convention": "dijon"}
    told(yaml.safe_dump({**head, **tree}, allow_unicode=True, default_flow_style=flow).encode("utf-8", "replace"))


# Examples, spoilt


def _flip(data: bytes, draw: st.DataObject) -> bytes:
    index = draw.draw(st.integers(0, len(data) - 1))
    return data[:index] + bytes([data[index] ^ 1 << draw.draw(st.integers(0, 7))]) + data[index + 1 :]


def _insert(data: bytes, draw: st.DataObject) -> bytes:
    index = draw.draw(st.integers(0, len(data)))
    sign = draw.draw(st.sampled_from([*b":-#[]{}&*!|>'\"%@`?,\\\n\t\r\0 \xff"]))
    return data[:index] + bytes([sign]) + data[index:]


def _truncate(data: bytes, draw: st.DataObject) -> bytes:
    return data[: draw.draw(st.integers(0, len(data)))]


def _drop_line(data: bytes, draw: st.DataObject) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[draw.draw(st.integers(0, len(lines) - 1))]
    return b"".join(lines)


def _shift_line(data: bytes, draw: st.DataObject) -> bytes:
    lines = data.splitlines(keepends=True)
    rank = draw.draw(st.integers(0, len(lines) - 1))
    shift = draw.draw(st.integers(-4, 4))
    lines[rank] = b" " * shift + lines[rank] if shift > 0 else lines[rank][-shift:] or b"\n"
    return b"".join(lines)


def _swap_indentation(data: bytes, draw: st.DataObject) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = draw.draw(st.integers(0, len(lines) - 1)), draw.draw(st.integers(0, len(lines) - 1))
    (first, a), (second, b) = _indented(lines[one]), _indented(lines[other])
    lines[one], lines[other] = second + a, first + b
    return b"".join(lines)


def _indented(line: bytes) -> tuple[bytes, bytes]:
    text = line.lstrip(b" ")
    return line[: len(line) - len(text)], text


def _repeat_block(data: bytes, draw: st.DataObject) -> bytes:
    lines = data.splitlines(keepends=True)
    start = draw.draw(st.integers(0, len(lines) - 1))
    end = draw.draw(st.integers(start, min(len(lines), start + 20)))
    target = draw.draw(st.integers(0, len(lines)))
    return b"".join([*lines[:target], *lines[start:end], *lines[target:]])


def _swap_ends(data: bytes, draw: st.DataObject) -> bytes:
    return data.replace(b"\n", draw.draw(st.sampled_from([b"\r\n", b"\r"])))


MUTATIONS: tuple[Callable[[bytes, st.DataObject], bytes], ...] = (
    _flip,
    _insert,
    _truncate,
    _drop_line,
    _shift_line,
    _swap_indentation,
    _repeat_block,
    _swap_ends,
)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.__name__.strip("_"))
@settings(max_examples=40)
@given(draw=st.data())
def test_spoilt_examples(mutation: Callable[[bytes, st.DataObject], bytes], draw: st.DataObject) -> None:
    data = draw.draw(st.sampled_from(EXAMPLES))
    for _ in range(draw.draw(st.integers(1, 3))):
        data = mutation(data, draw)
        if not data:
            break
    told(data)


@fuzz
@given(st.sampled_from(BAD), st.data())
def test_spoilt_bad_inputs(data: bytes, draw: st.DataObject) -> None:
    if data:
        data = draw.draw(st.sampled_from(MUTATIONS))(data, draw)
    told(data)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz") / "2017"
    folder.mkdir()
    return folder


@settings(max_examples=40)
@given(data=st.sampled_from([*EXAMPLES, *BAD]), draw=st.data())
def test_a_whole_case_never_raises(year: Path, data: bytes, draw: st.DataObject) -> None:
    if data:
        data = draw.draw(st.sampled_from(MUTATIONS))(data, draw)
    workspace = Workspace(ROOT)
    path = year / "2017-01.yaml"
    path.write_bytes(data)
    assert_told(load_action(path, workspace), data)
    case = load_case(path, workspace)
    assert case.is_complete == (not case.findings)
    assert case.sources[workspace.name_of(path)] == data


# Bombs

HEAD = b"numero: 2017-01\nconvention: dijon\n"


def _aliases(levels: int) -> bytes:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, levels)]
    return b"\n".join(lines)


BOMBS = {
    "brackets": HEAD + b"odd: " + b"[" * 100_000,
    "brackets that close": HEAD + b"odd: " + b"[" * 100_000 + b"]" * 100_000,
    "brackets alone": b"[" * 100_000,
    "braces": b"{" * 100_000,
    "braces with keys": b"{a: " * 100_000,
    "dashes": HEAD + b"odd:\n" + b"- " * 100_000,
    "question marks": b"? " * 100_000,
    "a key of brackets": HEAD + b"? " + b"[" * 100_000,
    "brackets below a key said twice": HEAD + b"odd: [8]\nodd: " + b"[" * 100_000,
    "indentation": b"".join(b" " * n + b"a:\n" for n in range(1_900)),
    "aliases": HEAD + _aliases(60),
    "a cycle": HEAD + b"odd: &a [*a, *a, *a]\nactivites: &b\n  - *b\n  - &c {debut: *c}\n",
    "merges": HEAD + b"a: &a {b: 1}\n" + b"c: {<<: *a, <<: *a}\n" * 1_000,
    "values": HEAD + b"odd: [" + b"8," * 900_000 + b"]",
    "keys": HEAD + b"".join(b"cle_%d: 1\n" % n for n in range(49_000)),
    "equal keys": HEAD + b"axe: a\n" * 200_000,
    "anchors": HEAD + b"odd:\n" + b"".join(b"  - &a%d 8\n" % n for n in range(49_000)),
    "one long line": HEAD + b"objet: " + b"a " * 900_000,
    "one long key": HEAD + b"a" * 1_900_000 + b": 1\n",
    "a quoted text of many lines": HEAD + b'objet: "' + b"a\n " * 600_000 + b'"',
    "swallowed dashes": HEAD + b"objet: a\n" + b"  - b\n" * 200_000,
    "comments": HEAD + b"#" * 1_900_000,
    "spaces": HEAD + b" " * 1_900_000,
    "blank lines": HEAD + b"\n" * 1_900_000,
    "tabulations": HEAD + b"\t\n" * 900_000,
    "nul": b"\0" * 1_900_000,
    "bytes of Windows": HEAD + b"objet: " + b"\xe9" * 1_900_000,
    "control characters": b"\x01" * 1_900_000,
    "control characters on lines": b"\x01\n" * 900_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_told_at_once(name: str) -> None:
    start = time.process_time()
    loaded = load_bytes(BOMBS[name], "inputs/2017/2017-01.yaml", Action)
    assert time.process_time() - start < 5
    assert_told(loaded, BOMBS[name])
