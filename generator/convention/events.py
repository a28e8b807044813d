"""What happened to a framework convention since it was drafted, dated: its text cannot say it."""

from datetime import date

from generator.model.approvals import Deliberation, Transmission
from generator.model.entries import Day, Entry, Identifier, Text, Whole, YesNo, is_within, key, required
from generator.model.persons import Civility


class MandateHolder(Entry):
    """Somebody who holds an executive office, and from when to when."""

    party: Identifier = required("partie", "Partie")
    civility: Civility | None = key("civilite", "Madame ou Monsieur")
    given_name: Text | None = key("prenom", "Prénom")
    surname: Text = required("nom", "Nom")
    title: Text | None = key("titre", "Fonction")
    since: Day | None = key("du", "Début du mandat")
    until: Day | None = key("au", "Fin du mandat ; vide : en cours")

    def holds_office(self, day: date) -> bool:
        """Whether the mandate covers ``day``."""
        return is_within(day, self.since, self.until)


class SignedEvent(Entry):
    """The signature of the framework convention."""

    day: Day | None = key("date", "Date de la signature (la dernière, si elles diffèrent)")
    place: Text | None = key("lieu", "Lieu")


class RenewalEvent(Entry):
    """A renewal: the deliberations of the parties, and how long it lasts."""

    years: Whole | None = key("annees", "Durée du renouvellement, en années")
    deliberations: tuple[Deliberation, ...] = key("deliberations", "Délibérations des parties", ())
    evaluation: Day | None = key("evaluation", "Date de l’évaluation d’ensemble qui précède le renouvellement")
    denounced: YesNo = key("denonciation", "La convention a été dénoncée avant ce renouvellement tacite", default=False)


class Events(Entry):
    """What happened to a framework convention: ``inputs/conventions/<id>.evenements.yaml``."""

    example: YesNo = key("exemple", "Données d’exemple", default=False)
    framework: Identifier = required("convention", "Identifiant de la convention")
    signature: SignedEvent = key("signature", "Signature", SignedEvent.model_construct())
    transmission: Transmission | None = key("transmission", "Transmission au représentant de l’État")
    deliberations: tuple[Deliberation, ...] = key("deliberations", "Délibérations connues par ailleurs", ())
    renewals: tuple[RenewalEvent, ...] = key("renouvellements", "Renouvellements, dans l’ordre", ())
    mandates: tuple[MandateHolder, ...] = key("mandats", "Titulaires des fonctions exécutives", ())
