"""Measure the rendering of one seven-page agreement: docxtpl, parafe, and the floor that no engine can beat.

Run ``python benchmarks/render.py``; it prints a table in Markdown, with the machine's description. All contenders
take turns in each round, and medians are compared, so that a slow moment of the machine weighs on all alike.
"""

from __future__ import annotations

import argparse
import html
import io
import platform
import resource
import signal
import statistics
import time
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import Any

import docx
from docxtpl import DocxTemplate
from jinja2 import Environment
from markupsafe import escape

from generator.rendering import Template, compile_template, extract_text

STEPS = {
    "_printed_chunks": "Jinja, with the guards that locate faults",
    "_spliced": "check: sound, no word lost; styled texts put in place",
    "_result_faults": "check of what was a tree: read again, no word lost",
    "_finished": "from characters to octets",
    "Member.compress": "deflate",
    "Archive.complete": "the archive",
}
"""The steps of a rendering, by the functions that do them."""

ARTICLES = 21
LINES = 12
SENTENCE = (
    "La partie {{ parties.premiere }} et la partie {{ parties.seconde }} conviennent que l'action « {{ titre }} » "
    "s'inscrit dans le cadre de la convention signée le {{ date }}, dont les stipulations s'appliquent. "
)
TABLES = {
    "depenses": ("poste", "quantite", "prix", "montant"),
    "recettes": ("partie", "nature", "montant"),
    "calendrier": ("etape", "date", "lieu"),
}
CONTEXT: Mapping[str, Any] = {
    "titre": "Musées & patrimoine",
    "date": "1er mars 2017",
    "projet": True,
    "parties": {"premiere": "Ville de Dijon", "seconde": "Commune de Chefchaouen"},
    **{
        name: [{column: f"{column} {line}" for column in columns} for line in range(LINES)]
        for name, columns in TABLES.items()
    },
}


def agreement() -> bytes:
    """Return a seven-page template: articles, conditions, three tables that repeat a row, header and footer."""
    word = docx.Document()
    word.core_properties.title = "{{ titre }}"
    word.sections[0].header.paragraphs[0].text = "{% if projet %}PROJET{% endif %} {{ titre }}"
    word.sections[0].footer.paragraphs[0].text = "{{ parties.premiere }}"
    for number in range(1, ARTICLES + 1):
        word.add_heading(f"Article {number} – {{{{ titre }}}}", 1)
        word.add_paragraph(SENTENCE * 2)
        word.add_paragraph("{%p if projet %}")
        word.add_paragraph("Le présent article est un projet.")
        word.add_paragraph("{%p endif %}")
    for name, columns in TABLES.items():
        _add_table(word, name, columns)
    return _saved(word)


def _add_table(word: Any, name: str, columns: tuple[str, ...]) -> None:  # noqa: ANN401 - python-docx's document
    rows = [
        list(columns),
        [f"{{%tr for ligne in {name} %}}"],
        [f"{{{{ ligne.{column} }}}}" for column in columns],
        ["{%tr endfor %}"],
    ]
    table = word.add_table(len(rows), len(columns))
    for number, row in enumerate(rows):
        for cell, text in zip(table.rows[number].cells, row, strict=False):
            cell.text = text


def _saved(word: Any) -> bytes:  # noqa: ANN401 - same
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def docxtpl_as_in_its_manual(template: bytes) -> Callable[[], bytes]:
    """Open, render and save a new template each time."""

    def render() -> bytes:
        word = DocxTemplate(io.BytesIO(template))
        word.render(dict(CONTEXT), autoescape=True)
        return _saved(word)

    return render


def docxtpl_at_its_best(template: bytes) -> Callable[[], bytes]:
    """Keep one template and one Jinja environment."""
    word = DocxTemplate(io.BytesIO(template))
    environment = Environment(autoescape=True)

    def render() -> bytes:
        word.render(dict(CONTEXT), environment)
        return _saved(word)

    return render


def floor(template: bytes) -> Callable[[], bytes]:
    """Do nothing but Jinja, deflate and the writing of the archive: no check, no error, no mark."""
    word = DocxTemplate(io.BytesIO(template))
    word.init_docx()
    jinja = Environment(autoescape=True).from_string(word.patch_xml(word.get_xml()))

    def render() -> bytes:
        compressor = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        body = jinja.render(CONTEXT).encode()
        return b"".join((template, compressor.compress(body), compressor.flush()))

    return render


def lower_floor(template: bytes) -> Callable[[], bytes]:
    """Escape the values, join them with the stretches between them as Jinja left these once, deflate and write."""
    word = DocxTemplate(io.BytesIO(template))
    word.init_docx()
    marked = Environment(autoescape=True, finalize=lambda value: f"\0{value}\0")
    pieces = marked.from_string(word.patch_xml(word.get_xml())).render(CONTEXT).split("\0")
    values = [html.unescape(piece) for piece in pieces[1::2]]

    def render() -> bytes:
        compressor = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        pieces[1::2] = [escape(value) for value in values]
        body = "".join(pieces).encode()
        return b"".join((template, compressor.compress(body), compressor.flush()))

    return render


def parafe(template: bytes, *, draft: bool = False) -> Callable[[], bytes]:
    """Render with every check on."""
    compiled: Template = compile_template(template)
    return lambda: compiled.render(CONTEXT, draft=draft)


def measure(contenders: Mapping[str, Callable[[], bytes]], rounds: int) -> dict[str, float]:
    """Return each contender's median, in milliseconds, over interleaved rounds."""
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, render in contenders.items():
            repeats = 1 if name.startswith("docxtpl") else 10
            start = time.perf_counter()
            for _ in range(repeats):
                render()
            times[name].append((time.perf_counter() - start) * 1000 / repeats)
    return {name: statistics.median(measured) for name, measured in times.items()}


def machine() -> str:
    """Describe the machine: processor, cores, Python."""
    models = [line for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    model = models[0].partition(":")[2].strip() if models else platform.processor()
    return f"{model}, {len(models)} cores, Python {platform.python_version()}, {platform.system()}"


def table(medians: Mapping[str, float]) -> str:
    """Lay the medians out, with ratios to docxtpl as in its manual and to the floor."""
    reference, lowest = medians["docxtpl, as in its manual"], medians["floor: Jinja, deflate, write"]
    rows = ["| engine | ms a document | times faster than docxtpl | times the floor |", "|---|---:|---:|---:|"]
    rows += [
        f"| {name} | {median:.2f} | {reference / median:.1f} | {median / lowest:.2f} |"
        for name, median in medians.items()
    ]
    return "\n".join(rows)


def growth(sizes: tuple[int, ...]) -> str:
    """Return the time of one rendering with one table of so many rows: it grows in proportion."""
    compiled = compile_template(agreement())
    rows = ["| rows | ms | µs a row |", "|---:|---:|---:|"]
    for size in sizes:
        context = {**CONTEXT, "depenses": [CONTEXT["depenses"][0]] * size}
        start = time.perf_counter()
        compiled.render(context)
        elapsed = time.perf_counter() - start
        rows.append(f"| {size} | {elapsed * 1000:.0f} | {elapsed * 1e6 / size:.0f} |")
    return "\n".join(rows)


def shares(render: Callable[[], bytes], seconds: float = 3.0) -> str:
    """Return the share of each step, by samples of the processor's time taken each millisecond."""
    samples: Counter[str] = Counter()
    signal.signal(signal.SIGPROF, lambda _, frame: samples.update([step_of(frame)]))
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    end = time.process_time() + seconds
    while time.process_time() < end:
        render()
    signal.setitimer(signal.ITIMER_PROF, 0)
    rows = ["| step | share |", "|---|---:|"]
    rows += [f"| {step} | {100 * count / samples.total():.0f} % |" for step, count in samples.most_common()]
    return "\n".join(rows)


def step_of(frame: FrameType | None) -> str:
    """Return the step that a frame belongs to."""
    while frame is not None:
        step = STEPS.get(frame.f_code.co_qualname)
        if step:
            return step
        frame = frame.f_back
    return "the rest"


def memory(contenders: Mapping[str, Callable[[], bytes]], renderings: int) -> str:
    """Return how far the peak memory of each contender grows: in ten renderings, and in many more for ours."""
    counts = {name: (10, renderings if name.startswith("parafe") else 10) for name in contenders}
    rows = ["| engine | KiB for 10 documents | KiB more for the next |", "|---|---:|---:|"]
    for name, render in contenders.items():
        first, more = counts[name]
        with ProcessPoolExecutor(1, get_context("fork"), initializer=_keep, initargs=(render,)) as worker:
            growths = [worker.submit(_growth, count).result() for count in (first, more)]
        rows.append(f"| {name} | {growths[0]} | {growths[1]} (for {more}) |")
    return "\n".join(rows)


_kept: list[Callable[[], bytes]] = []


def _keep(render: Callable[[], bytes]) -> None:
    _kept.append(render)


def _growth(renderings: int) -> int:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(renderings):
        _kept[0]()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before


def worker_cost(template: bytes, rounds: int) -> str:
    """Say what a worker pays to have a compiled template, beside what each of its documents costs."""
    compile_times = []
    for _ in range(rounds):
        start = time.perf_counter()
        compile_template(template)
        compile_times.append((time.perf_counter() - start) * 1000)
    return (
        f"{statistics.median(compile_times):.0f} ms to compile the template, once in each worker, for all its threads"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--renderings", type=int, default=10_000)
    options = parser.parse_args()
    template = agreement()
    contenders = {
        "docxtpl, as in its manual": docxtpl_as_in_its_manual(template),
        "docxtpl, at its best": docxtpl_at_its_best(template),
        "parafe, all checks on": parafe(template),
        "floor: Jinja, deflate, write": floor(template),
        "lower floor: values escaped and joined, no Jinja, deflate, write": lower_floor(template),
    }
    assert extract_text(contenders["parafe, all checks on"]()) == extract_text(contenders["docxtpl, at its best"]())  # noqa: S101
    print(machine(), table(measure(contenders, options.rounds)), sep="\n\n", end="\n\n")
    print(shares(contenders["parafe, all checks on"]), worker_cost(template, options.rounds), sep="\n\n", end="\n\n")
    print(memory(contenders, options.renderings), growth((10, 100, 1000, 10_000)), sep="\n\n")


if __name__ == "__main__":
    main()
