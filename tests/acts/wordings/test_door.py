"""The door to rendering: views become French names and plain values."""

from collections.abc import Mapping

import pytest

from generator.acts.facts.fact import Fact, Verbatim, Words
from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Form, Formed, Noun
from generator.acts.view_fields import View, by_key, fact, spread
from generator.acts.wordings.door import Language, Pen, plain
from generator.artifacts import Blank


def shout(fact: Fact) -> Words:
    match fact:
        case Missing(gap):
            return Blank(gap.name)
        case Formed(noun, form):
            return f"{form.name} {noun.text}"
        case _:
            raise NotImplementedError


LOUD = Language(shout, str.upper)


class FruitView(View, title="Un fruit"):
    name: str = fact("nom", "nom du fruit")
    named: Formed | Missing = fact("le", "nom avec son article")
    is_ripe: bool = fact("mur", "il est mûr")


class BasketView(View, title="Un panier"):
    fruit: FruitView = spread()
    best: FruitView | None = fact("meilleur", "meilleur fruit ; faux s’il n’y en a pas")
    fruits: tuple[FruitView, ...] = fact("fruits", "fruits")
    words: Verbatim = fact("mots", "mots signés")
    prices: Mapping[str, str | None] = by_key("prix", "prix", title="Les prix", keys={"jour": "prix du jour"})
    name: str = fact("nom", "nom du panier")


def fruit(text: str = "pomme") -> FruitView:
    return FruitView(name=text, named=Formed(Noun(text), Form.THE), is_ripe=True)


def basket(**changes: object) -> BasketView:
    attributes = {
        "fruit": fruit(),
        "best": None,
        "fruits": (),
        "words": Verbatim("l'Axe"),
        "prices": {"jour": "un", "autre": None},
        "name": "panier",
    }
    return BasketView(**(attributes | changes))


def test_a_view_is_told_by_its_french_names() -> None:
    assert Pen(LOUD).context_of(fruit()) == {"nom": "POMME", "le": "THE POMME", "mur": True}


def test_what_is_missing_is_a_blank_that_no_typography_touches() -> None:
    unknown = FruitView(name="", named=Missing(Gap.COURT), is_ripe=False)
    assert Pen(LOUD).context_of(unknown) == {"nom": "", "le": Blank("COURT"), "mur": False}


def test_a_view_that_is_spread_stands_among_the_others_and_gives_way_to_them() -> None:
    context = Pen(LOUD).context_of(basket())
    assert list(context) == ["nom", "le", "mur", "meilleur", "fruits", "mots", "prix"]
    assert context["nom"] == "PANIER"


def test_what_does_not_apply_is_false() -> None:
    context = Pen(LOUD).context_of(basket())
    assert context["meilleur"] is False
    assert context["prix"] == {"jour": "UN", "autre": False}


def test_signed_words_are_not_touched() -> None:
    words = Pen(LOUD).context_of(basket())["mots"]
    assert words == "l'Axe"
    assert isinstance(words, Verbatim)


def test_several_views_are_a_list() -> None:
    context = Pen(LOUD).context_of(basket(fruits=(fruit("kiwi"), fruit("poire"))))
    assert [one["nom"] for one in context["fruits"]] == ["KIWI", "POIRE"]


def test_a_view_is_written_once_wherever_it_stands() -> None:
    written: list[Fact] = []

    def noted(fact: Fact) -> Words:
        written.append(fact)
        return shout(fact)

    apple = fruit()
    pen = Pen(Language(noted, str.upper))
    context = pen.context_of(basket(fruit=apple, best=apple, fruits=(apple, apple)))
    assert context["fruits"] == [context["meilleur"], context["meilleur"]]
    assert len(written) == 1


def test_views_that_say_the_same_are_written_apart() -> None:
    assert fruit() != fruit()
    assert Pen(LOUD).context_of(fruit()) == Pen(LOUD).context_of(fruit())


def test_a_value_that_no_view_may_hold_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        plain(1.5, Pen(LOUD))
