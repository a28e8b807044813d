"""One form for another: a workbook and the folder of a year say the same; a sheet saved as text goes back to its own.

Nothing that is there is replaced, and nothing is written when something is wrong: all or nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.convention import Framework
from generator.findings import Finding, Place, by_place, errors
from generator.forms.filled_forms import filled_form
from generator.forms.workbook import LONGEST_TEXT, YearValues, texts_too_long, workbook_bytes
from generator.load import Loaded, load_action, load_framework, load_programme
from generator.load.decoding import read_bytes
from generator.load.workbook import LoadedWorkbook, grid_of_text, load_workbook, read_workbook
from generator.messages import form_files, form_names, form_workbook, outputs
from generator.model import Action, Programme
from generator.outcome import Outcome
from generator.publish import write_new
from generator.workspace import YAML_SUFFIXES, Workspace, actions_in, is_reserved_name, programme_in


def workbook_to_folder(source: Path, folder: Path, workspace: Workspace) -> Outcome:
    """Write the forms of a workbook's programme and of its actions into a folder.

    Args:
        source: the workbook.
        folder: where; made when needed.
        workspace: where the framework conventions are.

    Raises:
        OSError: the disk refused.
    """
    loaded = load_workbook(source, workspace.name_of(source))
    findings = [*loaded.findings, *_reserved(loaded)]
    if any(errors(findings)):
        return Outcome(source, tuple(by_place(findings)), done=False)
    forms: dict[Path, str] = {}
    programme = loaded.programme.value
    if programme is not None:
        forms[programme_in(folder)] = filled_form(programme, _framework(programme.framework, workspace))
    for number, read in loaded.actions.items():
        if read.value is not None:
            forms[folder / f"{number}.yaml"] = filled_form(read.value, _framework(read.value.framework, workspace))
    return _written(source, {path: form.encode() for path, form in forms.items()}, workspace)


def folder_to_workbook(folder: Path, target: Path, workspace: Workspace) -> Outcome:
    """Write the workbook of a year's folder.

    Args:
        folder: that of the year.
        target: the workbook; none may be there.
        workspace: where the framework conventions are.

    Raises:
        OSError: the disk refused.
    """
    programme = load_programme(folder, workspace)
    forms = [path for path in actions_in(folder) if path.suffix in YAML_SUFFIXES]
    actions = [load_action(path, workspace) for path in forms]
    read: list[Loaded[Programme] | Loaded[Action]] = [*([programme] if programme else []), *actions]
    findings = [finding for loaded in read for finding in loaded.findings]
    if not read:
        findings.append(form_files.FILE_NOT_FOUND.at(Place(workspace.name_of(programme_in(folder)))))
    findings += [finding for loaded in read for finding in _too_long(loaded)]
    if any(errors(findings)):
        return Outcome(folder, tuple(by_place(findings)), done=False)
    values = [loaded.value for loaded in actions if loaded.value is not None]
    return _written_workbook(folder, target, programme.value if programme else None, values, workspace)


def sheet_to_workbook(
    sheet: Path, source: Path, target: Path, workspace: Workspace, title: str | None = None
) -> Outcome:
    """Write a workbook again, with one sheet as it was saved as text.

    Args:
        sheet: the sheet, as a CSV file.
        source: the workbook that it comes from, which stays as it is.
        target: the new workbook; none may be there.
        workspace: where the framework conventions are.
        title: the name of the sheet; None: that of its file.

    Raises:
        OSError: the disk refused.
    """
    name = workspace.name_of(sheet)
    data = read_bytes(sheet, name)
    grid = data if isinstance(data, Finding) else grid_of_text(data, name, title or sheet.stem)
    if isinstance(grid, Finding):
        return Outcome(sheet, (grid,), done=False)
    loaded = load_workbook(source, workspace.name_of(source), {grid.title: grid})
    if any(errors(loaded.findings)):
        return Outcome(sheet, tuple(by_place(loaded.findings)), done=False)
    values = [read.value for read in loaded.actions.values() if read.value is not None]
    return _written_workbook(sheet, target, loaded.programme.value, values, workspace)


def _written_workbook(
    source: Path, target: Path, programme: Programme | None, actions: list[Action], workspace: Workspace
) -> Outcome:
    """Write a workbook, once it has been read back: what its sheets could not tell apart is told, and stops it."""
    named = programme or (actions[0] if actions else None)
    framework = _framework(named.framework, workspace) if named else None
    year = programme.year if programme else _year_of(actions, source)
    data = workbook_bytes(YearValues(year, framework, programme, actions))
    read = read_workbook(data, workspace.name_of(target))
    found = read.findings if programme else tuple(one for loaded in read.actions.values() for one in loaded.findings)
    if any(errors(found)):
        return Outcome(source, found, done=False)
    return _written(source, {target: data}, workspace)


def _written(source: Path, files: dict[Path, bytes], workspace: Workspace) -> Outcome:
    """Write files, all or none: one that is there already stops them all."""
    taken = [outputs.ALREADY_THERE.at(Place(workspace.name_of(path))) for path in files if path.exists()]
    if taken:
        return Outcome(source, tuple(taken), done=False)
    produced = tuple(path for path, content in files.items() if write_new(path, content))
    return Outcome(source, produced=produced, done=len(produced) == len(files))


def _framework(identifier: str, workspace: Workspace) -> Framework | None:
    if identifier not in workspace.framework_ids():
        return None
    return load_framework(identifier, workspace).value


def _reserved(loaded: LoadedWorkbook) -> Iterator[Finding]:
    """Tell the numbers that cannot be the name of a file."""
    for number, read in loaded.actions.items():
        if is_reserved_name(number):
            here = ("numero",)
            yield form_names.RESERVED_NAME.at(read.places[here], here, identifiant=number)


def _too_long(loaded: Loaded[Programme] | Loaded[Action]) -> Iterator[Finding]:
    if loaded.value is not None:
        for path, length in texts_too_long(loaded.value):
            place = loaded.places[path]
            yield form_workbook.TEXT_TOO_LONG.at(place, path, nombre=length, limite=LONGEST_TEXT)


def _year_of(actions: list[Action], source: Path) -> int:
    """The year that the first action's number starts with, else that of the folder, else none."""
    years = (actions[0].year if actions else "", source.absolute().name)
    return next((int(year) for year in years if year.isdecimal()), 1900)
