"""The specific agreement: every combination of its optional parts, and any number of parties."""

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from generator.acts.by_hand import BY_HAND
from generator.acts.planning import plan_documents
from generator.case.records import Case
from generator.convention import Framework, Party
from generator.load import load_kind
from generator.model import Action
from generator.model.action import BodyKind, Subsidy
from generator.model.approvals import Signature, Waiver
from generator.model.budget import Nature
from generator.model.persons import Delegation, Forms
from generator.rendering import TemplateErrors, compile_template, extract_text
from tests.acts.examples import WORKSPACE, example, party, with_action
from tests.support.places import ROOT
from tests.support.reading import plain

KIND = "convention_specifique"


@cache
def template() -> Any:
    return compile_template(ROOT / "templates" / KIND / "modele.docx", clauses=ROOT / "templates" / "clauses")


def text_of(case: Case, *, draft: bool = False) -> str:
    kind = load_kind(WORKSPACE.kind(KIND), WORKSPACE).value
    assert kind is not None
    (request,) = plan_documents(case, {KIND: kind}, draft=draft)
    return plain(extract_text(template().render(request.context, draft=draft)))


def headings(text: str) -> dict[str, str]:
    return dict(re.findall(r"^Article (1er|\d+) – (.+)$", text, re.MULTILINE))


def annexes(text: str) -> dict[str, str]:
    return dict(re.findall(r"^Annexe (\d+) – (.+)$", text, re.MULTILINE))


REFERENCES = {
    r"que fixe l’article (1er|\d+)\.": "Budget prévisionnel et plan de financement",
    r"montants fixés à l’article (1er|\d+)\.": "Budget prévisionnel et plan de financement",
    r"évaluation prévue à l’article (1er|\d+) et": "Évaluation",
    r"pour l’évaluation prévue à l’article (1er|\d+)\.": "Évaluation",
    r"est versée comme le prévoit l’article (1er|\d+)\.": "Subvention à l’Association",
    r"en application de l’article (1er|\d+)\.$": "Déplacements et séjours",
}
ANNEX_REFERENCES = {
    r"plan de financement, à l’annexe (\d+),": "Budget prévisionnel et plan de financement",
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
    paid = tuple(line.model_copy(update={"payer": "dijon"}) for line in action.budget.expenses)
    budget = action.budget.model_copy(update={"resources": action.budget.resources + requested, "expenses": paid})
    funders = tuple(funder.model_copy(update={"received_by": "dijon"}) for funder in co_funded.co_funders)
    changes: dict[str, object] = {
        "budget": action.budget.model_copy(update={"expenses": paid}),
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
        changes |= {"co_funders": funders, "budget": budget}
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
    assert ("n’engage pas les signataires" in text) == options["sollicite"]
    assert ("comité de pilotage" in text) == options["comite"]
    # The empty half of a last row of signatures holds the only paragraphs without words.
    before, after = text[: text.index("font partie intégrante")], text[text.index("\nAnnexe 1 ") :]
    assert "\n\n" not in before + after, "an empty paragraph stands where a clause was left out"


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


MOROCCO = {"code": "MA", "nom": "Maroc"}
OTHERS = [
    party("essaouira", "Ville d’Essaouira", lieu={"nom": "Essaouira"}, pays=MOROCCO),
    party("le-mans", "Ville du Mans", lieu={"nom": "Le Mans"}),
    party("agadir", "Commune d’Agadir", lieu={"nom": "Agadir"}, pays=MOROCCO),
    party("hyeres", "Ville d’Hyères", lieu={"nom": "Hyères"}),
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


CLAUSES = {
    "communication": ("communication", "Communication"),
    "personal_data": ("donnees_personnelles", "Données personnelles"),
    "liability": ("responsabilite", "Responsabilité"),
    "force_majeure": ("force_majeure", "Force majeure"),
    "notices": ("notifications", "Notifications"),
}


@pytest.mark.parametrize("attribute", CLAUSES)
@pytest.mark.parametrize("chosen", [True, False])
def test_a_clause_stands_where_the_form_asks_for_it(attribute: str, chosen: bool) -> None:
    case = example("2017-01")
    others = dict.fromkeys(set(CLAUSES) - {attribute}, not chosen)
    choices = case.action.clauses.model_copy(update={**others, attribute: chosen})
    titles = headings(text_of(with_action(case, clauses=choices))).values()
    for name, (_, title) in CLAUSES.items():
        assert (title in {heading.split(" et ")[0] for heading in titles}) == (
            chosen if name == attribute else not chosen
        )


def subsidised(day: str = "2017-04-10", **keys: Any) -> Case:
    """The example of a subsidised association, with other terms of its subsidy, signed on a day."""
    case = example("2017-02")
    subsidy = {"payeur": "dijon", "montant": "12000", **keys}
    (body,) = case.action.associated_bodies
    changed = body.model_copy(update={"subsidy": Subsidy.model_validate(subsidy)})
    signature = Signature.model_validate({"mode": "ceremonie", "lieu": "Dijon", "date": day})
    return with_action(case, associated_bodies=(changed,), signature=signature)


def article(text: str, title: str) -> str:
    """The words of the article of that title."""
    start = re.search(rf"^Article (?:1er|\d+) – {re.escape(title)}$", text, re.MULTILINE)
    assert start, title
    end = re.compile(r"^Article ", re.MULTILINE).search(text, start.end())
    assert end
    return text[start.end() : end.start()]


def test_a_subsidy_has_its_article_with_all_that_the_law_wants() -> None:
    text = text_of(subsidised(compte_rendu_financier="2018-06-30"))
    words = article(text, "Subvention à l’Association")
    for said in (
        "La Ville de Dijon attribue à l’Association",
        "12 000,00 € (douze mille euros)",
        "La subvention est versée ainsi :",
        "ne peut être reversée, en tout ou en partie, à un autre organisme, conformément à l’article L. 1611-4",
        "au plus tard le 30 juin 2018, un compte rendu financier",
        "peut contrôler, sur pièces et sur place",
        "sont restituées à la Ville de Dijon",
    ):
        assert said in words, said
    assert "contrat d’engagement républicain" not in text
    assert "Vu le décret n° 2001-495 du 6 juin 2001" in text
    assert "notamment son article 10 ;" in text
    assert "L. 1611-4" in text[: text.index("Préambule")]


def test_without_a_date_the_report_is_due_in_the_delay_of_the_law() -> None:
    words = article(text_of(subsidised()), "Subvention à l’Association")
    assert "dans un délai de six mois à compter de la fin de l’exercice" in words


def test_a_clause_of_the_form_allows_a_part_to_be_handed_on() -> None:
    words = article(text_of(subsidised(reversement="un tiers au plus aux coopératives")), "Subvention à l’Association")
    assert "dans les conditions suivantes : un tiers au plus aux coopératives." in words
    assert "ne peut être reversée" not in words


@pytest.mark.parametrize(("day", "asked"), [("2022-01-01", False), ("2022-01-02", True)])
def test_the_republican_commitment_stands_in_acts_since_the_law_wants_it(day: str, asked: bool) -> None:
    text = text_of(subsidised(day, contrat_engagement_republicain="oui"), draft=True)
    assert ("contrat d’engagement républicain" in text) == asked
    assert ("Vu le décret n° 2021-1947" in text) == asked
    assert ("notamment ses articles 10 et 10-1 ;" in text) == asked


@pytest.mark.parametrize(
    ("changes", "private"),
    [
        ({"kind": BodyKind.COMPANY}, True),
        ({"kind": BodyKind.PUBLIC_BODY}, False),
        ({"kind": BodyKind.ASSOCIATION}, True),
    ],
)
def test_the_law_of_private_bodies_is_cited_for_them_alone(changes: dict[str, Any], private: bool) -> None:
    case = subsidised()
    (body,) = case.action.associated_bodies
    text = text_of(with_action(case, associated_bodies=(body.model_copy(update=changes),)), draft=True)
    assert ("loi n° 2000-321" in text) == private
    assert ("L. 1611-4" in text) == private
    assert "Subvention à l’Association" in headings(text).values()


def test_a_subsidy_under_its_own_agreement_names_it_and_has_no_article() -> None:
    text = text_of(subsidised(convention_propre="convention n° 12 du 3 mars 2017"), draft=True)
    assert "que régit une convention distincte (convention n° 12 du 3 mars 2017)" in text
    assert "Subvention à l’Association" not in headings(text).values()


@pytest.mark.parametrize(("amount", "asked"), [("23000.00", False), ("23000.01", True)])
def test_a_large_subsidy_to_a_body_that_does_not_sign_names_its_agreement(amount: str, asked: bool) -> None:
    case = subsidised(montant=amount)
    (body,) = case.action.associated_bodies
    text = text_of(with_action(case, associated_bodies=(body.model_copy(update={"is_signatory": False}),)), draft=True)
    assert ("convention distincte ([à compléter : convention de l’association" in text) == asked


def test_money_unspent_comes_back_only_where_money_passes() -> None:
    assert "Les sommes versées et non employées sont restituées" in text_of(subsidised())
    without = text_of(example("2017-01"))
    assert "non employées" not in without
    assert "aucun versement n’est dû d’un signataire à un autre" in without


def test_the_short_name_is_the_one_used_after_it_is_given() -> None:
    text = text_of(example("2017-02"))
    given = text.index("ci-après désignée « l’Association »")
    rest = text[given : text.index("Fait à ")]
    assert "association Coopérer" not in rest
    assert "Engagements de la Ville de Dijon" in rest


def test_two_bodies_that_would_share_a_short_name_keep_their_own() -> None:
    case = example("2017-02")
    (body,) = case.action.associated_bodies
    other = body.model_copy(update={"id": "rivages", "name": "association Rivages", "subsidy": None})
    text = text_of(with_action(case, associated_bodies=(body, other)), draft=True)
    assert "ci-après désignée « l’association Rivages »" in text
    assert "ci-après désignée « l’association Coopérer par l’exemple »" in text


def test_the_act_says_whom_it_calls_parties_and_whom_it_calls_signatories() -> None:
    definition = "On entend ci-après par « les parties » la Ville de Dijon et la Ville de Chefchaouen"
    alone, three = text_of(example("2017-01")), text_of(example("2017-02"))
    assert alone.count(definition) == three.count(definition) == 1
    assert "par « les signataires » ces mêmes parties." in alone
    assert "par « les signataires » les parties et l’Association." in three


def test_each_expense_says_who_pays_it() -> None:
    text = text_of(example("2017-03"))
    assert "Payée par" in text
    assert re.search(r"^4 artistes à 1 200,00 €\nVille de ", text, re.MULTILINE)


def test_a_column_of_zeros_is_left_out() -> None:
    case = example("2017-03")
    assert "Valorisation" not in text_of(case)
    lines = case.action.budget.expenses
    valued = (lines[0].model_copy(update={"nature": Nature.IN_KIND}), *lines[1:])
    text = text_of(with_action(case, budget=case.action.budget.model_copy(update={"expenses": valued})), draft=True)
    assert "Valorisation" in text


def test_a_delegate_says_by_what_act() -> None:
    case = example("2017-01")
    given = Delegation.model_validate({"numero": "12", "date": "2017-01-09"})
    people = tuple(
        person.model_copy(update={"title": "Adjointe au maire", "title_with_article": None, "delegation": given})
        if person.party == "dijon"
        else person
        for person in case.action.signatories
    )
    text = text_of(with_action(case, signatories=people))
    assert (
        ", Adjointe au maire, ayant reçu délégation par arrêté n° 12 du 9 janvier 2017, agissant en exécution" in text
    )
    assert "par délégation (arrêté n° 12 du 9 janvier 2017)" in text


def test_a_body_of_plural_name_commands_the_plural_in_every_sentence() -> None:
    case = subsidised("2025-04-10", contrat_engagement_republicain="oui")
    (body,) = case.action.associated_bodies
    forms = Forms.model_validate({"article": "les", "genre": "masculin", "pluriel": "oui"})
    friends = body.model_copy(update={"name": "Les Amis de la laine", "forms": forms, "designation": "les Amis"})
    text = text_of(with_action(case, associated_bodies=(friends,)), draft=True)
    assert "Les Amis de la laine, dont le siège" in text
    assert "Les Les" not in text
    assert "les Amis ont le rôle suivant" in text
    for verb in ("s’engagent", "emploient", "remettent", "tiennent leurs comptes", "attestent"):
        assert f"Les Amis {verb}" in text
    assert "après que les Amis ont pu présenter leurs observations" in text
    assert re.findall(r"[Ll]es Amis (?:a|atteste|emploie|remet|s’engage|tient)\b", text) == []


def test_two_bodies_that_sign_are_listed_after_the_parties() -> None:
    case = subsidised()
    (body,) = case.action.associated_bodies
    other = body.model_copy(update={"id": "rivages", "designation": "le Rivage", "subsidy": None})
    text = text_of(with_action(case, associated_bodies=(body, other)), draft=True)
    assert "« les signataires » les parties, l’Association et le Rivage." in text


def test_what_is_typed_with_what_the_act_adds_is_said_once() -> None:
    case = example()
    mayor, other = case.action.signatories
    first, *votes = case.action.deliberations
    text = text_of(
        with_action(
            case,
            signatories=(mayor.model_copy(update={"title": "Madame le Maire", "title_with_article": None}), other),
            deliberations=(first.model_copy(update={"body": "la commission permanente", "number": "n° DM-1"}), *votes),
        ),
        draft=True,
    )
    assert "Hélène Fictive, Maire, agissant en exécution de la délibération n° DM-1 de la commission permanente" in text
    assert "\nLe Maire\n" in text


def test_a_decision_bears_its_day_where_that_is_typed_apart() -> None:
    case = subsidised()
    (body,) = case.action.associated_bodies
    changed = {"own_decision": "décision de son bureau", "own_decision_day": date(2017, 2, 12)}
    text = text_of(with_action(case, associated_bodies=(body.model_copy(update=changed),)), draft=True)
    assert "agissant en vertu de la décision de son bureau en date du 12 février 2017" in text
    assert "la décision de son bureau en date du 12 février 2017 ;" in text


def test_a_short_name_tells_the_gender_of_a_name_that_has_no_forms() -> None:
    case = example("2017-02")
    (body,) = case.action.associated_bodies
    metropolis = body.model_copy(update={"name": "Valmont Métropole", "forms": None, "designation": "la Métropole"})
    text = text_of(with_action(case, associated_bodies=(metropolis,)), draft=True)
    (told,) = re.findall(r"^Valmont Métropole, dont .*$", text, re.MULTILINE)
    assert ", représentée par " in told
    assert "ci-après désignée « la Métropole »" in told


def test_a_waiver_of_their_number_makes_as_many_originals_as_there_are_recipients() -> None:
    case = example("2017-02")
    first, *_ = case.action.originals
    waiver = {"regle": "CC060", "decide_par": "la Maire", "date": "2017-03-03", "motif": "un organisme signe aussi"}
    seven = {"originals": (*case.action.originals, first)}
    decided = with_action(case, **seven, waivers=(Waiver.model_validate(waiver),))
    unexplained = with_action(case, **seven, waivers=(Waiver.model_validate(waiver | {"motif": ""}),))
    assert "en sept exemplaires originaux" in text_of(decided)
    assert "en six exemplaires originaux" in text_of(unexplained)
