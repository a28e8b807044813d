"""In whose name a mission order is signed: by the authority of the employer, or by an officer who names it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.orders_issued import order_recipients, orders_authority, signs_by_delegation
from generator.case.records import Case
from generator.convention import Party
from generator.french import long_date
from generator.model.action import OrderSignatory
from generator.rules.engine.citations import Practice, Statute
from generator.rules.engine.naming import of_party, person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE, ERROR, WARNING, rule
from generator.rules.topics.travel.qualities_and_titles import is_officer_title

_SIGNED_BY = "décret 2001-654 art. 5"


@rule("OM055", cites=Statute(_SIGNED_BY), draft=WARNING, final=ERROR, bars=DEPARTURE)
def officer_signs_orders_by_delegation(case: Case) -> Iterator[Problem]:
    """L’agent qui signe les ordres de mission d’une collectivité en a reçu délégation, et l’ordre cite l’arrêté.

    Refusé : le directeur général des services signe, sans numéro ni date d’arrêté.
    Admis : l’arrêté est cité ; ou la Maire signe elle-même.
    """
    text = case.statute(_SIGNED_BY)
    for rank, person, party in _signatories(case):
        is_bound = text is not None and text.governs_officers_of(party.country.code, party.kind)
        if is_bound and is_officer_title(case.law, person.title) and not signs_by_delegation(person):
            yield Problem(
                ("signataires_ordres_de_mission", rank),
                f"{person_name(person)}, {person.title}, signe les ordres de mission {of_party(party)}, et aucune "
                "délégation n’est citée.",
                "Remplissez « delegation_numero » et « delegation_date », ou désignez l’autorité qui signe elle-même.",
            )


@rule(
    "OM056",
    cites=Practice("Qui signe par délégation dit au nom de quelle autorité : « Pour la Maire et par délégation »."),
    draft=WARNING,
    final=ERROR,
    bars=DEPARTURE,
    waivable=False,
)
def delegated_orders_name_the_authority(case: Case) -> Iterator[Problem]:
    """L’ordre de mission signé par délégation dit au nom de qui : l’autorité de l’employeur, par son titre.

    Refusé : une adjointe signe la convention, et rien ne dit qui a donné délégation au directeur.
    Admis : « autorite » est rempli ; ou la Maire signe elle-même la convention.
    """
    for rank, person, party in _signatories(case):
        authority = orders_authority(case, party.id)
        if signs_by_delegation(person) and not (authority and (authority.title or authority.title_with_article)):
            yield Problem(
                ("signataires_ordres_de_mission", rank, "autorite"),
                f"{person_name(person)} signe les ordres de mission {of_party(party)} par délégation, et rien ne dit "
                "de quelle autorité.",
                "Remplissez « autorite » par le titre et son article : « la Maire », « le Président ».",
            )


@rule(
    "OM059",
    cites=Practice("Nul ne signe par une délégation qu’il n’a pas encore reçue."),
    draft=ERROR,
    final=ERROR,
    bars=DEPARTURE,
)
def delegation_precedes_the_departure(case: Case) -> Iterator[Problem]:
    """L’arrêté qui délègue la signature des ordres de mission est antérieur au départ, ou du même jour.

    Refusé : l’arrêté est du lendemain du départ.
    Admis : l’arrêté est du jour du départ.
    """
    for rank, person, party in _signatories(case):
        given = person.delegation_day
        leaving = [mission for mission, traveller in order_recipients(case) if traveller.employer == party.id]
        late = next((each for each in leaving if given and each.start and each.start < given), None)
        if given and late and late.start:
            yield Problem(
                ("signataires_ordres_de_mission", rank, "delegation_date"),
                f"La délégation donnée à {person_name(person)} ({long_date(given)}) est postérieure au départ de la "
                f"mission {late.id} ({long_date(late.start)}), dont elle couvre les ordres.",
                "Corrigez la date de l’arrêté, ou désignez qui pouvait signer ce jour-là.",
            )


def _signatories(case: Case) -> Iterator[tuple[int, OrderSignatory, Party]]:
    """Yield who signs the orders that the action calls for, with the rank in the form."""
    employers = {traveller.employer for _, traveller in order_recipients(case)}
    for rank, person in enumerate(case.action.order_signatories):
        party = case.framework.party(person.party)
        if party is not None and party.id in employers:
            yield rank, person, party


RULES = (
    officer_signs_orders_by_delegation,
    delegated_orders_name_the_authority,
    delegation_precedes_the_departure,
)
