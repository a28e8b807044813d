"""Ten actions as ten officers typed them, and as they mended them; what is told of each, and what each act says."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import yaml

from generator.acts.planning import plan_documents
from generator.case.records import Case
from generator.findings import Finding, dotted
from generator.judgement import findings_of_case
from generator.load import LoadedCase, load_case
from generator.rendering import Template, compile_template, extract_text
from generator.shelf import Shelf
from generator.workspace import Workspace
from tests.support.places import OFFICERS, ROOT

NUMBERS = tuple(f"2018-{rank:02}" for rank in range(1, 11))
TYPED, MENDED = "typed", "mended"
KINDS = ("convention_specifique", "ordre_de_mission")

_WORKSPACE = Workspace(ROOT)


@cache
def table(name: str) -> Any:
    """Read a table of the officers' folder."""
    return yaml.safe_load((OFFICERS / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def loaded(state: str, number: str) -> LoadedCase:
    """Load a form as it was typed, or as it was mended."""
    return load_case(OFFICERS / state / f"{number}.yaml", _WORKSPACE)


@cache
def told(state: str, number: str) -> tuple[str, ...]:
    """Return what is told of a form: code, path, and how heavy it is for a draft and for a final document."""
    form = loaded(state, number)
    weights: dict[tuple[str, str, str], dict[bool, str]] = {}
    for final in (False, True):
        for finding in findings_of_case(form, final=final):
            weights.setdefault(_key(finding), {})[final] = finding.severity.value
    return tuple(
        f"{code} {path} {by_stage.get(False, 'rien')} {by_stage.get(True, 'rien')}"
        for (code, path, _), by_stage in weights.items()
    )


def _key(finding: Finding) -> tuple[str, str, str]:
    return finding.code, dotted(finding.path), finding.message


@cache
def acts(state: str, number: str) -> dict[str, str]:
    """Return the text of the agreement and of each mission order, under the name of its golden file."""
    return dict(_acts(number, _case(state, number), draft=state == TYPED))


def _case(state: str, number: str) -> Case:
    case = loaded(state, number).case
    assert case is not None, (state, number)
    return case


def _acts(number: str, case: Case, *, draft: bool) -> Iterator[tuple[str, str]]:
    kinds = {name: kind for name, kind in Shelf.of(_WORKSPACE).kinds.items() if name in KINDS}
    for rank, request in enumerate(plan_documents(case, kinds, draft=draft, only=KINDS)):
        document = _template(request.kind).render(request.context, draft=draft)
        yield f"{number}_{rank}_{request.kind}.txt", extract_text(document) + "\n"


@cache
def _template(kind: str) -> Template:
    return compile_template(ROOT / f"templates/{kind}/modele.docx")
