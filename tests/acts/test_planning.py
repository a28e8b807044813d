"""The plan: which documents, in which order, with which numbers and dotted lines."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.acts.by_hand import BY_HAND
from generator.acts.planning import Plan, plan_documents
from generator.artifacts import Blank, Document, StyledText
from generator.model.kind import DocumentKind
from tests.acts.examples import example

ORIGINAL = Document("convention", "", "convention", b"original")


def kind(**keys: Any) -> DocumentKind:
    return DocumentKind.model_validate({"intitule": "Lettre", "etape": "signature", "pour": "action", **keys})


def planned(kinds: Mapping[str, DocumentKind], **options: Any) -> list[str]:
    return [request.name for request in plan_documents(example(), kinds, **{"draft": True, **options})]


ALL = {
    "convention": kind(dossier="original", intitule="Convention spécifique"),
    "lettre": kind(),
    "note": kind(sur_demande="oui"),
    "bordereau": kind(dossier="piece"),
    "garde": kind(dossier="page_de_garde", pour="exemplaire"),
}


def test_papers_and_what_is_made_on_request_are_not_spontaneous() -> None:
    assert planned(ALL) == ["convention", "lettre"]


def test_what_is_asked_for_comes_in_the_order_of_the_kinds() -> None:
    assert planned(ALL, only=["note", "convention"]) == ["convention", "note"]


@pytest.mark.parametrize(("condition", "made"), [("deplacements", ["lettre"]), ("approbations_posterieures", [])])
def test_a_kind_whose_condition_does_not_hold_is_not_made(condition: str, made: list[str]) -> None:
    assert planned({"lettre": kind(si=[condition])}) == made


def test_what_documents_and_papers_share_is_worded_once() -> None:
    plan = Plan.of(example(), ALL, draft=False)
    made = [*plan.documents(["convention"]), *plan.package_papers(ORIGINAL)]
    assert len(made) > 1
    assert len({id(request.context["parties"]) for request in made}) == 1


def test_papers_bear_the_digest_of_the_original_and_name_the_act() -> None:
    papers = Plan.of(example(), ALL, draft=False).package_papers(ORIGINAL)
    assert {paper.kind for paper in papers} == {"bordereau", "garde"}
    assert {paper.context["empreinte"] for paper in papers} == {ORIGINAL.digest}
    assert {paper.context["acte"]["titre"] for paper in papers} == {"convention spécifique"}


def test_in_a_workspace_without_an_act_papers_have_a_blank_for_it() -> None:
    (request,) = plan_documents(example(), {"bordereau": ALL["bordereau"]}, draft=True, only=["bordereau"])
    assert request.context["acte"]["titre"] == Blank("acte du dossier")
    assert request.context["empreinte"] == Blank("empreinte de l’original")


def test_articles_are_numbered_for_each_kind_and_the_first_is_raised() -> None:
    articles = [{"id": "objet"}, {"id": "tiers", "si": ["inconnu"]}, {"id": "parts", "pour_chaque": "contractants"}]
    (request,) = plan_documents(example(), {"lettre": kind(articles=articles)}, draft=True)
    assert request.context["art"] == {"objet": "1er", "tiers": None, "parts": {"dijon": "2", "chefchaouen": "3"}}
    assert isinstance(request.context["art"]["objet"], StyledText)


def test_annexes_are_listed_for_the_document_itself() -> None:
    annexes = [{"id": "budget", "intitule": "Budget"}, {"id": "rien", "si": ["inconnu"]}]
    (request,) = plan_documents(example(), {"lettre": kind(annexes=annexes)}, draft=True)
    assert request.context["annexe"] == {"budget": "1", "rien": None}
    assert request.context["annexes"] == [{"rang": "1", "intitule": "Budget"}]


def test_a_dotted_line_of_one_kind_stands_in_no_other() -> None:
    kinds = {"lettre": kind(a_la_main=["signature.lieu"]), "avis": kind()}
    letter, notice = plan_documents(example(), kinds, draft=True)
    assert letter.context["signature"]["lieu"] == BY_HAND
    assert notice.context["signature"]["lieu"] != BY_HAND
