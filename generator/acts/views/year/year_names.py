"""Who takes part in a year, by name: parties of the framework convention, then bodies and co-funders of the actions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.acts.facts.namings import Noun
from generator.acts.views.framework_views import parties_of
from generator.case.year import ActionExtract, YearRecord


@dataclass(frozen=True, slots=True)
class YearNames:
    """The names of all who take part in a year.

    Attributes:
        parties: identifier of each party → its name, in the order of the framework convention.
        others: number of an action, identifier of a body or of a co-funder in it → its name.
    """

    parties: Mapping[str, Noun]
    others: Mapping[tuple[str, str], Noun]

    @classmethod
    def of(cls, record: YearRecord) -> YearNames:
        """Gather the names of a year; an identifier stands for a name that is not known."""
        named = ((action.number, body) for action in record.governed for body in action.bodies)
        return cls(
            {party.id: Noun.of_party(party, party.id) for party in parties_of(record)},
            {(number, body.id): Noun(body.name or body.id) for number, body in named},
        )

    def of_body(self, action: ActionExtract, identifier: str) -> Noun:
        """Return the name of whoever an action means by an identifier."""
        return self.parties.get(identifier) or self.others.get((action.number, identifier)) or Noun(identifier)
