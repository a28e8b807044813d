"""Kinds of documents and their templates. Family MO."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

UNKNOWN_KIND = Message(
    "MO001",
    ERROR,
    "aucun document de ce genre : « {genre} »",
    "Genres présents dans templates/ : {presents}.",
)
MISSING_MARK = Message(
    "MO002",
    ERROR,
    "le modèle n’affiche pas la mention « {mention} » dans ses en-têtes : {quoi} passerait pour un acte valable",
    "Ajoutez dans chaque en-tête un paragraphe conditionné par la variable « {variable} ».",
)
SEVERAL_ORIGINALS = Message(
    "MO003",
    ERROR,
    "plusieurs genres se disent l’acte original du dossier : {genres}",
    "Gardez `dossier: original` dans un seul document.yaml.",
)
NO_ORIGINAL = Message(
    "MO004",
    ERROR,
    "aucun genre ne se dit l’acte original du dossier de signature",
    "Écrivez `dossier: original` dans le document.yaml de la convention spécifique.",
)
NOTHING_TO_MAKE = Message(
    "MO005",
    ERROR,
    "aucun document de ce genre pour l’action {numero} : {raison}",
    "Vérifiez les déplacements et les voyageurs de l’action, ou retirez l’option --only.",
)
MISSING_TEMPLATE = Message(
    "MO006",
    ERROR,
    "le modèle manque : {fichier}",
    "Remettez le fichier Word du genre à sa place.",
)
NO_KIND = Message(
    "MO007",
    ERROR,
    "aucun genre de document dans templates/ : rien ne peut être produit",
    "Remettez les modèles livrés avec « parafe init », ou indiquez l’espace de travail par --workspace.",
)
NO_SUCH_TEMPLATE = Message(
    "MO008",
    ERROR,
    "ni un genre de document, ni un modèle Word : « {nom} »",
    "Genres présents dans templates/ : {presents}. Un modèle se donne par son chemin.",
)
KIND_OF_A_YEAR = Message(
    "MO009",
    ERROR,
    "ce document se fait d’une année entière, non de l’action {numero}",
    "Retirez l’option --only, ou nommez un genre qui se fait d’une action.",
)

MESSAGES: tuple[Message, ...] = (
    UNKNOWN_KIND,
    MISSING_MARK,
    SEVERAL_ORIGINALS,
    NO_ORIGINAL,
    NOTHING_TO_MAKE,
    MISSING_TEMPLATE,
    NO_KIND,
    NO_SUCH_TEMPLATE,
    KIND_OF_A_YEAR,
)
"""Every message of the family, by serial number."""
