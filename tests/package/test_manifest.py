"""The manifest of a package: what it says besides the files, in one form only, and of how many originals."""

import json
from pathlib import Path
from typing import Any

from generator.artifacts import MANIFEST, Document
from generator.canonical_json import canonical
from generator.findings import Finding, Place, Severity
from generator.package import SEAL, Record, assemble
from generator.package.manifest import seal_of
from generator.package.verification import verify
from generator.publish import publish_package

ACT = Document("convention_specifique", "", "convention_specifique", b"corps")
FINDING = Finding("CC041", Severity.WARNING, "cofinancement sollicité", Place("a.yaml", 3, 1))


def covers(count: int) -> list[Document]:
    return [Document("page_de_garde", str(rank), f"page_de_garde-{rank}", b"garde") for rank in range(1, count + 1)]


def record(*, example: bool) -> Record:
    return Record(
        "2017-01", "inputs/2017/2017-01.yaml", "valmont", "1.0", example, ("CC041",), (FINDING,), (), ("a", "b"), {}
    )


def manifest(*, example: bool) -> dict[str, Any]:
    package = assemble(ACT, covers(2), [], {}, record(example=example))
    content: dict[str, Any] = json.loads(package.files[MANIFEST])
    return content


def test_it_says_whether_the_package_is_an_example() -> None:
    assert manifest(example=True)["exemple"] is True
    assert manifest(example=False)["exemple"] is False


def test_it_keeps_what_was_found() -> None:
    assert manifest(example=True)["constats"] == [FINDING.as_json()]


def test_equal_contents_are_written_alike_whatever_their_order() -> None:
    assert canonical({"b": 1, "a": [2]}) == canonical({"a": [2], "b": 1}) == b'{"a":[2],"b":1}\n'


def test_an_original_less_than_it_says_is_refused_even_with_a_new_seal(tmp_path: Path) -> None:
    folder, _ = publish_package(assemble(ACT, covers(2), [], {}, record(example=True)), tmp_path)
    content = json.loads((folder / MANIFEST).read_bytes())
    content["fichiers"] = [entry for entry in content["fichiers"] if "exemplaire-2" not in entry["chemin"]]
    for path in (folder / "originaux/exemplaire-2").iterdir():
        path.unlink()
    (folder / "originaux/exemplaire-2").rmdir()
    (folder / MANIFEST).write_bytes(canonical(content))
    (folder / SEAL).write_bytes(seal_of(canonical(content)))
    assert [finding.code for finding in verify(folder)] == ["DO008"]
