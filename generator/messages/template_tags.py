"""The tags of a template. Family TP: templates."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

UNCLOSED_TAG = Message(
    "TP101",
    ERROR,
    "balise ouverte et non refermée : « {what} »",
    "ouvrez et fermez la balise dans le même paragraphe",
    "Une balise inachevée resterait telle quelle dans l’acte.",
)
STRAY_CLOSING = Message(
    "TP102",
    ERROR,
    "fin de balise sans début : « {what} »",
    "supprimez-la ou rétablissez le début de la balise",
    "Une moitié de balise resterait telle quelle dans l’acte.",
)
SYNTAX = Message(
    "TP103",
    ERROR,
    "balise incompréhensible : « {what} », {kind}",
    "",
    "Une balise affiche une valeur, {{ budget.total }}, ou ouvre et ferme un bloc, {% if … %} … {% endif %}.",
)
UNKNOWN_STATEMENT = Message(
    "TP104",
    ERROR,
    "instruction inconnue ou interdite : « {what} »",
    "",
    "Un modèle choisit (if), répète (for), nomme (set) et inclut une clause ; il n’exécute rien d’autre.",
)
UNKNOWN_FILTER = Message(
    "TP105",
    ERROR,
    "filtre ou test inconnu ou interdit : « {what} »",
    "",
    "Seuls les filtres qui ne font que présenter une valeur sont admis.",
)
UNOPENED_BLOCK = Message(
    "TP106",
    ERROR,
    "« {what} » ne ferme ni ne prolonge aucun bloc ouvert",
    "vérifiez l’ordre des balises",
    "Les blocs s’emboîtent : le dernier ouvert est le premier fermé.",
)
UNCLOSED_BLOCK = Message(
    "TP107",
    ERROR,
    "le bloc « {what} » n’est pas refermé",
    "ajoutez la balise de fin",
    "Sans fin, on ne sait pas quels mots dépendent de la condition ou se répètent.",
)
CROSSING_TAG = Message(
    "TP108",
    ERROR,
    "balise à cheval sur une révision, un lien ou un contrôle de contenu",
    "acceptez les révisions, ou retapez la balise d’un seul tenant",
    "Remplie, une telle balise laisserait un document que Word refuse d’ouvrir.",
)
DELETED_TAG = Message(
    "TP109",
    ERROR,
    "balise dans un texte supprimé (suivi des modifications) : « {what} »",
    "acceptez ou refusez les révisions",
    "La valeur réapparaîtrait dans un texte que l’on a supprimé.",
)
LOST_TAG = Message(
    "TP110",
    ERROR,
    "la balise « {what} » serait perdue",
    "une seule balise « {{%p … %}} », « {{%tr … %}} » ou « {{%tc … %}} » par paragraphe, ligne ou cellule",
    "Cette balise emporte son paragraphe, sa ligne ou sa cellule ; une autre au même endroit disparaîtrait avec.",
)
LOST_TEXT = Message(
    "TP111",
    ERROR,
    "le texte « {what} » serait perdu : il côtoie une balise qui emporte son paragraphe, sa ligne ou sa cellule",
    "placez la balise seule dans son paragraphe, sa ligne ou sa cellule",
    "Cette balise emporte son paragraphe, sa ligne ou sa cellule, et tout ce qui s’y trouve.",
)
ADDED_TEXT = Message(
    "TP112",
    ERROR,
    "le texte « {what} » apparaîtrait deux fois",
    "retapez la balise d’un seul tenant",
    "Word a coupé la balise en morceaux, entre lesquels se trouve du texte qui serait répété.",
)
FRENCH_QUOTES = Message(
    "TP113",
    ERROR,
    "guillemets français dans une balise",
    'employez des guillemets droits : `"…"`',
    "Dans une balise, un texte se met entre guillemets droits ou anglais.",
)
UNFILLED_PART = Message(
    "TP114",
    ERROR,
    "balise dans une partie qui n’est jamais remplie : {what}",
    "supprimez cette balise",
    "Les commentaires, graphiques et adresses de liens ne sont jamais remplis : la balise se verrait.",
)
UNBALANCED_BLOCK = Message(
    "TP115",
    ERROR,
    "le bloc « {what} » commence et finit à des niveaux différents (paragraphe, ligne, cellule ou tableau)",
    "placez le début et la fin du bloc au même niveau",
    "Selon les données, un tel bloc laisserait un tableau ou un paragraphe à moitié ouvert.",
)
SWALLOWED_OBJECT = Message(
    "TP116",
    ERROR,
    "{what} se trouve au milieu d’une balise",
    "retapez la balise d’un seul tenant",
    "Saut, note, image ou champ disparaîtrait quand la balise est remplie.",
)
FIELD_TAG = Message(
    "TP117",
    ERROR,
    "balise à la place du nom d’un champ Word",
    "écrivez le nom du champ en toutes lettres",
    "Une donnée choisirait ce que Word exécute.",
)
TOO_COMPLEX = Message(
    "TP118",
    ERROR,
    "balise trop longue ou trop imbriquée",
    "simplifiez la balise",
    "Une balise se relit d’un coup d’œil ; le calcul se fait dans les règles, non dans le modèle.",
)
UNKNOWN_CLAUSE = Message(
    "TP119",
    ERROR,
    "la clause « {what} » n’existe pas",
    "",
    "Une clause est un fichier Word du dossier templates/clauses/ ; un modèle n’en inclut pas d’ailleurs.",
)
CLAUSE_IN_ITSELF = Message(
    "TP120",
    ERROR,
    "la clause s’inclut elle-même : {what}",
    "supprimez l’une de ces inclusions",
    "Le texte n’aurait pas de fin.",
)
UNFIT_CLAUSE = Message(
    "TP121",
    ERROR,
    "la clause « {what} » ne peut pas entrer dans le modèle : {kind}",
    "retirez-le de la clause, ou placez-le dans le modèle",
    "Paragraphes, tableaux, listes, images et liens suivent une clause ; notes, sections et graphiques restent propres "
    "à chaque document.",
)
TOO_MANY_TAGS = Message(
    "TP122",
    ERROR,
    "plus de {what} balises",
    "partagez le modèle en plusieurs documents",
    "Un modèle d’une telle taille bloquerait la machine ; aucun acte n’en a tant.",
)
LOST_CONTENT = Message(
    "TP123",
    ERROR,
    "{what} disparaîtrait avec la balise, ou avec le paragraphe, la ligne, la cellule ou le passage qu’elle emporte",
    "placez la balise seule dans son paragraphe, sa ligne ou sa cellule",
    "Un saut de page, une section, une note ou une image manquerait dans chaque acte, sans que rien le dise.",
)
BROKEN_AROUND_TAG = Message(
    "TP124",
    ERROR,
    "la balise « {what} » côtoie une zone de texte ou un tableau imbriqué, qu’elle emporterait en partie",
    "placez la balise seule dans son paragraphe, sa ligne ou sa cellule",
    "La balise emporte le paragraphe, la ligne ou la cellule qui commence juste avant elle : ici, celle du dedans.",
)
WRONG_BRACES = Message(
    "TP141",
    ERROR,
    "« {what} » n’a pas les accolades d’une balise",
    "une balise s’ouvre par « {{{{ » ou « {{% », et se ferme par « }}}} » ou « %}} », sans espace entre ces signes",
    "Une accolade de trop, ou détachée de l’autre, s’imprimerait dans l’acte, avec le nom de la donnée.",
)
LETTER_OUT_OF_TABLE = Message(
    "TP142",
    ERROR,
    "la balise « {what} » emporte une ligne ou une cellule, et ne se trouve pas dans un tableau",
    "hors d’un tableau, écrivez `{{%p … %}}` au début comme à la fin du bloc",
    "La balise emporterait tout ce qui la précède, jusqu’à la première ligne d’un tableau.",
)
VALUE_IN_FIELD = Message(
    "TP143",
    ERROR,
    "une balise se trouve dans {kind} : « {what} »",
    "supprimez le champ (Maj+F9 le sélectionne en entier) et tapez la balise dans le texte",
    "Word relit ce qu’un champ demande, et en remplace le résultat : une valeur y ferait exécuter autre chose, ou se "
    "perdrait à la première mise à jour.",
)
CROSSED_BLOCKS = Message(
    "TP144",
    ERROR,
    "le bloc « {what} » se ferme après celui qui le contient",
    "fermez d’abord le dernier bloc ouvert",
    "Les blocs s’emboîtent : le dernier ouvert est le premier fermé.",
)
LOST_ASSIGNMENT = Message(
    "TP145",
    ERROR,
    "« {what} » reçoit sa valeur dans une boucle, et se lit hors du tour qui la lui donne : elle s’y perd",
    'calculez cette valeur dans les données, ou par un filtre : `{{{{ liste|sum(attribute="montant") }}}}`',
    "Ce qu’une boucle nomme disparaît à la fin de chaque tour : un cumul resterait à sa première valeur.",
)
UNKNOWN_FUNCTION = Message(
    "TP146",
    ERROR,
    "un modèle n’appelle pas de fonction : « {what} »",
    "",
    "Un modèle dispose des données et les présente par des filtres ; tout calcul se fait dans les données.",
)
WRONG_PARAMETERS = Message(
    "TP147",
    ERROR,
    "le filtre « {what} » n’accepte pas ces paramètres, ou il lui en manque",
    "",
    "Un filtre présente une valeur, avec les seuls paramètres qu’il connaît.",
)

MESSAGES: tuple[Message, ...] = (
    UNCLOSED_TAG,
    STRAY_CLOSING,
    SYNTAX,
    UNKNOWN_STATEMENT,
    UNKNOWN_FILTER,
    UNOPENED_BLOCK,
    UNCLOSED_BLOCK,
    CROSSING_TAG,
    DELETED_TAG,
    LOST_TAG,
    LOST_TEXT,
    ADDED_TEXT,
    FRENCH_QUOTES,
    UNFILLED_PART,
    UNBALANCED_BLOCK,
    SWALLOWED_OBJECT,
    FIELD_TAG,
    TOO_COMPLEX,
    UNKNOWN_CLAUSE,
    CLAUSE_IN_ITSELF,
    UNFIT_CLAUSE,
    TOO_MANY_TAGS,
    LOST_CONTENT,
    BROKEN_AROUND_TAG,
    WRONG_BRACES,
    LETTER_OUT_OF_TABLE,
    VALUE_IN_FIELD,
    CROSSED_BLOCKS,
    LOST_ASSIGNMENT,
    UNKNOWN_FUNCTION,
    WRONG_PARAMETERS,
)
"""Every message of the family, by serial number."""
