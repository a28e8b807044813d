"""Pure French: numbers, dates, amounts, elision, agreement, enumerations, typography.

Floor 0. No clock, no disk, no locale: the same values always give the same words.
"""

from generator.french.dates import day_count_words, long_date, month_year, period, weekday_date
from generator.french.numbers import article_number, cardinal, decimal_number, is_plural, ordinal, percent
from generator.french.spaces import NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE

__all__ = [
    "NARROW_NO_BREAK_SPACE",
    "NO_BREAK_SPACE",
    "article_number",
    "cardinal",
    "day_count_words",
    "decimal_number",
    "is_plural",
    "long_date",
    "month_year",
    "ordinal",
    "percent",
    "period",
    "weekday_date",
]
