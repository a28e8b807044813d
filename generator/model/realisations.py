"""What an action has done, once it is under way or over: the year's evaluation and its balance are made of it.

Everything is optional: an action is planned, voted and signed before any of it is known.
"""

from generator.model.entries import Amount, Currency, Day, Entry, Identifier, Text, key, required


class MeasuredIndicator(Entry):
    """What an indicator shows at the end of the action, or of the year."""

    label: Text = required("libelle", "Libellé de l’indicateur, tel que « indicateurs » l’écrit")
    actual: Text | None = key("valeur", "Valeur constatée")
    day: Day | None = key("date", "Date de la mesure")
    comment: Text | None = key("commentaire", "Ce qui explique l’écart avec la valeur visée")


class SpentAmount(Entry):
    """What was spent, for a line of the budget or for all lines of a category."""

    label: Text | None = key("libelle", "Libellé de la ligne du budget, tel que « depenses » l’écrit")
    category: Text | None = key("categorie", "À défaut de ligne : catégorie de dépenses du budget")
    payer: Identifier | None = key("payeur", "Qui a payé")
    amount: Amount | None = key("montant", "Montant dépensé")
    currency: Currency | None = key("devise", "Devise, si elle diffère de celle du budget")
    paid: Day | None = key("date", "Date du paiement")
    comment: Text | None = key("commentaire", "Ce qui explique l’écart avec la prévision")


class LocalImpact(Entry):
    """What the action changed in the territory of one party."""

    party: Identifier = required("partie", "Partie dont le territoire est concerné")
    effects: Text | None = key("effets", "Ce que l’action y a changé")


class Realisations(Entry):
    """What was done, measured and spent, and what the parties conclude from it."""

    start: Day | None = key("debut", "Premier jour réel de l’action")
    end: Day | None = key("fin", "Dernier jour réel de l’action ; vide : elle est en cours")
    summary: Text | None = key("bilan", "Bilan de ce qui a été fait, en une ou deux phrases")
    indicators: tuple[MeasuredIndicator, ...] = key("indicateurs", "Valeur constatée de chaque indicateur", ())
    spent: tuple[SpentAmount, ...] = key("depenses", "Ce qui a été dépensé, par ligne ou par catégorie", ())
    difficulties: tuple[Text, ...] = key("difficultes", "Difficultés rencontrées", ())
    impacts: tuple[LocalImpact, ...] = key("impacts", "Effets sur le territoire de chaque partie", ())
    recommendations: tuple[Text, ...] = key("recommandations", "Recommandations pour la suite", ())
    decisions: tuple[Text, ...] = key("decisions", "Suites décidées : reconduire, corriger, arrêter", ())
