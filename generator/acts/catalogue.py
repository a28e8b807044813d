"""The catalogue: every variable that a kind of document receives, by its dotted path.

It is read off the classes of the views: their attributes, the types of these, and what is said of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TypeAlias, get_args, get_origin, get_type_hints

from generator.acts.facts.fact import DrawnFact
from generator.acts.subjects import SUBJECTS
from generator.acts.view_fields import Description, View
from generator.acts.views.original_views import AnnexesView
from generator.acts.views.package_views import PaperView
from generator.acts.views.shared_view import SharedView
from generator.artifacts import Chart, Picture
from generator.model.kind import DocumentKind, Heading, PackageRole

ANY = "*"
"""The name of a path that stands for any other: a framework's file may add clauses of its own."""

_FILLED_BY_HAND = "ligne de pointillés, remplie à la main"
_EACH = "chaque élément de la liste"


class Type(StrEnum):
    """What a variable is. The value is the word that users read."""

    TEXT = "texte"
    PICTURE = "image"
    CHART = "graphique"
    YES_NO = "oui ou non"
    GROUP = "groupe"
    TEXTS = "liste de textes"
    PICTURES = "liste d’images"
    GROUPS = "liste de groupes"


_ELEMENTS = {Type.TEXTS: Type.TEXT, Type.PICTURES: Type.PICTURE, Type.GROUPS: Type.GROUP}


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
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


def catalogue_of(kind: DocumentKind) -> dict[str, CatalogueEntry]:
    """Return what the templates of a kind may read, by path, in the order of the views."""
    views = _views_of_a_year(kind) if kind.subject.is_of_a_year else _views_of_an_action(kind)
    entries = {entry.path: entry for view in views for entry in _entries(view, "", "")}
    entries |= {entry.path: entry for entry in _numbers(kind)}
    return entries | {entry.path: entry for entry in _by_hand(kind, entries)}


def _views_of_an_action(kind: DocumentKind) -> list[type[View]]:
    papers = [PaperView] if kind.package_role in {PackageRole.COVER, PackageRole.PAPER} else []
    return [SharedView, AnnexesView, SUBJECTS[kind.subject].view, *papers]


def _views_of_a_year(kind: DocumentKind) -> list[type[View]]:
    from generator.acts.views.year.programme_views import YearView  # noqa: PLC0415 - an action needs none of a year
    from generator.acts.year_planning import YEAR_SUBJECTS  # noqa: PLC0415 - as above

    return [YearView, YEAR_SUBJECTS[kind.subject].view]


_NO_TEXT = {
    Type.YES_NO: "un oui ou non",
    Type.GROUP: "un ensemble d’éléments",
    Type.TEXTS: "une liste",
    Type.PICTURES: "une liste",
    Type.GROUPS: "une liste",
}


def names_known(kind: DocumentKind) -> dict[str, str]:
    """Return the paths that the templates of a kind may read, each with what it is, in French, if it is no text."""
    return {path: _NO_TEXT.get(entry.type, "") for path, entry in catalogue_of(kind).items()}


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable as a view declares it: what it is, what is said of it, and the view that it holds, if it does."""

    what: Type
    description: Description
    view: type[View] | None = None


@cache  # mypy takes the hash of its instances for that of a class: hence the two exceptions where it is called
def _variables(view: type[View]) -> Mapping[str, _Variable]:
    """Return the variables of a view by name, those of a view that is spread among them; the last of a name counts."""
    found: dict[str, _Variable] = {}
    hints = get_type_hints(view)
    for name, description in view.attributes.items():
        declared = _declared(hints[name], description)
        if description.name:
            found[description.name] = declared
        elif declared.view:
            found |= _variables(declared.view)  # type: ignore[arg-type]
    return found


_Hint: TypeAlias = object
"""A type as an annotation writes it: a class, a union, a tuple of one type."""


def _declared(hint: _Hint, description: Description) -> _Variable:
    """Tell what a variable is by the type of its attribute; what may be missing does not count."""
    if description.keys is not None:
        return _Variable(Type.GROUP, description)
    if get_origin(hint) is tuple:
        element = get_args(hint)[0]
        view = _view_in(element)
        texts = Type.PICTURES if element is Picture else Type.TEXTS
        return _Variable(Type.GROUPS if view else texts, description, view)
    if hint is bool:
        return _Variable(Type.YES_NO, description)
    view = _view_in(hint)
    if view:
        return _Variable(Type.GROUP, description, view)
    return _Variable(_drawn(hint) or Type.TEXT, description)


def _drawn(hint: _Hint) -> Type | None:
    """Return what a variable is by the value that it may be, where that is drawn."""
    for member in get_args(hint) or (hint,):
        match member:
            case type() if issubclass(member, Picture):
                return Type.PICTURE
            case type() if issubclass(member, Chart | DrawnFact):
                return Type.CHART
    return None


def _view_in(hint: _Hint) -> type[View] | None:
    """Return the view that a type is, or that a union holds; None for a text."""
    for member in get_args(hint) or (hint,):
        match member:
            case type() if issubclass(member, View):
                return member
    return None


def _entries(view: type[View], parent: str, title: str) -> Iterator[CatalogueEntry]:
    """Iterate over variables and over what they hold; an element of a list has a path and no meaning of its own."""
    for name, variable in _variables(view).items():  # type: ignore[arg-type]
        path = f"{parent}.{name}" if parent else name
        description = variable.description
        yield CatalogueEntry(path, variable.what, description.meaning, title)
        below = path
        if element := _ELEMENTS.get(variable.what):
            below = f"{path}[]"
            yield CatalogueEntry(below, element, _EACH, title)
        if variable.view:
            yield from _entries(variable.view, below, variable.view.title)
        for key, meaning in (description.keys or {}).items():
            yield CatalogueEntry(f"{path}.{key}", Type.TEXT, meaning, description.title)


def _numbers(kind: DocumentKind) -> Iterator[CatalogueEntry]:
    """Iterate over the numbers of the kind's own articles and annexes."""
    numbered = (("art", "article", kind.articles), ("annexe", "annexe", kind.annexes))
    for name, what, headings in numbered:
        yield CatalogueEntry(name, Type.GROUP, f"numéros des {what}s de ce document")
        for heading in headings:
            yield from _number(f"{name}.{heading.id}", what, heading)


def _number(path: str, what: str, heading: Heading) -> Iterator[CatalogueEntry]:
    of_what = f"numéro de l’{what} « {heading.title or heading.id} »"
    if heading.for_each is None:
        yield CatalogueEntry(path, Type.TEXT, f"{of_what} ; vide s’il n’a pas lieu d’être")
    else:
        yield CatalogueEntry(path, Type.GROUP, f"{of_what}, par identifiant d’un élément de « {heading.for_each} »")
        yield CatalogueEntry(f"{path}[]", Type.TEXT, f"{of_what} pour cet élément : {{{{ {path}[x.id] }}}}")


def _by_hand(kind: DocumentKind, entries: Mapping[str, CatalogueEntry]) -> Iterator[CatalogueEntry]:
    """Iterate over the variables that only ``document.yaml`` names, for what is written by hand."""
    known = {path.replace("[]", "") for path in entries}
    for path in kind.by_hand:
        parent = path.rpartition(".")[0]
        if parent and parent not in known:
            yield CatalogueEntry(parent, Type.GROUP, "ce qui s’écrit à la main")
        if path not in known:
            yield CatalogueEntry(path, Type.TEXT, _FILLED_BY_HAND)


def values_of(context: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Iterate over every value of a context with its dotted path, each element of a list under ``[]``."""
    if path:
        yield path, context
    match context:
        case Mapping():
            for name, value in context.items():
                yield from values_of(value, f"{path}.{name}" if path else str(name))
        case list():
            for value in context:
                yield from values_of(value, f"{path}[]")
