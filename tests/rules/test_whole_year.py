"""A year of twenty-four actions: nothing is told of it as it stands, and each fault sown in it is told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from generator.case.year import YearRecord
from generator.findings import Finding, Severity
from generator.rules import check_year
from generator.rules.topics.programme.across_actions import numbers_of
from tests.support.rule_cases import base, case_with, changed, typed_in, year_of

SOWN: list[dict[str, Any]] = typed_in("whole_year/faults.yaml")
STAY = timedelta(days=4)
WINTER, SPRING = date(2025, 1, 27), date(2025, 3, 24)
"""The sessions in which the first thirteen actions, and the others, are voted."""


@cache
def sound_actions() -> dict[str, dict[str, Any]]:
    """Make the twenty-four actions, by number, of what each says of itself."""
    listed = typed_in("whole_year/actions.yaml")
    return {
        f"2025-{rank:02}": changed(base()["action"], own_words(rank, entry)) for rank, entry in enumerate(listed, 1)
    }


def own_words(rank: int, entry: list[str]) -> dict[str, Any]:
    """Return what an action changes of the base: its texts, journey, votes, money and indicator."""
    title, purpose, activity, week, traveller, share = entry
    leaves, early = date.fromisoformat(week), rank <= 13
    given_name, surname = traveller.split()
    return {
        "numero": f"2025-{rank:02}",
        "intitule": title,
        "objet": purpose,
        "contexte": f"Les deux communes y songent depuis l’accord ; c’est leur chantier n° {rank}.",
        "activites": [{"intitule": activity}],
        "organismes_associes[0].subvention.montant": "900.00",
        "budget.depenses[0]": {"libelle": activity, "montant": f"{share}.00", "payeur": "source-vive"},
        "budget.ressources[0].montant": f"{share}.00",
        "budget.ressources[3].justificatif": f"notification n° {rank}",
        "versements[0].montant": "900.00",
        "missions[1]": "RETIRÉ",
        "missions[0].trajets[0].depart": leaves.isoformat(),
        "missions[0].trajets[1].depart": (leaves + STAY).isoformat(),
        "missions[0].voyageurs": [
            {
                "qualite": "agent",
                "prenom": given_name,
                "nom": surname,
                "employeur": "valmont",
                "numero_ordre": f"OM-2025-{rank:03}",
            }
        ],
        "indicateurs": [
            {"libelle": f"Personnes formées à la fin de l’action {rank}", "unite": "personnes", "depart": "0"}
        ],
        "deliberations": [valmont_vote(rank, early=early), tazerout_vote(rank, early=early)],
        "signature": {"mode": "ceremonie", "lieu": "Valmont", "date": "2025-04-15" if early else "2025-06-10"},
    }


def valmont_vote(rank: int, *, early: bool) -> dict[str, Any]:
    """Make the vote of Valmont: the last two actions are named by the vote on the programme."""
    of_programme = {"approuve": "programme_annuel", "vise_l_action": "oui"} if rank > 22 else {}
    number = "PROG" if of_programme else f"{rank:02}"
    return {
        "partie": "valmont",
        "organe": "conseil municipal",
        "numero": f"DEL-{number}",
        "date": (WINTER if early else SPRING).isoformat(),
        "transmission": {"date": "2025-01-29" if early else "2025-03-26", "accuse_reception": f"AR-{number}"},
        "publication": "2025-01-30" if early else "2025-03-27",
        **of_programme,
    }


def tazerout_vote(rank: int, *, early: bool) -> dict[str, Any]:
    """Make the vote of Tazerout; the governor approves in one act all that a session voted."""
    visa = ("VISA-FÉVRIER", "2025-02-20") if early else ("VISA-MAI", "2025-05-22")
    return {
        "partie": "tazerout",
        "organe": "conseil communal",
        "numero": str(rank),
        "date": "2025-02-06" if early else "2025-05-08",
        "visa": {"autorite": "le gouverneur", "numero": visa[0], "date": visa[1]},
    }


def sound_programme() -> dict[str, Any]:
    return changed(
        base()["programme"],
        {
            "total[0].montant": "147000.00",
            "credits[0].montant": "27000.00",
            "credits[1].montant": "570240.00",
            "seances": [
                {"partie": "valmont", "date": WINTER.isoformat(), "depot": "2025-01-10"},
                {"partie": "valmont", "date": SPRING.isoformat(), "depot": "2025-02-21"},
                {"partie": "valmont", "date": "2025-06-23", "depot": "2025-05-23"},
                {"partie": "tazerout", "date": "2025-02-06"},
                {"partie": "tazerout", "date": "2025-05-08"},
            ],
        },
    )


def former() -> dict[str, Any]:
    """An action of last year, whose form may have been taken up."""
    return changed(
        base()["action"],
        {
            "numero": "2024-03",
            "intitule": "Pont de bois",
            "objet": "de relever le pont de bois",
            "contexte": "Les crues de 2024 ont emporté le pont de bois.",
            "missions": [],
            "deliberations[0].numero": "DEL-2024-0777",
            "deliberations[0].date": "2025-01-27",
            "deliberations[1]": "RETIRÉ",
        },
    )


def year_sown_with(*faults: Mapping[str, Any]) -> YearRecord:
    """Make the year with faults; what a fault costs is told in the programme's total, or it would be told twice."""
    actions, programme = dict(sound_actions()), sound_programme()
    for fault in faults:
        for target, changes in fault["change"].items():
            if target == "programme":
                programme = changed(programme, changes)
            else:
                actions[target] = changed(actions[target], changes)
        if "total" in fault:
            programme["total"] = [{"montant": fault["total"]}]
    return year_of(programme, actions, [former()])


def told(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.place.file.removesuffix(".yaml")


def test_a_sound_year_of_twenty_four_actions_is_told_nothing() -> None:
    assert len(sound_actions()) == 24
    assert [(finding.code, finding.message) for finding in check_year(year_sown_with(), final=True)] == []


@pytest.mark.parametrize("fault", SOWN, ids=[fault["faute"] for fault in SOWN])
def test_a_fault_sown_alone_is_told_once_where_it_stands(fault: Mapping[str, Any]) -> None:
    found = check_year(year_sown_with(fault), final=True)
    assert [told(finding) for finding in found] == [(fault["code"], fault.get("ou", fault["a"]))], [
        finding.message for finding in found
    ]


def test_faults_sown_together_are_each_told_once() -> None:
    together = [fault for fault in SOWN if "total" not in fault]
    found = Counter(told(finding) for finding in check_year(year_sown_with(*together), final=True))
    assert found == Counter((fault["code"], fault.get("ou", fault["a"])) for fault in together)
    assert len(together) >= 20


def test_of_many_actions_the_first_are_named_and_the_others_counted() -> None:
    actions = year_sown_with().actions
    assert numbers_of(actions[:4]) == "2025-01, 2025-02, 2025-03 et 2025-04"
    assert numbers_of([*actions[:5], actions[0]]) == "2025-01, 2025-02, 2025-03, 2025-04 et 1 de plus"


@pytest.mark.parametrize(("effect", "told"), [("arretee", []), ("erreur", [Severity.ERROR])])
def test_a_workspace_weighs_the_rules_of_a_year(effect: str, told: list[Severity]) -> None:
    setting = {"regle": "CG104", "effet": effect, "decide_par": "La DGS", "date": "2025-01-06", "motif": "essai"}
    actions = dict(sound_actions())
    actions["2025-06"] = changed(actions["2025-06"], {"deliberations[0].date": "2025-01-28"})
    year = year_of(sound_programme(), actions, [], case_with(regles={"reglages": [setting]}))
    assert [finding.severity for finding in check_year(year, final=False)] == told


def test_a_waiver_of_one_action_lifts_nothing_of_the_year() -> None:
    waiver = {"regle": "CG104", "decide_par": "La DGS", "date": "2025-01-06", "motif": "essai"}
    actions = dict(sound_actions())
    actions["2025-06"] = changed(actions["2025-06"], {"deliberations[0].date": "2025-01-28", "derogations": [waiver]})
    found = check_year(year_of(sound_programme(), actions), final=False)
    assert [(finding.code, finding.severity) for finding in found] == [("CG104", Severity.WARNING)]
