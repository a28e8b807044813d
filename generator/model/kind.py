"""A document kind: what ``document.yaml`` says beside a Word template. No code belongs to a kind."""

from enum import StrEnum

from generator.model.entries import Entry, Identifier, Text, YesNo, key, required
from generator.model.persons import Forms


class Stage(StrEnum):
    """When a document must be right: the rules that bar a stage forbid its final documents."""

    BEFORE_VOTE = "avant_vote"
    BEFORE_DEPARTURE = "avant_depart"
    SIGNATURE = "signature"
    AFTER_SIGNATURE = "apres_signature"
    AFTER_MISSION = "apres_mission"
    REPORT = "bilan"


class Subject(StrEnum):
    """For each of what a kind is made."""

    ACTION = "action"
    FRAMEWORK = "convention"
    OFFICER_MISSION = "agent_en_mission"
    ORIGINAL = "exemplaire"
    ADDRESSEE = "destinataire"
    PROGRAMME = "programme"
    PROGRAMME_PARTY = "partie_du_programme"

    @property
    def is_of_a_year(self) -> bool:
        """Whether it is made from a whole year, and from no action alone."""
        return self in {Subject.PROGRAMME, Subject.PROGRAMME_PARTY}


class PackageRole(StrEnum):
    """What a document is in the signature package."""

    ORIGINAL = "original"
    COVER = "page_de_garde"
    PAPER = "piece"


class Heading(Entry):
    """An article or an annex: an identifier that templates refer to, and the facts that keep it alive."""

    id: Identifier = required("id", "Identifiant, repris dans le modèle : {{ art.<id> }}")
    title: Text | None = key("intitule", "Intitulé, pour la documentation ; le modèle porte le sien")
    when: tuple[Identifier, ...] = key("si", "Variables qui doivent toutes être vraies", ())
    unless: tuple[Identifier, ...] = key("sauf_si", "Variables qui doivent toutes être fausses", ())
    for_each: Identifier | None = key("pour_chaque", "Liste dont chaque élément a son propre article : parties")


class DocumentKind(Entry):
    """What a kind of document is, and when and for whom it is made."""

    title: Text = required("intitule", "Nom du document, en français")
    forms: Forms = key("formes", "Formes grammaticales de l’intitulé", Forms.model_construct())
    basis: tuple[Text, ...] = key("fondement", "Clauses de la convention-cadre et textes qui fondent le document", ())
    stage: Stage = required("etape", "Étape à laquelle le document doit être irréprochable")
    subject: Subject = required(
        "pour", "action, convention, agent_en_mission, exemplaire, destinataire, programme ou partie_du_programme"
    )
    when: tuple[Identifier, ...] = key("si", "Variables qui doivent toutes être vraies pour que le document existe", ())
    on_request: YesNo = key("sur_demande", "Produit seulement avec --only", default=False)
    package_role: PackageRole | None = key("dossier", "Place dans le dossier de signature ; vide : n’y entre pas")
    articles: tuple[Heading, ...] = key("articles", "Articles, dans l’ordre", ())
    annexes: tuple[Heading, ...] = key("annexes", "Annexes, dans l’ordre", ())
    without_stale_fields: YesNo = key(
        "sans_champ_a_jour",
        "Refuse un modèle qui contient un champ à recalculer : table des matières, renvoi",
        default=False,
    )
    by_hand: tuple[Text, ...] = key("a_la_main", "Variables laissées en blanc et remplies à la main", ())
