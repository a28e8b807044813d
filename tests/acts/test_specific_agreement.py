"""The specific agreement: every combination of its optional parts, and any number of parties."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from generator.acts.by_hand import BY_HAND
from generator.acts.planning import plan_documents
from generator.case.records import Case
from generator.convention import Framework, Party
from generator.load import load_case, load_kind
from generator.model import Action
from generator.model.approvals import Signature
from generator.rendering import TemplateErrors, compile_template, extract_text
from generator.workspace import Workspace
from tests.support.places import ROOT

WORKSPACE = Workspace(ROOT)
KIND = "convention_specifique"


@cache
def template() -> Any:
    return compile_template(ROOT / "templates" / KIND / "modele.docx")


@cache
def example(number: str) -> Case:
    case = load_case(ROOT / f"inputs/2017/{number}.yaml", WORKSPACE).case
    assert case is not None
    return case


def with_action(case: Case, **changes: object) -> Case:
    return replace(case, action=case.action.model_copy(update=changes))


def text_of(case: Case, *, draft: bool = False) -> str:
    kind = load_kind(WORKSPACE.kind(KIND), WORKSPACE).value
    assert kind is not None
    (request,) = plan_documents(case, {KIND: kind}, draft=draft)
    return plain(extract_text(template().render(request.context, draft=draft)))


def plain(text: str) -> str:
    """The text with ordinary spaces, so that a test reads as it is written."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def headings(text: str) -> dict[str, str]:
    return dict(re.findall(r"^Article (1er|\d+) – (.+)$", text, re.MULTILINE))


def annexes(text: str) -> dict[str, str]:
    return dict(re.findall(r"^Annexe (\d+) – (.+)$", text, re.MULTILINE))


REFERENCES = {
    r"que fixe l’article (1er|\d+)\.": "Budget prévisionnel et plan de financement",
    r"montants fixés à l’article (1er|\d+)\.": "Budget prévisionnel et plan de financement",
    r"évaluation prévue à l’article (1er|\d+) et": "Évaluation",
    r"pour l’évaluation prévue à l’article (1er|\d+)\.": "Évaluation",
    r"approbation prévue à l’article (1er|\d+),": "Entrée en vigueur et durée",
    r"en application de l’article (1er|\d+)\.$": "Déplacements et séjours",
}
ANNEX_REFERENCES = {
    r"plan de financement, à l’annexe (\d+)\.": "Budget prévisionnel et plan de financement",
    r"qui figurent à l’annexe (\d+)": "Indicateurs",
    r"que décrit l’annexe (\d+)": "Déplacements",
}


def resolved(text: str) -> Iterator[tuple[str, str]]:
    """Yield, for each cross-reference found, the heading that it leads to and the one expected."""
    for pattern, title in REFERENCES.items():
        for number in re.findall(pattern, text, re.MULTILINE):
            yield headings(text)[number], title
    for pattern, title in ANNEX_REFERENCES.items():
        for number in re.findall(pattern, text):
            yield annexes(text)[number], title


OPTIONS = ("deplacements", "communication", "donnees", "organisme", "sollicite", "posterieure", "comite")


def variant(options: dict[str, bool]) -> Case:
    """The example with a third signatory and a co-funder, each part of it switched on or off."""
    case = example("2017-02")
    action = case.action
    co_funded = example("2017-03").action
    requested = tuple(
        line for line in co_funded.budget.resources if line.origin in {f.id for f in co_funded.co_funders}
    )
    budget = action.budget.model_copy(update={"resources": action.budget.resources + requested})
    changes: dict[str, object] = {
        "clauses": action.clauses.model_copy(
            update={"communication": options["communication"], "personal_data": options["donnees"]}
        ),
        "missions": action.missions if options["deplacements"] else (),
        "steering": action.steering if options["comite"] else None,
        "associated_bodies": tuple(
            body.model_copy(update={"is_signatory": options["organisme"]}) for body in action.associated_bodies
        ),
    }
    if options["sollicite"]:
        changes |= {"co_funders": co_funded.co_funders, "budget": budget}
    if options["posterieure"]:
        changes["signature"] = action.signature.model_copy(update={"later_approvals": ("chefchaouen",)})
    return with_action(case, **changes)


@pytest.mark.parametrize("chosen", list(itertools.product([True, False], repeat=len(OPTIONS))))
def test_every_combination_numbers_its_articles_and_resolves_every_cross_reference(chosen: tuple[bool, ...]) -> None:
    options = dict(zip(OPTIONS, chosen, strict=True))
    text = text_of(variant(options))
    found = headings(text)
    assert list(found) == ["1er", *(str(rank) for rank in range(2, len(found) + 1))]
    assert list(annexes(text)) == [str(rank) for rank in range(1, len(annexes(text)) + 1)]
    pairs = list(resolved(text))
    assert len(pairs) >= 5
    assert all(heading == expected for heading, expected in pairs), pairs
    listed = re.findall(r"^annexe (\d+) – (.+?)(?:\s?;|\.)$", text, re.MULTILINE)
    assert dict(listed) == annexes(text)
    assert ("Déplacements et séjours" in found.values()) == options["deplacements"]
    assert ("Données personnelles" in found.values()) == options["donnees"]
    assert any(title.startswith("Communication") for title in found.values()) == options["communication"]
    assert ("condition suspensive" in text) == options["posterieure"]
    assert ("n’engage pas les parties" in text) == options["sollicite"]
    assert ("comité de pilotage" in text) == options["comite"]
    # The empty half of a last row of signatures holds the only paragraphs without words.
    before, after = text[: text.index("font partie intégrante")], text[text.index("\nAnnexe 1 ") :]
    assert "\n\n" not in before + after, "an empty paragraph stands where a clause was left out"


def party(identifier: str, name: str, place: str, country: tuple[str, str] = ("FR", "France")) -> Party:
    code, land = country
    return Party.model_validate(
        {
            "id": identifier,
            "nom": name,
            "formes": {"article": "la", "genre": "feminin"},
            "nature": "commune",
            "pays": {"code": code, "nom": land},
            "lieu": {"nom": place},
        }
    )


def joined_by(case: Case, others: list[Party]) -> Case:
    """The case with more parties, each with what the first one has."""
    framework = case.framework.model_copy(
        update={
            "parties": (*case.framework.parties, *others),
            "party_order": (*case.framework.party_order, *(other.id for other in others)),
            "signature_order": (*(other.id for other in others), *case.framework.signature_order),
        }
    )
    action = case.action
    return replace(
        case,
        framework=Framework.model_validate(framework),
        action=Action.model_validate(
            action.model_copy(
                update={
                    name: (*entries, *(copied(entries, other.id) for other in others))
                    for name in ("signatories", "deliberations", "competences", "commitments")
                    if (entries := getattr(action, name))
                }
            )
        ),
    )


def copied(entries: tuple[Any, ...], identifier: str) -> Any:
    return entries[0].model_copy(update={"party": identifier})


OTHERS = [
    party("essaouira", "Ville d’Essaouira", "Essaouira", ("MA", "Maroc")),
    party("le-mans", "Ville du Mans", "Le Mans"),
    party("agadir", "Commune d’Agadir", "Agadir", ("MA", "Maroc")),
    party("hyeres", "Ville d’Hyères", "Hyères"),
]


@pytest.mark.parametrize("count", [1, 2, 4])
def test_any_number_of_parties_contracts_engages_itself_and_signs(count: int) -> None:
    case = joined_by(example("2017-01"), OTHERS[:count])
    text = text_of(case, draft=True)
    titles = list(headings(text).values())
    for other in OTHERS[:count]:
        assert f"Engagements de la {other.name}" in titles
        assert text.count(f"Pour la {other.name},") == 1
        assert f"la {other.name} : [à compléter : montant de l’engagement de la {other.name}]" in text
    ordinals = ("première", "deuxième", "troisième", "quatrième", "cinquième", "sixième")
    assert [f"de {rank} part" in text for rank in ordinals] == [rank < 2 + count for rank in range(6)]
    assert not re.search(r"\bd’une part\b", text)


def test_two_sides_of_several_parties_are_one_part_and_the_other() -> None:
    case = joined_by(example("2017-01"), OTHERS[:2])
    sides = {"dijon": "nord", "le-mans": "nord", "chefchaouen": "sud", "essaouira": "sud"}
    parties = tuple(one.model_copy(update={"side": sides[one.id]}) for one in case.framework.parties)
    order = ("dijon", "le-mans", "chefchaouen", "essaouira")
    framework = case.framework.model_copy(update={"parties": parties, "party_order": order})
    text = text_of(replace(case, framework=framework), draft=True)
    (one,) = re.finditer(r"\bd’une part\b", text)
    (other,) = re.finditer(r"\bd’autre part\b", text)
    assert text.index("Ville du Mans") < one.start() < text.index("La Ville de Chefchaouen") < other.start()


def test_place_and_date_of_signature_are_always_left_to_the_hand() -> None:
    for number in ("2017-01", "2017-05"):
        case = example(number)
        assert case.act_day is not None
        for draft in (True, False):
            text = text_of(case, draft=draft)
            assert BY_HAND in text
            closing = text[text.index("font partie intégrante") :]
            assert str(case.act_day.year) not in closing[: closing.index("Annexe 1")]


def test_an_empty_action_gives_a_draft_full_of_marks_and_no_final_act() -> None:
    empty = Action.model_validate({"numero": "2017-01", "convention": example("2017-01").framework.id})
    case = replace(example("2017-01"), action=empty)
    draft = text_of(case, draft=True)
    assert draft.count("[à compléter : ") > 20
    assert "intitulé de l’action" in draft
    with pytest.raises(TemplateErrors):
        text_of(case)


def test_a_signature_by_circulation_gives_each_block_its_place_and_date() -> None:
    case = with_action(example("2017-01"), signature=Signature.model_validate({"mode": "circulation"}))
    text = text_of(case)
    assert text.count(f"Fait à {BY_HAND},\nle {BY_HAND}\n") == len(case.parties)
    assert "aux lieux et dates que chaque signataire inscrit" in text


def test_an_amount_that_cannot_be_written_never_stops_a_draft() -> None:
    case = example("2017-01")
    lines = case.action.budget.resources
    strange = lines[0].model_copy(update={"amount": lines[0].amount / 7 if lines[0].amount else None})
    case = with_action(case, budget=case.action.budget.model_copy(update={"resources": (strange, *lines[1:])}))
    assert "[à compléter : montant de l’engagement" in text_of(case, draft=True)
