"""Review: what a template should not be left with, beside what forbids to compile it; a second door of rendering.

Whoever prints documents needs none of it: it is loaded by what checks, annotates and describes templates alone.
"""

from __future__ import annotations

from generator.rendering.opc.archive import UnreadableArchiveError
from generator.rendering.review.annotated_copy import Remark, annotate
from generator.rendering.review.lint_text import readable_text
from generator.rendering.review.template_review import Review, review_template, static_lines, unused_values

__all__ = [
    "Remark",
    "Review",
    "UnreadableArchiveError",
    "annotate",
    "readable_text",
    "review_template",
    "static_lines",
    "unused_values",
]
