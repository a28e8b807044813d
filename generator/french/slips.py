"""Words that come from a letter, a form or a keyboard, and that an act does not print as they are: lists alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from generator.french.dates import MONTHS, WEEKDAYS

SPEAKERS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "je ": r"(?<![\w-])je\s+\w+",
        "j'": r"(?<![\w-])j'\w+",
        "j’": r"(?<![\w-])j’\w+",
        "nous": r"(?<!-)\bnous\b(?!-)",
        "vous": r"(?<!-)\bvous\b(?!-)",
        "notre": r"\bnotre\b(?!-)",
        "nos ": r"\bnos\s",
        "votre": r"\bvotre\b(?!-)",
        "vos ": r"\bvos\s",
    }
)
"""Words of who speaks and of who is spoken to: a part that they always have, in lower case → their pattern."""

POLITE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "soussigné": r"\bsoussignée?s?\b",
        "bonjour": r"\bbonjour\b",
        "agréer": r"\bagréer\b",
        "sentiments": r"\bsentiments\s+(?:distingués|dévoués|les\s+meilleurs)",
        "cdt": r"\bcdt\b",
        "cdlt": r"\bcdlt\b",
        "maire,": r"^(?:madame|monsieur)\s+l[ea]\s+maire\s*,",
        "président": r"^(?:madame|monsieur)\s+l[ea]\s+présidente?\s*,",
        "objet": r"^objet\s*:",
        "réf": r"^(?:[nv]/\s?)?réf(?:érences?)?\.?\s*:",
        "convenu": r"\bcomme\s+convenu\b",
        "p.j.": r"\bp\.j\.",
        "veuillez": r"\bveuillez\b",
        "salutations": r"\bsalutations\b",
        "cordialement": r"\bcordialement\b",
        "merci": r"\bmerci\s+(?:de\b|d[’']|par\b)",
        "madame,": r"\bmadame,\s+monsieur\b",
        "n'hésit": r"\bn'hésit(?:ez|e)\b",
        "n’hésit": r"\bn’hésit(?:ez|e)\b",
        "malheureusement": r"\bmalheureusement\b",
        "s.v.p": r"\bs\.?v\.?p\b",
        "svp": r"\bsvp\b",
        "prière de": r"\bprière\s+de\b",
        "ci-joint": r"\bci-joint(?:e|s|es)?\b",
    }
)
"""What a letter says to somebody: a part that it always has, in lower case → the pattern of its words."""

QUOTED: Final = re.compile(r'«[^«»]*»|"[^"]*"|“[^“”]*”')
"""What a text quotes: a title may well speak to its reader."""

TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {"Mr": "M.", "Mr.": "M.", "Mrs": "Mme", "Mme.": "Mme", "Melle": "Mlle", "MM": "MM.", "Mlle.": "Mlle"}
)
"""An abbreviation of a title that is not French → the French one."""

AMPERSAND: Final = re.compile(r"(?<![A-Z0-9])\s&\s(?![A-Z0-9])")
"""« & » between common words; between two names it is that of a firm: « Durand & Fils »."""

FEWEST_CAPITALS: Final = 12
"""Letters in capitals from which a text without any other was typed in capitals: a shorter one may be initials."""

INITIALS: Final = re.compile(r"[A-Z]{2,4}")
"""A text in capitals short enough for initials: « RI », « DRI », « CCAS »."""

DOUBLED_ON_PURPOSE: Final = frozenset({"nous", "vous", "très", "bla", "baden", "bora", "paw"})
"""Words that a text may say twice in a row."""

_ACCENTED: Final = (
    "École", "Écoles", "Économie", "Écologie", "Écrit", "Édition", "Éducation", "Égalité", "Église", "Égypte",
    "Électricité", "Élève", "Élèves", "Élaboration", "Élu", "Élue", "Élus", "Émission", "Énergie", "Enquête",
    "Épicerie", "Équipe", "Équipement", "Équipements", "Équipes", "Établissement", "Établissements", "État",
    "États", "Été", "Étape", "Étude", "Études", "Étudiant", "Étudiants", "Évaluation", "Événement", "Événements",
    "Éveil", "Échange", "Échanges", "Éthiopie", "Île", "Îles",
)  # fmt: skip

_BARE: Final = str.maketrans("ÉÈÊÎ", "EEEI")

UNACCENTED: Final[Mapping[str, str]] = MappingProxyType(
    {word.translate(_BARE): word for word in _ACCENTED if word.translate(_BARE) != word}
)
"""A word whose capital lost its accent → the word."""

FOREIGN_PARTS: Final = ("<", "&", "ã", "â", "\ufffd", "**", "{", "}", "[[", "]]", "__")
FOREIGN: Final = re.compile(
    r"</?[a-z]\w*(?:\s[^<>]*)?/?>|&(?:[a-z]{2,}|#\d+);|Ã[^\sA-Za-z]|Â[«»°\s]|â€.?|\ufffd|\*\*|\{[{%#]|[}%#]\}|\[\[|\]\]|__",
    re.IGNORECASE,
)
"""What another program leaves in a text, and in lower case a part that it always has."""

NUMBERED: Final = re.compile(r"(?:^|(?<=[;,:]\s))(?:\d{1,2}|[a-z])\)", re.IGNORECASE)
"""« 1) », « b) » at the head of an item: its parenthesis has no other."""

ANY_SIGN: Final = re.compile(r"[,;:.!?…()\[\]«»“”\"]")
"""Without one of these no sign is ill placed, but a dash at the head."""

SIGNS_IN_A_ROW: Final = re.compile(
    r"[,;:]\s*[,;:]|(?<=\S)\s[,.](?=\s|$|[^\W\d_])|(?<=[^\W\d_]{2}),(?=[^\W\d_])|(?<=[^\W\d_]{2})\((?=[^\W\d_]{2,}\s|[^\W\d_]{4})|[!?]{2,}|,\s*\.(?!\.)|(?<!\.)\.\.(?!\.)|etc\s*(?:\.\.+|…)|^[,;.)]\s"
)
DASHES: Final = "-–—•·*▪◦‣➢"
"""What people type, or paste from Word, at the head of an item; as a class of characters, the hyphen first."""

DASH: Final = re.compile(rf"[{DASHES}]\s*(?=\w)")
FULL_STOP: Final = re.compile(r"(?<=[^\W\d_]{3})(?:\s?[;,]|(?<!etc)\s?\.)$")

OPEN_ENDS: Final = re.compile(r"[ea]\s[aeiouàâéèêëîïôûœæ]", re.IGNORECASE)
"""What any hiatus holds."""

HIATUS: Final = re.compile(
    r"(?<![\w’'-])(?P<word>de|le|la|ne|que|se|je|jusque|lorsque|puisque)\s"
    r"(?P<next>[aeiouàâéèêëîïôûœæ][\w’'-]+)",
    re.IGNORECASE,
)
NOT_ELIDED: Final = frozenset({"au", "aux", "en", "et", "ou", "où", "un", "une"})
"""Words before which « de », « le » or « la » may stand whole: « le ou les lieux », « de un à trois jours »."""

STOPS_SHORT: Final = re.compile(
    r"\s(?:et|ou|de|du|des|[dl][’']|à|au|aux|par|pour|la|le|les|en|avec|sur|que|dont|entre|dans|sans|chez|ainsi que)"
    r"\s*[.;,:]?$|[\w»)’-]+\s*[:,(«]$",
    re.IGNORECASE,
)

FIGURE: Final = re.compile(r"\d")
SHORT_YEAR: Final = re.compile(
    r"(?<![\w/.-])(?:0?[1-9]|[12]\d|3[01])(?P<mark>[/-])(?:0?[1-9]|1[0-2])(?P=mark)\d\d(?![\w/-])"
    r"|(?<![\w/.-])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])\.\d\d(?![\w.])"
    r"|(?<!\w)\d{1,2}(?:er)?\s(?:janv|févr|fév|fevr|fev|avr|juil|sept|oct|nov|déc|dec)\b\.?(?=\s|$)",
    re.IGNORECASE,
)
IMPOSSIBLE_DAY: Final = re.compile(
    r"(?<![\w/.,-])(?:3[01]\s+février|31\s+(?:avril|juin|septembre|novembre)|(?:3[2-9]|[4-9]\d)\s+(?:"
    + "|".join(MONTHS)
    + r"))\b",
    re.IGNORECASE,
)
"""A day in letters that no year has."""
WHOLE_DAY: Final = re.compile(r"(?<![\w/.-])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)\d{4}(?![\w/-])")
WEEKDAY_AND_DAY: Final = re.compile(
    rf"\b({'|'.join(WEEKDAYS)})\s+(\d{{1,2}}(?:er)?\s+(?:{'|'.join(MONTHS)})\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{4}})",
    re.IGNORECASE,
)

FEWEST_CAPITALS_OF: Final[Mapping[str, int]] = MappingProxyType(
    {
        "prenom": 3,
        "titre": 5,
        "titre_avec_article": 6,
        "moyen": 4,
        "classe": 4,
        "mode_de_calcul": 6,
        "unite": 6,
        "organe": 2,
        "nom": 12,
        "lieu": 4,
        "libelle": 7,
        "public": 7,
        "service": 7,
        "destinataire": 7,
        "objet": 7,
        "role": 7,
        "beneficiaires": 7,
    }
)
"""Letters in capitals from which a name was typed in capitals, by key: a shorter one may be initials."""

CAPITAL_IN_DAY: Final = re.compile(
    rf"(?:(?<=\d\s)|(?<=\d\u00a0)|(?<=1er\s))(?:{'|'.join(map(str.capitalize, MONTHS))})\b"
    rf"|(?<=[^\W\d_.!?:]\s)(?:{'|'.join(map(str.capitalize, WEEKDAYS))})\b(?!-)"
)
"""A month after its day, or a day of the week inside a sentence, with a capital that French does not give it."""

ACTS_OF_BODIES: Final = frozenset(
    {
        "acte", "actes", "arrete", "article", "autorisation", "avis", "convention", "decision", "delegation",
        "deliberation", "extrait", "habilitation", "lettre", "mandat", "note", "ordonnance", "pouvoir", "pouvoirs",
        "proces", "pv", "reglement", "resolution", "resolutions", "statuts", "vote",
    }
)  # fmt: skip
"""What a body authorises a signature by, without accents; a meeting is none of them."""

POSTCODE: Final = re.compile(r"\b\d{2}\s?\d{3}\b")

NUMBER_KEYS: Final = frozenset({"numero", "delegation_numero", "numero_ordre", "accuse_reception", "imputation"})
"""Keys of the numbers of acts and of accounts, whose figures are no day."""
