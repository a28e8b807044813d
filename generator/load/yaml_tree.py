"""From text to a plain tree where each scalar is the text that was typed, and every key and value has its place.

YAML's events are read one by one: a fault is noted and reading goes on, and no nesting is followed too deep.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice

import yaml

from generator.findings import Finding, Mark, Path, Place, Places, PlacesOfMarks, place_of
from generator.load.decoding import FORBIDDEN
from generator.load.loaded import MOST_FAULTS
from generator.load.typed_tree import Tree
from generator.load.yaml_complaints import GLUED_COLON, explain
from generator.messages import form_files, form_yaml
from generator.messages.message import Message
from generator.model.typed_keys import Node

DEEPEST = 32
"""Levels of nesting; an action has seven."""

MOST_VALUES = 50_000
"""Values in one file; a rich action has a thousand."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_START = yaml.Mark("", 0, 0, 0, "", 0)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_GLUED_COMMENT = re.compile(r"\s+#(?=[^\s#])")
_DASHED = re.compile(r"\s*-")
_UNSEEN_IN_KEYS = re.compile(r"^\s+|\s+$|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064]")
"""What a keyboard or a page puts around a key or inside it, that nobody sees: « intitule », then a no-break space."""


def read_tree(text: str, file: str) -> Tree:
    """Read YAML text into a tree; whatever YAML says besides plain keys, lists and text is a finding."""
    reader = _Reader(text, file)
    root = reader.read()
    return Tree(
        root,
        Places(file, PlacesOfMarks(file, reader.values)),
        PlacesOfMarks(file, reader.keys),
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
        self.with_hash = frozenset(number for number, line in enumerate(self.lines) if "#" in line)
        self.loader = _Loader(text)
        self.next_event: Callable[[], yaml.Event] = self.loader.get_event
        self.values: dict[Path, Mark | None] = {(): _START}
        self.keys: dict[Path, Mark | None] = {}
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
        finally:
            self.loader.dispose()
        return None

    def _document(self) -> dict[str, Node] | None:
        self.next_event()  # the start of the stream
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            self._note(form_files.EMPTY_FILE, place_of(self.file, self.values[()]))
            return None
        first = self.next_event()
        if not isinstance(first, yaml.MappingStartEvent):
            self._refuse_root(first)
            return None
        self._refuse_marks(first, ())
        root = self._group(())
        self.next_event()  # the end of the document
        after = self.next_event()
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
            self._note(form_files.EMPTY_FILE, place_of(self.file, self.values[()]))
        elif glued:
            self._note(form_yaml.MISSING_SPACE, Place(self.file, place.line, glued.end("key") + 1), cle=glued["key"])
        else:
            self._note(form_yaml.ROOT_NOT_A_GROUP, place)

    def _note(self, message: Message, place: Place, path: Path = (), /, **values: object) -> None:
        self.findings.append(message.at(place, path, **values))

    def _place(self, event: yaml.Event) -> Place:
        return place_of(self.file, event.start_mark)

    def _node(self, event: yaml.Event, path: Path) -> Node:
        """Read one value; a group, a list or an empty value has its place already, which is that of its key."""
        self._guard(event, path)
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            return self._scalar(event, path)
        if isinstance(event, yaml.AliasEvent):
            self.values[path] = event.start_mark
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
        while type(event := self.next_event()) is not yaml.MappingEndEvent:
            key = self._key(event, group, path)
            value = self.next_event()
            if key is None:
                self._skip(value, path)
                continue
            own = (*path, key)
            self.keys[own] = self.values[own] = event.start_mark
            group[key] = self._node(value, own)
        return group

    def _key(self, event: yaml.Event, group: Mapping[str, Node], path: Path) -> str | None:
        """Read one key; None when its value must be left out."""
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
            name = event.value
            if name.isidentifier() and name not in group:
                return name
        name = _UNSEEN_IN_KEYS.sub("", event.value) if isinstance(event, yaml.ScalarEvent) else ""
        if not isinstance(event, yaml.ScalarEvent) or not name:
            self._note(form_yaml.KEY_NOT_A_WORD, self._place(event), path)
            self._skip(event, path)
            return None
        own = (*path, name)
        if name == "<<":
            self._note(form_yaml.ANCHOR, self._place(event), path, signe="<<")
            return None
        if name in group:
            first = place_of(self.file, self.keys[own])
            self._note(form_yaml.DUPLICATE_KEY, self._place(event), own, cle=name, ligne=first.line)
            return None
        if FORBIDDEN.search(name):
            self._note(form_yaml.FORBIDDEN_ESCAPE, self._place(event), path)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event, own)
        return name

    def _list(self, path: Path) -> list[Node]:
        items: list[Node] = []
        while type(event := self.next_event()) is not yaml.SequenceEndEvent:
            own = (*path, len(items))
            self.values[own] = event.start_mark
            items.append(self._node(event, own))
        return items

    def _skip(self, event: yaml.Event, path: Path) -> None:
        """Pass over a whole value."""
        self._guard(event, path)
        depth = _step(event)
        while depth:
            event = self.next_event()
            self._guard(event, path, depth)
            depth += _step(event)

    def _scalar(self, event: yaml.ScalarEvent, path: Path) -> str | None:
        text, start, end = event.value, event.start_mark, event.end_mark
        if event.style:
            self.values[path] = start
            self._refuse_escapes(event, path)
            return text if text.strip() else None
        if start is not None and end is not None:
            if end.line in self.with_hash:
                self._refuse_ignored_text(end.line, end.column, path)
            if start.line != end.line:
                self._refuse_swallowed_dash(range(start.line + 1, end.line + 1), path)
        if text in _NULLS:
            return None
        self.values[path] = start
        return text

    def _refuse_escapes(self, event: yaml.ScalarEvent, path: Path) -> None:
        if FORBIDDEN.search(event.value):
            self._note(form_yaml.FORBIDDEN_ESCAPE, self._place(event), path)
            self.spoiled.add(path)

    def _refuse_ignored_text(self, number: int, column: int, path: Path) -> None:
        """Note a comment that looks like the value's own words, after whose end it stands: « Action #3 »."""
        comment = _GLUED_COMMENT.match(self._line(number), column)
        if comment:
            place = Place(self.file, number + 1, comment.end())
            self._note(form_yaml.IGNORED_TEXT, place, path, texte=comment.string[comment.end() - 1 :])

    def _refuse_swallowed_dash(self, numbers: range, path: Path) -> None:
        """Note a list item that YAML reads, on one of these lines, as the end of the text above it."""
        dashes = ((number, dash) for number in numbers if (dash := _DASHED.match(self._line(number))))
        for number, dash in islice(dashes, MOST_FAULTS + 1):
            self._note(form_yaml.BAD_DASH, Place(self.file, number + 1, dash.end()), path)

    def _line(self, number: int) -> str:
        return self.lines[number] if number < len(self.lines) else ""


def _is_null(event: yaml.ScalarEvent) -> bool:
    return not event.style and event.value in _NULLS


def _step(event: yaml.Event) -> int:
    return isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
