"""The gate of the vote: the act to sign against what each assembly approved, where it was kept."""

from __future__ import annotations

from collections.abc import Iterable
from zipfile import BadZipFile

from generator.acts.facts.namings import Noun
from generator.acts.wordings.french_namings import after_of
from generator.artifacts import Document, KeptText, Substance
from generator.case import Source
from generator.case.records import Case
from generator.compare import vote_gate as compare
from generator.findings import Finding, errors
from generator.rendering import extract_text


def changes_since_votes(
    kept_texts: Iterable[KeptText], case: Case, original: Document, substance: tuple[Substance, ...]
) -> list[Finding]:
    """Compare the act to sign with the draft that each assembly approved, where it was kept."""
    places = case.places[Source.ACTION]
    to_sign = compare.ActToSign(extract_text(original.content), substance)
    found: list[Finding] = []
    for kept in kept_texts:
        faults = compare.faults_of_copy(kept, places)
        found += faults
        if kept.content is None or any(errors(faults)):
            continue
        try:
            voted = extract_text(kept.content)
        except (BadZipFile, KeyError, SyntaxError, ValueError):
            found.append(compare.unreadable_copy(kept, places))
        else:
            party = case.framework.party(kept.party)
            of_whom = after_of(Noun(party.name, party.forms)) if party else kept.party
            found += compare.changes_since_vote(kept, voted, to_sign, of_whom, places)
    return found
