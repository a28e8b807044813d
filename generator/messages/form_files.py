"""The file itself: what can be judged before any YAML is read. Family FO: the form of an input."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

FILE_NOT_FOUND = Message(
    "FO001",
    ERROR,
    "le fichier n’existe pas",
    "vérifiez le nom et le dossier",
    "Une commande ou une donnée nomme un fichier que le dossier de travail ne contient pas.",
)
NOT_A_FILE = Message(
    "FO002",
    ERROR,
    "c’est un dossier, pas un fichier",
    "donnez le chemin du fichier .yaml",
    "Une action, une convention, un barème tiennent chacun dans un fichier.",
)
UNREADABLE_FILE = Message(
    "FO003",
    ERROR,
    "le fichier ne se laisse pas lire : {raison}",
    "vérifiez les droits du fichier, et qu’aucun autre programme ne le tient",
    "Le système a refusé la lecture ; le contenu n’est pas en cause.",
)
FILE_TOO_LARGE = Message(
    "FO004",
    ERROR,
    "le fichier dépasse {limite}",
    "vérifiez que c’est bien un fichier de saisie ; répartissez les données en plusieurs fichiers",
    "Un fichier de saisie pèse quelques dizaines de kilo-octets. Un fichier énorme est une erreur ou un piège.",
)
OTHER_FORMAT = Message(
    "FO005",
    ERROR,
    "c’est {format}, pas un fichier de saisie YAML",
    "donnez le fichier .yaml de la saisie",
    "Le contenu commence comme celui d’un autre format, quel que soit le nom du fichier.",
)
NOT_UTF8 = Message(
    "FO006",
    ERROR,
    "le caractère « {caractere} » (octet {octet}) est codé en Windows-1252 (cp1252, Latin-1), pas en UTF-8",
    "enregistrez le fichier en UTF-8 : dans le Bloc-notes, « Enregistrer sous », Codage « UTF-8 »",
    "Un même octet est une lettre différente selon le codage. Lire au jugé changerait les noms propres dans les actes.",
)
UTF16_OR_32 = Message(
    "FO007",
    ERROR,
    "le fichier est codé en {codage}, pas en UTF-8",
    "enregistrez le fichier en UTF-8 : dans le Bloc-notes, « Enregistrer sous », Codage « UTF-8 »",
    "Les fichiers de saisie sont en UTF-8, avec ou sans marque d’ordre des octets.",
)
NUL_CHARACTER = Message(
    "FO008",
    ERROR,
    "le fichier contient un caractère nul ({nombre} en tout) : il est abîmé, ou codé en UTF-16",
    "reprenez une copie saine, ou enregistrez le fichier en UTF-8",
    "Aucun texte ne contient de caractère nul ; Word refuserait le document.",
)
CONTROL_CHARACTER = Message(
    "FO009",
    ERROR,
    "caractère invisible interdit ({point_de_code})",
    "effacez-le et retapez le passage ; il vient souvent d’un copier-coller depuis Word ou un PDF",
    "Un caractère de commande disparaît à l’impression, ou fait refuser le document par Word.",
)
EMPTY_FILE = Message(
    "FO010",
    ERROR,
    "le fichier est vide",
    "partez du formulaire que donne « parafe new »",
    "Un fichier sans aucune clé remplie n’est pas une saisie.",
)

MESSAGES: tuple[Message, ...] = (
    FILE_NOT_FOUND,
    NOT_A_FILE,
    UNREADABLE_FILE,
    FILE_TOO_LARGE,
    OTHER_FORMAT,
    NOT_UTF8,
    UTF16_OR_32,
    NUL_CHARACTER,
    CONTROL_CHARACTER,
    EMPTY_FILE,
)
"""Every message of the family, by serial number."""
