"""French, as the language of acts: every fact with the function that words it, and French typography."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import singledispatch
from string import digits
from typing import Final

from generator.acts.facts.fact import Fact, Words
from generator.acts.wordings import (
    french_contracting,
    french_free_texts,
    french_gaps,
    french_journeys,
    french_namings,
    french_powers,
    french_quantities,
    french_steps,
    french_years,
)
from generator.acts.wordings.door import Language
from generator.artifacts import Style, StyledText
from generator.french import (
    NARROW_NO_BREAK_SPACE,
    NO_BREAK_SPACE,
    decimal_number,
    kept_by_text,
    ordinal_parts,
    typeset,
)
from generator.french.dates import MONTHS

_YEAR: Final = re.compile(rf"\b({'|'.join(MONTHS)}) (?=[12]\d{{3}}\b)")
_SUM: Final = re.compile(rf"(?<![\d.,{NARROW_NO_BREAK_SPACE}])[1-9]\d{{3,14}}(?=(?:,\d+)?{NO_BREAK_SPACE}€)")


def in_french(fact: Fact) -> Words:
    """Turn a fact into French words.

    Raises:
        NotImplementedError: nothing below words a fact of that class.
    """
    return _WORDS[type(fact)](fact)


def wording_of(kind: type[Fact]) -> Callable[..., Words]:
    """Return what words the facts of a class: the function of the nearest class that has one."""
    return _in_french.dispatch(kind)


class _WordingByClass(dict[type, Callable[..., Words]]):
    """A class of facts → what words it, looked up once."""

    def __missing__(self, kind: type[Fact]) -> Callable[..., Words]:
        words = self[kind] = wording_of(kind)
        return words


_WORDS = _WordingByClass()


@singledispatch
def _in_french(fact: Fact) -> Words:
    raise NotImplementedError(type(fact).__name__)


_WORDED: Final[tuple[Callable[..., Words], ...]] = (
    french_gaps.blank,
    french_free_texts.free_text,
    french_free_texts.free_text_list,
    french_namings.formed,
    french_namings.noun_list,
    french_namings.text_list,
    french_namings.agreement,
    french_namings.agreement_with_act,
    french_namings.opening,
    french_namings.clause_place,
    french_quantities.money,
    french_quantities.money_list,
    french_quantities.rate_told,
    french_quantities.currency_named,
    french_quantities.funding_told,
    french_quantities.count_in_letters,
    french_quantities.rank_in_letters,
    french_quantities.year_count,
    french_quantities.month_count,
    french_quantities.night_count,
    french_quantities.dated,
    french_quantities.due_on,
    french_quantities.due_before,
    french_quantities.lasting_until,
    french_quantities.spanning,
    french_powers.person_name,
    french_powers.signature_name,
    french_powers.office,
    french_powers.office_of,
    french_powers.signed_for,
    french_powers.delegation_act,
    french_powers.delegated_by,
    french_powers.delegation_received,
    french_powers.clauses_cited,
    french_powers.vote_cited,
    french_powers.visa_cited,
    french_powers.side_part,
    french_powers.text_of_law,
    french_contracting.situated,
    french_contracting.represented_by,
    french_contracting.carrying_out,
    french_contracting.acting_under,
    french_contracting.subject_to_approval,
    french_contracting.called_after,
    french_contracting.closing,
    french_contracting.handed_to,
    french_contracting.spent_by_itself,
    french_contracting.paid_by,
    french_contracting.commitment_told,
    french_contracting.status_told,
    french_contracting.in_kind_alone,
    french_contracting.typed_figure,
    french_journeys.capacity,
    french_journeys.person_list,
    french_journeys.headcount,
    french_journeys.places_and_stops,
    french_journeys.cost_bearing,
    french_journeys.no_allowance,
    french_journeys.allowance_due,
    french_journeys.allowance_at_rate_in_force,
    french_journeys.cost_named,
    french_journeys.share_of_cost,
    french_journeys.shared_among,
    french_journeys.advance_asked,
    french_steps.phrase,
    french_steps.act_numbered,
    french_steps.to_authority,
    french_steps.sent_by,
    french_steps.vote_step,
    french_steps.number_cited,
    french_steps.act_cited,
    french_steps.holds_office,
    french_steps.step_state,
    french_steps.decided_by,
    french_steps.informed_after_visa,
    french_steps.onward_sending,
    french_steps.leg_told,
    french_steps.received_from,
    french_steps.back_by,
    french_steps.framework_in_force,
    french_steps.co_funding_notified,
    french_steps.signed_act_sent,
    french_steps.mission_papers_handed,
    french_years.budget_by_axis,
    french_years.budget_by_contributor,
    french_years.planned_and_spent,
    french_years.planned_and_spent_by_year,
    french_years.funding_awaited,
    french_years.budget_unknown,
    french_years.budget_unbalanced,
    french_years.credits_exceeded,
    french_years.nothing_measured,
    french_years.signed_before_vote,
    french_years.axis_left_out,
    french_years.actions_told,
    french_years.travellers_told,
    french_years.gap_told,
    french_years.share_told,
    french_years.measured_told,
)
"""Each words the class of facts that its argument is annotated with."""

for _words in _WORDED:
    _in_french.register(_words)


@kept_by_text
def typeset_in_french(text: str) -> str:
    """Give a text its French typography and the superscript of its ordinals: « 1er » with « er » raised.

    One text often stands at many paths (a party's name, a date, a currency); it is typeset once.
    """
    plain = _unbroken(typeset(text))
    parts = ordinal_parts(plain)
    if not any(is_raised for _, is_raised in parts):
        return plain
    return StyledText(*((part, Style.SUPERSCRIPT if is_raised else Style.PLAIN) for part, is_raised in parts))


def _unbroken(text: str) -> str:
    """Hold the year of a date to its month, and group the digits of an amount: neither breaks across lines."""
    if not any(sign in text for sign in digits):
        return text
    text = _YEAR.sub(rf"\1{NO_BREAK_SPACE}", text)
    return _SUM.sub(lambda found: decimal_number(Decimal(found[0])), text) if "€" in text else text


FRENCH: Final = Language(in_french, typeset_in_french)
