"""Notes: every reference leads to one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import template_files
from generator.rendering.faults import Fault
from generator.rendering.file.spots import Spots
from generator.rendering.file.word_file import WordFile
from generator.rendering.word.names import ID, w

_KINDS = {"footnote": "note de bas de page", "endnote": "note de fin"}


def note_faults(package: WordFile, spots: Spots) -> Iterator[Fault]:
    """Report the references of the body that lead to no note: Word refuses to open such a document."""
    body = package.trees[package.document]
    for kind, label in _KINDS.items():
        parts = [package.trees[name] for name in package.related(f"{kind}s")]
        known = {note.get(ID) for part in (*parts, body) for note in part.iter(w(kind))}
        for reference in body.iter(w(f"{kind}Reference")):
            if reference.get(ID) not in known:
                yield Fault(template_files.MISSING_NOTE, label, spots.of(reference))
