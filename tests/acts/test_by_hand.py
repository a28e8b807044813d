"""What is written by hand: a dotted line at each path."""

from generator.acts.by_hand import BY_HAND, filled_by_hand
from generator.acts.wordings.door import Context

BLOCKS: Context = {"signature": {"blocs": [{"lieu": "Dijon", "nom": "A"}, {"lieu": "Agadir", "nom": "B"}]}}


def test_a_line_takes_the_place_of_a_text() -> None:
    assert filled_by_hand({"lieu": "Dijon"}, ["lieu"]) == {"lieu": BY_HAND}


def test_a_path_runs_through_lists() -> None:
    assert filled_by_hand(BLOCKS, ["signature.blocs.lieu"]) == {
        "signature": {"blocs": [{"lieu": BY_HAND, "nom": "A"}, {"lieu": BY_HAND, "nom": "B"}]}
    }


def test_a_path_that_nothing_holds_is_made() -> None:
    assert filled_by_hand({}, ["ordre.date", "ordre.lieu"]) == {"ordre": {"date": BY_HAND, "lieu": BY_HAND}}


def test_what_is_no_group_is_left_alone() -> None:
    assert filled_by_hand({"droite": False}, ["droite.lieu"]) == {"droite": False}
    assert filled_by_hand({"rangees": [False, {}]}, ["rangees.lieu"]) == {"rangees": [False, {"lieu": BY_HAND}]}


def test_the_context_that_documents_share_is_not_changed() -> None:
    filled_by_hand(BLOCKS, ["signature.blocs.lieu"])
    assert BLOCKS == {"signature": {"blocs": [{"lieu": "Dijon", "nom": "A"}, {"lieu": "Agadir", "nom": "B"}]}}
