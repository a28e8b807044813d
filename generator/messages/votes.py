"""The voted text and the signed text. Family TV."""

from __future__ import annotations

from generator.messages.message import ERROR, WARNING, Message

CITATION = "Le texte signé est le texte voté."

COPY_NOT_FOUND = Message(
    "TV001",
    ERROR,
    "la copie du projet approuvé est introuvable ou illisible : {fichier}",
    "Remettez sous ce nom, dans l’espace de travail, le fichier Word annexé à la délibération.",
    citation=CITATION,
)
OTHER_COPY = Message(
    "TV002",
    ERROR,
    "la copie conservée n’est pas le projet approuvé : son empreinte est {trouvee}",
    "Retrouvez le fichier annexé à la délibération ; l’empreinte inscrite au vote ne se corrige pas.",
    citation=CITATION,
)
NOT_VOTED = Message(
    "TV003",
    ERROR,
    "{quoi} : « {mots} » ne figure pas dans le projet approuvé par la délibération {de}",
    "Revenez à ce qui a été voté, ou faites délibérer de nouveau ; aucune dérogation n’y supplée.",
    citation=CITATION,
)
AMOUNT_GONE = Message(
    "TV004",
    ERROR,
    "le projet approuvé portait le montant {mots}, qui ne figure plus dans l’acte",
    "Revenez à ce qui a été voté, ou faites délibérer de nouveau ; aucune dérogation n’y supplée.",
    citation=CITATION,
)
OTHER_WORDS = Message(
    "TV005",
    WARNING,
    "l’acte diffère du projet approuvé, {lieu} : {difference}",
    "Vérifiez que la délibération couvre cette différence.",
    citation=CITATION,
)
NO_COPY = Message(
    "TV006",
    WARNING,
    "le projet approuvé n’est pas conservé : l’acte ne peut pas lui être comparé",
    "Conservez le fichier Word annexé au vote dans l’espace de travail, et nommez-le sous « fichier ».",
    citation=CITATION,
)
NO_DIGEST = Message(
    "TV007",
    WARNING,
    "l’empreinte du projet approuvé n’est pas inscrite",
    "Écrivez sous « sha256 » : {trouvee}",
    citation=CITATION,
)
AMOUNTS_EXCHANGED = Message(
    "TV008",
    ERROR,
    "les montants ne sont plus ceux du projet approuvé dans « {mots} » : {avant} devient {apres}",
    "Revenez à ce qui a été voté, ou faites délibérer de nouveau ; aucune dérogation n’y supplée.",
    citation=CITATION,
)
PARTY_GONE = Message(
    "TV009",
    ERROR,
    "le projet approuvé engageait {mots}, qui n’est plus partie à l’acte",
    "Revenez à ce qui a été voté, ou faites délibérer de nouveau ; aucune dérogation n’y supplée.",
    citation=CITATION,
)
AMOUNT_NOT_VOTED = Message(
    "TV010",
    ERROR,
    "le montant {mots} ne figure pas dans le projet approuvé",
    "Revenez à ce qui a été voté, ou faites délibérer de nouveau ; aucune dérogation n’y supplée.",
    citation=CITATION,
)

MESSAGES: tuple[Message, ...] = (
    COPY_NOT_FOUND,
    OTHER_COPY,
    NOT_VOTED,
    AMOUNT_GONE,
    OTHER_WORDS,
    NO_COPY,
    NO_DIGEST,
    AMOUNTS_EXCHANGED,
    PARTY_GONE,
    AMOUNT_NOT_VOTED,
)
"""Every message of the family, by serial number."""
