"""YAML as people type it: tabs, colons, dashes, quotation marks. Family FO: the form of an input."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

TAB_INDENTATION = Message(
    "FO011",
    ERROR,
    "une tabulation décale cette ligne (lignes du fichier dans ce cas : {nombre})",
    "remplacez chaque tabulation par deux espaces en début de ligne",
    "En YAML le décalage dit ce qui appartient à quoi ; il s’écrit avec des espaces seulement.",
)
TOO_DEEP = Message(
    "FO012",
    ERROR,
    "les données s’emboîtent sur plus de {limite} niveaux",
    "vérifiez les crochets, les accolades et le décalage des lignes",
    "Aucune saisie n’a besoin d’autant de niveaux ; un emboîtement sans fin bloquerait le programme.",
)
TOO_MANY_VALUES = Message(
    "FO013",
    ERROR,
    "le fichier contient plus de {limite} valeurs",
    "répartissez les données en plusieurs fichiers",
    "Au-delà, ce n’est plus une saisie faite à la main.",
)
SEVERAL_DOCUMENTS = Message(
    "FO014",
    ERROR,
    "un second document commence ici : ce qui suit serait ignoré",
    "supprimez la ligne « --- » ou `...`, ou faites un fichier par action",
    "Un fichier de saisie décrit une seule chose ; rien de ce qui est écrit ne doit être ignoré.",
)
ANCHOR = Message(
    "FO015",
    ERROR,
    "les renvois YAML ({signe}) ne sont pas admis",
    "écrivez la valeur en toutes lettres à chaque endroit, ou mettez-la entre guillemets si c’est un texte",
    "Un renvoi cache la valeur à qui relit, et peut gonfler sans fin.",
)
TAG = Message(
    "FO016",
    ERROR,
    "les étiquettes YAML ({signe}) ne sont pas admises",
    "supprimez l’étiquette, ou mettez le texte entre guillemets s’il commence par « ! »",
    "Une étiquette demande au programme de fabriquer un objet ; une saisie ne contient que du texte.",
)
DUPLICATE_KEY = Message(
    "FO017",
    ERROR,
    "la clé « {cle} » figure déjà à la ligne {ligne}",
    "ne gardez qu’une des deux",
    "De deux valeurs pour une clé, rien ne dit laquelle est la bonne.",
)
KEY_NOT_A_WORD = Message(
    "FO018",
    ERROR,
    "un nom de clé est attendu avant le deux-points",
    "écrivez `clé: valeur` ; la clé est un mot",
    "Une clé est le nom d’un champ : ni une liste, ni un groupe, ni rien.",
)
ROOT_NOT_A_GROUP = Message(
    "FO019",
    ERROR,
    "le fichier doit être fait de lignes `clé: valeur`",
    "partez du formulaire que donne « parafe new »",
    "Chaque valeur porte le nom de son champ.",
)
FORBIDDEN_ESCAPE = Message(
    "FO020",
    ERROR,
    "ce texte entre guillemets contient le code d’un caractère interdit",
    "écrivez le caractère lui-même, ou supprimez le code (« \\u… », « \\x… »)",
    "Un demi-caractère ou un caractère de commande ferait perdre la suite de l’acte dans Word.",
)
UNCLOSED_QUOTE = Message(
    "FO021",
    ERROR,
    "le guillemet ouvert ici n’est jamais fermé",
    "ajoutez le guillemet fermant ; un texte qui contient une apostrophe se met entre guillemets doubles",
    "Tout ce qui suit un guillemet ouvert est lu comme du texte, jusqu’à la fin du fichier.",
)
MISSING_SPACE = Message(
    "FO022",
    ERROR,
    "il manque une espace après le deux-points de `{cle}:`",
    "écrivez `{cle}: valeur`, avec une espace ordinaire, non une espace insécable",
    "Sans espace, ou avec une espace insécable, « clé:valeur » est lu comme un seul mot.",
)
COLON_IN_TEXT = Message(
    "FO023",
    ERROR,
    "ce texte contient un deux-points suivi d’une espace : il est lu comme une clé",
    'mettez toute la valeur entre guillemets : `clé: "Titre : sous-titre"`',
    "Hors des guillemets, un deux-points suivi d’une espace sépare toujours une clé de sa valeur.",
)
BAD_INDENTATION = Message(
    "FO024",
    ERROR,
    "cette ligne n’est pas alignée avec celles qui l’entourent",
    "décalez du même nombre d’espaces les lignes d’un même groupe",
    "Le décalage dit ce qui appartient à quoi : un espace de trop change le sens, ou n’en a aucun.",
)
BRACKET = Message(
    "FO025",
    ERROR,
    "crochets ou accolades mal fermés",
    "fermez « [ » par « ] » et « {{ » par « }} » ; mettez entre guillemets un texte qui en contient",
    "Hors des guillemets, crochets et accolades ouvrent une liste ou un groupe.",
)
BAD_START = Message(
    "FO026",
    ERROR,
    "une valeur ne peut pas commencer par « {caractere} »",
    "mettez la valeur entre guillemets doubles",
    "Ce signe a un sens particulier en YAML au début d’une valeur.",
)
AFTER_QUOTE = Message(
    "FO027",
    ERROR,
    "du texte suit le guillemet fermant",
    "mettez toute la valeur entre guillemets doubles ; entre apostrophes, doublez celles du texte : ’l’’action’",
    "Un texte entre guillemets s’arrête au guillemet fermant : une apostrophe suffit à le fermer trop tôt.",
)
BAD_ESCAPE = Message(
    "FO028",
    ERROR,
    "la barre oblique inverse « \\ » annonce un code que YAML ne connaît pas",
    "entre guillemets doubles, écrivez « \\\\ » pour une barre oblique inverse",
    "Entre guillemets doubles, « \\ » commence toujours un code.",
)
NO_COLON = Message(
    "FO029",
    ERROR,
    "cette ligne n’a pas de clé : `clé: valeur` est attendu",
    "ajoutez la clé et son deux-points, ou rattachez le texte à la valeur d’avant en le décalant",
    "Une ligne sans clé ne dit pas quel champ elle remplit.",
)
BAD_DASH = Message(
    "FO030",
    ERROR,
    "un tiret de liste est mal placé ici",
    "un élément par ligne, aligné avec les autres : « - élément » ; ou mettez le texte entre guillemets",
    "Un tiret mal placé serait lu comme la suite du texte d’avant.",
)
OTHER_SYNTAX = Message(
    "FO031",
    ERROR,
    "cette ligne n’est pas du YAML lisible",
    "comparez-la avec le formulaire que donne « parafe new »",
    "La lecture s’arrête ici ; la cause peut être à la ligne d’avant.",
)
IGNORED_TEXT = Message(
    "FO032",
    ERROR,
    "ce qui suit « # » est un commentaire : « {texte} » serait ignoré",
    "mettez toute la valeur entre guillemets, ou laissez une espace après « # » si c’est un commentaire",
    "Après une espace, « # » commence un commentaire. Un « # » collé à un mot fait presque toujours partie du texte.",
)
TOO_MANY_FAULTS = Message(
    "FO033",
    ERROR,
    "plus de {limite} fautes : les suivantes ne sont pas montrées",
    "corrigez les premières, puis relancez",
    "Une faute près du début en fait souvent naître beaucoup d’autres.",
)

MESSAGES: tuple[Message, ...] = (
    TAB_INDENTATION,
    TOO_DEEP,
    TOO_MANY_VALUES,
    SEVERAL_DOCUMENTS,
    ANCHOR,
    TAG,
    DUPLICATE_KEY,
    KEY_NOT_A_WORD,
    ROOT_NOT_A_GROUP,
    FORBIDDEN_ESCAPE,
    UNCLOSED_QUOTE,
    MISSING_SPACE,
    COLON_IN_TEXT,
    BAD_INDENTATION,
    BRACKET,
    BAD_START,
    AFTER_QUOTE,
    BAD_ESCAPE,
    NO_COLON,
    BAD_DASH,
    OTHER_SYNTAX,
    IGNORED_TEXT,
    TOO_MANY_FAULTS,
)
"""Every message of the family, by serial number."""
