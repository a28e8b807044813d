"""Nothing of a rendering is left to the next, in any thread; the checks see what an engine would lose."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from rendering.word import document, table

from generator.rendering import TemplateErrors, compile_template, extract_text, filled

ROWS = [["{%tr for l in lignes %}", ""], ["{{ l.a }}", "{{ l.b }}"], ["{%tr endfor %}", ""]]


def record(number: int) -> dict[str, Any]:
    broken = number % 50 == 7
    lines = [{"a": f"marque {number}", "b": "ligne\nrompue"}] * (number % 4)
    return {"nom": None if broken else f"marque {number}", "lignes": lines}


def test_no_document_holds_another_s_words_over_threads_and_failures() -> None:
    compiled = compile_template(table(*ROWS, before=["Nom : {{ nom }}"], after=["Fin."]))

    def rendered(number: int) -> str | None:
        try:
            return extract_text(compiled.render(record(number)))
        except TemplateErrors:
            return None

    with ThreadPoolExecutor(4) as pool:
        texts = list(pool.map(rendered, range(1000)))
    for number, text in enumerate(texts):
        expected = [f"Nom : marque {number}", *[f"marque {number}", "ligne", "rompue"] * (number % 4), "Fin."]
        assert text is None if number % 50 == 7 else text is not None and text.split("\n") == expected


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


def test_bytes_are_the_same_in_any_process_and_with_any_hash_seed() -> None:
    program = (
        "import hashlib, sys; from generator.rendering import compile_template;"
        "data = sys.stdin.buffer.read();"
        "print(hashlib.sha256(compile_template(data).render({'a': 'x\\ny', 'b': {'c': 1}})).hexdigest())"
    )
    word = document("{{ a }} {{ b.c }}")
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=word,
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        ).stdout
        for seed in (1, 2)
    }
    assert len(digests) == 1


BREAKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "a run dropped": ("patched", lambda xml: xml.replace("<w:r><w:t>Fin.</w:t></w:r>", "")),
    "a paragraph dropped": ("patched", lambda xml: xml.replace("<w:p><w:r><w:t>Fin.</w:t></w:r></w:p>", "")),
    "a word dropped": ("patched", lambda xml: xml.replace("Fin.", "")),
    "a tag dropped": ("patched", lambda xml: xml.replace("{{ l.b", "l.b")),
    "a paragraph doubled": ("patched", lambda xml: xml.replace("<w:t>Fin.</w:t>", "<w:t>Fin.</w:t><w:t>Fin.</w:t>")),
    "a word added": ("patched", lambda xml: xml.replace("Fin.", "Fin. Fin.")),
    "a row dropped": (
        "finished",
        lambda xml: xml.replace("<w:tr>", "<w:tr><!--", 1).replace("</w:tr>", "--></w:tr>", 1),
    ),
    "a text dropped": ("finished", lambda xml: xml.replace("Fin.", "")),
    "a value dropped": ("finished", lambda xml: xml.replace("valeur", "")),
    "a text doubled": ("finished", lambda xml: xml.replace("Fin.", "Fin.Fin.")),
}


@pytest.mark.parametrize("fault", BREAKS)
def test_an_engine_broken_on_purpose_is_caught(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step, change = BREAKS[fault]
    word = table(["Poste", "Montant"], *ROWS, after=["Fin."])
    if step == "patched":
        sound = filled.patched
        monkeypatch.setattr(filled, "patched", lambda root: change(sound(root)))
    else:
        finish = filled.FilledPart._finished
        broken = lambda part, *step: change(finish(part, *step).decode()).encode()  # noqa: E731
        monkeypatch.setattr(filled.FilledPart, "_finished", broken)
    with pytest.raises(TemplateErrors, match=r"TP11\d|TP302"):
        compile_template(word).render({"lignes": [{"a": "valeur", "b": "y"}]})
