"""Packages as their manifests tell them: what a register needs, whatever version of the program made them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import count
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.artifacts import MANIFEST
from generator.canonical_json import digest_of
from generator.package.manifest import ORIGINALS, PROGRAM

T = TypeVar("T")

_FOLDER: Final = "dossier-v{}"
_LARGEST: Final = 40
"""The digits of what a manifest may hold as an amount: « 1E+999999999 » would fill the memory once it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageRead:
    """What a package says of itself.

    Attributes:
        version: that of its folder.
        action: the number of the action, as the manifest has it.
        is_readable: whether the manifest is one.
        title: the action's title.
        object: the object of the act.
        framework: identifier of the framework convention.
        signers: those who sign: identifier → name.
        originals: how many originals there are.
        act_digest: SHA-256 of the act.
        manifest_digest: SHA-256 of the manifest.
        amounts: what is brought, by currency.
        example: whether it was made from example data.
        program: what made it.
    """

    version: int
    action: str = ""
    is_readable: bool = True
    title: str = ""
    object: str = ""
    framework: str = ""
    signers: Mapping[str, str] = field(default_factory=dict)
    originals: int = 0
    act_digest: str = ""
    manifest_digest: str = ""
    amounts: Mapping[str, Decimal] = field(default_factory=dict)
    example: bool = False
    program: str = ""


def packages_in(folder: Path, known: int = 0) -> Iterator[int]:
    """Yield the versions of the packages of an action. The folder is not listed: a version follows the one before.

    Args:
        folder: that of the action's outputs.
        known: a version that is said to be there, if any: those before it may have been moved away.
    """
    for version in count(1):
        if manifest_in(folder, version).exists():
            yield version
        elif version >= known:
            return


def manifest_in(folder: Path, version: int) -> Path:
    """Return the manifest of a package."""
    return package_folder(folder, version) / MANIFEST


def package_folder(folder: Path, version: int) -> Path:
    """Return the folder of a package."""
    return folder / _FOLDER.format(version)


def read_package(folder: Path, version: int) -> PackageRead:
    """Read the manifest of a package; one that is none gives a package that is not readable."""
    try:
        content = manifest_in(folder, version).read_bytes()
    except OSError:
        return PackageRead(version=version, is_readable=False)
    digest = digest_of(content)
    try:
        return _package_from(json.loads(content), version, digest)
    except (ValueError, TypeError, KeyError, AttributeError, InvalidOperation, RecursionError):
        return PackageRead(version=version, is_readable=False, manifest_digest=digest)


def _package_from(data: dict[str, Any], version: int, digest: str) -> PackageRead:
    originals, substance = data[ORIGINALS], data["substance"]
    return PackageRead(
        version=version,
        action=_of(str, data["action"]),
        title=_of(str, substance.get("intitule", "")),
        object=_of(str, substance.get("objet", "")),
        framework=_of(str, data["convention"]),
        signers={_of(str, party["id"]): _of(str, party.get("nom", party["id"])) for party in substance["parties"]},
        originals=_of(int, originals["nombre"]),
        act_digest=_of(str, originals["sha256"]),
        manifest_digest=digest,
        amounts=_amounts(substance.get("ressources", ())),
        example=_of(bool, data["exemple"]),
        program=_of(str, data[PROGRAM]),
    )


def _amounts(lines: list[dict[str, Any]]) -> dict[str, Decimal]:
    """Add up what is brought, each currency by itself."""
    amounts: dict[str, Decimal] = {}
    for line in lines:
        if line.get("montant") is not None:
            currency = _of(str, line.get("devise", ""))
            amounts[currency] = amounts.get(currency, Decimal(0)) + _amount(line["montant"])
    return dict(sorted(amounts.items()))


def _amount(text: str) -> Decimal:
    amount = Decimal(_of(str, text))
    if not amount.is_finite() or abs(amount.adjusted()) > _LARGEST:
        raise ValueError(text)
    return amount


def _of(kind: type[T], value: object) -> T:
    """Return a value of a kind.

    Raises:
        TypeError: it is of another.
    """
    if isinstance(value, kind) and type(value) is kind:  # a number is no truth value, nor the other way round
        return value
    raise TypeError(value)
