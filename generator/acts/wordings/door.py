"""The door to rendering: a view becomes French names and plain values, worded and typeset by a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import singledispatch
from types import MappingProxyType
from typing import TypeAlias

from generator.acts.facts.fact import Fact, Verbatim, Words
from generator.acts.view_fields import View
from generator.artifacts import Blank, Chart, Picture

Plain: TypeAlias = "str | bool | Blank | Picture | Chart | list[Plain] | Context | None"
"""What a template prints or asks: a text or its blank, a picture, a chart, a yes or no, or several of them."""

Context: TypeAlias = "dict[str, Plain]"
"""French names → plain values."""


@dataclass(frozen=True, slots=True)
class Language:
    """What a language makes of views.

    Attributes:
        words: a fact → the words that state it, or the blank of what is missing.
        typeset: a text, from the data or worded → the same text with the typography of the language.
    """

    words: Callable[[Fact], Words]
    typeset: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Pen:
    """What writes views in a language: each view once, however many paths of the documents lead to it."""

    language: Language
    _written: dict[View, Context] = field(default_factory=dict)

    def context_of(self, view: View) -> Context:
        """Return what a view says: French names → plain values. Callers copy it, and never change it."""
        written = self._written.get(view)
        if written is None:
            written = self._written[view] = self._write(view)
        return written

    def _write(self, view: View) -> Context:
        context: Context = {}
        values, typeset = vars(view), self.language.typeset
        for name, in_french in view.names:
            value = values[name]
            kind = type(value)
            if not in_french:
                context |= self.context_of(value)
            elif kind is str:  # as half of them are
                context[in_french] = typeset(value)
            else:
                context[in_french] = _WRITERS[kind](value, self)
        return context


def plain(value: object, pen: Pen) -> Plain:
    """Return the plain value of an attribute of a view.

    Raises:
        TypeError: views hold no value of that class.
    """
    return _WRITERS[type(value)](value, pen)


@singledispatch
def _plain(value: object, _pen: Pen) -> Plain:
    raise TypeError(type(value).__name__)


class _Writers(dict[type, Callable[..., Plain]]):
    """A class → what writes its values: looked up once, for an action has thousands of values of some forty classes."""

    def __missing__(self, kind: type) -> Callable[..., Plain]:
        write = self[kind] = _plain.dispatch(kind)
        return write


_WRITERS = _Writers()


@_plain.register(str)
def _(value: str, pen: Pen) -> Plain:
    return pen.language.typeset(value)


@_plain.register(Verbatim)
@_plain.register(Blank)
@_plain.register(Picture)
@_plain.register(bool)
def _(value: Verbatim | Blank | Picture | bool, _pen: Pen) -> Plain:
    return value


@_plain.register(Chart)
def _(value: Chart, pen: Pen) -> Plain:
    def typeset(text: str) -> str:
        return text if isinstance(text, Verbatim) else pen.language.typeset(text)

    return replace(
        value,
        title=typeset(value.title),
        categories=tuple(map(typeset, value.categories)),
        series=tuple(replace(series, name=typeset(series.name)) for series in value.series),
        description=typeset(value.description),
    )


@_plain.register(type(None))
def _(_value: None, _pen: Pen) -> Plain:
    """Return False, which templates ask for what does not apply: ``{%p if mission.assurance %}``."""
    return False


@_plain.register(Fact)
def _(value: Fact, pen: Pen) -> Plain:
    words = pen.language.words(value)
    return pen.language.typeset(words) if type(words) is str else plain(words, pen)


@_plain.register(View)
def _(value: View, pen: Pen) -> Plain:
    return pen.context_of(value)


@_plain.register(tuple)
def _(value: tuple[object, ...], pen: Pen) -> Plain:
    return [plain(item, pen) for item in value]


@_plain.register(dict)
@_plain.register(MappingProxyType)
def _(value: Mapping[str, object], pen: Pen) -> Plain:
    return {name: plain(item, pen) for name, item in value.items()}
