"""Whatever an officer leaves out or fills in, each paragraph of each document is still French that one may sign."""

from __future__ import annotations

import copy
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any

import pytest
import yaml
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from generator.acts.planning import plan_documents
from generator.findings import Path, dotted
from generator.model import Action
from generator.model.kind import DocumentKind
from generator.model.sentences import sentence_of
from generator.model.typed_keys import entry_in, fields_of
from generator.rendering import Template, compile_template, extract_text
from generator.shelf import Shelf
from tests.acts.examples import WORKSPACE, example
from tests.support.places import ROOT
from tests.support.scale import a_tenth_or_in_full
from tests.support.sentences_read import faults_in

NOT_WRITTEN_HERE = {"convention_cadre"}
"""The signed text, printed word for word."""

GUESSES = ("dijon", "EUR", "FR", "a" * 64, "deux mots")
"""What a scalar that no type describes may be."""

SAMPLES: Mapping[object, str] = {date: "2017-05-02", Decimal: "10", bool: "oui", int: "2"}


@cache
def kinds() -> dict[str, DocumentKind]:
    return {name: kind for name, kind in Shelf.of(WORKSPACE).kinds.items() if name not in NOT_WRITTEN_HERE}


@cache
def template(kind: str) -> Template:
    return compile_template(ROOT / f"templates/{kind}/modele.docx")


def form(number: str) -> dict[str, Any]:
    text = (ROOT / f"inputs/2017/{number}.yaml").read_text(encoding="utf-8")
    return typing.cast("dict[str, Any]", yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - it makes texts alone


def faults_of(number: str, typed: Mapping[str, Any]) -> list[tuple[str, str, str]] | None:
    """Return what is wrong with the documents of a form; None when the form itself is refused."""
    try:
        action = Action.model_validate(typed)
    except ValidationError:
        return None
    requests = plan_documents(replace(example(number), action=action), kinds(), draft=True, only=list(kinds()))
    texts = [(each.kind, extract_text(template(each.kind).render(each.context, draft=True))) for each in requests]
    return [(kind, *fault) for kind, text in texts for fault in faults_in(text)]


def below(path: Path, value: object) -> Iterator[Path]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*path, key)
            yield from below((*path, key), item)
    elif isinstance(value, list):
        for rank, item in enumerate(value):
            yield (*path, rank)
            yield from below((*path, rank), item)


def at(typed: Any, path: Path) -> Any:
    for step in path:
        typed = typed[step]
    return typed


def without(typed: Mapping[str, Any], path: Path) -> dict[str, Any]:
    changed = copy.deepcopy(dict(typed))
    del at(changed, path[:-1])[path[-1]]
    return changed


@pytest.mark.parametrize("number", ["2017-01", "2017-02"])
@a_tenth_or_in_full("share", 10)
def test_whatever_is_left_out_each_paragraph_is_a_sentence(number: str, share: int) -> None:
    typed = form(number)
    paths = [path for rank, path in enumerate(below((), typed)) if rank % 10 < share]
    judged = {dotted(path): faults_of(number, without(typed, path)) for path in paths}
    assert {place: faults for place, faults in judged.items() if faults} == {}
    assert sum(faults is not None for faults in judged.values()) > len(paths) * 0.8


def test_of_a_form_that_says_nothing_each_paragraph_is_a_sentence() -> None:
    typed = form("2017-01")
    assert faults_of("2017-01", {key: typed[key] for key in ("numero", "convention")}) == []


def test_whatever_is_filled_in_each_paragraph_is_a_sentence() -> None:
    typed = form("2017-01")
    filled: dict[str, list[tuple[str, str, str]] | None] = {}
    for path, key, field in unfilled(typed):
        for value in values_for(field):
            changed = copy.deepcopy(typed)
            at(changed, path)[key] = value
            found = filled[dotted((*path, key))] = faults_of("2017-01", changed)
            if found is not None:
                break
    assert {place: faults for place, faults in filled.items() if faults} == {}
    assert sum(faults is not None for faults in filled.values()) > len(filled) * 0.8


def unfilled(typed: Mapping[str, Any]) -> Iterator[tuple[Path, str, FieldInfo]]:
    """Yield the fields that nobody filled in a form, once for each kind of entry."""
    seen: set[tuple[type[BaseModel], str]] = set()
    for path, model in entries((), typed, Action):
        for key, field in fields_of(model).items():
            if key not in at(typed, path) and (model, key) not in seen:
                seen.add((model, key))
                yield path, key, field


def entries(path: Path, value: Any, model: type[BaseModel]) -> Iterator[tuple[Path, type[BaseModel]]]:
    yield path, model
    for key, field in fields_of(model).items():
        below_it = entry_in(field.annotation)
        if below_it is None or key not in value:
            continue
        given = value[key]
        for rank, item in enumerate(given) if isinstance(given, list) else [(None, given)]:
            if isinstance(item, dict):
                yield from entries((*path, key) if rank is None else (*path, key, rank), item, below_it)


def values_for(field: FieldInfo) -> list[Any]:
    """Return what may be typed in a field, the likeliest first."""
    sentence = sentence_of(field)
    if sentence is not None:
        return [sentence.example, [sentence.example]]
    sample = sample_of(field.annotation)
    return [sample] if sample is not None else [*GUESSES, *([guess] for guess in GUESSES)]


def sample_of(annotation: Any) -> Any:
    origin, parts = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in {typing.Union, types.UnionType, typing.Annotated}:
        return sample_of(next(part for part in parts if part is not type(None)))
    if origin is tuple:
        item = sample_of(parts[0])
        return None if item is None else [item]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        needed = ((key, field) for key, field in fields_of(annotation).items() if field.is_required())
        return {key: values_for(field)[0] for key, field in needed}
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    return SAMPLES.get(annotation)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Elle prend fin le , sans préjudice de l’évaluation.",
        "La ville de Valmont, représentée par .",
        "L’action se déroule du 3 mai au.",
        "Le comité comprend :",
        "Les pièces sont les suivantes : ; facture",
        "Une somme de 10 € () est versée.",
        "Une somme  est versée.",
        "La présente convention a pour objet de organiser un salon.",
        "L’axe est ainsi énoncé : « ».",
        "Vu la délibération n° ;",
        "La convention est conclue..",
    ],
)
def test_a_paragraph_that_leads_nowhere_is_told(paragraph: str) -> None:
    found = [told for _, told in faults_in(f"Avant.\n{paragraph}\nArticle 2 – Suite")]
    assert set(found) == {paragraph}
