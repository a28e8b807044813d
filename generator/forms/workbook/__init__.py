"""The workbook of a year, empty or filled: bytes are returned, nothing is written."""

from generator.forms.workbook.year_workbook import YearValues, workbook_bytes

__all__ = ["YearValues", "workbook_bytes"]
