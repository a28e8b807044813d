"""What an agreement settles, taken from its case: each key of the form is settled, or is known not to be."""

import copy
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.acts.substance_of_case import as_json, substance_file, substance_of
from generator.canonical_json import canonical, digest_of
from generator.model import Action
from tests.acts.examples import NUMBERS, example

UNSETTLED = {
    # Said of the file, and never printed in the agreement.
    "exemple",
    "secteur_apd",
    "lieu_de_culte",
    "axes_secondaires",
    "cofinanceurs.nature",
    "budget.depenses.categorie",
    "budget.ressources.imputation",
    "organismes_associes.subvention.contrat_engagement_republicain",
    "budget.total",
    "exemplaires.adresse",
    "exemplaires.usage",
    "transmission.date_prevue",
    "transmission.code_matiere",
    # The preamble, the acts cited, and how parties and bodies are presented.
    "contexte",
    "odd",
    "service_referent",
    "competences.partie",
    "competences.fondement",
    "cofinanceurs.mention",
    "organismes_associes.nature",
    "organismes_associes.pays",
    "organismes_associes.siege",
    "organismes_associes.siret",
    "organismes_associes.rna",
    "organismes_associes.designation",
    "organismes_associes.convention_propre",
    "organismes_associes.decision",
    "organismes_associes.formes.article",
    "organismes_associes.formes.genre",
    "organismes_associes.formes.pluriel",
    # Who signs: the quality alone is settled.
    "signataires.civilite",
    "signataires.prenom",
    "signataires.nom",
    "signataires.titre_avec_article",
    "signataires.delegation.nature",
    "signataires.delegation.numero",
    "signataires.delegation.date",
    # How sums were worked out, how a journey goes, how the agreement ends early.
    "budget.depenses.mode_de_calcul",
    "missions.trajets.de",
    "missions.trajets.vers",
    "missions.trajets.moyen",
    "missions.trajets.international",
    "missions.motif_hors_trajet",
    "missions.contact_sur_place",
    "clauses.preavis_resiliation_mois",
    # The framework convention decides, whatever the form says: who pays, and which framework was read.
    "convention",
    "missions.transport_international.payeur",
    "missions.sejour.payeur",
}
"""Keys of the form whose change after a vote is no change of substance."""

ELSEWHERE = (
    "signataires_ordres_de_mission",
    "deliberations",
    "signature",
    "missions.programme_accueil",
    "realisations",
)
"""What comes after the vote, or stands in other documents."""

OF_TRAVELLERS = "missions.voyageurs."
"""Of each traveller the quality alone is settled: the persons are named by mission orders."""


def leaves(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, dict | list):
        for step, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from leaves(value, (*path, step))
    else:
        yield path


CHOICES = (
    "dijon chefchaouen",
    "numeraire valorisation",
    "acquis sollicite",
    "agent elu",
    "tiers elu",
    "EUR MAD",
    "FR MA",
)
CHOICES += ("Madame Monsieur", "feminin masculin", "fait_foi traduction", "gouvernemental autre")
CHOICES += ("association entreprise", "organisme_public entreprise")


def other(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    for choice in CHOICES:
        if value in choice.split():
            return choice.replace(value, "").strip()
    if value[:4].isdigit() and value[4:5] == "-" and len(value) == len("AAAA-MM-JJ"):
        return f"2016{value[4:]}"
    return f"{value}1"


def altered(action: dict[str, Any], path: tuple[str | int, ...]) -> Action:
    """The action with one value replaced by another of its kind."""
    form: Any = copy.deepcopy(action)
    inner = form
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = other(inner[path[-1]])
    return Action.model_validate(form)


def key_of(path: tuple[str | int, ...]) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def unsettled_keys(number: str) -> tuple[set[str], set[str]]:
    """The keys of an action whose change leaves its substance as it is, and all its keys."""
    case = example(number)
    form = case.action.model_dump(mode="json", by_alias=True, exclude_none=True)
    settled = substance_of(case)
    paths = [path for path in leaves(form) if not key_of(path).startswith((*ELSEWHERE, OF_TRAVELLERS))]
    silent = {key_of(path) for path in paths if substance_of(replace(case, action=altered(form, path))) == settled}
    return silent, {key_of(path) for path in paths}


@pytest.mark.parametrize("number", NUMBERS)
def test_every_key_of_a_form_is_settled_unless_it_is_known_not_to_be(number: str) -> None:
    silent, present = unsettled_keys(number)
    assert silent == present & UNSETTLED


def test_every_key_that_is_known_not_to_be_settled_is_in_an_example() -> None:
    present = {key for number in NUMBERS for key in unsettled_keys(number)[1]}
    assert present >= UNSETTLED


def test_the_quality_of_a_traveller_is_settled() -> None:
    case = example("2017-01")
    form = case.action.model_dump(mode="json", by_alias=True, exclude_none=True)
    action = altered(form, ("missions", 0, "voyageurs", 0, "qualite"))
    assert substance_of(replace(case, action=action)) != substance_of(case)


def test_a_body_that_signs_has_its_role_its_duties_and_its_subsidy() -> None:
    (body,) = [party for party in substance_of(example("2017-02")).parties if party.role]
    assert body.subsidy is not None
    assert (body.subsidy.payer, str(body.subsidy.amount), body.subsidy.currency) == ("dijon", "12000.00", "EUR")
    assert len(body.duties) == 4


def test_the_file_of_a_substance_is_canonical_and_bound_to_its_document() -> None:
    substance = substance_of(example("2017-01"))
    expected = {"format": 1, "sha256": digest_of(b"docx"), "substance": as_json(substance)}
    assert substance_file(substance, b"docx") == canonical(expected)
