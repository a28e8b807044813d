"""The gate of the vote: each assembly’s draft against the act to sign, by its data where they can be relied upon."""

from typing import Any

import pytest

from generator.artifacts import Document, KeptText
from generator.canonical_json import digest_of
from generator.model.substance import Substance
from generator.vote_gate import changes_since_votes
from tests.support.rule_cases import base_case
from tests.support.word import document

HEADING = "Article 1er – Objet"
VOTED = document(HEADING, "La Ville de Valmont loge les voyageurs.")
SAME = Substance(action="2025-01", framework="valmont-tazerout", object="de former")
OTHER = SAME.model_copy(update={"object": "de loger"})


def kept(party: str = "valmont", **changes: Any) -> KeptText:
    """Return a sound copy of what was voted, with its data."""
    sound = {
        "rank": 0,
        "party": party,
        "file": "v.docx",
        "content": VOTED,
        "digest": digest_of(VOTED),
        "data_file": "v.donnees.json",
        "data": b"{}",
        "data_digest": digest_of(b"{}"),
        "substance": SAME,
        "described": digest_of(VOTED),
    }
    return KeptText(**{**sound, **changes})


def without_data(**changes: Any) -> KeptText:
    return kept(**{"data": None, "data_digest": None, "substance": None, "described": None, **changes})


def found(*copies: KeptText, act: bytes = VOTED, substance: Substance = SAME) -> list[tuple[str, str]]:
    """Return the code and the weight of each finding."""
    signed = Document("convention", "", "convention", act)
    changes = changes_since_votes(copies, base_case(), signed, substance)
    return [(finding.code, finding.severity.value) for finding in changes]


def test_what_was_voted_is_signed_without_a_word() -> None:
    assert found(kept(), kept("tazerout")) == []


def test_a_change_of_data_is_an_error_for_each_assembly_that_voted() -> None:
    assert found(kept(), kept("tazerout"), substance=OTHER) == [("TV011", "erreur")] * 2
    assert found(kept(substance=OTHER), kept("tazerout")) == [("TV011", "erreur")]
    assert found(kept(), kept("tazerout", substance=OTHER)) == [("TV011", "erreur")]


def test_where_the_data_are_kept_other_words_are_listed_alone() -> None:
    act = document(HEADING, "La Ville de Valmont héberge les voyageurs.")
    assert found(kept(), act=act) == [("TV005", "avertissement")]


def test_without_data_a_word_that_changes_under_an_article_bars() -> None:
    act = document(HEADING, "La Ville de Valmont héberge les voyageurs.")
    assert found(without_data()) == [("TV018", "avertissement")]
    assert found(without_data(), act=act) == [("TV018", "avertissement"), ("TV019", "erreur")]


def test_data_whose_digest_nobody_wrote_are_not_relied_upon() -> None:
    """They might have been changed: an act of the same data is judged by its words."""
    act = document(HEADING, "La Ville de Valmont héberge les voyageurs.")
    assert found(kept(data_digest=None), act=act) == [("TV024", "avertissement"), ("TV019", "erreur")]


@pytest.mark.parametrize(
    ("copy", "code"),
    [
        (kept(digest=digest_of(b"another")), "TV002"),
        (kept(content=None), "TV001"),
        (kept(data_digest=digest_of(b"another")), "TV017"),
        (kept(described=digest_of(b"another")), "TV017"),
        (kept(data=None), "TV016"),
        (kept(content=b"no Word document", digest=digest_of(b"no Word document"), described=None), "TV017"),
        (without_data(content=b"no", digest=digest_of(b"no")), "TV001"),
    ],
    ids=["exchanged copy", "no copy", "changed data", "data of another", "lost data", "data of none", "no document"],
)
def test_a_copy_that_cannot_be_relied_upon_bars_before_any_comparison(copy: KeptText, code: str) -> None:
    codes = [found_code for found_code, weight in found(copy, substance=OTHER) if weight == "erreur"]
    assert codes == [code]


def test_a_number_that_exists_since_the_vote_alone_is_no_change_before_the_articles() -> None:
    voted = document("Vu la délibération en date du 24 mars 2025,", HEADING)
    act = document("Vu la délibération n° D-4 en date du 24 mars 2025,", HEADING)
    copy = without_data(content=voted, digest=digest_of(voted))
    assert found(copy, act=act) == [("TV018", "avertissement"), ("TV005", "avertissement")]
