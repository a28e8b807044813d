"""Nothing of a rendering is left to the next, in any thread; the checks see what an engine would lose."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from typing import Any

import docx
import pytest

from generator.rendering import TemplateErrors, compile_template, extract_text
from generator.rendering.compile import part_compiling
from generator.rendering.fill import part_filling
from tests.support.sample_templates import footnotes
from tests.support.scale import a_tenth_or_in_full
from tests.support.word import document, edited, saved, table

ROWS = [["{%tr for l in lignes %}", ""], ["{{ l.a }}", "{{ l.b }}"], ["{%tr endfor %}", ""]]


def fails(number: int) -> bool:
    """One even number in fifty, and one odd one."""
    return number % 100 in {7, 58}


def record(number: int) -> dict[str, Any]:
    broken = fails(number)
    lines = [{"a": f"marque {number}", "b": "ligne\nrompue"}] * (number % 4)
    return {"nom": None if broken else f"marque {number}", "lignes": lines}


COMPILED = compile_template(table(*ROWS, before=["Nom : {{ nom }}"], after=["Fin."]))
"""One template for all threads; each process imports this module, and has its own."""


def rendered(number: int) -> str | None:
    try:
        return extract_text(COMPILED.render(record(number)))
    except TemplateErrors:
        return None


EXECUTORS: dict[str, Callable[[], Executor]] = {
    "threads": lambda: ThreadPoolExecutor(4),
    "processes": lambda: ProcessPoolExecutor(2, mp_context=get_context("spawn")),
}


@pytest.mark.parametrize("executor", EXECUTORS)
@a_tenth_or_in_full("count", 10_000)
def test_of_many_records_no_document_holds_another_s_words(count: int, executor: str) -> None:
    numbers = range(0, count, 2) if executor == "threads" else range(1, count, 2)
    chunksize = 1 if executor == "threads" else 250
    with EXECUTORS[executor]() as pool:
        texts = list(pool.map(rendered, numbers, chunksize=chunksize))
    assert texts.count(None) == count // 100
    for number, text in zip(numbers, texts, strict=True):
        expected = [f"Nom : marque {number}", *[f"marque {number}", "ligne", "rompue"] * (number % 4), "Fin."]
        assert text is None if fails(number) else text is not None and text.split("\n") == expected


def test_a_failed_rendering_leaves_nothing_behind() -> None:
    used = compile_template(table(*ROWS, before=["Nom : {{ nom }}"], after=["Fin."]))
    for number in range(20):
        for context in ({}, record(7), {"nom": "autre", "lignes": [{"a": "x\0"}]}, {"nom": object(), "lignes": 3}):
            with pytest.raises(TemplateErrors):
                used.render(context)
        assert used.render(record(number + 8)) == COMPILED.render(record(number + 8))


def test_no_part_is_rendered_twice() -> None:
    printed: list[str] = []

    def note_down(value: str) -> str:
        printed.append(value)
        return value

    word = docx.Document(io.BytesIO(footnotes()))
    word.add_section()
    word.paragraphs[0].add_run("{{ 'corps'|note }}")
    for section in word.sections:
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        section.header.paragraphs[0].text = "{{ 'en-tête'|note }}"
        section.footer.paragraphs[0].text = "{{ 'pied'|note }}"
    word.core_properties.title = "{{ 'titre'|note }}"
    noted = edited(saved(word), "word/footnotes.xml", lambda xml: xml.replace("nom", "'note'|note"))
    compile_template(noted, filters={"note": note_down}).render({})
    assert sorted(printed) == ["corps", "en-tête", "en-tête", "note", "pied", "pied", "titre"]


def test_a_template_cannot_change_its_context() -> None:
    context = {"l": [1], "d": {"a": 1}}
    for tag in (
        "{{ l.append(2) }}",
        "{{ d.update({'a': 2}) }}",
        "{{ d.pop('a') }}",
        "{% set d = 3 %}",
        "{{ l.clear() }}",
    ):
        with suppress(TemplateErrors):
            compile_template(document(tag)).render(context)
        assert context == {"l": [1], "d": {"a": 1}}


PLACES_AND_DAYS = (
    {"PYTHONHASHSEED": "0", "TZ": "Europe/Paris", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": "Pacific/Niue", "LC_ALL": "fr_FR.UTF-8"},
    {"PYTHONHASHSEED": "random", "TZ": "UTC", "PYTHONUTF8": "1"},
)
"""Settings of a process; the second and the third are never on the same day."""


def test_bytes_are_the_same_in_any_process_and_with_any_hash_seed() -> None:
    program = (
        "import hashlib, sys; from generator.rendering import compile_template;"
        "data = sys.stdin.buffer.read();"
        "print(hashlib.sha256(compile_template(data).render({'a': 'x\\ny', 'b': {'c': 1}}, draft=True)).hexdigest())"
    )
    word = document("{{ a }} {{ b.c }} {{ absent }}", "{%p for k, v in b.items() %}", "{{ k }}", "{%p endfor %}")
    compiled = compile_template(word)
    with ThreadPoolExecutor(4) as pool:
        here = set(pool.map(lambda _: compiled.render({"a": "x\ny", "b": {"c": 1}}, draft=True), range(40)))
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=word,
            capture_output=True,
            check=True,
            env={**os.environ, **settings},
        ).stdout.decode()
        for settings in PLACES_AND_DAYS
    }
    assert digests == {hashlib.sha256(content).hexdigest() + "\n" for content in here}
    assert len(digests) == 1


def of_every_kind() -> bytes:
    """A document with a row, a clause, a note and a last sentence."""
    word = docx.Document(io.BytesIO(footnotes()))
    cells = [["Poste", "Montant"], *ROWS]
    grid = word.add_table(len(cells), 2)
    for row, texts in zip(grid.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    for text in ("{%p if oui %}", "Clause.", "{%p endif %}", "Fin."):
        word.add_paragraph(text)
    return saved(word)


RUN, PARAGRAPH = "<w:r><w:t>Fin.</w:t></w:r>", "<w:p><w:r><w:t>Fin.</w:t></w:r></w:p>"
ROW = re.compile(r"<w:tr>(?:(?!<w:tr>).)*?valeur.*?</w:tr>", re.DOTALL)
CLAUSE = re.compile(r"\{% if oui.*?endif.*?%\}", re.DOTALL)
NOTE = re.compile("<w:footnote .*</w:footnote>", re.DOTALL)
BREAKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a run dropped": ("patched", lambda xml: xml.replace(RUN, "")),
    "a paragraph dropped": ("patched", lambda xml: xml.replace(PARAGRAPH, "")),
    "a word cut": ("patched", lambda xml: xml.replace("Fin.", "Fi.")),
    "a tag dropped": ("patched", lambda xml: xml.replace("{{ l.b", "l.b")),
    "a clause dropped": ("patched", lambda xml: CLAUSE.sub("", xml)),
    "a note dropped": ("patched", lambda xml: NOTE.sub("", xml)),
    "a paragraph doubled": ("patched", lambda xml: xml.replace(PARAGRAPH, PARAGRAPH * 2)),
    "a row dropped after rendering": ("serialize", lambda xml: ROW.sub("", xml)),
    "a value dropped after rendering": ("serialize", lambda xml: xml.replace("valeur", "")),
    "a clause dropped after rendering": ("serialize", lambda xml: xml.replace("<w:t>Clause.</w:t>", "")),
    "a note dropped after rendering": ("serialize", lambda xml: NOTE.sub("", xml)),
    "a paragraph doubled after rendering": ("serialize", lambda xml: xml.replace(PARAGRAPH, PARAGRAPH * 2)),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_an_engine_broken_on_purpose_is_caught(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step, change = BREAKS[fault]
    # The page break takes the whole tree of the body; the note has a tree for its numbers.
    context = {"lignes": [{"a": "valeur", "b": "y\fz"}], "oui": True, "nom": "z\fy"}
    compile_template(of_every_kind()).render(context)
    holder = part_compiling if step == "patched" else part_filling
    sound = getattr(holder, step)
    broken: list[bool] = []

    def break_it(*given: Any) -> Any:
        made = sound(*given)
        xml = made if step == "patched" else made.decode()
        broken.append(change(xml) != xml)
        return change(xml) if step == "patched" else change(xml).encode()

    monkeypatch.setattr(holder, step, break_it)
    with pytest.raises(TemplateErrors, match=r"TP11\d|TP302"):
        compile_template(of_every_kind()).render(context)
    assert broken.count(True) == 1
