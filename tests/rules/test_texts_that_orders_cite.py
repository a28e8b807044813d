"""A workspace may have other employers issue their orders here: what the order cites must govern them."""

from dataclasses import replace

import pytest

from generator.case.records import Case
from generator.model.references import PartyProcedure
from generator.rules import check
from tests.support.rule_cases import case_with, shipped_law


def of_a_kind(kind: str) -> Case:
    case = case_with(convention={"parties[0].nature": kind})
    law = shipped_law()
    territorial = next(procedure for procedure in law.procedures if procedure.kinds == ("commune",))
    issuing = PartyProcedure.model_validate(
        {
            "pays": "FR",
            "natures": [kind],
            "ordres_de_mission": "oui",
            "visas_des_ordres": list(territorial.order_citations),
        }
    )
    return replace(case, law=law.model_copy(update={"procedures": (issuing, *law.procedures)}))


def found(case: Case) -> list[tuple[object, ...]]:
    return [finding.path for finding in check(case, final=True) if finding.code == "OM049"]


@pytest.mark.parametrize(("kind", "texts"), [("commune", 0), ("universite", 1), ("etablissement_de_sante", 2)])
def test_each_text_that_an_order_cites_governs_the_employer(kind: str, texts: int) -> None:
    assert found(of_a_kind(kind)) == [("missions", 0, "voyageurs", 0, "employeur")] * texts
