"""The framework convention as data: its signed text, word for word, and the parameters that follow from it.

Every parameter names its place in the text. What happened to the convention (signature, transmission, renewals,
holders of office) stands apart, in its events: the text itself holds nothing that it does not say.
"""

from generator.convention.clause_keys import CLAUSES
from generator.convention.events import Events, MandateHolder, RenewalEvent
from generator.convention.framework import Axis, CostRule, CostSharing, Framework, Party, Renewal, Term, TermStart
from generator.convention.signed_text import Article, Locator, Paragraph, SignedText
from generator.convention.term import expiry_before, last_day_of, last_day_of_months, renewed_in_time, term_of

__all__ = [
    "CLAUSES",
    "Article",
    "Axis",
    "CostRule",
    "CostSharing",
    "Events",
    "Framework",
    "Locator",
    "MandateHolder",
    "Paragraph",
    "Party",
    "Renewal",
    "RenewalEvent",
    "SignedText",
    "Term",
    "TermStart",
    "expiry_before",
    "last_day_of",
    "last_day_of_months",
    "renewed_in_time",
    "term_of",
]
