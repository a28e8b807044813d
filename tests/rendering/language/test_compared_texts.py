"""Texts that tags compare: what is typed equals what is typeset."""

from __future__ import annotations

import pytest

from generator.french import typeset
from generator.rendering import compile_template, extract_text
from generator.rendering.language.compared_texts import folded, is_plain, room_to_fold
from tests.support.word import document

TYPED = (
    "l'école",
    "Objet : travaux",
    "Objet: travaux",
    'dit "le Port"',
    "Mme Martin",
    "1 000 €",
    "50 %",
    "n° 12",
    "n°12",
    "le 1 mars",
    "qui ?",
    "etc...",
)


@pytest.mark.parametrize("text", TYPED)
def test_a_typeset_text_equals_what_was_typed(text: str) -> None:
    assert folded(typeset(text)) == folded(text)
    assert not is_plain(text)


@pytest.mark.parametrize(
    ("one", "other"), [("l'école", "lécole"), ("Mme Martin", "MmeMartin"), ("a b", "ab"), ("É", "E")]
)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_lists_are_read_text_by_text_and_the_rest_is_left() -> None:
    assert folded(["l’école", 3]) == ["l'école", 3]
    assert folded(3) == 3
    assert room_to_fold(["ab", 3, "c"]) == 3
    assert room_to_fold(3) == 0


VALUE = typeset("l'école : ici")


@pytest.mark.parametrize(
    "condition",
    [
        """nom == "l'école : ici" """,
        """nom == "l’école : ici" """,
        "nom == “l’école : ici”",
        """nom in ["x", "l'école : ici"] """,
        """ "l'école" in nom""",
        """ "l'école : ici" in noms""",
        """not nom != "l'école : ici" """,
        """nom is eq "l'école : ici" """,
        """noms|select("==", "l'école : ici")|first""",
        """nom.startswith("l’") """,
    ],
)
def test_a_condition_on_a_typed_text_is_true_of_the_typeset_value(condition: str) -> None:
    word = document("{% if " + condition + " %}oui{% else %}non{% endif %}")
    assert extract_text(compile_template(word).render({"nom": VALUE, "noms": [VALUE]})) == "oui"


def test_a_text_that_the_template_names_is_compared_alike() -> None:
    word = document("""{% set cas = "l'école : ici" %}{% if nom == cas %}oui{% endif %}""")
    assert extract_text(compile_template(word).render({"nom": VALUE})) == "oui"


@pytest.mark.parametrize("tag", ['{{ "l’école" }}', "{{ “l’école” }}", '{% set x = "l’école" %}{{ x }}'])
def test_an_apostrophe_inside_a_text_of_a_tag_is_printed_as_it_was_typed(tag: str) -> None:
    assert extract_text(compile_template(document(tag)).render({})) == "l’école"
