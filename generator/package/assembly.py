"""Assembly of a package from rendered documents: pure, from bytes to bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.artifacts import MANIFEST, Document, Package
from generator.canonical_json import canonical, digest_of
from generator.findings import Finding
from generator.model.rule_settings import RuleSetting
from generator.package.manifest import (
    FILES,
    FORM,
    FORMAT,
    ORIGINALS,
    PRESENT_FORMAT,
    PROGRAM,
    SEAL,
    SOURCES,
    copy_folder,
    listing,
    made_by,
    seal_of,
)
from generator.package.sources_archive import ARCHIVE, archive_of, packed, source_name


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
    named = {source_name(path): content for path, content in sources.items()}
    files[ARCHIVE] = archive_of(named)
    body, act = original.content, digest_of(original.content)
    digests = {path: act if content is body else digest_of(content) for path, content in files.items()}
    manifest = canonical(
        {
            **_told(record),
            FILES: listing(files, digests),
            FORMAT: PRESENT_FORMAT,
            ORIGINALS: {
                "acte": f"{original.kind}.docx",
                "destinataires": list(record.recipients),
                "nombre": len(covers),
                "sha256": act,
            },
            SOURCES: listing(named, {path: packed(content).digest for path, content in named.items()}),
        }
    )
    seal = seal_of(manifest)
    digests |= {MANIFEST: digest_of(manifest), SEAL: digest_of(seal)}
    return Package({**files, MANIFEST: manifest, SEAL: seal}, digests)


def _told(record: Record) -> dict[str, object]:
    return {
        "action": record.action,
        "constats": [finding.as_json() for finding in record.findings],
        "convention": record.framework,
        "exemple": record.example,
        FORM: record.form,
        PROGRAM: made_by(record.version),
        "reglages": [setting.model_dump(mode="json", by_alias=True) for setting in record.settings],
        "regles": sorted(record.rules),
        "substance": record.substance,
    }
