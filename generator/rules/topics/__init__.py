"""The law by topic. Each module has its plain tuple of rules; all of them are gathered here, in plain sight."""

from __future__ import annotations

from generator.case.records import Case, FrameworkRecord, LegalRecord
from generator.case.year import YearRecord
from generator.rules.engine.rule import Rule
from generator.rules.topics.approval import (
    assembly_votes,
    enforceable_votes,
    numbers_of_acts,
    power_to_decide,
    steps_before_signature,
    voting_results,
)
from generator.rules.topics.content import (
    action_days,
    action_identifiers,
    action_within_framework,
    completeness,
    evaluation,
    example_data,
    free_texts_agree,
    grammar_of_texts,
    language_of_acts,
    object_and_axis,
    plausible_years,
    texts_and_data,
    unwritten_texts,
    what_was_done,
    words_of_letters,
)
from generator.rules.topics.contracting import (
    contracting_capacity,
    delegation_of_signature,
    laws_known,
    signing_powers,
    texts_cited,
)
from generator.rules.topics.framework_itself import (
    framework_duration,
    framework_identifiers,
    framework_text,
    typed_as_signed,
)
from generator.rules.topics.money import (
    amounts_and_rates,
    balanced_budget,
    co_funding_terms,
    instalments,
    ministry_ceilings,
    parties_commitments,
    payment_clauses,
    subsidised_bodies,
    subsidy_terms,
    who_pays,
)
from generator.rules.topics.programme import (
    actions_apart,
    bodies_of_the_year,
    credits_and_totals,
    indicators_of_the_year,
    journeys_of_the_year,
    last_years_leftovers,
    money_between_actions,
    numbers_and_days,
    programme_itself,
    signers_of_the_year,
    votes_of_the_year,
)
from generator.rules.topics.signing import (
    decisions_before_signature,
    entry_into_force,
    recipients_of_originals,
    signature_days,
    started_too_early,
)
from generator.rules.topics.travel import (
    daily_allowance,
    legs_and_days,
    missions_in_time_and_place,
    nights_and_payers,
    order_authority,
    order_mentions,
    qualities_and_titles,
    sharing_as_signed,
    texts_of_employers,
    travel_budget,
    travel_payers,
    travellers_acts,
    travellers_counted,
)
from generator.rules.topics.wording import (
    lists_as_typed,
    names_as_typed,
    signs_as_typed,
    what_texts_count,
    what_texts_state,
)

CASE_RULES: tuple[Rule[Case, Case], ...] = (
    *contracting_capacity.RULES,
    *signing_powers.RULES,
    *delegation_of_signature.RULES,
    *laws_known.RULES,
    *texts_cited.RULES,
    *assembly_votes.RULES,
    *voting_results.RULES,
    *numbers_of_acts.RULES,
    *power_to_decide.RULES,
    *enforceable_votes.RULES,
    *steps_before_signature.RULES,
    *signature_days.RULES,
    *decisions_before_signature.RULES,
    *recipients_of_originals.RULES,
    *entry_into_force.RULES,
    *started_too_early.RULES,
    *action_within_framework.RULES,
    *action_days.RULES,
    *plausible_years.RULES,
    *object_and_axis.RULES,
    *parties_commitments.RULES,
    *balanced_budget.RULES,
    *amounts_and_rates.RULES,
    *co_funding_terms.RULES,
    *ministry_ceilings.RULES,
    *subsidised_bodies.RULES,
    *instalments.RULES,
    *payment_clauses.RULES,
    *subsidy_terms.RULES,
    *who_pays.RULES,
    *travel_payers.RULES,
    *travellers_acts.RULES,
    *order_mentions.RULES,
    *order_authority.RULES,
    *daily_allowance.RULES,
    *missions_in_time_and_place.RULES,
    *legs_and_days.RULES,
    *nights_and_payers.RULES,
    *travel_budget.RULES,
    *travellers_counted.RULES,
    *qualities_and_titles.RULES,
    *sharing_as_signed.RULES,
    *texts_of_employers.RULES,
    *evaluation.RULES,
    *language_of_acts.RULES,
    *grammar_of_texts.RULES,
    *texts_and_data.RULES,
    *words_of_letters.RULES,
    *signs_as_typed.RULES,
    *names_as_typed.RULES,
    *lists_as_typed.RULES,
    *what_texts_state.RULES,
    *what_texts_count.RULES,
    *unwritten_texts.RULES,
    *free_texts_agree.RULES,
    *example_data.RULES,
    *action_identifiers.RULES,
    *completeness.RULES,
    *what_was_done.RULES,
)
"""The rules that judge a case, topic by topic."""

FRAMEWORK_RULES: tuple[Rule[FrameworkRecord, FrameworkRecord], ...] = (
    *framework_text.RULES,
    *typed_as_signed.RULES,
    *framework_identifiers.RULES,
    *framework_duration.RULES,
)
"""The rules that judge a framework convention itself, with its events."""

YEAR_RULES: tuple[Rule[YearRecord, LegalRecord], ...] = (
    *actions_apart.RULES,
    *last_years_leftovers.RULES,
    *programme_itself.RULES,
    *votes_of_the_year.RULES,
    *numbers_and_days.RULES,
    *credits_and_totals.RULES,
    *money_between_actions.RULES,
    *journeys_of_the_year.RULES,
    *bodies_of_the_year.RULES,
    *signers_of_the_year.RULES,
    *indicators_of_the_year.RULES,
)
"""The rules that judge a year: what its actions contradict between them."""
