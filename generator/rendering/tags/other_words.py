"""What people write in tags instead of Jinja’s words and signs: in French, in other languages, by a slip of the hand.

Each table is a sequence of rewritings, in the order in which they are tried: the longer words first.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Rewriting = Callable[[str], str]


def _sub(pattern: str, replacement: str) -> Rewriting:
    expression = re.compile(pattern, re.IGNORECASE)
    return lambda text: expression.sub(replacement, text)


OF_STATEMENTS = tuple(
    _sub(rf"^\s*(?:{pattern})(?=\W|$)", keyword)
    for pattern, keyword in (
        (r"sinon,?\s*si|else\s*if|elsif|elif", "elif"),
        (r"sinon|else", "else"),
        (r"(?:fin|end)[\s_-]*(?:(?:du|de|des|de la)\s+)?(?:si|if|condition|bloc)|fi\s*$", "endif"),
        (r"(?:fin|end)[\s_-]*(?:(?:du|de|des|de la)\s+)?(?:pour|for|boucle|foreach|each|répéter)", "endfor"),
        (r"(?:next|done|wend|suivante?)\s*$", "endfor"),
        (r"fin|end", "endif"),
        (r"(?:pour|for)\s*(?:chaque|chacune?\s+des|each|tout|toute|tous les|toutes les)|pour|for", "for"),
        (r"boucler?(?:\s+sur)?|répéter(?:\s+pour)?|repeat|loop|chaque", "for"),
        (r"si|if|quand|lorsque|when", "if"),
        (r"soit|définir|let|assign|set", "set"),
    )
)
"""Statements, by the word that they begin with."""

VAGUE_END = re.compile(r"\{%[-+]?(?:(?:p|tr|tc|r)\s)?\s*(?:fin|end)\s*[-+]?%\}", re.IGNORECASE)
"""The end of a block that does not say of which."""

OF_LOOPS = (
    _sub(r"^for\s*\(\s*(.*?)\s*\)\s*$", r"for \1"),
    _sub(r"^for\s+([\w.]+)\s+(?:as|comme)\s+(\w+)\s*$", r"for \2 in \1"),
    _sub(
        r"^for\s+(\w+(?:\s*,\s*\w+)*)(?:\s+(?:dans|parmi|en|sur|of|des?|du|in)\s+|\s*:\s*)(?:la\s+liste\s+)?(?=\w)",
        r"for \1 in ",
    ),
    _sub(r"(?<=\w)\s+où\s+", " if "),
)
OF_NAMINGS = (
    _sub(r"^(?!(?:if|elif|for|set|else|include)\b)([^\W\d]\w*)\s*:?=(?!=)\s*", r"set \1 = "),
    _sub(r"^set\s+([^\W\d]\w*)\s*(?:==|:=|:)\s*", r"set \1 = "),
)
NAMING_OF_WORDS = re.compile(r"^set\s+(?P<name>[^\W\d]\w*(?:[\s'’-]+[^\W\d]\w*)+)\s*(?=[:=])")

_EMPTY = r"(?:vide|nulle?|absente?|blanche?|inconnue?)"
_GIVEN = r"(?:renseignée?|remplie?|présente?|vraie?|définie?|connue?|donnée?|cochée?)"
OF_PRESENCE = (
    _sub(r"'(\w+)'(\w[^'\"]*)'", '"\\1\'\\2"'),  # a text with an apostrophe, between apostrophes
    _sub(rf"([\w.]+)\s+n['’]est\s+pas\s+{_EMPTY}(?!\w)", r"\1"),
    _sub(rf"([\w.]+)\s+(?:n['’]existe\s+pas|n['’]est\s+pas\s+{_GIVEN})(?!\w)", r"not \1"),
    _sub(rf"([\w.]+)\s+est\s+{_EMPTY}(?!\w)", r"not \1"),
    _sub(rf"([\w.]+)\s+(?:existe|est\s+{_GIVEN})(?!\w)", r"\1"),
    _sub(r"([\w.]+)\s+commence\s+par\s+('[^']*'|\"[^\"]*\")", r"\1.startswith(\2)"),
    _sub(r"([\w.]+)\s+(?:finit|se\s+termine)\s+par\s+('[^']*'|\"[^\"]*\")", r"\1.endswith(\2)"),
    _sub(r"\s+n['’]est\s+pas\s+égale?\s+à\s+(?=[\w'\"])", " != "),
    _sub(r"([\w.]+)\s+(?:contient|contains)\s+('[^']*'|\"[^\"]*\")", r"\2 in \1"),
)
"""Questions about one value; they are read whole, for they hold apostrophes and quotes."""

_OR_EQUAL = r"\s+ou\s+égale?\s+à\s+"
_FILTERS = "upper|lower|title|capitalize|default|join|round|int|first|last|length|trim|replace|sort|sum"
OPERATORS = tuple(
    _sub(pattern, replacement)
    for pattern, replacement in (
        (rf"\s+(?:est\s+)?supérieure?{_OR_EQUAL}", " >= "),
        (rf"\s+(?:est\s+)?inférieure?{_OR_EQUAL}", " <= "),
        (r"\s+(?:est\s+)?(?:strictement\s+)?(?:supérieure?(?:\s+strictement)?\s+à|plus\s+grande?\s+que)\s+", " > "),
        (r"\s+(?:est\s+)?(?:strictement\s+)?(?:inférieure?(?:\s+strictement)?\s+à|plus\s+petite?\s+que)\s+", " < "),
        (rf"\s*\|\s*\|\s*(?=(?:{_FILTERS})\b)", "|"),
        (r"\s*(?:&amp;&amp;|&&|&)\s*|\s+(?:et|and)\s+", " and "),
        (r"\s*\|\|\s*|\s+(?:ou|or)\s+", " or "),
        (r"(?<![\w)\]])!(?!=)\s*|(?<![\w.])(?:no[nt]|pas)\s+(?=[\w(])", "not "),
        (r"\s+(?:sinon|else)\s+", " else "),
        (r"(?<=\S)\s+si\s+(?=.*\selse\s)", " if "),
        (r"\s+in\s+", " in "),
        (r"(?<!\d)\.{2,}", "."),
        (r"<>|≠|=/=|!==", "!="),
        (r"=<|≤|⇐|←", "<="),
        (r"=>|≥|⇒|→", ">="),
        (r"(?<![=!<>])={3}(?!=)", "=="),
        (r"\s+(?:est\s+)?(?:différente?|autre)\s+(?:de|que)\s+|\s+est\s+différent\s+", " != "),
        (r"\s+(?:est\s+)?(?:égale?|equals?)\s+(?:à\s+)?", " == "),
        (r"\s+(?:est\s+)?(?:dans|parmi|of|de)\s+(?=[\w.]+\s*:?\s*$|[\[(])", " in "),
        ("×", "*"),
        ("÷", "/"),
        ("[–—−]", "-"),
        (r"(?<=\d)\s*(?:€|EUR\b|euros?\b|%(?=\s*$))", ""),
    )
)
"""Operators, outside quoted texts."""

ASSIGNMENT = _sub(r"(?<![=!<>])=(?!=)", "==")
PUNCTUATION = _sub(r"\s*(?:[:;,.|?!…]+|\bthen|\balors|\bdo|\bfaire)\s*$", "")
THOUSANDS = _sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "")
DECIMALS = _sub(r"(?<=\d),(?=\d)", ".")
TERNARY = _sub(r"^\s*([^?:]+?)\s*\?\s*([^?:]+?)\s*:\s*([^?:]+?)\s*$", r"\2 if \1 else \3")
CALLS = _sub(r"\(\s*\)", "")
SIGN_OF_NAME = _sub(r"^\s*[&$@=]\s*(?=[^\W\d][\w.]*\s*$)", "")
DOUBLED_PERCENT = _sub(r"^\s*%+(?=[\s\w])|(?<=[\s\w)\]'\"])%+\s*$", "")
AROUND_A_NAME = (
    _sub(r"(?<=\w)\s*(?:->|::|\\)\s*(?=[^\W\d])", "."),
    _sub(r"^\s*[.@$&]+(?=[^\W\d])", ""),
    _sub(r"^\s*[<\[({]+\s*([^\W\d][\w.]*)\s*[>\])}]+\s*$", r"\1"),
    _sub(r"^\s*([^\W\d][\w.]*)\s*:\s*[.,\d]*[a-z%]?\s*$", r"\1"),
)
"""Signs around the name of a value: ``@name``, ``<name>``, ``name:.2f``."""

HANDLEBARS = tuple(
    _sub(pattern, replacement)
    for pattern, replacement in (
        (r"^\s*#\s*(?:if|si)\s+", "if "),
        (r"^\s*(?:#\s*unless|\^)\s*(?=\w)", "if not "),
        (r"^\s*#\s*(?:each|for)\s+([\w.]+)\s*$", r"for x in \1"),
        (r"^\s*/\s*(?:if|si|unless)\s*$", "endif"),
        (r"^\s*/\s*(?:each|for)\s*$", "endfor"),
        (r"^\s*:?\s*(?:else|sinon)\s*$", "else"),
    )
)
"""The blocks of Handlebars, Mustache and docxtemplater."""

OF_ENGINES = re.compile(
    r"(?:end_?)?(?:raw|verbatim|block|macro|call|filter|with|autoescape|trans|while|switch|case|unless|comment)\b"
    r"|(?:extends|import|from|break|continue|do|debug)\b",
    re.IGNORECASE,
)
"""Statements of Jinja and of others that templates do without; they are no names of values."""
