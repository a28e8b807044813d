"""Where each element stands among the blocks."""

from __future__ import annotations

import pytest

from generator.rendering.blocks.block_paths import BlockPaths, common_path, statement_of
from tests.support.word import element

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


def paths_of(*texts: str) -> tuple[BlockPaths, list[tuple[tuple[int, int], ...]]]:
    body = element(f"<w:body>{''.join(map(P.format, texts))}</w:body>")
    paths = BlockPaths(body)
    return paths, [paths.of(paragraph) for paragraph in body]


def test_each_paragraph_has_the_blocks_and_the_branches_around_it() -> None:
    paths, found = paths_of(
        "a", "{%p if x %}", "b", "{%p elif y %}", "{%p for z in t %}", "c", "{%p endfor %}", "{%p endif %}", "d"
    )
    assert [found[rank] for rank in (0, 2, 5, 8)] == [(), ((0, 0),), ((0, 1), (1, 0)), ()]
    assert paths.is_sound
    assert [block.tag for block in paths.blocks] == ["{%p if x %}", "{%p for z in t %}"]
    assert paths.loops(found[5]) == [1]


@pytest.mark.parametrize(
    "texts", [("{% if x %}",), ("{% endif %}",), ("{% if x %}{% endfor %}",), ("{% else %}",), ("{% for a in b %}",)]
)
def test_blocks_that_are_not_closed_in_their_turn_are_not_sound(texts: tuple[str, ...]) -> None:
    assert not paths_of(*texts)[0].is_sound


def test_a_tag_that_word_cut_counts_where_it_begins_and_tags_of_attributes_count() -> None:
    body = element(
        "<w:body><w:p><w:r><w:t>{% i</w:t></w:r><w:r><w:t>f x %}</w:t></w:r><w:r><w:br/></w:r></w:p>"
        '<w:p><w:r><w:sym w:char="{% if y %}1{% endif %}"/><w:t>{% endif %}</w:t></w:r></w:p></w:body>'
    )
    paths = BlockPaths(body)
    assert paths.of(body[0][2][0]) == ((0, 0),)
    assert paths.is_sound
    assert len(paths.blocks) == 2


@pytest.mark.parametrize(
    ("tag", "keyword"),
    [("{%p if x %}", "if"), ("{%- for a in b %}", "for"), ("{%tr endfor %}", "endfor"), ("{{ x }}", ""),
     ("{%\u00a0if x %}", "if"), ("{%p\u200e if x %}", "if"), ("{# if #}", "")],
)  # fmt: skip
def test_a_statement_is_known_by_its_keyword(tag: str, keyword: str) -> None:
    assert statement_of(tag) == keyword


def test_a_tab_that_word_put_into_a_tag_reads_as_a_space() -> None:
    body = element("<w:body><w:p><w:r><w:t>{%p</w:t><w:tab/><w:t>if x %}</w:t></w:r></w:p><w:p/></w:body>")
    assert BlockPaths(body).of(body[1]) == ((0, 0),)


def test_paths_share_their_beginning() -> None:
    assert common_path([((0, 0), (1, 0)), ((0, 0), (1, 1))]) == ((0, 0),)
    assert common_path([]) == ()
