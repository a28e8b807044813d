"""A kept copy is judged before it is compared: there, unchanged, with its own data."""

from typing import Any

import pytest

from generator.artifacts import KeptText
from generator.canonical_json import digest_of
from generator.compare.voted_copy import faults_of_copy, faults_of_data
from generator.findings import Places
from generator.messages import votes
from generator.model.substance import Substance

PLACES = Places("a.yaml")
SUBSTANCE = Substance(action="2017-01", framework="x")
SOUND = {
    "digest": digest_of(b"x"),
    "data_file": "v.donnees.json",
    "data": b"{}",
    "data_digest": digest_of(b"{}"),
    "substance": SUBSTANCE,
    "described": digest_of(b"x"),
}


def kept(**changes: Any) -> KeptText:
    return KeptText(**{"rank": 0, "party": "a", "file": "v.docx", "content": b"x", **SOUND, **changes})


def test_a_sound_copy_with_its_data_has_no_fault() -> None:
    assert faults_of_copy(kept(), PLACES) == []
    assert list(faults_of_data(kept(), PLACES)) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"file": None, "content": None}, votes.NO_COPY),
        ({"content": None}, votes.COPY_NOT_FOUND),
        ({"digest": None}, votes.NO_DIGEST),
        ({"content": b"y"}, votes.OTHER_COPY),
    ],
)
def test_a_copy_that_cannot_be_relied_upon_is_told(changes: dict[str, Any], message: votes.Message) -> None:
    (found,) = faults_of_copy(kept(**changes), PLACES)
    assert (found.code, found.severity) == (message.code, message.severity)
    assert found.path[:3] == ("deliberations", 0, "texte_approuve")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"data": None, "data_digest": None, "substance": None}, votes.NO_DATA),
        ({"data": None, "substance": None}, votes.LOST_DATA),
        ({"data_digest": None}, votes.NO_DATA_DIGEST),
        ({"data_digest": "0" * 64}, votes.OTHER_DATA),
        ({"substance": None}, votes.OTHER_DATA),
        ({"described": "0" * 64}, votes.OTHER_DATA),
    ],
)
def test_data_that_are_not_those_of_the_copy_are_told(changes: dict[str, Any], message: votes.Message) -> None:
    (found,) = faults_of_data(kept(**changes), PLACES)
    assert (found.code, found.severity) == (message.code, message.severity)


def test_a_digest_that_was_not_written_is_given() -> None:
    (found,) = faults_of_copy(kept(digest=None), PLACES)
    assert digest_of(b"x") in found.fix
    (found,) = faults_of_data(kept(data_digest=None), PLACES)
    assert digest_of(b"{}") in found.fix
