"""What renders, and should not be left so. Family TP: templates."""

from __future__ import annotations

from generator.messages.message import ERROR, INFORMATION, WARNING, Message

UNKNOWN_TO_CATALOGUE = Message(
    "TP401",
    ERROR,
    "`{what}` ne figure pas au catalogue des variables de ce genre",
    "« parafe templates vars » en donne la liste",
    "Un nom inconnu donne une marque « à compléter » dans chaque projet, et interdit l’acte définitif.",
)
UNUSED_VALUES = Message(
    "TP402",
    INFORMATION,
    "valeurs du catalogue que le modèle n’emploie pas : {what}",
    "",
    "Une valeur propre au genre et jamais imprimée est parfois un oubli ; le plus souvent, elle ne sert pas ici.",
)
TRACKED_CHANGES = Message(
    "TP403",
    WARNING,
    "le paragraphe porte une révision qui n’est ni acceptée ni refusée",
    "acceptez ou refusez les révisions (Révision > Accepter)",
    "Le suivi des modifications passe du modèle à chaque acte : le signataire y lirait des mots barrés.",
)
NO_BREAK_SPACE_IN_TAG = Message(
    "TP404",
    WARNING,
    "espace insécable dans la balise « {what} »",
    "retapez la balise avec des espaces ordinaires",
    "La balise est comprise, mais une recherche dans Word ne la trouve pas, et sa copie ailleurs peut échouer.",
)
BLOCK_ACROSS_TABLES = Message(
    "TP405",
    WARNING,
    "le bloc « {what} » commence et finit dans des tableaux ou des cellules différents",
    "placez le début et la fin du bloc dans le même tableau, ou tous deux hors du tableau",
    "Répété ou omis, un tel bloc soude deux tableaux ou en coupe un : la mise en page dépend des données.",
)
MISSING_NO_BREAK_SPACE = Message(
    "TP411",
    WARNING,
    "espace insécable mal placée ou manquante : « {what} »",
    "écrivez « {kind} », avec l’espace insécable (Ctrl+Maj+Espace dans Word)",
    "Sans elle, un deux-points, un guillemet ou un mois peut passer seul à la ligne. Source : Imprimerie nationale, "
    "Lexique des règles typographiques.",
)
STRAIGHT_MARK = Message(
    "TP412",
    WARNING,
    "apostrophe, guillemets ou points de suspension de machine à écrire : « {what} »",
    "écrivez « {kind} »",
    "Les valeurs sont composées avec l’apostrophe et les guillemets français : le modèle doit leur ressembler.",
)
FIRST_OF_MONTH = Message(
    "TP413",
    WARNING,
    "premier jour du mois écrit en chiffre seul : « {what} »",
    "écrivez « {kind} »",
    "Le premier du mois s’écrit « 1er ». Source : Imprimerie nationale, Lexique des règles typographiques.",
)
UNACCENTED_CAPITAL = Message(
    "TP414",
    WARNING,
    "majuscule sans accent : « {what} »",
    "écrivez « {kind} »",
    "L’accent a pleine valeur orthographique, sur les majuscules aussi. Source : Académie française.",
)
WRONG_TITLE = Message(
    "TP415",
    WARNING,
    "abréviation fautive : « {what} »",
    "écrivez « {kind} »",
    "« Mr » abrège l’anglais Mister ; Monsieur s’abrège « M. ». Source : Académie française.",
)
DIRECT_FORMATTING = Message(
    "TP421",
    WARNING,
    "mise en forme directe : {what}",
    "appliquez un style, et modifiez le style plutôt que le paragraphe",
    "Ce qui ne vient pas d’un style échappe à la charte : le jour où elle change, ce paragraphe reste tel quel.",
)

MESSAGES: tuple[Message, ...] = (
    UNKNOWN_TO_CATALOGUE,
    UNUSED_VALUES,
    TRACKED_CHANGES,
    NO_BREAK_SPACE_IN_TAG,
    BLOCK_ACROSS_TABLES,
    MISSING_NO_BREAK_SPACE,
    STRAIGHT_MARK,
    FIRST_OF_MONTH,
    UNACCENTED_CAPITAL,
    WRONG_TITLE,
    DIRECT_FORMATTING,
)
"""Every message of the family, by serial number."""
