"""Charts as values: a part that Word draws, the width of the text, and a refusal wherever one cannot stand."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal
from typing import Any

import docx
import pytest
from docx.shared import Mm

from generator.artifacts import Chart, ChartKind
from generator.rendering import compile_template, extract_text
from tests.support.package_lint import faults_of
from tests.support.sample_charts import CHARTS, HOSTILE, chart, series
from tests.support.word import body, document, member, render_errors, saved, table, tree

DRAWINGS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}
PART = "word/charts/chart1.xml"


def rendered(shown: Chart) -> bytes:
    return compile_template(document("Avant", "{{ v }}", "Après")).render({"v": shown})


def with_plain_spaces(message: str) -> str:
    return message.replace("\u00a0", " ")


def found(word: bytes, path: str, name: str = PART) -> list[Any]:
    nodes: list[Any] = tree(word, name).xpath(path, namespaces=DRAWINGS)
    return nodes


@pytest.mark.parametrize("name", CHARTS)
def test_each_chart_gives_a_file_without_fault_and_leaves_the_text_alone(name: str) -> None:
    word = rendered(CHARTS[name])
    assert [fault for fault in faults_of(word) if fault.check != "tag"] == []  # words of the data may look like one
    assert extract_text(word) == "Avant\n\nAprès"


def test_the_data_stand_in_the_part_itself_and_no_workbook_behind() -> None:
    word = rendered(CHARTS["rows of two"])
    assert found(word, "//c:ser/c:tx/c:v/text()") == ["Prévu", "Dépensé"]
    assert found(word, "//c:ser[2]/c:val/c:numLit/c:pt/@idx") == ["0", "2", "3", "4"]
    assert found(word, "//c:ser[1]/c:val/c:numLit/c:pt/c:v/text()") == ["12000", "8500", "4250", "0", "1500"]
    assert len(found(word, "//c:ser[1]/c:cat/c:strLit/c:pt")) == len(CHARTS["rows of two"].categories)
    assert not [name for name in zipfile.ZipFile(io.BytesIO(word)).namelist() if "embeddings" in name]


def test_each_bar_bears_its_value_as_acts_write_it_whatever_the_machine() -> None:
    word = rendered(chart(series("x", 12000, "0.5")))
    assert found(word, "//c:dLbl//a:t/text()") == ["12\u202f000,00\u00a0€", "0,50\u00a0€"]


def test_a_bar_below_zero_has_the_minus_sign_and_its_name_stands_clear() -> None:
    word = rendered(chart(series("x", 5, -3)))
    assert found(word, "//c:dLbl//a:t/text()") == ["5\u00a0€", "−3\u00a0€"]
    assert found(word, "//c:catAx/c:tickLblPos/@val") == ["low"]
    assert Decimal(found(word, "//c:valAx/c:scaling/c:min/@val")[0]) < Decimal(-3)


def test_bars_start_from_zero_so_that_their_lengths_compare() -> None:
    assert found(rendered(chart(series("x", 98, 100))), "//c:valAx/c:scaling/c:min/@val") == ["0"]


def test_hostile_words_are_shown_on_one_line_as_they_are() -> None:
    word = rendered(CHARTS["hostile words"])
    shown = HOSTILE.replace("\n", " ").replace("\t", " ")
    assert found(word, "//c:cat//c:v/text()") == [shown]
    assert found(word, "//c:title//a:t/text()") == [shown]
    [properties] = found(word, "//wp:docPr", "word/document.xml")
    assert (properties.get("descr"), properties.get("title")) == (shown, shown)


def test_charts_have_parts_and_numbers_of_their_own_though_they_are_equal() -> None:
    template = compile_template(document("{%p for v in l %}", "{{ v }}", "{%p endfor %}"))
    word = template.render({"l": [chart(), chart()]})
    assert faults_of(word) == []
    assert member(word, PART) == member(word, "word/charts/chart2.xml")
    numbers = found(word, "//wp:docPr/@id", "word/document.xml")
    assert len(set(numbers)) == len(numbers) == 2


def test_a_chart_takes_a_name_that_the_template_has_not() -> None:
    once = docx.Document(io.BytesIO(rendered(chart(title="Le premier"))))
    once.add_paragraph("{{ v }}")
    word = compile_template(saved(once)).render({"v": chart(title="Le second")})
    titles = ["".join(found(word, "//c:title//a:t/text()", f"word/charts/chart{rank}.xml")) for rank in (1, 2)]
    assert titles == ["Le premier", "Le second"]


def test_equal_charts_give_equal_bytes() -> None:
    assert rendered(chart()) == rendered(chart())


def test_a_chart_is_as_wide_as_the_text_unless_it_says_its_width() -> None:
    section = docx.Document().sections[0]
    text = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    path = "//wp:inline/wp:extent/@cx"
    assert found(rendered(chart()), path, "word/document.xml") == [str(text)]
    assert found(rendered(chart(width=60)), path, "word/document.xml") == [str(Mm(60))]


def test_a_chart_in_a_cell_is_as_wide_as_the_cell() -> None:
    word = compile_template(table(["{{ v }}", "b"])).render({"v": chart()})
    [cell, _] = docx.Document(io.BytesIO(word)).tables[0].rows[0].cells
    [width] = found(word, "//wp:inline/wp:extent/@cx", "word/document.xml")
    assert 0 < int(width) < (cell.width or 0)
    assert faults_of(word) == []


def test_rows_get_the_height_that_their_number_needs() -> None:
    heights = [
        int(found(rendered(shown), "//wp:inline/wp:extent/@cy", "word/document.xml")[0])
        for shown in (CHARTS["rows"], CHARTS["rows of two"], CHARTS["thirty rows"])
    ]
    assert heights == sorted(set(heights))
    assert heights[-1] <= Mm(225)


def test_letters_have_the_font_of_the_document() -> None:
    word = docx.Document()
    word.styles["Normal"].font.name = "Arial"
    word.add_paragraph("{{ v }}")
    given = compile_template(saved(word)).render({"v": chart()})
    assert found(given, "/c:chartSpace/c:txPr//a:latin/@typeface") == ["Arial"]
    assert found(rendered(chart()), "/c:chartSpace/c:txPr//a:latin/@typeface") == []  # the theme's own


def test_one_series_needs_no_legend() -> None:
    assert not found(rendered(CHARTS["rows"]), "//c:legend")
    assert found(rendered(CHARTS["rows of two"]), "//c:legend")


def header(tag: str) -> bytes:
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = tag
    return saved(word)


MISPLACED = {
    "in a sentence": document("Voici {{ v }}."),
    "with another": document("{{ v }}{{ v }}"),
    "between runs": document("{{r v }}"),
    "between paragraphs": document("{{p v }}"),
    "in a header": header("{{ v }}"),
    "in an attribute": body('<w:p><w:hyperlink w:anchor="{{ v }}"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'),
}


@pytest.mark.parametrize("template", MISPLACED.values(), ids=MISPLACED)
@pytest.mark.parametrize("draft", [True, False])
def test_a_chart_out_of_place_is_refused_with_the_way_to_mend_it(template: bytes, *, draft: bool) -> None:
    [error] = map(with_plain_spaces, render_errors(template, {"v": chart()}, draft=draft))
    assert error.startswith("TP213")
    assert "« v » est un graphique, qui ne tient pas à cette place" in error
    assert error.endswith("placez la balise, sans lettre, seule dans un paragraphe du corps du document")


UNFIT = {
    "no category": (chart(series("x"), categories=()), "n’a rien à montrer"),
    "no series": (Chart(ChartKind.BARS, "", ("A",), (), ""), "n’a rien à montrer"),
    "uneven series": (chart(series("Prévu", 1)), "« Prévu » du graphique n’a pas autant de valeurs"),
    "no number": (chart(series("x", "NaN", 1)), "contient NaN"),
    "endless": (chart(series("x", "-Infinity", 1)), "contient -Infinity"),
    "huge": (chart(series("x", "1E+999999", 1)), "contient 1E+999999"),
    "tiny": (chart(series("x", "0E-999999", 1)), "contient 0E-999999"),
    "forbidden letter": (chart(title="a\x00b"), "caractère interdit dans un document Word (U+0000)"),
    "half a pair": (chart(categories=("\ud800", "b")), "caractère interdit dans un document Word (U+D800)"),
    "no width": (chart(width=0), "0 mm"),
    "monstrous height": (chart(height=5000), "5000 mm"),
}


@pytest.mark.parametrize(("shown", "reason"), UNFIT.values(), ids=UNFIT)
def test_a_chart_that_cannot_be_drawn_is_refused_by_name(shown: Chart, reason: str) -> None:
    [error] = map(with_plain_spaces, render_errors(document("{{ v }}"), {"v": shown}))
    assert error.startswith("TP212")
    assert "« v » ne peut pas entrer dans le document" in error
    assert reason in error


def test_charts_without_end_are_refused_before_they_fill_the_memory() -> None:
    template = document("{%p for v in l %}", "{{ v }}", "{%p endfor %}")
    [error] = render_errors(template, {"l": [chart()] * 2000})
    assert error.startswith("TP208")
