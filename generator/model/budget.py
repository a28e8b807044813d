"""Money: expenses, resources, rates and payments of an action. Amounts are decimals, never floats."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from generator.model import sentences
from generator.model.entries import Amount, Currency, Day, Entry, Identifier, Rate, Text, key, required


class Nature(StrEnum):
    """Cash, or a contribution in kind that is only valued."""

    CASH = "numeraire"
    IN_KIND = "valorisation"


class FundingStatus(StrEnum):
    """Whether a resource is secured or only applied for."""

    SECURED = "acquis"
    REQUESTED = "sollicite"


class Expense(Entry):
    """One line of the expenses."""

    label: Annotated[Text | None, sentences.LABEL] = key("libelle", "Ce que la dépense paie")
    category: Text | None = key("categorie", "Catégorie : prestation, transport_international, sejour…")
    calculation: Text | None = key("mode_de_calcul", "Mode de calcul : 4 billets à 300,00 €")
    nature: Nature = key("nature", "numeraire ou valorisation", Nature.CASH)
    amount: Amount | None = key("montant", "Montant")
    currency: Currency | None = key("devise", "Devise, si elle diffère de celle du budget")
    payer: Identifier | None = key("payeur", "Qui la paie ; vide : ce que disent missions et engagements")


class Resource(Entry):
    """One line of the resources: who brings how much, in cash or in kind, secured or only requested."""

    origin: Identifier = required("origine", "Identifiant de la partie, du cofinanceur ou de l’organisme")
    label: Text | None = key("libelle", "Précision sur l’apport")
    nature: Nature = key("nature", "numeraire ou valorisation", Nature.CASH)
    amount: Amount | None = key("montant", "Montant ; 0.00 s’il est nul, jamais vide dans un acte définitif")
    currency: Currency | None = key("devise", "Devise, si elle diffère de celle du budget")
    status: FundingStatus = key("statut", "acquis ou sollicite", FundingStatus.SECURED)
    budget_line: Text | None = key("imputation", "Imputation budgétaire (chapitre, fonction, nature)")
    evidence: Text | None = key("justificatif", "Notification ou décision d’attribution")


class ExchangeRate(Entry):
    """A dated, sourced rate: one unit of ``source_currency`` is worth ``rate`` units of ``target_currency``."""

    source_currency: Currency = required("de", "Devise convertie")
    target_currency: Currency = required("vers", "Devise d’arrivée")
    rate: Rate | None = key("taux", "Valeur d’une unité de la devise convertie")
    day: Day | None = key("date", "Date du taux")
    source: Text | None = key("source", "Source du taux")

    @property
    def is_usable(self) -> bool:
        """Whether rate, date and source are all known; otherwise no conversion may rest on it."""
        return self.rate is not None and self.rate > 0 and self.day is not None and self.source is not None


class Budget(Entry):
    """Provisional budget: two columns in equilibrium, in one reference currency."""

    currency: Currency | None = key("devise", "Devise de référence du budget")
    expenses: tuple[Expense, ...] = key("depenses", "Dépenses, ligne à ligne", ())
    resources: tuple[Resource, ...] = key("ressources", "Ressources, ligne à ligne", ())
    rates: tuple[ExchangeRate, ...] = key("taux_de_change", "Taux datés et sourcés, si une seconde devise figure", ())
    stated_total: Amount | None = key("total", "Total annoncé, vérifié contre la somme des lignes")

    def currency_of(self, line: Expense | Resource) -> str | None:
        """Return the currency of a line: its own, or the budget's."""
        return line.currency or self.currency

    def in_reference(self, line: Expense | Resource) -> Decimal | None:
        """Convert a line to the reference currency, rounded to the cent.

        Returns:
            The amount, or None when the line has no amount or no dated and sourced rate allows the conversion.
        """
        currency = self.currency_of(line)
        if line.amount is None or currency is None or self.currency is None:
            return None
        if currency == self.currency:
            return line.amount
        rate = self.rate_between(currency, self.currency)
        return None if rate is None else (line.amount * rate).quantize(Decimal("0.01"))

    def rate_between(self, source: str, target: str) -> Decimal | None:
        """Return the usable rate from one currency to another, directly stated or inverted; None without one."""
        for stated in self.rates:
            if not stated.is_usable or stated.rate is None:
                continue
            if (stated.source_currency, stated.target_currency) == (source, target):
                return stated.rate
            if (stated.target_currency, stated.source_currency) == (source, target):
                return 1 / stated.rate
        return None


class CoFunderKind(StrEnum):
    """What kind of body co-funds; a framework may admit some kinds only."""

    GOVERNMENT = "gouvernemental"
    MULTILATERAL = "multilateral"
    OTHER = "autre"


class CountryGroup(StrEnum):
    """How a call for projects classes the partner's country; its ceilings depend on it."""

    LEAST_DEVELOPED = "pma"
    AIDED = "apd"
    OTHER = "autre"
    SEVERAL = "plusieurs_pays"


class CoFunder(Entry):
    """A body outside the agreement that brings money to the action."""

    id: Identifier = required("id", "Identifiant court, repris dans les ressources")
    name: Annotated[Text | None, sentences.CO_FUNDER] = key("nom", "Nom complet, avec son article : le ministère de…")
    kind: CoFunderKind | None = key("nature", "gouvernemental, multilateral ou autre")
    credit_line: Annotated[Text | None, sentences.MENTION] = key(
        "mention", "Mention à porter sur l’acte : Action réalisée avec le soutien de…"
    )
    received_by: Identifier | None = key("recu_par", "Partie ou organisme qui reçoit le cofinancement")
    spent_by: Identifier | None = key("depense_par", "Qui le dépense, si ce n’est pas qui le reçoit")
    country_group: CountryGroup | None = key(
        "categorie_de_pays", "Pays partenaire, selon l’appel à projets : pma, apd, autre ou plusieurs_pays"
    )

    @property
    def spender(self) -> str | None:
        """Who spends its money: whoever is said to, else whoever receives it."""
        return self.spent_by or self.received_by


class Payment(Entry):
    """One instalment of the payment schedule."""

    payer: Identifier = required("payeur", "Partie ou cofinanceur qui paie")
    payee: Text | None = key("beneficiaire", "Qui reçoit : une partie, un organisme, les prestataires")
    amount: Amount | None = key("montant", "Montant")
    currency: Currency | None = key("devise", "Devise, si elle diffère de celle du budget")
    due: Day | None = key("echeance", "Date prévue")
    event: Annotated[Text | None, sentences.PAYMENT_EVENT] = key(
        "evenement", "Fait qui déclenche le paiement : à la remise du rapport…"
    )
    documents: Annotated[tuple[Text, ...], sentences.EVIDENCE] = key("pieces", "Pièces justificatives", ())
