"""The faults of tags, one by one: each is parsed alone, completed into a whole statement.

Jinja stops at the first error of a source, and users want all of them in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.messages import template_reasons as reasons
from generator.messages import template_tags
from generator.rendering.faults import Fault
from generator.rendering.language.english_errors import syntax_error_in_french
from generator.rendering.language.filters import takes
from generator.rendering.language.sandbox import METHODS
from generator.rendering.tags.foreign_tags import section_fix
from generator.rendering.tags.intended_tags import ALONE, COMPLETIONS, STATEMENTS
from generator.rendering.tags.nearest_names import did_you_mean, suggestion
from generator.rendering.tags.other_words import OF_ENGINES
from generator.rendering.tags.tag import Tag
from generator.rendering.tags.tag_text import STRING, alone

MAX_TAG = 2000
MAX_DEPTH = 40
"""Operations inside operations in one tag: Python itself reads no more than two hundred brackets."""

MAX_NESTING = 15
"""Blocks inside blocks, and brackets inside brackets: Python itself nests no more than twenty loops."""

_KEYWORD = re.compile(r"\{%[-+]?\s*(\w*)")
_ALONE_TAG = re.compile(r"\{%[-+]?\s*\w+\s*[-+]?%\}")
_LEFT_OVER = frozenset({"p", "tr", "tc", "r"})
_MADE_BY_DOCXTPL = re.compile(r"\{#|\{%[-+]?\s*[hv]m\s*[-+]?%\}")
"""Comments, and tags of docxtpl’s own that are no statement of Jinja’s."""

_OF_CELL = re.compile(r"\{%[-+]?\s*(?:colspan|cellbg)\s(.*?)[-+]?%\}", re.DOTALL)
"""Tags of docxtpl’s own, which print a value among the properties of a cell."""

_MEANT_FILTERS = {
    **dict.fromkeys(("majuscule", "majuscules", "maj", "uppercase"), "upper"),
    **dict.fromkeys(("minuscule", "minuscules", "min_", "lowercase"), "lower"),
    **dict.fromkeys(("capitale", "capitales", "ucfirst"), "capitalize"),
    **dict.fromkeys(("defaut", "défaut", "par_defaut"), "default"),
    **dict.fromkeys(("longueur", "taille", "nombre", "size", "len"), "length"),
    **dict.fromkeys(("arrondi", "arrondir"), "round"),
    **dict.fromkeys(("premier", "première"), "first"),
    **dict.fromkeys(("dernier", "dernière"), "last"),
    **dict.fromkeys(("somme", "total", "additionner"), "sum"),
    **dict.fromkeys(("tri", "trier", "sorted"), "sort"),
    **dict.fromkeys(("joindre", "implode"), "join"),
    **dict.fromkeys(("remplacer", "remplace"), "replace"),
    **dict.fromkeys(("entier", "intval"), "int"),
    "titre": "title",
    "absolu": "abs",
    "str": "string",
}
_READY = frozenset(
    {"format", "strftime", "date", "datetime", "time", "currency", "money", "euro", "euros", "tojson", "filesizeformat"}
    | {"dateformat", "numberformat", "lettres", "en_lettres", "toutes_lettres", "words", "montant", "prix", "en_euros"}
    | {"format_montant", "formater", "mise_en_forme", "date_longue", "jour", "mois", "annee", "année", "number"}
    | {"number_format", "format_number", "format_date", "format_currency", "isoformat", "pprint", "xmlattr"}
)
"""What other programs use to give a number, a date or a list its form."""

_ESCAPED = frozenset({"safe", "forceescape", "striptags", "nl2br", "urlencode", "escapejs"})
_REMEDIES: Mapping[str, str] = {
    **dict.fromkeys(_READY, reasons.VALUE_IS_READY),
    **dict.fromkeys(_ESCAPED, reasons.VALUE_IS_ESCAPED),
    **dict.fromkeys(("vide", "empty", "blank", "nul", "nulle", "null", "nil", "faux"), reasons.EMPTY_IS_NOT),
    **dict.fromkeys(
        ("rempli", "remplie", "renseigné", "renseignée", "présent", "présente", "vrai"), reasons.GIVEN_IS_ALONE
    ),
    **dict.fromkeys(("empty", "isempty", "is_empty"), reasons.EMPTY_IS_NOT),
    **dict.fromkeys(("exists", "existe", "isset", "defined", "is_defined", "has"), reasons.GIVEN_IS_ALONE),
    **dict.fromkeys(("now", "today", "aujourdhui", "aujourd_hui", "maintenant", "date_du_jour"), reasons.NO_CLOCK),
    **dict.fromkeys(("include", "inclure", "insert", "inserer"), reasons.INCLUDE_ALONE),
    **dict.fromkeys(("range", "enumerate", "zip"), reasons.WALK_DATA),
    **dict.fromkeys(("namespace", "cycler", "joiner", "dict"), reasons.COMPUTE_IN_DATA),
}
_TELLING = frozenset({reasons.INCLUDE_ALONE.format(), reasons.COMPUTE_IN_DATA.format()})
_INCLUDING = frozenset({"include", "inclure", "inclus", "incluez", "insérer", "inserer", "insert"})
_VAGUE = frozenset({reasons.TAKE_IT_OUT, reasons.ONE_NAME, reasons.OTHER_NAME, reasons.COMPLETE_IT})
"""Remedies that say nothing of what the tag is."""

_LONE_FILTER = re.compile(r"\{\{\s*\|\s*(\w+)")
_OF_MUSTACHE = re.compile(r"\{\{\s*([#/^!>])")
_DIGIT_FIRST = re.compile(r"(?<![\w.])\d+[^\W\d]\w*")
_ALIKE = 0.7
"""How alike two names of filters must be for one to be meant by the other, from 0 to 1."""

_CALLABLE = frozenset().union(*METHODS.values())
_IN_BRACKETS = re.compile(r"(?<=\w)\(\s*(\d+)\s*\)")
_OF_LOOPS = frozenset({"cycle", "changed"})


def lone_tag_faults(tag: Tag, environment: Environment) -> list[Fault]:
    """Return what is wrong with a tag, read by itself by ``environment``, which knows the filters and the tests."""
    if _MADE_BY_DOCXTPL.match(tag.text):
        return []
    of_cell = _OF_CELL.fullmatch(tag.text)
    written = alone("{{" + of_cell[1] + "}}" if of_cell else tag.text)
    if len(written) <= MAX_TAG and _bracket_depth(written) <= MAX_NESTING:
        statement = completed(written)
        if statement is None:
            return [_unknown_statement(written, tag)]
        try:
            tree = environment.parse(statement)
        except TemplateSyntaxError as error:
            return [syntax_fault(error, tag)]
        except (ValueError, RecursionError):
            tree = None
        if tree is not None and not _is_deep(tree):
            return list(dict.fromkeys(_forbidden_nodes(tree, tag, environment)))
    return [Fault(template_tags.TOO_COMPLEX, spot=tag.spot)]


def _is_deep(tree: nodes.Node) -> bool:
    """Whether operations are inside operations beyond what Python can read; a level at a time, for it may be deep."""
    level: list[nodes.Node] = [tree]
    for _ in range(MAX_DEPTH):
        level = [child for node in level for child in node.iter_child_nodes()]
    return bool(level)


def syntax_fault(error: TemplateSyntaxError, tag: Tag) -> Fault:
    """Report what Jinja refuses in a tag."""
    reason, remedy = syntax_error_in_french(error.message or "")
    if remedy in _VAGUE and reason != reasons.LOOP_IS_RESERVED:
        remedy = _form_of(alone(tag.text)) or remedy
    return Fault(template_tags.SYNTAX, tag.text, tag.spot, reason, remedy)


def _form_of(written: str) -> str:
    """Return the form of what a tag that cannot be read was to be, where there is one to show."""
    if match := _LONE_FILTER.match(written):
        return reasons.VALUE_BEFORE_FILTER.format(match[1])
    if match := _OF_MUSTACHE.match(written):
        others = {"!": reasons.COMMENT_IS, ">": reasons.INCLUDE_ALONE}
        return others[match[1]].format() if match[1] in others else section_fix(written[2:-2])
    if _DIGIT_FIRST.search(STRING.sub("", written)):
        return reasons.LETTER_FIRST
    forms = {"for": reasons.WALK_DATA, "set": reasons.NAME_A_VALUE}
    return forms.get(keyword_of(written) or "", "").format()


def rewritten(fault: Fault, meant: str) -> Fault:
    """Say of a faulty tag what was meant, where that is known and tells more than what is said already."""
    tells = fault.message in {template_tags.SYNTAX, template_tags.UNKNOWN_STATEMENT} and fault.fix not in _TELLING
    return replace(fault, fix=reasons.WRITE.format(meant)) if meant and tells else fault


def completed(written: str) -> str | None:
    """Complete a tag into a whole statement, or return ``None`` when it is none that is allowed."""
    keyword = keyword_of(written)
    if keyword is None:
        return written
    if keyword in ALONE:
        return "" if _ALONE_TAG.fullmatch(written) else None
    completion = COMPLETIONS.get(keyword)
    if completion is None or (keyword == "set" and "=" not in written):
        return None
    return completion.format(written)


def keyword_of(written: str) -> str | None:
    """Return the keyword of a statement, or ``None`` for a tag that prints."""
    match = _KEYWORD.match(written)
    return match[1] if match else None


def _unknown_statement(written: str, tag: Tag) -> Fault:
    keyword = keyword_of(written) or ""
    return Fault(template_tags.UNKNOWN_STATEMENT, tag.text, tag.spot, fix=_statement_fix(keyword))


def _statement_fix(keyword: str) -> str:
    if keyword == "set":
        return reasons.NAME_A_VALUE.format()
    if keyword.lower() in _INCLUDING:
        return reasons.INCLUDE_ALONE.format()
    if keyword in _LEFT_OVER:
        return reasons.JOIN_THE_LETTER.format(keyword)
    meant = "" if OF_ENGINES.match(keyword) else suggestion(keyword, STATEMENTS)
    return meant or reasons.STATEMENTS_ARE.format(", ".join(STATEMENTS))


def _forbidden_nodes(tree: nodes.Template, tag: Tag, environment: Environment) -> Iterator[Fault]:
    for node in tree.find_all(nodes.Node):
        match node:
            case nodes.Filter(name=name) if name not in environment.filters:
                fix = _filter_fix(name, environment.filters)
                yield Fault(template_tags.UNKNOWN_FILTER, name, tag.spot, fix=fix)
            case nodes.Filter(name=name) if not takes(node):
                yield Fault(template_tags.WRONG_PARAMETERS, name, tag.spot, fix=_parameters_fix(name))
            case nodes.Test(name=name) if name not in environment.tests:
                fix = _filter_fix(name, environment.tests)
                yield Fault(template_tags.UNKNOWN_FILTER, name, tag.spot, fix=fix)
            case nodes.Call():
                yield from _call_faults(node, tag, environment)
            case nodes.For(recursive=True):
                yield Fault(template_tags.UNKNOWN_STATEMENT, "recursive", tag.spot, fix=reasons.WALK_DATA.format())
            case nodes.NSRef(name=name, attr=attr):
                kind = reasons.NOT_ASSIGNABLE.format(f"{name}.{attr}")
                yield Fault(template_tags.SYNTAX, tag.text, tag.spot, kind, reasons.COMPUTE_IN_DATA.format())
            case nodes.Name(name=name, ctx="load") if name in STATEMENTS:
                yield Fault(template_tags.SYNTAX, tag.text, tag.spot, reasons.UNEXPECTED.format(name), reasons.ONE_NAME)
            case nodes.Output(nodes=[nodes.Tuple(), *_]):
                yield Fault(template_tags.SYNTAX, tag.text, tag.spot, reasons.LIST_OF_VALUES, reasons.ONE_VALUE)


def _filter_fix(name: str, known: Mapping[str, object]) -> str:
    if name.lower() in _MEANT_FILTERS:
        return did_you_mean(_MEANT_FILTERS[name.lower()])
    if name.lower() in _REMEDIES:
        return _REMEDIES[name.lower()].format()
    head, _, rest = name.partition(".")
    if rest and head in known:
        return reasons.BRACKETS_OF_FILTER.format(head, f".{rest}")
    names = ", ".join(sorted(filter(str.isidentifier, known)))
    return suggestion(name, known, cutoff=_ALIKE) or reasons.NAMES_ARE.format(names)


_WITH_PARAMETERS = {
    "replace": '{{ x|replace("a", "b") }}',
    "truncate": "{{ x|truncate(80) }}",
    "batch": "{{ x|batch(3) }}",
    "slice": "{{ x|slice(3) }}",
    "groupby": '{{ x|groupby("a") }}',
}


def _parameters_fix(name: str, sentence: str = reasons.WRITE) -> str:
    """Show the parameters of a filter, or say that it has none."""
    return sentence.format(_WITH_PARAMETERS.get(name, f"{{{{ x|{name} }}}}"))


def _call_faults(call: nodes.Call, tag: Tag, environment: Environment) -> Iterator[Fault]:
    """Report the call of what can never be called: any name, and a method that no value has."""
    match call.node:
        case nodes.Name(name=name):
            fix = _function_fix(name, environment, _by_number(call, tag))
            yield Fault(template_tags.UNKNOWN_FUNCTION, f"{name}()", tag.spot, fix=fix)
        case nodes.Getattr(attr=name) if name not in _CALLABLE | _OF_LOOPS and not name.startswith("_"):
            without = alone(tag.text).replace("()", "")
            default = reasons.METHODS_ARE.format(", ".join(sorted(_CALLABLE)))
            if not (call.args or call.kwargs):
                default = reasons.WRITE.format(without)
            meant = _MEANT_FILTERS.get(name.lower(), name)
            if meant in environment.filters:
                default = _parameters_fix(meant, reasons.FILTER_INSTEAD)
            fix = _REMEDIES.get(name, "").format() or _by_number(call, tag) or default
            yield Fault(template_tags.UNKNOWN_FUNCTION, f"{name}()", tag.spot, fix=fix)


def _by_number(call: nodes.Call, tag: Tag) -> str:
    """Say how to name an element of a list by its number, where a tag does so in round brackets: ``parties(0)``."""
    match call.args:
        case [nodes.Const(value=int())] if not call.kwargs:
            return reasons.BY_NUMBER.format(_IN_BRACKETS.sub(r"[\1]", alone(tag.text)))
    return ""


def _function_fix(name: str, environment: Environment, by_number: str) -> str:
    if name.lower() in _REMEDIES:
        return _REMEDIES[name.lower()].format()
    meant = _MEANT_FILTERS.get(name.lower(), name)
    if meant in environment.filters:
        return reasons.FILTER_INSTEAD.format(f"{{{{ x|{meant} }}}}")
    return by_number or reasons.METHODS_ARE.format(", ".join(sorted(_CALLABLE)))


def _bracket_depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += (character in "([{") - (character in ")]}")
        deepest = max(deepest, depth)
    return deepest
