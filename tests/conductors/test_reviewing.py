"""Reviewing a template: its annotated copy is written once, and never over another file."""

from pathlib import Path

from generator.conductors.review import Reviewed, review_templates, write_annotated
from generator.workspace import Workspace
from tests.support.word import document


def reviewed(workspace: Path, content: bytes) -> Reviewed:
    path = workspace / "brouillon.docx"
    path.write_bytes(content)
    (found,) = review_templates([str(path)], Workspace(workspace))
    return found


def test_an_annotated_copy_takes_no_other_file_s_place(workspace: Path) -> None:
    template, copy = reviewed(workspace, document("Vu l'acte")), workspace / "annote.docx"
    first = write_annotated(template, copy)
    assert (first.done, first.produced) == (True, (copy,))
    copy.write_bytes(b"mien")
    second = write_annotated(template, copy)
    assert (second.done, second.produced) == (False, ())
    assert [finding.place.file for finding in second.findings] == [copy.as_posix()]
    assert copy.read_bytes() == b"mien"


def test_a_file_that_cannot_be_opened_has_no_copy(workspace: Path) -> None:
    copy = workspace / "annote.docx"
    assert write_annotated(reviewed(workspace, b"no Word document"), copy).produced == ()
    assert not copy.exists()
