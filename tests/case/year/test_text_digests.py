"""Texts that are one, or nearly one, are known by their digests."""

from generator.case.year.text_digests import digest_of, groups_of, is_nearly_the_same, sketch_of, years_in

OBJECT = (
    "de définir les conditions dans lesquelles les parties remettent en eau trois fontaines de Tazerout, y forment "
    "des agents communaux et rédigent ensemble un guide d’entretien destiné aux habitants des quartiers hauts"
)


def test_case_accents_and_punctuation_do_not_tell_two_texts_apart() -> None:
    assert digest_of("Former des élèves.") == digest_of("former  des eleves")
    assert digest_of("former des élèves") != digest_of("former les élèves")


def test_a_text_of_which_two_words_changed_is_nearly_the_same() -> None:
    changed = OBJECT.replace("trois", "quatre").replace("Tazerout", "Valmont")
    assert digest_of(changed) != digest_of(OBJECT)
    assert is_nearly_the_same(sketch_of(changed), sketch_of(OBJECT))


def test_a_text_that_only_begins_alike_is_another() -> None:
    other = (
        "de définir les conditions dans lesquelles les parties organisent un festival de contes pour les écoles, "
        "accueillent quatre conteuses en résidence et publient un recueil bilingue des récits entendus"
    )
    assert not is_nearly_the_same(sketch_of(other), sketch_of(OBJECT))


def test_a_text_of_one_or_two_words_still_has_a_sketch() -> None:
    assert len(groups_of(sketch_of("Travaux"))) == 1
    assert is_nearly_the_same(sketch_of("Travaux"), sketch_of("travaux"))
    assert not is_nearly_the_same(sketch_of("Travaux"), sketch_of("Visite"))


def test_half_of_the_groups_is_not_yet_nearly_all() -> None:
    assert not is_nearly_the_same("aaaaaaaabbbbbbbb", "aaaaaaaacccccccc")
    assert is_nearly_the_same("aaaaaaaabbbbbbbbcccccccc", "aaaaaaaabbbbbbbbdddddddd")


def test_the_years_that_a_text_names_are_read_once_each() -> None:
    assert years_in("de mai 2016 à juin 2017, comme en 2016 ; n° 20170312") == (2016, 2017)
