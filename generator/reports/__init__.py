"""What a year shows, for people and for programs: one value in, texts out, written piece by piece."""

from generator.reports.html_report import html_report
from generator.reports.json_report import json_report
from generator.reports.year_sheet import SheetRow, SheetSession, YearSheet

__all__ = ["SheetRow", "SheetSession", "YearSheet", "html_report", "json_report"]
