"""From text to a plain tree where each scalar is the text that was typed, and every key and value has its place.

YAML's events are read one by one: a fault is noted and reading goes on, and no nesting is followed too deep.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

import yaml

from generator.findings import Finding, Path, Place, Places
from generator.load.decoding import FORBIDDEN
from generator.load.loaded import MOST_FAULTS
from generator.load.yaml_complaints import GLUED_COLON, explain
from generator.messages import form_files, form_yaml
from generator.messages.message import Message
from generator.model.typed_keys import Node

DEEPEST = 32
"""Levels of nesting; an action has seven."""

MOST_VALUES = 50_000
"""Values in one file; a rich action has a thousand."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_GLUED_COMMENT = re.compile(r"\s+#(?=[^\s#])")
_DASHED = re.compile(r"\s*-")


@dataclass(frozen=True, slots=True)
class Tree:
    """What a file says, before any model reads it.

    Attributes:
        root: keys and values; None when nothing can be made of the text.
        places: where each value stands; a group, a list or an empty value stands where its key does.
        keys: where each key stands.
        spoiled: paths of values that could not be read.
        findings: what is wrong.
    """

    root: dict[str, Node] | None
    places: Places
    keys: Mapping[Path, Place]
    spoiled: frozenset[Path]
    findings: tuple[Finding, ...]


def read_tree(text: str, file: str) -> Tree:
    """Read YAML text into a tree; whatever YAML says besides plain keys, lists and text is a finding."""
    reader = _Reader(text, file)
    root = reader.read()
    return Tree(
        root,
        Places(file, MappingProxyType(reader.values)),
        MappingProxyType(reader.keys),
        frozenset(reader.spoiled),
        tuple(reader.findings),
    )


class _CannotGoOnError(Exception):
    """The rest of the file cannot be read; the finding is noted."""


class _Reader:
    """Reads one document from the parser's events."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.events = yaml.parse(text, Loader=_Loader)
        self.values: dict[Path, Place] = {(): Place(file, 1, 1)}
        self.keys: dict[Path, Place] = {}
        self.spoiled: set[Path] = set()
        self.findings: list[Finding] = []
        self.count = 0

    def read(self) -> dict[str, Node] | None:
        try:
            return self._document()
        except yaml.YAMLError as error:
            self.findings.append(explain(error, self.lines, self.file))
        except _CannotGoOnError:
            pass
        return None

    def _document(self) -> dict[str, Node] | None:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self._note(form_files.EMPTY_FILE, self.values[()])
            return None
        first = next(self.events)
        if not isinstance(first, yaml.MappingStartEvent):
            self._refuse_root(first)
            return None
        self._refuse_marks(first, ())
        root = self._group(())
        next(self.events)  # the end of the document
        after = next(self.events)
        if isinstance(after, yaml.DocumentStartEvent):
            self._note(form_yaml.SEVERAL_DOCUMENTS, self._place(after))
        return root

    def _refuse_root(self, event: yaml.Event) -> None:
        """Note why a file that is no group of keys cannot be read."""
        place = self._place(event)
        glued = GLUED_COLON.match(self._line((place.line or 1) - 1))
        if not isinstance(event, yaml.ScalarEvent):
            self._note(form_yaml.ROOT_NOT_A_GROUP, place)
        elif _is_null(event):
            self._note(form_files.EMPTY_FILE, self.values[()])
        elif glued:
            self._note(form_yaml.MISSING_SPACE, Place(self.file, place.line, glued.end("key") + 1), cle=glued["key"])
        else:
            self._note(form_yaml.ROOT_NOT_A_GROUP, place)

    def _note(self, message: Message, place: Place, path: Path = (), /, **values: object) -> None:
        self.findings.append(message.at(place, path, **values))

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)

    def _node(self, event: yaml.Event, path: Path) -> Node:
        """Read one value, whose place is noted already."""
        self._guard(event, path)
        if isinstance(event, yaml.AliasEvent):
            self._note(form_yaml.ANCHOR, self._place(event), path, signe=f"*{event.anchor}")
            self.spoiled.add(path)
            return None
        self._refuse_marks(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._group(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._scalar(event, path) if isinstance(event, yaml.ScalarEvent) else None

    def _guard(self, event: yaml.Event, path: Path, below: int = 0) -> None:
        """Count a value; stop at one too many, or too deep, ``below`` being its levels under the path."""
        self.count += 1
        if len(path) + below > DEEPEST:
            self._note(form_yaml.TOO_DEEP, self._place(event), path[:DEEPEST], limite=DEEPEST)
            raise _CannotGoOnError
        if self.count > MOST_VALUES:
            self._note(form_yaml.TOO_MANY_VALUES, self._place(event), path, limite=MOST_VALUES)
            raise _CannotGoOnError

    def _refuse_marks(self, event: yaml.Event, path: Path) -> None:
        """Note an anchor or a tag; the value under it is read all the same."""
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self._note(form_yaml.ANCHOR, self._place(event), path, signe=f"&{event.anchor}")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag is not None:
            self._note(form_yaml.TAG, self._place(event), path, signe=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _group(self, path: Path) -> dict[str, Node]:
        group: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, group, path)
            if key is None:
                self._skip(next(self.events), path)
                continue
            own = (*path, key)
            value = next(self.events)
            self.keys[own] = self._place(event)
            self.values[own] = self._place(value) if _shows_itself(value) else self.keys[own]
            group[key] = self._node(value, own)
        return group

    def _key(self, event: yaml.Event, group: Mapping[str, Node], path: Path) -> str | None:
        """Read one key; None when its value must be left out."""
        place = self._place(event)
        if not isinstance(event, yaml.ScalarEvent) or not event.value.strip():
            self._note(form_yaml.KEY_NOT_A_WORD, place, path)
            self._skip(event, path)
            return None
        own = (*path, event.value)
        if event.value == "<<":
            self._note(form_yaml.ANCHOR, place, path, signe="<<")
            return None
        if event.value in group:
            self._note(form_yaml.DUPLICATE_KEY, place, own, cle=event.value, ligne=self.keys[own].line)
            return None
        if FORBIDDEN.search(event.value):
            self._note(form_yaml.FORBIDDEN_ESCAPE, place, path)
            return None
        self._refuse_marks(event, own)
        return event.value

    def _list(self, path: Path) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            own = (*path, len(items))
            self.values[own] = self._place(event)
            items.append(self._node(event, own))
        return items

    def _skip(self, event: yaml.Event, path: Path) -> None:
        """Pass over a whole value."""
        self._guard(event, path)
        depth = _step(event)
        while depth:
            event = next(self.events)
            self._guard(event, path, depth)
            depth += _step(event)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> str | None:
        if event.style:
            self._refuse_escapes(event, path)
            return event.value if event.value.strip() else None
        self._refuse_ignored_text(event, path)
        self._refuse_swallowed_dash(event, path)
        return None if event.value in _NULLS else event.value

    def _refuse_escapes(self, event: yaml.ScalarEvent, path: Path) -> None:
        if FORBIDDEN.search(event.value):
            self._note(form_yaml.FORBIDDEN_ESCAPE, self._place(event), path)
            self.spoiled.add(path)

    def _refuse_ignored_text(self, event: yaml.ScalarEvent, path: Path) -> None:
        """Note a comment that looks like the value's own words: « Action #3 »."""
        mark = event.end_mark
        if mark is None:
            return
        comment = _GLUED_COMMENT.match(self._line(mark.line), mark.column)
        if comment:
            place = Place(self.file, mark.line + 1, comment.end())
            self._note(form_yaml.IGNORED_TEXT, place, path, texte=comment.string[comment.end() - 1 :])

    def _refuse_swallowed_dash(self, event: yaml.ScalarEvent, path: Path) -> None:
        """Note a list item that YAML reads as the end of the text above it."""
        if event.start_mark is None or event.end_mark is None:
            return
        numbers = range(event.start_mark.line + 1, event.end_mark.line + 1)
        dashes = ((number, dash) for number in numbers if (dash := _DASHED.match(self._line(number))))
        for number, dash in islice(dashes, MOST_FAULTS + 1):
            self._note(form_yaml.BAD_DASH, Place(self.file, number + 1, dash.end()), path)

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def _is_null(event: yaml.ScalarEvent) -> bool:
    return not event.style and event.value in _NULLS


def _shows_itself(event: yaml.Event) -> bool:
    """Whether a value is seen where it begins; a group, a list or an empty value is better shown by its key."""
    return isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.ScalarEvent) and not _is_null(event))


def _step(event: yaml.Event) -> int:
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
