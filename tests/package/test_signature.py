"""Signing a manifest and knowing who signed it: keys in their usual forms, and every way in which one does not fit."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, x25519

from generator.artifacts import MANIFEST, SIGNATURE, Package
from generator.package.signature import (
    UnusableKeyError,
    read_signer,
    read_witness,
    signature_differences,
)

KEY = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = ed25519.Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
PEM, PKCS8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
PLAIN = serialization.NoEncryption()
LOCKED = serialization.BestAvailableEncryption(b"secret")


def private_pem(key: ed25519.Ed25519PrivateKey = KEY) -> bytes:
    return key.private_bytes(PEM, PKCS8, PLAIN)


def public_pem(key: ed25519.Ed25519PrivateKey = KEY) -> bytes:
    return key.public_key().public_bytes(PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def private_ssh() -> bytes:
    return KEY.private_bytes(PEM, serialization.PrivateFormat.OpenSSH, PLAIN)


def public_ssh() -> bytes:
    return KEY.public_key().public_bytes(serialization.Encoding.OpenSSH, serialization.PublicFormat.OpenSSH)


def file(folder: Path, content: bytes) -> Path:
    path = folder / "cle"
    path.write_bytes(content)
    return path


def signed(folder: Path, manifest: bytes = b"manifeste", key: bytes | None = None) -> Path:
    package = read_signer(file(folder, key or private_pem())).signed(Package({MANIFEST: manifest}))
    for name, content in package.files.items():
        (folder / name).write_bytes(content)
    return folder


def refused(read: Callable[[Path], object], path: Path) -> str:
    with pytest.raises(UnusableKeyError) as error:
        read(path)
    assert error.value.finding.fix
    return error.value.finding.code


@pytest.mark.parametrize("private", [private_pem(), private_ssh()], ids=["PEM", "OpenSSH"])
@pytest.mark.parametrize("public", [public_pem(), public_ssh()], ids=["PEM", "OpenSSH"])
def test_who_holds_the_public_key_knows_the_signature(private: bytes, public: bytes, tmp_path: Path) -> None:
    folder = signed(tmp_path, key=private)
    assert signature_differences(folder, read_witness(file(tmp_path, public))) == []


def test_a_signature_is_the_same_each_time_and_openssl_s(tmp_path: Path) -> None:
    """RFC 8032 draws nothing at random: equal manifests, equal packages."""
    first = (signed(tmp_path) / SIGNATURE).read_bytes()
    assert (signed(tmp_path) / SIGNATURE).read_bytes() == first == KEY.sign(b"manifeste")


def test_another_manifest_another_key_and_no_signature_are_told_apart(tmp_path: Path) -> None:
    folder = signed(tmp_path)
    own, another = (read_witness(file(tmp_path, public_pem(key))) for key in (KEY, OTHER))
    assert [found.code for found in signature_differences(folder, another)] == ["DO023"]
    (folder / MANIFEST).write_bytes(b"autre manifeste")
    assert [found.code for found in signature_differences(folder, own)] == ["DO023"]
    (folder / SIGNATURE).write_bytes(b"")
    assert [found.code for found in signature_differences(folder, own)] == ["DO023"]
    (folder / SIGNATURE).unlink()
    assert [found.code for found in signature_differences(folder, own)] == ["DO022"]


def test_without_a_key_what_was_not_looked_at_is_said(tmp_path: Path) -> None:
    folder = signed(tmp_path)
    assert [found.code for found in signature_differences(folder, None)] == ["DO021"]
    (folder / SIGNATURE).unlink()
    assert [found.code for found in signature_differences(folder, None)] == ["DO020"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (public_pem(), "DO030"),
        (public_ssh(), "DO030"),
        (b"", "DO026"),
        (b"ma cle", "DO026"),
        (private_pem()[:60], "DO026"),
        (KEY.private_bytes(PEM, PKCS8, LOCKED), "DO029"),
        (x25519.X25519PrivateKey.generate().private_bytes(PEM, PKCS8, PLAIN), "DO028"),
    ],
    ids=["public", "public of OpenSSH", "empty", "no key", "cut", "with a password", "of another kind"],
)
def test_a_key_that_cannot_sign_is_told_why(content: bytes, code: str, tmp_path: Path) -> None:
    assert refused(read_signer, file(tmp_path, content)) == code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (private_pem(), "DO031"),
        (private_ssh(), "DO031"),
        (b"ma cle", "DO027"),
        (b"ssh-ed25519 AAAA", "DO027"),
        (public_pem()[:60], "DO027"),
        (
            x25519.X25519PrivateKey.generate()
            .public_key()
            .public_bytes(PEM, serialization.PublicFormat.SubjectPublicKeyInfo),
            "DO028",
        ),
    ],
    ids=["private", "private of OpenSSH", "no key", "cut of OpenSSH", "cut", "of another kind"],
)
def test_a_key_that_cannot_verify_is_told_why(content: bytes, code: str, tmp_path: Path) -> None:
    assert refused(read_witness, file(tmp_path, content)) == code


@pytest.mark.parametrize("read", [read_signer, read_witness])
def test_a_key_that_is_not_there_or_a_folder_is_told(read: Callable[[Path], object], tmp_path: Path) -> None:
    assert refused(read, tmp_path / "absente.pem") == "DO025"
    assert refused(read, tmp_path) == "DO025"


@pytest.mark.parametrize("read", [read_signer, read_witness])
def test_without_the_library_the_command_that_installs_it_is_given(
    read: Callable[[Path], object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``None`` among the modules is how Python itself marks one that cannot be imported."""
    for name in [name for name in sys.modules if name.split(".")[0] == "cryptography"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cryptography", None)
    with pytest.raises(UnusableKeyError) as error:
        read(file(tmp_path, private_pem()))
    assert error.value.finding.code == "DO024"
    assert "pip install cryptography" in error.value.finding.fix
