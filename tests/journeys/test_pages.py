"""The pages that LibreOffice makes of the example's documents: what a signatory holds in hand.

They need LibreOffice and poppler. In continuous integration their absence is a failure, elsewhere a skip.
"""

import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from generator.rendering import extract_text
from tests.support.outside_tools import convert, needs
from tests.support.workspaces import Made

DRAFT_MARK = re.compile(r"^\s*PROJET\s*$", re.MULTILINE)
PACKAGES = ("2017-02", "2017-05")


@pytest.fixture(scope="session")
def documents(example_year: Made, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every draft of the year, and the first original and the papers of two packages, under names of their own."""
    needs("soffice", "pdftotext", to="look at pages")
    folder, output = tmp_path_factory.mktemp("pages"), example_year.root / "output/2017"
    made = [*output.glob("*/projets/*.docx")]
    for number in PACKAGES:
        package = output / number / "dossier-v1"
        made += [*package.glob("originaux/exemplaire-1/*.docx"), *package.glob("pieces/*.docx")]
    named = {"_".join(path.relative_to(output).with_suffix("").parts): path for path in sorted(made)}
    return {name: Path(shutil.copy(path, folder / f"{name}.docx")) for name, path in named.items()}


@pytest.fixture(scope="session")
def pages(documents: dict[str, Path]) -> dict[str, list[str]]:
    """The text of each page of each document."""
    files = list(documents.values())
    convert(files, files[0].parent, "pdf")
    found = {}
    for name, path in documents.items():
        pdf = path.with_suffix(".pdf")
        text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
        found[name] = text.decode().split("\f")[:-1]
    return found


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def words(text: str) -> list[str]:
    return re.sub(r"[\s•–-]+", " ", text).split()


def test_every_page_says_that_the_data_are_an_example(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        for rank, text in enumerate(texts, start=1):
            assert "EXEMPLE – sans valeur" in text, f"{name}, page {rank}"


def test_every_page_of_a_draft_says_so_and_no_page_of_a_package_does(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        assert all(bool(DRAFT_MARK.search(text)) == ("_projets_" in name) for text in texts), name


def test_a_mission_order_stands_on_one_page(pages: dict[str, list[str]]) -> None:
    orders = {name: texts for name, texts in pages.items() if "ordre_de_mission" in name}
    assert orders
    assert {name: len(texts) for name, texts in orders.items()} == dict.fromkeys(orders, 1)


def test_no_heading_stands_alone_at_the_foot_of_a_page(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        for rank, text in enumerate(texts, start=1):
            lines = [line.strip() for line in text.splitlines() if line.strip() and "Paraphes" not in line]
            assert not re.match(r"(Article (1er|\d+) –|Annexe \d+ –|Mission M\d+ –)", lines[-1]), f"{name}, page {rank}"


def test_signature_blocks_stand_with_their_last_article_and_are_not_cut(pages: dict[str, list[str]]) -> None:
    agreements = {name: texts for name, texts in pages.items() if name.endswith("convention_specifique")}
    assert len(agreements) > 6
    for name, texts in agreements.items():
        (page,) = [text for text in texts if re.search(r"^\s*Pour la Ville", text, re.MULTILINE)]
        assert "Langue, exemplaires et annexes" in page, name
        assert "exemplaires originaux" in page, name
        signed_by = re.findall(r"Pour (?:la|le|l’)\s?[^,]+,", page)
        assert len(signed_by) >= 2, name


def test_pages_are_numbered_to_the_last(pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        if not name.endswith("convention_specifique"):
            continue
        for rank, text in enumerate(texts, start=1):
            assert f"page {rank} sur {len(texts)}" in plain(text), name


def test_nothing_runs_off_the_margins(documents: dict[str, Path], pages: dict[str, list[str]]) -> None:
    assert pages
    for name, path in documents.items():
        boxes = subprocess.run(
            ["pdftotext", "-bbox", str(path.with_suffix(".pdf")), "-"], check=True, capture_output=True
        ).stdout.decode()
        width = float(re.search(r'<page width="([\d.]+)"', boxes)[1])  # type: ignore[index]
        edges = [(float(left), float(right)) for left, right in re.findall(r'xMin="([\d.]+)".*?xMax="([\d.]+)"', boxes)]
        assert all(left > 20 and right < width - 20 for left, right in edges), name


def test_python_docx_and_libreoffice_read_the_same_words(documents: dict[str, Path]) -> None:
    files = list(documents.values())
    convert(files, files[0].parent, "txt:Text (encoded):UTF8")
    for name, path in documents.items():
        ours = words(extract_text(path.read_bytes()))
        assert words(path.with_suffix(".txt").read_text(encoding="utf-8-sig")) == ours, name
        assert words("\n".join(text_of_python_docx(docx.Document(str(path))))) == ours, name


def text_of_python_docx(document: docx.document.Document) -> list[str]:
    """The body's text in reading order, by python-docx alone; a table cell by cell."""
    texts = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            for row in block.rows:
                cells = {id(cell._tc): cell for cell in row.cells}
                texts += [paragraph.text for cell in cells.values() for paragraph in cell.paragraphs]
        else:
            texts.append(block.text)
    return texts
