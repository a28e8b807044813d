"""Assembly and verification of a signature package."""

import json
import shutil
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.artifacts import MANIFEST, Document
from generator.canonical_json import canonical, digest_of
from generator.findings import Finding
from generator.messages.signature_packages import MESSAGES
from generator.model.rule_settings import RuleSetting
from generator.package import SEAL, Record, assemble
from generator.package.manifest import seal_of
from generator.package.verification import verify
from generator.publish import publish_package
from tests.support import word
from tests.support.places import TESTS

SETTING = RuleSetting.model_validate({"regle": "CC001", "effet": "erreur", "date": "2017-01-09", "motif": "essai"})
RECORD = Record(
    "2017-01",
    "inputs/2017/2017-01.yaml",
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


@cache  # a document made a second later has other bytes
def cover(rank: int, digest: str = digest_of(b"corps"), recipient: str | None = None) -> bytes:
    """A cover of the original of that rank: « a » receives the first, « b » the second."""
    return word.document(f"Exemplaire n° {rank}/2", recipient or "ab"[rank - 1], digest)


@pytest.fixture
def published(tmp_path: Path) -> Path:
    covers = [document("page_de_garde", str(rank), cover(rank)) for rank in (1, 2)]
    papers = [document("bordereau_envoi", "valmont-1", b"bordereau")]
    sources = {"inputs/2017/2017-01.yaml": b"numero: 2017-01\n"}
    package = assemble(document("convention_specifique"), covers, papers, sources, RECORD)
    return publish_package(package, tmp_path / "2017-01")[0]


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def test_each_original_holds_the_same_bytes_and_its_own_cover(published: Path) -> None:
    bodies = [(published / f"originaux/exemplaire-{rank}/convention_specifique.docx").read_bytes() for rank in (1, 2)]
    assert bodies == [b"corps", b"corps"]
    assert (published / "originaux/exemplaire-2/page_de_garde.docx").read_bytes() == cover(2)


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


def test_two_covers_exchanged_are_named(published: Path) -> None:
    first, second = (published / f"originaux/exemplaire-{rank}/page_de_garde.docx" for rank in (1, 2))
    first.write_bytes(second.read_bytes())
    assert [finding.place.file for finding in verify(published)] == [first.as_posix()]


def test_the_manifest_says_what_the_act_settles_and_how_rules_are_weighed(published: Path) -> None:
    manifest = json.loads((published / MANIFEST).read_bytes())
    assert manifest["substance"] == RECORD.substance
    assert [(setting["regle"], setting["effet"]) for setting in manifest["reglages"]] == [("CC001", "erreur")]
    assert (manifest["originaux"]["nombre"], manifest["originaux"]["destinataires"]) == (2, ["a", "b"])


def test_the_link_to_a_package_is_no_package(published: Path, tmp_path: Path) -> None:
    link = tmp_path / "lien"
    link.symlink_to(published, target_is_directory=True)
    assert codes(verify(link)) == codes(verify(tmp_path))
    assert len(verify(link)) == 1


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
        b'{"format":2,"sources":[],"fichiers":[{"chemin":"../x","sha256":"' + b"0" * 64 + b'"}]}',
        b'{"format":2,"sources":[],"fichiers":[{"chemin":"/etc/passwd","sha256":"' + b"0" * 64 + b'"}]}',
        b'{"format":1,"fichiers":[{"chemin":"a","sha256":"' + b"0" * 63 + b'"}]}',
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


def resealed(folder: Path, path: str, content: bytes) -> Path:
    """Change a file of a package, then its line in the manifest, then the seal: what a forger does."""
    (folder / path).write_bytes(content)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    for entry in manifest["fichiers"]:
        if entry["chemin"] == path:
            entry.update(octets=len(content), sha256=digest_of(content))
    (folder / MANIFEST).write_bytes(canonical(manifest))
    (folder / SEAL).write_bytes(seal_of(canonical(manifest)))
    return folder


@pytest.mark.parametrize(
    ("forged", "code"),
    [
        (cover(2, digest=digest_of(b"autre")), "DO009"),
        (cover(2, digest=f"{digest_of(b'autre')} {digest_of(b'corps')}"), "DO009"),
        (cover(2, digest="sans empreinte"), "DO010"),
        (cover(1, recipient="b"), "DO011"),
        (cover(2, recipient="c"), "DO012"),
        (b"corps", "DO013"),
    ],
    ids=["of another act", "of two acts", "of no act", "of another copy", "for another", "no document"],
)
def test_a_cover_that_is_not_its_original_s_is_refused_though_sealed_again(
    published: Path, forged: bytes, code: str
) -> None:
    assert codes(verify(resealed(published, "originaux/exemplaire-2/page_de_garde.docx", forged))) == [code]


def test_a_cover_names_who_receives_the_original_whatever_the_typography(published: Path) -> None:
    typeset = cover(2, recipient="«\u00a0B\u00a0»")
    assert verify(resealed(published, "originaux/exemplaire-2/page_de_garde.docx", typeset)) == []


def test_an_original_without_its_cover_is_refused(published: Path) -> None:
    path = "originaux/exemplaire-2/page_de_garde.docx"
    manifest = json.loads((published / MANIFEST).read_bytes())
    manifest["fichiers"] = [entry for entry in manifest["fichiers"] if entry["chemin"] != path]
    (published / MANIFEST).write_bytes(canonical(manifest))
    (published / SEAL).write_bytes(seal_of(canonical(manifest)))
    (published / path).unlink()
    assert codes(verify(published)) == ["DO032"]


@pytest.mark.parametrize("originals", [3, {"nombre": "2"}, {"nombre": 2, "destinataires": "ab"}])
def test_a_manifest_that_does_not_tell_its_originals_is_refused(published: Path, originals: object) -> None:
    manifest = json.loads((published / MANIFEST).read_bytes())
    told = {**manifest["originaux"], **originals} if isinstance(originals, dict) else originals
    content = canonical({**manifest, "originaux": told})
    (published / MANIFEST).write_bytes(content)
    (published / SEAL).write_bytes(seal_of(content))
    assert codes(verify(published)) == ["DO003"]


def test_every_message_has_a_test_and_a_fix() -> None:
    tests = [*TESTS.glob("package/test_*.py"), TESTS / "journeys/test_forged_packages.py"]
    source = "".join(path.read_text(encoding="utf-8") for path in tests)
    assert [message.code for message in MESSAGES if message.code not in source] == []
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
