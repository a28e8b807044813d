"""The lines of an action’s form that a vote adds."""

from __future__ import annotations

from datetime import date

from generator.model.approvals import ApprovedText


def vote_lines(party: str, day: date, number: str, approved: ApprovedText) -> str:
    """Return the lines to put under the party’s deliberation.

    Args:
        party: whose assembly voted.
        day: the day of the vote.
        number: the deliberation’s, as it was typed.
        approved: where the draft is kept, and its digests.
    """
    kept = approved.model_dump(by_alias=True, exclude_none=True)
    quoted = number.replace("'", "''")
    lines = [
        "deliberations:",
        f"  - partie: {party}",
        f"    numero: '{quoted}'",
        f"    date: {day.isoformat()}",
        "    texte_approuve:",
        *(f"      {key}: {value}" for key, value in kept.items()),
    ]
    return "\n".join(lines) + "\n"
