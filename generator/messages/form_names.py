"""Names and places of inputs in a workspace. Family FO: the form of an input."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

NAME_IS_NOT_NUMBER = Message(
    "FO051",
    ERROR,
    "le numéro « {numero} » n’est pas le nom du fichier « {fichier} »",
    "renommez le fichier en « {numero}.yaml », ou corrigez le numéro",
    "Le nom du fichier est le numéro de l’action : deux actions ne peuvent porter le même.",
)
NAME_IS_NOT_FRAMEWORK = Message(
    "FO052",
    ERROR,
    "l’identifiant « {identifiant} » n’est pas celui que donne le nom du fichier : « {attendu} »",
    "écrivez « {attendu} », ou renommez le fichier",
    "Les actions désignent la convention par le nom de son fichier.",
)
UNKNOWN_FRAMEWORK = Message(
    "FO053",
    ERROR,
    "aucune convention-cadre « {identifiant} » dans inputs/conventions",
    "{conseil}",
    "Une convention spécifique n’existe que par la convention-cadre dont elle découle.",
)
CASE_TWINS = Message(
    "FO054",
    ERROR,
    "« {fichier} » et « {autre} » ne diffèrent que par des majuscules",
    "renommez l’un des deux",
    "Sous Windows et macOS ces deux noms désignent le même fichier.",
)
RESERVED_NAME = Message(
    "FO055",
    ERROR,
    "« {identifiant} » ne peut pas servir de nom de fichier sous Windows",
    "choisissez un autre identifiant, sans point à la fin",
    "CON, NUL, AUX, PRN, COM1… désignent des appareils ; un point final disparaît.",
)
YEAR_IS_NOT_FOLDER = Message(
    "FO056",
    ERROR,
    "« {valeur} » n’est pas de l’année du dossier « {dossier} »",
    "déplacez le fichier, ou corrigez la valeur",
    "Chaque dossier d’inputs/ contient une année du programme.",
)
OTHER_EXTENSION = Message(
    "FO057",
    ERROR,
    "« {fichier} » et « {autre} » sont deux formulaires d’un même numéro",
    "supprimez l’un des deux, ou renommez-le s’il s’agit d’une autre action",
    "Le numéro est le dossier des documents : l’un des deux écraserait ce que donne l’autre.",
)
NOT_A_PICTURE = Message(
    "FO058",
    ERROR,
    "ce n’est ni une image PNG ni une image JPEG, quel que soit le nom du fichier",
    "enregistrez le logo en PNG ou en JPEG, par exemple avec Paint, puis remettez-le sous le même nom",
    "Word lit les logos des en-têtes dans ces deux formats ; un autre format rendrait le document illisible.",
)

MESSAGES: tuple[Message, ...] = (
    NAME_IS_NOT_NUMBER,
    NAME_IS_NOT_FRAMEWORK,
    UNKNOWN_FRAMEWORK,
    CASE_TWINS,
    RESERVED_NAME,
    YEAR_IS_NOT_FOLDER,
    OTHER_EXTENSION,
    NOT_A_PICTURE,
)
"""Every message of the family, by serial number."""
