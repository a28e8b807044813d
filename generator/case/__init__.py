"""What is judged and printed, computed once: the case, and the questions that it answers."""

from generator.case.records import Case, FrameworkRecord, Source

__all__ = ["Case", "FrameworkRecord", "Source"]
