"""Pure French: numbers, dates, amounts, elision, agreement, enumerations, typography.

Floor 0. No clock, no disk, no locale: the same values always give the same words.
"""

from generator.french.agreement import Gender, agree, common_gender
from generator.french.amounts import (
    amount_in_figures,
    amount_in_full,
    amount_in_words,
    currency_codes,
    currency_name,
)
from generator.french.calculations import calculation
from generator.french.common_nouns import gender_told
from generator.french.dates import day_count_words, long_date, month_year, period, weekday_date
from generator.french.dates_read import days_written, with_days_in_full
from generator.french.enumerations import enumerate_and, enumerate_or
from generator.french.free_texts import Fitted, Grammar, fitted
from generator.french.kept_texts import READINGS, holds_one_of, kept_by_text
from generator.french.numbers import article_number, cardinal, decimal_number, is_plural, ordinal, percent
from generator.french.numbers_read import whole_number
from generator.french.registry_numbers import is_rna, is_siret
from generator.french.spaces import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from generator.french.typography import ordinal_parts, typeset
from generator.french.words import (
    Name,
    allows_elision,
    capitalized,
    elide,
    in_country,
    number_alone,
    of,
    plain_words,
    the,
    title_alone,
    title_as_said,
    to,
    without_article,
)

__all__ = [
    "NARROW_NO_BREAK_SPACE",
    "NO_BREAK_SPACE",
    "READINGS",
    "Fitted",
    "Gender",
    "Grammar",
    "Name",
    "agree",
    "allows_elision",
    "amount_in_figures",
    "amount_in_full",
    "amount_in_words",
    "article_number",
    "calculation",
    "capitalized",
    "cardinal",
    "common_gender",
    "currency_codes",
    "currency_name",
    "day_count_words",
    "days_written",
    "decimal_number",
    "elide",
    "enumerate_and",
    "enumerate_or",
    "fitted",
    "gender_told",
    "holds_one_of",
    "in_country",
    "is_plural",
    "is_rna",
    "is_siret",
    "kept_by_text",
    "long_date",
    "month_year",
    "number_alone",
    "of",
    "ordinal",
    "ordinal_parts",
    "percent",
    "period",
    "plain_words",
    "the",
    "title_alone",
    "title_as_said",
    "to",
    "typeset",
    "weekday_date",
    "whole_number",
    "with_days_in_full",
    "without_article",
]
