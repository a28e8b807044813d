"""Verification of a published package: any changed, missing or extra byte is refused, and named."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from generator.findings import Finding, Place, Severity
from generator.package.manifest import MANIFEST, SEAL, digest_of, seal_of

MESSAGES: dict[str, tuple[str, str]] = {
    "DO001": (
        "« {chemin} » n’est pas un dossier de signature : le fichier {manifeste} y manque",
        "Donnez le chemin d’un dossier « dossier-v1 », « dossier-v2 »…",
    ),
    "DO002": (
        "le sceau {sceau} manque ou ne correspond pas au manifeste : le manifeste a été modifié",
        "Reprenez le dossier d’origine ; s’il est perdu, produisez-en un nouveau avec « parafe generate --final ».",
    ),
    "DO003": (
        "le manifeste n’est pas lisible : {detail}",
        "Reprenez le dossier d’origine.",
    ),
    "DO004": (
        "le fichier a été modifié : son empreinte est {trouvee}, le manifeste porte {attendue}",
        "Remettez le fichier d’origine ; un acte modifié à la main ne se signe pas.",
    ),
    "DO005": ("le fichier manque", "Remettez le fichier d’origine à sa place."),
    "DO006": ("le fichier est de trop : le manifeste ne le connaît pas", "Retirez-le du dossier."),
    "DO007": (
        "le lien symbolique n’est pas admis dans un dossier de signature",
        "Remplacez le lien par le fichier d’origine.",
    ),
    "DO008": (
        "les originaux ne sont pas identiques ou ne sont pas au nombre annoncé ({nombre})",
        "Reprenez le dossier d’origine : chaque exemplaire doit porter exactement le même texte.",
    ),
}
"""Every message of verification: code → what is wrong, how to mend it."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


def verify(folder: Path) -> list[Finding]:
    """Compare a package with its manifest.

    Args:
        folder: a package's folder.

    Returns:
        One finding for each difference; none when the package is intact.
    """
    manifest_path = folder / MANIFEST
    if folder.is_symlink() or not manifest_path.is_file():
        return [_finding("DO001", folder, chemin=folder.name, manifeste=MANIFEST)]
    content = manifest_path.read_bytes()
    seal = folder / SEAL
    if not seal.is_file() or seal.read_bytes() != seal_of(content):
        return [_finding("DO002", seal, sceau=SEAL)]
    try:
        manifest = json.loads(content)
        expected = _listed_files(manifest)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        return [_finding("DO003", manifest_path, detail=type(error).__name__)]
    return [*_file_differences(folder, expected), *_original_differences(folder, manifest, expected)]


def _listed_files(manifest: dict[str, list[dict[str, str]]]) -> dict[str, str]:
    """Return path → SHA-256 as the manifest lists them; refuse paths that leave the package."""
    listed = {entry["chemin"]: entry["sha256"] for entry in manifest["fichiers"]}
    for path, digest in listed.items():
        pure = PurePosixPath(path)
        if pure.is_absolute() or ".." in pure.parts or not _DIGEST.fullmatch(digest):
            raise ValueError(path)
    return listed


def _file_differences(folder: Path, expected: dict[str, str]) -> Iterator[Finding]:
    present = dict(_entries(folder))
    for path, digest in sorted(expected.items()):
        entry = present.pop(path, None)
        if entry is None:
            yield _finding("DO005", folder / path)
        elif entry.is_symlink():
            yield _finding("DO007", entry)
        elif (found := digest_of(entry.read_bytes())) != digest:
            yield _finding("DO004", entry, trouvee=found, attendue=digest)
    for path, entry in sorted(present.items()):
        if path not in {MANIFEST, SEAL}:
            yield _finding("DO006", entry)


def _entries(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file, link and empty folder of a package by its relative path."""
    for root, folders, names in os.walk(folder):
        here = Path(root)
        links = [name for name in folders if (here / name).is_symlink()]
        if not folders and not names:
            yield here.relative_to(folder).as_posix(), here
        for name in [*names, *links]:
            entry = here / name
            yield entry.relative_to(folder).as_posix(), entry


def _original_differences(folder: Path, manifest: dict[str, object], expected: dict[str, str]) -> Iterator[Finding]:
    originals = manifest.get("originaux")
    if not isinstance(originals, dict):
        yield _finding("DO003", folder / MANIFEST, detail="originaux")
        return
    digests = [
        digest
        for path, digest in expected.items()
        if path.startswith("originaux/") and path.endswith(f"/{originals.get('acte')}")
    ]
    if len(digests) != originals.get("nombre") or set(digests) != {originals.get("sha256")}:
        yield _finding("DO008", folder / "originaux", nombre=str(originals.get("nombre")))


def _finding(code: str, path: Path, **values: str) -> Finding:
    message, fix = MESSAGES[code]
    return Finding(code, Severity.ERROR, message.format(**values), Place(path.as_posix()), fix=fix)
