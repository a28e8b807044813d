"""The daily allowance: its rate, its reductions, its advance."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.case.allowances_due import destination, rate_due, share_due
from generator.case.records import Case
from generator.french import percent
from generator.model.missions import CostCategory
from generator.rules.engine.citations import Statute
from generator.rules.engine.naming import person_name
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import DEPARTURE_AND_SIGNATURE, ERROR, WARNING, rule
from generator.rules.topics.places_in_the_case import order_recipients_with_paths, travellers

_REDUCTIONS = "arrêté du 3 juillet 2006 art. 2"
_ADVANCE = "avance sur indemnités"


@rule("OM005", cites=Statute(_REDUCTIONS), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def full_allowance_is_not_asked_while_hosted(case: Case) -> Iterator[Problem]:
    """L’indemnité n’est pas demandée à taux plein quand le logement ou un repas est fourni.

    Refusé : taux plein, et un repas fourni par jour.
    Admis : taux plein sans rien de fourni ; ou taux réduit.
    """
    for path, mission, traveller in travellers(case):
        share = share_due(case, mission)
        if traveller.allowance and traveller.allowance.full_rate and share is not None and share < 1:
            yield Problem(
                (*path, "indemnite", "taux_plein"),
                f"Indemnité journalière pleine demandée pour {person_name(traveller)} alors que l’hébergement ou des "
                f"repas sont fournis : réduction de {percent((1 - share) * 100)}.",
                "Écrivez « non » sous « taux_plein » : l’indemnité due se calcule.",
                day=mission.start,
            )


@rule("OM026", cites=Statute(_REDUCTIONS), draft=ERROR, final=ERROR, bars=DEPARTURE_AND_SIGNATURE)
def meals_of_a_day_are_those_that_the_law_counts(case: Case) -> Iterator[Problem]:
    """Les repas fournis chaque jour ne dépassent pas ceux que compte l’arrêté sur les indemnités.

    Refusé : trois repas fournis par jour, quand l’arrêté en compte deux.
    Admis : deux.
    """
    for rank, mission in enumerate(case.action.missions):
        most = case.figure(_REDUCTIONS, "repas_par_jour", mission.start)
        served = mission.stay.meals_provided if mission.stay else None
        if most is not None and served is not None and served > most.value:
            yield Problem(
                ("missions", rank, CostCategory.STAY.value, "repas_fournis_par_jour"),
                f"{served} repas fournis par jour (mission {mission.id}), quand l’indemnité en compte {most.value} au "
                "plus.",
                "Comptez le déjeuner et le dîner ; le petit déjeuner suit l’hébergement.",
                day=mission.start,
            )


@rule("OM023", cites=Statute("arrêté du 3 juillet 2006 art. 1"), draft=WARNING, final=WARNING)
def allowance_table_covers_the_country(case: Case) -> Iterator[Problem]:
    """Le barème du pays est saisi quand une indemnité est due.

    Refusé : rien n’est fourni à l’agent, et le barème du pays n’a pas de montant.
    Admis : le barème est saisi ; ou l’agent, logé et nourri, ne reçoit rien.
    """
    for path, mission, traveller in order_recipients_with_paths(case):
        if share_due(case, mission) and rate_due(case, mission) is None:
            country = destination(case, mission) or "de destination"
            yield Problem(
                path[:2],
                f"Barème {country} absent ou hors d’application au départ de la mission {mission.id} : l’indemnité de "
                f"{person_name(traveller)} ne peut être calculée.",
                "Saisissez le montant journalier, ses dates et son arrêté dans inputs/baremes/.",
                day=mission.start,
            )


@rule("OM024", cites=Statute(_ADVANCE), draft=WARNING, final=WARNING)
def advance_stays_below_its_ceiling(case: Case) -> Iterator[Problem]:
    """L’avance ne dépasse pas le plafond.

    Refusé : un point au-dessus du plafond.
    Admis : le plafond exactement.
    """
    for path, mission, traveller in travellers(case):
        ceiling = case.figure(_ADVANCE, "avance_maximale", mission.start)
        asked = traveller.allowance.advance_percent if traveller.allowance else None
        if ceiling and asked is not None and asked > ceiling.value:
            yield Problem(
                (*path, "indemnite", "avance_pourcentage"),
                f"Avance demandée pour {person_name(traveller)} ({percent(Decimal(asked))}) supérieure à "
                f"{percent(ceiling.value)} de l’indemnité.",
                "Réduisez « avance_pourcentage ».",
            )


RULES = (
    full_allowance_is_not_asked_while_hosted,
    meals_of_a_day_are_those_that_the_law_counts,
    allowance_table_covers_the_country,
    advance_stays_below_its_ceiling,
)
