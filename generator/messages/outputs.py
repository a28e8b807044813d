"""Writing to output/ and to a new workspace. Families PU and ES."""

from __future__ import annotations

from generator.messages.message import ERROR, INFORMATION, WARNING, Message

EDITED_BY_HAND = Message(
    "PU001",
    ERROR,
    "le projet a été modifié à la main depuis sa production : il n’est pas remplacé",
    "Renommez votre version, ou relancez avec --overwrite : une copie en sera gardée.",
)
COPY_KEPT = Message(
    "PU002",
    WARNING,
    "votre version modifiée à la main est gardée sous « {copie} »",
    "Reportez vos corrections dans le modèle ou dans les données, puis supprimez la copie.",
)
NO_LONGER_PLANNED = Message(
    "PU003",
    WARNING,
    "l’action ne prévoit plus ce document ; il reste en place parce qu’il a été modifié à la main",
    "Supprimez-le s’il ne sert plus.",
)
SAME_NUMBER = Message(
    "PU004",
    ERROR,
    "les documents de ce formulaire et de {autres} auraient les mêmes fichiers",
    "Ne gardez qu’un formulaire par numéro d’action, ou donnez-les l’un après l’autre avec --output.",
    "Le nom du formulaire est le numéro de l’action, et ce numéro est le dossier de ses documents.",
)
SAME_NAME = Message(
    "PU005",
    ERROR,
    "plusieurs documents de l’action {numero} auraient le même fichier : « {fichier} »",
    "Renommez l’un des dossiers de templates/ dont les documents portent ce nom.",
    "Le nom d’un document est celui de son genre, puis de ce pour quoi il est fait ; les majuscules n’y comptent pas.",
)
BATCH_UNDER_WAY = Message(
    "PU006",
    ERROR,
    "un autre lot est en cours sur cette année : celui-ci n’a rien fait",
    "Attendez qu’il finisse, puis relancez la commande : ce qu’il aura fait ne sera pas refait.",
    "Deux lots à la fois donneraient deux dossiers d’un même acte.",
)
ACTION_STOPS_THE_PROGRAM = Message(
    "PU007",
    ERROR,
    "l’action {numero} arrête le programme qui la traite ({raison}) ; les autres sont faites",
    "Envoyez son formulaire aux auteurs du programme.",
)
DRAFTS_LEFT = Message(
    "PU008",
    WARNING,
    "l’action {numero} n’a plus de formulaire ; ses projets restent en place",
    "Relancez avec --prune pour les supprimer, ou remettez son formulaire.",
)
PACKAGE_LEFT = Message(
    "PU009",
    WARNING,
    "l’action {numero} n’a plus de formulaire ; son dossier de signature reste en place",
    "Un dossier publié n’est jamais supprimé par le programme : classez-le, ou remettez le formulaire.",
)
REMOVED = Message(
    "PU010",
    INFORMATION,
    "l’action {numero} n’a plus de formulaire : ses projets sont supprimés",
)
EDITED_PACKAGE = Message(
    "PU011",
    WARNING,
    "le dossier a été modifié depuis sa publication (« {fichier} ») : il reste en place, et le suivant est publié",
    "Faites signer le nouveau dossier ; « parafe verify » dit tout ce qui a changé dans l’ancien.",
)
REGISTER_NOT_REPLACED = Message(
    "PU012",
    ERROR,
    "un autre fichier porte déjà ce nom : le registre n’y est pas écrit",
    "Donnez un autre nom, ou relancez avec --overwrite pour remplacer ce fichier.",
    "Un registre exporté est souvent annoté à la main : il n’est jamais remplacé sans qu’on le demande.",
)
YEAR_NOT_WHOLE = Message(
    "PU013",
    WARNING,
    "les documents de l’année ne sont pas faits : le formulaire de {actions} est en défaut",
    "Corrigez ce que les constats indiquent, puis relancez : un programme qui tairait une action serait faux.",
)
ALREADY_THERE = Message(
    "ES001",
    WARNING,
    "le fichier existe déjà : il n’est pas remplacé",
    "Renommez-le, ou donnez un autre nom, et relancez la commande.",
)

MESSAGES: tuple[Message, ...] = (
    EDITED_BY_HAND,
    COPY_KEPT,
    NO_LONGER_PLANNED,
    SAME_NUMBER,
    SAME_NAME,
    BATCH_UNDER_WAY,
    ACTION_STOPS_THE_PROGRAM,
    DRAFTS_LEFT,
    PACKAGE_LEFT,
    REMOVED,
    EDITED_PACKAGE,
    REGISTER_NOT_REPLACED,
    YEAR_NOT_WHOLE,
    ALREADY_THERE,
)
"""Every message of the family, by serial number."""
