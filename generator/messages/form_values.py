"""Keys and values: what is unknown, missing, or not of the right form. Family FO: the form of an input."""

from __future__ import annotations

from generator.messages.message import ERROR, Message

UNKNOWN_KEY = Message(
    "FO034",
    ERROR,
    "clé inconnue « {cle} » : vouliez-vous dire « {proche} » ?",
    "remplacez « {cle} » par « {proche} »",
    "Une clé mal écrite laisserait son champ vide dans l’acte, sans que rien ne le montre.",
)
UNKNOWN_KEY_ALONE = Message(
    "FO035",
    ERROR,
    "clé inconnue « {cle} »",
    "clés admises ici : {admises}",
    "Une clé qui n’existe pas serait ignorée, avec ce qu’elle contient. Elle est peut-être mal décalée.",
)
MISSING_KEY = Message(
    "FO036",
    ERROR,
    "la clé « {cle} » manque ici, ou est vide",
    "ajoutez `{cle}: …` ({sens})",
    "Sans cette clé, on ne sait pas de quoi ou de qui parle ce groupe.",
)
NOT_A_CHOICE = Message(
    "FO037",
    ERROR,
    "« {valeur} » n’est pas admis ici ; valeurs admises : {admis}",
    "écrivez l’une des valeurs admises",
    "Ce champ n’a que quelques valeurs ; chacune a ses effets dans l’acte.",
)
GROUP_WANTED = Message(
    "FO038",
    ERROR,
    "un groupe de champs est attendu ici, pas {recu}",
    "décalez dessous une ligne `clé: valeur` par champ : {admises}",
    "Cette clé en contient d’autres.",
)
LIST_WANTED = Message(
    "FO039",
    ERROR,
    "une liste est attendue ici, pas {recu}",
    "commencez chaque élément par un tiret et une espace, chacun sur sa ligne : « - … »",
    "Cette clé admet plusieurs éléments, même s’il n’y en a qu’un.",
)
TEXT_WANTED = Message(
    "FO040",
    ERROR,
    "un texte est attendu, pas une liste ni un groupe de champs",
    "écrivez la valeur sur la ligne de sa clé ; entre guillemets si elle commence par « [ », « {{ » ou « - »",
    "Ce champ contient une seule valeur.",
)
NOT_A_DATE = Message(
    "FO041",
    ERROR,
    "« {valeur} » n’est pas une date : écrivez AAAA-MM-JJ (par exemple 2017-03-01)",
    "écrivez l’année, le mois et le jour en chiffres : 2017-03-01 ; 01/03/2017 est aussi admis",
    "Les délais se calculent sur les dates : une date écrite de plusieurs façons serait lue au jugé.",
)
IMPOSSIBLE_DATE = Message(
    "FO042",
    ERROR,
    "« {valeur} » n’existe pas au calendrier",
    "vérifiez le jour et le mois",
    "Aucun acte ne peut porter un 30 février.",
)
NOT_AN_AMOUNT = Message(
    "FO043",
    ERROR,
    "« {valeur} » n’est pas un montant : écrivez 12500.00 ou 12 500,00",
    "des chiffres seulement, sans symbole de devise : 12500.00 ou 12 500,00",
    "Les montants sont additionnés au centime ; la devise a son propre champ.",
)
NOT_WHOLE = Message(
    "FO044",
    ERROR,
    "« {valeur} » n’est pas un nombre entier, positif ou nul",
    "écrivez des chiffres seulement, sans virgule ni zéro en tête",
    "Ce champ compte des choses entières.",
)
NOT_YES_NO = Message(
    "FO045",
    ERROR,
    "« {valeur} » n’est ni « oui » ni « non »",
    "écrivez oui ou non",
    "Ce champ n’a que deux réponses.",
)
NOT_AN_IDENTIFIER = Message(
    "FO046",
    ERROR,
    "« {valeur} » n’est pas un identifiant : lettres sans accent, chiffres, tiret, point ou souligné, "
    "64 caractères au plus",
    "remplacez les espaces par des tirets et ôtez les accents : ville-de-valmont",
    "Un identifiant sert de nom de fichier et de renvoi d’un fichier à l’autre.",
)
NOT_A_DIGEST = Message(
    "FO047",
    ERROR,
    "« {valeur} » n’est pas une empreinte SHA-256 (64 chiffres hexadécimaux)",
    "recopiez les 64 caractères de l’empreinte, en minuscules",
    "L’empreinte prouve que le texte signé est le texte voté.",
)
NOT_A_CURRENCY = Message(
    "FO048",
    ERROR,
    "« {valeur} » n’est pas un code de devise : trois lettres majuscules (EUR, MAD…)",
    "écrivez le code ISO 4217 : EUR, MAD, CHF…",
    "« euro », « € » et « EUR » seraient pris pour trois devises.",
)
NOT_A_COUNTRY = Message(
    "FO049",
    ERROR,
    "« {valeur} » n’est pas un code de pays : deux lettres majuscules (FR, MA…)",
    "écrivez le code ISO 3166 : FR, MA, SN…",
    "Le pays désigne le droit applicable et le barème des indemnités.",
)
EMPTY_ITEM = Message(
    "FO050",
    ERROR,
    "cette ligne est vide : une valeur est attendue",
    "remplissez-la, ou supprimez la ligne",
    "Un élément vide compterait comme un élément de plus.",
)

MESSAGES: tuple[Message, ...] = (
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
)
"""Every message of the family, by serial number."""
