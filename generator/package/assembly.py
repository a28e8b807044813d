"""Assembly of a package from rendered documents: pure, from bytes to bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.artifacts import Document, Package
from generator.canonical_json import canonical, digest_of
from generator.findings import Finding
from generator.model.rule_settings import RuleSetting
from generator.package.manifest import (
    FORM,
    MANIFEST,
    ORIGINALS,
    PROGRAM,
    SEAL,
    SOURCES,
    copy_folder,
    listing,
    made_by,
    seal_of,
)


@dataclass(frozen=True, slots=True)
class Record:
    """What a package's manifest says besides its files.

    Attributes:
        action: number of the action.
        form: its form, by workspace path.
        framework: identifier of the framework convention.
        version: version of the program.
        example: whether the package was made from example data.
        rules: codes of the rules that were run.
        findings: what they found, waivers included.
        settings: the rules that the workspace weighs otherwise, and who answers for it.
        recipients: who receives each original, in order.
        substance: what the act settles, as JSON values.
    """

    action: str
    form: str
    framework: str
    version: str
    example: bool
    rules: Sequence[str]
    findings: Sequence[Finding]
    settings: Sequence[RuleSetting]
    recipients: Sequence[str]
    substance: Mapping[str, object]


def assemble(
    original: Document,
    covers: Sequence[Document],
    papers: Sequence[Document],
    sources: Mapping[str, bytes],
    record: Record,
) -> Package:
    """Assemble a package.

    Args:
        original: the body of the act; each original holds the very same bytes.
        covers: one cover for each original, in order; their number is the number of originals.
        papers: the other papers.
        sources: workspace path → bytes of every input, table and template that was used.
        record: what the manifest says besides the files.

    Returns:
        Relative path → bytes, manifest and seal included.
    """
    files: dict[str, bytes] = {}
    for rank, cover in enumerate(covers, start=1):
        folder = copy_folder(rank)
        files[f"{folder}/{original.kind}.docx"] = original.content
        files[f"{folder}/{cover.kind}.docx"] = cover.content
    files |= {f"pieces/{paper.name}.docx": paper.content for paper in papers}
    files |= {f"{SOURCES}/{path.lstrip('/')}": content for path, content in sources.items()}
    manifest = canonical(_manifest(original, len(covers), files, record))
    return Package({**files, MANIFEST: manifest, SEAL: seal_of(manifest)})


def _manifest(original: Document, count: int, files: Mapping[str, bytes], record: Record) -> dict[str, object]:
    return {
        "action": record.action,
        "constats": [finding.as_json() for finding in record.findings],
        "convention": record.framework,
        "exemple": record.example,
        "fichiers": listing(files),
        "format": 1,
        FORM: record.form,
        ORIGINALS: {
            "acte": f"{original.kind}.docx",
            "destinataires": list(record.recipients),
            "nombre": count,
            "sha256": digest_of(original.content),
        },
        PROGRAM: made_by(record.version),
        "reglages": [setting.model_dump(mode="json", by_alias=True) for setting in record.settings],
        "regles": sorted(record.rules),
        "substance": record.substance,
    }
