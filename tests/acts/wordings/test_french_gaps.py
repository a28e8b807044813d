"""The labels of blanks: one for each gap, and whose it is."""

import string

import pytest

from generator.acts.facts.gaps import Gap, Missing, OrdersOf, Unnamed, Whose
from generator.acts.facts.namings import Noun
from generator.acts.wordings.french_gaps import GAP_LABELS, blank
from generator.artifacts import Blank
from generator.model.persons import Forms

VALMONT = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))


@pytest.mark.parametrize("gap", list(Gap))
def test_every_gap_has_a_label_that_names_whose_and_what_alone(gap: Gap) -> None:
    named = {name for _, name, _, _ in string.Formatter().parse(GAP_LABELS[gap]) if name}
    assert named <= {"de", "about"}
    label = blank(Missing(gap, VALMONT, "M1")).label
    assert label
    assert "{" not in label


@pytest.mark.parametrize(
    ("whose", "label"),
    [
        (VALMONT, "signataire de la Ville de Valmont"),
        (Noun("Essaouira"), "signataire d’Essaouira"),
        (OrdersOf(VALMONT), "signataire des ordres de mission de la Ville de Valmont"),
        (Unnamed.TRAVELLER, "signataire du voyageur"),
        (Unnamed.OFFICER, "signataire de l’ordre"),
    ],
)
def test_a_label_says_whose_it_is(whose: Whose, label: str) -> None:
    assert blank(Missing(Gap.SIGNER, whose)) == Blank(label)


def test_an_officer_without_a_name_is_named_by_what_he_is() -> None:
    assert blank(Missing(Gap.OFFICER_GRADE, about="Claire Gabarit")) == Blank("grade (Claire Gabarit)")
    assert blank(Missing(Gap.OFFICER_GRADE)) == Blank("grade (l’agent)")


def test_words_in_braces_that_somebody_typed_are_no_place_of_a_label() -> None:
    assert blank(Missing(Gap.CO_FUNDER_NAME, about="{de}")) == Blank("nom du cofinanceur {de}")
