"""``parafe verify`` and forgers: a package changed and sealed again is refused, and a signature tells who made it.

Each forger changes files of a true package, then makes the manifest and its seal again, so that all digests agree.
"""

import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from generator.artifacts import MANIFEST, SIGNATURE
from generator.canonical_json import canonical, digest_of
from generator.cli import run
from generator.findings import Place
from generator.package import ARCHIVE, SEAL
from generator.package.manifest import PRESENT_FORMAT, listing, seal_of
from generator.package.sources_archive import archive_of, sources_in
from tests.support.workspaces import Made

PACKAGE = Path("output/2017/2017-01/dossier-v1")
ACT = "convention_specifique.docx"
FORM = "inputs/2017/2017-01.yaml"


@pytest.fixture
def package(example_year: Made, tmp_path: Path) -> Path:
    """A true package, to be forged."""
    return Path(shutil.copytree(example_year.root / PACKAGE, tmp_path / "dossier-v1"))


def resealed(package: Path, change: Callable[[dict[str, object]], None] = lambda _: None) -> None:
    """List the files again as they are, and make the seal again."""
    manifest = json.loads((package / MANIFEST).read_bytes())
    files = {
        path.relative_to(package).as_posix(): path.read_bytes()
        for path in package.rglob("*")
        if path.is_file() and path.name not in {MANIFEST, SEAL, SIGNATURE}
    }
    manifest["fichiers"] = listing(files, {path: digest_of(content) for path, content in files.items()})
    if manifest["format"] == PRESENT_FORMAT:
        sources = sources_in((package / ARCHIVE).read_bytes(), Place(ARCHIVE))
        manifest["sources"] = listing(sources, {path: digest_of(content) for path, content in sources.items()})
    manifest["originaux"]["sha256"] = digest_of(files[f"originaux/exemplaire-1/{ACT}"])
    change(manifest)
    (package / MANIFEST).write_bytes(canonical(manifest))
    (package / SEAL).write_bytes(seal_of(canonical(manifest)))


def reworded(path: Path, old: str, new: str) -> None:
    """Change words in the body of a Word document."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            content = source.read(member)
            if member.filename == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(member, content)
    path.write_bytes(buffer.getvalue())


def with_form_reworded(package: Path, old: str, new: str) -> None:
    """Change words of the form among the sources of a package."""
    sources = sources_in((package / ARCHIVE).read_bytes(), Place(ARCHIVE))
    assert old.encode() in sources[FORM]
    sources[FORM] = sources[FORM].replace(old.encode(), new.encode())
    (package / ARCHIVE).write_bytes(archive_of(sources))


def in_the_former_format(package: Path) -> None:
    """Write a package as the first format has it: its sources in a folder, listed with the other files."""
    shutil.unpack_archive(package / ARCHIVE, package / "sources")
    (package / ARCHIVE).unlink()
    manifest = json.loads((package / MANIFEST).read_bytes())
    del manifest["sources"]
    (package / MANIFEST).write_bytes(canonical({**manifest, "format": 1}))
    resealed(package)


def originals(package: Path) -> list[Path]:
    return sorted(package.glob(f"originaux/*/{ACT}"))


def covers(package: Path) -> list[Path]:
    return sorted(package.glob("originaux/*/page_de_garde.docx"))


def test_an_amount_changed_in_every_original_is_refused_by_the_covers(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in originals(package):
        reworded(path, "12\u202f640,00", "92\u202f640,00")
    resealed(package)
    assert run(["verify", str(package)]) == 1
    told = capsys.readouterr()
    assert told.err.count("DO009 [erreur]") == len(covers(package))
    assert "intact" not in told.out


def test_an_amount_changed_in_the_originals_and_on_the_covers_is_refused_by_the_sources(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    former = digest_of(originals(package)[0].read_bytes())
    for path in originals(package):
        reworded(path, "12\u202f640,00", "92\u202f640,00")
    for path in covers(package):
        reworded(path, former, digest_of(originals(package)[0].read_bytes()))
    resealed(package)
    assert run(["verify", str(package)]) == 1
    assert capsys.readouterr().err.count("DO014 [erreur]") == len(originals(package)) + len(covers(package))


def test_a_paper_changed_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = package / "pieces/instruction_signature.docx"
    reworded(paper, "Corrections", "Ratures")
    resealed(package)
    assert run(["verify", str(package)]) == 1
    assert [line.split(": ")[0] for line in capsys.readouterr().err.splitlines() if "DO014" in line] == [str(paper)]


def test_a_form_changed_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_form_reworded(package, "débouchés", "marchés")
    resealed(package)
    assert run(["verify", str(package)]) == 1
    told = capsys.readouterr().err
    assert told.count("DO014 [erreur]") >= len(originals(package))


def test_a_form_that_no_package_could_be_made_of_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_form_reworded(package, "total: 17040.00", "total: 97040.00")
    resealed(package)
    assert run(["verify", str(package)]) == 1
    told = capsys.readouterr().err
    assert "DO018 [erreur]" in told
    assert "97" in told


def test_a_source_changed_alone_is_told_by_its_name(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_form_reworded(package, "débouchés", "marchés")
    assert run(["verify", str(package)]) == 1
    places = [line.split(": ")[0] for line in capsys.readouterr().err.splitlines() if "DO004" in line]
    assert places == [str(package / ARCHIVE), str(package / ARCHIVE / FORM)]


def test_a_source_too_many_is_refused_though_listed(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sources = sources_in((package / ARCHIVE).read_bytes(), Place(ARCHIVE))
    (package / ARCHIVE).write_bytes(archive_of(sources | {"inputs/note.txt": b"note"}))
    resealed(package)
    assert run(["verify", str(package)]) == 1
    told = capsys.readouterr().err
    assert [line.split(": ")[0] for line in told.splitlines() if "DO015" in line] == [
        f"{package / ARCHIVE}/inputs/note.txt"
    ]


def test_a_hostile_archive_of_sources_is_refused_and_opens_nothing(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile(package / ARCHIVE, "a") as archive:
        archive.writestr("../../evasion.yaml", "x")
    content = (package / ARCHIVE).read_bytes()
    manifest = json.loads((package / MANIFEST).read_bytes())
    for entry in manifest["fichiers"]:
        if entry["chemin"] == ARCHIVE:
            entry.update(octets=len(content), sha256=digest_of(content))
    (package / MANIFEST).write_bytes(canonical(manifest))
    (package / SEAL).write_bytes(seal_of(canonical(manifest)))
    assert run(["verify", str(package)]) == 1
    assert "DO038 [erreur]" in capsys.readouterr().err
    assert not list(tmp_path.rglob("evasion*"))


def test_a_package_of_the_former_format_is_made_again_too(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    in_the_former_format(package)
    assert run(["verify", str(package)]) == 0
    assert "DO020 [information]" in capsys.readouterr().err
    reworded(package / "pieces/instruction_signature.docx", "Corrections", "Ratures")
    (package / "sources/inputs/note.txt").write_bytes(b"note")
    (package / ARCHIVE).write_bytes(archive_of({}))
    resealed(package)
    assert run(["verify", str(package)]) == 1
    told = [line.split(": ")[:2] for line in capsys.readouterr().err.splitlines() if "[erreur]" in line]
    assert sorted((place, code[:5]) for place, code in told) == [
        (str(package / "pieces/instruction_signature.docx"), "DO014"),
        (str(package / "sources.zip"), "DO015"),
        (str(package / "sources/inputs/note.txt"), "DO015"),
    ]


def test_a_manifest_without_its_form_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    resealed(package, lambda manifest: manifest.update(formulaire="../../autre.yaml"))
    assert run(["verify", str(package)]) == 1
    assert "DO018 [erreur]" in capsys.readouterr().err


def test_an_original_removed_is_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(package / "originaux/exemplaire-6")

    def five(manifest: dict[str, object]) -> None:
        told = manifest["originaux"]
        assert isinstance(told, dict)
        told.update(nombre=5, destinataires=told["destinataires"][:5])

    resealed(package, five)
    assert run(["verify", str(package)]) == 1
    assert capsys.readouterr().err.count("DO011 [erreur]") == len(covers(package))


def test_the_cover_of_another_package_is_refused(
    package: Path, example_year: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    other = example_year.root / "output/2017/2017-02/dossier-v1/originaux/exemplaire-1/page_de_garde.docx"
    shutil.copyfile(other, covers(package)[0])
    resealed(package)
    assert run(["verify", str(package)]) == 1
    assert "DO009 [erreur]" in capsys.readouterr().err


def test_a_paper_removed_and_one_added_are_refused(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper = package / "pieces/liste_prealables.docx"
    paper.rename(paper.with_name("note.docx"))
    resealed(package)
    assert run(["verify", str(package)]) == 1
    told = capsys.readouterr().err
    assert "DO015 [erreur]" in told
    assert "DO016 [erreur]" in told


def test_findings_taken_out_of_the_manifest_are_refused(
    example_year: Made, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    package = Path(shutil.copytree(example_year.root / "output/2017/2017-03/dossier-v1", tmp_path / "dossier-v1"))
    assert json.loads((package / MANIFEST).read_bytes())["constats"]
    resealed(package, lambda manifest: manifest.update(constats=[]))
    assert run(["verify", str(package)]) == 1
    told = capsys.readouterr().err
    assert "DO017 [erreur]" in told
    assert "constats" in told


def test_a_package_of_another_version_is_not_made_again_and_that_is_no_fault(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reworded(package / "pieces/instruction_signature.docx", "Corrections", "Ratures")
    resealed(package, lambda manifest: manifest.update(programme="parafe 0.0.9"))
    assert run(["verify", str(package)]) == 0
    told = capsys.readouterr()
    assert "DO019 [information] non refait" in told.err
    assert "0.0.9" in told.err
    assert told.out.endswith(": intact\n")


def test_a_package_compressed_otherwise_is_no_forgery(package: Path) -> None:
    """Two machines may compress the same text into other bytes; covers bear the digest of the bytes that are there."""
    former = digest_of(originals(package)[0].read_bytes())
    for path in originals(package):
        reworded(path, "12\u202f640,00", "12\u202f640,00")
    for path in covers(package):
        reworded(path, former, digest_of(originals(package)[0].read_bytes()))
    resealed(package)
    assert digest_of(originals(package)[0].read_bytes()) != former
    assert run(["verify", str(package)]) == 0


def test_a_form_that_stood_outside_the_workspace_is_told(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    form = tmp_path_factory.mktemp("ailleurs") / "2017-01.yaml"
    shutil.copyfile(workspace / "inputs/2017/2017-01.yaml", form)
    assert run(["generate", str(form), "--final", "--workspace", str(workspace), "--quiet"]) == 0
    package = capsys.readouterr().out.strip()
    assert run(["verify", package]) == 0
    assert "DO033 [information] non refait" in capsys.readouterr().err


@pytest.fixture
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """A private key and its public key, as files."""
    folder, key = tmp_path_factory.mktemp("cles"), Ed25519PrivateKey.generate()
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    public = key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo)
    (folder / "cle-privee.pem").write_bytes(private)
    (folder / "cle-publique.pem").write_bytes(public)
    return str(folder / "cle-privee.pem"), str(folder / "cle-publique.pem")


@pytest.mark.usefixtures("workspace")
def test_a_signed_package_verifies_with_the_public_key_and_no_forgery_does(
    keys: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    private, public = keys
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final", "--sign-key", private]) == 0
    package = Path(capsys.readouterr().out.strip())
    for key in (["--sign-key", private], []):
        assert run(["generate", "inputs/2017/2017-01.yaml", "--final", *key]) == 0
        assert capsys.readouterr().out.strip() == package.as_posix()
    assert run(["verify", str(package), "--public-key", public]) == 0
    told = capsys.readouterr()
    assert (told.out, told.err) == (f"{package.as_posix()} : intact\n", "aucun constat\n")
    assert run(["verify", str(package)]) == 0
    assert "DO021 [information]" in capsys.readouterr().err
    resealed(package, lambda manifest: manifest.update(programme="parafe 0.0.9"))
    assert run(["verify", str(package), "--public-key", public]) == 1
    assert "DO023 [erreur]" in capsys.readouterr().err


def test_a_key_that_does_not_fit_stops_everything_before_a_file_is_written(
    workspace: Path, keys: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml", "--final", "--sign-key", keys[1]]) == 1
    assert "DO030 [erreur] une clé publique ne signe pas" in capsys.readouterr().err
    assert not (workspace / "output").exists()


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize("wanted", [[], ["--final", "--only", "ordre_de_mission"]])
def test_only_a_package_is_signed(wanted: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["generate", "inputs/2017/2017-01.yaml", *wanted, "--sign-key", "cle.pem"]) == 2
    assert "seul un dossier de signature se signe" in capsys.readouterr().err


def test_a_private_key_given_to_verify_is_refused(
    package: Path, keys: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["verify", str(package), "--public-key", keys[0]]) == 1
    assert "DO031 [erreur]" in capsys.readouterr().err
