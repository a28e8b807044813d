"""The values that a template is given, and the result. Family TP: templates."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

UNKNOWN_NAME = Message(
    "TP201",
    ERROR,
    "`{what}` n’existe pas dans les données",
    "",
    "Un nom inconnu laisserait un blanc que personne ne verrait.",
)
BLANK_VALUE = Message(
    "TP202",
    ERROR,
    "`{what}` n’est pas renseigné",
    "complétez la donnée",
    "Un acte définitif n’a pas de blanc, hormis ceux que le genre réserve à la main.",
)
NOT_TEXT = Message(
    "TP203",
    ERROR,
    "`{what}` est {kind}, non un texte",
    "désignez l’un de ses éléments",
    "Imprimée telle quelle, une liste montrerait des crochets et des guillemets.",
)
NOT_A_LIST = Message(
    "TP204",
    ERROR,
    "`{what}` est {kind}, non une liste",
    "désignez une liste",
    "Une boucle parcourt une liste.",
)
FORBIDDEN_CHARACTER = Message(
    "TP205",
    ERROR,
    "`{what}` contient un caractère interdit dans un document Word ({kind})",
    "retirez ce caractère de la donnée",
    "Word ne l’écrit pas : il disparaîtrait, ou rendrait l’acte illisible.",
)
FAILED_EXPRESSION = Message(
    "TP206",
    ERROR,
    "la balise ne peut pas être calculée : « {what} », {kind}",
    "imprimez la valeur telle quelle : dans les données, un montant ou une date est déjà un texte, qui ne se compare "
    "ni ne s’additionne",
    "Le calcul que la balise demande n’a pas de sens pour ces valeurs.",
)
FORBIDDEN_ACCESS = Message(
    "TP207",
    ERROR,
    "accès interdit : « {what} », {kind}",
    "un modèle ne lit que des données",
    "Un modèle venu d’ailleurs ne doit rien pouvoir faire d’autre qu’afficher des données.",
)
EXHAUSTED = Message(
    "TP208",
    ERROR,
    "« {what} » fait dépasser la taille admise pour un document",
    "vérifiez les boucles et les valeurs",
    "Une boucle sans mesure bloquerait la machine ; aucun acte n’a besoin de cette taille.",
)
MISPLACED_BREAK = Message(
    "TP209",
    ERROR,
    "`{what}` contient un saut de page que son emplacement n’admet pas",
    "retirez le saut de page",
    "Une propriété ou un attribut est d’une seule ligne.",
)
MISPLACED_TEXT = Message(
    "TP210",
    ERROR,
    "`{what}` est du texte simple : il serait perdu hors d’un passage",
    "écrivez {{{{ … }}}} sans lettre",
    "{{p … }} et {{tr … }} remplacent un paragraphe ou une ligne entière : un simple texte n’y tient pas.",
)
MISPLACED_OBJECT = Message(
    "TP211",
    ERROR,
    "`{what}` est {kind}",
    "changez la balise",
    "Un texte enrichi, une image ou un sous-document n’entre que par la balise qui lui convient.",
)
UNFIT_OBJECT = Message(
    "TP212",
    ERROR,
    "`{what}` ne peut pas entrer dans le document : {kind}",
    "corrigez la donnée",
    "Ce qui ne peut pas être repris en entier est refusé, plutôt que repris à moitié.",
)
MISPLACED_CHART = Message(
    "TP213",
    ERROR,
    "`{what}` est un graphique, qui ne tient pas à cette place",
    "placez la balise, sans lettre, seule dans un paragraphe du corps du document",
    "Un graphique a la largeur du texte : dans une phrase, il la couperait ; Word n’en veut ni en en-tête ni en note.",
)
UNSOUND_RESULT = Message(
    "TP301",
    ERROR,
    "le document produit serait refusé par Word : {what}",
    "signalez ce défaut avec le modèle",
    "Chaque document est relu avant d’être écrit : celui-ci ne s’ouvrirait pas.",
)
TEXT_NOT_CONSERVED = Message(
    "TP302",
    ERROR,
    "le document produit n’a pas tout le texte attendu : « {what} »",
    "signalez ce défaut avec le modèle",
    "Chaque document est comparé, mot à mot, à ce que le modèle et les valeurs devaient donner.",
)

MESSAGES: tuple[Message, ...] = (
    UNKNOWN_NAME,
    BLANK_VALUE,
    NOT_TEXT,
    NOT_A_LIST,
    FORBIDDEN_CHARACTER,
    FAILED_EXPRESSION,
    FORBIDDEN_ACCESS,
    EXHAUSTED,
    MISPLACED_BREAK,
    MISPLACED_TEXT,
    MISPLACED_OBJECT,
    UNFIT_OBJECT,
    MISPLACED_CHART,
    UNSOUND_RESULT,
    TEXT_NOT_CONSERVED,
)
"""Every message of the family, by serial number."""
