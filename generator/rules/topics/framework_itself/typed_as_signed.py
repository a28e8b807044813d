"""What is typed of a framework, against the figures of its own signed words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.case.records import FrameworkRecord, Source
from generator.findings import Path
from generator.french import whole_number
from generator.rules.engine.citations import Clause
from generator.rules.engine.naming import on_one_line
from generator.rules.engine.problem import Problem
from generator.rules.engine.rule import ERROR, EVERY_ACT, rule

_YEARS = re.compile(r"\b([\w-]+)(?:\s*\([^)]*\))?\s+(?:ans?|années?)\b", re.IGNORECASE)
_ORIGINALS = re.compile(r"\b([\w-]+)(?:\s*\([^)]*\))?\s+(?:exemplaires?|originaux|original)\b", re.IGNORECASE)


@rule("CO051", cites=Clause("duree"), draft=ERROR, final=ERROR, bars=EVERY_ACT)
def term_is_that_of_the_text(record: FrameworkRecord) -> Iterator[Problem]:
    """La durée en années est l’une de celles que dit la clause sur la durée.

    Refusé : « annees » vaut 5, et la clause dit « quatre ans ».
    Admis : elle dit « quatre ans », ou « 4 ans » ; ou elle n’écrit aucun nombre d’années.
    """
    years = record.framework.term.years
    yield from _other_figure(record, "duree", ("duree", "annees"), years, _YEARS)


@rule("CO052", cites=Clause("exemplaires"), draft=ERROR, final=ERROR, bars=EVERY_ACT)
def originals_are_those_of_the_text(record: FrameworkRecord) -> Iterator[Problem]:
    """Le nombre des originaux est celui que dit la clause.

    Refusé : « exemplaires » vaut 6, et la clause dit « en quatre exemplaires ».
    Admis : elle dit « en quatre exemplaires originaux » ; ou elle n’écrit aucun nombre.
    """
    yield from _other_figure(record, "exemplaires", ("exemplaires",), record.framework.originals, _ORIGINALS)


def _other_figure(
    record: FrameworkRecord, clause: str, path: Path, typed: int | None, pattern: re.Pattern[str]
) -> Iterator[Problem]:
    """Find a figure that is typed while the signed words of its clause write others, and not this one."""
    words = on_one_line(record.quote(clause) or "")
    said = [found for found in pattern.finditer(words) if whole_number(found[1]) is not None]
    if typed is not None and said and typed not in {whole_number(found[1]) for found in said}:
        signed = ", ".join(dict.fromkeys(f"« {found[0]} »" for found in said))
        yield Problem(
            path,
            f"Indiqué : {typed} ; texte signé : {signed}.",
            "Reprenez le nombre que dit le texte signé, ou corrigez le lieu de la clause.",
            Source.FRAMEWORK,
        )


RULES = (
    term_is_that_of_the_text,
    originals_are_those_of_the_text,
)
