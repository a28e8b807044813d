"""Files of substances and kept copies come from outside: what parafe did not write is no substance."""

from pathlib import Path

import pytest

from generator.load.kept import read_copy, read_substance


def file(more: str = "", form: str = "1") -> bytes:
    return f'{{"format":{form},"sha256":"x","substance":{{"action":"a","convention":"c"{more}}}}}'.encode()


def test_a_substance_is_read() -> None:
    read = read_substance(file(',"objet":"de creuser"'))
    assert read is not None
    assert (read.document, read.substance.object) == ("x", "de creuser")


@pytest.mark.parametrize("amount", ["NaN", '"NaN"', "Infinity", '"1E+999999999"', '"1E-999999999"', "1e400", '"dix"'])
def test_an_amount_that_no_form_admits_makes_no_substance(amount: str) -> None:
    assert read_substance(file(f',"depenses":[{{"montant":{amount},"devise":"EUR"}}]')) is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"[" * 100_000,
        b"\xff\xfe",
        file(form="2"),
        file(',"object":"x"'),
        file(',"objet":"\\ud800"'),
    ],
    ids=["empty", "null", "list", "deep", "bytes", "later format", "unknown key", "half a character"],
)
def test_what_parafe_did_not_write_is_no_substance(data: bytes) -> None:
    assert read_substance(data) is None


def test_a_copy_that_is_no_file_or_too_big_is_not_read(tmp_path: Path) -> None:
    sound, big = tmp_path / "a.docx", tmp_path / "big.docx"
    sound.write_bytes(b"x")
    with big.open("wb") as file:
        file.truncate(20_000_001)
    assert read_copy(sound) == b"x"
    assert [read_copy(path) for path in (big, tmp_path, tmp_path / "none", tmp_path / ("x" * 300))] == [None] * 4
