"""Loading: from the files that people write to frozen values, with the place of each and every fault of form."""

from generator.load.case import LoadedCase, load_case, load_cases
from generator.load.inputs import (
    load_action,
    load_allowances,
    load_events,
    load_framework,
    load_kind,
    load_law,
    load_programme,
    load_rule_settings,
)
from generator.load.loaded import Loaded
from generator.load.messages import MESSAGES, Message, message_of
from generator.load.workspace import Workspace, actions_in, programme_in

__all__ = [
    "MESSAGES",
    "Loaded",
    "LoadedCase",
    "Message",
    "Workspace",
    "actions_in",
    "load_action",
    "load_allowances",
    "load_case",
    "load_cases",
    "load_events",
    "load_framework",
    "load_kind",
    "load_law",
    "load_programme",
    "load_rule_settings",
    "message_of",
    "programme_in",
]
