"""Assembly and verification of a signature package."""

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.artifacts import Document
from generator.canonical_json import canonical, digest_of
from generator.findings import Finding
from generator.messages.signature_packages import MESSAGES
from generator.model.rule_settings import RuleSetting
from generator.package import MANIFEST, SEAL, Record, assemble, verify
from generator.package.manifest import seal_of
from generator.publish import publish_package

SETTING = RuleSetting.model_validate({"regle": "CC001", "effet": "erreur", "date": "2017-01-09", "motif": "essai"})
RECORD = Record(
    "2017-01",
    "valmont",
    "1.0",
    example=True,
    rules=("CC002", "CC001"),
    findings=(),
    settings=(SETTING,),
    recipients=("a", "b"),
    substance={"objet": "de creuser un puits"},
)


def document(kind: str, subject: str = "", content: bytes = b"corps") -> Document:
    name = f"{kind}-{subject}" if subject else kind
    return Document(kind, subject, name, content)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    covers = [document("page_de_garde", str(rank), f"garde {rank}".encode()) for rank in (1, 2)]
    papers = [document("bordereau_envoi", "valmont-1", b"bordereau")]
    sources = {"inputs/2017/2017-01.yaml": b"numero: 2017-01\n"}
    package = assemble(document("convention_specifique"), covers, papers, sources, RECORD)
    return publish_package(package, tmp_path / "2017-01")


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_each_original_holds_the_same_bytes_and_its_own_cover(published: Path) -> None:
    bodies = [(published / f"originaux/exemplaire-{rank}/convention_specifique.docx").read_bytes() for rank in (1, 2)]
    assert bodies == [b"corps", b"corps"]
    assert (published / "originaux/exemplaire-2/page_de_garde.docx").read_bytes() == b"garde 2"


def test_the_manifest_is_canonical_and_sealed(published: Path) -> None:
    content = (published / MANIFEST).read_bytes()
    manifest = json.loads(content)
    assert canonical(manifest) == content
    assert (published / SEAL).read_bytes() == seal_of(content)
    assert manifest["originaux"] == {
        "acte": "convention_specifique.docx",
        "destinataires": ["a", "b"],
        "nombre": 2,
        "sha256": digest_of(b"corps"),
    }
    assert manifest["regles"] == ["CC001", "CC002"]
    assert manifest["reglages"] == [
        {"regle": "CC001", "effet": "erreur", "decide_par": None, "date": "2017-01-09", "motif": "essai"}
    ]


def test_an_intact_package_verifies(published: Path) -> None:
    assert verify(published) == []


def test_one_byte_changed_anywhere_is_named(published: Path) -> None:
    for path in sorted(entry for entry in published.rglob("*") if entry.is_file()):
        content = path.read_bytes()
        path.write_bytes(bytes([content[0] ^ 1]) + content[1:])
        findings = verify(published)
        assert findings, path
        if path.name != MANIFEST:
            assert [finding.place.file for finding in findings] == [path.as_posix()]
        path.write_bytes(content)
    assert verify(published) == []


def test_a_missing_file_an_extra_file_and_an_empty_folder_are_named(published: Path) -> None:
    (published / "pieces/bordereau_envoi-valmont-1.docx").unlink()
    (published / "pieces/note.txt").write_text("x")
    (published / "vide").mkdir()
    assert sorted(codes(verify(published))) == ["DO005", "DO006", "DO006"]


def test_a_symbolic_link_is_refused(published: Path, tmp_path: Path) -> None:
    path = published / "pieces/bordereau_envoi-valmont-1.docx"
    moved = tmp_path / "ailleurs.docx"
    path.rename(moved)
    path.symlink_to(moved)
    assert codes(verify(published)) == ["DO007"]


def test_a_folder_without_manifest_is_no_package(tmp_path: Path) -> None:
    assert codes(verify(tmp_path)) == ["DO001"]


def test_a_manifest_without_its_seal_is_refused(published: Path) -> None:
    (published / SEAL).unlink()
    assert codes(verify(published)) == ["DO002"]


@pytest.mark.parametrize(
    "manifest",
    [
        b"{",
        b"[]",
        b'{"fichiers": 3}',
        b'{"fichiers":[{"chemin":"../x","sha256":"' + b"0" * 64 + b'"}]}',
        b'{"fichiers":[{"chemin":"/etc/passwd","sha256":"' + b"0" * 64 + b'"}]}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_a_sealed_manifest_that_cannot_be_read_is_refused(published: Path, manifest: bytes) -> None:
    (published / MANIFEST).write_bytes(manifest)
    (published / SEAL).write_bytes(seal_of(manifest))
    assert codes(verify(published)) == ["DO003"]


def test_originals_that_differ_are_refused_even_with_a_new_seal(published: Path) -> None:
    target = published / "originaux/exemplaire-2/convention_specifique.docx"
    target.write_bytes(b"autre corps")
    manifest = json.loads((published / MANIFEST).read_bytes())
    for entry in manifest["fichiers"]:
        if entry["chemin"].endswith("exemplaire-2/convention_specifique.docx"):
            entry["sha256"] = digest_of(b"autre corps")
    content = canonical(manifest)
    (published / MANIFEST).write_bytes(content)
    (published / SEAL).write_bytes(seal_of(content))
    assert codes(verify(published)) == ["DO008"]


def test_every_message_has_a_test_and_a_fix() -> None:
    source = Path(__file__).read_text(encoding="utf-8")
    assert all(f'"{message.code}"' in source for message in MESSAGES)
    assert all(message.fix for message in MESSAGES)


def test_a_changed_file_is_told_with_both_digests(published: Path) -> None:
    (published / "pieces/bordereau_envoi-valmont-1.docx").write_bytes(b"change")
    (finding,) = verify(published)
    assert finding.code == "DO004"
    assert digest_of(b"change") in finding.message
    assert digest_of(b"bordereau") in finding.message


@given(st.dictionaries(st.text(min_size=1), st.one_of(st.integers(), st.text()), max_size=5))
def test_canonical_json_reads_back_as_it_was(value: dict[str, object]) -> None:
    encodable = json.dumps(value, ensure_ascii=False)
    try:
        encodable.encode()
    except UnicodeEncodeError:
        return
    assert json.loads(canonical(value)) == value


def test_equal_contents_give_equal_packages(published: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copie"
    shutil.copytree(published, copy)
    assert verify(copy) == []
