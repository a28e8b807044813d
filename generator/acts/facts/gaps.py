"""What may be missing from a document: each gap is named here once, and a language gives it its label."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias

from generator.acts.facts.fact import DetailedFact
from generator.acts.facts.namings import Noun


class Gap(Enum):
    """Something that a document needs and its case does not say yet."""

    ACT = auto()
    ORIGINAL_DIGEST = auto()

    FRAMEWORK_SIGNATURE_DAY = auto()
    FRAMEWORK_SIGNATURE_PLACE = auto()
    FRAMEWORK_TRANSMISSION_DAY = auto()
    FRAMEWORK_START = auto()
    FRAMEWORK_END = auto()
    CLAUSE_WORDS = auto()
    RENEWAL_YEARS = auto()
    RENEWAL_VOTE_NUMBER = auto()
    RENEWAL_VOTE_DAY = auto()
    AXIS = auto()
    AXIS_WORDS = auto()

    ACTION_TITLE = auto()
    ACTION_OBJECT = auto()
    ACTION_CONTEXT = auto()
    ACTION_BENEFICIARIES = auto()
    ACTION_START = auto()
    ACTION_END = auto()
    ACTION_DAYS = auto()
    ACTIVITY_TITLE = auto()
    ACTIVITY_PLACE = auto()
    ACTIVITY_DAYS = auto()
    INDICATOR = auto()
    INDICATOR_UNIT = auto()
    INDICATOR_BASELINE = auto()
    INDICATOR_TARGET = auto()
    INDICATOR_SOURCE = auto()
    COMMITTEE_MEETINGS = auto()
    REPORT_DAY = auto()
    NOTICE_MONTHS = auto()
    COURT = auto()
    ORIGINALS = auto()
    ORIGINAL_RECIPIENT = auto()

    YEAR = auto()
    COMMON_OBJECTIVE = auto()
    YEAR_ACTION_BUDGET = auto()
    YEAR_AMOUNT = auto()
    SESSION_DAY = auto()
    CREDIT = auto()
    PARTY_SHARE = auto()
    CONTROLLER = auto()
    ACTUAL = auto()
    SPENT = auto()

    SIGNATURE_PLACE = auto()
    SIGNATURE_DAY = auto()
    BODY_SIGNATURE_DAY = auto()
    SEAT = auto()
    OWN_DECISION = auto()
    COMPETENCE = auto()
    ROLE = auto()
    SIGNER_CIVILITY = auto()
    SIGNER_GIVEN_NAME = auto()
    SIGNER_SURNAME = auto()
    SIGNER = auto()
    SIGNER_TITLE = auto()
    DELEGATION = auto()
    DELEGATION_NUMBER = auto()
    DELEGATION_DAY = auto()
    DELEGATION_QUALITY = auto()
    VOTE = auto()
    VOTE_BODY = auto()
    VOTE_NUMBER = auto()
    VOTE_DAY = auto()
    VOTE_TRANSMISSION_DAY = auto()
    VOTE_RECEIPT = auto()
    VOTE_PUBLICATION_DAY = auto()
    VISA = auto()
    VISA_NUMBER = auto()

    COMMITMENT = auto()
    INDICATIVE_VALUE = auto()
    SUBSIDY = auto()
    SUBSIDY_AGREEMENT = auto()
    INSTALMENTS = auto()
    NOTICE_ADDRESS = auto()
    BUDGET_CURRENCY = auto()
    BUDGET_TOTAL = auto()
    EXPENSE_LABEL = auto()
    EXPENSE_AMOUNT = auto()
    EXPENSE_PAYER = auto()
    RESOURCE_AMOUNT = auto()
    EXCHANGE_RATE = auto()
    CO_FUNDER_NAME = auto()
    CO_FUNDING = auto()
    CO_FUNDING_RECIPIENT = auto()
    PAYMENT_DUE = auto()
    PAYEE = auto()
    PAYMENT = auto()

    MISSION_PURPOSE = auto()
    MISSION_DAYS = auto()
    MISSION_DEPARTURE_DAY = auto()
    MISSION_RETURN_DAY = auto()
    MISSION_PLACES = auto()
    MISSION_TRAVELLERS = auto()
    DEPARTURE_PLACE = auto()
    RETURN_PLACE = auto()
    ARRIVAL_PLACE = auto()
    TRAVELLING_PARTY = auto()
    HOST_PARTY = auto()
    LEG_DAY = auto()
    LEG_MODE = auto()
    LEG_CLASS = auto()
    TRANSPORT_PAYER = auto()
    STAY_PAYER = auto()
    LOCAL_TRANSPORT_PAYER = auto()
    INSURANCE_PAYER = auto()
    STOPOVER_PAYER = auto()
    OTHER_COST_PAYER = auto()
    COST_AMOUNT = auto()
    COST_LABEL = auto()
    STAY_PLACE = auto()
    STOPOVER_PLACE = auto()
    HOSTING_DAY = auto()
    HOSTING_CONTENT = auto()

    OFFICER_TITLE = auto()
    OFFICER_GRADE = auto()
    OFFICER_SERVICE = auto()
    OFFICER_RESIDENCE = auto()
    OFFICER_ORDER_NUMBER = auto()
    OFFICER_BUDGET_LINE = auto()
    PROVIDED_LODGING_AND_MEALS = auto()
    ORDERS_AUTHORITY = auto()
    ALLOWANCE_AMOUNT = auto()


class Unnamed(Enum):
    """A person of whom something is missing, and whom no body is needed to tell apart."""

    TRAVELLER = auto()
    OFFICER = auto()


@dataclass(frozen=True, slots=True)
class OrdersOf:
    """The mission orders of a body: what somebody signs for it besides the act."""

    body: Noun


Whose: TypeAlias = Noun | OrdersOf | Unnamed


class Missing(DetailedFact):
    """What is not known yet: a blank, whose label tells the staff what to fill in.

    Attributes:
        gap: what is missing.
        whose: the body or the person that it is missing of, where the label names one.
        about: what else the label names: a rank, a mission, an officer, a clause, two currencies.
    """

    gap: Gap
    whose: Whose | None = None
    about: str = ""


def known(value: str | None, missing: Missing) -> str | Missing:
    """Return a text that the case says, or what is missing."""
    return value or missing
