"""What renders, and should not be left so. Family TP: templates."""

from __future__ import annotations

from generator.messages.message import ERROR, INFORMATION, WARNING, Message

UNKNOWN_TO_CATALOGUE = Message(
    "TP401",
    ERROR,
    "`{what}` ne figure pas au catalogue des variables de ce genre",
    "« parafe templates vars » en donne la liste ; un texte fixe se met entre guillemets droits",
    "Un nom que personne ne connaît ne recevra jamais de valeur : ni projet ni acte définitif n’est fait avec lui.",
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
INVISIBLE_SIGN = Message(
    "TP431",
    WARNING,
    "signe invisible ({kind}) : « {what} »",
    "effacez ce mot et retapez-le ; collez toujours en « texte seul »",
    "Marque de direction, espace sans largeur ou césure conditionnelle passent dans chaque acte : une recherche n’y "
    "trouve plus le mot.",
)
OVERWRITTEN_RESULT = Message(
    "TP432",
    WARNING,
    "la balise « {what} » se trouve dans le résultat d’un champ ({kind})",
    "supprimez le champ (Maj+F9 le sélectionne en entier) et gardez la balise dans le texte",
    "À la première mise à jour des champs, Word remplacerait la valeur par ce que le champ demande.",
)
FOREIGN_TAG = Message(
    "TP433",
    ERROR,
    "« {what} » a la forme d’une balise d’un autre logiciel : elle s’imprimerait telle quelle",
    "écrivez « {kind} »",
    "Les signes d’un autre logiciel, ou d’un champ de fusion, ne sont remplis par personne.",
)
UNFORMATTED_NUMBER = Message(
    "TP434",
    ERROR,
    "« {what} » imprimerait un nombre à l’anglaise, avec un point décimal",
    "imprimez une valeur du catalogue, mise en forme, ou arrondissez à l’unité : `|round|int`",
    "Les nombres du catalogue sont déjà écrits en français ; ce que la balise calcule ne l’est pas.",
)
QUOTED_NAME = Message(
    "TP435",
    ERROR,
    "« {what} » imprimerait le mot « {kind} », et non la valeur de ce nom",
    "ôtez les guillemets : « {{{{ {kind} }}}} » ; un texte fixe se tape hors des balises",
    "Entre guillemets, un nom n’est qu’un texte : le même dans chaque acte.",
)
LEFT_MERGE_FIELD = Message(
    "TP436",
    ERROR,
    "un champ de fusion est resté dans le modèle : « {what} »",
    "supprimez le champ (Maj+F9 le sélectionne en entier) et tapez « {kind} »",
    "Aucun publipostage n’a lieu : le nom du champ s’imprimerait dans l’acte, entre guillemets.",
)
PARTLY_NAMED = Message(
    "TP439",
    WARNING,
    "« {what} » ne reçoit de valeur que dans « {kind} » : quand ce bloc n’a pas lieu, ce nom n’existe pas",
    "donnez-lui une valeur dans chaque cas : dans un `{{% else %}}`, ou par `{{% set {what} = … %}}` avant le bloc",
    "Un nom qui n’existe que selon les données arrête l’acte le jour où la condition est fausse.",
)
CHANGING_FIELD = Message(
    "TP440",
    WARNING,
    "le champ {what} change selon le jour, le poste ou le nom du fichier",
    "écrivez la valeur par une balise, ou en toutes lettres",
    "Word le recalcule à l’ouverture ou à l’impression : l’acte signé ne se relirait pas deux fois de même.",
)
LEFT_PROMPT = Message(
    "TP441",
    WARNING,
    "un contrôle de contenu montre encore son invite : « {what} »",
    "écrivez une balise dans le contrôle, ou remplacez le contrôle par du texte",
    "Personne ne remplit les contrôles d’un acte que parafe compose : l’invite s’imprimerait.",
)
BROKEN_REFERENCE = Message(
    "TP442",
    WARNING,
    "« {what} » est ce que Word écrit à la place d’un renvoi perdu",
    "supprimez ces mots, puis insérez de nouveau le renvoi (Références > Renvoi), ou écrivez-le par une balise",
    "Le passage visé a disparu du modèle : ces mots s’imprimeraient dans chaque acte.",
)
DOUBTFUL_TAG = Message(
    "TP438",
    WARNING,
    "« {what} » ressemble à une balise d’un autre logiciel : ces signes s’imprimeraient",
    "si une valeur doit venir ici, écrivez « {kind} » ; sinon, ôtez ces signes, ou écrivez « [à compléter] »",
    "Chevrons et accolades n’entourent pas de mots en français : c’est une balise mal écrite, ou un blanc oublié.",
)
TEXT_NEVER_FOUND = Message(
    "TP437",
    ERROR,
    "« {what} » cherche un texte que les valeurs n’ont jamais : elles portent l’apostrophe typographique",
    "tapez l’apostrophe courbe : « {kind} »",
    "Les valeurs sont composées avant d’être imprimées ; une recherche avec l’apostrophe droite n’y trouve rien.",
)
NUMBER_COMPARED = Message(
    "TP443",
    ERROR,
    "« {what} » compare « {kind} » à un nombre, or les valeurs du catalogue sont des textes : rien n’y est égal",
    "écrivez le nombre entre guillemets, ou convertissez la valeur : `{kind}|int` ; pour une liste, `{kind}|length`",
    "Un texte n’est jamais égal à un nombre : la clause manquerait dans chaque acte, ou y resterait, sans un mot.",
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
    INVISIBLE_SIGN,
    OVERWRITTEN_RESULT,
    FOREIGN_TAG,
    UNFORMATTED_NUMBER,
    QUOTED_NAME,
    LEFT_MERGE_FIELD,
    TEXT_NEVER_FOUND,
    DOUBTFUL_TAG,
    PARTLY_NAMED,
    CHANGING_FIELD,
    LEFT_PROMPT,
    BROKEN_REFERENCE,
    NUMBER_COMPARED,
)
"""Every message of the family, by serial number."""
