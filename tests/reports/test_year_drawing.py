"""The timeline of a year: where days stand, what is drawn, and how a long year is told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.reports import SheetSession, html_report
from generator.reports.sheet_sums import DRAWN_AT_MOST
from generator.reports.timeline_axis import LEFT, RIGHT, WIDTH, TimelineAxis
from generator.reports.year_dates import axis_of, months_between
from generator.reports.year_drawing import ROWS_OF_A_PART
from tests.support.pages_read import Element, read_page
from tests.support.year_sheets import example_rows, example_sheet, scaled_sheet, sheet_of

YEAR = axis_of(2017, [])


def drawings(page: Element) -> list[Element]:
    return [drawing for drawing in page.all("svg") if drawing.attributes.get("role") == "img"]


def titles(drawing: Element) -> list[str]:
    return [title.text for title in drawing.all("title")]


def test_an_axis_has_the_months_of_the_year_and_those_of_its_dates() -> None:
    assert list(YEAR) == [(2017, month) for month in range(1, 13)]
    assert axis_of(2017, [date(2016, 11, 30), date(2018, 2, 1)])[0] == (2016, 11)
    assert axis_of(2017, [date(2016, 11, 30), date(2018, 2, 1)])[-1] == (2018, 2)


def test_a_date_typed_wrongly_does_not_stretch_the_axis() -> None:
    months = axis_of(2017, [date(1017, 1, 1), date(9999, 12, 31)])
    assert (months[0], months[-1]) == ((2016, 1), (2018, 12))
    assert len(list(months_between(date(1, 1, 1), date(9999, 12, 31)))) < 300


@pytest.mark.parametrize("year", [0, 1, 9999])
def test_any_name_of_a_year_has_an_axis(year: int) -> None:
    axis = TimelineAxis(axis_of(year, []))
    assert axis.end_of(axis.last) > axis.x(axis.first)


def test_days_stand_in_proportion() -> None:
    axis = TimelineAxis(YEAR)
    day = (WIDTH - LEFT - RIGHT) / 365
    assert axis.x(date(2017, 1, 1)) == LEFT
    assert axis.x(date(2017, 7, 1)) == pytest.approx(LEFT + 181 * day, abs=0.1)
    assert axis.end_of(date(2017, 12, 31)) == pytest.approx(WIDTH - RIGHT, abs=0.2)


def test_each_action_has_its_span_votes_signatures_and_missions() -> None:
    (drawing,) = drawings(read_page("".join(html_report(example_sheet()))))
    told = titles(drawing)
    assert told[0] == ("Frise de l’année 2017 : de 2017-01 à 2017-06. Les mêmes dates sont écrites avec chaque action.")
    assert "2017-01 : du 2 mai au 15 décembre 2017" in told
    assert "Vote n° DM-2017-EX-041 : Ville de Dijon, 27 mars 2017" in told
    assert "Signature : Ville de Chefchaouen, 20 avril 2017" in told
    assert "Mission M1 : du 16 au 20 mai 2017" in told
    assert "Séance : Ville de Chefchaouen, 7 février 2017" in told
    assert "Jour du compte rendu : 10 avril 2017" in told


def test_the_sessions_are_told_with_their_rank_in_the_order_of_the_framework() -> None:
    sessions = (SheetSession("chefchaouen", date(2017, 2, 7)), SheetSession("dijon", date(2017, 3, 27)))
    page = read_page("".join(html_report(example_sheet(sessions=sessions))))
    legend = [
        item.text for item in page.all("ul") if item.attributes.get("class") == "legende" for item in item.all("li")
    ]
    assert legend[-2:] == [
        "1 séance : Ville de Dijon – 27 mars 2017",
        "2 séance : Ville de Chefchaouen – 7 février 2017",
    ]


def test_a_day_outside_the_axis_is_not_drawn_and_that_is_said() -> None:
    row = example_rows()[0]
    assert row.extract_data is not None
    far = replace(row, extract_data={**row.extract_data, "end": "2031-01-01"})
    page = read_page("".join(html_report(sheet_of(lambda: [far], day=date(2040, 1, 1)))))
    assert "La frise va du 1er janvier 2017 au 31 décembre 2018" in page.text
    assert "jour du compte rendu" not in page.text


@pytest.mark.parametrize(("count", "parts"), [(1, 1), (ROWS_OF_A_PART, 1), (ROWS_OF_A_PART + 1, 2), (60, 3)])
def test_a_drawing_is_cut_into_parts_that_a_page_can_hold(count: int, parts: int) -> None:
    drawn = drawings(read_page("".join(html_report(scaled_sheet(count)))))
    assert len(drawn) == parts


@pytest.mark.parametrize(("count", "is_by_action"), [(DRAWN_AT_MOST, True), (DRAWN_AT_MOST + 1, False)])
def test_a_year_of_many_actions_is_drawn_by_month(count: int, is_by_action: bool) -> None:
    page = read_page("".join(html_report(scaled_sheet(count))))
    text = f"Au-delà de {DRAWN_AT_MOST} actions, la frise compte ce qui a lieu chaque mois."
    assert (text in page.text) is not is_by_action
    if not is_by_action:
        (drawing,) = drawings(page)
        names = [entry.text for entry in drawing.all("text") if entry.attributes.get("font-weight")]
        assert names == ["Actions en cours", "Votes", "Signatures", "Départs en mission"]


def test_what_happens_in_a_month_is_counted() -> None:
    rows = [replace(example_rows()[0], number=f"2017-{rank}") for rank in range(DRAWN_AT_MOST + 1)]
    (drawing,) = drawings(read_page("".join(html_report(sheet_of(lambda: rows)))))
    figures = [text.text for text in drawing.all("text") if text.text == str(DRAWN_AT_MOST + 1)]
    months = 8  # under way from May to December
    votes, departures = 2, 2
    assert len(figures) == months + votes + departures


def test_a_mission_of_several_persons_stands_once() -> None:
    row = example_rows()[0]
    assert row.extract_data is not None
    twice = [*row.extract_data["journeys"], *row.extract_data["journeys"]]
    changed = replace(row, extract_data={**row.extract_data, "journeys": twice})
    (drawing,) = drawings(read_page("".join(html_report(sheet_of(lambda: [changed])))))
    assert titles(drawing).count("Mission M1 : du 16 au 20 mai 2017") == 1


def test_the_day_after_the_last_one_of_a_month_is_the_first_of_the_next() -> None:
    axis = TimelineAxis(YEAR)
    assert axis.end_of(date(2017, 1, 31)) == axis.x(date(2017, 1, 31) + timedelta(1))
