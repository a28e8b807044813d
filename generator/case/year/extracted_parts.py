"""The parts of an action that a year keeps, each with the place where it was typed; texts are kept as digests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.findings import Path, Places

At = tuple[Path, int | None, int | None, str | None, str | None]
"""Where something stands: its path, then line and column, or sheet and cell: the first fields of every part."""


def at(places: Places, *path: str | int) -> At:
    """Return where a value of the action stands."""
    place = places[path]
    return path, place.line, place.column, place.sheet, place.cell


@dataclass(frozen=True, slots=True)
class Placed:
    """Something typed in an action. The file is the action's: naming it here too would cost more than the rest.

    Attributes:
        path: its path inside the action.
        line: the line in the file, from 1; None in a workbook.
        column: the column in the file, from 1; None in a workbook.
        sheet: the sheet of the workbook, or None.
        cell: the cell of the sheet, or None.
    """

    path: Path
    line: int | None
    column: int | None
    sheet: str | None
    cell: str | None


@dataclass(frozen=True, slots=True)
class VoteExtract(Placed):
    """A deliberation that an action cites.

    Attributes:
        party: identifier of the party whose assembly decided.
        number: the number without the « n° » before it, or None.
        day: the day of the vote.
        body: the organ that decided, as it was typed.
        approves: what it approves: the value of ``Approves``.
        names_action: whether it approves the programme and names this action in it.
        transmission: the day on which it was received by the State's representative.
        receipt: the identifier of that receipt.
        publication: the day of its publication.
        visa_number: the number of its visa.
        visa_day: the day of its visa.
        text_digest: SHA-256 of the draft annexed to it.
        is_delegated: whether another organ than the assembly decided, by delegation.
    """

    party: str
    number: str | None = None
    day: date | None = None
    body: str | None = None
    approves: str = ""
    names_action: bool = False
    transmission: date | None = None
    receipt: str | None = None
    publication: date | None = None
    visa_number: str | None = None
    visa_day: date | None = None
    text_digest: str | None = None
    is_delegated: bool = False


@dataclass(frozen=True, slots=True)
class ContributionExtract(Placed):
    """What a party, a body or a co-funder brings.

    Attributes:
        origin: identifier of whoever brings it.
        nature: ``numeraire`` or ``valorisation``.
        status: ``acquis`` or ``sollicite``.
        amount: the amount as it was typed.
        currency: its own currency.
        value: the amount in the budget's reference currency; None when no rate tells it.
        budget_line: the budget line that it is charged to.
        evidence: the notification or decision that secures it.
    """

    origin: str
    nature: str
    status: str
    amount: Decimal | None = None
    currency: str | None = None
    value: Decimal | None = None
    budget_line: str | None = None
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class SubsidyExtract(Placed):
    """Money that a party gives to an associated body.

    Attributes:
        payer: identifier of the party.
        body: identifier of the body.
        amount: the amount as it was typed.
        currency: its own currency.
        value: the amount in the budget's reference currency; None when no rate tells it.
        is_private: whether the law on subsidies to private bodies has it in view.
        is_bound: whether an agreement binds the body: it signs this one, or another is cited.
    """

    payer: str
    body: str
    amount: Decimal | None = None
    currency: str | None = None
    value: Decimal | None = None
    is_private: bool = False
    is_bound: bool = False


@dataclass(frozen=True, slots=True)
class PaymentExtract(Placed):
    """One instalment: who pays whom, how much, when."""

    payer: str
    payee: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class NamedBodyExtract(Placed):
    """An associated body or a co-funder, by what tells it from another.

    Attributes:
        id: its identifier in the action.
        is_funder: whether it is a co-funder.
        name: its name as it was typed.
        kind: what it is in law.
        siret: its SIRET.
        rna: its number in the register of associations.
    """

    id: str
    is_funder: bool = False
    name: str | None = None
    kind: str | None = None
    siret: str | None = None
    rna: str | None = None


@dataclass(frozen=True, slots=True)
class JourneyExtract(Placed):
    """One person on one mission.

    Attributes:
        mission: identifier of the mission in its action.
        given_name: the traveller's first name.
        surname: the traveller's surname.
        role: ``elu``, ``agent`` or ``tiers``.
        employer: whoever answers for the traveller.
        first: the first day.
        last: the last day.
        destination: the places of the mission, as they were typed.
        country: code of the country of destination.
        is_paid: whether the mission's transport or stay has a cost there.
        act_number: the number of the special mandate or of the decision to bear costs.
        act_day: the day of that act.
    """

    mission: str
    given_name: str | None = None
    surname: str | None = None
    role: str = ""
    employer: str | None = None
    first: date | None = None
    last: date | None = None
    destination: str | None = None
    country: str | None = None
    is_paid: bool = False
    act_number: str | None = None
    act_day: date | None = None


@dataclass(frozen=True, slots=True)
class OrderExtract(Placed):
    """The number of a mission order, without the « n° » before it, and for whom: employer, first name, surname."""

    number: str
    employer: str | None = None
    given_name: str | None = None
    surname: str | None = None


@dataclass(frozen=True, slots=True)
class SignerExtract(Placed):
    """Who signs the agreement for a party or a body, or the mission orders of a party.

    Attributes:
        body: identifier of the party or of the body.
        given_name: the first name.
        surname: the surname.
        title: the quality in which the person signs.
        signs_orders: whether it is mission orders that the person signs.
        is_delegate: whether the person signs in another's name.
        delegation_number: the number of the delegation.
        delegation_day: the day of the delegation.
    """

    body: str
    given_name: str | None = None
    surname: str | None = None
    title: str | None = None
    signs_orders: bool = False
    is_delegate: bool = False
    delegation_number: str | None = None
    delegation_day: date | None = None


@dataclass(frozen=True, slots=True)
class SignatureExtract(Placed):
    """The day on which a party or a body means to sign, and where."""

    body: str
    day: date
    town: str | None = None


@dataclass(frozen=True, slots=True)
class IndicatorExtract(Placed):
    """An indicator, with what was measured in the end."""

    label: str | None = None
    unit: str | None = None
    baseline: str | None = None
    target: str | None = None
    actual: str | None = None


@dataclass(frozen=True, slots=True)
class RateExtract(Placed):
    """An exchange rate that is used: one unit of ``source`` is worth ``rate`` units of ``target`` on a day."""

    source: str
    target: str
    rate: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class SpentExtract(Placed):
    """What was spent, for a budget line or a category; ``value`` is in the reference currency."""

    label: str | None = None
    category: str | None = None
    payer: str | None = None
    amount: Decimal | None = None
    currency: str | None = None
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class TextExtract(Placed):
    """A text of the action, by its digests; ``path`` tells which.

    Attributes:
        digest: equal for texts of the same words.
        sketch: the smallest digests of its groups of words, by which nearly equal texts are known.
        years: the years that it names.
    """

    digest: str
    sketch: str = ""
    years: tuple[int, ...] = ()
