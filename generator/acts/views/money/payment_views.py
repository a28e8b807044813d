"""Payments, as templates see them: who pays whom, how much, when, on what evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.acts.facts.gaps import Gap, Missing, known
from generator.acts.facts.namings import Form, Formed, Noun
from generator.acts.facts.quantities import DueOn, Money, Writing, money
from generator.acts.facts.typed_texts import FreeText, FreeTextList, free_text, free_texts
from generator.acts.view_fields import View, fact
from generator.acts.views.name_views import NameView, name_view
from generator.model import sentences
from generator.model.budget import Budget, Payment


class PaymentView(View, title="Un versement"):
    """One instalment of the payment schedule."""

    payer: NameView = fact("payeur", "qui verse")
    payee: str | Formed | Missing = fact("beneficiaire", "qui reçoit, avec son article")
    full_amount: Money | Missing = fact("montant_complet", "montant, en chiffres et en lettres")
    amount: Money | Missing = fact("montant", "montant, en chiffres")
    due: DueOn | FreeText | Missing = fact("echeance", "date ou événement")
    documents: tuple[FreeText, ...] = fact("pieces", "pièces à produire")
    listed_documents: FreeTextList = fact("pieces_liste", "les mêmes, énumérées ; vide s’il n’y en a pas")


def payment_views(
    budget: Budget, payments: Sequence[Payment], nouns: Mapping[str, Noun], names: Mapping[str, str]
) -> tuple[PaymentView, ...]:
    """Return payments.

    Args:
        budget: the budget, whose currency is that of a payment that names none.
        payments: the payments.
        nouns: identifier of each contracting body → its name with its forms.
        names: identifier of each body that the action may mention → its name.
    """
    return tuple(_payment(budget, payment, nouns, names) for payment in payments)


def _payment(budget: Budget, payment: Payment, nouns: Mapping[str, Noun], names: Mapping[str, str]) -> PaymentView:
    payer = nouns.get(payment.payer) or Noun(names.get(payment.payer, payment.payer))
    currency, missing = payment.currency or budget.currency, Missing(Gap.PAYMENT)
    documents = free_texts(payment.documents, sentences.EVIDENCE)
    return PaymentView(
        payer=name_view(payer),
        payee=_payee(payment.payee or "", nouns, names),
        full_amount=money(payment.amount, currency, Writing.FULL, missing),
        amount=money(payment.amount, currency, Writing.FIGURES, missing),
        due=DueOn(payment.due)
        if payment.due
        else free_text(payment.event, sentences.PAYMENT_EVENT, Missing(Gap.PAYMENT_DUE)),
        documents=documents,
        listed_documents=FreeTextList(documents),
    )


def _payee(payee: str, nouns: Mapping[str, Noun], names: Mapping[str, str]) -> str | Formed | Missing:
    noun = nouns.get(payee)
    return Formed(noun, Form.THE) if noun else known(names.get(payee, payee), Missing(Gap.PAYEE))
