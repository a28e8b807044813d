"""Names, places and counts, as templates see them."""

from __future__ import annotations

from typing import Final

from generator.acts.facts.gaps import Gap, Missing
from generator.acts.facts.namings import Agreement, Form, Formed, Noun
from generator.acts.facts.quantities import CountInLetters
from generator.acts.view_fields import View, fact, spread
from generator.convention import Party
from generator.model.persons import Forms

PLAIN_NAME: Final = "nom, sans article"
NAME_WITH_ARTICLE: Final = "nom avec son article"
NAME_OPENING: Final = "nom avec son article, en tête de phrase"
NAME_AFTER_OF: Final = "nom après « de »"
NAME_AFTER_TO: Final = "nom après « à »"
AGREEMENT: Final = "« e » au féminin, rien au masculin ; « s » de plus au pluriel : « représenté{{ x.e }} »"


class NameView(View, title="Un nom"):
    """A name in the forms that sentences need."""

    plain: Formed | Missing = fact("nom", PLAIN_NAME)
    the: Formed | Missing = fact("le", NAME_WITH_ARTICLE)
    opening: Formed | Missing = fact("Le", NAME_OPENING)
    of: Formed | Missing = fact("de", NAME_AFTER_OF)
    to: Formed | Missing = fact("a", NAME_AFTER_TO)


class AgreedNameView(View, title="Un nom qui commande l’accord"):
    """A name with which a participle agrees."""

    name: NameView = spread()
    ending: Agreement = fact("e", AGREEMENT)


class GenderedNameView(View, title="Un nom et son genre"):
    """A name and its gender."""

    name: NameView = spread()
    gender: str = fact("genre", "« feminin » ou « masculin »")
    is_plural: bool = fact("pluriel", "le nom est au pluriel : « les Amis » s’engagent")
    ending: Agreement = fact("e", AGREEMENT)


class PlaceView(View, title="Un lieu"):
    """A town."""

    plain: str = fact("nom", "nom du lieu")
    of: Formed | str = fact("de", "nom après « de »")
    to: Formed | str = fact("a", "nom après « à »")


class CountView(View, title="Un nombre"):
    """A number."""

    figures: str | Missing = fact("chiffres", "en chiffres")
    letters: CountInLetters | Missing = fact("lettres", "en lettres")


def name_view(noun: Noun) -> NameView:
    """Return a name in all its forms."""
    return NameView(
        plain=Formed(noun, Form.PLAIN),
        the=Formed(noun, Form.THE),
        opening=Formed(noun, Form.OPENING_THE),
        of=Formed(noun, Form.OF),
        to=Formed(noun, Form.TO),
    )


def missing_name(missing: Missing) -> NameView:
    """Return the forms of a name that is not known."""
    return NameView(plain=missing, the=missing, opening=missing, of=missing, to=missing)


def agreed_name(noun: Noun) -> AgreedNameView:
    """Return a name in all its forms, and what agrees with it."""
    return AgreedNameView(name=name_view(noun), ending=_agreement(noun))


def gendered_name(noun: Noun) -> GenderedNameView:
    """Return a name in all its forms, with its gender."""
    gender = noun.forms.gender
    return GenderedNameView(
        name=name_view(noun), gender=gender.value, is_plural=noun.forms.plural, ending=_agreement(noun)
    )


def place_view(party: Party) -> PlaceView:
    """Return the town where a party sits."""
    noun = town_noun(party)
    return PlaceView(plain=noun.text, of=Formed(noun, Form.OF), to=Formed(noun, Form.TO))


def town_noun(party: Party) -> Noun:
    """Return the name of the town where a party sits, with the forms that its framework gives it."""
    return Noun(party.place.name, Forms.model_validate({"de": party.place.of, "a": party.place.to}))


def no_place() -> PlaceView:
    """Return the place of a body of which the town is not asked."""
    return PlaceView(plain="", of="", to="")


def count_view(count: int | None) -> CountView:
    """Return a number of originals in figures and in letters."""
    missing = Missing(Gap.ORIGINALS)
    if count is None:
        return CountView(figures=missing, letters=missing)
    return CountView(figures=str(count), letters=CountInLetters(count))


def _agreement(noun: Noun) -> Agreement:
    return Agreement(noun.forms.gender, is_plural=noun.forms.plural)
