"""Names: persons, bodies, assemblies, places and numbers, typed as the sentence that prints them wants them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.records import Case
from generator.findings import Path
from generator.french import kept_by_text, plain_words
from generator.french.common_nouns import COMMON_NOUNS
from generator.french.slips import FEWEST_CAPITALS_OF
from generator.model.persons import Person
from generator.rules.engine.citations import Practice
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import WARNING, rule
from generator.rules.topics.places_in_the_case import travellers

_BUILT_IN = Practice("L’acte met lui-même l’article, la civilité et « n° » devant ce qui est saisi.")
_ONE_SPELLING = Practice("Un acte écrit un nom d’une seule façon.")

_ARTICLE = re.compile(r"(?:l[’']|(?:le|la|les)\s)", re.IGNORECASE)
_WITH_ARTICLE = re.compile(r"(?:l[’']|(?:le|la|les)\s)\S")
_CIVILITY = re.compile(
    r"(?:madame|monsieur|mesdames|messieurs|mme|mlle|mr|m\.)\s+\S|(?:madame|monsieur|mme|mlle|mr)$", re.IGNORECASE
)
_DELEGATION = re.compile(
    r"\bpar\s+délégation\b|\ben\s+vertu\s+d[eu’']|\bayant\s+reçu\s+délégation\b|^p\s?/\s?\S|^pour\s+l[ea]\s",
    re.IGNORECASE,
)
_BEFORE_SEAT = re.compile(r"(?:sise?|située?|domiciliée?|au|à|siège)\s+(?=\S)", re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"(?:à|au|aux|en)\s+(?=\S)", re.IGNORECASE)
_BEFORE_NUMBER = re.compile(
    r"(?:n[°º]\s?(?=\S)|no\.?\s|(?:num|réf)\w*\.?\s|"
    r"(?:arrêté|arrete|délibération|deliberation|décision|decision|ordre|visa|acte)\b)",
    re.IGNORECASE,
)
_NUMBERS = frozenset({"numero", "delegation_numero", "numero_ordre"})
_PARTICLES = frozenset(
    {
        "al", "ben", "bin", "bint", "d", "da", "de", "del", "della", "des", "di", "du", "el", "ibn", "l", "la", "le",
        "ould", "van", "von",
    }
)  # fmt: skip
"""Words in lower case that may open a surname."""


@rule("CV043", cites=_BUILT_IN, draft=WARNING, final=WARNING)
def names_are_typed_without_what_the_act_adds(case: Case) -> Iterator[Problem]:
    """Un nom se saisit seul : l’acte y met l’article ou la civilité. Un nom abrégé se saisit avec son article.

    Refusé : l’organisme « l’association Arts de faire », dont les formes ont un article ; l’assemblée « le conseil
    municipal » ; le titre « Madame la Maire », ou « Adjointe, par délégation » ; le nom abrégé « Association ».
    Admis : « association Arts de faire », « conseil municipal », « Maire », « l’Association » ; « Arts de faire ».
    """
    yield from _names_of_bodies(case)
    for rank, vote in enumerate(case.action.deliberations):
        if vote.body and _ARTICLE.match(vote.body):
            yield _doubled(("deliberations", rank, "organe"), vote.body, "son article", "l’acte dit « du … »")
    for path, person in _persons(case):
        for key, value in (("titre", person.title), ("prenom", person.given_name), ("nom", person.surname)):
            if value and _CIVILITY.match(value):
                yield _doubled((*path, key), value, "une civilité", "« civilite » la donne déjà")
        if person.title and _ARTICLE.match(person.title):
            yield _doubled((*path, "titre"), person.title, "son article", "il se dit sous « titre_avec_article »")
        if person.title and (said := _DELEGATION.search(person.title)):
            yield _doubled((*path, "titre"), person.title, f"« {said[0]} »", "l’acte cite lui-même la délégation")


def _names_of_bodies(case: Case) -> Iterator[Problem]:
    for rank, body in enumerate(case.action.associated_bodies):
        own = ("organismes_associes", rank)
        if body.name and body.forms and body.forms.article and _ARTICLE.match(body.name):
            yield _doubled((*own, "nom"), body.name, "son article", "les formes (« formes.article ») le donnent déjà")
        elif body.name and body.name[:1].islower() and not (body.forms and body.forms.article):
            yield Problem(
                (*own, "formes"),
                f"« {body.name} » n’a pas d’article : l’acte dirait « représentée, {body.name}, … ».",
                "Remplissez « formes » : « article » (le, la ou l’) et « genre ».",
            )
        if body.seat and (said := _BEFORE_SEAT.match(body.seat)):
            yield _doubled(
                (*own, "siege"), body.seat, f"« {said[0].strip()} »", "l’acte dit déjà « dont le siège est sis »"
            )
        if body.designation and _is_bare_noun(body.designation):
            yield Problem(
                (*own, "designation"),
                f"« {body.designation} » : l’acte l’emploie ensuite dans ses phrases, avec son article.",
                "Écrivez-le avec son article, en minuscule : « l’Association », « le Centre ».",
            )


def _is_bare_noun(designation: str) -> bool:
    """Whether a short name wants an article: its first word is a noun of the language, and no name of its own."""
    first = designation.split(maxsplit=1)[0]
    return not _WITH_ARTICLE.match(designation) and (first.islower() or first.lower() in COMMON_NOUNS)


@rule("CV044", cites=_BUILT_IN, draft=WARNING, final=WARNING)
def numbers_are_typed_alone(case: Case) -> Iterator[Problem]:
    """Le numéro d’un acte se saisit seul : l’acte écrit « n° » et dit lui-même ce que c’est.

    Refusé : « n° DM-2018-030 », « arrêté n° 118 », « délibération DM-2018-030 ».
    Admis : « DM-2018-030 ».
    """
    for path, value, found in case.found_by(_BEFORE_NUMBER.match):
        if path[-1] in _NUMBERS:
            yield _doubled(path, value, f"« {found[0].strip()} »", "l’acte l’écrit lui-même")


@rule("CV045", cites=_BUILT_IN, draft=WARNING, final=WARNING)
def titles_with_their_article_are_the_titles(case: Case) -> Iterator[Problem]:
    """« titre_avec_article » est le titre, précédé de « le », « la » ou « l’ ».

    Refusé : « Madame la Maire » ; « le Présidente » ; « la Présidente », quand le titre est « Maire ».
    Admis : « la Maire » ou « le Maire », pour le titre « Maire ».
    """
    for path, person in _persons(case):
        typed = person.title_with_article
        found = _ARTICLE.match(typed) if typed else None
        if not typed or not person.title:
            continue
        words = plain_words(typed)
        is_masculine = words[:1] == ("le",)
        disagrees = is_masculine and case.law.begins(words[1:], "titres_au_feminin")
        if found is None or disagrees or words[1:] != plain_words(person.title):
            yield Problem(
                (*path, "titre_avec_article"),
                f"« {typed} » n’est pas le titre « {person.title} » avec son article.",
                "Écrivez « le », « la » ou « l’ », puis le titre, sans civilité.",
            )


@rule("CV046", cites=_ONE_SPELLING, draft=WARNING, final=WARNING)
def names_have_their_capitals(case: Case) -> Iterator[Problem]:
    """Un nom commence par une capitale, et n’est pas tout en capitales ; le modèle en met là où il en faut.

    Refusé : le prénom « hélène » ou « HÉLÈNE » ; le titre « MAIRE » ; l’assemblée « CONSEIL MUNICIPAL ».
    Admis : « Hélène » ; « FICTIVE » pour un nom de famille ; « de la Tour ».
    """
    for path, value, is_surname in _names(case):
        first = plain_words(value)[:1]
        if is_surname:
            if value[:1].islower() and not _PARTICLES.intersection(first):
                yield Problem(path, f"« {value} » n’a pas de capitale.", "Mettez une capitale à chaque nom.")
        elif _is_in_capitals(value, str(path[-1])):
            yield Problem(
                path,
                f"« {value} » est tout en capitales.",
                "Écrivez en minuscules, avec une capitale aux noms propres ; un sigle, en toutes lettres.",
            )


def _is_in_capitals(name: str, key: str) -> bool:
    return name.isupper() and sum(map(str.isalpha, name)) >= FEWEST_CAPITALS_OF[key]


def _names(case: Case) -> Iterator[tuple[Path, str, bool]]:
    """Yield the names that acts print as they stand, and whether each is a person's own, which wants a capital."""
    for path, person in _persons(case):
        for key, value in (("prenom", person.given_name), ("nom", person.surname)):
            if value:
                yield (*path, key), value, not (key == "prenom" and value.isupper())
        for key, value in (("titre", person.title), ("titre_avec_article", person.title_with_article)):
            if value:
                yield (*path, key), value, False
    for rank, vote in enumerate(case.action.deliberations):
        if vote.body:
            yield ("deliberations", rank, "organe"), vote.body, False
    for rank, body in enumerate(case.action.associated_bodies):
        if body.name:
            yield ("organismes_associes", rank, "nom"), body.name, False


@rule("CV047", cites=_ONE_SPELLING, draft=WARNING, final=WARNING)
def places_are_spelled_in_one_way(case: Case) -> Iterator[Problem]:
    """Un lieu s’écrit comme la convention-cadre l’écrit, ou comme l’action l’a écrit d’abord.

    Refusé : « ESSAOUIRA » ou « essaouira », quand la ville est « Essaouira » ; « à Essaouira » ; un texte qui parle du
    « tribunal de essaouira ».
    Admis : « Essaouira » ; un autre lieu ; un sigle de la liste « sigles » des références.
    """
    declared = case.law.words("sigles")
    spelled = {plain_words(party.place.name): party.place.name for party in case.framework.parties}
    for name in spelled.values():
        for path, value in case.texts_with(name.casefold()):
            if re.search(rf"(?:\bde\s|\bà\s|\bd[’']){re.escape(name.casefold())}\b", value):
                yield Problem(path, f"« {name.casefold()} » n’a pas de capitale.", f"Écrivez « {name} ».")
    for path, value in _places(case):
        before = _BEFORE_PLACE.match(value)
        if before:
            yield _doubled(path, value, f"« {before[0].strip()} »", "l’acte donne le lieu seul")
            continue
        usual = spelled.setdefault(plain_words(value), value)
        if usual != value and _is_one_name(usual, value):
            yield Problem(path, f"« {value} » s’écrit ailleurs « {usual} ».", f"Écrivez « {usual} ».")
        elif _is_in_capitals(value, "lieu") and plain_words(value) not in declared:
            yield Problem(path, f"« {value} » est tout en capitales.", "Écrivez-le en minuscules, avec sa capitale.")


@kept_by_text
def _spaced(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _is_one_name(usual: str, typed: str) -> bool:
    """Whether two spellings differ by more than an apostrophe or a space."""
    return _spaced(usual) != _spaced(typed)


def _places(case: Case) -> Iterator[tuple[Path, str]]:
    action = case.action
    for rank, activity in enumerate(action.activities):
        if activity.place:
            yield ("activites", rank, "lieu"), activity.place
    for rank, mission in enumerate(action.missions):
        own: Path = ("missions", rank)
        yield from (((*own, "lieux", each), place) for each, place in enumerate(mission.places))
        for each, leg in enumerate(mission.legs):
            ends = (("de", leg.origin), ("vers", leg.destination))
            yield from (((*own, "trajets", each, key), place) for key, place in ends if place)
        if mission.stay and mission.stay.place:
            yield (*own, "sejour", "lieu"), mission.stay.place
    yield from _signing_places(case)


def _signing_places(case: Case) -> Iterator[tuple[Path, str]]:
    signature = case.action.signature
    if signature.place:
        yield ("signature", "lieu"), signature.place
    for rank, planned in enumerate(signature.by_party):
        if planned.place:
            yield ("signature", "par_partie", rank, "lieu"), planned.place


def _persons(case: Case) -> Iterator[tuple[Path, Person]]:
    yield from ((("signataires", rank), person) for rank, person in enumerate(case.action.signatories))
    for rank, person in enumerate(case.action.order_signatories):
        yield ("signataires_ordres_de_mission", rank), person
    yield from ((path, traveller) for path, _, traveller in travellers(case))


def _doubled(path: Path, value: str, what: str, why: str) -> Problem:
    return Problem(path, f"« {value} » porte {what}, et {why}.", "Retirez-le de ce texte : l’acte le dit lui-même.")


RULES = (
    names_are_typed_without_what_the_act_adds,
    numbers_are_typed_alone,
    titles_with_their_article_are_the_titles,
    names_have_their_capitals,
    places_are_spelled_in_one_way,
)
