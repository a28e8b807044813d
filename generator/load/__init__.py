"""Loading: from the files that people write to frozen values, with the place of each and every fault of form."""

from generator.load.gathering import CaseLoader, LoadedCase, load_case, load_cases, record_of
from generator.load.inputs import (
    Listings,
    load_action,
    load_allowances,
    load_events,
    load_framework,
    load_kind,
    load_law,
    load_programme,
    load_rule_settings,
)
from generator.load.kept import kept_files
from generator.load.loaded import Loaded, rests_on
from generator.load.logos import load_logos

__all__ = [
    "CaseLoader",
    "Listings",
    "Loaded",
    "LoadedCase",
    "kept_files",
    "load_action",
    "load_allowances",
    "load_case",
    "load_cases",
    "load_events",
    "load_framework",
    "load_kind",
    "load_law",
    "load_logos",
    "load_programme",
    "load_rule_settings",
    "record_of",
    "rests_on",
]
