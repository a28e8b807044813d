"""Where values and keys stand: line and column from 1, whatever the way they are written."""

from __future__ import annotations

import pytest

from generator.findings import Place
from generator.load.decoding import decode
from generator.load.typed_tree import Tree
from generator.load.yaml_file import load_bytes
from generator.load.yaml_tree import read_tree
from generator.model import Action
from tests.support.reading import plain

HEAD = "numero: 2017-01\nconvention: dijon-chefchaouen-2016\n"


def tree_of(text: str) -> Tree:
    return read_tree(text, "saisie.yaml")


def value_at(text: str, *path: str | int) -> tuple[int | None, int | None]:
    place = tree_of(text).places[path]
    return place.line, place.column


def key_at(text: str, *path: str | int) -> tuple[int | None, int | None]:
    place = tree_of(text).keys[path]
    return place.line, place.column


def found(text: str | bytes) -> list[tuple[str, int | None, int | None]]:
    """Return the code and the place of each finding of an action whose head is right."""
    data = text if isinstance(text, bytes) else (HEAD + text).encode()
    return [(one.code, one.place.line, one.place.column) for one in load_bytes(data, "saisie.yaml", Action).findings]


# Values


@pytest.mark.parametrize(
    ("text", "path", "place"),
    [
        pytest.param("axe: culture", ("axe",), (1, 6), id="plain"),
        pytest.param("axe:    culture", ("axe",), (1, 9), id="after several spaces"),
        pytest.param("axe : culture", ("axe",), (1, 7), id="with the French space before the colon"),
        pytest.param('axe: "culture"', ("axe",), (1, 6), id="in double quotes, at the quote"),
        pytest.param("axe: 'culture'", ("axe",), (1, 6), id="in single quotes, at the quote"),
        pytest.param("intitulé: à Dijon", ("intitulé",), (1, 11), id="after accents, counted as characters"),
        pytest.param("😀: là", ("😀",), (1, 4), id="after a character of two halves, counted as one"),
        pytest.param("axe:\n  culture", ("axe",), (2, 3), id="on the next line"),
        pytest.param("a: un\n  deux\nb: trois", ("b",), (3, 4), id="after a value of two lines"),
        pytest.param("objet: |\n  un\n  deux\n", ("objet",), (1, 8), id="block, at its sign"),
        pytest.param("objet: >-\n  un\n\n  deux\naxe: x", ("axe",), (5, 6), id="after a folded block"),
        pytest.param("# un\n\n# deux\naxe: x", ("axe",), (4, 6), id="after comments"),
        pytest.param("---\naxe: x", ("axe",), (2, 6), id="after a document mark"),
    ],
)
def test_a_value_stands_where_it_begins(text: str, path: tuple[str], place: tuple[int, int]) -> None:
    assert value_at(text, *path) == place


def test_items_of_a_list_stand_after_their_dash() -> None:
    text = "odd:\n  - 8\n  -   12\nvilles: [Dijon, Chefchaouen]\n"
    assert value_at(text, "odd", 0) == (2, 5)
    assert value_at(text, "odd", 1) == (3, 7)
    assert value_at(text, "villes", 1) == (4, 17)


def test_groups_of_a_list_have_the_places_of_each_key() -> None:
    text = "missions:\n  - id: M1\n    pays: MA\n  - id: M2\n"
    assert value_at(text, "missions", 0, "pays") == (3, 11)
    assert key_at(text, "missions", 0, "pays") == (3, 5)
    assert value_at(text, "missions", 1) == (4, 5)


def test_a_group_on_one_line_has_the_places_of_each_key() -> None:
    text = "calendrier: {debut: 2017-05-02, fin: 2017-12-15}\n"
    assert key_at(text, "calendrier", "debut") == (1, 14)
    assert value_at(text, "calendrier", "fin") == (1, 38)


@pytest.mark.parametrize("value", ["", "~", "{}", "[]", "\n  debut: 2017-05-02", "\n  - un"])
def test_what_is_empty_or_holds_others_stands_where_its_key_does(value: str) -> None:
    assert value_at(f"axe: x\ncalendrier: {value}\n", "calendrier") == (2, 1)


def test_a_value_that_is_not_there_takes_the_place_of_what_should_hold_it() -> None:
    text = "budget:\n  devise: EUR\n"
    assert value_at(text, "budget", "depenses", 3, "montant") == (1, 1)
    assert value_at(text, "ailleurs") == (1, 1)


def test_a_place_names_its_file() -> None:
    assert tree_of("axe: x").places[("axe",)] == Place("saisie.yaml", 1, 6)


# Bytes


def test_a_mark_of_byte_order_is_accepted_and_shifts_nothing() -> None:
    data = b"\xef\xbb\xbf" + HEAD.encode() + b"urgence: haute\n"
    assert found(data) == [("FO035", 3, 1)]
    assert found(b"\xef\xbb\xbf" + HEAD.encode()) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_places_do_not_depend_on_line_ends(end: str) -> None:
    text = HEAD + "objet: |\n  un\n  deux\nodd: [8,\n  douze]\nintitule: a\x02b\n"
    assert found(text.replace("\n", end).encode()) == [("FO044", 7, 3), ("FO009", 8, 12)]


@pytest.mark.parametrize("end", ["\r\n", "\r"], ids=["windows", "old mac"])
def test_line_ends_do_not_enter_values(end: str) -> None:
    text = (HEAD + "objet: |\n  un\n  deux\nintitule: un\n  deux\n").replace("\n", end)
    action = load_bytes(text.encode(), "saisie.yaml", Action).value
    assert action is not None
    assert action.object == "un\ndeux"
    assert action.title == "un deux"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_a_tabulation_is_shown_on_its_line(end: str) -> None:
    text = (HEAD + "calendrier:\n  \tdebut: 2017-05-02\n").replace("\n", end)
    assert found(text.encode()) == [("FO011", 4, 3)]


@pytest.mark.parametrize(
    "text", ["axe: culture\t\n", "axe:\tculture\n", "# note\tde bas de page\n", 'axe: "culture"\t# x\n']
)
def test_a_tabulation_that_shifts_nothing_is_no_fault(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["unix", "windows", "old mac"])
def test_a_byte_of_windows_is_shown_on_its_line(end: str) -> None:
    text = (HEAD + "axe: culture\nintitule: Échanges\n").replace("\n", end)
    assert found(text.encode("cp1252")) == [("FO006", 4, 11)]


@pytest.mark.parametrize("point", [0x0B, 0x0C, 0x1F, 0x7F, 0x85, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF])
def test_a_character_that_word_or_yaml_refuses_is_shown_at_its_place(point: int) -> None:
    assert found(f"objet: un{chr(point)}deux\nurgence: haute\n") == [("FO009", 3, 10), ("FO035", 4, 1)]


@pytest.mark.parametrize("character", ["\u00a0", "\u202f", "\u2019", "«", "œ", "é", "\u0301", "م", "ⵣ", "😀"])
def test_every_character_that_people_write_passes(character: str) -> None:
    assert found(f"objet: un{character}deux\n") == []


def test_bytes_of_windows_are_shown_at_the_first_and_read_all_the_same() -> None:
    data = (HEAD + "intitule: Échanges d’été\nurgence: haute\n").encode("cp1252")
    assert found(data) == [("FO006", 3, 11), ("FO035", 4, 1)]
    partial = load_bytes(data, "saisie.yaml", Action).partial
    assert partial is not None
    assert partial.title == "Échanges d’été"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_a_wide_encoding_gives_one_finding(encoding: str) -> None:
    data = (HEAD + "intitule: Échanges d’été\n").encode(encoding)
    assert [code for code, *_ in found(data)] in (["FO007"], ["FO008"])


def test_a_file_of_control_characters_is_read_no_further_than_what_is_shown() -> None:
    findings = decode(b"\x01" * 2_000_000, "saisie.yaml").findings
    assert len(findings) == 201


# Keys


def test_the_second_of_two_equal_keys_names_the_line_of_the_first() -> None:
    findings = load_bytes((HEAD + "axe: a\nodd: [8]\naxe: b\naxe: c\n").encode(), "saisie.yaml", Action).findings
    assert [(one.code, one.place.line, one.place.column) for one in findings] == [("FO017", 5, 1), ("FO017", 6, 1)]
    assert all("à la ligne 3" in one.message for one in findings)


def test_the_first_of_two_equal_keys_is_kept() -> None:
    assert tree_of("axe: a\naxe: b\n").root == {"axe": "a"}
    assert tree_of("a: {b: 1, b: {c: [2]}, d: 3}\n").root == {"a": {"b": "1", "d": "3"}}


def test_equal_keys_of_different_groups_are_no_fault() -> None:
    assert tree_of("a: {x: 1}\nb: {x: 1}\nc:\n  - x: 1\n  - x: 1\n").findings == ()


@pytest.mark.parametrize("key", ['"axe"', "'axe'", "axe "])
def test_a_quoted_key_is_the_same_key(key: str) -> None:
    assert found(f"axe: a\n{key}: b\n") == [("FO017", 4, 1)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("intitullé", "intitule"),
        ("INTITULE", "intitule"),
        ("Intitulé", "intitule"),
        ("service référent", "service_referent"),
        ("service-referent", "service_referent"),
        ("deliberation", "deliberations"),
    ],
)
def test_a_key_that_resembles_another_is_told_which(typed: str, meant: str) -> None:
    (finding,) = load_bytes(f"{HEAD}{typed}: []\n".encode(), "saisie.yaml", Action).findings
    assert finding.code == "FO034"
    assert f"vouliez-vous dire « {meant} »" in plain(finding.message)
    assert finding.path == (typed,)


def test_a_key_that_is_there_already_is_not_proposed() -> None:
    (finding,) = load_bytes((HEAD + "intitule: a\nintitulee: b\n").encode(), "saisie.yaml", Action).findings
    assert "« intitule »" not in finding.message


def test_a_required_key_that_is_misspelt_is_one_fault() -> None:
    findings = load_bytes(b"numero: 2017-01\nconvension: dijon\n", "saisie.yaml", Action).findings
    assert [(one.code, one.place.line) for one in findings] == [("FO034", 2)]


def test_findings_come_by_place() -> None:
    text = "odd: 8\naxe: é è\nurgence: 1\ncalendrier: {fin: 30/02/2017, debut: x, milieu: y}\naxe: b\n"
    places = [place for _, *place in found(text)]
    assert places == sorted(places)
    assert len(places) == 7
