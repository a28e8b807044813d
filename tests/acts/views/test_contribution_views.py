"""What each body brings and receives, as templates see it."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.acts.facts.namings import Noun
from generator.acts.views.contribution_views import (
    contribution_view,
    has_in_kind,
    subsidy_view,
    sums_by_nature,
)
from generator.acts.wordings.door import Context
from generator.artifacts import Blank
from generator.case.budget_totals import total_of
from generator.case.records import Case
from generator.model.action import AssociatedBody
from generator.model.budget import Budget
from tests.acts.examples import example, in_french, with_action

RATE = {"de": "MAD", "vers": "EUR", "taux": "0.09", "date": "2017-03-01", "source": "Bank Al-Maghrib"}
AMOUNTS = st.lists(st.tuples(st.decimals(0, 10**6, places=2), st.sampled_from(["numeraire", "valorisation"])))


def budget(*resources: dict[str, object], **keys: Any) -> Budget:
    lines = [{"origine": "dijon", **line} for line in resources]
    return Budget.model_validate({"devise": "EUR", "ressources": lines, **keys})


def case_with(*resources: dict[str, object], **keys: Any) -> Case:
    return with_action(example(), budget=budget(*resources, **keys))


def told(*resources: dict[str, object], **keys: Any) -> Context:
    return in_french(contribution_view(case_with(*resources, **keys), "dijon", Noun("Valmont")))


def test_a_share_of_nothing_is_stated() -> None:
    context = told({"montant": "0.00"})
    assert context["complet"] == "0,00\u00a0€ (zéro euro)"
    assert context["valorisation"] == "0,00\u00a0€"
    assert context["a_valorisation"] is False


def test_without_a_line_nothing_is_stated() -> None:
    context = told()
    blank = Blank("montant de l’engagement de Valmont")
    assert context["complet"] == context["numeraire"] == context["valorisation_complet"] == blank
    assert context["contre_valeur"] == ""
    assert context["chiffres"] == "0,00\u00a0€"


def test_cash_and_kind_are_told_apart() -> None:
    context = told({"montant": "100"}, {"montant": "50", "nature": "valorisation"})
    assert context["chiffres"] == "150,00\u00a0€"
    assert (context["numeraire"], context["valorisation"]) == ("100,00\u00a0€", "50,00\u00a0€")
    assert context["valorisation_complet"] == "50,00\u00a0€ (cinquante euros)"
    assert context["a_valorisation"] is True


def test_a_commitment_in_another_currency_is_stated_in_it_with_its_indicative_value() -> None:
    context = told({"montant": "1000", "devise": "MAD"}, taux_de_change=[RATE])
    assert context["complet"] == "1\u202f000,00\u00a0MAD (mille dirhams)"
    assert context["contre_valeur"] == context["chiffres"] == "90,00\u00a0€"


def test_without_a_rate_the_indicative_value_is_blank() -> None:
    context = told({"montant": "1000", "devise": "MAD"})
    assert context["contre_valeur"] == Blank("contre-valeur indicative")
    assert context["complet"] == "1\u202f000,00\u00a0MAD (mille dirhams)"


def test_one_unknown_amount_leaves_the_whole_commitment_blank() -> None:
    context = told({"montant": "100"}, {})
    assert context["complet"] == context["chiffres"] == Blank("montant de l’engagement de Valmont")


@given(AMOUNTS)
def test_what_is_in_cash_and_what_is_in_kind_make_the_whole(lines: list[tuple[Decimal, str]]) -> None:
    counted = budget(*({"montant": str(amount), "nature": nature} for amount, nature in lines))
    cash, in_kind = sums_by_nature(counted, counted.resources)
    total = total_of(counted, counted.resources)
    assert cash is not None
    assert in_kind is not None
    assert cash + in_kind == total == sum((amount for amount, _ in lines), Decimal(0))
    assert has_in_kind(counted.resources) == any(nature == "valorisation" for _, nature in lines)


def test_a_subsidy_names_who_gives_it_in_the_currency_of_the_budget() -> None:
    body = AssociatedBody.model_validate({"id": "rivages", "subvention": {"payeur": "dijon", "montant": "500"}})
    view = subsidy_view(case_with(), body, Noun("association Rivages"))
    assert view is not None
    context = in_french(view)
    assert context["complet"] == "500,00\u00a0€ (cinq cents euros)"
    assert isinstance(context["payeur"], dict)
    assert context["payeur"]["de"] == "de la Ville de Dijon"
    assert context["convention"] == ""


def test_a_body_without_a_subsidy_has_none() -> None:
    assert subsidy_view(case_with(), AssociatedBody.model_validate({"id": "rivages"}), Noun("Rivages")) is None
