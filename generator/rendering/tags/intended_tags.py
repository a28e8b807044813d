"""What a faulty tag was meant to be: French words, other languages’ signs, a letter or a brace out of place.

Each step rewrites one kind of slip; they add up until what they make is read by Jinja. What comes out is a remedy to
show, never something to render.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from jinja2 import TemplateSyntaxError, nodes

from generator.rendering.language.sandbox import PlainDataEnvironment
from generator.rendering.tags import other_words as words
from generator.rendering.tags.tag_text import STRING, straight

_JINJA = PlainDataEnvironment({}, {})  # it parses, and renders nothing
MAX_MENDED = 50
"""Faulty tags of one part that are looked into: more of them have one cause, and each takes several readings."""


COMPLETIONS = {"if": "{}{{% endif %}}", "for": "{}{{% endfor %}}", "set": "{}", "elif": "{{% if 1 %}}{}{{% endif %}}"}
ALONE = frozenset({"else", "endif", "endfor"})
STATEMENTS = (*COMPLETIONS, *sorted(ALONE))
NO_TEXT = (nodes.List, nodes.Dict, nodes.Compare, nodes.Not, nodes.Test)
"""Expressions that no tag prints, whatever the data: lists, and answers by yes or no."""

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


_ENDING = re.compile(r"(else|endif|endfor)\b.*", re.DOTALL)
_ELSE_WITH_TEST = re.compile(r"else\s+(?!if\b)(?=\S)")
_BEHIND = re.compile(r"^(?P<name>[\w.]+)\s*(?P<behind>(?:€|\$|%|£|EUR|euros?|°)\.?)\s*$")
_WORDS = re.compile(r"[^\W\d]\w*(?:[\s'’]+[^\W\d]\w*)+")
_BETWEEN_WORDS = re.compile(r"\W+")
_OF_OPERATORS = frozenset({"and", "or", "not", "in", "is", "if", "else", "et", "ou", "est", "pas", "si", "non", "dans"})
_SEVERAL = re.compile(r"\s*(,|;|&(?:amp;)?)\s*|\s+(et|ou)\s+")
_VALUE = re.compile(r"[^\W\d]\w*(?:\.\w+)*")
_STATEMENT_INSIDE = re.compile(rf"\s*%?({_LETTERS})?\s*(?=(?:{_KEYWORDS})\b)", re.IGNORECASE)
_NESTED = re.compile(r"\{(?P<kind>[{%])(?P<inside>[^{}]*(?:\{\{[^{}]*\}\}[^{}]*)+?)[%}]\}")
_INNER_BRACES = re.compile(r"\s*(?:\{\{|\}\})\s*")
_QUOTED = re.compile(r"«\s*([^«»]*?)\s*»")
_LONE_TEXT = re.compile(r'(\{\{[-+]?\s*)"([^\W\d]\w*(?:\.\w+)*)"(\s*[-+]?\}\})')
_INCLUSION = re.compile(r"\s*include\s+\"[^\"]+\"\s*$")
_LETTER_INSIDE = re.compile(rf"\s*[-+]?({_LETTERS})[-+]?(?:\s+|(?={_KEYWORDS}))(?=\S)", re.IGNORECASE)


def intended(tag: str, *, is_new: bool = False) -> str:
    """Return a tag as it was meant, or an empty string when that cannot be told.

    Args:
        tag: the tag.
        is_new: whether it is made of another, and may be right as it is.
    """
    match = _SHAPE.fullmatch(straight(tag)) if len(tag) <= _MAX else None
    if match is None:
        return ""
    written = _Written(match[1], match[3] or "", match[4])
    tried = ((written,) if is_new else (), _rewritten(written))
    return next((str(each) for each in chain(*tried) if _is_read(each)), "")


def with_straight_quotes(tag: str) -> str:
    """Return a tag that holds French quotation marks as it was meant, or an empty string."""
    written = _LONE_TEXT.sub(r"\1\2\3", _QUOTED.sub(r'"\1"', tag))
    match = _SHAPE.fullmatch(straight(written)) if len(tag) <= _MAX else None
    is_right = match is not None and (
        _INCLUSION.match(match[4]) or _is_read(_Written(match[1], match[3] or "", match[4]))
    )
    return written if is_right else ""


def mended(half: str) -> str:
    """Return the tag that was meant by one whose braces are not right, or an empty string."""
    if len(half) > _MAX:
        return ""
    kind = "%" if re.match(r"\{\s*%", half) else "{"
    inside = half.strip("{}%# \t\n\u00a0\u202f")
    if half.startswith("{#") and half.endswith("}"):  # « {#if x} », which other programs write
        return intended(f"{{{{#{inside}}}}}")
    if re.match(r"\{\s*#", half):
        return f"{{# {inside} #}}"
    match = re.match(rf"\{{\s*[{{%]({_LETTERS})\s", half)
    letter, inside = (match[1], inside[len(match[1]) :]) if match else ("", inside)
    unbracketed = inside.rstrip(")]")
    tries = [_Written(kind, letter, each) for each in (inside, unbracketed)]
    return next((str(each) for each in tries if _is_read(each)), "") or intended(str(tries[0]))


def nested(text: str, start: int) -> tuple[str, str]:
    """Return a tag inside which another begins, and what was meant; empty strings when that cannot be told."""
    match = _NESTED.match(text, start, start + _MAX)
    if match is None:
        return "", ""
    outside = re.sub(r"\{\{[^{}]*\}\}", "", match["inside"])
    if match["kind"] == "{" and outside.strip():
        return match[0], ""
    closing = "}}" if match["kind"] == "{" else "%}"
    return match[0], intended(f"{{{match['kind']}{_INNER_BRACES.sub(' ', match['inside'])}{closing}", is_new=True)


def _rewritten(first: _Written) -> Iterator[_Written]:
    """Iterate over what a tag becomes, one step after another."""
    written = first
    for step in _STEPS:
        changed = step(written)
        if changed != written:
            written = changed
            yield written
    if written.kind in {first.kind, "%"}:
        yield from _last_resorts(written)


def _from_handlebars(written: _Written) -> _Written:
    """Make a statement of another program's block: ``{{#if x}}``, ``{{/each}}``."""
    for said in words.HANDLEBARS if written.kind == "{" else ():
        inside = said(written.inside)
        if inside != written.inside:
            return replace(written, kind="%", inside=inside)
    return written


def _without_leading_sign(written: _Written) -> _Written:
    """Take off the sign before a name that another program wants there: ``{{&name}}``, ``{{$name}}``."""
    return replace(written, inside=words.SIGN_OF_NAME(written.inside)) if written.kind == "{" else written


def _without_lone_brackets(written: _Written) -> _Written:
    """Take off the brackets that close nothing: ``{% if a) %}``."""
    pieces, opened = STRING.split(written.inside), 0
    for place in range(0, len(pieces), 2):
        kept = []
        for character in pieces[place]:
            opened += character in "(["
            if character not in ")]" or opened:
                kept.append(character)
            opened -= character in ")]" and opened > 0
        pieces[place] = "".join(kept)
    return replace(written, inside="".join(pieces))


def _without_doubled_signs(written: _Written) -> _Written:
    """Take the second « % » off: ``{%% if x %%}``, ``{{%name%}}``."""
    return replace(written, inside=words.DOUBLED_PERCENT(written.inside))


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
    for said in words.OF_STATEMENTS:
        changed = said(inside)
        if changed != inside or said(inside + " ") != inside + " ":
            inside = changed
            break
    if written.kind == "{":
        is_statement = inside != written.inside.strip() and re.match(rf"(?:{_KEYWORDS})\b", inside)
        return replace(written, kind="%", inside=inside) if is_statement else written
    inside = _ELSE_WITH_TEST.sub("elif ", inside)
    return replace(written, inside=_ENDING.sub(r"\1", inside))


def _as_loop_or_naming(written: _Written) -> _Written:
    """Write what a loop walks, and what gets a name, as Jinja does."""
    inside = written.inside.strip()
    for said in (*words.OF_LOOPS, *words.OF_NAMINGS) if written.kind == "%" else ():
        inside = said(inside)
    named = words.NAMING_OF_WORDS.match(inside) if written.kind == "%" else None
    if named:
        inside = f"set {_BETWEEN_WORDS.sub('_', named['name'])} {inside[named.end() :]}"
    return replace(written, inside=inside)


def _as_several_values(written: _Written) -> _Written:
    """Give each value a tag of its own: ``{{ name et town }}`` would print but one of them."""
    pieces = [piece for piece in _SEVERAL.split(written.inside.strip()) if piece]
    names, between = pieces[::2], pieces[1::2]
    if written.kind != "{" or not between or len(names) != len(between) + 1 or not all(map(_VALUE.fullmatch, names)):
        return written
    spaced = [f"{sign} " if sign in ",;" else f" {sign} " for sign in between]
    behind = "".join(f"{sign}{{{{ {name} }}}}" for sign, name in zip(spaced, names[1:], strict=True))
    return replace(written, inside=names[0], behind=behind)


def _in_operators(written: _Written) -> _Written:
    """Write operators as Jinja does, outside quoted texts."""
    inside = written.inside
    for said in words.OF_PRESENCE:
        inside = said(inside)
    return replace(written, inside=words.PUNCTUATION(_outside_strings(inside, *words.OPERATORS)))


def _as_assignment_or_test(written: _Written) -> _Written:
    """Tell a comparison from an assignment, and a number from a list."""
    steps = [words.THOUSANDS, words.DECIMALS]
    if not re.match(r"\s*set\b", written.inside):
        steps.insert(0, words.ASSIGNMENT)
    return replace(written, inside=_outside_strings(written.inside, *steps))


def _as_value(written: _Written) -> _Written:
    """Make a value of a statement that is none: ``{% name %}``."""
    is_statement = re.match(rf"\s*(?:{_KEYWORDS})\b", written.inside) or words.OF_ENGINES.match(written.inside.strip())
    return written if written.kind == "{" or is_statement else replace(written, kind="{")


_STEPS = (
    *(
        _without_leading_sign,
        _from_handlebars,
        _with_its_letter,
        _as_statement,
        _without_doubled_signs,
        _in_jinjas_words,
        _as_loop_or_naming,
    ),
    *(_as_several_values, _in_operators, _as_assignment_or_test, _without_lone_brackets, _as_value),
)


def _last_resorts(written: _Written) -> Iterator[_Written]:
    """Iterate over what is tried if the rest failed: signs behind a value, a choice, calls, a name of several words."""
    inside = written.inside.strip()
    if match := _BEHIND.match(inside):
        yield replace(written, inside=match["name"], behind=f"\u00a0{match['behind']}")
    for said in (words.TERNARY, *words.AROUND_A_NAME) if written.kind == "{" else ():
        yield replace(written, inside=said(inside))
    yield replace(written, inside=words.CALLS(inside))
    head, _, tail = inside.partition(" ") if written.kind == "%" else ("", "", inside)
    if _WORDS.fullmatch(tail) and _OF_OPERATORS.isdisjoint(tail.lower().split()):
        yield replace(written, inside=f"{head} {_BETWEEN_WORDS.sub('_', tail)}")


def _outside_strings(text: str, *steps: words.Rewriting) -> str:
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
    if any(isinstance(printed.nodes[0], NO_TEXT) for printed in tree.find_all(nodes.Output)):
        return False
    if any(name.name in STATEMENTS for name in tree.find_all(nodes.Name)):
        return False
    return next(tree.find_all((nodes.Name, nodes.Const)), None) is not None and not list(tree.find_all(nodes.Tuple))
