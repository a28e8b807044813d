"""Every syntax error of a part in one run: tags one by one, then the blocks that they make.

Jinja stops at the first error; so each tag is parsed alone, completed into a whole statement, and the nesting of
blocks is followed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.messages import template_tags
from generator.rendering.compile.jinja_source import Source
from generator.rendering.faults import Fault
from generator.rendering.language.tags import Tag, with_plain_spaces

MAX_TAG = 2000
MAX_BRANCHES = 100
"""« elif » of one block: Python reads them as conditions inside conditions."""

MAX_DEPTH = 40
"""Operations inside operations in one tag: Python itself reads no more than two hundred brackets."""

MAX_NESTING = 15
"""Blocks inside blocks, and brackets inside brackets: Python itself nests no more than twenty loops."""

_KEYWORD = re.compile(r"\{%[-+]?\s*(\w*)")
_ALONE_TAG = re.compile(r"\{%[-+]?\s*\w+\s*[-+]?%\}")
_COMPLETIONS = {"if": "{}{{% endif %}}", "for": "{}{{% endfor %}}", "set": "{}", "elif": "{{% if 1 %}}{}{{% endif %}}"}
_CLOSED_BY = {"if": "endif", "for": "endfor"}
_ALONE = frozenset({"else", "endif", "endfor"})
_STATEMENTS = (*_COMPLETIONS, *sorted(_ALONE))
_LEFT_OVER = frozenset({"p", "tr", "tc", "r"})
_MEANT = {"si": "if", "sinon": "else", "sinonsi": "elif", "elseif": "elif", "elsif": "elif", "else": "elif"} | {
    "pour": "for",
    "fin": "endif",
    "finsi": "endif",
    "finpour": "endfor",
    "end": "endif",
    "soit": "set",
}
"""What a statement was meant to be: French words, and those of other template languages."""

_LETTER = re.compile(r"^(\{[{%][-+]?)(?:p|tr|tc|r)\s")
_MADE_BY_DOCXTPL = re.compile(r"\{#|\{%\s*(?:colspan|cellbg|vm|hm)\b")
"""Comments, and tags of docxtpl’s own that are no statement of Jinja’s."""

_STRAIGHT_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})

_TRANSLATIONS = (
    (re.compile(r"""unexpected char (?:"'"|'"') at \d+"""), "un guillemet n’est pas refermé"),
    (re.compile(r"unexpected char '(.*)' at \d+"), "caractère inattendu : « {0} »"),
    (re.compile(r"unexpected '(.*?)', expected '(.*?)'"), "« {1} » manque avant « {0} »"),
    (re.compile(r"expected name or number"), "un nom est attendu après le point"),
    (re.compile(r"expected token '(.*?)', got '(.*)'"), "« {1} » là où « {0} » était attendu"),
    (re.compile(r"Expected an expression, got '(.*)'|unexpected end of template.*"), "l'expression est incomplète"),
    (re.compile(r"unexpected '(.*)'"), "« {0} » est inattendu"),
    (re.compile(r"Can't assign to special loop"), "« loop » est réservé aux boucles"),
    (re.compile(r"can't assign to '?(.*?)'?$"), "« {0} » ne peut pas recevoir de valeur"),
)
_TOKENS = {
    "end of print statement": "}}",
    "end of statement block": "%}",
    "begin of print statement": "{{",
    "end of template": "fin",
    "name": "nom",
    "string": "texte",
    "integer": "nombre",
}


@dataclass(frozen=True, slots=True)
class _OpenBlock:
    keyword: str
    tag: Tag
    has_else: bool = False
    branches: int = 0


def syntax_faults(source: Source, environment: Environment) -> Iterator[Fault]:
    """Report every tag that Jinja or the sandbox refuses, and every block that is not closed."""
    sound: set[str] = set()
    for written, origin in zip(source.written, source.origins, strict=True):
        if written not in sound:
            faults = list(_tag_faults(written, source.tags[origin], environment))
            sound |= set() if faults else {written}
            yield from faults
    yield from _block_faults(source)


def lone_tag_faults(tags: Iterable[Tag], environment: Environment) -> Iterator[Fault]:
    """Report the tags that are refused by themselves, where they cannot be read together."""
    for tag in tags:
        if not _MADE_BY_DOCXTPL.match(tag.text):
            yield from _tag_faults(alone(tag.text), tag, environment)


def alone(tag: str) -> str:
    """Return a tag as Jinja reads it: without docxtpl's letter, with straight quotes and plain spaces."""
    return _LETTER.sub(r"\1 ", straight(tag))


def straight(tag: str) -> str:
    """Return a tag with straight quotes and plain spaces, as docxtpl makes it."""
    return with_plain_spaces(tag.translate(_STRAIGHT_QUOTES))


def _tag_faults(written: str, tag: Tag, environment: Environment) -> Iterator[Fault]:
    if len(written) > MAX_TAG or _bracket_depth(written) > MAX_NESTING:
        yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
        return
    statement = completed(written)
    if statement is None:
        yield _unknown_statement(written, tag)
        return
    try:
        tree = environment.parse(statement)
    except TemplateSyntaxError as error:
        yield syntax_fault(error, tag)
    except (ValueError, RecursionError):
        yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
    else:
        yield from (
            [Fault(template_tags.TOO_COMPLEX, spot=tag.spot)]
            if _is_deep(tree)
            else _forbidden_nodes(tree, tag, environment)
        )


def _is_deep(tree: nodes.Node) -> bool:
    """Whether operations are inside operations beyond what Python can read; a level at a time, for it may be deep."""
    level: list[nodes.Node] = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in node.iter_child_nodes()]
    return bool(level)


def syntax_fault(error: TemplateSyntaxError, tag: Tag) -> Fault:
    """Report what Jinja refuses in a tag."""
    return Fault(template_tags.SYNTAX, f"« {tag.text} », {_translated(error.message or '')}", tag.spot)


def completed(written: str) -> str | None:
    """Complete a tag into a whole statement, or return ``None`` when it is none that is allowed."""
    keyword = _keyword(written)
    if keyword is None:
        return written
    if keyword in _ALONE:
        return "" if _ALONE_TAG.fullmatch(written) else None
    completion = _COMPLETIONS.get(keyword)
    if completion is None or (keyword == "set" and "=" not in written):
        return None
    return completion.format(written)


def _keyword(written: str) -> str | None:
    """Return the keyword of a statement, or ``None`` for a tag that prints."""
    match = _KEYWORD.match(written)
    return match[1] if match else None


def _unknown_statement(written: str, tag: Tag) -> Fault:
    keyword = _keyword(written) or ""
    return Fault(template_tags.UNKNOWN_STATEMENT, tag.text, tag.spot, fix=_statement_fix(keyword))


def _statement_fix(keyword: str) -> str:
    if keyword == "include":
        return 'écrivez {%p include "clause.docx" %}, seule dans son paragraphe'
    if keyword in _LEFT_OVER:
        return f"collez la lettre à l'accolade : « {{%{keyword} … %}} », sans « % » ni « }} » dans l'expression"
    if keyword in _MEANT:
        return f"vouliez-vous dire `{_MEANT[keyword]}` ?"
    return suggestion(keyword, _STATEMENTS) or f"instructions admises : {', '.join(_STATEMENTS)}"


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return « vouliez-vous dire … ? » with the nearest known word, or an empty string."""
    near = get_close_matches(word, list(known), n=1)
    return f"vouliez-vous dire `{near[0]}` ?" if near else ""


def _forbidden_nodes(tree: nodes.Template, tag: Tag, environment: Environment) -> Iterator[Fault]:
    for kind, known in ((nodes.Filter, environment.filters), (nodes.Test, environment.tests)):
        for node in tree.find_all(kind):
            if node.name not in known:
                fix = suggestion(node.name, known) or f"admis : {', '.join(sorted(filter(str.isidentifier, known)))}"
                yield Fault(template_tags.UNKNOWN_FILTER, node.name, tag.spot, fix=fix)
    for loop in tree.find_all(nodes.For):
        if loop.recursive:
            yield Fault(template_tags.UNKNOWN_STATEMENT, "recursive", tag.spot)


def _block_faults(source: Source) -> Iterator[Fault]:
    blocks: list[_OpenBlock] = []
    for written, origin in zip(source.written, source.origins, strict=True):
        tag = source.tags[origin]
        keyword = _keyword(written)
        if keyword in _CLOSED_BY:
            blocks.append(_OpenBlock(keyword, tag))
            if len(blocks) == MAX_NESTING + 1:
                yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
        elif keyword in {"elif", "else", "endif", "endfor"}:
            if blocks and _fits(keyword, blocks[-1]):
                _follow(keyword, blocks)
                if blocks and blocks[-1].branches == MAX_BRANCHES and keyword == "elif":
                    yield Fault(template_tags.TOO_COMPLEX, spot=tag.spot)
            else:
                yield Fault(template_tags.UNOPENED_BLOCK, tag.text, tag.spot)
    yield from (Fault(template_tags.UNCLOSED_BLOCK, block.tag.text, block.tag.spot) for block in blocks)


def _fits(keyword: str, block: _OpenBlock) -> bool:
    """Whether a keyword may come next in the innermost open block."""
    if keyword == "elif":
        return block.keyword == "if" and not block.has_else
    return not block.has_else if keyword == "else" else keyword == _CLOSED_BY[block.keyword]


def _follow(keyword: str, blocks: list[_OpenBlock]) -> None:
    block = blocks.pop()
    if not keyword.startswith("end"):
        blocks.append(replace(block, has_else=keyword == "else", branches=block.branches + 1))


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest


def _translated(message: str) -> str:
    """Say in French what Jinja says in English."""
    for pattern, sentence in _TRANSLATIONS:
        match = pattern.match(message)
        if match:
            return sentence.format(*(_TOKENS.get(group or "", group) for group in match.groups()))
    return message
