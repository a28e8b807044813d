"""What values become: text until a model reads it, then exactly what was written; nothing is guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from generator.load import Loaded
from generator.load.yaml_file import load_bytes
from generator.load.yaml_tree import read_tree
from generator.model import Action
from tests.support.reading import plain

HEAD = "numero: 2017-01\nconvention: dijon-chefchaouen-2016\n"


def loaded(text: str) -> Loaded[Action]:
    return load_bytes((HEAD + text).encode(), "saisie.yaml", Action)


def action(text: str) -> Action:
    value = loaded(text).value
    assert value is not None, loaded(text).findings
    return value


def codes(text: str) -> list[str]:
    return [finding.code for finding in loaded(text).findings]


# Text


@pytest.mark.parametrize(
    "typed",
    [
        "012", "no", "yes", "on", "y", "1_000", "12:30:45", "22:22", "2017-02-30", "2017-03-01", "0x1F", "0o17", "1e3",
        ".5", ".inf", ".nan", "=", "true", "True", "5 %", "l'action", "a:b", "http://dijon.fr", "C:\\actes", "a#b",
    ],
)  # fmt: skip
def test_a_plain_scalar_stays_the_text_that_was_typed(typed: str) -> None:
    assert read_tree(f"objet: {typed}\n", "saisie.yaml").root == {"objet": typed}
    assert action(f"objet: {typed}\n").object == typed


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL", '""', "''", '"  "', "|", "# rien", ">-\n\n"])
def test_every_way_of_leaving_a_key_empty_is_absence(empty: str) -> None:
    assert action(f"objet: {empty}\nodd: {empty}\ncalendrier: {empty}\nexemple: {empty}\n") == action("")


@pytest.mark.parametrize("key", ["objet\u00a0", "objet\u202f", "ob\u200bjet", "\u00a0objet", "ob\u00adjet"])
def test_a_key_is_read_without_what_nobody_sees_in_it(key: str) -> None:
    assert read_tree(f"{key}: jumelage\n", "saisie.yaml").root == {"objet": "jumelage"}


def test_a_key_typed_twice_is_told_though_one_holds_what_nobody_sees() -> None:
    assert codes("objet: jumelage\nobjet\u00a0: cinéma\n") == ["FO017"]


@pytest.mark.parametrize("quoted", ['"null"', "'~'"])
def test_a_word_in_quotes_is_never_absence(quoted: str) -> None:
    assert action(f"objet: {quoted}\n").object == quoted[1:-1]


@pytest.mark.parametrize("empty", ["", "~", "null", '""', "''", '"  "'])
@pytest.mark.parametrize("key", ["odd", "axes_secondaires", "activites"])
def test_an_empty_item_of_a_list_is_a_fault(key: str, empty: str) -> None:
    assert codes(f"{key}:\n  - {empty}\n") == ["FO050"]


def test_plain_and_quoted_values_are_the_same() -> None:
    assert action("intitule: Espace\n") == action('intitule: "Espace"\n') == action("'intitule': 'Espace'\n")


def test_plain_spaces_in_a_row_are_one_and_no_break_spaces_stay() -> None:
    assert action("intitule: '  Un   espace\u00a0\u00a0: Dijon '\n").title == "Un espace\u00a0\u00a0: Dijon"


def test_line_breaks_of_a_block_stay() -> None:
    assert action("objet: |\n  un\n\n  deux\n").object == "un\n\ndeux"
    assert action("objet: >-\n  un\n  deux\n").object == "un deux"


# Dates


@pytest.mark.parametrize(
    "typed", ["2017-03-01", "01/03/2017", "1/3/2017", '"2017-03-01"', "'01/03/2017'", " 2017-03-01 "]
)
def test_a_date_is_read_in_both_orders(typed: str) -> None:
    assert action(f"calendrier: {{debut: {typed}}}\n").calendar.start == date(2017, 3, 1)


@pytest.mark.parametrize("typed", ["2017-02-29", "30/02/2017", "2017-13-01", "2017-00-10", "00/01/2017", "0000-01-01"])
def test_a_day_that_the_calendar_lacks_is_told_as_such(typed: str) -> None:
    assert codes(f"calendrier: {{debut: {typed}}}\n") == ["FO042"]


@pytest.mark.parametrize(
    "typed",
    ["1er mars 2017", "2017", "2017-3-1", "03-01-2017", "01/03/17", "2017/03/01", "2017-03-01T00:00:00", "٢٠١٧-٠٣-٠١"],
)
def test_any_other_way_of_writing_a_date_is_refused(typed: str) -> None:
    assert codes(f"calendrier: {{debut: {typed}}}\n") == ["FO041"]


def test_a_leap_day_is_a_day() -> None:
    assert action("calendrier: {debut: 29/02/2016}\n").calendar.start == date(2016, 2, 29)


# Amounts


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12500.00", "12500.00"),
        ("12500,00", "12500.00"),
        ("12 500,00", "12500.00"),
        ("12\u00a0500,00", "12500.00"),
        ("12\u202f500,00", "12500.00"),
        ("1 234 567", "1234567"),
        ("0.00", "0.00"),
        ("0", "0"),
        ("012", "12"),
        ("-3,5", "-3.5"),
        ("0.1", "0.1"),
        ("123456789012345.123456789012", "123456789012345.123456789012"),
    ],
)
def test_an_amount_is_the_exact_decimal_that_was_written(typed: str, amount: str) -> None:
    total = action(f'budget:\n  total: "{typed}"\n').budget.stated_total
    assert str(total) == str(Decimal(amount))


@pytest.mark.parametrize(
    "typed",
    [
        "1_000", "1.000,00", "1,000.00", "12 50", "1 2345", "12 500 €", "EUR 12", "1e3", ".5", "5.", "1 000 00",
        "douze", "10*2", "=A1", "NaN", "Infinity", "٣", "1234567890123456",
    ],
)  # fmt: skip
def test_any_other_way_of_writing_an_amount_is_refused(typed: str) -> None:
    assert codes(f'budget:\n  total: "{typed}"\n') == ["FO043"]


# Whole numbers, yes and no, choices


@pytest.mark.parametrize("typed", ["8", "'8'", '"8"'])
def test_a_whole_number_is_read(typed: str) -> None:
    assert action(f"odd: [{typed}]\n").sdgs == (8,)


@pytest.mark.parametrize("typed", ["012", "8.0", "8,", "+8", "1_0", "0x8", "huit", "12:30:45", "1234567890"])
def test_any_other_way_of_writing_a_whole_number_is_refused(typed: str) -> None:
    assert codes(f"odd:\n  - {typed}\n") == ["FO044"]


@pytest.mark.parametrize(("typed", "value"), [("oui", True), ("Non", False), ("true", True), ("FALSE", False)])
def test_yes_and_no_are_french_words_or_those_that_editors_write(typed: str, value: bool) -> None:
    assert action(f"lieu_de_culte: {typed}\n").worship is value


@pytest.mark.parametrize("typed", ["no", "yes", "on", "off", "1", "0", "o", "n", "vrai", "[oui]"])
def test_any_other_answer_is_refused(typed: str) -> None:
    assert codes(f"lieu_de_culte: {typed}\n") in (["FO045"], ["FO040"])


@pytest.mark.parametrize("wrong", ["[Madame]", "{a: b}", "\n      - Madame"])
def test_a_choice_written_as_a_list_or_a_group_is_told_in_french(wrong: str) -> None:
    (finding,) = loaded(f"signataires:\n  - partie: dijon\n    civilite: {wrong}\n").findings
    assert finding.code == "FO040"
    assert finding.place.line == 5


@pytest.mark.parametrize("key", ["calendrier", "budget", "clauses", "signature", "transmission"])
def test_a_group_written_as_a_value_is_told_so(key: str) -> None:
    assert codes(f"{key}: oui\n") == ["FO038"]
    assert codes(f"{key}: [oui]\n") == ["FO038"]


@pytest.mark.parametrize("key", ["odd", "missions", "signataires", "activites", "derogations"])
def test_a_list_written_as_a_value_or_a_group_is_told_so(key: str) -> None:
    assert codes(f"{key}: 8\n") == ["FO039"]
    assert codes(f"{key}: {{id: M1}}\n") == ["FO039"]


# What a message shows of a value


def test_a_long_value_is_cut_and_shown_on_one_line() -> None:
    (finding,) = loaded("axe: |\n" + "  une ligne\n" * 100).findings
    assert "\n" not in finding.message
    assert "…" in finding.message
    assert len(finding.message) < 250


def test_a_value_cannot_command_the_terminal() -> None:
    (finding,) = loaded("axe: 'rouge\u202e é'\n").findings
    assert finding.message.replace("\u00a0", " ").isprintable()


@pytest.mark.parametrize("typed", ["{valeur}", "{0}", "%s", "{", "}}"])
def test_braces_in_a_value_are_shown_as_they_are(typed: str) -> None:
    (finding,) = loaded(f'axe: "{typed}"\n').findings
    assert f"« {typed} »" in plain(finding.message)
