"""The workbook of a year, empty, filled or annotated: bytes are returned, nothing is written."""

from generator.forms.workbook.limits import LONGEST_TEXT, texts_too_long
from generator.forms.workbook.year_workbook import YearValues, workbook_bytes

__all__ = ["LONGEST_TEXT", "YearValues", "texts_too_long", "workbook_bytes"]
