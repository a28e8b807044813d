"""What Jinja and Python say in English of a tag, said in French.

Neither gives its errors a code: their sentences are all that tells one from another. A test holds each of them, so that
a new version of Jinja that words one anew is seen.
"""

from __future__ import annotations

import re

from jinja2.exceptions import SecurityError

from generator.messages import template_reasons as reasons
from generator.rendering.faults import shortened
from generator.rendering.language.bounded_values import MismatchError

_SYNTAX = (
    (re.compile(r"""unexpected char (?:"'"|'"') at \d+"""), reasons.UNCLOSED_QUOTE, reasons.CLOSE_QUOTE),
    (re.compile(r"unexpected char '(.*)' at \d+"), reasons.UNEXPECTED_CHARACTER, reasons.TAKE_IT_OUT),
    (
        re.compile(r"Expected an expression, got '(.*)'|unexpected '?end of .*"),
        reasons.INCOMPLETE,
        reasons.COMPLETE_IT,
    ),
    (re.compile(r"unexpected '(.*?)', expected '(.*?)'"), reasons.MISSING_BEFORE, reasons.ADD_IT),
    (re.compile(r"expected name or number"), reasons.NAME_AFTER_DOT, reasons.ONE_NAME),
    (re.compile(r"expected token '(.*?)', got '(.*)'"), reasons.INSTEAD_OF, reasons.ONE_NAME),
    (re.compile(r"unexpected '(.*)'"), reasons.UNEXPECTED, reasons.ONE_NAME),
    (re.compile(r"Can't assign to special loop"), reasons.LOOP_IS_RESERVED, reasons.OTHER_NAME),
    (
        re.compile(r"can't assign to '?(?:add|call|compare|const|concat|list|neg|sub)'?$"),
        reasons.NAME_EXPECTED,
        reasons.OTHER_NAME,
    ),
    (re.compile(r"can't assign to '?(.*?)'?$"), reasons.NOT_ASSIGNABLE, reasons.OTHER_NAME),
)
"""What Jinja says, what it means, and what to do about it."""

_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "end of template": "fin",
    "name": "nom",
    "string": "texte",
    "integer": "nombre",
}
_FAILURES = (
    (re.compile(r"'[<>]=?' not supported"), reasons.DIFFERENT_NATURES),
    (re.compile(r"unpack"), reasons.NOT_AS_MANY_NAMES),
    (re.compile(r"iterable"), reasons.LIST_EXPECTED),
    (re.compile(r"No (?:filter|test) named '(.*?)'"), reasons.UNKNOWN_FILTER_OR_TEST),
    (re.compile(r"slice indices"), reasons.WHOLE_BOUNDS),
    (re.compile(r"argument"), reasons.PARAMETERS_OF_METHOD),
)


def syntax_error_in_french(message: str) -> tuple[str, str]:
    """Say in French what Jinja refuses in a tag, and what to do about it."""
    for pattern, sentence, remedy in _SYNTAX:
        match = pattern.match(message)
        if match:
            tokens = [_TOKENS.get(group or "", group) for group in match.groups()]
            return sentence.format(*tokens), remedy.format(*tokens)
    return message, reasons.ONE_NAME


def failure_in_french(error: Exception) -> str:
    """Say in French why an expression failed."""
    if isinstance(error, (SecurityError, MismatchError)):
        return shortened(str(error))
    if isinstance(error, ZeroDivisionError):
        return reasons.DIVISION_BY_ZERO
    for pattern, sentence in _FAILURES:
        if match := pattern.search(str(error)):
            return shortened(sentence.format(*match.groups()))
    return reasons.UNFIT_VALUES
