"""New things to fill in: an action, a framework convention, a whole workspace, the schema of a form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from generator.convention import Framework
from generator.findings import Finding, Place, errors
from generator.forms.action_forms import action_form, next_year_form, programme_form
from generator.forms.framework_forms import events_form, framework_form
from generator.forms.json_schema import FORMS, schema_of
from generator.load import load_framework
from generator.load.cutting import read_signed_text
from generator.load.yaml_file import read_file
from generator.messages import form_names, outputs
from generator.outcome import Outcome
from generator.publish import make_folder, write_new
from generator.starter import shipped_files
from generator.workspace import Workspace, actions_in, programme_in, workbook_in

SCHEMAS = tuple(FORMS)
"""Names of the forms that have a schema."""


def new_action(workspace: Workspace, year: str, number: str | None = None) -> Outcome:
    """Write the empty, commented form of an action, and that of the year's programme where there is none yet.

    Args:
        workspace: where; its framework convention is named when it has one only.
        year: four digits.
        number: the action's; None: the next free one of the year.

    Raises:
        OSError: the disk refused.
    """
    known = workspace.framework_ids()
    named = known[0] if len(known) == 1 else ""
    framework = _framework(workspace, named)

    def form(free: str) -> str:
        return action_form({"numero": free, "convention": named, "exemple": "non"}, framework)

    path = _under_number(workspace, number, form) if number else _under_next_number(workspace, year, form)
    if path is None:
        taken = workspace.year(year) / f"{number}.yaml"
        return Outcome(taken, (_already_there(taken, workspace),), done=False)
    return Outcome(path, produced=(path, *_programme(workspace, year, framework)))


def next_year_action(workspace: Workspace, year: str, old: Path, number: str | None = None) -> Outcome:
    """Write an action that takes a former one up, without what must not survive; arguments as for an empty one.

    Args:
        workspace: where.
        year: four digits.
        old: the former action's file.
        number: the action's; None: the next free one of the year.

    Raises:
        OSError: the disk refused.
    """
    tree, findings = read_file(old, workspace.name_of(old))
    if tree is None or any(errors(findings)):
        return Outcome(old, findings, done=False)
    framework = _framework(workspace, str(tree.get("convention") or ""))

    def form(free: str) -> str:
        return next_year_form(tree, free, framework)

    path = _under_number(workspace, number, form) if number else _under_next_number(workspace, year, form)
    if path is None:
        taken = _already_there(workspace.year(year) / f"{number}.yaml", workspace)
        return Outcome(old, (*findings, taken), done=False)
    return Outcome(old, findings, (path, *_programme(workspace, year, framework)))


def _framework(workspace: Workspace, identifier: str) -> Framework | None:
    """Return a framework convention, so that a form names its parties and axes; None when it cannot be read."""
    if identifier not in workspace.framework_ids():
        return None
    return load_framework(identifier, workspace).value


def _programme(workspace: Workspace, year: str, framework: Framework | None) -> tuple[Path, ...]:
    """Write the form of a year's programme, unless the year has one or nothing says under which convention it is."""
    path = programme_in(workspace.year(year))
    if framework is None:
        return ()
    form = programme_form({"annee": year, "convention": framework.id, "exemple": "non"}, framework)
    return (path,) if write_new(path, form.encode()) else ()


def new_framework(workspace: Workspace, identifier: str, signed: Path | None) -> Outcome:
    """Write the forms of a framework convention and of its events; what is there already is never replaced.

    Args:
        workspace: where.
        identifier: the convention's.
        signed: a file with its signed text, to be cut into articles; None for an empty form.

    Raises:
        OSError: the disk refused.
    """
    path, text, findings = workspace.framework(identifier), None, tuple[Finding, ...]()
    if signed is not None:
        text, findings = read_signed_text(signed, workspace.name_of(signed))
        if text is None:
            return Outcome(path, findings, done=False)
    forms = {path: framework_form(identifier, text), workspace.events(identifier): events_form(identifier)}
    forms_taken = [_already_there(each, workspace) for each in forms if each.exists()]
    if forms_taken:
        return Outcome(path, (*findings, *forms_taken), done=False)
    produced = tuple(each for each, form in forms.items() if write_new(each, form.encode()))
    return Outcome(path, findings, produced)


def new_workbook(workspace: Workspace, year: str, identifier: str | None = None) -> Outcome:
    """Write the empty workbook of a year, unless the year has a workbook or forms already.

    Args:
        workspace: where.
        year: four digits.
        identifier: the framework convention's; None: the only one, if there is only one.

    Raises:
        OSError: the disk refused.
    """
    from generator.forms.workbook import YearValues, workbook_bytes  # noqa: PLC0415 - other forms do without

    folder = workspace.year(year)
    path, known = workbook_in(folder), workspace.framework_ids()
    named = identifier or (known[0] if len(known) == 1 else "")
    if identifier and identifier not in known:
        advice = f"conventions présentes : {', '.join(known) or 'aucune'}"
        place = Place(workspace.name_of(workspace.conventions))
        return Outcome(
            path, (form_names.UNKNOWN_FRAMEWORK.at(place, identifiant=identifier, conseil=(advice,)),), done=False
        )
    others = [path, programme_in(folder), *actions_in(folder)]
    there = tuple(_already_there(each, workspace) for each in dict.fromkeys(others) if each.exists())
    if there:
        return Outcome(path, there, done=False)
    written = write_new(path, workbook_bytes(YearValues(int(year), _framework(workspace, named))))
    return Outcome(path, produced=(path,) if written else (), done=written)


def new_workspace(folder: Path) -> Outcome:
    """Write a fresh workspace into a folder, made when needed; what is already there is left as it is, and told.

    Raises:
        OSError: the disk refused.
    """
    written: list[Path] = []
    found: list[Finding] = []
    for name, source in shipped_files().items():
        path = folder / name
        if write_new(path, source.read_bytes()):
            written.append(path)
        else:
            found.append(outputs.ALREADY_THERE.at(Place(path.as_posix())))
    make_folder(folder / "output")
    return Outcome(folder, tuple(found), tuple(written))


def form_schema(name: str) -> str:
    """Return the JSON Schema of a form, as indented JSON.

    Raises:
        KeyError: no form has that name.
    """
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2)


def _already_there(path: Path, workspace: Workspace) -> Finding:
    return outputs.ALREADY_THERE.at(Place(workspace.name_of(path)))


def _under_number(workspace: Workspace, number: str, form_of: Callable[[str], str]) -> Path | None:
    """Write a form under a number; None when another action has it, which is never replaced."""
    path = workspace.year(number.partition("-")[0]) / f"{number}.yaml"
    return path if write_new(path, form_of(number).encode()) else None


def _under_next_number(workspace: Workspace, year: str, form_of: Callable[[str], str]) -> Path:
    """Write a form under the next free number; another process that takes it first moves us to the next."""
    folder = workspace.year(year)
    rank = max((_rank(path) for path in actions_in(folder)), default=0) + 1
    while True:
        number = f"{year}-{rank:02}"
        path = folder / f"{number}.yaml"
        if write_new(path, form_of(number).encode()):
            return path
        rank += 1


def _rank(path: Path) -> int:
    match = re.fullmatch(r"\d{4}-(\d{1,6})", path.stem)
    return int(match[1]) if match else 0
