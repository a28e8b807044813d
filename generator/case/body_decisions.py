"""The day on which an associated body decided to sign."""

from __future__ import annotations

from datetime import date

from generator.french import days_written
from generator.model.action import AssociatedBody


def decision_day(body: AssociatedBody) -> date | None:
    """Return the day typed for the decision, else the first that its citation writes, else None.

    What is cited after it (a receipt, a register) came later than the decision itself.
    """
    written = days_written(body.own_decision or "")
    return body.own_decision_day or (written[0] if written else None)
