"""The registry: every message of the program but those of rules, by code. ``parafe explain`` and its tests read it."""

from __future__ import annotations

from generator.messages import (
    form_files,
    form_names,
    form_values,
    form_workbook,
    form_yaml,
    outputs,
    signature_packages,
    template_files,
    template_lint,
    template_ranges,
    template_tags,
    template_values,
    votes,
)
from generator.messages.message import Message

MESSAGES: tuple[Message, ...] = (
    *form_files.MESSAGES,
    *form_yaml.MESSAGES,
    *form_values.MESSAGES,
    *form_names.MESSAGES,
    *form_workbook.MESSAGES,
    *template_files.MESSAGES,
    *template_tags.MESSAGES,
    *template_values.MESSAGES,
    *template_lint.MESSAGES,
    *template_ranges.MESSAGES,
    *signature_packages.MESSAGES,
    *votes.MESSAGES,
    *outputs.MESSAGES,
)
"""Every message, family by family."""
