"""The term of a framework convention: calendar years, renewals voted in time."""

from datetime import date

import pytest

from generator.convention import (
    Events,
    Framework,
    MandateHolder,
    expiry_before,
    last_day_of,
    last_day_of_months,
    renewed_in_time,
    term_of,
)


def framework(**term: object) -> Framework:
    return Framework.model_validate(
        {
            "id": "a-b",
            "intitule": "convention",
            "texte": {"titre": "CONVENTION", "comparution": [], "articles": []},
            "clauses": {},
            "parties": [party("a"), party("b")],
            "ordre_des_parties": ["a", "b"],
            "ordre_des_signatures": ["b", "a"],
            "duree": {"annees": "5", "renouvellement": "deliberation"} | term,
        }
    )


def party(identifier: str) -> dict[str, object]:
    return {
        "id": identifier,
        "nom": f"Ville {identifier}",
        "formes": {},
        "nature": "commune",
        "pays": {"code": "FR", "nom": "France"},
        "lieu": {"nom": identifier},
    }


def signed(day: str = "2016-06-14", **events: object) -> Events:
    return Events.model_validate({"convention": "a-b", "signature": {"date": day}} | events)


def renewed(*votes: tuple[str, str], years: str = "3", **renewal: object) -> dict[str, object]:
    deliberations = [{"partie": identifier, "date": day} for identifier, day in votes]
    return {"annees": years, "deliberations": deliberations} | renewal


def last_day(events: Events, **term: object) -> date:
    dates = term_of(framework(**term), events)
    assert dates is not None
    return dates[1]


@pytest.mark.parametrize(
    ("first_day", "years", "last"),
    [
        (date(2016, 6, 14), 5, date(2021, 6, 13)),
        (date(2016, 1, 1), 5, date(2020, 12, 31)),
        (date(2016, 3, 1), 1, date(2017, 2, 28)),
        (date(2015, 3, 1), 1, date(2016, 2, 29)),
        (date(2016, 2, 29), 5, date(2021, 2, 28)),
        (date(2016, 2, 29), 4, date(2020, 2, 28)),
        (date(2016, 2, 28), 5, date(2021, 2, 27)),
        (date(2016, 6, 14), 99_999, date.max),
    ],
)
def test_a_term_of_years_ends_on_the_eve_of_its_anniversary(first_day: date, years: int, last: date) -> None:
    assert last_day_of(first_day, years) == last


def test_the_term_runs_from_the_signature() -> None:
    assert term_of(framework(), signed()) == (date(2016, 6, 14), date(2021, 6, 13))


def test_the_term_runs_from_the_transmission_when_the_text_says_so() -> None:
    events = signed(transmission={"date": "2016-06-20"})
    assert last_day(events, a_compter_de="transmission") == date(2021, 6, 19)


def test_the_term_runs_from_a_day_that_the_text_fixes() -> None:
    term = term_of(framework(a_compter_de="date", debut="2016-01-01"), None)
    assert term == (date(2016, 1, 1), date(2020, 12, 31))


def test_a_last_day_that_the_text_fixes_prevails() -> None:
    assert last_day(signed(), fin="2020-12-31") == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("events", "term"),
    [
        (None, {}),
        (Events.model_validate({"convention": "a-b"}), {}),
        (None, {"a_compter_de": "transmission"}),
        (signed(), {"a_compter_de": "transmission"}),
        (signed(), {"a_compter_de": "date"}),
        (signed(), {"annees": ""}),
        (signed(), {"annees": "0"}),
    ],
)
def test_a_term_without_its_first_day_or_its_length_is_unknown(events: Events | None, term: dict[str, object]) -> None:
    assert term_of(framework(**term), events) is None


@pytest.mark.parametrize(
    ("later_vote", "last"),
    [
        ("2021-06-12", date(2024, 6, 13)),
        ("2021-06-13", date(2024, 6, 13)),
        ("2021-06-14", date(2021, 6, 13)),
    ],
    ids=["eve of the last day", "last day", "day after"],
)
def test_a_renewal_counts_when_the_last_party_voted_before_the_end(later_vote: str, last: date) -> None:
    votes = renewed(("a", "2021-01-15"), ("b", later_vote))
    assert last_day(signed(renouvellements=[votes])) == last


def test_a_renewal_that_one_party_alone_voted_does_not_count() -> None:
    assert last_day(signed(renouvellements=[renewed(("a", "2021-01-15"))])) == date(2021, 6, 13)


def test_a_renewal_without_a_date_of_vote_or_without_a_length_does_not_count() -> None:
    undated = renewed(("a", "2021-01-15"), ("b", ""))
    assert last_day(signed(renouvellements=[undated])) == date(2021, 6, 13)
    for years in ("", "0"):
        unmeasured = renewed(("a", "2021-01-15"), ("b", "2021-01-15"), years=years)
        assert last_day(signed(renouvellements=[unmeasured])) == date(2021, 6, 13)


def test_a_renewal_beyond_the_calendar_ends_with_it() -> None:
    endless = renewed(("a", "2021-01-15"), ("b", "2021-01-15"), years="99999")
    assert last_day(signed(renouvellements=[endless, endless])) == date.max


def test_a_renewal_may_last_one_year() -> None:
    one_year = renewed(("a", "2021-01-15"), ("b", "2021-01-15"), years="1")
    assert last_day(signed(renouvellements=[one_year])) == date(2022, 6, 13)


def test_the_term_before_a_renewal_is_that_of_the_renewals_before_it() -> None:
    votes = ("a", "2021-01-15"), ("b", "2021-01-15")
    events = signed(renouvellements=[renewed(*votes), renewed(*votes)])
    assert expiry_before(framework(), events, 0) == date(2021, 6, 13)
    assert expiry_before(framework(), events, 1) == date(2024, 6, 13)
    assert expiry_before(framework(annees=""), events, 0) is None


def test_a_second_renewal_is_judged_by_the_end_of_the_first() -> None:
    first = renewed(("a", "2021-01-15"), ("b", "2021-02-15"))
    in_time = renewed(("a", "2024-06-13"), ("b", "2024-06-13"), years="2")
    too_late = renewed(("a", "2024-06-13"), ("b", "2024-06-14"), years="2")
    assert last_day(signed(renouvellements=[first, in_time])) == date(2026, 6, 13)
    assert last_day(signed(renouvellements=[first, too_late])) == date(2024, 6, 13)


def test_a_renewal_voted_after_the_end_revives_nothing_for_the_next_ones() -> None:
    too_late = renewed(("a", "2021-01-15"), ("b", "2021-06-14"))
    next_one = renewed(("a", "2022-01-15"), ("b", "2022-01-15"))
    assert last_day(signed(renouvellements=[too_late, next_one])) == date(2021, 6, 13)


@pytest.mark.parametrize(
    ("most", "last"), [("0", date(2021, 6, 13)), ("1", date(2024, 6, 13)), ("", date(2026, 6, 13))]
)
def test_no_renewal_counts_beyond_those_that_the_text_allows(most: str, last: date) -> None:
    first = renewed(("a", "2021-01-15"), ("b", "2021-02-15"))
    second = renewed(("a", "2024-01-15"), ("b", "2024-01-15"), years="2")
    assert last_day(signed(renouvellements=[first, second]), renouvellements_au_plus=most) == last


def test_a_term_that_starts_on_29_february_is_renewed_from_1_march() -> None:
    votes = renewed(("a", "2021-01-15"), ("b", "2021-02-28"))
    assert last_day(signed("2016-02-29", renouvellements=[votes])) == date(2024, 2, 29)


def test_a_tacit_renewal_needs_no_vote_but_no_denunciation() -> None:
    tacit = {"renouvellement": "tacite"}
    assert last_day(signed(renouvellements=[renewed()]), **tacit) == date(2024, 6, 13)
    assert last_day(signed(renouvellements=[renewed(denonciation="oui")]), **tacit) == date(2021, 6, 13)


def test_a_convention_renewed_by_deliberation_is_never_renewed_tacitly() -> None:
    renewal = signed(renouvellements=[renewed()]).renewals[0]
    assert not renewed_in_time(framework(), renewal, date(2021, 6, 13))


@pytest.mark.parametrize(
    ("day", "in_office"),
    [
        (date(2015, 12, 31), False),
        (date(2016, 1, 1), True),
        (date(2020, 3, 31), True),
        (date(2020, 4, 1), False),
    ],
)
def test_a_mandate_covers_its_first_and_its_last_day(day: date, in_office: bool) -> None:
    holder = MandateHolder.model_validate({"partie": "a", "nom": "Nom", "du": "2016-01-01", "au": "2020-03-31"})
    assert holder.holds_office(day) is in_office


def test_an_open_mandate_has_no_end() -> None:
    holder = MandateHolder.model_validate({"partie": "a", "nom": "Nom"})
    assert holder.holds_office(date(1958, 1, 1))
    assert holder.holds_office(date(2050, 1, 1))


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2025, 5, 12), 12, date(2026, 5, 11)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2025, 12, 1), 1, date(2025, 12, 31)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(9998, 12, 2), 12, date(9999, 12, 1)),
        (date(9999, 1, 31), 11, date(9999, 12, 30)),
        (date(9999, 12, 1), 1, date.max),
    ],
)
def test_a_delay_in_months_ends_on_the_eve_of_the_same_day(first: date, months: int, last: date) -> None:
    assert last_day_of_months(first, months) == last
