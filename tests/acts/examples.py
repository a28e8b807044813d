"""The worked example as the tests of acts read it, and small parts of a case."""

from dataclasses import replace
from functools import cache
from typing import Any

from generator.acts.view_fields import View
from generator.acts.wordings.door import Context, Pen
from generator.acts.wordings.french_wording import FRENCH
from generator.case.records import Case
from generator.convention import Party
from generator.load import load_case
from generator.workspace import Workspace
from tests.support.places import ROOT

WORKSPACE = Workspace(ROOT)
NUMBERS = [f"2017-0{n}" for n in range(1, 7)]


@cache
def example(number: str = "2017-01") -> Case:
    case = load_case(ROOT / f"inputs/2017/{number}.yaml", WORKSPACE).case
    assert case is not None
    return case


def with_action(case: Case, **changes: object) -> Case:
    return replace(case, action=case.action.model_copy(update=changes))


def with_framework(case: Case, **changes: object) -> Case:
    return replace(case, framework=case.framework.model_copy(update=changes))


def party(identifier: str = "valmont", name: str = "Ville de Valmont", **changes: Any) -> Party:
    keys = {
        "id": identifier,
        "nom": name,
        "formes": {"article": "la", "genre": "feminin"},
        "nature": "commune",
        "pays": {"code": "FR", "nom": "France"},
        "lieu": {"nom": "Valmont"},
    }
    return Party.model_validate(keys | changes)


def in_french(view: View) -> Context:
    """What a template reads of a view."""
    return Pen(FRENCH).context_of(view)
