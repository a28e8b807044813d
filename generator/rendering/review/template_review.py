"""Lint: what a template should not be left with, found without data, beside what forbids to compile it.

Each check has a message of ``template_lint`` and a place. What is checked, in the order of the work: the tags and the
layout (``lint_layout``), the static text (``lint_text``), and the names that the catalogue of the kind lacks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.findings import Finding
from generator.messages import template_lint, template_ranges, template_tags
from generator.rendering.blocks.block_plan import unsure_targets
from generator.rendering.compile.catalogue_faults import catalogue_faults, unused_paths
from generator.rendering.compile.values_read import ReadValue
from generator.rendering.faults import Fault, Spot, TemplateErrors
from generator.rendering.file.filled_parts import filled_parts
from generator.rendering.file.spots import Spots, headings_of
from generator.rendering.file.word_file import WordFile, open_word_file
from generator.rendering.grafts.clauses import include_clauses
from generator.rendering.opc.archive import UnreadableArchiveError
from generator.rendering.opc.xml_parts import Element
from generator.rendering.review.lint_layout import (
    BROKEN_REFERENCE,
    block_faults,
    changing_faults,
    layout_faults,
    result_faults,
)
from generator.rendering.review.lint_names import names_of_tags
from generator.rendering.review.lint_text import readable_text, text_faults
from generator.rendering.tags.foreign_tags import as_own_tags, doubtful_faults, foreign_faults
from generator.rendering.tags.nearest_names import with_remedies
from generator.rendering.tags.unfillable_tags import shown_by_merge_field
from generator.rendering.template import clauses_beside, compile_template
from generator.rendering.word.names import PARAGRAPH

_OF_BLOCKS = frozenset({template_tags.UNBALANCED_BLOCK, template_ranges.BLOCK_OUT_OF_HOLDER})
_OF_REVISIONS = frozenset({template_tags.CROSSING_TAG, template_tags.DELETED_TAG, template_ranges.BLOCK_OUT_OF_HOLDER})
_OF_FOREIGN_TAGS = frozenset({template_lint.FOREIGN_TAG, template_lint.DOUBTFUL_TAG})
_PROSE = tuple(f"{{*}}{name}" for name in ("title", "subject", "keywords", "category", "description"))


@dataclass(frozen=True, slots=True)
class Review:
    """What is wrong with a template, in reading order.

    Attributes:
        name: the template's file.
        faults: what forbids to compile it, and what the lint found.
        variables: what it reads, by dotted path; None when it does not compile.
        stale_fields: what it holds that Word must compute again, each as a fault for a kind that wants none.
    """

    name: str
    faults: tuple[Fault, ...]
    variables: Mapping[str, ReadValue] | None = None
    stale_fields: tuple[Fault, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The faults, as users read them."""
        return tuple(fault.finding(self.name) for fault in self.faults)


def review_template(path: Path, known: Mapping[str, str] | None = None, *, name: str = "") -> Review:
    """Compile a template and lint it, the clauses that it includes too.

    Args:
        path: the .docx.
        known: the paths of its catalogue, as ``compile.catalogue_faults`` wants them; None to judge no name.
        name: how findings name the file; by default, its path.

    Raises:
        OSError: when the file cannot be read.
    """
    data = path.read_bytes()
    name = name or str(path)
    clauses = clauses_beside(path)
    try:
        package, _ = include_clauses(open_word_file(data), clauses)
    except UnreadableArchiveError as error:
        return Review(name, error.faults)
    variables: Mapping[str, ReadValue] | None = None
    faults: list[Fault] = []
    stale: tuple[Fault, ...] = ()
    hints: list[Fault] = []
    try:
        template = compile_template(data, clauses=clauses)
        variables, stale = template.variables(), template.stale_fields
        faults += template.doubts
        hints = [remark for remark in template.remarks if known is None or remark.what not in known]
        faults += [hint for hint in hints if hint.message is template_lint.PARTLY_NAMED]
    except TemplateErrors as error:
        faults += error.faults
    # The package is opened once more by compile_template: compiling numbers the tags in the trees that are linted here.
    placed = list(placed_paragraphs(package))
    faults += [fault for paragraph, spot in placed for fault in _paragraph_faults(paragraph, spot)]
    faults += [fault for spot in _placed_properties(package) for fault in text_faults(spot.paragraph, spot)]
    faults += block_faults(placed)
    faults += [Fault(template_ranges.ATTACHED_TEMPLATE, name) for name in package.attached]
    faults += _field_faults(package)
    faults += unsure_targets(filled_parts(package), headings_of(package))  # last: it moves what others read
    if known is not None:
        faults += catalogue_faults(variables or names_of_tags(spot for _, spot in placed), known)
    told = _without_consequences(faults, hints)
    return Review(name, tuple(_in_reading_order(told, [spot for _, spot in placed])), variables, stale)


def static_lines(path: Path, *, name: str = "") -> list[tuple[str, str]]:
    """Return the static text of a template, paragraph by paragraph, each with its part.

    The text of clauses counts; what only directs is left out.

    Args:
        path: the .docx.
        name: how findings name the file; by default, its path.

    Raises:
        TemplateErrors: when the file is no Word document that may be opened.
        OSError: when it cannot be read.
    """
    try:
        package, _ = include_clauses(open_word_file(path.read_bytes()), clauses_beside(path))
    except UnreadableArchiveError as error:
        raise TemplateErrors(name or str(path), error.faults) from None
    lines = ((spot.part, readable_text(spot.paragraph).strip()) for _, spot in placed_paragraphs(package))
    return [(part, text) for part, text in lines if text.strip("… /")]


def placed_paragraphs(package: WordFile) -> Iterator[tuple[Element, Spot]]:
    """Iterate over the paragraphs of every part that is filled, in reading order, each with its place."""
    headings = headings_of(package)
    for part in filled_parts(package):
        spots = Spots(part, headings)
        yield from ((paragraph, spots.of(paragraph)) for paragraph in part.root.iter(PARAGRAPH))


def _placed_properties(package: WordFile) -> Iterator[Spot]:
    """Iterate over the properties that a reader sees: title, subject, keywords, category, description."""
    for part in filled_parts(package):
        spots = Spots(part, headings_of(package))
        yield from (spots.of(element) for element in part.root.iter(*_PROSE) if (element.text or "").strip())


def _field_faults(package: WordFile) -> Iterator[Fault]:
    for part in filled_parts(package):
        spots = Spots(part, headings_of(package))
        yield from result_faults(part.root, spots)
        yield from changing_faults(part.root, spots)


def _paragraph_faults(paragraph: Element, spot: Spot) -> Iterator[Fault]:
    yield from layout_faults(paragraph, spot)
    yield from foreign_faults(spot.paragraph, spot)
    yield from doubtful_faults(spot.paragraph, spot)
    yield from text_faults(BROKEN_REFERENCE.sub("{{ x }}", as_own_tags(spot.paragraph)), spot)


def unused_values(review: Review, known: Iterable[str]) -> Fault | None:
    """Tell which values of its catalogue a template does not read; a group that it leaves alone is told once."""
    unused = unused_paths(review.variables or {}, known)
    return Fault(template_lint.UNUSED_VALUES, ", ".join(unused)) if unused else None


def _without_consequences(faults: Iterable[Fault], hints: Iterable[Fault]) -> list[Fault]:
    """Leave out what a fault of the same place tells already, and give unknown names the remedy that a hint knows."""
    gathered = with_remedies(faults, hints)
    cut = {(fault.spot, fault.what) for fault in gathered if fault.message in _OF_BLOCKS}
    in_revision = {fault.spot for fault in gathered if fault.message in _OF_REVISIONS}
    left = [fault for fault in gathered if fault.message is template_lint.LEFT_MERGE_FIELD]
    return [
        fault
        for fault in gathered
        if not (fault.message is template_lint.BLOCK_ACROSS_TABLES and (fault.spot, fault.what) in cut)
        and not (fault.message is template_lint.TRACKED_CHANGES and fault.spot in in_revision)
        and not (fault.message in _OF_FOREIGN_TAGS and shown_by_merge_field(fault, left))
    ]


def _in_reading_order(faults: Iterable[Fault], spots: Iterable[Spot]) -> list[Fault]:
    rank = {spot: number for number, spot in enumerate(spots)}
    return sorted(dict.fromkeys(faults), key=lambda fault: rank.get(fault.spot, -1))
