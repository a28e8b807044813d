"""Loading each input of a workspace: its form, and that its name and what it holds agree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from generator.convention import Events, Framework
from generator.findings import Finding, Place, Places
from generator.load.kept_trees import KeptTrees
from generator.load.loaded import Loaded
from generator.load.shaping import capped
from generator.load.yaml_file import load_file
from generator.messages import form_files, form_names
from generator.model import Action, Allowances, DocumentKind, Law, Programme
from generator.model.rule_settings import RuleSettings
from generator.workspace import (
    YAML_SUFFIXES,
    Workspace,
    case_twin,
    is_reserved_name,
    is_there,
    is_year_folder,
    names_in,
    programme_in,
)

M = TypeVar("M", bound=BaseModel)


class Listings:
    """What the folders of a workspace hold, each listed once: whoever loads many actions keeps one of these.

    Attributes:
        names_in: a folder → its names, by what they are without case.
        framework_ids: gives the identifiers of the framework conventions, sorted.
    """

    def __init__(self, workspace: Workspace) -> None:
        self.names_in: Callable[[Path], Mapping[str, tuple[str, ...]]] = cache(names_in)
        self.framework_ids: Callable[[], tuple[str, ...]] = cache(workspace.framework_ids)


def load_action(path: Path, workspace: Workspace, listings: Listings | None = None) -> Loaded[Action]:
    """Load one action; its number is its file's name and its framework convention exists.

    Args:
        path: its file.
        workspace: where it stands.
        listings: what its folders hold; None to list them.
    """
    listed = listings or Listings(workspace)
    loaded = _loaded(path, workspace, Action)
    return _judged(loaded, path, lambda action, places: _action_faults(action, places, path, listed), listed)


def load_framework(identifier: str, workspace: Workspace) -> Loaded[Framework]:
    """Load a framework convention by its identifier, which is its file's name."""
    path = workspace.framework(identifier)
    file = workspace.name_of(path)
    if identifier not in workspace.framework_ids():
        return Loaded(None, None, Places(file), (form_files.FILE_NOT_FOUND.at(Place(file)),))
    loaded = _loaded(path, workspace, Framework)
    return _judged(loaded, path, lambda framework, places: _other_name(framework.id, ("id",), identifier, places))


def load_events(identifier: str, workspace: Workspace) -> Loaded[Events] | None:
    """Load what happened to a framework convention; None when no such file exists."""
    path = workspace.events(identifier)
    if not is_there(path):
        return None
    loaded = _loaded(path, workspace, Events)
    return _judged(
        loaded, path, lambda events, places: _other_name(events.framework, ("convention",), identifier, places)
    )


def load_programme(folder: Path, workspace: Workspace) -> Loaded[Programme] | None:
    """Load the programme of a year's folder; None when the folder has none."""
    path = programme_in(folder)
    if not is_there(path):
        return None
    loaded = _loaded(path, workspace, Programme)
    return _judged(
        loaded,
        path,
        lambda programme, places: (
            *_other_year(str(programme.year), ("annee",), path, places),
            *_unknown_framework(programme.framework, places, workspace.framework_ids()),
        ),
    )


def load_kind(folder: Path, workspace: Workspace) -> Loaded[DocumentKind]:
    """Load what a document kind's folder says of it."""
    path = folder / "document.yaml"
    return _loaded(path, workspace, DocumentKind)


def load_rule_settings(workspace: Workspace) -> Loaded[RuleSettings] | None:
    """Load how the workspace weighs rules; None when it has no such file."""
    path = workspace.rule_settings
    return _loaded(path, workspace, RuleSettings) if is_there(path) else None


def load_law(workspace: Workspace) -> Loaded[Law]:
    """Load every file of statutes into one law."""
    return _merged(workspace.reference_files(), workspace.references, Law, _merge_laws, workspace)


def load_allowances(workspace: Workspace) -> Loaded[Allowances]:
    """Load every dated table into one."""
    return _merged(workspace.allowance_files(), workspace.allowance_tables, Allowances, _merge_allowances, workspace)


def _loaded(path: Path, workspace: Workspace, model: type[M]) -> Loaded[M]:
    """Load a file of a workspace; what was read of it in a former run need not be read again."""
    kept = KeptTrees(workspace.kept_trees) if workspace.kept_trees else None
    return load_file(path, workspace.name_of(path), model, kept)


def _merged(
    paths: Iterable[Path],
    folder: Path,
    model: type[M],
    merge: Callable[[list[M]], M],
    workspace: Workspace,
) -> Loaded[M]:
    """Load several files of one folder into one value; its places are those of the folder."""
    parts = [_loaded(path, workspace, model) for path in paths]
    findings = tuple(finding for part in parts for finding in part.findings)
    merged = merge([part.partial for part in parts if part.partial is not None])
    sources = {name: data for part in parts for name, data in part.sources.items()}
    return Loaded(None if findings else merged, merged, Places(workspace.name_of(folder)), findings, sources)


def _merge_laws(laws: list[Law]) -> Law:
    return Law().model_copy(
        update={
            "statutes": tuple(statute for law in laws for statute in law.statutes),
            "procedures": tuple(procedure for law in laws for procedure in law.procedures),
            "word_lists": tuple(listed for law in laws for listed in law.word_lists),
            "guides": tuple(setting for law in laws for setting in law.guides),
            "placeholders": tuple(words for law in laws for words in law.placeholders),
        }
    )


def _merge_allowances(tables: list[Allowances]) -> Allowances:
    return Allowances().model_copy(
        update={
            "example": any(table.example for table in tables),
            "rates": tuple(rate for table in tables for rate in table.rates),
            "reductions": tuple(reduction for table in tables for reduction in table.reductions),
        }
    )


def _judged(
    loaded: Loaded[M],
    path: Path,
    faults: Callable[[M, Places], Iterable[Finding]],
    listings: Listings | None = None,
) -> Loaded[M]:
    """Add what only the workspace can tell to what the file's form told."""
    listed = listings.names_in if listings else names_in
    found = [*_case_twin(path, listed(path.parent), loaded.places)]
    if loaded.partial is not None:
        found.extend(faults(loaded.partial, loaded.places))
    if not found:
        return loaded
    return replace(loaded, value=None, findings=capped([*loaded.findings, *found]))


def _action_faults(action: Action, places: Places, path: Path, listings: Listings) -> Iterator[Finding]:
    here = ("numero",)
    if is_reserved_name(action.number):
        yield form_names.RESERVED_NAME.at(places[here], here, identifiant=action.number)
    if action.number != path.stem:
        yield form_names.NAME_IS_NOT_NUMBER.at(places[here], here, numero=action.number, fichier=path.name)
    for other in _other_forms(path, listings.names_in(path.parent)):
        yield form_names.OTHER_EXTENSION.at(places[here], here, fichier=path.name, autre=other)
    yield from _other_year(action.year, here, path, places)
    yield from _unknown_framework(action.framework, places, listings.framework_ids())


def _other_forms(path: Path, names: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Yield the names of the forms that have another extension than this one, and its number."""
    for suffix in YAML_SUFFIXES - {path.suffix.casefold()}:
        yield from names.get(f"{path.stem}{suffix}".casefold(), ())


def _unknown_framework(identifier: str, places: Places, known: tuple[str, ...]) -> Iterator[Finding]:
    here = ("convention",)
    if identifier in known:
        return
    near = get_close_matches(identifier, known, n=1)
    present = f"conventions présentes : {', '.join(known) or 'aucune'}"
    advice = f"vouliez-vous dire « {near[0]} » ?" if near else present
    yield form_names.UNKNOWN_FRAMEWORK.at(places[here], here, identifiant=identifier, conseil=(advice,))


def _other_name(found: str, here: tuple[str], expected: str, places: Places) -> Iterator[Finding]:
    if found != expected:
        yield form_names.NAME_IS_NOT_FRAMEWORK.at(places[here], here, identifiant=found, attendu=expected)


def _other_year(found: str, here: tuple[str], path: Path, places: Places) -> Iterator[Finding]:
    folder = path.absolute().parent.name
    if is_year_folder(folder) and found != folder:
        yield form_names.YEAR_IS_NOT_FOLDER.at(places[here], here, valeur=found, dossier=folder)


def _case_twin(path: Path, names: Mapping[str, tuple[str, ...]], places: Places) -> Iterator[Finding]:
    twin = case_twin(path, names)
    if twin is not None:
        yield form_names.CASE_TWINS.at(places[()], fichier=path.name, autre=twin)
