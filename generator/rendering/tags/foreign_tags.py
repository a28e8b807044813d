"""Tags of other programs, typed as text: mail merges, docxtemplater, Mustache, ERB, and what forms of offices use.

Nobody fills them: they would be printed, signs and all. What no French sentence holds is an error; what may be a blank
to be filled in by hand, or plain words between the wrong signs, is told as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from generator.messages import template_lint
from generator.messages import template_reasons as reasons
from generator.rendering.faults import Fault, Spot
from generator.rendering.tags.intended_tags import MAX_MENDED, intended
from generator.rendering.tags.tag_text import outside as outside_tags

MAY_BE_FOREIGN = re.compile(r"[{«<]|\[|%\w|__|[@#$]\w|\+\+\+|\*\||\(\(")
"""What a text holds where it may have the form of another program's tag; it is looked for first, as most have none."""

_NAME = r"[^\W\d][\w.]*"
_IDENTIFIER = re.compile(r"[^\W\d]\w*(?:[._]\w+)*")
_SECTION = re.compile(rf"\s*[#^]\s*({_NAME})\s*")
_SECTION_END = re.compile(rf"\s*/\s*(?:{_NAME})?\s*|\s*(?:end|fin)\s*", re.IGNORECASE)
_SIGNED = re.compile(r"\s*[$=@>:!~&*+-]+\s*")
_MERGE_WORDS = re.compile(r'\s*MERGEFIELD\s+"?([^\W\d]\w*)"?.*', re.DOTALL)
_VAGUE_END = re.compile(r"end|fin", re.IGNORECASE)
_SECTION_TAG = "{% … %}"
"""What stands for the tag of a section, until its remedy is said."""

_BETWEEN_WORDS = re.compile(r"\W+")
_STATEMENT = (
    r"(?:if|si|for|foreach|pour|each|chaque|unless|else|sinon|elif|elseif|elsif|end\w*|fin\w*|set|loop|boucle|include)"
    r"\b"
)

_IS_STATEMENT = re.compile(rf"\s*{_STATEMENT}", re.IGNORECASE)

_Form = tuple[re.Pattern[str], Callable[[str], str]]


def _as_value(inside: str) -> str:
    """Return the tag of a value, whatever words name it."""
    written = _BETWEEN_WORDS.sub("_", inside.strip()) if not _IDENTIFIER.fullmatch(inside.strip()) else inside.strip()
    return f"{{{{ {written.strip('_') or '…'} }}}}"


def _as_tag(inside: str) -> str:
    """Return the tag that does what another program's says, or an empty string."""
    merge = _MERGE_WORDS.fullmatch(inside)
    if merge:
        return _as_value(merge[1])
    tries = (f"{{{{ {inside} }}}}", f"{{% {inside} %}}")
    if _IS_STATEMENT.match(inside):
        tries = tries[::-1]
    statement = next(filter(None, (intended(each, is_new=True) for each in tries)), "")
    return statement or _as_value(_SIGNED.sub("", inside))


def _as_statement_or_name(inside: str) -> str:
    """Return the tag of a statement or of one name in single braces; nothing of words, which may be a blank."""
    tag = _as_tag(inside)
    if section_fix(inside):
        return tag if tag.startswith("{%") else _SECTION_TAG
    is_words = tag.startswith("{{") and _BETWEEN_WORDS.search(_SIGNED.sub("", inside).strip().replace(".", ""))
    return "" if is_words and not (_MERGE_WORDS.fullmatch(inside) or "|" in inside) else tag


_SURE: tuple[_Form, ...] = (
    (re.compile(r"\$\{([^{}]*)\}"), _as_tag),
    (re.compile(r"#\{([^{}]*)\}"), _as_tag),
    (re.compile(r"<%[=#-]?([^<>%]{0,200}?)-?%>"), _as_tag),
    (re.compile(r"<<\s?([\w.]+)\s?>>"), _as_tag),
    (re.compile(r"\[\[\s?([\w.]+)\s?\]\]"), _as_tag),
    (re.compile(r"\[((?:onshow|onload)\.[\w.]+|[^\W\d]\w*_\w*)\]"), _as_value),
    (re.compile(r"«([^\W\d]\w*(?:[._]\w+)+)»"), _as_value),
    (
        re.compile(
            rf"(?<![{{%#$_])\{{\s*((?:[#^/$=@>:!~&*+]\s*)?{_NAME}(?:\s*\|[^{{}}]*)?|/|{_STATEMENT}[^{{}}]*"
            rf"|MERGEFIELD\s[^{{}}]*)\s*\}}(?!\}})"
        ),
        _as_statement_or_name,
    ),
    (re.compile(r"(?<![\w%])(?<!\d[ \u00a0\u202f])%(?![0-9A-Fa-f]{2}%)([^\W\d]\w*(?:\.\w+)*)%(?!\w)"), _as_value),
    (re.compile(r"(?<!\w)__([^\W\d_]\w*?)__(?!\w)"), _as_value),
    (re.compile(r"(?<!\w)([@#$]{1,2})([^\W\d]\w*)\1(?!\w)"), _as_value),
    (re.compile(r"\+\+\+(?:INS|=)?([^+]{1,80}?)\+\+\+"), _as_tag),
    (re.compile(r"\*\|([^|*]{1,80}?)\|\*"), _as_value),
)
"""What no French sentence holds, each with how its inside is written here."""

_WORDS = r"[^\W\d]\w*(?:[ \u00a0'’-]+\w+){0,7}"
_DOUBTFUL = re.compile(
    rf"\(\(\s?([^\W\d]\w*(?:[._]\w+)*)\s?\)\)|<<\s?({_WORDS})\s?>>|<({_WORDS})>|«([^\W\d]\w*)»"
    r"|(?<![{%#$_])\{\s*([^\W\d]\w*(?:[ \u00a0'’-]+\w+){1,7})\s*\}(?!\})"
)
"""What may be a blank, or a word between the wrong signs: ``<nom du maire>``, ``«Nom»``, ``{nom du maire}``."""


def foreign_faults(text: str, spot: Spot) -> Iterator[Fault]:
    """Report what has the form of another program's tag."""
    for written, inside, meant in dict.fromkeys(islice(_sure(outside_tags(text)), MAX_MENDED)):
        fix = section_fix(inside) if meant == _SECTION_TAG or _VAGUE_END.fullmatch(inside) else ""
        yield Fault(template_lint.FOREIGN_TAG, written, replace(spot, tag=written), meant, fix)


def section_fix(inside: str) -> str:
    """Say how to write the beginning or the end of a section of Mustache: ``#a``, ``/a``; else nothing.

    It is a condition or a loop, as its value is: nobody can tell which from the tag.
    """
    if section := _SECTION.fullmatch(inside):
        return reasons.SECTION_OF_VALUE.format(section[1])
    return reasons.END_OF_SECTION.format() if _SECTION_END.fullmatch(inside) else ""


def doubtful_faults(text: str, spot: Spot) -> Iterator[Fault]:
    """Report what may have the form of another program's tag."""
    outside = outside_tags(text)
    sure = [written for written, _, _ in _sure(outside)]
    for match in islice(_DOUBTFUL.finditer(outside), MAX_MENDED):
        if not any(match[0] in each for each in sure):
            meant = _as_value(next(filter(None, match.groups())))
            yield Fault(template_lint.DOUBTFUL_TAG, match[0], replace(spot, tag=match[0]), meant)


def as_own_tags(text: str) -> str:
    """Return a text with a tag of ours in the place of each of another program, so that neither is read as words."""
    if not MAY_BE_FOREIGN.search(text):
        return text
    outside = outside_tags(text)
    written = [written for written, _, _ in _sure(outside)] + [match[0] for match in _DOUBTFUL.finditer(outside)]
    for each in dict.fromkeys(written):
        text = text.replace(each, "{{ x }}")
    return text


def _sure(outside: str) -> Iterator[tuple[str, str, str]]:
    """Iterate over what no French sentence holds: as written, its inside, and the tag that it should be."""
    found = ((match, meaning) for form, meaning in _SURE for match in form.finditer(outside))
    last = 0
    for match, meaning in sorted(found, key=lambda each: each[0].start()):
        if match.start() >= last:
            inside = match[match.re.groups].strip()
            meant = meaning(inside)
            if meant:
                last = match.end()
                yield match[0], inside, meant
