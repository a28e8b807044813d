"""What a faulty tag was meant to be: French words, other languages’ signs, a letter or a brace out of place.

Each step rewrites one kind of slip; they add up until what they make is read by Jinja. What comes out is a remedy to
show, never something to render.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from jinja2 import TemplateSyntaxError, nodes

from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.tags.tag_text import STRING, straight

_JINJA = PlainDataEnvironment({}, {})  # it parses, and renders nothing
MAX_MENDED = 50
"""Faulty tags of one part that are looked into: more of them have one cause, and each takes several readings."""


COMPLETIONS = {"if": "{}{{% endif %}}", "for": "{}{{% endfor %}}", "set": "{}", "elif": "{{% if 1 %}}{}{{% endif %}}"}
ALONE = frozenset({"else", "endif", "endfor"})
STATEMENTS = (*COMPLETIONS, *sorted(ALONE))
_LETTERS = "p|tr|tc|r"
_KEYWORDS = "elif|else|endif|endfor|for|if|set|include"
_SHAPE = re.compile(rf"\{{([{{%])([-+]?)(?:({_LETTERS})(?=\s))?(.*?)([-+]?)[%}}]\}}", re.DOTALL)
_MAX = 400
"""Characters of a tag that is looked into: longer ones are no slip of the hand."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A tag in its pieces: « { » or « % », docxtpl’s letter, what stands inside, and what belongs behind it."""

    kind: str
    letter: str
    inside: str
    behind: str = ""

    def __str__(self) -> str:
        opening, closing = ("{{", "}}") if self.kind == "{" else ("{%", "%}")
        return f"{opening}{self.letter} {self.inside.strip()} {closing}{self.behind}"


def _sub(pattern: str, replacement: str) -> Callable[[str], str]:
    expression = re.compile(pattern, re.IGNORECASE)
    return lambda text: expression.sub(replacement, text)


_OF_STATEMENTS = tuple(
    _sub(rf"^\s*(?:{pattern})(?=\W|$)", keyword)
    for pattern, keyword in (
        (r"sinon,?\s*si|else\s*if|elsif|elif", "elif"),
        (r"sinon|else", "else"),
        (r"(?:fin|end)[\s_-]*(?:(?:du|de|des|de la)\s+)?(?:si|if|condition|bloc)", "endif"),
        (r"(?:fin|end)[\s_-]*(?:(?:du|de|des|de la)\s+)?(?:pour|for|boucle|foreach|each|répéter)", "endfor"),
        (r"fin|end", "endif"),
        (r"(?:pour|for)\s*(?:chaque|each|tout|toute|tous les|toutes les)|pour|for", "for"),
        (r"si|if|quand|lorsque|when", "if"),
        (r"soit|définir|let|assign|set", "set"),
    )
)
_ENDING = re.compile(r"(else|endif|endfor)\b.*", re.DOTALL)
_ELSE_WITH_TEST = re.compile(r"else\s+(?!if\b)(?=\S)")
_OPERATORS = tuple(
    _sub(pattern, replacement)
    for pattern, replacement in (
        (r"\s*(?:&amp;&amp;|&&|&)\s*|\s+(?:et|and)\s+", " and "),
        (r"\s*\|\|\s*|\s+(?:ou|or)\s+", " or "),
        (r"!(?!=)\s*|(?<![\w.])no[nt]\s+", "not "),
        (r"\s+(?:sinon|else)\s+", " else "),
        (r"(?<=\S)\s+si\s+(?=.*\selse\s)", " if "),
        (r"\s+in\s+", " in "),
        (r"\.{2,}", "."),
        (r"<>|≠|=/=|!==", "!="),
        (r"=<|≤", "<="),
        (r"=>|≥", ">="),
        (r"(?<![=!<>])={3}(?!=)", "=="),
        (r"\s+est\s+(?:différente?|autre)\s+(?:de|que)\s+|\s+est\s+différent\s+", " != "),
        (r"\s+(?:est\s+)?(?:égale?|equals?)\s+(?:à\s+)?", " == "),
        (r"\s+(?:dans|parmi|of|de)\s+(?=[\w.]+\s*:?\s*$)", " in "),
        ("×", "*"),
        ("÷", "/"),
        ("[–—−]", "-"),
    )
)
_ASSIGNMENT = _sub(r"(?<![=!<>])=(?!=)", "==")
_PUNCTUATION = _sub(r"\s*(?:[:;,.|]|\bthen|\balors|\bdo|\bfaire)\s*$", "")
_THOUSANDS = _sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "")
_DECIMALS = _sub(r"(?<=\d),(?=\d)", ".")
_TERNARY = _sub(r"^\s*([^?:]+?)\s*\?\s*([^?:]+?)\s*:\s*([^?:]+?)\s*$", r"\2 if \1 else \3")
_CALLS = _sub(r"\(\s*\)", "")
_BEHIND = re.compile(r"^(?P<name>[\w.]+)\s*(?P<behind>(?:€|\$|%|£|EUR|euros?|°)\.?)\s*$")
_WORDS = re.compile(r"[^\W\d]\w*(?:[\s'’]+[^\W\d]\w*)+")
_BETWEEN_WORDS = re.compile(r"\W+")
_STATEMENT_INSIDE = re.compile(rf"\s*%?({_LETTERS})?\s*(?=(?:{_KEYWORDS})\b)", re.IGNORECASE)
_HANDLEBARS = tuple(
    _sub(pattern, replacement)
    for pattern, replacement in (
        (r"^\s*#\s*(?:if|si)\s+", "if "),
        (r"^\s*(?:#\s*unless|\^)\s*(?=\w)", "if not "),
        (r"^\s*#\s*(?:each|for)\s+([\w.]+)\s*$", r"for x in \1"),
        (r"^\s*/\s*(?:if|si|unless)\s*$", "endif"),
        (r"^\s*/\s*(?:each|for)\s*$", "endfor"),
    )
)
"""The blocks of Handlebars, Mustache and docxtemplater."""

OF_ENGINES = re.compile(
    r"(?:end_?)?(?:raw|verbatim|block|macro|call|filter|with|autoescape|trans|while|switch|case|unless|comment)\b"
    r"|(?:extends|import|from|break|continue|do|debug)\b",
    re.IGNORECASE,
)
"""Statements of Jinja and of others that templates do without; they are no names of values."""

_QUOTED = re.compile(r"«\s*([^«»]*?)\s*»")
_LONE_TEXT = re.compile(r'(\{\{[-+]?\s*)"([^\W\d]\w*(?:\.\w+)*)"(\s*[-+]?\}\})')
_LETTER_INSIDE = re.compile(rf"\s*[-+]?({_LETTERS})[-+]?(?:\s+|(?={_KEYWORDS}))(?=\S)", re.IGNORECASE)


def intended(tag: str) -> str:
    """Return a tag as it was meant, or an empty string when that cannot be told."""
    match = _SHAPE.fullmatch(straight(tag)) if len(tag) <= _MAX else None
    if match is None:
        return ""
    written = _Written(match[1], match[3] or "", match[4])
    return next((str(each) for each in _rewritten(written) if _is_read(each)), "")


def with_straight_quotes(tag: str) -> str:
    """Return a tag that holds French quotation marks as it was meant, or an empty string."""
    written = _LONE_TEXT.sub(r"\1\2\3", _QUOTED.sub(r'"\1"', tag))
    match = _SHAPE.fullmatch(straight(written)) if len(tag) <= _MAX else None
    return written if match and _is_read(_Written(match[1], match[3] or "", match[4])) else ""


def mended(half: str) -> str:
    """Return the tag that was meant by one whose braces are not right, or an empty string."""
    if len(half) > _MAX:
        return ""
    kind = "%" if re.match(r"\{\s*%", half) else "{"
    inside = half.strip("{}%# \t\n\u00a0\u202f")
    if half.startswith("{#"):
        return f"{{# {inside} #}}"
    match = re.match(rf"\{{\s*[{{%]({_LETTERS})\s", half)
    letter, inside = (match[1], inside[len(match[1]) :]) if match else ("", inside)
    tag = str(_Written(kind, letter, inside))
    return tag if _is_read(_Written(kind, letter, inside)) else intended(tag)


def _rewritten(first: _Written) -> Iterator[_Written]:
    """Iterate over what a tag becomes, one step after another."""
    written = first
    for step in (
        _from_handlebars,
        _with_its_letter,
        _as_statement,
        _in_jinjas_words,
        _in_operators,
        _as_assignment_or_test,
        _as_value,
    ):
        changed = step(written)
        if changed != written:
            written = changed
            yield written
    if written.kind in {first.kind, "%"}:
        yield from _last_resorts(written)


def _from_handlebars(written: _Written) -> _Written:
    """Make a statement of another program's block: ``{{#if x}}``, ``{{/each}}``."""
    for said in _HANDLEBARS if written.kind == "{" else ():
        inside = said(written.inside)
        if inside != written.inside:
            return replace(written, kind="%", inside=inside)
    return written


def _with_its_letter(written: _Written) -> _Written:
    """Put docxtpl’s letter where it belongs: ``{% p if``, ``{%pif``, ``{%P if``, ``{%p- if``."""
    match = None if written.letter or written.kind == "{" else _LETTER_INSIDE.match(written.inside)
    if match is None:
        return replace(written, inside=re.sub(r"^[-+]", "", written.inside))
    return replace(written, letter=match[1].lower(), inside=written.inside[match.end() :])


def _as_statement(written: _Written) -> _Written:
    """Make a statement of one between printing braces: ``{{ if x }}``, ``{{%p if x %}}``."""
    match = _STATEMENT_INSIDE.match(written.inside) if written.kind == "{" else None
    if match is None:
        return written
    letter = (match[1] or written.letter).lower()
    return _Written("%", letter, written.inside[match.end() :].rstrip("% "))


def _in_jinjas_words(written: _Written) -> _Written:
    inside = written.inside.strip()
    for said in _OF_STATEMENTS:
        changed = said(inside)
        if changed != inside or said(inside + " ") != inside + " ":
            inside = changed
            break
    if written.kind == "{":
        is_statement = inside != written.inside.strip() and re.match(rf"(?:{_KEYWORDS})\b", inside)
        return replace(written, kind="%", inside=inside) if is_statement else written
    inside = _ELSE_WITH_TEST.sub("elif ", inside)
    return replace(written, inside=_ENDING.sub(r"\1", inside))


def _in_operators(written: _Written) -> _Written:
    """Write operators as Jinja does, outside quoted texts."""
    return replace(written, inside=_outside_strings(written.inside, *_OPERATORS, _PUNCTUATION))


def _as_assignment_or_test(written: _Written) -> _Written:
    """Tell a comparison from an assignment, and a number from a list."""
    steps = [_THOUSANDS, _DECIMALS]
    if not re.match(r"\s*set\b", written.inside):
        steps.insert(0, _ASSIGNMENT)
    return replace(written, inside=_outside_strings(written.inside, *steps))


def _as_value(written: _Written) -> _Written:
    """Make a value of a statement that is none: ``{% name %}``."""
    is_statement = re.match(rf"\s*(?:{_KEYWORDS})\b", written.inside) or OF_ENGINES.match(written.inside.strip())
    return written if written.kind == "{" or is_statement else replace(written, kind="{")


_STEPS = (
    *(_from_handlebars, _with_its_letter, _as_statement, _in_jinjas_words),
    *(_in_operators, _as_assignment_or_test, _as_value),
)


def _last_resorts(written: _Written) -> Iterator[_Written]:
    """Iterate over what is tried if the rest failed: signs behind a value, a choice, calls, a name of several words."""
    inside = written.inside.strip()
    if match := _BEHIND.match(inside):
        yield replace(written, inside=match["name"], behind=f"\u00a0{match['behind']}")
    if written.kind == "{":
        yield replace(written, inside=_TERNARY(inside))
    yield replace(written, inside=_CALLS(inside))
    head, _, tail = inside.partition(" ") if written.kind == "%" else ("", "", inside)
    if _WORDS.fullmatch(tail):
        yield replace(written, inside=f"{head} {_BETWEEN_WORDS.sub('_', tail)}")


def _outside_strings(text: str, *steps: Callable[[str], str]) -> str:
    pieces = STRING.split(text)
    for step in steps:
        pieces = [piece if index % 2 else step(piece) for index, piece in enumerate(pieces)]
    return "".join(pieces)


def _is_read(written: _Written) -> bool:
    """Whether Jinja reads a tag, and it says something."""
    tag = str(replace(written, letter="", behind=""))
    if written.kind == "%":
        keyword = written.inside.split(maxsplit=1)[0] if written.inside.strip() else ""
        if keyword in ALONE:
            return written.inside.strip() == keyword
        if keyword not in COMPLETIONS:
            return False
        tag = COMPLETIONS[keyword].format(tag)
    try:
        tree = _JINJA.parse(tag)
    except (TemplateSyntaxError, ValueError, RecursionError):
        return False
    return next(tree.find_all((nodes.Name, nodes.Const)), None) is not None and not list(tree.find_all(nodes.Tuple))
