"""Words that come from a letter, a form or a keyboard, and that an act does not print as they are: lists alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

POLITE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "soussigné": r"(?:je|nous)\s+soussignée?s?\b",
        "vous": r"\b(?:je|nous)\s+vous\b|\bvous\s+(?:trouverez|voudrez|remercie)\b|\bbien\s+à\s+vous\b",
        "veuillez": r"\bveuillez\b",
        "salutations": r"\bsalutations\b",
        "cordialement": r"\bcordialement\b",
        "merci": r"\bmerci\s+(?:de\b|d[’']|par\b)",
        "madame,": r"\bmadame,\s+monsieur\b",
        "attente": r"\bdans\s+l[’']attente\s+de\s+(?:votre|vos)\b",
        "suite": r"\bsuite\s+à\s+(?:votre|notre)\b",
        "ci-joint": r"\bci-joint(?:e|s|es)?\b",
    }
)
"""What a letter says to somebody: a part that it always has, in lower case → the pattern of its words."""

TITLES: Final[Mapping[str, str]] = MappingProxyType(
    {"Mr": "M.", "Mr.": "M.", "Mrs": "Mme", "Mme.": "Mme", "Melle": "Mlle", "MM": "MM.", "Mlle.": "Mlle"}
)
"""An abbreviation of a title that is not French → the French one."""

AMPERSAND: Final = re.compile(r"(?<![A-Z0-9])\s&\s(?![A-Z0-9])")
"""« & » between common words; between two names it is that of a firm: « Durand & Fils »."""

FEWEST_CAPITALS: Final = 12
"""Letters in capitals from which a text without any other was typed in capitals: a shorter one may be initials."""

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
