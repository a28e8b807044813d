"""A workspace may have other employers issue their orders here: what the order cites must govern them."""

from dataclasses import replace

import pytest

from generator.case.records import Case
from generator.model import Law
from generator.model.references import PartyProcedure, StatuteVersion
from generator.rules import check
from tests.support.rule_cases import case_with, shipped_law


def of_a_kind(kind: str) -> Case:
    case = case_with(convention={"parties[0].nature": kind})
    issuing = PartyProcedure.model_validate({"pays": "FR", "natures": [kind], "ordres_de_mission": "oui"})
    law = shipped_law()
    return replace(case, law=law.model_copy(update={"procedures": (issuing, *law.procedures)}))


def found(case: Case) -> list[tuple[object, ...]]:
    return [finding.path for finding in check(case, final=True) if finding.code == "OM049"]


@pytest.mark.parametrize(("kind", "texts"), [("commune", 0), ("universite", 1), ("etablissement_de_sante", 2)])
def test_each_text_that_an_order_cites_governs_the_employer(kind: str, texts: int) -> None:
    assert found(of_a_kind(kind)) == [("missions", 0, "voyageurs", 0, "employeur")] * texts


def test_a_text_that_says_nothing_of_missions_excludes_nobody() -> None:
    silent = StatuteVersion.model_validate({"cle": "loi", "titre": "loi"})
    everyone = StatuteVersion.model_validate({"cle": "loi", "titre": "loi", "regit": [{"pays": "FR"}]})
    assert silent.governs_officers_of("MA", "commune")
    assert everyone.governs_officers_of("FR", "commune")
    assert not everyone.governs_officers_of("MA", "commune")


def test_without_lists_nor_guides_nothing_is_recognised() -> None:
    assert Law().words("titres_electifs") == ()
    assert Law().guide("annees_avant") is None
    assert ("adjoint", "au", "maire") in shipped_law().words("titres_electifs")
    assert ("billet",) not in shipped_law().words("voyageurs_comptes")
