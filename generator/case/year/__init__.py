"""A year of actions: what is kept of each, so that all of them can be judged together."""

from generator.case.year.action_extract import ActionExtract
from generator.case.year.extracting import extract_data_of, extract_of
from generator.case.year.year_record import YearRecord

__all__ = ["ActionExtract", "YearRecord", "extract_data_of", "extract_of"]
