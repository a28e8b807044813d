"""The traps in which a program that is merely plausible breaks the law, T1 to T30: a rule notices each.

The numbers are those of the domain's list. Each is tried on the invented base of ``tests/rules``; what an act must say
is read in the acts of the example, in ``tests/journeys``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from generator.rules import check
from tests.support.rule_cases import REMOVED, case_with


@dataclass(frozen=True)
class Trap:
    """A trap, the rule that notices it, and how somebody would fall into it."""

    number: str
    how: str
    code: str
    changes: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.number} {self.how}"


MANDATE = "missions[0].voyageurs[1].mandat_special"
TRAPS = (
    Trap("T1", "effect from the signature on", "CG020", {"action": {"date_effet": "2025-04-16"}}),
    Trap("T3", "the anniversary taken for the last day", "CC021", {"action": {"calendrier.fin": "2027-03-10"}}),
    Trap("T4", "the framework's deliberation reused", "CG011", {"action": {"deliberations[0].date": "2023-01-16"}}),
    Trap(
        "T5",
        "signed before the transmission",
        "CG012",
        {"action": {"deliberations[0].transmission.date": "2025-04-16"}},
    ),
    Trap(
        "T5",
        "signed on the day of transmission",
        "CG017",
        {"action": {"deliberations[0].transmission.date": "2025-04-15"}},
    ),
    Trap(
        "T6",
        "full allowance of somebody hosted",
        "OM005",
        {"action": {"missions[0].voyageurs[0].indemnite.taux_plein": "oui"}},
    ),
    Trap(
        "T7",
        "an allowance without the country's table",
        "OM023",
        {
            "action": {
                "missions[0].sejour.hebergement_fourni": "non",
                "missions[0].sejour.repas_fournis_par_jour": "0",
            },
            "baremes": {"indemnites": []},
        },
    ),
    Trap("T8", "a mission order given to somebody elected", "OM006", {"action": {MANDATE: ""}}),
    Trap("T9", "a special mandate after the departure", "OM007", {"action": {f"{MANDATE}.date": "2025-05-13"}}),
    Trap(
        "T10",
        "an order of more than twelve months",
        "OM014",
        {"action": {"missions[0].trajets[1].depart": "2026-05-12"}},
    ),
    Trap(
        "T11",
        "roles that do not follow the journey",
        "CO039",
        {
            "action": {
                "missions[1].partie_en_deplacement": "valmont",
                "missions[1].partie_accueillante": "tazerout",
            }
        },
    ),
    Trap("T12", "the second party's deliberation left out", "CG010", {"action": {"deliberations[1].date": ""}}),
    Trap("T12", "its visa left out", "CG016", {"action": {"deliberations[1].visa": ""}}),
    Trap("T13", "signatories taken from the framework", "CC001", {"action": {"signataires": []}}),
    Trap("T14", "a contribution of nothing", "CC012", {"action": {"budget.ressources[2].montant": "0.00"}}),
    Trap("T14", "a contribution left out", "CG040", {"action": {"budget.ressources[2].montant": ""}}),
    Trap("T15", "a rate without a date", "BU005", {"action": {"budget.taux_de_change[0].date": ""}}),
    Trap("T16", "time of staff counted as cash", "BU002", {"action": {"budget.depenses[5].nature": "numeraire"}}),
    Trap("T17", "another number of originals than the act says", "CC060", {"action": {"exemplaires[3]": REMOVED}}),
    Trap("T18", "an original for the prefect", "CV004", {"action": {"exemplaires[0].destinataire": "le préfet"}}),
    Trap("T19", "a State as a party", "CG002", {"convention": {"parties[1].nature": "etat"}}),
    Trap("T20", "a renewal that nobody voted", "CC023", {"evenements": {"renouvellements": [{"annees": "4"}]}}),
    Trap(
        "T22",
        "a large subsidy without an agreement",
        "BU008",
        {
            "action": {
                "organismes_associes[0].convention_propre": "",
                "organismes_associes[0].subvention.montant": "23000.01",
            }
        },
    ),
    Trap("T28", "Arabic in a French paragraph", "CV006", {"action": {"signataires[1].titre_avec_article": "رئيس"}}),
    Trap("T29", "two genders in one word", "CV005", {"action": {"beneficiaires": "les habitant·es"}}),
    Trap(
        "T30",
        "a deputy who signs without delegation",
        "CG004",
        {"action": {"signataires[0].titre": "Adjointe au maire"}},
    ),
)


@pytest.mark.parametrize("trap", TRAPS, ids=str)
def test_a_rule_notices_who_falls_into_the_trap(trap: Trap) -> None:
    assert trap.code in {finding.code for finding in check(case_with(**trap.changes), final=True)}
    assert trap.code not in {finding.code for finding in check(case_with(), final=True)}


def test_the_years_of_the_axes_are_not_the_term() -> None:
    """T2: beyond the axes' years an action is only warned, as long as the framework lasts."""
    codes = {finding.code for finding in check(case_with(action={"calendrier.fin": "2027-03-09"}), final=True)}
    assert "CC024" in codes
    assert "CC021" not in codes
