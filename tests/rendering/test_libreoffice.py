"""Templates that LibreOffice saved: the result equals docxtpl's, with the words of the template as it was before.

LibreOffice writes other XML than python-docx or Word: properties spelt out in each run, lists of fonts, content
types by part, text boxes twice, in ``mc:Choice`` and in ``mc:Fallback``. In continuous integration the want of
LibreOffice is a failure, elsewhere a skip.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.rendering import compile_template, extract_text
from tests.support.docxtpl_comparison import of_docxtpl, parts
from tests.support.sample_templates import CONTEXT, TEMPLATES

WORD = "docx:MS Word 2007 XML"
OTHERWISE_THAN_DOCXTPL = "a column span"
"""LibreOffice spans the shorter row's last cell to the end of the grid: docxtpl counts cells, not what they span."""


def converted(files: Sequence[Path], folder: Path, form: str) -> list[Path]:
    """Convert all files by one call, with a profile of its own."""
    profile = folder.parent / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", form]
    subprocess.run([*command, "--outdir", folder, *files], check=True, capture_output=True, timeout=300)
    return [folder / file.with_suffix(f".{form.partition(':')[0]}").name for file in files]


def saved_by_libreoffice(folder: Path, *forms: str) -> dict[str, bytes]:
    """Every template of the suite, taken through each form in turn."""
    if shutil.which("soffice") is None:
        reason = "templates are saved by LibreOffice, not installed here"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    files = [folder / f"{number}.docx" for number in range(len(TEMPLATES))]
    for file, template in zip(files, TEMPLATES.values(), strict=True):
        file.write_bytes(template)
    for step, form in enumerate(forms):
        files = converted(files, folder / f"{step}", form)
    return {name: file.read_bytes() for name, file in zip(TEMPLATES, files, strict=True)}


@pytest.mark.parametrize("forms", [(WORD,), ("odt", WORD)], ids=["from Word", "from OpenDocument"])
def test_templates_saved_by_libreoffice_give_the_parts_of_docxtpl_and_the_same_words(
    forms: tuple[str, ...], tmp_path: Path
) -> None:
    for name, template in saved_by_libreoffice(tmp_path, *forms).items():
        assert template != TEMPLATES[name]
        rendered = compile_template(template).render(CONTEXT)
        if name != OTHERWISE_THAN_DOCXTPL:
            assert parts(rendered) == parts(of_docxtpl(template, CONTEXT)), name
        assert words(rendered) == words(compile_template(TEMPLATES[name]).render(CONTEXT)), name


def words(word: bytes) -> list[str]:
    return extract_text(word, headers_and_footers=True).split()
