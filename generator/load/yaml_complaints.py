"""The parser's complaints, in plain French, at the place where a person would mend them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import yaml

from generator.findings import Finding, Place
from generator.messages import form_yaml
from generator.messages.message import Message

GLUED_COLON = re.compile(r"\s*(?:- +)*(?P<key>[\w-]+)[\xa0\u202f]?:(?:[^\s:/]|[\xa0\u202f])")
"""A line whose key has no space after its colon, or one that YAML does not count as a space: a no-break space."""

_FIRST_KEY = re.compile(r"\s*(?:- +)*[^\s:'\"-][^:'\"]*$")
_LAST_WORD = re.compile(r"[\w-]+$")
_MARKS_OF_OTHERS = {
    "while scanning a directive": "%",
    "while scanning an anchor": "&",
    "while scanning an alias": "*",
}


def explain(error: yaml.YAMLError, lines: Sequence[str], file: str) -> Finding:
    """Make the finding that tells a person what the parser stumbled on."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return form_yaml.OTHER_SYNTAX.at(Place(file, 1, 1))
    return _Stumble(error, error.problem_mark, lines, file).finding()


class _Stumble:
    """One complaint of the parser, with the lines around it."""

    def __init__(self, error: yaml.MarkedYAMLError, mark: yaml.Mark, lines: Sequence[str], file: str) -> None:
        self.problem = error.problem or ""
        self.context = error.context or ""
        self.mark = mark
        self.start = error.context_mark or mark
        self.lines = lines
        self.file = file

    def finding(self) -> Finding:
        """Choose the message by the parser's own words."""
        for words, answer in (
            ("quoted scalar", self._quoted),
            ("could not find expected ':'", self._line_without_colon),
            ("mapping values are not allowed", self._stray_colon),
            ("did not find expected key", self._misplaced),
            ("did not find expected '-' indicator", self._misplaced),
            ("expected <block end>", self._misplaced),
            ("did not find expected ','", lambda: self._at(form_yaml.BRACKET, self.start)),
            ("expected ',' or", lambda: self._at(form_yaml.BRACKET, self.start)),
            ("node content", lambda: self._at(form_yaml.BRACKET, self.mark)),
            ("cannot start any token", lambda: self._bad_start(self.mark)),
            ("block scalar", lambda: self._bad_start(self.start)),
            ("mapping keys are not allowed", lambda: self._bad_start(self.mark)),
            ("found unexpected ':'", self._colon_in_brackets),
            ("sequence entries are not allowed", lambda: self._at(form_yaml.BAD_DASH, self.mark)),
            ("tag", lambda: self._at(form_yaml.TAG, self.mark, signe="!")),
            ("<document start>", lambda: self._at(form_yaml.SEVERAL_DOCUMENTS, self.mark)),
        ):
            if words in self.problem or words in self.context:
                return answer()
        if self.context in _MARKS_OF_OTHERS:
            return self._bad_start(self.start, _MARKS_OF_OTHERS[self.context])
        return self._at(form_yaml.OTHER_SYNTAX, self.mark)

    def _at(self, message: Message, mark: yaml.Mark, **values: object) -> Finding:
        line, column = self._inside(mark)
        return message.at(Place(self.file, line + 1, column + 1), **values)

    def _inside(self, mark: yaml.Mark) -> tuple[int, int]:
        """Where a mark is shown; past the end of all text, at the last character that was typed."""
        if any(line.strip() for line in self.lines[mark.line :]):
            return mark.line, mark.column
        last = max((number for number, line in enumerate(self.lines) if line.strip()), default=0)
        return last, max(len(self.lines[last].rstrip()) - 1, 0)

    def _line(self, number: int) -> str:
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    def _bad_start(self, mark: yaml.Mark, character: str = "") -> Finding:
        shown = character or self._line(mark.line)[mark.column : mark.column + 1]
        return self._at(form_yaml.BAD_START, mark, caractere=shown)

    def _quoted(self) -> Finding:
        if self.context == "while scanning a quoted scalar":
            return self._at(form_yaml.UNCLOSED_QUOTE, self.start)
        if "Unicode" in self.problem:
            return self._at(form_yaml.FORBIDDEN_ESCAPE, self.start)
        return self._at(form_yaml.BAD_ESCAPE, self.mark)

    def _line_without_colon(self) -> Finding:
        line = self._line(self.start.line)
        glued = GLUED_COLON.match(line)
        if glued:
            return self._glued(self.start.line, glued)
        message = form_yaml.BAD_DASH if line.lstrip().startswith("-") else form_yaml.NO_COLON
        return self._at(message, self.start)

    def _colon_in_brackets(self) -> Finding:
        key = _LAST_WORD.search(self._line(self.mark.line)[: self.mark.column])
        return self._at(form_yaml.MISSING_SPACE, self.mark, cle=key[0] if key else "")

    def _glued(self, line: int, glued: re.Match[str]) -> Finding:
        place = Place(self.file, line + 1, glued.end("key") + 1)
        return form_yaml.MISSING_SPACE.at(place, cle=glued["key"])

    def _stray_colon(self) -> Finding:
        """A second colon in a value, or a key at a place where none can be."""
        line = self._line(self.mark.line)
        if not _FIRST_KEY.match(line[: self.mark.column]):
            return self._at(form_yaml.COLON_IN_TEXT, self.mark)
        glued = GLUED_COLON.match(self._line(self.mark.line - 1))
        if glued:
            return self._glued(self.mark.line - 1, glued)
        column = len(line) - len(line.lstrip()) + 1
        return form_yaml.BAD_INDENTATION.at(Place(self.file, self.mark.line + 1, column))

    def _misplaced(self) -> Finding:
        """What stands where the next key or dash should."""
        line = self._line(self.mark.line)
        before = line[: self.mark.column].rstrip()
        if line[self.mark.column : self.mark.column + 1] == ":":
            return self._at(form_yaml.KEY_NOT_A_WORD, self.mark)
        if before.endswith(("'", '"')):
            return self._at(form_yaml.AFTER_QUOTE, self.mark)
        if before.endswith(("]", "}")):
            return self._at(form_yaml.BRACKET, self.mark)
        return self._at(form_yaml.BAD_INDENTATION, self.mark)
