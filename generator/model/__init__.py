"""The nouns of the inputs: what people type, as frozen values with French keys and English attributes."""

from generator.model.action import Action
from generator.model.kind import DocumentKind
from generator.model.programme import Programme
from generator.model.references import Allowances, Law

__all__ = ["Action", "Allowances", "DocumentKind", "Law", "Programme"]
