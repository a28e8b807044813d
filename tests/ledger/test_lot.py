"""The ledger of a year: what a line keeps, and lines of former versions."""

import json
from pathlib import Path

from generator.ledger import Lot, LotLine


def test_a_line_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    kept = LotLine("2017-01", "projets", "cle", tracks=({"partie": "A", "etapes": [{"etape": "Vote"}]},))
    lot = Lot(tmp_path / "lot.jsonl")
    lot.append(kept)
    lot.settle()
    assert Lot(tmp_path / "lot.jsonl").line("projets", "2017-01") == kept


def test_a_line_without_tracks_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "lot.jsonl"
    lot = Lot(path)
    lot.append(LotLine("2017-01", "projets", "cle"))
    lot.settle()
    former = {key: value for key, value in json.loads(path.read_text()).items() if key != "etapes"}
    path.write_text(json.dumps(former, separators=(",", ":")) + "\n")
    assert Lot(path).line("projets", "2017-01") == LotLine("2017-01", "projets", "cle")
