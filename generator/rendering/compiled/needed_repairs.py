"""What the renderings of a part may need, so that a rendering does no more than it needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.rendering.word.empty_boxes import lacks_always, may_lack


@dataclass(frozen=True, slots=True)
class NeededRepairs:
    """What the renderings of one part may need.

    Attributes:
        ends_boxes: a cell, a note, a header… may lose its last paragraph.
        drops_empty_tables: a table may lose all its rows, or a row its cells.
        fits_grids: the number of columns of a table may change.
        numbers_drawings: the part is a body with pictures, or a loop repeats one.
        renews_identifiers: a bookmark, a revision, a shape may come twice.
        holds_revisions: a revision comes twice when its run is split; that alone needs no mending.
        drawings: the numbers of its pictures.
        mends_merges: the first row or cell of a merge may go.
        keeps_tables_apart: two tables may come to stand side by side.
    """

    ends_boxes: bool
    drops_empty_tables: bool
    fits_grids: bool
    numbers_drawings: bool
    renews_identifiers: bool
    holds_revisions: bool
    drawings: frozenset[int]
    mends_merges: bool
    keeps_tables_apart: bool

    def __bool__(self) -> bool:
        """Whether any rendering may need mending."""
        needs = (self.ends_boxes, self.drops_empty_tables, self.fits_grids, self.numbers_drawings)
        return any(needs) or self.renews_identifiers or self.mends_merges or self.keeps_tables_apart

    def always_serve(self, piece: str) -> bool:
        """Whether each rendering may need mending, for what stands in a piece of the part's XML."""
        return (self.ends_boxes or self.drops_empty_tables) and lacks_always(piece)

    def may_serve(self, pieces: Sequence[str]) -> bool:
        """Whether what was printed may need mending; in doubt, it may.

        Args:
            pieces: the XML of the part, cut where values, conditions and loops stand; none of them empty.
        """
        others = (self.fits_grids, self.numbers_drawings, self.renews_identifiers, self.holds_revisions)
        if any(others) or self.mends_merges or self.keeps_tables_apart:
            return True
        return (self.ends_boxes or self.drops_empty_tables) and may_lack(pieces)
