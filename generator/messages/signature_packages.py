"""Verification and signature of packages. Family DO."""

from __future__ import annotations

from generator.messages.message import ERROR, INFORMATION, Message

NOT_A_PACKAGE = Message(
    "DO001",
    ERROR,
    "« {chemin} » n’est pas un dossier de signature : le fichier {manifeste} y manque",
    "Donnez le chemin d’un dossier « dossier-v1 », « dossier-v2 »…",
)
BROKEN_SEAL = Message(
    "DO002",
    ERROR,
    "le sceau {sceau} manque ou ne correspond pas au manifeste : le manifeste a été modifié",
    "Reprenez le dossier d’origine ; s’il est perdu, produisez-en un nouveau avec « parafe generate --final ».",
)
UNREADABLE_MANIFEST = Message(
    "DO003",
    ERROR,
    "le manifeste n’est pas lisible : {detail}",
    "Reprenez le dossier d’origine.",
)
CHANGED_FILE = Message(
    "DO004",
    ERROR,
    "le fichier a été modifié : son empreinte est {trouvee}, le manifeste porte {attendue}",
    "Remettez le fichier d’origine ; un acte modifié à la main ne se signe pas.",
)
MISSING_FILE = Message(
    "DO005",
    ERROR,
    "le fichier manque",
    "Remettez le fichier d’origine à sa place.",
)
EXTRA_FILE = Message(
    "DO006",
    ERROR,
    "le fichier est de trop : le manifeste ne le connaît pas",
    "Retirez-le du dossier.",
)
SYMBOLIC_LINK = Message(
    "DO007",
    ERROR,
    "le lien symbolique n’est pas admis dans un dossier de signature",
    "Remplacez le lien par le fichier d’origine.",
)
UNLIKE_ORIGINALS = Message(
    "DO008",
    ERROR,
    "les originaux ne sont pas identiques ou ne sont pas au nombre annoncé ({nombre})",
    "Reprenez le dossier d’origine : chaque exemplaire doit porter exactement le même texte.",
)
COVER_OF_ANOTHER = Message(
    "DO009",
    ERROR,
    "la page de garde porte l’empreinte {trouvee}, et l’acte qu’elle accompagne {attendue}",
    "Reprenez le dossier d’origine : l’acte a été changé depuis que sa page de garde a été faite.",
)
COVER_WITHOUT_DIGEST = Message(
    "DO010",
    ERROR,
    "la page de garde ne porte l’empreinte d’aucun acte",
    "Reprenez le dossier d’origine, ou remettez `{{{{ empreinte }}}}` dans le modèle de la page de garde.",
)
COVER_OF_ANOTHER_COPY = Message(
    "DO011",
    ERROR,
    "la page de garde n’est pas celle de l’exemplaire n° {rang}/{total}",
    "Reprenez le dossier d’origine : un original en a été retiré, ajouté ou déplacé.",
)
COVER_FOR_ANOTHER = Message(
    "DO012",
    ERROR,
    "la page de garde ne nomme pas le destinataire que porte le manifeste : « {destinataire} »",
    "Reprenez le dossier d’origine.",
)
UNREADABLE_COVER = Message(
    "DO013",
    ERROR,
    "la page de garde n’est pas un document Word lisible",
    "Reprenez le dossier d’origine.",
)
UNLIKE_SOURCES = Message(
    "DO014",
    ERROR,
    "ce n’est pas ce que donnent les sources du dossier",
    "Reprenez le dossier d’origine : ce fichier, ou ceux dont il est fait, ont été changés, et le sceau refait.",
)
NOT_FROM_SOURCES = Message(
    "DO015",
    ERROR,
    "les sources du dossier ne donnent pas ce fichier",
    "Reprenez le dossier d’origine.",
)
MISSING_FROM_PACKAGE = Message(
    "DO016",
    ERROR,
    "le fichier manque, et le manifeste ne le compte pas : les sources du dossier le donnent",
    "Reprenez le dossier d’origine.",
)
MANIFEST_UNLIKE_SOURCES = Message(
    "DO017",
    ERROR,
    "le manifeste ne dit pas ce que donnent les sources du dossier : {cles}",
    "Reprenez le dossier d’origine.",
)
SOURCES_REFUSED = Message(
    "DO018",
    ERROR,
    "les sources du dossier n’en donnent aucun : {raison}",
    "Reprenez le dossier d’origine : ses sources ont été changées, et le sceau refait.",
)
NOT_MADE_AGAIN = Message(
    "DO019",
    INFORMATION,
    "non refait : dossier produit par la version {ancienne}, ce programme est la version {presente}",
    "Pour comparer aussi les documents à leurs sources, vérifiez avec la version {ancienne}.",
)
WHAT_A_SEAL_PROVES = Message(
    "DO020",
    INFORMATION,
    "sans clé, le sceau ne dit pas qui a produit le dossier : quiconque en change tous les fichiers, sources "
    "comprises, peut le refaire",
    "Pour le prouver, signez le dossier (--sign-key) et vérifiez-le avec la clé publique (--public-key).",
)
UNCHECKED_SIGNATURE = Message(
    "DO021",
    INFORMATION,
    "la signature du manifeste n’a pas été vérifiée",
    "Donnez la clé publique de qui a produit le dossier : --public-key.",
)
NO_SIGNATURE = Message(
    "DO022",
    ERROR,
    "le dossier n’est pas signé : {fichier} manque",
    "Reprenez le dossier signé ; s’il ne l’a jamais été, produisez-en un autre avec « --sign-key ».",
)
WRONG_SIGNATURE = Message(
    "DO023",
    ERROR,
    "la signature n’est pas celle de ce manifeste par cette clé",
    "Vérifiez que la clé publique est celle de qui a produit le dossier ; si c’est elle, le dossier a été changé.",
)
MISSING_LIBRARY = Message(
    "DO024",
    ERROR,
    "signer un dossier ou vérifier sa signature demande la bibliothèque cryptography, qui manque",
    "Installez-la : `pip install cryptography`.",
)
UNREADABLE_KEY = Message(
    "DO025",
    ERROR,
    "le fichier de la clé ne peut pas être lu",
    "Vérifiez le chemin et les droits du fichier.",
)
NOT_A_PRIVATE_KEY = Message(
    "DO026",
    ERROR,
    "ce fichier n’est pas une clé privée",
    "Donnez une clé privée Ed25519 ; pour en faire une : `openssl genpkey -algorithm ed25519 -out cle-privee.pem`.",
)
NOT_A_PUBLIC_KEY = Message(
    "DO027",
    ERROR,
    "ce fichier n’est pas une clé publique",
    "Pour la tirer de la clé privée : `openssl pkey -in cle-privee.pem -pubout -out cle-publique.pem`.",
)
OTHER_KIND_OF_KEY = Message(
    "DO028",
    ERROR,
    "la clé n’est pas une clé Ed25519",
    "Pour en faire une : `openssl genpkey -algorithm ed25519 -out cle-privee.pem`.",
)
KEY_WITH_PASSWORD = Message(
    "DO029",
    ERROR,
    "la clé est protégée par un mot de passe, que parafe ne demande pas",
    "Pour en faire une copie sans mot de passe : `openssl pkey -in cle-privee.pem -out cle-sans-mot-de-passe.pem`.",
)
PUBLIC_KEY_TO_SIGN = Message(
    "DO030",
    ERROR,
    "une clé publique ne signe pas",
    "Donnez la clé privée à --sign-key, et gardez la clé publique pour « parafe verify --public-key ».",
)
PRIVATE_KEY_TO_VERIFY = Message(
    "DO031",
    ERROR,
    "c’est une clé privée : elle ne se donne pas pour vérifier",
    "Donnez la clé publique ; pour la tirer de la clé privée : "
    "`openssl pkey -in cle-privee.pem -pubout -out cle-publique.pem`.",
)
NO_COVER = Message(
    "DO032",
    ERROR,
    "l’original n’a pas de page de garde",
    "Reprenez le dossier d’origine.",
)
FORM_FROM_ELSEWHERE = Message(
    "DO033",
    INFORMATION,
    "non refait : le formulaire de l’action n’était pas dans l’espace de travail",
    "Pour que la vérification compare aussi les documents à leurs sources, rangez le formulaire dans inputs/.",
)
UNREADABLE_SOURCES = Message(
    "DO034",
    ERROR,
    "l’archive des sources est abîmée, ou d’une forme que parafe n’écrit pas",
    "Reprenez le dossier d’origine.",
)
ENCRYPTED_SOURCE = Message(
    "DO035",
    ERROR,
    "« {fichier} » est chiffré dans l’archive des sources",
    "Reprenez le dossier d’origine : parafe n’y chiffre rien.",
)
TOO_MANY_SOURCES = Message(
    "DO036",
    ERROR,
    "l’archive des sources contient {nombre} fichiers ; parafe en lit {plafond} au plus",
    "Reprenez le dossier d’origine.",
)
SWOLLEN_SOURCES = Message(
    "DO037",
    ERROR,
    "l’archive des sources gonflerait à {octets} octets : elle n’est pas ouverte",
    "Reprenez le dossier d’origine.",
    "Quelques octets bien choisis peuvent en donner des milliards, et arrêter l’ordinateur qui les ouvre.",
)
UNSAFE_SOURCE = Message(
    "DO038",
    ERROR,
    "l’archive des sources contient {fichier}, qui est un lien, un dossier, ou un nom qui sort de l’archive",
    "Reprenez le dossier d’origine : une telle archive ne s’ouvre pas, même avec un autre logiciel.",
)
TWIN_SOURCE = Message(
    "DO039",
    ERROR,
    "l’archive des sources contient deux fois « {fichier} », ou des noms que seules les majuscules distinguent",
    "Reprenez le dossier d’origine ; si l’espace de travail a ces deux fichiers, renommez l’un d’eux.",
    "Deux logiciels pourraient en lire l’un ou l’autre.",
)

MESSAGES: tuple[Message, ...] = (
    NOT_A_PACKAGE,
    BROKEN_SEAL,
    UNREADABLE_MANIFEST,
    CHANGED_FILE,
    MISSING_FILE,
    EXTRA_FILE,
    SYMBOLIC_LINK,
    UNLIKE_ORIGINALS,
    COVER_OF_ANOTHER,
    COVER_WITHOUT_DIGEST,
    COVER_OF_ANOTHER_COPY,
    COVER_FOR_ANOTHER,
    UNREADABLE_COVER,
    UNLIKE_SOURCES,
    NOT_FROM_SOURCES,
    MISSING_FROM_PACKAGE,
    MANIFEST_UNLIKE_SOURCES,
    SOURCES_REFUSED,
    NOT_MADE_AGAIN,
    WHAT_A_SEAL_PROVES,
    UNCHECKED_SIGNATURE,
    NO_SIGNATURE,
    WRONG_SIGNATURE,
    MISSING_LIBRARY,
    UNREADABLE_KEY,
    NOT_A_PRIVATE_KEY,
    NOT_A_PUBLIC_KEY,
    OTHER_KIND_OF_KEY,
    KEY_WITH_PASSWORD,
    PUBLIC_KEY_TO_SIGN,
    PRIVATE_KEY_TO_VERIFY,
    NO_COVER,
    FORM_FROM_ELSEWHERE,
    UNREADABLE_SOURCES,
    ENCRYPTED_SOURCE,
    TOO_MANY_SOURCES,
    SWOLLEN_SOURCES,
    UNSAFE_SOURCE,
    TWIN_SOURCE,
)
"""Every message of the family, by serial number."""
