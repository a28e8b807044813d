"""What a year needs of one action: small frozen values, each with the place where it was typed.

A year may hold ten thousand actions: an extract keeps what another action may contradict, and nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Self

from generator.case.year import extract_json
from generator.case.year.extracted_conclusions import ConclusionExtract
from generator.case.year.extracted_parts import (
    ContributionExtract,
    IndicatorExtract,
    JourneyExtract,
    NamedBodyExtract,
    OrderExtract,
    PaymentExtract,
    Placed,
    RateExtract,
    SignatureExtract,
    SignerExtract,
    SpentExtract,
    SubsidyExtract,
    TextExtract,
    VoteExtract,
)
from generator.findings import Path, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionExtract:
    """What a year needs of one action.

    Attributes:
        file: the action's file, as findings name it.
        number: the action's number.
        framework: identifier of its framework convention.
        title: its title.
        axis: identifier of its main axis.
        lead_service: the service that leads it.
        start: its first day.
        end: its last day.
        act_day: the date of its agreement, by which the law is chosen.
        currency: the reference currency of its budget.
        expenses: the sum of its expenses in that currency; None when a line has no value there.
        resources: the sum of its resources in that currency.
        expense_lines: how many lines its expenses have.
        budget_digest: equal for budgets whose expenses have the same labels and amounts.
        act_receipt: the identifier of the receipt of the signed agreement.
        example: whether it is example data.
        marks: where what the action says of itself stands: number, framework, title, axis, days, budget, receipt.
    """

    file: str
    number: str
    framework: str
    title: str | None = None
    axis: str | None = None
    lead_service: str | None = None
    start: date | None = None
    end: date | None = None
    act_day: date | None = None
    currency: str | None = None
    expenses: Decimal | None = None
    resources: Decimal | None = None
    expense_lines: int = 0
    budget_digest: str = ""
    act_receipt: str | None = None
    example: bool = False
    marks: tuple[Placed, ...] = ()
    votes: tuple[VoteExtract, ...] = ()
    contributions: tuple[ContributionExtract, ...] = ()
    subsidies: tuple[SubsidyExtract, ...] = ()
    payments: tuple[PaymentExtract, ...] = ()
    bodies: tuple[NamedBodyExtract, ...] = ()
    journeys: tuple[JourneyExtract, ...] = ()
    orders: tuple[OrderExtract, ...] = ()
    signers: tuple[SignerExtract, ...] = ()
    signatures: tuple[SignatureExtract, ...] = ()
    indicators: tuple[IndicatorExtract, ...] = ()
    rates: tuple[RateExtract, ...] = ()
    spent: tuple[SpentExtract, ...] = ()
    texts: tuple[TextExtract, ...] = ()
    conclusions: tuple[ConclusionExtract, ...] = ()

    def mark(self, path: Path) -> Placed:
        """Return where a value that the action says of itself stands: there, or at the file when it was not typed."""
        return next((mark for mark in self.marks if mark.path == path), Placed(path, None, None, None, None))

    def place_of(self, typed: Placed) -> Place:
        """Return the place of something typed in this action."""
        return Place(self.file, typed.line, typed.column, typed.sheet, typed.cell)

    def as_json(self) -> dict[str, Any]:
        """Return the extract as plain data, for this very version of the program to read back."""
        return extract_json.as_json(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Make the extract of the plain data that :meth:`as_json` gave.

        Raises:
            ValueError: the data are not those of an extract.
        """
        return extract_json.from_json(cls, data)
