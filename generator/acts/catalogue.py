"""The catalogue: every variable that a kind of document receives, by its dotted path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.acts.catalogue_table import OF_SUBJECT, PAPERS, SHARED, Fields, Type, Variable
from generator.model.kind import DocumentKind, Heading, PackageRole

ANY = "*"
"""The name of a path that stands for any other: a framework's file may add clauses of its own."""

_FILLED_BY_HAND = "ligne de pointillés, remplie à la main"
_EACH = "chaque élément de la liste"
_LISTS = frozenset({Type.TEXTS, Type.GROUPS})


@dataclass(frozen=True, slots=True)
class Entry:
    """A variable of the catalogue.

    Attributes:
        path: its dotted path, ``[]`` standing for each element of a list: ``budget.depenses[].total``.
        type: what it is.
        meaning: what it means, in French.
        group: title of the group that it stands in, wherever that group stands; empty at the top.
    """

    path: str
    type: Type
    meaning: str
    group: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the variable is wherever its group stands: the group, and the name in it (the path at the top)."""
        return (self.group, self.path.rpartition(".")[2] if self.group else self.path)


def catalogue_of(kind: DocumentKind) -> dict[str, Entry]:
    """Return what the templates of a kind may read, by path, in the order of the table."""
    fields = {**SHARED, **OF_SUBJECT[kind.subject]}
    if kind.package_role in {PackageRole.COVER, PackageRole.PAPER}:
        fields |= PAPERS
    entries = {entry.path: entry for entry in (*_entries(fields), *_numbers(kind))}
    return entries | {entry.path: entry for entry in _by_hand(kind, entries)}


def _entries(fields: Fields, parent: str = "", group: str = "") -> Iterator[Entry]:
    """Iterate over variables and over what they hold; an element of a list has a path and no meaning of its own."""
    for name, described in fields.items():
        path = f"{parent}.{name}" if parent else name
        variable = described if isinstance(described, Variable) else Variable(Type.TEXT, described)
        yield Entry(path, variable.type, variable.meaning, group)
        below = f"{path}[]" if variable.type in _LISTS else path
        if variable.type is Type.TEXTS:
            yield Entry(below, Type.TEXT, _EACH, group)
        elif variable.type is Type.GROUPS:
            yield Entry(below, Type.GROUP, _EACH, group)
        if variable.shape is not None:
            yield from _entries(variable.shape.fields, below, variable.shape.title)


def _numbers(kind: DocumentKind) -> Iterator[Entry]:
    """Iterate over the numbers of the kind's own articles and annexes."""
    numbered = (("art", "article", kind.articles), ("annexe", "annexe", kind.annexes))
    for name, what, headings in numbered:
        yield Entry(name, Type.GROUP, f"numéros des {what}s de ce document")
        for heading in headings:
            yield from _number(f"{name}.{heading.id}", what, heading)


def _number(path: str, what: str, heading: Heading) -> Iterator[Entry]:
    of_what = f"numéro de l’{what} « {heading.title or heading.id} »"
    if heading.for_each is None:
        yield Entry(path, Type.TEXT, f"{of_what} ; vide s’il n’a pas lieu d’être")
    else:
        yield Entry(path, Type.GROUP, f"{of_what}, par identifiant d’un élément de « {heading.for_each} »")
        yield Entry(f"{path}[]", Type.TEXT, f"{of_what} pour cet élément : {{{{ {path}[x.id] }}}}")


def _by_hand(kind: DocumentKind, entries: Mapping[str, Entry]) -> Iterator[Entry]:
    """Iterate over the variables that only ``document.yaml`` names, for what is written by hand."""
    known = {path.replace("[]", "") for path in entries}
    for path in kind.by_hand:
        parent = path.rpartition(".")[0]
        if parent and parent not in known:
            yield Entry(parent, Type.GROUP, "ce qui s’écrit à la main")
        if path not in known:
            yield Entry(path, Type.TEXT, _FILLED_BY_HAND)


def values_of(context: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Iterate over every value of a context with its dotted path, each element of a list under ``[]``."""
    if path:
        yield path, context
    if isinstance(context, Mapping):
        for name, value in context.items():
            yield from values_of(value, f"{path}.{name}" if path else str(name))
    elif isinstance(context, list):
        for value in context:
            yield from values_of(value, f"{path}[]")
