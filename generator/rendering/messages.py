"""Every fault that a template or a value can have: code, French sentence, way to mend it.

Error messages are part of the public interface: a code is never reused and never changes its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """A kind of fault.

    Attributes:
        code: ``TP`` and a serial number.
        sentence: what is wrong; ``{name}`` stands for what the fault is about.
        fix: how to mend it.
        severity: how much it weighs.
        why: why it matters, for ``parafe explain``.
    """

    code: str
    sentence: str
    fix: str = ""
    severity: Severity = Severity.ERROR
    why: str = ""


# The file.
UNREADABLE = Message(
    "TP001",
    "ce n'est pas un document Word (.docx) lisible : {what}",
    "ouvrez le modèle dans Word et enregistrez-le au format .docx, sans mot de passe",
    why="Un modèle est un fichier Word d’aujourd’hui : une archive que Word et parafe savent tous deux ouvrir.",
)
TOO_BIG = Message(
    "TP002",
    "archive démesurée : {what}",
    "repartez d'un document Word sain",
    why="Une archive qui se déploie sans mesure bloquerait la machine ; aucun acte n’a besoin de cette taille.",
)
UNSAFE_NAME = Message(
    "TP003",
    "nom d'élément dangereux dans l'archive : {what}",
    "repartez d'un document Word sain",
    why="Un tel nom ferait écrire hors du dossier : aucun document sain n’en porte.",
)
MACROS = Message(
    "TP004",
    "le modèle contient des macros ({what})",
    "enregistrez-le au format .docx, sans macro",
    why="Une macro est un programme : il partirait avec chaque acte chez les signataires.",
)
EXTERNAL = Message(
    "TP005",
    "le modèle fait appel à un fichier extérieur : {what}",
    "supprimez cette liaison ou incorporez l'objet ; seuls les liens hypertextes sont admis",
    why="Word irait chercher ce fichier à l’ouverture : l’acte signé ne serait pas le même partout.",
)
ACTIVE_FIELD = Message(
    "TP006",
    "champ « {what} » interdit dans un modèle",
    "supprimez ce champ",
    why="Ce champ lit un fichier ou lance un programme quand Word ouvre le document.",
)
EMBEDDED = Message(
    "TP007",
    "objet incorporé interdit (OLE ou ActiveX) : {what}",
    "remplacez-le par du texte ou une image",
    why="Un objet incorporé peut contenir un programme, et ne se lit pas partout.",
)
FOREIGN_CHUNK = Message(
    "TP008",
    "contenu étranger importé (altChunk) : {what}",
    "collez ce contenu dans le modèle",
    why="Word n’interprète ce contenu qu’à l’ouverture : parafe ne pourrait ni le remplir ni le vérifier.",
)
DOCTYPE = Message(
    "TP009",
    "déclaration DOCTYPE interdite dans {what}",
    "repartez d'un document Word sain",
    why="Une telle déclaration peut faire lire d’autres fichiers ; Word n’en écrit jamais.",
)
ILL_FORMED = Message(
    "TP010",
    "{what} est illisible : XML mal formé",
    "ouvrez le modèle dans Word et réenregistrez-le",
    why="Word refuserait ce fichier, ou le réparerait en perdant du texte.",
)
MISSING_PART = Message(
    "TP011",
    "le modèle fait appel à un élément qui n’est pas dans le fichier : {what} ({kind})",
    "supprimez l’image ou l’objet qui ne s’affiche plus, ou remettez-le, puis réenregistrez le modèle dans Word",
    why="Word refuse d’ouvrir un document dont une relation ne mène nulle part, ou y montre un cadre vide.",
)
UNTYPED_PART = Message(
    "TP012",
    "un élément du fichier n’a pas de type : {what}",
    "ouvrez le modèle dans Word et réenregistrez-le",
    why="Word refuse d’ouvrir un document dont [Content_Types].xml ne dit pas ce qu’est chacun de ses éléments.",
)
UNKNOWN_RELATION = Message(
    "TP013",
    "la relation « {what} » n’existe pas ({kind})",
    "supprimez l’image, le lien ou l’en-tête dont il s’agit, ou remettez-le, puis réenregistrez le modèle dans Word",
    why="Une image, un lien ou un en-tête est désigné par une relation : Word refuse un document où elle manque.",
)
REPEATED_RELATION = Message(
    "TP014",
    "deux relations portent le même identifiant : « {what} » ({kind})",
    "repartez d’un document Word sain",
    why="Word ne peut savoir laquelle des deux suivre, et refuse d’ouvrir le document.",
)
MISSING_NOTE = Message(
    "TP015",
    "appel d’une note qui n’existe pas : {what}",
    "supprimez l’appel de note et insérez la note de nouveau",
    why="Word refuse d’ouvrir un document où un appel de note ne mène à aucune note.",
)

# The tags.
UNCLOSED_TAG = Message(
    "TP101",
    "balise ouverte et non refermée : « {what} »",
    "ouvrez et fermez la balise dans le même paragraphe",
    why="Une balise inachevée resterait telle quelle dans l’acte.",
)
STRAY_CLOSING = Message(
    "TP102",
    "fin de balise sans début : « {what} »",
    "supprimez-la ou rétablissez le début de la balise",
    why="Une moitié de balise resterait telle quelle dans l’acte.",
)
SYNTAX = Message(
    "TP103",
    "balise incompréhensible : {what}",
    why="Une balise affiche une valeur, {{ budget.total }}, ou ouvre et ferme un bloc, {% if … %} … {% endif %}.",
)
UNKNOWN_STATEMENT = Message(
    "TP104",
    "instruction inconnue ou interdite : « {what} »",
    why="Un modèle choisit (if), répète (for), nomme (set) et inclut une clause ; il n’exécute rien d’autre.",
)
UNKNOWN_FILTER = Message(
    "TP105",
    "filtre ou test inconnu ou interdit : « {what} »",
    why="Seuls les filtres qui ne font que présenter une valeur sont admis.",
)
UNOPENED_BLOCK = Message(
    "TP106",
    "« {what} » ne ferme ni ne prolonge aucun bloc ouvert",
    "vérifiez l'ordre des balises",
    why="Les blocs s’emboîtent : le dernier ouvert est le premier fermé.",
)
UNCLOSED_BLOCK = Message(
    "TP107",
    "le bloc « {what} » n'est pas refermé",
    "ajoutez la balise de fin",
    why="Sans fin, on ne sait pas quels mots dépendent de la condition ou se répètent.",
)
CROSSING_TAG = Message(
    "TP108",
    "balise à cheval sur une révision, un lien ou un contrôle de contenu",
    "acceptez les révisions, ou retapez la balise d'un seul tenant",
    why="Remplie, une telle balise laisserait un document que Word refuse d’ouvrir.",
)
DELETED_TAG = Message(
    "TP109",
    "balise dans un texte supprimé (suivi des modifications)",
    "acceptez ou refusez les révisions",
    why="La valeur réapparaîtrait dans un texte que l’on a supprimé.",
)
LOST_TAG = Message(
    "TP110",
    "la balise {what} serait perdue",
    "une seule balise « {{%p … %}} », « {{%tr … %}} » ou « {{%tc … %}} » par paragraphe, ligne ou cellule",
    why="Cette balise emporte son paragraphe, sa ligne ou sa cellule ; une autre au même endroit disparaîtrait avec.",
)
LOST_TEXT = Message(
    "TP111",
    "le texte « {what} » serait perdu : il côtoie une balise qui emporte son paragraphe, sa ligne ou sa cellule",
    "placez la balise seule dans son paragraphe, sa ligne ou sa cellule",
    why="Cette balise emporte son paragraphe, sa ligne ou sa cellule, et tout ce qui s’y trouve.",
)
ADDED_TEXT = Message(
    "TP112",
    "le texte « {what} » apparaîtrait deux fois",
    "retapez la balise d'un seul tenant",
    why="Word a coupé la balise en morceaux, entre lesquels se trouve du texte qui serait répété.",
)
FRENCH_QUOTES = Message(
    "TP113",
    "guillemets français dans une balise",
    'employez des guillemets droits : "…"',
    why="Dans une balise, un texte se met entre guillemets droits ou anglais.",
)
UNFILLED_PART = Message(
    "TP114",
    "balise dans une partie qui n'est jamais remplie : {what}",
    "supprimez cette balise",
    why="Les commentaires, graphiques et adresses de liens ne sont jamais remplis : la balise se verrait.",
)
UNBALANCED_BLOCK = Message(
    "TP115",
    "le bloc « {what} » commence et finit à des niveaux différents (paragraphe, ligne, cellule ou tableau)",
    "placez le début et la fin du bloc au même niveau",
    why="Selon les données, un tel bloc laisserait un tableau ou un paragraphe à moitié ouvert.",
)
SWALLOWED_OBJECT = Message(
    "TP116",
    "{what} se trouve au milieu d’une balise",
    "retapez la balise d’un seul tenant",
    why="Saut, note, image ou champ disparaîtrait quand la balise est remplie.",
)
FIELD_TAG = Message(
    "TP117",
    "balise à la place du nom d'un champ Word",
    "écrivez le nom du champ en toutes lettres",
    why="Une donnée choisirait ce que Word exécute.",
)
TOO_COMPLEX = Message(
    "TP118",
    "balise trop longue ou trop imbriquée",
    "simplifiez la balise",
    why="Une balise se relit d’un coup d’œil ; le calcul se fait dans les règles, non dans le modèle.",
)
UNKNOWN_CLAUSE = Message(
    "TP119",
    "la clause « {what} » n’existe pas",
    why="Une clause est un fichier Word du dossier templates/clauses/ ; un modèle n’en inclut pas d’ailleurs.",
)
CLAUSE_IN_ITSELF = Message(
    "TP120",
    "la clause s’inclut elle-même : {what}",
    "supprimez l’une de ces inclusions",
    why="Le texte n’aurait pas de fin.",
)
UNFIT_CLAUSE = Message(
    "TP121",
    "la clause « {what} » ne peut pas entrer dans le modèle : {kind}",
    "retirez-le de la clause, ou placez-le dans le modèle",
    why="Paragraphes, tableaux, listes, images et liens suivent une clause ; notes, sections et graphiques restent "
    "propres à chaque document.",
)
TOO_MANY_TAGS = Message(
    "TP122",
    "plus de {what} balises",
    "partagez le modèle en plusieurs documents",
    why="Un modèle d’une telle taille bloquerait la machine ; aucun acte n’en a tant.",
)
LOST_CONTENT = Message(
    "TP123",
    "{what} disparaîtrait avec la balise, ou avec le paragraphe, la ligne, la cellule ou le passage qu’elle emporte",
    "placez la balise seule dans son paragraphe, sa ligne ou sa cellule",
    why="Un saut de page, une section, une note ou une image manquerait dans chaque acte, sans que rien le dise.",
)
BROKEN_AROUND_TAG = Message(
    "TP124",
    "la balise « {what} » côtoie une zone de texte ou un tableau imbriqué, qu’elle emporterait en partie",
    "placez la balise seule dans son paragraphe, sa ligne ou sa cellule",
    why="La balise emporte le paragraphe, la ligne ou la cellule qui commence juste avant elle : ici, celle du dedans.",
)

# The values.
UNKNOWN_NAME = Message(
    "TP201", "`{what}` n'existe pas dans les données", why="Un nom inconnu laisserait un blanc que personne ne verrait."
)
BLANK_VALUE = Message(
    "TP202",
    "`{what}` n'est pas renseigné",
    "complétez la donnée",
    why="Un acte définitif n’a pas de blanc, hormis ceux que le genre réserve à la main.",
)
NOT_TEXT = Message(
    "TP203",
    "`{what}` est {kind}, non un texte",
    "désignez l'un de ses éléments",
    why="Imprimée telle quelle, une liste montrerait des crochets et des guillemets.",
)
NOT_A_LIST = Message(
    "TP204", "`{what}` est {kind}, non une liste", "désignez une liste", why="Une boucle parcourt une liste."
)
FORBIDDEN_CHARACTER = Message(
    "TP205",
    "`{what}` contient un caractère interdit dans un document Word ({kind})",
    "retirez ce caractère de la donnée",
    why="Word ne l’écrit pas : il disparaîtrait, ou rendrait l’acte illisible.",
)
FAILED_EXPRESSION = Message(
    "TP206",
    "la balise ne peut pas être calculée : {what}",
    why="Le calcul que la balise demande n’a pas de sens pour ces valeurs.",
)
FORBIDDEN_ACCESS = Message(
    "TP207",
    "accès interdit : {what}",
    "un modèle ne lit que des données",
    why="Un modèle venu d’ailleurs ne doit rien pouvoir faire d’autre qu’afficher des données.",
)
EXHAUSTED = Message(
    "TP208",
    "« {what} » fait dépasser la taille admise pour un document",
    "vérifiez les boucles et les valeurs",
    why="Une boucle sans mesure bloquerait la machine ; aucun acte n’a besoin de cette taille.",
)
MISPLACED_BREAK = Message(
    "TP209",
    "`{what}` contient un saut de page que son emplacement n'admet pas",
    "retirez le saut de page",
    why="Une propriété ou un attribut est d’une seule ligne.",
)
MISPLACED_TEXT = Message(
    "TP210",
    "`{what}` est du texte simple : il serait perdu hors d'un passage",
    "écrivez {{{{ … }}}} sans lettre",
    why="{{p … }} et {{tr … }} remplacent un paragraphe ou une ligne entière : un simple texte n’y tient pas.",
)
MISPLACED_OBJECT = Message(
    "TP211",
    "`{what}` est {kind}",
    "changez la balise",
    why="Un texte enrichi, une image ou un sous-document n’entre que par la balise qui lui convient.",
)
UNFIT_OBJECT = Message(
    "TP212",
    "`{what}` ne peut pas entrer dans le document : {kind}",
    "corrigez la donnée",
    why="Ce qui ne peut pas être repris en entier est refusé, plutôt que repris à moitié.",
)

# The result.
UNSOUND_RESULT = Message(
    "TP301",
    "le document produit serait refusé par Word : {what}",
    "signalez ce défaut avec le modèle",
    why="Chaque document est relu avant d’être écrit : celui-ci ne s’ouvrirait pas.",
)
TEXT_NOT_CONSERVED = Message(
    "TP302",
    "le document produit n'a pas tout le texte attendu : {what}",
    "signalez ce défaut avec le modèle",
    why="Chaque document est comparé, mot à mot, à ce que le modèle et les valeurs devaient donner.",
)

# The lint: what renders, and should not be left so.
UNKNOWN_TO_CATALOGUE = Message(
    "TP401",
    "`{what}` ne figure pas au catalogue des variables de ce genre",
    "« parafe templates vars » en donne la liste",
    why="Un nom inconnu donne une marque « à compléter » dans chaque projet, et interdit l’acte définitif.",
)
UNUSED_VALUES = Message(
    "TP402",
    "valeurs du catalogue que le modèle n’emploie pas : {what}",
    severity=Severity.INFORMATION,
    why="Une valeur propre au genre et jamais imprimée est parfois un oubli ; le plus souvent, elle ne sert pas ici.",
)
TRACKED_CHANGES = Message(
    "TP403",
    "le paragraphe porte une révision qui n’est ni acceptée ni refusée",
    "acceptez ou refusez les révisions (Révision > Accepter)",
    Severity.WARNING,
    "Le suivi des modifications passe du modèle à chaque acte : le signataire y lirait des mots barrés.",
)
NO_BREAK_SPACE_IN_TAG = Message(
    "TP404",
    "espace insécable dans la balise « {what} »",
    "retapez la balise avec des espaces ordinaires",
    Severity.WARNING,
    "La balise est comprise, mais une recherche dans Word ne la trouve pas, et sa copie ailleurs peut échouer.",
)
BLOCK_ACROSS_TABLES = Message(
    "TP405",
    "le bloc « {what} » commence et finit dans des tableaux ou des cellules différents",
    "placez le début et la fin du bloc dans le même tableau, ou tous deux hors du tableau",
    Severity.WARNING,
    "Répété ou omis, un tel bloc soude deux tableaux ou en coupe un : la mise en page dépend des données.",
)
MISSING_NO_BREAK_SPACE = Message(
    "TP411",
    "espace insécable mal placée ou manquante : « {what} »",
    "écrivez « {kind} », avec l’espace insécable (Ctrl+Maj+Espace dans Word)",
    Severity.WARNING,
    "Sans elle, un deux-points, un guillemet ou un mois peut passer seul à la ligne. "
    "Source : Imprimerie nationale, Lexique des règles typographiques.",
)
STRAIGHT_MARK = Message(
    "TP412",
    "apostrophe, guillemets ou points de suspension de machine à écrire : « {what} »",
    "écrivez « {kind} »",
    Severity.WARNING,
    "Les valeurs sont composées avec l’apostrophe et les guillemets français : le modèle doit leur ressembler.",
)
FIRST_OF_MONTH = Message(
    "TP413",
    "premier jour du mois écrit en chiffre seul : « {what} »",
    "écrivez « {kind} »",
    Severity.WARNING,
    "Le premier du mois s’écrit « 1er ». Source : Imprimerie nationale, Lexique des règles typographiques.",
)
UNACCENTED_CAPITAL = Message(
    "TP414",
    "majuscule sans accent : « {what} »",
    "écrivez « {kind} »",
    Severity.WARNING,
    "L’accent a pleine valeur orthographique, sur les majuscules aussi. Source : Académie française.",
)
WRONG_TITLE = Message(
    "TP415",
    "abréviation fautive : « {what} »",
    "écrivez « {kind} »",
    Severity.WARNING,
    "« Mr » abrège l’anglais Mister ; Monsieur s’abrège « M. ». Source : Académie française.",
)
DIRECT_FORMATTING = Message(
    "TP421",
    "mise en forme directe : {what}",
    "appliquez un style, et modifiez le style plutôt que le paragraphe",
    Severity.WARNING,
    "Ce qui ne vient pas d’un style échappe à la charte : le jour où elle change, ce paragraphe reste tel quel.",
)

MESSAGES: tuple[Message, ...] = (
    UNREADABLE,
    TOO_BIG,
    UNSAFE_NAME,
    MACROS,
    EXTERNAL,
    ACTIVE_FIELD,
    EMBEDDED,
    FOREIGN_CHUNK,
    DOCTYPE,
    ILL_FORMED,
    MISSING_PART,
    UNTYPED_PART,
    UNKNOWN_RELATION,
    REPEATED_RELATION,
    MISSING_NOTE,
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
    UNSOUND_RESULT,
    TEXT_NOT_CONSERVED,
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
