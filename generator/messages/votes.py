"""The voted text and the signed text. Family TV."""

from __future__ import annotations

from generator.messages.message import ERROR, WARNING, Message

CITATION = "Le texte signé est le texte voté."
_VOTE_AGAIN = "Revenez à ce qui a été voté, ou faites délibérer de nouveau ; aucune dérogation n’y supplée."

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
CHANGED_DATUM = Message(
    "TV011",
    ERROR,
    "{quoi} : « {avant} » dans le projet approuvé {de}, « {apres} » dans l’acte",
    _VOTE_AGAIN,
    "L’assemblée a autorisé un texte : ses parties, son objet, ses obligations, ses montants et son terme.",
    citation=CITATION,
)
NEW_DATUM = Message(
    "TV012",
    ERROR,
    "{quoi} : « {apres} » n’est pas dans le projet approuvé {de}",
    _VOTE_AGAIN,
    "Ce qui s’ajoute après le vote n’a été autorisé par personne.",
    citation=CITATION,
)
LOST_DATUM = Message(
    "TV013",
    ERROR,
    "{quoi} : « {avant} », qui figure dans le projet approuvé {de}, n’est plus dans l’acte",
    _VOTE_AGAIN,
    "Ce qui disparaît après le vote a pu décider l’assemblée à le voter.",
    citation=CITATION,
)
UNSETTLED_DATUM = Message(
    "TV014",
    ERROR,
    "{quoi} : le projet approuvé {de} laissait en blanc ce que l’acte fixe à « {apres} »",
    _VOTE_AGAIN,
    "Un blanc voté n’autorise pas à y écrire ce que l’on veut.",
    citation=CITATION,
)
COMPLETED_QUALITY = Message(
    "TV015",
    WARNING,
    "{quoi} : le projet approuvé {de} la laissait en blanc ; l’acte porte « {apres} »",
    "Vérifiez que cette personne tient de la loi ou d’une délégation le pouvoir de signer.",
    citation=CITATION,
)
LOST_DATA = Message(
    "TV016",
    ERROR,
    "les données du projet approuvé sont introuvables ou illisibles : {fichier}",
    "Remettez à côté de la copie du projet le fichier que « parafe vote » y a gardé.",
    citation=CITATION,
)
OTHER_DATA = Message(
    "TV017",
    ERROR,
    "les données gardées ne sont pas celles du projet approuvé : {fichier}",
    "Remettez le fichier que « parafe vote » a gardé ; il ne se corrige pas.",
    "Les données gardées avec un projet portent l’empreinte de ce projet, et la délibération la leur.",
    citation=CITATION,
)
NO_DATA = Message(
    "TV018",
    WARNING,
    "le projet approuvé est conservé sans ses données : tout chiffre, tout nom, toute obligation qui change "
    "s’opposera à la signature",
    "Enregistrez le prochain vote par « parafe vote », qui garde les données avec le projet.",
    citation=CITATION,
)
OTHER_SUBSTANCE = Message(
    "TV019",
    ERROR,
    "l’acte n’est pas le projet approuvé {de}, {lieu} : {difference}",
    _VOTE_AGAIN,
    "Sans les données du projet voté, rien ne distingue une correction de forme d’un autre engagement.",
    citation=CITATION,
)
NO_SUCH_PARTY = Message(
    "TV020",
    ERROR,
    "« {partie} » n’est pas signataire de cette action",
    "Signataires : {admises}.",
)
NO_DRAFT = Message(
    "TV021",
    ERROR,
    "aucun projet à garder : {fichier} n’existe pas",
    "Produisez-le par « parafe generate », ou donnez par --draft le fichier annexé à la délibération.",
)
EDITED_DRAFT = Message(
    "TV022",
    WARNING,
    "ce projet n’est pas tel que parafe l’a produit : il est gardé sans données",
    "Reportez vos corrections dans le formulaire ou le modèle avant le prochain vote : sans données, l’acte sera "
    "comparé au texte, et tout chiffre, tout nom, toute obligation qui change s’opposera à la signature.",
)
OTHER_KEPT = Message(
    "TV023",
    ERROR,
    "un autre projet est déjà gardé pour ce vote : {fichier}",
    "Vérifiez la partie et la date ; ce qu’une assemblée a approuvé ne se remplace pas.",
)
NO_DATA_DIGEST = Message(
    "TV024",
    WARNING,
    "l’empreinte des données du projet approuvé n’est pas inscrite : la comparaison porte sur le texte",
    "Écrivez sous `sha256_donnees` : {trouvee}",
    citation=CITATION,
)

MESSAGES: tuple[Message, ...] = (
    COPY_NOT_FOUND,
    OTHER_COPY,
    OTHER_WORDS,
    NO_COPY,
    NO_DIGEST,
    CHANGED_DATUM,
    NEW_DATUM,
    LOST_DATUM,
    UNSETTLED_DATUM,
    COMPLETED_QUALITY,
    LOST_DATA,
    OTHER_DATA,
    NO_DATA,
    OTHER_SUBSTANCE,
    NO_SUCH_PARTY,
    NO_DRAFT,
    EDITED_DRAFT,
    OTHER_KEPT,
    NO_DATA_DIGEST,
)
"""Every message of the family, by serial number; TV003, TV004 and TV008 to TV010 are no longer said."""
