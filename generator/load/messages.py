"""Every sentence that loading can say: a frozen table, a code each, never reused. Family FO: the form of an input.

The placeholders of ``text`` and ``fix`` are filled where the fault is found; ``why`` is what ``parafe explain`` adds.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.findings import Finding, Path, Place, Severity
from generator.model.base import SHAPE_FAULTS

MOST_FAULTS = 200
"""Findings shown for one file."""

_SHOWN = 60
"""How many characters of a faulty value a message shows."""


@dataclass(frozen=True, slots=True)
class Message:
    """One fault of form: its code, what is said, how to mend it, and why it is refused."""

    code: str
    text: str
    fix: str
    why: str

    def at(self, place: Place, path: Path = (), /, **values: object) -> Finding:
        """Make the finding at a place, with the values that the sentences name; a list is written out in full.

        Raises:
            KeyError: when a placeholder of the sentences gets no value.
        """
        shown = {name: _shown(value) for name, value in values.items()}
        return Finding(
            code=self.code,
            severity=Severity.ERROR,
            message=self.text.format(**shown),
            place=place,
            path=path,
            fix=self.fix.format(**shown),
        )


def _shown(value: object) -> str:
    """Write a value on one line: a list in full, a typed text cut and free of what a terminal would obey."""
    if isinstance(value, tuple):
        return ", ".join(value)
    text = str(value)
    line = "".join(character if character.isprintable() else " " for character in text[:_SHOWN])
    return line if len(text) <= _SHOWN else f"{line}…"


FILE_NOT_FOUND = Message(
    "FO001",
    "le fichier n’existe pas",
    "vérifiez le nom et le dossier",
    "Une commande ou une donnée nomme un fichier que le dossier de travail ne contient pas.",
)
NOT_A_FILE = Message(
    "FO002",
    "c’est un dossier, pas un fichier",
    "donnez le chemin du fichier .yaml",
    "Une action, une convention, un barème tiennent chacun dans un fichier.",
)
UNREADABLE_FILE = Message(
    "FO003",
    "le fichier ne se laisse pas lire : {raison}",
    "vérifiez les droits du fichier, et qu’aucun autre programme ne le tient",
    "Le système a refusé la lecture ; le contenu n’est pas en cause.",
)
FILE_TOO_LARGE = Message(
    "FO004",
    "le fichier dépasse {limite}",
    "vérifiez que c’est bien un fichier de saisie ; répartissez les données en plusieurs fichiers",
    "Un fichier de saisie pèse quelques dizaines de kilo-octets. Un fichier énorme est une erreur ou un piège.",
)
OTHER_FORMAT = Message(
    "FO005",
    "c’est {format}, pas un fichier de saisie YAML",
    "donnez le fichier .yaml de la saisie",
    "Le contenu commence comme celui d’un autre format, quel que soit le nom du fichier.",
)
NOT_UTF8 = Message(
    "FO006",
    "le caractère « {caractere} » (octet {octet}) est codé en Windows-1252 (cp1252, Latin-1), pas en UTF-8",
    "enregistrez le fichier en UTF-8 : dans le Bloc-notes, « Enregistrer sous », Codage « UTF-8 »",
    "Un même octet est une lettre différente selon le codage. Lire au jugé changerait les noms propres dans les actes.",
)
UTF16_OR_32 = Message(
    "FO007",
    "le fichier est codé en {codage}, pas en UTF-8",
    "enregistrez le fichier en UTF-8 : dans le Bloc-notes, « Enregistrer sous », Codage « UTF-8 »",
    "Les fichiers de saisie sont en UTF-8, avec ou sans marque d’ordre des octets.",
)
NUL_CHARACTER = Message(
    "FO008",
    "le fichier contient un caractère nul ({nombre} en tout) : il est abîmé, ou codé en UTF-16",
    "reprenez une copie saine, ou enregistrez le fichier en UTF-8",
    "Aucun texte ne contient de caractère nul ; Word refuserait le document.",
)
CONTROL_CHARACTER = Message(
    "FO009",
    "caractère invisible interdit ({point_de_code})",
    "effacez-le et retapez le passage ; il vient souvent d’un copier-coller depuis Word ou un PDF",
    "Un caractère de commande disparaît à l’impression, ou fait refuser le document par Word.",
)
EMPTY_FILE = Message(
    "FO010",
    "le fichier est vide",
    "partez du formulaire que donne « parafe new »",
    "Un fichier sans aucune clé remplie n’est pas une saisie.",
)
TAB_INDENTATION = Message(
    "FO011",
    "une tabulation décale cette ligne (lignes du fichier dans ce cas : {nombre})",
    "remplacez chaque tabulation par deux espaces en début de ligne",
    "En YAML le décalage dit ce qui appartient à quoi ; il s’écrit avec des espaces seulement.",
)
TOO_DEEP = Message(
    "FO012",
    "les données s’emboîtent sur plus de {limite} niveaux",
    "vérifiez les crochets, les accolades et le décalage des lignes",
    "Aucune saisie n’a besoin d’autant de niveaux ; un emboîtement sans fin bloquerait le programme.",
)
TOO_MANY_VALUES = Message(
    "FO013",
    "le fichier contient plus de {limite} valeurs",
    "répartissez les données en plusieurs fichiers",
    "Au-delà, ce n’est plus une saisie faite à la main.",
)
SEVERAL_DOCUMENTS = Message(
    "FO014",
    "un second document commence ici : ce qui suit serait ignoré",
    "supprimez la ligne « --- » ou « ... », ou faites un fichier par action",
    "Un fichier de saisie décrit une seule chose ; rien de ce qui est écrit ne doit être ignoré.",
)
ANCHOR = Message(
    "FO015",
    "les renvois YAML ({signe}) ne sont pas admis",
    "écrivez la valeur en toutes lettres à chaque endroit, ou mettez-la entre guillemets si c’est un texte",
    "Un renvoi cache la valeur à qui relit, et peut gonfler sans fin.",
)
TAG = Message(
    "FO016",
    "les étiquettes YAML ({signe}) ne sont pas admises",
    "supprimez l’étiquette, ou mettez le texte entre guillemets s’il commence par « ! »",
    "Une étiquette demande au programme de fabriquer un objet ; une saisie ne contient que du texte.",
)
DUPLICATE_KEY = Message(
    "FO017",
    "la clé « {cle} » figure déjà à la ligne {ligne}",
    "ne gardez qu’une des deux",
    "De deux valeurs pour une clé, rien ne dit laquelle est la bonne.",
)
KEY_NOT_A_WORD = Message(
    "FO018",
    "un nom de clé est attendu avant le deux-points",
    "écrivez « clé: valeur » ; la clé est un mot",
    "Une clé est le nom d’un champ : ni une liste, ni un groupe, ni rien.",
)
ROOT_NOT_A_GROUP = Message(
    "FO019",
    "le fichier doit être fait de lignes « clé: valeur »",
    "partez du formulaire que donne « parafe new »",
    "Chaque valeur porte le nom de son champ.",
)
FORBIDDEN_ESCAPE = Message(
    "FO020",
    "ce texte entre guillemets contient le code d’un caractère interdit",
    "écrivez le caractère lui-même, ou supprimez le code (« \\u… », « \\x… »)",
    "Un demi-caractère ou un caractère de commande ferait perdre la suite de l’acte dans Word.",
)
UNCLOSED_QUOTE = Message(
    "FO021",
    "le guillemet ouvert ici n’est jamais fermé",
    "ajoutez le guillemet fermant ; un texte qui contient une apostrophe se met entre guillemets doubles",
    "Tout ce qui suit un guillemet ouvert est lu comme du texte, jusqu’à la fin du fichier.",
)
MISSING_SPACE = Message(
    "FO022",
    "il manque une espace après le deux-points de « {cle}: »",
    "écrivez « {cle}: valeur »",
    "Sans espace, « clé:valeur » est lu comme un seul mot.",
)
COLON_IN_TEXT = Message(
    "FO023",
    "ce texte contient un deux-points suivi d’une espace : il est lu comme une clé",
    'mettez toute la valeur entre guillemets : clé: "Titre : sous-titre"',
    "Hors des guillemets, un deux-points suivi d’une espace sépare toujours une clé de sa valeur.",
)
BAD_INDENTATION = Message(
    "FO024",
    "cette ligne n’est pas alignée avec celles qui l’entourent",
    "décalez du même nombre d’espaces les lignes d’un même groupe",
    "Le décalage dit ce qui appartient à quoi : un espace de trop change le sens, ou n’en a aucun.",
)
BRACKET = Message(
    "FO025",
    "crochets ou accolades mal fermés",
    "fermez « [ » par « ] » et « {{ » par « }} » ; mettez entre guillemets un texte qui en contient",
    "Hors des guillemets, crochets et accolades ouvrent une liste ou un groupe.",
)
BAD_START = Message(
    "FO026",
    "une valeur ne peut pas commencer par « {caractere} »",
    "mettez la valeur entre guillemets doubles",
    "Ce signe a un sens particulier en YAML au début d’une valeur.",
)
AFTER_QUOTE = Message(
    "FO027",
    "du texte suit le guillemet fermant",
    "mettez toute la valeur entre guillemets doubles ; entre apostrophes, doublez celles du texte : 'l''action'",
    "Un texte entre guillemets s’arrête au guillemet fermant : une apostrophe suffit à le fermer trop tôt.",
)
BAD_ESCAPE = Message(
    "FO028",
    "la barre oblique inverse « \\ » annonce un code que YAML ne connaît pas",
    "entre guillemets doubles, écrivez « \\\\ » pour une barre oblique inverse",
    "Entre guillemets doubles, « \\ » commence toujours un code.",
)
NO_COLON = Message(
    "FO029",
    "cette ligne n’a pas de clé : « clé: valeur » est attendu",
    "ajoutez la clé et son deux-points, ou rattachez le texte à la valeur d’avant en le décalant",
    "Une ligne sans clé ne dit pas quel champ elle remplit.",
)
BAD_DASH = Message(
    "FO030",
    "un tiret de liste est mal placé ici",
    "un élément par ligne, aligné avec les autres : « - élément » ; ou mettez le texte entre guillemets",
    "Un tiret mal placé serait lu comme la suite du texte d’avant.",
)
OTHER_SYNTAX = Message(
    "FO031",
    "cette ligne n’est pas du YAML lisible",
    "comparez-la avec le formulaire que donne « parafe new »",
    "La lecture s’arrête ici ; la cause peut être à la ligne d’avant.",
)
IGNORED_TEXT = Message(
    "FO032",
    "ce qui suit « # » est un commentaire : « {texte} » serait ignoré",
    "mettez toute la valeur entre guillemets, ou laissez une espace après « # » si c’est un commentaire",
    "Après une espace, « # » commence un commentaire. Un « # » collé à un mot fait presque toujours partie du texte.",
)
TOO_MANY_FAULTS = Message(
    "FO033",
    "plus de {limite} fautes : les suivantes ne sont pas montrées",
    "corrigez les premières, puis relancez",
    "Une faute près du début en fait souvent naître beaucoup d’autres.",
)
UNKNOWN_KEY = Message(
    "FO034",
    "clé inconnue « {cle} » : vouliez-vous dire « {proche} » ?",
    "remplacez « {cle} » par « {proche} »",
    "Une clé mal écrite laisserait son champ vide dans l’acte, sans que rien ne le montre.",
)
UNKNOWN_KEY_ALONE = Message(
    "FO035",
    "clé inconnue « {cle} »",
    "clés admises ici : {admises}",
    "Une clé qui n’existe pas serait ignorée, avec ce qu’elle contient. Elle est peut-être mal décalée.",
)
MISSING_KEY = Message(
    "FO036",
    "la clé « {cle} » manque ici, ou est vide",
    "ajoutez « {cle}: … » ({sens})",
    "Sans cette clé, on ne sait pas de quoi ou de qui parle ce groupe.",
)
NOT_A_CHOICE = Message(
    "FO037",
    SHAPE_FAULTS["choix"],
    "écrivez l’une des valeurs admises",
    "Ce champ n’a que quelques valeurs ; chacune a ses effets dans l’acte.",
)
GROUP_WANTED = Message(
    "FO038",
    "un groupe de champs est attendu ici, pas {recu}",
    "décalez dessous une ligne « clé: valeur » par champ : {admises}",
    "Cette clé en contient d’autres.",
)
LIST_WANTED = Message(
    "FO039",
    "une liste est attendue ici, pas {recu}",
    "commencez chaque élément par un tiret et une espace, chacun sur sa ligne : « - … »",
    "Cette clé admet plusieurs éléments, même s’il n’y en a qu’un.",
)
TEXT_WANTED = Message(
    "FO040",
    SHAPE_FAULTS["texte"],
    "écrivez la valeur sur la ligne de sa clé ; entre guillemets si elle commence par « [ », « {{ » ou « - »",
    "Ce champ contient une seule valeur.",
)
NOT_A_DATE = Message(
    "FO041",
    SHAPE_FAULTS["date"],
    "écrivez l’année, le mois et le jour en chiffres : 2017-03-01 ; 01/03/2017 est aussi admis",
    "Les délais se calculent sur les dates : une date écrite de plusieurs façons serait lue au jugé.",
)
IMPOSSIBLE_DATE = Message(
    "FO042",
    SHAPE_FAULTS["date_impossible"],
    "vérifiez le jour et le mois",
    "Aucun acte ne peut porter un 30 février.",
)
NOT_AN_AMOUNT = Message(
    "FO043",
    SHAPE_FAULTS["montant"],
    "des chiffres seulement, sans symbole de devise : 12500.00 ou 12 500,00",
    "Les montants sont additionnés au centime ; la devise a son propre champ.",
)
NOT_WHOLE = Message(
    "FO044",
    SHAPE_FAULTS["entier"],
    "écrivez des chiffres seulement, sans virgule ni zéro en tête",
    "Ce champ compte des choses entières.",
)
NOT_YES_NO = Message(
    "FO045",
    SHAPE_FAULTS["oui_non"],
    "écrivez oui ou non",
    "Ce champ n’a que deux réponses.",
)
NOT_AN_IDENTIFIER = Message(
    "FO046",
    SHAPE_FAULTS["identifiant"],
    "remplacez les espaces par des tirets et ôtez les accents : ville-de-valmont",
    "Un identifiant sert de nom de fichier et de renvoi d’un fichier à l’autre.",
)
NOT_A_DIGEST = Message(
    "FO047",
    SHAPE_FAULTS["empreinte"],
    "recopiez les 64 caractères de l’empreinte, en minuscules",
    "L’empreinte prouve que le texte signé est le texte voté.",
)
NOT_A_CURRENCY = Message(
    "FO048",
    SHAPE_FAULTS["devise"],
    "écrivez le code ISO 4217 : EUR, MAD, CHF…",
    "« euro », « € » et « EUR » seraient pris pour trois devises.",
)
NOT_A_COUNTRY = Message(
    "FO049",
    SHAPE_FAULTS["pays"],
    "écrivez le code ISO 3166 : FR, MA, SN…",
    "Le pays désigne le droit applicable et le barème des indemnités.",
)
EMPTY_ITEM = Message(
    "FO050",
    "cette ligne est vide : une valeur est attendue",
    "remplissez-la, ou supprimez la ligne",
    "Un élément vide compterait comme un élément de plus.",
)
NAME_IS_NOT_NUMBER = Message(
    "FO051",
    "le numéro « {numero} » n’est pas le nom du fichier « {fichier} »",
    "renommez le fichier en « {numero}.yaml », ou corrigez le numéro",
    "Le nom du fichier est le numéro de l’action : deux actions ne peuvent porter le même.",
)
NAME_IS_NOT_FRAMEWORK = Message(
    "FO052",
    "l’identifiant « {identifiant} » n’est pas celui que donne le nom du fichier : « {attendu} »",
    "écrivez « {attendu} », ou renommez le fichier",
    "Les actions désignent la convention par le nom de son fichier.",
)
UNKNOWN_FRAMEWORK = Message(
    "FO053",
    "aucune convention-cadre « {identifiant} » dans inputs/conventions",
    "{conseil}",
    "Une convention spécifique n’existe que par la convention-cadre dont elle découle.",
)
CASE_TWINS = Message(
    "FO054",
    "« {fichier} » et « {autre} » ne diffèrent que par des majuscules",
    "renommez l’un des deux",
    "Sous Windows et macOS ces deux noms désignent le même fichier.",
)
RESERVED_NAME = Message(
    "FO055",
    "« {identifiant} » ne peut pas servir de nom de fichier sous Windows",
    "choisissez un autre identifiant, sans point à la fin",
    "CON, NUL, AUX, PRN, COM1… désignent des appareils ; un point final disparaît.",
)
YEAR_IS_NOT_FOLDER = Message(
    "FO056",
    "« {valeur} » n’est pas de l’année du dossier « {dossier} »",
    "déplacez le fichier, ou corrigez la valeur",
    "Chaque dossier d’inputs/ contient une année du programme.",
)
MESSAGES: tuple[Message, ...] = (
    FILE_NOT_FOUND,
    NOT_A_FILE,
    UNREADABLE_FILE,
    FILE_TOO_LARGE,
    OTHER_FORMAT,
    NOT_UTF8,
    UTF16_OR_32,
    NUL_CHARACTER,
    CONTROL_CHARACTER,
    EMPTY_FILE,
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
    UNKNOWN_KEY,
    UNKNOWN_KEY_ALONE,
    MISSING_KEY,
    NOT_A_CHOICE,
    GROUP_WANTED,
    LIST_WANTED,
    TEXT_WANTED,
    NOT_A_DATE,
    IMPOSSIBLE_DATE,
    NOT_AN_AMOUNT,
    NOT_WHOLE,
    NOT_YES_NO,
    NOT_AN_IDENTIFIER,
    NOT_A_DIGEST,
    NOT_A_CURRENCY,
    NOT_A_COUNTRY,
    EMPTY_ITEM,
    NAME_IS_NOT_NUMBER,
    NAME_IS_NOT_FRAMEWORK,
    UNKNOWN_FRAMEWORK,
    CASE_TWINS,
    RESERVED_NAME,
    YEAR_IS_NOT_FOLDER,
)
"""Every message, by serial number."""


def message_of(code: str) -> Message | None:
    """Return the message of a code, or None when no message of form has it."""
    return next((message for message in MESSAGES if message.code == code), None)
