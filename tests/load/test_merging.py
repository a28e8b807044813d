"""Several files of one folder make one value: nothing of any of them is lost."""

from pathlib import Path

import pytest

from generator.load import load_allowances, load_law
from generator.workspace import Workspace


def workspace(root: Path, folder: str, *texts: str) -> Workspace:
    target = root / "inputs" / folder
    target.mkdir(parents=True)
    for rank, text in enumerate(texts):
        (target / f"{rank}.yaml").write_text(text, encoding="utf-8")
    return Workspace(root)


@pytest.mark.parametrize(
    ("marks", "is_example"),
    [
        (("oui", "non"), True),
        (("non", "oui"), True),
        (("oui", "oui"), True),
        (("non", "non"), False),
    ],
)
def test_one_example_among_several_tables_makes_them_all_an_example(
    tmp_path: Path, marks: tuple[str, str], is_example: bool
) -> None:
    tables = workspace(tmp_path, "baremes", *(f"exemple: {mark}\n" for mark in marks))
    merged = load_allowances(tables).value
    assert merged is not None
    assert merged.example is is_example


def test_no_table_at_all_is_no_example(tmp_path: Path) -> None:
    merged = load_allowances(Workspace(tmp_path)).value
    assert merged is not None
    assert not merged.example


def test_rates_and_reductions_of_every_table_are_kept_in_the_order_of_the_files(tmp_path: Path) -> None:
    first = "indemnites:\n  - {pays: MA}\nreductions:\n  - {logement: 65, repas: 17.5}\n"
    second = "indemnites:\n  - {pays: TN}\n  - {pays: SN}\nreductions:\n  - {logement: 50, repas: 10}\n"
    merged = load_allowances(workspace(tmp_path, "baremes", first, second)).value
    assert merged is not None
    assert [rate.country for rate in merged.rates] == ["MA", "TN", "SN"]
    assert [reduction.lodging_percent for reduction in merged.reductions] == [65, 50]


def test_statutes_and_procedures_of_every_file_are_kept_in_the_order_of_the_files(tmp_path: Path) -> None:
    first = "textes:\n  - {cle: loi 1, titre: loi 1}\nprocedures:\n  - {pays: FR}\n"
    second = "textes:\n  - {cle: loi 2, titre: loi 2}\nprocedures:\n  - {pays: MA}\n"
    merged = load_law(workspace(tmp_path, "references", first, second)).value
    assert merged is not None
    assert [text.reference for text in merged.statutes] == ["loi 1", "loi 2"]
    assert [procedure.country for procedure in merged.procedures] == ["FR", "MA"]


def test_a_faulty_file_leaves_the_others_readable_and_nothing_complete(tmp_path: Path) -> None:
    loaded = load_allowances(workspace(tmp_path, "baremes", "exemple: oui\n", "exemple: peut-être\n"))
    assert loaded.value is None
    assert loaded.partial is not None
    assert loaded.partial.example
    assert loaded.findings
