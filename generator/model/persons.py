"""Persons and the acts that empower them."""

from enum import StrEnum

from generator.french import Gender, Name, number_alone, title_alone, title_as_said
from generator.model.entries import Country, Day, Entry, Identifier, Text, Whole, YesNo, key, required


class Civility(StrEnum):
    """How a person is addressed."""

    MADAM = "Madame"
    SIR = "Monsieur"


class Forms(Entry):
    """A name's grammatical forms; what is left out is computed from the spelling."""

    article: Text | None = key("article", "Article défini : le, la, l’, les ; vide pour un nom de ville")
    gender: Gender = key("genre", "Genre grammatical du nom", Gender.MASCULINE)
    plural: YesNo = key("pluriel", "Nom au pluriel", default=False)
    of: Text | None = key("de", "Forme complète avec « de » : de la Ville de Valmont, d’Essaouira")
    to: Text | None = key("a", "Forme complète avec « à » : à la Ville de Valmont, au Havre")

    def noun(self, name: str) -> Name:
        """Return a name as sentences decline it: these forms prevail over what its spelling suggests."""
        return Name(
            name,
            gender=self.gender,
            plural=self.plural,
            definite=self.article is not None,
            elides=self.article in {"l’", "l'"} if self.article else None,
            of=self.of,
            to=self.to,
        )


class Delegation(Entry):
    """The act by which somebody signs in another's name (CGCT L. 2122-18 and L. 2122-19)."""

    kind: Text = key("nature", "Nature de l’acte : arrêté, délibération, pouvoir", "arrêté")
    number: Text | None = key("numero", "Numéro de l’acte de délégation")
    day: Day | None = key("date", "Date de l’acte de délégation")
    quality: Text | None = key("qualite", "Qualité du délégataire : adjoint délégué, directrice générale…")


class Person(Entry):
    """A natural person named in an act."""

    civility: Civility | None = key("civilite", "Madame ou Monsieur")
    given_name: Text | None = key("prenom", "Prénom")
    surname: Text | None = key("nom", "Nom de famille")
    title: Text | None = key("titre", "Fonction au titre de laquelle la personne agit : Maire, Présidente…")
    title_with_article: Text | None = key("titre_avec_article", "Forme choisie : « la Maire », « le Maire »")

    @property
    def gender(self) -> Gender:
        """The gender that titles and participles agree with; masculine, the neutral form, when unknown."""
        return Gender.FEMININE if self.civility is Civility.MADAM else Gender.MASCULINE

    @property
    def title_alone(self) -> str | None:
        """The title without the article nor the civility that it was typed with."""
        return title_alone(self.title) if self.title else None

    @property
    def title_as_said(self) -> str | None:
        """The title with the article that its holder chose, under its own key or before the title; None without one."""
        return self.title_with_article or (title_as_said(self.title) if self.title else None)

    @property
    def is_identified(self) -> bool:
        """Whether civility, names and title are all known."""
        return bool(self.civility and self.given_name and self.surname and self.title)

    @property
    def identity(self) -> tuple[str, str]:
        """Given name and surname, by which two entries are known to be one person, however their letters are cased."""
        return ((self.given_name or "").casefold(), (self.surname or "").casefold())


class Signatory(Person):
    """Who signs for a party or for an associated body."""

    party: Identifier = required("partie", "Partie (ou organisme signataire) au nom de laquelle la personne signe")
    delegation: Delegation | None = key("delegation", "À remplir si la personne signe par délégation")
    seat: Text | None = key("siege", "Siège de la partie, si la convention-cadre ne le dit pas ; on y notifie")


class TravellerRole(StrEnum):
    """In what capacity somebody travels; each calls for another act."""

    ELECTED = "elu"
    OFFICER = "agent"
    THIRD = "tiers"


class EmpoweringAct(Entry):
    """A decision that must exist before a departure: special mandate, decision to bear costs."""

    kind: Text = key("nature", "Nature de l’acte : délibération, décision", "délibération")
    number: Text | None = key("numero", "Numéro")
    day: Day | None = key("date", "Date de l’acte")
    delegation: Text | None = key("delegation", "Si l’acte n’est pas voté : délibération qui en délègue le pouvoir")


class Allowance(Entry):
    """The daily allowance that a traveller asks for."""

    full_rate: YesNo = key("taux_plein", "Indemnité journalière demandée à taux plein", default=False)
    days: Whole | None = key("jours", "Nombre de journées indemnisables")
    advance_percent: Whole | None = key("avance_pourcentage", "Avance demandée, en pourcentage de l’indemnité")


class Traveller(Person):
    """Somebody who travels for an action."""

    role: TravellerRole = required("qualite", "elu, agent ou tiers")
    employer: Identifier | None = key("employeur", "Partie qui emploie l’agent (ou autre employeur)")
    employer_name: Text | None = key("nom_employeur", "Nom de l’employeur, s’il n’est pas une partie")
    grade: Text | None = key("grade", "Grade ou emploi")
    service: Text | None = key("service", "Service d’affectation")
    status: Text | None = key("statut", "Titulaire, contractuel…")
    administrative_residence: Text | None = key("residence_administrative", "Commune de la résidence administrative")
    minor: YesNo = key("mineur", "La personne est mineure", default=False)
    exit_authorisation: YesNo = key("autorisation_sortie", "Autorisation de sortie du territoire jointe", default=False)
    order_number: Text | None = key("numero_ordre", "Numéro de l’ordre de mission")
    budget_line: Text | None = key("imputation", "Imputation budgétaire des frais")
    allowance: Allowance | None = key("indemnite", "Indemnité journalière demandée")
    special_mandate: EmpoweringAct | None = key("mandat_special", "Pour un élu : l’acte qui donne mandat spécial")
    support_decision: EmpoweringAct | None = key(
        "decision_prise_en_charge", "Pour un tiers : la décision de prise en charge"
    )
    country: Country | None = key("pays", "Pays de résidence, s’il diffère de celui de la partie")

    @property
    def order_number_alone(self) -> str | None:
        """The number of the order without the « n° » that it was typed with."""
        return number_alone(self.order_number) if self.order_number else None
