"""Verification of signature packages. Family DO."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

NOT_A_PACKAGE = Message(
    "DO001",
    ERROR,
    "« {chemin} » n’est pas un dossier de signature : le fichier {manifeste} y manque",
    "Donnez le chemin d’un dossier « dossier-v1 », « dossier-v2 »…",
)
BROKEN_SEAL = Message(
    "DO002",
    ERROR,
    "le sceau {sceau} manque ou ne correspond pas au manifeste : le manifeste a été modifié",
    "Reprenez le dossier d’origine ; s’il est perdu, produisez-en un nouveau avec « parafe generate --final ».",
)
UNREADABLE_MANIFEST = Message(
    "DO003",
    ERROR,
    "le manifeste n’est pas lisible : {detail}",
    "Reprenez le dossier d’origine.",
)
CHANGED_FILE = Message(
    "DO004",
    ERROR,
    "le fichier a été modifié : son empreinte est {trouvee}, le manifeste porte {attendue}",
    "Remettez le fichier d’origine ; un acte modifié à la main ne se signe pas.",
)
MISSING_FILE = Message(
    "DO005",
    ERROR,
    "le fichier manque",
    "Remettez le fichier d’origine à sa place.",
)
EXTRA_FILE = Message(
    "DO006",
    ERROR,
    "le fichier est de trop : le manifeste ne le connaît pas",
    "Retirez-le du dossier.",
)
SYMBOLIC_LINK = Message(
    "DO007",
    ERROR,
    "le lien symbolique n’est pas admis dans un dossier de signature",
    "Remplacez le lien par le fichier d’origine.",
)
UNLIKE_ORIGINALS = Message(
    "DO008",
    ERROR,
    "les originaux ne sont pas identiques ou ne sont pas au nombre annoncé ({nombre})",
    "Reprenez le dossier d’origine : chaque exemplaire doit porter exactement le même texte.",
)

MESSAGES: tuple[Message, ...] = (
    NOT_A_PACKAGE,
    BROKEN_SEAL,
    UNREADABLE_MANIFEST,
    CHANGED_FILE,
    MISSING_FILE,
    EXTRA_FILE,
    SYMBOLIC_LINK,
    UNLIKE_ORIGINALS,
)
"""Every message of the family, by serial number."""
