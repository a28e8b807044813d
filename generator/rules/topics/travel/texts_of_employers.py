"""The texts on travel that a mission or its order cites govern the officers of their employer, by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.orders_issued import receives_order
from generator.case.records import Case
from generator.convention import Party
from generator.findings import Path
from generator.french import enumerate_and, kept_by_text
from generator.model.missions import Mission
from generator.model.persons import TravellerRole
from generator.model.references import StatuteVersion
from generator.rules.engine.citations import Practice
from generator.rules.engine.naming import of_party
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE, ERROR, rule
from generator.rules.topics.places_in_the_case import travellers

_NUMBER = re.compile(r"\d+-\d+")


@rule(
    "OM049",
    cites=Practice("Chaque employeur a son droit des déplacements : un acte ne cite que celui qui le régit."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE,
)
def texts_govern_the_employer(case: Case) -> Iterator[Problem]:
    """Un texte sur les frais de mission, cité par une mission ou par son ordre, régit les agents de leur employeur.

    Refusé : l’ordre de mission d’un agent d’hôpital cite le décret des agents territoriaux.
    Admis : l’employeur est de ceux que le texte régit, tels que les références les disent.
    """
    for path, _mission, traveller in travellers(case):
        employer = case.framework.party(traveller.employer)
        if employer is not None and receives_order(case, traveller):
            procedure = case.procedure(employer)
            texts = _texts_cited(case, " ".join(procedure.order_citations) if procedure else "")
            yield from _foreign_texts((*path, "employeur"), "L’ordre de mission cite", texts, (employer,))
    for path, text, _numbers in case.found_by(_NUMBER.search):
        if path[0] == "missions" and isinstance(path[1], int):
            mission = case.action.missions[path[1]]
            yield from _foreign_texts(path, f"« {text} » cite", _texts_cited(case, text), _employers(case, mission))


def _texts_cited(case: Case, text: str) -> list[StatuteVersion]:
    """Return the texts on travel that a text cites, by their numbers."""
    return [found for number in _numbers(text) if (found := _text_of_travel(case, number))]


def _text_of_travel(case: Case, number: str) -> StatuteVersion | None:
    """Return the first text of that number which says whose officers it governs."""
    texts = (text for text in case.law.statutes if text.governs)
    return next((text for text in texts if number in _numbers(text.reference)), None)


@kept_by_text
def _numbers(text: str) -> tuple[str, ...]:
    return tuple(_NUMBER.findall(text))


def _foreign_texts(
    path: Path, what: str, texts: list[StatuteVersion], employers: tuple[Party, ...]
) -> Iterator[Problem]:
    """Find the texts that govern none of the employers."""
    for text in texts:
        if employers and not any(text.governs_officers_of(each.country.code, each.kind) for each in employers):
            whose = enumerate_and([f"{of_party(party)} ({party.kind}, {party.country.name})" for party in employers])
            yield Problem(
                path,
                f"{what} : {text.title}. Ce texte ne régit pas les agents {whose}.",
                "Citez le texte qui les régit ; si les références se trompent, corrigez « regit » dans "
                "inputs/references/.",
            )


def _employers(case: Case, mission: Mission) -> tuple[Party, ...]:
    officers = (person for person in mission.travellers if person.role is TravellerRole.OFFICER)
    found = {party.id: party for person in officers if (party := case.framework.party(person.employer))}
    return tuple(found.values())


RULES = (texts_govern_the_employer,)
