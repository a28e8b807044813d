"""The sentences of an act that take in what people type: each declares the grammar that it wants.

A field that a template builds into a sentence is annotated with one of these; documents fit what is typed to it, rules
tell what does not fit, and forms show the sentence to whoever types.
"""

from dataclasses import dataclass

from pydantic.fields import FieldInfo

from generator.french import Grammar


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that takes in a text.

    Attributes:
        words: its words, as the shipped templates write them; ``{}`` stands for the text.
        grammar: what the text must be there.
        instead: what announces a text that is not of that grammar, so that the sentence stays right all the same.
        example: a text that fits.
    """

    words: str
    grammar: Grammar
    instead: str = ""
    example: str = ""


def sentence_of(field: FieldInfo) -> Sentence | None:
    """Return the sentence that takes in what is typed in a field, or None."""
    return next((note for note in field.metadata if isinstance(note, Sentence)), None)


ACTION_TITLE = Sentence("Action n° 1 : « {} »", Grammar.TITLE, example="Les métiers d’art des deux villes")
PURPOSE = Sentence(
    "La présente convention a pour objet {}.",
    Grammar.PURPOSE,
    instead="ce qui suit",
    example="organiser des résidences d’artisans",
)
CONTEXT = Sentence("{}", Grammar.SENTENCES, example="Les artisans des deux villes partagent des savoir-faire.")
BENEFICIARIES = Sentence(
    "Les bénéficiaires de l’action sont les suivants : {}.", Grammar.LISTED, example="vingt artisans des deux villes"
)
LEAD_SERVICE = Sentence(
    "Le service référent est {}.",
    Grammar.NAME,
    instead="le suivant",
    example="le service des relations internationales",
)
COMPETENCE = Sentence(
    "La partie agit au titre {}.",
    Grammar.AFTER_OF,
    instead="la compétence suivante",
    example="la promotion de l’artisanat local",
)
DUTY = Sentence(
    "Le signataire s’engage à : {} ;",
    Grammar.INFINITIVE,
    instead="respecter ce qui suit",
    example="mettre une salle à disposition",
)
ROLE = Sentence("L’association a le rôle suivant : {}.", Grammar.LISTED, example="organisation du salon")
OWN_DECISION = Sentence(
    "représentée par sa présidente, agissant en vertu {}",
    Grammar.AFTER_OF,
    instead="l’acte suivant",
    example="la décision de son conseil d’administration du 12 février 2018",
)
DECISION_SEEN = Sentence(
    "Vu, pour l’association, {} ;", Grammar.NOUN_GROUP, instead="l’acte suivant", example=OWN_DECISION.example
)
COMPETENCE_NAMED = Sentence(
    "La partie exerce {}.", Grammar.NOUN_GROUP, instead=COMPETENCE.instead, example=COMPETENCE.example
)
ACTIVITY_TITLE = Sentence("{}", Grammar.TITLE, example="Salon des métiers d’art")
DESCRIPTION = Sentence("{}", Grammar.SENTENCES, example="Les artisans exposent leurs œuvres.")
MEMBER = Sentence("Le comité comprend : {} ;", Grammar.LISTED, example="un élu de chaque ville")
VISA_AUTHORITY = Sentence(
    "une délibération visée par {} le 22 février 2018",
    Grammar.NOUN_GROUP,
    instead="l’autorité suivante",
    example="le gouverneur de la province",
)
COURT = Sentence(
    "Le différend est porté devant {}.",
    Grammar.NOUN_GROUP,
    instead="la juridiction suivante",
    example="le tribunal administratif",
)
CO_FUNDER = Sentence(
    "le cofinancement accordé par {}",
    Grammar.NOUN_GROUP,
    instead="l’organisme suivant",
    example="le ministère de l’Europe et des Affaires étrangères",
)
GRANT = Sentence(
    "Vu, pour le cofinancement accordé par le ministère, {} ;",
    Grammar.NOUN_GROUP,
    instead="la pièce suivante",
    example="la notification du 15 janvier 2018",
)
MENTION = Sentence("{}", Grammar.TITLE, example="Action réalisée avec le soutien du ministère")
LABEL = Sentence("{}", Grammar.ITEM, example="Transport international de la mission M1")
CALCULATION = Sentence("{}", Grammar.ITEM, example="deux voyageurs à 430,00 €")
PAYMENT_EVENT = Sentence(
    "La subvention est versée ainsi : 5 000,00 €, {}, sur production du bilan.",
    Grammar.WHEN,
    example="à la remise du bilan",
)
EVIDENCE = Sentence("sur production des pièces suivantes : {}", Grammar.LISTED, example="compte rendu financier")
REASON_OF_STOPS = Sentence(
    "Motif du trajet : {}.", Grammar.LISTED, example="passage par Paris, faute de liaison directe"
)
HOSTING = Sentence("{}", Grammar.TITLE, example="Visite de la médina")
MISSION_PURPOSE = Sentence("Mission M1 – {}", Grammar.TITLE, example="Résidence d’artisans")
