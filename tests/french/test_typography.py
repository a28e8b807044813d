"""Typography: a second pass changes nothing, and no word is ever changed."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.french import ordinal_parts, typeset

FRAGMENTS = st.sampled_from(
    [
        *"abLMe17I\"'«»:;!?%€.…_-/\\@()[]“” \n\t\u00a0\u202f\u2009",
        "...", "n°", "L.", "art.", "p.", "M.", "Mme", "Dupont", "12 500", "1115-1", "000", "er", "mars", "k€",
        "https://", "www.", "a@b.fr", ".pdf", "://", "l'", "10:30",
    ]
)  # fmt: skip
FRENCH = st.lists(FRAGMENTS, max_size=30).map("".join)
TEXTS = st.one_of(FRENCH, st.text())
KEPT = ["https://a.fr/b?c=d;e", "www.a.fr", "a.b'c@d-e.fr", "l'annexe_n°1%.docx", "10:30", "16:9", "urn:isbn:1"]


def bare(text: str) -> str:
    """Undo what typography may add or replace, so that only the words are left."""
    text = re.sub("[«»]", '"', text.replace("’", "'").replace("…", "..."))
    return re.sub("[ \u00a0\u2009\u202f]", "", text)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_a_second_pass_changes_nothing(text: str) -> None:
    assert typeset(typeset(text)) == typeset(text)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
def test_no_word_is_changed(text: str) -> None:
    assert bare(typeset(text)) == bare(text)


@settings(max_examples=500, deadline=None)
@given(TEXTS)
def test_a_word_is_never_cut_nor_joined_to_the_next(text: str) -> None:
    letters = r"[^\W\d_]+"
    assert re.findall(letters, typeset(text)) == re.findall(letters, text)


@pytest.mark.parametrize("token", KEPT)
@pytest.mark.parametrize("frame", ["{}", "voir {} ; puis", "(voir {})", "« {} »", "{} : oui !"])
def test_addresses_file_names_times_and_ratios_are_left_alone(token: str, frame: str) -> None:
    assert token in typeset(frame.format(token))


@pytest.mark.parametrize("piece", ['"', "a", "«", " ", ".", "'", "1 ", "12 500 ", '" ', ' "a', "a.", "a@", "w://"])
def test_a_long_hostile_text_is_set_quickly(piece: str) -> None:
    start = time.process_time()
    typeset(piece * 5_000)
    assert time.process_time() - start < 2


@settings(max_examples=500, deadline=None)
@given(
    st.one_of(
        TEXTS, st.lists(st.sampled_from(["1", "2", "21", "X", "I", "V", "er", "re", "e", "nd", " ", "M"])).map("".join)
    )
)
def test_the_parts_of_an_ordinal_make_the_text(text: str) -> None:
    parts = ordinal_parts(text)
    assert "".join(part for part, _ in parts) == text
    assert all(part for part, _ in parts)
