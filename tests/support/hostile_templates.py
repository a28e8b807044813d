"""Hostile templates and hostile values, drawn from a seed, and what an engine does with them under watch.

Run as a program, in a process of its own: ``hostile.py templates 3 2500`` draws 2,500 templates from the seed 3. The
process has 512 MB in all, each document 20 seconds, and an audit hook takes down whatever reaches out of the engine.
"""

from __future__ import annotations

import io
import itertools
import json
import random
import re
import resource
import signal
import sys
import zipfile
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import CodeType, MappingProxyType
from typing import Any, TypeAlias
from xml.sax.saxutils import escape

from docxtpl import Listing, RichText
from jinja2 import Environment
from markupsafe import Markup

from generator.artifacts import Blank, Style, StyledText
from generator.rendering import TemplateErrors, compile_template
from generator.rendering.fill import part_trees  # noqa: F401 - imported at its first use, which is no harm
from generator.rendering.grafts import docxtpl_objects  # noqa: F401 - imported at its first use, which is no harm

Chance: TypeAlias = random.Random

MEMORY = 512 * 2**20
SECONDS = 20
"""Of the processor, so that a busy machine kills nothing; of the clock, which also ends what waits, ten times that."""
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "application/vnd.openxmlformats-package"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "http://schemas.openxmlformats.org/package/2006"
_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'


# ---- templates -------------------------------------------------------------------------------------------------------

ESCAPES = (
    "cycler.__init__.__globals__.os.listdir('.')",
    "joiner.__init__.__globals__['os'].listdir('.')",
    "namespace.__init__.__globals__.os.popen('true').read()",
    "lipsum.__globals__.os.listdir('.')",
    "lipsum.__globals__['__builtins__']['open']('/dev/null')",
    "self.__init__.__globals__.__builtins__.__import__('os').listdir('.')",
    "(cycler|attr('__init__')|attr('__globals__'))['os'].listdir('.')",
)
"""What lets a template out of an ordinary Jinja environment."""

NAMES = (
    "a",
    "l",
    "d",
    "n",
    "t",
    "m",
    "d.e",
    "l[0]",
    "x",
    "zzz",
    "loop",
    "self",
    "super",
    "caller",
    "varargs",
    "kwargs",
)
NAMES += ("context", "environment", "range", "cycler", "joiner", "namespace", "lipsum", "dict", "true", "none", "_")
LITERALS = (
    "''",
    "'x'",
    "[]",
    "{}",
    "()",
    "0",
    "1",
    "-1",
    "10**9",
    "1e308",
    "0.1",
    "'%s'",
    "'{0.__class__}'",
    "'__class__'",
)
LITERALS += ("'\\ud800'", "'\\N{BELL}'", "'\\x00'", "[[]]", "{'a': l}", "'parafe:print'", "1e999", "9" * 200)
ATTRIBUTES = ("__class__", "__mro__", "__base__", "__bases__", "__subclasses__", "__init__", "__globals__", "__dict__")
ATTRIBUTES += ("__builtins__", "__self__", "__func__", "__code__", "__call__", "__getattribute__", "__reduce__", "_x")
ATTRIBUTES += ("gi_frame", "f_globals", "tb_frame", "cr_frame", "mro", "format", "format_map", "encode", "join", "os")
ATTRIBUTES += ("append", "extend", "pop", "clear", "update", "setdefault", "popitem", "sort", "items", "get", "upper")
ATTRIBUTES += ("_TemplateReference__context", "environment", "name", "cycle", "changed", "strip", "title", "e")
FILTERS = ("abs", "attr", "batch", "capitalize", "center", "default", "dictsort", "e", "escape", "filesizeformat")
FILTERS += ("first", "float", "forceescape", "format", "groupby", "indent", "int", "items", "join", "last", "length")
FILTERS += ("list", "lower", "map", "max", "min", "pprint", "random", "reject", "rejectattr", "replace", "reverse")
FILTERS += ("round", "safe", "select", "selectattr", "slice", "sort", "string", "striptags", "sum", "title", "tojson")
FILTERS += ("trim", "truncate", "unique", "upper", "urlencode", "urlize", "wordcount", "wordwrap", "xmlattr")
TESTS = ("callable", "defined", "divisibleby", "even", "eq", "escaped", "filter", "gt", "in", "iterable", "lower")
TESTS += ("mapping", "none", "number", "sameas", "sequence", "string", "test", "undefined", "upper")
OPERATORS = ("+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", ">=", "in", "not in", "and", "or")
STATEMENTS = (
    "{{% import {0} as x %}}",
    "{{% from {0} import x %}}",
    "{{% include {0} %}}",
    "{{% extends {0} %}}",
    "{{% block x %}}{{{{ {0} }}}}{{% endblock %}}",
    "{{% macro x(y={0}) %}}{{{{ caller() }}}}{{% endmacro %}}",
    "{{% call(x) {0} %}}{{% endcall %}}",
    "{{% filter {0} %}}x{{% endfilter %}}",
    "{{% set x %}}{{{{ {0} }}}}{{% endset %}}",
    "{{% set {0} = 1 %}}",
    "{{% set d.a = {0} %}}",
    "{{% set x = {0} %}}{{{{ x }}}}",
    "{{% do {0} %}}",
    "{{% with x = {0} %}}{{{{ x }}}}{{% endwith %}}",
    "{{% autoescape false %}}{{{{ {0} }}}}{{% endautoescape %}}",
    "{{% raw %}}{{{{ {0} }}}}{{% endraw %}}",
    "{{% if {0} %}}oui{{% elif {0} %}}non{{% else %}}rien{{% endif %}}",
    "{{% for x in {0} %}}{{{{ x }}}}{{% else %}}rien{{% endfor %}}",
    "{{% for x in {0} recursive %}}{{{{ loop(x) }}}}{{% endfor %}}",
    "{{% for x in l if {0} %}}{{% for y in l %}}{{{{ {0} }}}}{{% endfor %}}{{% endfor %}}",
    "{{% for x, y in {0} %}}{{{{ loop.changed(x) }}}}{{% endfor %}}",
    "{{% debug %}}{{{{ {0} }}}}",
    "{{% {0} %}}",
    "{{#{0}#}}",
    "{{{{r {0} }}}}",
    "{{%p if {0} %}}",
    "{{%tr for x in {0} %}}",
    "{{{{ {0}",
    "{0} }}}}",
    "{{{{ {0} }}",
    "{{% if {0} %}}",
    "{{% endfor %}}{{{{ {0} }}}}",
    "{{{{ {0} | }}}}",
    "{{{{ {0} }}}}{{{{ {0} }}}}",
)
QUICK_BOMBS = (
    "{{ 'A'*10**9 }}",
    "{{ 9**9**9 }}",
    "{{ (l * 10**9)|length }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ '{:>1000000000}'.format(1) }}",
    "{{ 'x'|center(10**9) }}",
    "{{ t|replace('x', t) }}",
    "{{ t|join(t) }}",
    "{{ l|join(t) }}",
    "{{ t|list|join(t) }}",
    "{{ t|int(0, 16) }}{{ t|float }}",
    "{{ l|batch(10**9, t)|list }}",
    "{{ l|map('batch', 100000, t)|list|length }}",
    "{{ m|map('replace', 'x', t)|list|length }}",
    "{{ m|batch(1)|sum(start=[]) }}",
    "{{ l|slice(10**9)|list }}",
    "{{ t.strip(t) }}{{ t.title() }}",
    "{{ t|title|upper|lower|wordcount }}",
    "{{ n|round(10**9) }}{{ n|round(64, 'floor') }}",
    "{{ range(10**9)|sum }}",
    "{% set x = t ~ t ~ t ~ t ~ t ~ t ~ t ~ t ~ t ~ t ~ t ~ t %}{{ x ~ x ~ x ~ x ~ x ~ x ~ x ~ x }}",
    "{% for x in m %}{% for y in m %}{% for z in m %}{% set w = x %}{% endfor %}{% endfor %}{% endfor %}",
    "{% for x in m %}{% for y in m %}{{ x }}{{ t }}{% endfor %}{% endfor %}",
    "{% for x in m %}{% if 'y' in t or t == t ~ 'x' %}y{% endif %}{% endfor %}",
    "{% for x in t|list %}{% for y in t|list %}{% endfor %}{% endfor %}",
    "{{ " + "(" * 300 + "a" + ")" * 300 + " }}",
    "{{ " + "[" * 14 + "a" + "]" * 14 + " }}",
    "{{ " + "not " * 450 + "a }}",
    "{{ " + "-" * 1900 + "n }}",
    "{{ " + ".".join(["d"] * 900) + " }}",
    "{{ " + "+".join(["n"] * 900) + " }}",
    "{{ " + "a if a else " * 150 + "a }}",
    "{{ a" + "|upper" * 300 + " }}",
    "{{ '" + "a" * 5000 + "' }}",
    "{% if a %}" + "{% elif a %}" * 2000 + "{% endif %}",
    "{% for x in l %}" * 40 + "{% endfor %}" * 40,
    "{" * 200_000,
    "{{" * 20_000 + "}}" * 20_000,
    "{{ a }}" * 20_000,
    "le " * 20_000 + "{%p if a %}",
    "{%p " * 20_000,
)
BOMBS = (
    *QUICK_BOMBS,
    "{% set x = [1, 1, 1, 1, 1, 1] %}" + "{% set x = [x, x, x, x, x, x, x, x] %}" * 12 + "{{ x|string }}",
    "{% set x = [1] %}{% set y = [1] %}" + "{% set x = [x, x] %}{% set y = [y, y] %}" * 40 + "{{ x == y }}",
    "{% for x in m %}{% set w = m|sort|unique|list|groupby('a') %}{% endfor %}",
)
"""What would take all memory or all time, each by another way; the last go on for seconds before they are refused."""

CONTEXT: Mapping[str, Any] = {
    "a": "texte",
    "l": ["un", "deux", "trois"],
    "d": {"a": 1, "e": {"f": "g"}, "items": "pris"},
    "n": 12,
    "t": "x" * 1_000_000,
    "m": list(range(2000)),
}


def expression(chance: Chance, depth: int = 3) -> str:
    """An expression that walks, calls, computes or filters where it should not."""
    if depth == 0:
        return chance.choice(chance.choice((NAMES, LITERALS)))
    inner, other = expression(chance, depth - 1), expression(chance, chance.randrange(depth))
    attribute, name = chance.choice(ATTRIBUTES), chance.choice(FILTERS)
    forms = (
        f"{inner}.{attribute}",
        f"{inner}.{attribute}()",
        f"{inner}.{attribute}({other})",
        f"{inner}['{attribute}']",
        f"{inner}['__cl' ~ 'ass__']",
        f"{inner}[{other}]",
        f"{inner}[{other}:{other}]",
        f"{inner}|{name}",
        f"({inner})|{name}({other})",
        f"({inner})|attr('{attribute}')",
        f"({inner})|map('{name}', {other})|list",
        f"({inner})|map(attribute='{attribute}')|list",
        f"({inner})|sort(attribute='{attribute}')",
        f"({inner})|groupby('{attribute}')",
        f"({inner})|selectattr('{attribute}')|list",
        f"({inner}) {chance.choice(OPERATORS)} ({other})",
        f"({inner} if {other} else {inner})",
        f"({inner}) is {chance.choice(TESTS)}({other})",
        f"'{{0.{attribute}}}'.format({inner})",
        f"'%s' % ({inner})",
        f"[{inner}, {other}]",
        f"{{'a': {inner}}}",
        f"{chance.choice(NAMES)}({inner}, x={other})",
        chance.choice(ESCAPES),
    )
    return chance.choice(forms)


def tags(chance: Chance) -> str:
    """One hostile tag or two, or a bomb."""
    if chance.random() < 0.01:
        return chance.choice(BOMBS)
    if chance.random() < 0.5:
        return f"{{{{ {expression(chance)} }}}}"
    return chance.choice(STATEMENTS).format(expression(chance, 2))


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _run(text: str) -> str:
    return f"<w:r>{_text(text)}</w:r>"


def _cut(chance: Chance, text: str) -> list[str]:
    """The same text in two to five pieces."""
    cuts = sorted(chance.choices(range(len(text) + 1), k=chance.randint(1, 4)))
    return [text[start:end] for start, end in itertools.pairwise([0, *cuts, len(text)])]


def _in_a_table(text: str) -> str:
    return (
        f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p>{_run(text)}</w:p></w:tc></w:tr></w:tbl>"
    )


BODIES: tuple[Callable[[Chance, str], str], ...] = (
    lambda _, text: f"<w:p>{_run(text)}</w:p>",
    lambda chance, text: f"<w:p>{''.join(map(_run, _cut(chance, text)))}</w:p>",
    lambda chance, text: f"<w:p><w:r>{''.join(map(_text, _cut(chance, text)))}</w:r></w:p>",
    lambda chance, text: "".join(f"<w:p>{_run(piece)}</w:p>" for piece in _cut(chance, text)),
    lambda _, text: _in_a_table(text),
    lambda chance, text: _in_a_table("{% colspan " + expression(chance, 1) + " %}" + text),
    lambda _, text: f'<w:p><w:ins w:id="1">{_run(text)}</w:ins></w:p>',
    lambda chance, text: (
        f"<w:p><w:hyperlink>{'</w:hyperlink>'.join(map(_run, _cut(chance, text)[:2]))}</w:p>"
        if chance.random() < 0.1
        else f"<w:p><w:hyperlink>{_run(text)}</w:hyperlink></w:p>"
    ),
    lambda _, text: f'<w:p><w:del w:id="1"><w:r><w:delText>{escape(text)}</w:delText></w:r></w:del></w:p>',
    lambda _, text: f'<w:p><w:fldSimple w:instr="{escape(text, {chr(34): "&quot;"})}"/></w:p>',
    lambda _, text: f'<w:p><w:bookmarkStart w:id="1" w:name="{escape(text, {chr(34): "&quot;"})}"/></w:p>',
    lambda _, text: f"<w:p><w:r><w:instrText>{escape(text)}</w:instrText></w:r></w:p>",
    lambda _, text: f"<w:p>{_run('{%p for x in l %}')}</w:p><w:p>{_run(text)}</w:p><w:p>{_run('{%p endfor %}')}</w:p>",
)
"""Where a tag may stand in a body."""

PARTS = {
    "header": ("hdr", "<w:p>{}</w:p>"),
    "footer": ("ftr", "<w:p>{}</w:p>"),
    "footnotes": ("footnotes", '<w:footnote w:id="2"><w:p>{}</w:p></w:footnote>'),
    "comments": ("comments", '<w:comment w:id="2"><w:p>{}</w:p></w:comment>'),
}
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


def archive(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method, compresslevel=1) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return buffer.getvalue()


def _relations(links: str) -> str:
    return f'<Relationships xmlns="{_TYPES}/relationships">{links}</Relationships>'


def members(body: str, part: str = "", tag: str = "") -> dict[str, str | bytes]:
    """The files of the smallest document that holds a body, and a tag in another part."""
    types = relations = links = ""
    parts: dict[str, str | bytes] = {}
    if part == "properties":
        types = f'<Override PartName="/docProps/core.xml" ContentType="{_PACKAGE}.core-properties+xml"/>'
        kind = f"{_TYPES}/relationships/metadata/core-properties"
        relations = f'<Relationship Id="rId2" Type="{kind}" Target="docProps/core.xml"/>'
        title = f'<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">{escape(tag)}</dc:title>'
        parts["docProps/core.xml"] = f'<cp:coreProperties xmlns:cp="{_CORE}">{title}</cp:coreProperties>'
    elif part:
        root, holder = PARTS[part]
        types = f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{part}+xml"/>'
        links = f'<Relationship Id="rId1" Type="{R}/{part}" Target="{part}.xml"/>'
        parts[f"word/{part}.xml"] = f"<w:{root} {_NAMESPACES}>{holder.format(_run(tag))}</w:{root}>"
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}/content-types"><Default Extension="rels" '
        f'ContentType="{_PACKAGE}.relationships+xml"/><Override PartName="/word/document.xml" '
        f'ContentType="{_WORD}.document.main+xml"/>{types}</Types>',
        "_rels/.rels": _relations(
            f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>{relations}'
        ),
        "word/_rels/document.xml.rels": _relations(links),
        "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
        **parts,
    }


def template(chance: Chance) -> bytes:
    """A hostile template: its tags, its place, or its file."""
    if chance.random() < 0.05:
        return hostile_archive(chance)
    text = tags(chance)
    place = chance.random()
    if place < 0.75:
        return archive(members(chance.choice(BODIES)(chance, text)))
    return archive(members(f"<w:p>{_run('Fin.')}</w:p>", chance.choice((*PARTS, "properties")), text))


def bomb(text: str) -> bytes:
    return archive(members(f"<w:p>{_run(text)}</w:p>"))


XML_FAULTS: tuple[Callable[[str], str], ...] = (
    lambda xml: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + xml.replace("Fin.", "&x;"),
    lambda xml: (
        '<!DOCTYPE w [<!ENTITY a "'
        + "x" * 999
        + '"><!ENTITY b "'
        + "&a;" * 999
        + '">]>'
        + xml.replace("Fin.", "&b;" * 99)
    ),
    lambda xml: xml.replace("<w:body>", "<w:body>" + "<w:p>" * 300).replace("</w:body>", "</w:p>" * 300 + "</w:body>"),
    lambda xml: xml.replace("<w:body>", "<w:body>" + "<w:r>" * 9000).replace(
        "</w:body>", "</w:r>" * 9000 + "</w:body>"
    ),
    lambda xml: xml.replace("<w:body>", "<w:body>" + "<w:p/>" * 150_000),
    lambda xml: xml.replace("<w:p>", "<w:p>" + "<w:r><w:t>{{a}}</w:t></w:r>" * 20_000),
    lambda xml: xml.replace("Fin.", "é" * 900_000),
    lambda xml: xml.replace("<w:body>", '<w:body><w:altChunk r:id="rId1"/>'),
    lambda xml: xml.replace("Fin.", "</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\cmd</w:instrText></w:r><w:r><w:t>"),
    lambda xml: xml.replace(
        "<w:p>",
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="{"9" * 5000}"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p>',
    ),
    lambda xml: xml.replace(
        "<w:p>",
        f'<w:tbl><w:tblGrid><w:gridCol w:w="x"/></w:tblGrid><w:tr>{"<w:tc><w:p/></w:tc>" * 2}</w:tr></w:tbl><w:p>',
    ),
    lambda xml: xml.replace("Fin.", "\x01"),
    lambda xml: xml.replace("w:body", "w:corps"),
    lambda xml: xml.replace(W, "http://example.org/autre"),
    lambda xml: xml[: len(xml) // 2],
    lambda xml: f'<?xml version="1.0" encoding="utf-7"?>{xml}',
    lambda xml: xml.replace("<w:p>", "<w:p><w:r><w:t>{{ a</w:t></w:r><w:r><w:drawing/></w:r><w:r><w:t> }}</w:t></w:r>"),
    lambda _: "",
)
FILES: tuple[tuple[str, str | bytes], ...] = (
    ("../../etc/passwd", "x"),
    ("/etc/passwd", "x"),
    ("word/vbaProject.bin", b"x"),
    ("word/embeddings/oleObject1.bin", b"x"),
    ("word/DOCUMENT.xml", "x"),
    ("word/zeros.bin", bytes(20_000_000)),
    (
        "word/_rels/document.xml.rels",
        _relations(f'<Relationship Id="rId1" Type="{R}/image" Target="file:///etc/passwd" TargetMode="External"/>'),
    ),
    (
        "word/_rels/document.xml.rels",
        _relations(f'<Relationship Id="rId1" Type="{R}/header" Target="document.xml"/>'),
    ),
    ("word/settings.xml", "{{ a }}"),
    ("[Content_Types].xml", "<Types/>"),
    ("_rels/.rels", "<Relationships/>"),
)


def hostile_archive(chance: Chance) -> bytes:
    """A file that is no document, or holds what a template must not hold."""
    files = members(f"<w:p>{_run('Fin.')}</w:p>")
    document = str(files["word/document.xml"])
    form = chance.randrange(4)
    if form == 0:
        return archive(files | {"word/document.xml": chance.choice(XML_FAULTS)(document)})
    if form == 1:
        return archive({**files, **dict([chance.choice(FILES)])})
    data = bytearray(archive(files, chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2))))
    if form == 2:
        return bytes(data[: chance.randrange(len(data))])
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


# ---- values ----------------------------------------------------------------------------------------------------------

_NUMBER = re.compile(rb"[\d._]+(?:[eE][+-]?[\d_]+)?")

FRAGMENTS = (
    "{{ a }}",
    "{% if x %}",
    "%}",
    "</w:t>",
    "<w:p>",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "&amp;",
    "&#0;",
    "&x;",
)
FRAGMENTS += ("<?parafe 0?>", "<?xml?>", "{_{", "}_}", "\\", '"', "'", "\r\n", "\t", "\f", "\n", "\a", "\0", "\x0b")
FRAGMENTS += (
    "\ud800",
    "\udfff",
    "\uffff",
    "\ufffe",
    "\ufdd0",
    "\ufde0",
    "\u202e",
    "\u2066",
    "\u200f",
    "\u0301",
    "\x7f",
)
FRAGMENTS += ("\x85", "\u2028", "\U0001f600", "\U0010ffff", "\ufeff", " ", "é", "x", "$(id)", "=cmd|' /C calc'!A0")


def text_value(chance: Chance) -> str:
    """A text of fragments that mean something to XML, to Word or to Jinja."""
    return "".join(chance.choices(FRAGMENTS, k=chance.randint(1, 6)))


class Impostor:
    """An object that says so to the audit hook when it is asked to write itself, or for anything that it has."""

    def _told(self, *_: object, **__: object) -> str:
        sys.audit("parafe.impostor", type(self).__name__)
        return "</w:t>"

    __str__ = __repr__ = __html__ = __format__ = __call__ = __getattr__ = upper = __getitem__ = __missing__ = keys = (
        _told
    )


class TextImpostor(Impostor, str):
    __slots__ = ()


class NumberImpostor(Impostor, int):
    pass


class MappingImpostor(Impostor, dict[str, Any]):
    pass


class Refusing:
    """An object that fails whatever is done with it."""

    def _refuse(self, *_: object) -> Any:
        raise RuntimeError("non")

    __bool__ = __len__ = __iter__ = __eq__ = __lt__ = __hash__ = __add__ = __contains__ = _refuse


def _cyclic() -> list[Any]:
    cycle: list[Any] = ["x"]
    cycle.append(cycle)
    return cycle


def _cyclic_mapping() -> dict[str, Any]:
    cycle: dict[str, Any] = {"a": "x"}
    cycle["d"] = cycle
    return cycle


def _deep(levels: int) -> list[Any]:
    deep: list[Any] = []
    for _ in range(levels):
        deep = [deep]
    return deep


def _rich(xml: str) -> RichText:
    rich = RichText("x")
    rich.xml = xml
    return rich


VALUES: tuple[Callable[[Chance], Any], ...] = (
    text_value,
    text_value,
    text_value,
    lambda chance: [text_value(chance) for _ in range(chance.randint(0, 4))],
    lambda chance: {"a": text_value(chance), text_value(chance): text_value(chance)},
    lambda chance: chance.choice((float("inf"), float("nan"), -0.0, 1e308, True, 10**40, -(10**5000), 3 + 4j, None)),
    lambda chance: Decimal(
        chance.choice(("NaN", "sNaN", "Infinity", "1E+999999", "1E-999999", "-0", "1E+99999999999"))
    ),
    lambda chance: chance.choice(
        (Fraction(1, 3), b"octets", bytearray(3), range(10**12), frozenset("ab"), ..., object)
    ),
    lambda chance: chance.choice((Impostor, TextImpostor, NumberImpostor, MappingImpostor, Refusing))(),
    lambda _: [TextImpostor("a"), NumberImpostor(3), MappingImpostor(a="b"), Impostor()],
    lambda chance: chance.choice((_cyclic, _cyclic_mapping))(),
    lambda chance: _deep(chance.choice((10, 1000, 20_000))),
    lambda chance: chance.choice((iter, lambda text: (c for c in text), reversed))(text_value(chance)),
    lambda _: itertools.count(),
    lambda chance: chance.choice((defaultdict(list), OrderedDict(a=1), MappingProxyType({"a": 1}), {None: 1, (1,): 2})),
    lambda chance: Markup(text_value(chance)),  # noqa: S704 - hostile on purpose
    lambda chance: StyledText((text_value(chance), Style.SUPERSCRIPT), (text_value(chance), Style.PLAIN)),
    lambda chance: Blank(text_value(chance)),
    lambda chance: Listing(text_value(chance)),
    lambda chance: _rich(text_value(chance)),
    lambda chance: RichText(text_value(chance)),
    lambda chance: text_value(chance) * chance.choice((1, 1, 1000, 100_000)),
    lambda chance: ["x" * 100_000] * chance.choice((1, 1000)),
    lambda _: print,
    lambda _: sys.modules["os"],
)
USES = (
    "{{ v }}",
    "{{r v }}",
    "{{p v }}",
    "{{ v.a }} {{ v.d.d.a }}",
    "{{ v[0] }} {{ v['a'] }} {{ v[1:] }}",
    "{% for x in v %}{{ x }}{% else %}rien{% endfor %}",
    "{% for x, y in v.items() %}{{ x }} {{ y }}{% endfor %}",
    "{% if v %}oui{% endif %}{% if v == [v] or v < 3 or v in l %}non{% endif %}",
    "{{ v|upper }} {{ v.upper() }}",
    "{{ v|join(', ') }}",
    "{{ v|length }} {{ v|first }}",
    "{{ v|int }} {{ v|float }} {{ v|round(2) }} {{ v|abs }}",
    "{{ v + 1 }} {{ v * v }} {{ -v }} {{ v ** 2 }}",
    "{{ v ~ 'x' }} {{ v|string }} {{ v|replace('a', 'b') }}",
    "{{ v|sort|unique|list|join }}",
    "{{ v|default('rien') }} {{ v is defined }} {{ v is lower }}",
    "{{ [v, v]|map('upper')|join }} {{ l|map('replace', 'u', v)|join }}",
    "{{ v|batch(2)|list }} {{ v|groupby('a') }} {{ v|sum }} {{ v.get() }} {{ v.items() }}",
)


# ---- under watch -----------------------------------------------------------------------------------------------------


def is_expected(event: str, args: tuple[Any, ...]) -> bool:
    """Whether Jinja compiles a template or reads a number, or the engine a line number off its own traceback."""
    match event, args:
        case "compile", (_, "<template>"):
            return True
        case "compile", (bytes() as number, "<unknown>"):
            return _NUMBER.fullmatch(number) is not None
        case "exec", (CodeType() as code,):
            return code.co_filename == "<template>"
        case "object.__getattr__", (_, "tb_frame"):
            return True
    return False


class Watch:
    """What was seen of the documents under watch."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.others: list[str] = []
        self.rendered = self.refused = 0
        self._is_on = False
        sys.addaudithook(self._hear)

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if self._is_on and not is_expected(event, args):
            self.events.append(f"{event} {args!r:.80}" if event != "parafe.impostor" else event)

    def see(self, name: str, work: Callable[[], object]) -> None:
        """Do a piece of work: it is done, or refused by ``TemplateErrors``, or something else is the matter."""
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        signal.alarm(10 * SECONDS)
        self._is_on = True
        try:
            work()
            self.rendered += 1
        except TemplateErrors as errors:
            self.refused += 1
            if "MemoryError" in str(errors):
                self.others.append(f"{name}: {errors!s:.300}")
        except Exception as error:  # noqa: BLE001 - whatever it is, it is the result
            self.others.append(f"{name}: {type(error).__name__}: {error!s:.200}")
        finally:
            self._is_on = False
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.alarm(0)

    def report(self) -> str:
        """What was seen, as JSON."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        seen = {"rendered": self.rendered, "refused": self.refused, "peak": peak}
        return json.dumps(seen | {"events": self.events[:20], "others": self.others[:20]})


def _templates(chance: Chance, count: int) -> Iterator[Callable[[], object]]:
    for number in range(count):
        word = template(chance)
        yield lambda word=word, number=number: compile_template(word).render(CONTEXT, draft=number % 2 == 1)


def _values(chance: Chance, count: int) -> Iterator[Callable[[], object]]:
    uses = [compile_template(archive(members(f"<w:p>{_run(use)}</w:p>", "properties", "{{ n }}"))) for use in USES]
    for number in range(count):
        context = {**CONTEXT, "v": chance.choice(VALUES)(chance)}
        use = chance.choice(uses)
        yield lambda use=use, context=context, number=number: use.render(context, draft=number % 2 == 1)


def _bombs(_: Chance, count: int) -> Iterator[Callable[[], object]]:
    for text in BOMBS[:count]:
        yield lambda text=text: compile_template(bomb(text)).render(CONTEXT)


def _plain_jinja(_: Chance, count: int) -> Iterator[Callable[[], object]]:
    """What an ordinary environment does: the proof that the watch sees it."""
    for escape_ in ESCAPES[:count]:
        yield Environment(autoescape=True).from_string(f"{{{{ {escape_} }}}}").render


WORKS = {"templates": _templates, "values": _values, "bombs": _bombs, "plain-jinja": _plain_jinja}


def main(kind: str, seed: int, count: int) -> None:
    """Watch ``count`` pieces of work drawn from ``seed``, and print what was seen."""
    compile_template(bomb(r"{{ '\n' }}")).render(CONTEXT)  # what is imported at first use is no event
    watch = Watch()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    for number, work in enumerate(WORKS[kind](random.Random(seed), count)):  # noqa: S311 - a seed that can be run again
        sys.stderr.write(f"{kind} {seed} {number}\n")  # the last line names what outlived its time
        watch.see(f"{kind} {seed} {number}", work)
    sys.stdout.write(watch.report())


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
