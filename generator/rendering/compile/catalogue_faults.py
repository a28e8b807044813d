"""What a template reads, against the catalogue of what it is given: unknown names, values that do not print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.messages import template_lint, template_values
from generator.rendering.compile.values_read import ReadValue
from generator.rendering.faults import Fault
from generator.rendering.language.bounded_values import kind_of
from generator.rendering.tags.nearest_names import suggested_path, with_whole_names
from generator.rendering.tags.print_doubts import remedy_for

ANY = "*"
"""The last step of a known path that stands for any name."""


def catalogue_faults(variables: Mapping[str, ReadValue], known: Mapping[str, str]) -> Iterator[Fault]:
    """Report what a template reads and is not given, or is given in another shape.

    Args:
        variables: what it reads, by dotted path.
        known: the paths of the catalogue (``[]`` for each element of a list), each with what it is, in French, where it
            is no text to print: « une liste ».
    """
    yield from with_whole_names(_unknown_names(variables, known))
    for path, value in variables.items():
        kind = known.get(path, "")
        if kind:
            fix = remedy_for(kind)
            yield from (Fault(template_values.NOT_TEXT, path, spot, kind, fix, path) for spot in value.printed)
        elif path in known and f"{path}[]" not in known:
            walked = (Fault(template_values.NOT_A_LIST, path, spot, kind_of(""), path=path) for spot in value.walked)
            yield from walked


def _unknown_names(variables: Mapping[str, ReadValue], known: Mapping[str, str]) -> Iterator[Fault]:
    """Report the names that the catalogue lacks; what stands below such a name is not told again."""
    unknown = [path for path in variables if not _is_known(path, known)]
    for path in unknown:
        if not any(is_below(path, other) for other in unknown):
            fix = suggested_path(path, path, list(known)) or template_lint.UNKNOWN_TO_CATALOGUE.fix
            for spot in variables[path].spots:
                yield Fault(template_lint.UNKNOWN_TO_CATALOGUE, path, spot, fix=fix, path=path)


def _is_known(path: str, known: Mapping[str, str]) -> bool:
    """Whether the catalogue has a path, leaves it open, or has the text of which it is a character."""
    return path in known or f"{path.rpartition('.')[0]}.{ANY}" in known or path.removesuffix("[]") in known


def is_below(path: str, other: str) -> bool:
    """Whether a path leads into what another names."""
    return path.startswith((f"{other}.", f"{other}[]"))


def unused_paths(variables: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return the paths of a catalogue that a template does not read; a group that it leaves alone is told once."""
    read = list(variables)
    unused = [path for path in known if not any(path == used or is_below(used, path) for used in read)]
    whole = set(unused)
    return [path for path in unused if not path.endswith((f".{ANY}", "[]")) and _parent(path) not in whole]


def _parent(path: str) -> str:
    return path.rpartition(".")[0].removesuffix("[]")
