"""Workbooks: what a sheet or a cell may not hold. Family FO: the form of an input."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

NOT_A_WORKBOOK = Message(
    "FO070",
    ERROR,
    "ce n’est pas un classeur lisible : {raison}",
    "ouvrez-le dans Excel ou LibreOffice, puis enregistrez-le au format « Classeur Excel (.xlsx) », sans mot de passe",
    "Un classeur abîmé, chiffré ou d’un autre format ne peut pas être lu sans risque d’en perdre une partie.",
)
WORKBOOK_TOO_LARGE = Message(
    "FO071",
    ERROR,
    "le classeur dépasse ce qu’un programme annuel peut contenir : {raison}",
    "repartez du classeur que donne « parafe new workbook », et recopiez-y les valeurs",
    "Un classeur de soixante actions pèse moins d’un mégaoctet. Un classeur démesuré est une erreur ou un piège.",
)
UNKNOWN_SHEET = Message(
    "FO072",
    ERROR,
    "feuille inconnue « {feuille} » : {conseil}",
    "donnez-lui le nom d’une feuille du classeur ; pour la garder sans la lire, faites commencer son nom par « Notes »",
    "Une feuille renommée ne serait pas lue, et ce qu’elle contient manquerait dans les actes.",
)
MISSING_SHEET = Message(
    "FO073",
    ERROR,
    "la feuille « {feuille} » manque",
    "rétablissez-la, avec ses en-têtes, depuis le classeur que donne « parafe new workbook »",
    "Sans elle, on ne sait pas quelles actions le programme contient.",
)
HIDDEN_SHEET = Message(
    "FO074",
    ERROR,
    "la feuille est masquée, et elle est remplie",
    "affichez-la (clic droit sur un onglet, « Afficher »), relisez-la, ou videz-la",
    "Ce que personne ne voit ne doit pas entrer dans un acte.",
)
HIDDEN_ROW = Message(
    "FO075",
    ERROR,
    "la ligne {ligne} est masquée ou filtrée, et elle est remplie",
    "affichez-la ou ôtez le filtre, relisez-la ; supprimez-la si elle ne sert plus",
    "Ce que personne ne voit ne doit pas entrer dans un acte.",
)
HIDDEN_COLUMN = Message(
    "FO076",
    ERROR,
    "la colonne « {entete} » est masquée, et elle est remplie",
    "affichez-la et relisez-la, ou videz-la",
    "Ce que personne ne voit ne doit pas entrer dans un acte.",
)
MERGED_CELLS = Message(
    "FO077",
    ERROR,
    "les cellules {plage} sont fusionnées",
    "annulez la fusion, et remplissez chaque ligne",
    "Une fusion ne garde que la valeur du premier coin : les autres lignes seraient vides.",
)
FORMULA = Message(
    "FO078",
    ERROR,
    "la cellule contient la formule {formule} : les formules ne sont pas calculées",
    "remplacez-la par sa valeur : copier, puis collage spécial « Valeurs »",
    "Le résultat d’une formule dépend du logiciel qui l’ouvre ; un acte ne peut en dépendre.",
)
ERROR_VALUE = Message(
    "FO079",
    ERROR,
    "la cellule contient l’erreur {erreur}",
    "remplacez-la par la valeur voulue, ou videz-la",
    "Le tableur n’a pas su calculer cette valeur.",
)
UNKNOWN_HEADING = Message(
    "FO080",
    ERROR,
    "en-tête inconnu « {entete} » : {conseil}",
    "rétablissez l’en-tête du classeur que donne « parafe new workbook », ou supprimez la colonne",
    "Une colonne dont l’en-tête a changé ne serait pas lue.",
)
MISSING_HEADING = Message(
    "FO081",
    ERROR,
    "la colonne « {entete} » manque",
    "rétablissez-la : son en-tête s’écrit `{entete}`, dans la première ligne",
    "Sans elle, on ne sait pas de quoi parle chaque ligne.",
)
HEADING_TWICE = Message(
    "FO082",
    ERROR,
    "l’en-tête « {entete} » figure deux fois, ici et en {autre}",
    "supprimez l’une des deux colonnes",
    "Deux colonnes de même nom ne peuvent pas être lues toutes les deux.",
)
NO_HEADING = Message(
    "FO083",
    ERROR,
    "la cellule est remplie, mais sa colonne n’a pas d’en-tête",
    "mettez la valeur dans sa colonne, ou effacez-la",
    "Une valeur sans en-tête ne serait pas lue.",
)
TOO_FAR = Message(
    "FO084",
    ERROR,
    "la cellule est remplie, loin au-delà du tableau : {limite}",
    "effacez-la, ou supprimez les lignes et colonnes vides qui la précèdent",
    "Une valeur égarée au bout de la feuille est presque toujours une erreur de collage.",
)
NUMBER_IN_TEXT = Message(
    "FO085",
    ERROR,
    "la cellule contient le nombre {valeur}, là où un texte est attendu",
    "mettez la cellule au format « Texte », puis retapez la valeur : 00501 reste alors 00501",
    "Dans un nombre, le tableur ôte les zéros de tête et arrondit au-delà de quinze chiffres.",
)
DATE_IN_TEXT = Message(
    "FO086",
    ERROR,
    "le tableur a fait une date ou une heure ({valeur}) de ce qui a été tapé",
    "mettez la cellule au format « Texte » (ou nombre), puis retapez la valeur",
    "2017-01 devient le 1er janvier 2017, et ce qui a été tapé est perdu.",
)
TOO_MANY_DIGITS = Message(
    "FO087",
    ERROR,
    "le nombre {valeur} a plus de quinze chiffres : le tableur n’en garde que quinze",
    "mettez la cellule au format « Texte », puis retapez le nombre entier",
    "Les derniers chiffres ont été remplacés par des zéros.",
)
TIME_OF_DAY = Message(
    "FO088",
    ERROR,
    "la cellule contient une heure avec la date ({valeur})",
    "ne gardez que le jour : 01/03/2017",
    "Un délai se compte en jours ; une heure cachée décalerait les comparaisons.",
)
PERCENTAGE = Message(
    "FO089",
    ERROR,
    "la cellule est au format pourcentage : {valeur} y est affiché autrement",
    "mettez la cellule au format « Nombre », puis retapez la valeur",
    "Ce qui est affiché et ce qui est enregistré diffèrent de cent fois.",
)
ROW_WITHOUT_ACTION = Message(
    "FO090",
    ERROR,
    "la ligne est remplie, mais ne dit pas à quelle action elle appartient",
    "écrivez le numéro de l’action dans la première colonne, ou effacez la ligne",
    "Une ligne sans action ne serait pas lue.",
)
UNKNOWN_ACTION = Message(
    "FO091",
    ERROR,
    "« {numero} » n’est le numéro d’aucune action de la feuille « Actions »",
    "corrigez le numéro, ou ajoutez l’action à la feuille « Actions »",
    "Une ligne d’une action inconnue ne serait pas lue.",
)
UNKNOWN_PARENT = Message(
    "FO092",
    ERROR,
    "{valeur} ne désigne aucune ligne de la feuille « {feuille} » pour cette action",
    "recopiez la valeur de la colonne « {colonne} » de cette feuille",
    "Une ligne qui n’appartient à rien ne serait pas lue.",
)
SEVERAL_PARENTS = Message(
    "FO093",
    ERROR,
    "« {valeur} » désigne plusieurs lignes de la feuille « {feuille} » pour cette action",
    "donnez à chacune un identifiant différent",
    "On ne sait pas à laquelle de ces lignes celle-ci appartient.",
)
NUMBER_TWICE = Message(
    "FO094",
    ERROR,
    "l’action « {numero} » figure deux fois, ici et en {autre}",
    "donnez à chaque action son numéro",
    "Les documents de deux actions de même numéro se remplaceraient.",
)
EMPTY_CELL = Message(
    "FO095",
    ERROR,
    "la cellule est vide : la colonne « {cle} » est à remplir ({sens})",
    "remplissez-la, ou videz la ligne entière",
    "Sans cette valeur, on ne sait pas de quoi ou de qui parle la ligne.",
)
SECOND_PROGRAMME = Message(
    "FO096",
    ERROR,
    "la feuille « {feuille} » n’a qu’une ligne à remplir, et celle-ci est la deuxième",
    "gardez une seule ligne : un classeur tient un seul programme",
    "On ne sait pas laquelle des deux lignes dit ce que les actions partagent.",
)
TEXT_TOO_LONG = Message(
    "FO097",
    ERROR,
    "ce texte a {nombre} caractères : une cellule n’en garde que {limite}",
    "raccourcissez-le, ou gardez la saisie en YAML",
    "Le tableur couperait la fin du texte sans le dire.",
)
RAGGED_ROW = Message(
    "FO098",
    ERROR,
    "la ligne a {nombre} valeurs, l’en-tête {attendu}",
    "ajoutez ou ôtez des points-virgules ; une valeur qui contient « ; » se met entre guillemets",
    "Une valeur de trop ou de moins décale toutes les suivantes.",
)
NOT_A_SHEET_OF_TEXT = Message(
    "FO099",
    ERROR,
    "ce fichier n’est pas une feuille du classeur enregistrée en CSV : {raison}",
    "enregistrez la feuille en « CSV (séparateur : point-virgule) », sous le nom de la feuille",
    "On ne sait pas à quelle feuille rendre ces lignes.",
)
NO_ACTION = Message(
    "FO100",
    ERROR,
    "le classeur ne nomme aucune action",
    "écrivez une ligne par action dans la feuille « Actions », avec son numéro : 2018-01",
)

MESSAGES: tuple[Message, ...] = (
    NOT_A_WORKBOOK,
    WORKBOOK_TOO_LARGE,
    UNKNOWN_SHEET,
    MISSING_SHEET,
    HIDDEN_SHEET,
    HIDDEN_ROW,
    HIDDEN_COLUMN,
    MERGED_CELLS,
    FORMULA,
    ERROR_VALUE,
    UNKNOWN_HEADING,
    MISSING_HEADING,
    HEADING_TWICE,
    NO_HEADING,
    TOO_FAR,
    NUMBER_IN_TEXT,
    DATE_IN_TEXT,
    TOO_MANY_DIGITS,
    TIME_OF_DAY,
    PERCENTAGE,
    ROW_WITHOUT_ACTION,
    UNKNOWN_ACTION,
    UNKNOWN_PARENT,
    SEVERAL_PARENTS,
    NUMBER_TWICE,
    EMPTY_CELL,
    SECOND_PROGRAMME,
    TEXT_TOO_LONG,
    RAGGED_ROW,
    NOT_A_SHEET_OF_TEXT,
    NO_ACTION,
)
"""Every message of the family, by serial number."""
