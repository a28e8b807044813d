"""The yearly programme: what the actions of one year share."""

from pydantic import ValidationError, field_validator

from generator.model.entries import Amount, Currency, Day, Entry, Identifier, Text, Whole, YesNo, key, required


class VotedCredit(Entry):
    """What a party's budget holds for the programme."""

    party: Identifier = required("partie", "Partie")
    amount: Amount | None = key("montant", "Crédits votés")
    currency: Currency | None = key("devise", "Devise")
    budget_line: Text | None = key("imputation", "Imputation budgétaire")
    vote: Day | None = key("vote", "Date du vote des crédits")


class CouncilSession(Entry):
    """A session of a party's assembly."""

    party: Identifier = required("partie", "Partie")
    day: Day | None = key("date", "Date de la séance")
    deadline: Day | None = key("depot", "Date limite de dépôt des projets")


class ProgrammeTotal(Entry):
    """What the whole programme costs, in one currency."""

    amount: Amount | None = key("montant", "Total des dépenses de toutes les actions, dans cette devise")
    currency: Currency | None = key("devise", "Devise de référence des budgets ainsi additionnés")


class Programme(Entry):
    """One year of a framework convention."""

    example: YesNo = key("exemple", "Données d’exemple", default=False)
    year: Whole = required("annee", "Année")
    framework: Identifier = required("convention", "Identifiant de la convention-cadre")
    common_objective: Text | None = key("objectif_commun", "Objectif commun aux actions : le fil rouge du programme")
    totals: tuple[ProgrammeTotal, ...] = key(
        "total", "Total annoncé, pour chaque devise de référence ; vérifié contre la somme des actions", ()
    )
    voted_credits: tuple[VotedCredit, ...] = key("credits", "Crédits votés par chaque partie", ())
    sessions: tuple[CouncilSession, ...] = key("seances", "Séances des assemblées", ())

    @field_validator("totals", mode="before")
    @classmethod
    def _one_total_alone(cls, typed: object) -> object:
        """Take « total: 12500.00 », or one amount with its currency, for a list of one; what is neither is refused."""
        if not isinstance(typed, str | dict):
            return typed
        try:
            return [ProgrammeTotal.model_validate({"montant": typed} if isinstance(typed, str) else typed)]
        except ValidationError:
            return typed
