"""The catalogue as users read it: each variable with its example, its meaning, and where the templates read it.

Examples come from the worked example that the program ships, never from a user's own inputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import starter
from generator.acts.catalogue import ANY, CatalogueEntry, Type, catalogue_of, values_of
from generator.acts.planning import plan_documents
from generator.acts.year_planning import year_documents
from generator.case.records import Case
from generator.case.year import YearRecord, extract_of
from generator.findings import Finding
from generator.load import load_cases
from generator.model.kind import DocumentKind
from generator.rendering import ReadValue, TemplateErrors, compile_template
from generator.rendering.review import readable_text
from generator.shelf import Shelf
from generator.workspace import Workspace, actions_in, is_year_folder

Key = tuple[str, str]
Uses = Mapping[str, tuple[str, ...]]
"""Kind → the articles or parts of its template that read a variable, in reading order."""

_MAX_EXAMPLE = 60


@dataclass(frozen=True, slots=True)
class Described:
    """A variable of the catalogue, with an example and where templates read it."""

    entry: CatalogueEntry
    example: str
    uses: Uses


def describe_variables(workspace: Workspace, kind: str | None) -> tuple[list[Described], tuple[Finding, ...]]:
    """Return the variables of a kind, or of every kind, each path once, in the order of the catalogue.

    Args:
        workspace: where the kinds are.
        kind: which of them; None for all.

    Returns:
        The variables, and what is wrong when there are none.
    """
    shelf = Shelf.of(workspace)
    faults = tuple(shelf.faults([kind] if kind else [], needs_act=False))
    if kind is not None and kind not in shelf.kinds:
        return [], faults
    return _described({name: shelf.kinds[name] for name in ([kind] if kind else shelf.kinds)}, shelf), ()


def _described(kinds: Mapping[str, DocumentKind], shelf: Shelf) -> list[Described]:
    examples = _examples(kinds)
    read = {name: _read(shelf.path(name)) for name in kinds}
    entries = {entry.path: entry for kind in kinds.values() for entry in catalogue_of(kind).values()}
    return [
        Described(entry, examples.get(entry.key, ""), _uses(path, read))
        for path, entry in entries.items()
        if not path.endswith(("[]", f".{ANY}"))
    ]


def _read(path: Path) -> Mapping[str, ReadValue]:
    """Return what a template reads; nothing when it cannot be compiled: the review says why."""
    try:
        return compile_template(path).variables()
    except (TemplateErrors, OSError):
        return {}


def _uses(path: str, read: Mapping[str, Mapping[str, ReadValue]]) -> Uses:
    """Tell where a variable, or anything that it holds, is read."""
    below = (f"{path}.", f"{path}[]")
    uses: dict[str, tuple[str, ...]] = {}
    for name, variables in read.items():
        spots = [
            spot for other, used in variables.items() if other == path or other.startswith(below) for spot in used.spots
        ]
        if spots:
            uses[name] = tuple(dict.fromkeys(readable_text(spot.heading or spot.part) for spot in spots))
    return uses


def _examples(kinds: Mapping[str, DocumentKind]) -> dict[Key, str]:
    """Return an example of each variable, wherever its group stands."""
    unconditional = {name: kind.model_copy(update={"when": ()}) for name, kind in kinds.items()}
    entries = {name: catalogue_of(kind) for name, kind in unconditional.items()}
    found: dict[Key, str] = {}
    for name, context in _shipped_contexts(unconditional):
        for path, value in values_of(context):
            entry = entries[name].get(path)
            if entry is not None and (example := _shown(value, entry.type)):
                found.setdefault(entry.key, example)
    return found


def _shipped_contexts(kinds: Mapping[str, DocumentKind]) -> Iterator[tuple[str, object]]:
    """Iterate over what each document of the worked example receives, with its kind."""
    workspace = Workspace(starter.shipped_workspace())
    years = [folder for folder in sorted((workspace.root / "inputs").iterdir()) if is_year_folder(folder.name)]
    for folder in years:
        cases = [each.case for each in load_cases(list(actions_in(folder)), workspace) if each.case is not None]
        for case in cases:
            for request in plan_documents(case, kinds, draft=True, only=list(kinds)):
                yield request.kind, request.context
        for request in year_documents(_year_of(cases), kinds, draft=True, only=list(kinds)) if cases else ():
            yield request.kind, request.context


def _year_of(cases: Sequence[Case]) -> YearRecord:
    """Return the year that some actions make, all of them under the framework convention of the first."""
    first = cases[0]
    return YearRecord(
        framework=first.framework,
        events=first.events,
        law=first.law,
        programme=first.programme,
        actions=tuple(map(extract_of, cases)),
    )


def _shown(value: object, kind: Type) -> str:
    """Return a value as an example, on one line; nothing for what is blank, yes or no, or a group."""
    match kind, value:
        case Type.TEXTS, list():
            return _shortened(" ; ".join(map(str, value)))
        case Type.TEXT, str():
            return _shortened(value)
        case _:
            return ""


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MAX_EXAMPLE else f"{line[:_MAX_EXAMPLE].rstrip()}…"


def as_line(variable: Described) -> str:
    """Return a variable on one line: path, type, meaning, example, where it is read."""
    entry = variable.entry
    parts = [f"{entry.path}  ({entry.type})  {entry.meaning}"]
    if variable.example:
        parts.append(f"ex. « {variable.example} »")
    uses = [f"{name} ({', '.join(places)})" for name, places in variable.uses.items()]
    return "  ".join([*parts, f"[{' ; '.join(uses)}]"] if uses else parts)


def as_markdown(variables: Iterable[Described], command: str) -> str:
    """Return the whole catalogue as a page: what stands at the top, then each group once.

    Args:
        variables: those of every kind.
        command: what writes the page anew.
    """
    listed = list(variables)
    titles = dict.fromkeys(variable.entry.group for variable in listed)
    sections = [_section(title, listed) for title in titles]
    return "\n".join([_HEAD.format(command=command), *sections])


_HEAD = """\
# Les variables des modèles

<!-- Cette page est produite par le programme ; pour la refaire : {command} -->

Un modèle imprime `{{{{ chemin }}}}` et parcourt une liste par `{{%p for x in chemin %}}` … `{{{{ x.nom }}}}` …
`{{%p endfor %}}`. Une valeur inconnue est marquée dans un projet et refusée dans un acte. Chaque groupe est décrit une
fois ; les chemins où il se trouve sont en tête de sa section. `parafe templates vars GENRE` donne tous les chemins d’un
genre, avec les articles qui les emploient.
"""


def _section(title: str, variables: list[Described]) -> str:
    members = [variable for variable in variables if variable.entry.group == title]
    lines = [f"## {title or 'Au premier niveau'}", ""]
    if title:
        holders = dict.fromkeys(_parent(variable.entry.path) for variable in members)
        lines += [f"Dans {', '.join(f'`{holder}`' for holder in holders)}.", ""]
    lines += ["| variable | type | sens | exemple | genres |", "|---|---|---|---|---|"]
    by_key: dict[Key, list[Described]] = {}
    for variable in members:
        by_key.setdefault(variable.entry.key, []).append(variable)
    return "\n".join([*lines, *(_row(same) for same in by_key.values()), ""])


def _row(same: list[Described]) -> str:
    """Return the row of a variable, which may stand in several places."""
    entry = same[0].entry
    kinds = dict.fromkeys(kind for variable in same for kind in variable.uses)
    cells = (f"`{entry.key[1]}`", entry.type, entry.meaning, same[0].example, ", ".join(kinds))
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _parent(path: str) -> str:
    return path.rpartition(".")[0]
