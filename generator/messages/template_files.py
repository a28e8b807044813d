"""A template’s file: what it must not hold, what must hold together. Family TP: templates.

The folder that it stands in makes it a kind of documents: what is said of kinds is family MO.
"""

from __future__ import annotations

from generator.messages.message import ERROR, Message

UNREADABLE = Message(
    "TP001",
    ERROR,
    "ce n’est pas un document Word (.docx) lisible : {what}",
    "ouvrez le modèle dans Word et enregistrez-le au format .docx, sans mot de passe",
    "Un modèle est un fichier Word d’aujourd’hui : une archive que Word et parafe savent tous deux ouvrir.",
)
TOO_BIG = Message(
    "TP002",
    ERROR,
    "archive démesurée : {what}",
    "repartez d’un document Word sain",
    "Une archive qui se déploie sans mesure bloquerait la machine ; aucun acte n’a besoin de cette taille.",
)
UNSAFE_NAME = Message(
    "TP003",
    ERROR,
    "nom d’élément dangereux dans l’archive : {what}",
    "repartez d’un document Word sain",
    "Un tel nom ferait écrire hors du dossier : aucun document sain n’en porte.",
)
MACROS = Message(
    "TP004",
    ERROR,
    "le modèle contient des macros ({what})",
    "enregistrez-le au format .docx, sans macro",
    "Une macro est un programme : il partirait avec chaque acte chez les signataires.",
)
EXTERNAL = Message(
    "TP005",
    ERROR,
    "le modèle fait appel à un fichier extérieur : {what}",
    "supprimez cette liaison ou incorporez l’objet ; seuls les liens hypertextes sont admis",
    "Word irait chercher ce fichier à l’ouverture : l’acte signé ne serait pas le même partout.",
)
ACTIVE_FIELD = Message(
    "TP006",
    ERROR,
    "champ « {what} » interdit dans un modèle",
    "supprimez ce champ",
    "Ce champ lit un fichier ou lance un programme quand Word ouvre le document.",
)
EMBEDDED = Message(
    "TP007",
    ERROR,
    "objet incorporé interdit (OLE ou ActiveX) : {what}",
    "remplacez-le par du texte ou une image",
    "Un objet incorporé peut contenir un programme, et ne se lit pas partout.",
)
FOREIGN_CHUNK = Message(
    "TP008",
    ERROR,
    "contenu étranger importé (altChunk) : {what}",
    "collez ce contenu dans le modèle",
    "Word n’interprète ce contenu qu’à l’ouverture : parafe ne pourrait ni le remplir ni le vérifier.",
)
DOCTYPE = Message(
    "TP009",
    ERROR,
    "déclaration DOCTYPE interdite dans {what}",
    "repartez d’un document Word sain",
    "Une telle déclaration peut faire lire d’autres fichiers ; Word n’en écrit jamais.",
)
ILL_FORMED = Message(
    "TP010",
    ERROR,
    "{what} est illisible : XML mal formé",
    "ouvrez le modèle dans Word et réenregistrez-le",
    "Word refuserait ce fichier, ou le réparerait en perdant du texte.",
)
MISSING_PART = Message(
    "TP011",
    ERROR,
    "le modèle fait appel à un élément qui n’est pas dans le fichier : {what} ({kind})",
    "supprimez l’image ou l’objet qui ne s’affiche plus, ou remettez-le, puis réenregistrez le modèle dans Word",
    "Word refuse d’ouvrir un document dont une relation ne mène nulle part, ou y montre un cadre vide.",
)
UNTYPED_PART = Message(
    "TP012",
    ERROR,
    "un élément du fichier n’a pas de type : {what}",
    "ouvrez le modèle dans Word et réenregistrez-le",
    "Word refuse d’ouvrir un document dont [Content_Types].xml ne dit pas ce qu’est chacun de ses éléments.",
)
UNKNOWN_RELATION = Message(
    "TP013",
    ERROR,
    "la relation « {what} » n’existe pas ({kind})",
    "supprimez l’image, le lien ou l’en-tête dont il s’agit, ou remettez-le, puis réenregistrez le modèle dans Word",
    "Une image, un lien ou un en-tête est désigné par une relation : Word refuse un document où elle manque.",
)
REPEATED_RELATION = Message(
    "TP014",
    ERROR,
    "deux relations portent le même identifiant : « {what} » ({kind})",
    "repartez d’un document Word sain",
    "Word ne peut savoir laquelle des deux suivre, et refuse d’ouvrir le document.",
)
MISSING_NOTE = Message(
    "TP015",
    ERROR,
    "appel d’une note qui n’existe pas : {what}",
    "supprimez l’appel de note et insérez la note de nouveau",
    "Word refuse d’ouvrir un document où un appel de note ne mène à aucune note.",
)
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
    "Donnez le dossier de l’année au lieu de l’action, ou nommez un genre qui se fait d’une action.",
)
YEAR_WITHOUT_PROGRAMME = Message(
    "MO010",
    ERROR,
    "cette année n’a pas de programme : aucun document de l’année ne peut être fait",
    "Écrivez programme.yaml dans son dossier (« parafe new action » en donne le formulaire).",
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
    UNKNOWN_KIND,
    MISSING_MARK,
    SEVERAL_ORIGINALS,
    NO_ORIGINAL,
    NOTHING_TO_MAKE,
    MISSING_TEMPLATE,
    NO_KIND,
    NO_SUCH_TEMPLATE,
    KIND_OF_A_YEAR,
    YEAR_WITHOUT_PROGRAMME,
)
"""Every message of the family, by serial number."""
