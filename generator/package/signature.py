"""The signature of a manifest by a private key: Ed25519 (RFC 8032), in a file beside the seal.

The seal proves that nothing changed since the package was made; whoever changes it can make the seal again. A signature
cannot be made again without the key. The file holds the 64 bytes of RFC 8032, which OpenSSL reads too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.artifacts import MANIFEST, SIGNATURE, Package
from generator.canonical_json import digest_of
from generator.findings import Finding, Place
from generator.messages import signature_packages
from generator.messages.message import InFull, Message

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_LONGEST_KEY = 16 * 1024
"""Bytes of a key file that are read: a key takes some hundred."""


class UnusableKeyError(Exception):
    """A key cannot be used; ``finding`` says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.message)


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs packages: a private key."""

    _key: Ed25519PrivateKey

    def signed(self, package: Package) -> Package:
        """Return a package with the signature of its manifest."""
        signature = self._key.sign(package.files[MANIFEST])
        return Package({**package.files, SIGNATURE: signature}, {**package.digests, SIGNATURE: digest_of(signature)})


@dataclass(frozen=True, slots=True)
class Witness:
    """By whom packages are known to be signed: a public key."""

    _key: Ed25519PublicKey

    def knows(self, manifest: bytes, signature: bytes) -> bool:
        """Whether a signature is that of a manifest by the private key that goes with this one."""
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - an extra, which few install

        try:
            self._key.verify(signature, manifest)
        except InvalidSignature:
            return False
        return True


def read_signer(path: Path) -> Signer:
    """Read a private key, in PEM or in OpenSSH's form, without a password.

    Raises:
        UnusableKeyError: the library is missing, or the file is no such key.
    """
    place = _place(path)
    _require_library(place)
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra, which few install
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - the same

    content = _content(path, place)
    if b" PUBLIC KEY-----" in content or content.startswith(b"ssh-"):
        raise UnusableKeyError(signature_packages.PUBLIC_KEY_TO_SIGN.at(place))
    load: Callable[..., object] = serialization.load_pem_private_key
    if b"OPENSSH PRIVATE KEY" in content:
        load = serialization.load_ssh_private_key
    key = _loaded(lambda: load(content, password=None), signature_packages.NOT_A_PRIVATE_KEY, place)
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise UnusableKeyError(signature_packages.OTHER_KIND_OF_KEY.at(place))
    return Signer(key)


def read_witness(path: Path) -> Witness:
    """Read a public key, in PEM or in OpenSSH's form.

    Raises:
        UnusableKeyError: the library is missing, or the file is no such key.
    """
    place = _place(path)
    _require_library(place)
    from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - an extra, which few install
    from cryptography.hazmat.primitives.asymmetric import ed25519  # noqa: PLC0415 - the same

    content = _content(path, place)
    if b"PRIVATE KEY-----" in content:
        raise UnusableKeyError(signature_packages.PRIVATE_KEY_TO_VERIFY.at(place))
    load: Callable[..., object] = serialization.load_pem_public_key
    if content.startswith(b"ssh-"):
        load = serialization.load_ssh_public_key
    key = _loaded(lambda: load(content), signature_packages.NOT_A_PUBLIC_KEY, place)
    if not isinstance(key, ed25519.Ed25519PublicKey):
        raise UnusableKeyError(signature_packages.OTHER_KIND_OF_KEY.at(place))
    return Witness(key)


def signature_differences(folder: Path, witness: Witness | None) -> list[Finding]:
    """Tell what a package's signature is worth: an error under a public key, else what was not looked at.

    Args:
        folder: a package whose seal and files are right.
        witness: the public key of who should have signed; None to look at no signature.
    """
    path = folder / SIGNATURE
    if witness is None:
        note = signature_packages.UNCHECKED_SIGNATURE if path.is_file() else signature_packages.WHAT_A_SEAL_PROVES
        return [note.at(Place(path.name if path.is_file() else MANIFEST))]
    if not path.is_file():
        return [signature_packages.NO_SIGNATURE.at(_place(path), fichier=InFull(SIGNATURE))]
    if not witness.knows((folder / MANIFEST).read_bytes(), path.read_bytes()):
        return [signature_packages.WRONG_SIGNATURE.at(_place(path))]
    return []


def _loaded(load: Callable[[], object], refused: Message, place: Place) -> object:
    """Load a key.

    Raises:
        UnusableKeyError: it is protected by a password, or it is no key at all.
    """
    from cryptography.exceptions import UnsupportedAlgorithm  # noqa: PLC0415 - an extra, which few install

    try:
        return load()
    except TypeError:
        raise UnusableKeyError(signature_packages.KEY_WITH_PASSWORD.at(place)) from None
    except (ValueError, UnsupportedAlgorithm):
        raise UnusableKeyError(refused.at(place)) from None


def _content(path: Path, place: Place) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST_KEY).strip() + b"\n"
    except (OSError, ValueError):
        raise UnusableKeyError(signature_packages.UNREADABLE_KEY.at(place)) from None


def _require_library(place: Place) -> None:
    try:
        import cryptography.hazmat.primitives.asymmetric.ed25519  # noqa: F401, PLC0415 - an extra, which few install
    except ImportError:
        raise UnusableKeyError(signature_packages.MISSING_LIBRARY.at(place)) from None


def _place(path: Path) -> Place:
    return Place(path.as_posix())
