"""Who pays for travel: the party that the framework designates, somebody where it designates nobody."""

from __future__ import annotations

from collections.abc import Iterator

from generator.case.cost_bearing import designated_payer
from generator.case.records import Case
from generator.french import capitalized, enumerate_and
from generator.model.missions import CostCategory, Mission
from generator.model.persons import TravellerRole
from generator.rules.engine.citations import Clause
from generator.rules.engine.naming import person_name, the_body, the_framework
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule


@rule("OM001", cites=Clause("transport_international"), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def transport_is_paid_by_whom_the_framework_says(case: Case) -> Iterator[Problem]:
    """Le transport international est payé par la partie que désigne la convention-cadre.

    Refusé : la partie qui accueille paie le transport d’un agent qui se déplace.
    Admis : la partie qui se déplace paie, dans un sens comme dans l’autre.
    """
    yield from _wrong_payers(case, CostCategory.INTERNATIONAL_TRANSPORT, of_third_persons=False)


@rule("OM002", cites=Clause("transport_international"), draft=WARNING, final=WARNING)
def transport_of_third_persons_follows_the_framework(case: Case) -> Iterator[Problem]:
    """Le transport de tiers suit le même partage, quoique la convention-cadre n’en parle pas.

    Refusé : seuls des tiers se déplacent, et la partie qui accueille paie leur transport.
    Admis : la partie qui se déplace paie.
    """
    yield from _wrong_payers(case, CostCategory.INTERNATIONAL_TRANSPORT, of_third_persons=True)


@rule("OM003", cites=Clause("sejour"), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def stay_is_paid_by_whom_the_framework_says(case: Case) -> Iterator[Problem]:
    """Le séjour est payé par la partie que désigne la convention-cadre.

    Refusé : la partie qui se déplace paie le séjour de son élu.
    Admis : la partie qui accueille paie, dans un sens comme dans l’autre.
    """
    yield from _wrong_payers(case, CostCategory.STAY, of_third_persons=False)


@rule("OM004", cites=Clause("sejour"), draft=WARNING, final=WARNING)
def stay_of_third_persons_follows_the_framework(case: Case) -> Iterator[Problem]:
    """Le séjour de tiers suit le même partage, quoique la convention-cadre n’en parle pas.

    Refusé : seuls des tiers se déplacent, et la partie qui se déplace paie leur séjour.
    Admis : la partie qui accueille paie.
    """
    yield from _wrong_payers(case, CostCategory.STAY, of_third_persons=True)


def _wrong_payers(case: Case, category: CostCategory, *, of_third_persons: bool) -> Iterator[Problem]:
    """Find the missions on which somebody else bears a cost than the party that the framework designates.

    The framework speaks of elected members and officers: a mission of third persons alone is told apart.
    """
    for rank, mission in enumerate(case.action.missions):
        given = next((cost.payer for _, kind, cost in mission.costs if kind is category), None)
        expected = designated_payer(case.framework, mission, category)
        if _only_third_persons(mission) is of_third_persons and given and expected and given != expected:
            who = enumerate_and([person_name(traveller) for traveller in mission.travellers] or ["la mission"])
            yield Problem(
                ("missions", rank, category.value, "payeur"),
                f"{capitalized(category.words)} de {who} ({mission.id}) mis à la charge de "
                f"{the_body(case, given)} : il incombe à {the_body(case, expected)}.",
                f"Écrivez « {expected} » sous « payeur », ou laissez cette clé vide : le payeur se calcule.",
            )


def _only_third_persons(mission: Mission) -> bool:
    roles = {traveller.role for traveller in mission.travellers}
    return roles == {TravellerRole.THIRD}


@rule("OM031", cites=Clause("frais_de_deplacement"), draft=WARNING, final=WARNING)
def stopovers_have_a_payer(case: Case) -> Iterator[Problem]:
    """L’escale ou la nuit hors des villes des parties a un payeur, puisque la convention-cadre ne le désigne pas.

    Refusé : une escale sans payeur.
    Admis : « payeur » est rempli.
    """
    for rank, mission in enumerate(case.action.missions):
        for place, stop in enumerate(mission.stopovers):
            if stop.payer is None:
                yield Problem(
                    ("missions", rank, CostCategory.STOPOVER.value, place, "payeur"),
                    f"Étape ou nuit hors des villes des parties ({stop.place or 'lieu inconnu'}, mission "
                    f"{mission.id}) : prise en charge que {the_framework(case)} ne règle pas.",
                    "Remplissez « payeur » de l’escale.",
                )


@rule("OM034", cites=Clause("frais_de_deplacement"), draft=WARNING, final=WARNING)
def missions_are_budgeted(case: Case) -> Iterator[Problem]:
    """Le transport ou le séjour de chaque mission a un coût prévu.

    Refusé : ni le transport international ni le séjour n’ont de montant.
    Admis : l’un des deux a un montant.
    """
    for rank, mission in enumerate(case.action.missions):
        if not any(cost and cost.amount is not None for cost in (mission.transport, mission.stay)):
            yield Problem(
                ("missions", rank, CostCategory.INTERNATIONAL_TRANSPORT.value),
                f"Ni transport ni séjour budgétés pour la mission {mission.id}.",
                "Remplissez « transport_international.montant » et « sejour.montant ».",
            )


RULES = (
    transport_is_paid_by_whom_the_framework_says,
    transport_of_third_persons_follows_the_framework,
    stay_is_paid_by_whom_the_framework_says,
    stay_of_third_persons_follows_the_framework,
    stopovers_have_a_payer,
    missions_are_budgeted,
)
