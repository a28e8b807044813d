"""What blocks cut, repeat or take away: ranges, references, notes, lists. Family TP: templates."""

from __future__ import annotations

from typing import Final

from generator.messages.message import ERROR, INFORMATION, WARNING, Message, said

CUT_RANGE = Message(
    "TP501",
    ERROR,
    "un bloc coupe {what} : {kind}",
    "placez son début et sa fin dans la même branche du même bloc, ou tous deux hors du bloc",
    "Selon les données, l’un des deux bouts manquerait : un champ resté ouvert avale toute la suite, un signet ou un "
    "déplacement sans fin est réparé au hasard.",
)
BLOCK_ACROSS_HOLDERS = Message(
    "TP502",
    ERROR,
    "le bloc « {what} » commence dans {kind} et finit dans un autre",
    "placez le début et la fin du bloc dans le même, ou tous deux dehors",
    "Selon les données, les deux seraient soudés : le lien, le contrôle ou la révision du second disparaîtrait.",
)
LOST_TARGET = Message(
    "TP503",
    ERROR,
    "{what} mène à un passage qui n’est pas dans l’acte",
    "mettez ce renvoi dans la même condition que le passage",
    "Une condition a retiré le passage : le lecteur trouverait un ancien numéro, ou « Erreur ! Source du renvoi "
    "introuvable ».",
)
UNSURE_TARGET = Message(
    "TP504",
    WARNING,
    "{what} mène à un passage que l’acte n’a pas toujours",
    "mettez ce renvoi dans la même condition que le passage",
    "Quand la condition retire le passage, l’acte est refusé : son renvoi ne mènerait nulle part.",
)
FIELD_TO_UPDATE = Message(
    "TP505",
    ERROR,
    "{what} montre un résultat que Word doit mettre à jour, et ce genre n’en admet pas",
    "écrivez ce renvoi par une balise, ou retirez `sans_champ_a_jour` du document.yaml",
    "Le résultat d’une table des matières ou d’un renvoi date du modèle : il n’est juste qu’une fois recalculé par "
    "Word, et l’acte signé doit se lire de même partout.",
)
ATTACHED_TEMPLATE = Message(
    "TP506",
    INFORMATION,
    "le modèle est attaché à un autre modèle Word, {what} : ce lien n’est pas repris dans les actes",
    "",
    "Word écrit ce lien pour tout document fondé sur un autre modèle, et irait chercher ce fichier à l’ouverture.",
)
STRANGER_IN_NOTE = Message(
    "TP507",
    ERROR,
    "une note appelée dans une boucle reçoit {what}",
    "mettez-le dans le corps du texte, ou sortez l’appel de note de la boucle",
    "Une telle note est copiée à chaque tour ; une image ou un lien venu des données ne peut pas la suivre.",
)
UNKNOWN_STATE = Message(
    "TP508",
    ERROR,
    "l’état d’une case à cocher se lit « {what} »",
    "faites écrire 1 ou 0 par la balise",
    "Une case est cochée (1) ou non (0) : Word ne comprend rien d’autre, et le signe montré pourrait le contredire.",
)
BLOCK_OUT_OF_HOLDER = Message(
    "TP509",
    ERROR,
    "un bout du bloc « {what} » est dans {kind}, l’autre non",
    "placez le début et la fin du bloc dans le même, ou tous deux dehors ; un contrôle se retire par un clic droit, "
    "« Supprimer le contrôle de contenu »",
    "Selon les données, le contrôle, le lien ou la révision resterait à moitié ouvert : Word refuserait l’acte.",
)
ABSENT_TARGET = Message(
    "TP510",
    WARNING,
    "{what} mène à un signet qui n’est pas dans le modèle",
    "supprimez ce renvoi, puis insérez-le de nouveau (Références > Renvoi)",
    "À la première mise à jour des champs, le lecteur trouverait « Erreur ! Source du renvoi introuvable ».",
)

# What a range is, as CUT_RANGE names it.
BOOKMARK: Final = said("le signet « {0} »")
COMMENT: Final = said("la zone d’un commentaire")
EDITABLE: Final = said("une zone modifiable")
MOVE: Final = said("un déplacement suivi")
CUSTOM_REVISION: Final = said("la révision d’un élément XML")
FIELD: Final = said("le champ {0}")
LINK_TO: Final = said("le lien vers « {0} »")

# Where its ends stand.
OUTSIDE: Final = said("hors de tout bloc")
IN_BLOCK: Final = said("dans « {0} »")
IN_BRANCH: Final = said("dans une autre branche de « {0} »")
BOTH_ENDS: Final = said("son début est {0}, sa fin {1}")
RANGE_AND_CALL: Final = said("elle est {0}, l’appel du commentaire {1}")
DELETE_COMMENT: Final = said("supprimez ce commentaire (Révision > Supprimer), ou placez-le en entier dans le bloc")
BOTH_PLACES: Final = said("son début est {0}, sa fin {1} ({2})")

# What a block may begin in, as BLOCK_ACROSS_HOLDERS names it.
A_LINK: Final = said("un lien")
A_CONTROL: Final = said("un contrôle de contenu")
A_REVISION: Final = said("une révision suivie")
A_FIELD: Final = said("un champ")
A_TEXT_BOX: Final = said("une zone de texte")
AN_XML_ELEMENT: Final = said("un élément XML")
AN_IMAGE_OR_LINK: Final = said("une image ou un lien")

MESSAGES: tuple[Message, ...] = (
    CUT_RANGE,
    BLOCK_ACROSS_HOLDERS,
    LOST_TARGET,
    UNSURE_TARGET,
    FIELD_TO_UPDATE,
    ATTACHED_TEMPLATE,
    STRANGER_IN_NOTE,
    UNKNOWN_STATE,
    BLOCK_OUT_OF_HOLDER,
    ABSENT_TARGET,
)
"""Every message of the family, by serial number."""
