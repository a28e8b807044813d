"""The parameters that follow from a framework convention's text; each names its place there."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache, cached_property

from pydantic import Field

from generator.convention.signed_text import Locator, SignedText
from generator.french import Name
from generator.model.entries import Country, Day, Entry, Identifier, Text, Whole, YesNo, key, required
from generator.model.missions import CostCategory
from generator.model.persons import Forms, Person


class NamedSignatory(Person):
    """A signatory as the signed text names it; who signs today is data of the action."""


class PartyDeliberation(Entry):
    """The deliberation that the text cites for a party."""

    day: Day | None = key("date", "Date de la délibération citée")
    body: Text | None = key("organe", "Assemblée, telle que le texte la nomme")


class Seat(Entry):
    """A town, with its grammatical forms."""

    name: Text = required("nom", "Nom de la ville : Valmont, Le Mans, Essaouira")
    of: Text | None = key("de", "Forme avec « de » : d’Essaouira, du Mans")
    to: Text | None = key("a", "Forme avec « à » : à Essaouira, au Mans")


class Land(Entry):
    """A country, with its grammatical form."""

    code: Country = required("code", "Code à deux lettres")
    name: Text = required("nom", "Nom du pays")


class Party(Entry):
    """A party to the framework convention."""

    id: Identifier = required("id", "Identifiant court : valmont")
    name: Text = required("nom", "Nom de la partie, sans article : Ville de Valmont")
    forms: Forms = required("formes", "Formes grammaticales du nom")
    kind: Identifier = required("nature", "commune, epci, departement, region, province, association, etat…")
    side: Identifier | None = key("cote", "Côté de la convention, quand les parties sont groupées")
    country: Land = required("pays", "Pays")
    place: Seat = required("lieu", "Ville où siège la partie")
    population: Whole | None = key("habitants", "Nombre d’habitants, si une règle en dépend")
    designation: Text | None = key("designation", "Nom abrégé dans les actes : la Ville de Valmont")
    seat: Text | None = key("siege", "Adresse, si le texte la donne")
    signatory: NamedSignatory | None = key("signataire", "Signataire nommé par le texte")
    deliberation: PartyDeliberation | None = key("deliberation", "Délibération citée par le texte ; vide : aucune")
    clause: Locator | None = key("source", "Où le texte désigne la partie")

    @property
    def interest(self) -> str:
        """The side that it shares with other parties, or itself: parties of one side have one interest."""
        return self.side or self.id

    @property
    def noun(self) -> Name:
        """Its name, as sentences decline it."""
        return self.forms.noun(self.name)


class Axis(Entry):
    """An axis of cooperation; its words stand in the text."""

    id: Identifier = required("id", "Identifiant court")
    label: Text = required("intitule", "Intitulé, repris du texte")
    clause: Locator = required("source", "Où le texte énonce l’axe")


class TermStart(StrEnum):
    """From when the term runs."""

    SIGNATURE = "signature"
    TRANSMISSION = "transmission"
    DAY = "date"


class Renewal(StrEnum):
    """How a term is renewed."""

    DELIBERATION = "deliberation"
    TACIT = "tacite"
    AMENDMENT = "avenant"
    NONE = "aucun"


class Term(Entry):
    """How long the convention lasts, and how it is renewed."""

    years: Whole | None = key("annees", "Durée en années")
    starts_at: TermStart = key("a_compter_de", "signature, transmission ou date", TermStart.SIGNATURE)
    first_day: Day | None = key("debut", "Premier jour, si le texte le fixe")
    last_day: Day | None = key("fin", "Dernier jour, si le texte le fixe")
    renewal: Renewal = key("renouvellement", "deliberation, tacite, avenant ou aucun", Renewal.NONE)
    most_renewals: Whole | None = key("renouvellements_au_plus", "Nombre de renouvellements, si le texte le limite")


class AxesPeriod(Entry):
    """The years that the axes' title names; not the convention's term."""

    first_year: Whole = required("debut", "Première année")
    last_year: Whole = required("fin", "Dernière année")


class CostRule(StrEnum):
    """Who bears a category of travel costs."""

    TRAVELLING_PARTY = "partie_en_deplacement"
    HOST_PARTY = "partie_accueillante"
    EACH_ITS_OWN = "chacun_les_siens"
    FREE = "libre"


class CostSharing(Entry):
    """Who bears what, category by category; a category that the text leaves open is null."""

    international_transport: CostRule | None = key("transport_international", "Transport international")
    stay: CostRule | None = key("sejour", "Séjour")
    local_transport: CostRule | None = key("transport_local", "Transport local")
    insurance: CostRule | None = key("assurance", "Assurance")

    def rule_of(self, category: CostCategory) -> CostRule | None:
        """Return who bears a category; None where the text leaves it open, or never shares it."""
        match category:
            case CostCategory.INTERNATIONAL_TRANSPORT:
                return self.international_transport
            case CostCategory.STAY:
                return self.stay
            case CostCategory.LOCAL_TRANSPORT:
                return self.local_transport
            case CostCategory.INSURANCE:
                return self.insurance
            case CostCategory.STOPOVER | CostCategory.OTHER:
                return None


class EvaluationRule(Entry):
    """What the text asks about evaluation."""

    yearly: YesNo = key("annuelle", "Évaluation annuelle", default=False)
    before_renewal: YesNo = key("avant_renouvellement", "Évaluation d’ensemble avant renouvellement", default=False)
    shared_indicators: YesNo = key("indicateurs_communs", "Indicateurs définis en commun", default=False)


class Framework(Entry):
    """A framework convention: ``inputs/conventions/<id>.yaml``."""

    id: Identifier = required("id", "Identifiant de la convention : le nom du fichier")
    title: Text = required("intitule", "Titre cité dans les actes, en minuscules : convention de partenariat")
    forms: Forms = key("formes", "Formes grammaticales du titre", Forms.model_construct())
    text: SignedText = required("texte", "Texte signé")
    clauses: dict[str, Locator] = Field(alias="clauses", description="Clé que les règles citent → lieu dans le texte")
    parties: tuple[Party, ...] = required("parties", "Parties, dans l’ordre du texte")
    party_order: tuple[Identifier, ...] = required("ordre_des_parties", "Ordre de désignation des parties")
    signature_order: tuple[Identifier, ...] = required("ordre_des_signatures", "Ordre des signatures")
    axes: tuple[Axis, ...] = key("axes", "Axes, dans l’ordre du texte", ())
    axes_period: AxesPeriod | None = key("periode_des_axes", "Années que porte le titre des axes")
    term: Term = required("duree", "Durée et renouvellement")
    originals: Whole | None = key("exemplaires", "Nombre d’originaux")
    participation: YesNo = key(
        "participation_de_chaque_partie", "Chaque partie participe financièrement", default=False
    )
    specific_agreement: YesNo = key("convention_specifique_par_action", "Une convention par action", default=False)
    costs: CostSharing = key("frais", "Partage des frais de déplacement", CostSharing.model_construct())
    evaluation: EvaluationRule = key("evaluation", "Évaluation", EvaluationRule.model_construct())
    language: Text = key("langue", "Langue du texte signé", "français")

    @property
    def noun(self) -> Name:
        """Its title, as sentences decline it."""
        return self.forms.noun(self.title)

    def party(self, identifier: str | None) -> Party | None:
        """Return the party of that identifier, or None."""
        return self._parties.get(identifier)

    @cached_property
    def _parties(self) -> Mapping[str | None, Party]:
        return {party.id: party for party in reversed(self.parties)}

    def axis(self, identifier: str | None) -> Axis | None:
        """Return the axis of that identifier, or None."""
        return next((axis for axis in self.axes if axis.id == identifier), None)

    def quote(self, clause: str) -> str | None:
        """Return the signed words of a clause by its key; None when the framework has no such clause."""
        return self._quotations(clause)

    @cached_property
    def _quotations(self) -> Callable[[str], str | None]:
        """Gives the words of a clause, each found once: every action under the framework cites them."""

        @cache
        def words_of(clause: str) -> str | None:
            place = self.clauses.get(clause)
            return None if place is None else self.text.words_at(place)

        return words_of
