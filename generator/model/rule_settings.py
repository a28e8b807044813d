"""How a workspace weighs the rules: what it lowers, raises or switches off, and who answers for it."""

from enum import StrEnum

from generator.model.entries import Day, Entry, Identifier, Text, key, required


class Effect(StrEnum):
    """What a setting makes of a rule: an error, a warning, or nothing."""

    ERROR = "erreur"
    WARNING = "avertissement"
    OFF = "arretee"


class RuleSetting(Entry):
    """One rule weighed otherwise in this workspace, by somebody who answers for it."""

    rule: Identifier = required("regle", "Code de la règle")
    effect: Effect = required("effet", "erreur, avertissement ou arretee")
    decided_by: Text | None = key("decide_par", "Qui a décidé")
    day: Day | None = key("date", "Date de la décision")
    reason: Text | None = key("motif", "Motif")


class RuleSettings(Entry):
    """The settings of a workspace: ``inputs/regles.yaml``."""

    settings: tuple[RuleSetting, ...] = key("reglages", "Réglages, un par règle", ())
