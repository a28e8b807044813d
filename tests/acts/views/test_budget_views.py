"""Budget, co-funders and payments, as templates see them."""

from typing import Any

import pytest

from generator.acts.facts.namings import Noun
from generator.acts.views.budget_views import budget_view, co_funder_views
from generator.acts.views.money.payment_views import payment_views
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.model.budget import Budget, CoFunder, Payment
from generator.model.persons import Forms
from tests.acts.examples import example, in_french, with_action

RATE = {"de": "MAD", "vers": "EUR", "taux": "0.09", "date": "2017-03-01", "source": "Bank Al-Maghrib"}
VALMONT = Noun("Ville de Valmont", Forms.model_validate({"article": "la", "genre": "feminin"}))
NAMES = {"valmont": "Ville de Valmont", "ministere": "le ministère"}


def told(**keys: Any) -> Context:
    case = with_action(example(), budget=Budget.model_validate({"devise": "EUR", **keys}))
    return in_french(budget_view(case, NAMES, {"valmont": VALMONT}))


def rows(value: object) -> list[dict[str, Any]]:
    assert isinstance(value, list)
    return value


def test_the_cell_of_the_other_nature_holds_nothing_and_says_so() -> None:
    context = told(depenses=[{"libelle": "Salle", "montant": "100", "nature": "valorisation"}])
    (row,) = rows(context["depenses"])
    assert (row["numeraire"], row["valorisation"], row["total"]) == ("0,00\u00a0€", "100,00\u00a0€", "100,00\u00a0€")
    assert row["montant_origine"] == ""
    assert context["a_valorisation"] is True


def test_a_line_in_another_currency_shows_its_own_amount_too() -> None:
    line = {"origine": "valmont", "montant": "1000", "devise": "MAD", "statut": "sollicite"}
    context = told(ressources=[line], taux_de_change=[RATE])
    (row,) = rows(context["ressources"])
    assert (row["origine"], row["statut"]) == ("Ville de Valmont", "sollicité")
    assert (row["numeraire"], row["montant_origine"]) == ("90,00\u00a0€", "1\u202f000,00\u00a0MAD")
    assert context["deux_devises"] is True
    assert context["taux"] == ["un dirham pour 0,09\u00a0euro au 1er\u00a0mars 2017 (Bank Al-Maghrib)"]


@pytest.mark.parametrize("lacking", ["taux", "date", "source"])
def test_a_rate_of_which_something_is_unknown_is_blank(lacking: str) -> None:
    context = told(taux_de_change=[{**RATE, lacking: None}])
    assert context["taux"] == [Blank("taux de change MAD/EUR, date et source")]


def test_totals_are_those_of_the_lines() -> None:
    context = told(
        depenses=[{"montant": "100"}, {"montant": "50", "nature": "valorisation"}],
        ressources=[{"origine": "valmont", "montant": "150"}],
    )
    assert [context[name] for name in ("total_numeraire", "total_valorisation", "total")] == [
        "100,00\u00a0€",
        "50,00\u00a0€",
        "150,00\u00a0€",
    ]
    assert context["total_complet"] == "150,00\u00a0€ (cent cinquante euros)"
    assert context["ressources_total"] == context["ressources_numeraire"] == "150,00\u00a0€"
    assert context["ressources_valorisation"] == "0,00\u00a0€"


def test_an_empty_budget_shows_one_expense_to_fill_in() -> None:
    context = told(devise=None)
    (row,) = rows(context["depenses"])
    assert row["libelle"] == Blank("libellé de la dépense")
    assert row["total"] == Blank("montant de la dépense")
    assert context["devise"] == Blank("devise du budget")
    assert context["total"] == Blank("total du budget")
    assert context["ressources"] == []
    assert context["deux_devises"] is False


def test_a_line_names_who_pays_it_and_the_shares_of_those_who_pay_it_together() -> None:
    lines = [{"libelle": "Salle", "montant": "100", "payeur": "valmont"}, {"libelle": "Visite", "montant": "50"}]
    brought = [
        {"origine": "valmont", "montant": "120"},
        {"origine": "ministere", "montant": "30"},
    ]
    hall, visit = rows(told(depenses=lines, ressources=brought)["depenses"])
    assert hall["payeurs"] == [{"nom": "Ville de Valmont", "montant": ""}]
    assert visit["payeurs"] == [
        {"nom": "Ville de Valmont", "montant": "20,00\u00a0€"},
        {"nom": "Le ministère", "montant": "30,00\u00a0€"},
    ]
    assert hall["payee_par"] == "Ville de Valmont"
    assert visit["payee_par"] == "Ville de Valmont (20,00\u00a0€) et Le ministère (30,00\u00a0€)"


def test_a_line_whose_payer_is_not_known_names_none() -> None:
    (row,) = rows(told(depenses=[{"montant": "100"}], ressources=[{"origine": "valmont", "montant": "30"}])["depenses"])
    assert row["payeurs"] == []
    assert row["payee_par"] == Blank("qui paie la dépense")


def test_a_line_of_nothing_asks_for_no_payer() -> None:
    (row,) = rows(told(depenses=[{"montant": "0"}], ressources=[{"origine": "valmont", "montant": "0"}])["depenses"])
    assert row["payee_par"] in {"", "Ville de Valmont"}


HANDED = [
    ({"recu_par": "valmont"}, "reçu et employé par la Ville de Valmont"),
    ({"recu_par": "valmont", "depense_par": "valmont"}, "reçu et employé par la Ville de Valmont"),
    ({"recu_par": "valmont", "depense_par": "rivages"}, "reçu par la Ville de Valmont et employé par rivages"),
    ({"depense_par": "ministere"}, "que le cofinanceur emploie lui-même"),
]


@pytest.mark.parametrize(("keys", "words"), HANDED)
def test_the_act_says_who_receives_and_who_spends_a_co_funding(keys: dict[str, str], words: str) -> None:
    funder = CoFunder.model_validate({"id": "ministere", **keys})
    budget = Budget.model_validate({"devise": "EUR", "ressources": [{"origine": "ministere", "montant": "100"}]})
    (view,) = co_funder_views(with_action(example(), budget=budget, co_funders=(funder,)), {"valmont": VALMONT})
    assert in_french(view)["emploi"] == words


def test_what_a_co_funder_brings_in_kind_passes_through_no_hands() -> None:
    line = {"origine": "ministere", "montant": "100", "nature": "valorisation"}
    budget = Budget.model_validate({"devise": "EUR", "ressources": [line]})
    funder = CoFunder.model_validate({"id": "ministere"})
    (view,) = co_funder_views(with_action(example(), budget=budget, co_funders=(funder,)), {})
    assert in_french(view)["emploi"] == "apporté en nature"


def test_a_co_funder_brings_what_its_lines_say() -> None:
    funder = CoFunder.model_validate({"id": "ministere", "nom": "le ministère"})
    lines = [
        {"origine": "ministere", "montant": "100", "statut": "sollicite"},
        {"origine": "ministere", "montant": "50", "justificatif": "décision du 3 mars"},
    ]
    budget = Budget.model_validate({"devise": "EUR", "ressources": lines})
    (view,) = co_funder_views(with_action(example(), budget=budget, co_funders=(funder,)), {})
    assert in_french(view) == {
        "nom": "le ministère",
        "montant_complet": "150,00\u00a0€ (cent cinquante euros)",
        "sollicite": True,
        "etat": "montant sollicité et non acquis à ce jour",
        "emploi": Blank("qui reçoit et dépense le cofinancement"),
        "mention": "",
        "justificatif": "la décision du 3\u00a0mars",
    }


def test_a_co_funder_without_a_line_has_an_unknown_share() -> None:
    funder = CoFunder.model_validate({"id": "ministere"})
    budget = Budget.model_validate({"devise": "EUR"})
    (view,) = co_funder_views(with_action(example(), budget=budget, co_funders=(funder,)), {})
    context = in_french(view)
    assert context["nom"] == Blank("nom du cofinanceur ministere")
    assert context["montant_complet"] == Blank("montant du cofinancement")
    assert context["sollicite"] is False


def paid(**keys: Any) -> Context:
    payment = Payment.model_validate({"payeur": "valmont", **keys})
    budget = Budget.model_validate({"devise": "EUR"})
    (view,) = payment_views(budget, (payment,), {"valmont": VALMONT}, NAMES)
    return in_french(view)


def test_a_payment_names_a_contracting_body_with_its_article_and_others_as_they_are() -> None:
    assert paid(beneficiaire="valmont")["beneficiaire"] == "la Ville de Valmont"
    assert paid(beneficiaire="ministere")["beneficiaire"] == "le ministère"
    assert paid(beneficiaire="les prestataires")["beneficiaire"] == "les prestataires"
    assert paid()["beneficiaire"] == Blank("bénéficiaire du versement")


def test_a_payer_that_does_not_contract_is_named_without_article() -> None:
    payer = paid(payeur="ministere")["payeur"]
    assert isinstance(payer, dict)
    assert (payer["nom"], payer["de"]) == ("le ministère", "du ministère")


def test_a_payment_is_due_on_a_day_or_on_an_event() -> None:
    assert paid(echeance="2017-03-01", evenement="à la remise")["echeance"] == "le 1er\u00a0mars 2017"
    assert paid(evenement="à la remise")["echeance"] == "à la remise"
    assert paid()["echeance"] == Blank("échéance du versement")


def test_a_payment_is_in_its_own_currency_else_in_that_of_the_budget() -> None:
    assert paid(montant="10")["montant"] == "10,00\u00a0€"
    assert paid(montant="10", devise="MAD")["montant_complet"] == "10,00\u00a0MAD (dix dirhams)"
    assert paid()["montant"] == Blank("montant du versement")
