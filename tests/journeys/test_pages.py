"""The pages that LibreOffice makes of the documents: what a signatory holds in hand.

Those of the example, and those of the other framework conventions of ``tests/frameworks``: up to six signatories.

They need LibreOffice and poppler. In continuous integration their absence is a failure, elsewhere a skip.
"""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from generator.cli import run
from generator.rendering import extract_text
from tests.support.outside_tools import convert, needs
from tests.support.workspaces import OTHER_ACTION, OTHER_FRAMEWORKS, Made, copy_other_framework, edit

HEADING = re.compile(r"(Article (1er|\d+)|Annexe \d+|Mission M\d+) –|Préambule$|Il est convenu ce qui suit :$")
DRAFT_MARK = re.compile(r"^\s*PROJET\s*$", re.MULTILINE)
EXAMPLE_PACKAGES = ("2017-02", "2017-05")
SIGNATORIES = {"2017-02": 3, "tacite": 2, "quatre-parties": 4, "six-parties": 6}
WITH_THEIR_ARTICLE = 4
"""As many blocks stand on a page with the whole last article; more stand under its list of annexes."""
SPARSE = 842 / 3
"""A third of an A4 page, in points from its top."""
FOOT = 785
"""Where footers begin, in points from the top: no text of a page comes so low."""


def documents_of(root: Path, packages: tuple[str, ...]) -> Iterator[tuple[str, Path]]:
    """Yield every draft of a year, and the first original and the papers of some packages, with a name of its own."""
    [output] = (root / "output").glob("2*")
    made = [*output.glob("*/projets/*.docx")]
    for number in packages:
        package = output / number / "dossier-v1"
        made += [*package.glob("originaux/exemplaire-1/*.docx"), *package.glob("pieces/*.docx")]
    for path in sorted(made):
        yield "_".join(path.relative_to(output).with_suffix("").parts), path


@pytest.fixture(scope="session")
def documents(
    example_year: Made, other_framework: Callable[[str], Made], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Drafts, first original and papers: the example's, and those of each other framework after its name."""
    needs("soffice", "pdftotext", "pdftohtml", to="look at pages")
    folder = tmp_path_factory.mktemp("pages")
    named = dict(documents_of(example_year.root, EXAMPLE_PACKAGES))
    for framework in OTHER_FRAMEWORKS:
        found = documents_of(other_framework(framework).root, ("2025-01",))
        named |= {f"{framework}_{name}": path for name, path in found}
    return {name: Path(shutil.copy(path, folder / f"{name}.docx")) for name, path in named.items()}


@pytest.fixture(scope="session")
def pages(documents: dict[str, Path]) -> dict[str, list[str]]:
    """The text of each page of each document."""
    files = list(documents.values())
    convert(files, files[0].parent, "pdf")
    return {name: page_texts(path.with_suffix(".pdf")) for name, path in documents.items()}


def page_texts(pdf: Path) -> list[str]:
    text = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True).stdout
    return text.decode().split("\f")[:-1]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def of_the_example(name: str) -> bool:
    return not name.startswith(OTHER_FRAMEWORKS)


def body(text: str) -> list[str]:
    """The lines of a page, without its footer: the one that numbers it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [line for line in lines if not re.search(r"page \d+ sur \d+", line)]


def agreements(pages: dict[str, list[str]]) -> dict[str, list[str]]:
    found = {name: texts for name, texts in pages.items() if name.endswith("convention_specifique")}
    assert len(found) > len(OTHER_FRAMEWORKS) + len(EXAMPLE_PACKAGES)
    return found


def words(text: str) -> list[str]:
    return re.sub(r"[\s•–-]+", " ", text).split()


def test_every_page_says_that_the_data_are_an_example(pages: dict[str, list[str]]) -> None:
    shown = {name: texts for name, texts in pages.items() if of_the_example(name)}
    assert shown
    for name, texts in shown.items():
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
            assert not HEADING.match(plain(body(text)[-1])), f"{name}, page {rank}"


def test_what_is_announced_begins_on_the_same_page(documents: dict[str, Path], pages: dict[str, list[str]]) -> None:
    for name, texts in pages.items():
        paragraphs = map(plain, text_of_python_docx(docx.Document(str(documents[name]))))
        announcing = tuple(paragraph for paragraph in paragraphs if paragraph.endswith(":"))
        for rank, text in enumerate(texts[:-1], start=1):
            assert not plain(" ".join(body(text))).endswith(announcing), f"{name}, page {rank}"


def test_signature_blocks_stand_together_under_their_last_article_or_its_end(pages: dict[str, list[str]]) -> None:
    for name, texts in agreements(pages).items():
        (page,) = [text for text in texts if "Signature et cachet" in text]
        assert "Les annexes suivantes font partie intégrante de la présente convention" in page, name
        assert "exemplaires originaux" in page, name
        number = next((count for of, count in SIGNATORIES.items() if name.startswith(of)), 2)
        assert page.count("Signature et cachet") == number, name
        assert ("Langue, exemplaires et annexes" in page) == (number <= WITH_THEIR_ARTICLE), name
        assert len(re.findall(r"\bPour (?:la|le|l’)\s?[^,]+", page)) >= number, name
        names = re.findall(r"[A-ZÀ-Ý]\w+ [A-ZÀ-Ý]{4,}", " ".join(body(page)[-12:]))
        assert len(set(names)) == number, name


def test_six_who_sign_in_turn_have_their_blocks_on_one_page(tmp_path: Path) -> None:
    needs("soffice", "pdftotext", to="look at pages")
    root = copy_other_framework("six-parties", tmp_path)
    signing = [
        f"    - {{partie: {party}, lieu: Hauteroche, date: 2025-04-0{day}}}\n"
        for day, party in enumerate(
            ("haute-brume", "hauteroche", "valombre", "aubiers", "institut", "ankazoa"), start=3
        )
    ]
    edit(
        root / OTHER_ACTION,
        "signature: {mode: ceremonie, lieu: Hauteroche, date: 2025-04-08}\n",
        "signature:\n  mode: circulation\n  par_partie:\n" + "".join(signing),
    )
    assert run(["generate", str(root / OTHER_ACTION), "--workspace", str(root), "--quiet"]) == 0
    draft = root / "output/2025/2025-01/projets/convention_specifique.docx"
    convert([draft], tmp_path, "pdf")
    (page,) = [text for text in page_texts(tmp_path / "convention_specifique.pdf") if "Signature et cachet" in text]
    assert page.count("Signature et cachet") == len(signing)
    assert "Les annexes suivantes font partie intégrante de la présente convention" in page


def test_a_draft_has_the_pages_of_the_act_that_will_be_signed(pages: dict[str, list[str]]) -> None:
    drafts = {name: texts for name, texts in agreements(pages).items() if "_projets_" in name}
    compared = 0
    for name, texts in drafts.items():
        final = pages.get(name.replace("_projets_", "_dossier-v1_originaux_exemplaire-1_"))
        if final is not None:
            compared += 1
            assert [plain(body(text)[-1]) for text in texts] == [plain(body(text)[-1]) for text in final], name
    assert compared == len(OTHER_FRAMEWORKS) + len(EXAMPLE_PACKAGES)


def test_the_legs_and_the_costs_of_a_mission_begin_on_its_page(pages: dict[str, list[str]]) -> None:
    for name, texts in agreements(pages).items():
        missions = 0
        for rank, text in enumerate(texts, start=1):
            parts = re.split(r"^\s*Mission M\d+ –", text, flags=re.MULTILINE)[1:]
            missions += len(parts)
            for part in parts:
                assert re.search(r"De\s+Vers\s+Date", part), f"{name}, page {rank}"
                assert "Prise en charge des frais de la mission" in part, f"{name}, page {rank}"
                assert "Transport international" in part, f"{name}, page {rank}"
        assert missions > 0, name


def test_no_page_but_the_last_is_almost_empty(documents: dict[str, Path], pages: dict[str, list[str]]) -> None:
    assert pages
    for name, path in documents.items():
        for rank, lowest in enumerate(list(lowest_words(path.with_suffix(".pdf")))[:-1], start=1):
            assert lowest > SPARSE, f"{name}, page {rank}"


def lowest_words(pdf: Path) -> Iterator[float]:
    """Yield where the text of each page ends, in points from the top, its footer apart."""
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    for page in boxes.split("<page ")[1:]:
        bottoms = sorted({float(found) for found in re.findall(r'yMax="([\d.]+)"', page)})
        yield max(bottom for bottom in bottoms if bottom < FOOT)


def test_a_reader_finds_articles_and_annexes_among_the_bookmarks(
    documents: dict[str, Path], pages: dict[str, list[str]]
) -> None:
    for name, texts in agreements(pages).items():
        lines = [plain(line) for text in texts for line in text.splitlines()]
        headings = [line for line in lines if re.match(r"(Article (1er|\d+)|Annexe \d+|Mission M\d+) – ", line)]
        marks = [mark for mark in bookmarks(documents[name].with_suffix(".pdf")) if " – " in mark]
        assert len(headings) > len(("budget", "indicateurs", "déplacements")), name
        assert len(marks) == len(headings), name
        assert all(mark.startswith(line) for mark, line in zip(marks, headings, strict=True)), name


def bookmarks(pdf: Path) -> list[str]:
    """The titles of a file's outline, in order."""
    command = ["pdftohtml", "-xml", "-i", "-stdout", str(pdf)]
    outline = subprocess.run(command, check=True, capture_output=True).stdout.decode().partition("<outline>")[2]
    return [plain(title) for title in re.findall(r'<item page="\d+">(.*?)</item>', outline)]


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
