"""The traps in which a program that is merely plausible breaks the law, T1 to T30: none of them catches this one.

The numbers are those of the domain's list. What a rule refuses is tried on the invented base of ``tests/rules``; what
an act must say is read in the acts of the example.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from generator.cli import run
from generator.load import load_case
from generator.rendering import extract_text
from generator.rules import check
from generator.workspace import Workspace
from tests.journeys.test_other_frameworks import paragraph
from tests.support.rule_cases import REMOVED, case_with, plain

ACTION = "inputs/2017/2017-03.yaml"
PACKAGE = Path("output/2017/2017-03/dossier-v1")


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


@pytest.fixture
def agreement(workspace: Path) -> str:
    """The text of a final agreement of the example."""
    assert run(["generate", ACTION, "--final", "--quiet"]) == 0
    assert workspace.exists()
    return plain(extract_text((PACKAGE / "originaux/exemplaire-1/convention_specifique.docx").read_bytes()))


def test_the_act_names_the_framework_by_its_signed_title(agreement: str) -> None:
    """T21."""
    assert "convention de partenariat" in agreement
    assert "accord-cadre" not in agreement
    assert "convention-cadre" not in agreement


def test_future_credits_are_reserved(agreement: str) -> None:
    """T23."""
    assert "sous réserve du vote, chaque année, par leur assemblée délibérante" in agreement


def test_annexes_are_in_the_body_whose_digest_the_cover_bears(agreement: str) -> None:
    """T24."""
    folder = PACKAGE / "originaux/exemplaire-1"
    digest = hashlib.sha256((folder / "convention_specifique.docx").read_bytes()).hexdigest()
    cover = extract_text((folder / "page_de_garde.docx").read_bytes())
    assert digest in "".join(cover.split())
    announced = [line.rstrip(" ;.") for line in agreement.split("\n") if line.startswith("annexe ")]
    assert announced
    for annex in announced:
        assert paragraph(agreement, annex[:1].upper() + annex[1:])


def test_signed_words_keep_their_faults_and_the_rest_has_none(agreement: str) -> None:
    """T25."""
    assert "l'intensification des échanges culturels : organisations de manifestations artistiques" in agreement
    unquoted = "\n".join(line for line in agreement.split("\n") if not line.startswith("«"))
    assert "'" not in unquoted


@pytest.mark.usefixtures("agreement")
def test_what_partners_receive_names_no_traveller() -> None:
    """T26."""
    case = load_case(Path(ACTION), Workspace(Path.cwd())).case
    assert case is not None
    signing = {person.surname for person in case.action.signatories}
    travelling = {person.surname for mission in case.action.missions for person in mission.travellers}
    given = [path for part in ("originaux", "pieces") for path in (PACKAGE / part).rglob("*.docx")]
    text = "\n".join(extract_text(path.read_bytes(), headers_and_footers=True) for path in given).casefold()
    assert len(given) > len(signing)
    for surname in travelling - signing:
        assert surname is not None
        assert surname.casefold() not in text


def test_a_draft_bears_its_mark_and_an_original_does_not(agreement: str) -> None:
    """T27."""
    del agreement
    original = PACKAGE / "originaux/exemplaire-1/convention_specifique.docx"
    assert "PROJET" not in extract_text(original.read_bytes(), headers_and_footers=True)
    assert run(["generate", ACTION, "--quiet"]) == 0
    draft = PACKAGE.parent / "projets/convention_specifique.docx"
    assert "PROJET" in extract_text(draft.read_bytes(), headers_and_footers=True)


def test_an_error_forbids_the_original(workspace: Path) -> None:
    """T27."""
    text = (workspace / ACTION).read_text(encoding="utf-8")
    (workspace / ACTION).write_text(text.replace("\naxe: ", "\naxe: in", 1), encoding="utf-8")
    assert run(["generate", ACTION, "--final", "--quiet"]) == 1
    assert not PACKAGE.exists()


def test_arabic_digits_are_no_amount(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """T28."""
    text = (workspace / ACTION).read_text(encoding="utf-8")
    (workspace / ACTION).write_text(text.replace("montant: 7500.00", "montant: ٧٥٠٠", 1), encoding="utf-8")
    assert run(["check", ACTION]) == 1
    assert "« ٧٥٠٠ » n’est pas un montant" in plain(capsys.readouterr().err)
