"""Identifiers stay unique, whether a loop repeats them or the template itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from docxtpl import InlineImage

from generator.rendering import compile_template
from tests.support.docxtpl_values import picture, stranger
from tests.support.identified_content import FOOTER, HEADER, REPEATING, W14, bookmark, drawing, margins, numbered
from tests.support.package_lint import faults_of, new_faults
from tests.support.sample_templates import CONTEXT, P
from tests.support.word import DOCUMENT, NAMESPACES, body, compile_codes, document, member, tree

X = "<w:r><w:t>x</w:t></w:r>"
VML = "urn:schemas-microsoft-com:vml"
LOOP = P.format("{%p for l in lignes %}"), P.format("{%p endfor %}")


def looped(*elements: str) -> bytes:
    """A template that repeats elements twice."""
    return body(LOOP[0], *elements, LOOP[1])


def found(word: bytes, path: str, part: str = DOCUMENT) -> list[str]:
    nodes: list[Any] = tree(word, part).xpath(path, namespaces={**NAMESPACES, "w14": W14, "v": VML})
    return [str(node) for node in nodes]


def rendered(template: bytes, context: Mapping[str, Any] = CONTEXT) -> bytes:
    word = compile_template(template).render(context)
    assert new_faults(template, word) == []
    return word


def test_a_loop_keeps_the_first_bookmark_of_a_name() -> None:
    word = rendered(looped(bookmark(7, "ici")))
    assert found(word, "//w:bookmarkStart/@w:name") == ["ici"]
    assert found(word, "//w:bookmarkEnd/@w:id") == ["7"]


def test_bookmarks_that_a_loop_names_by_its_data_all_stay() -> None:
    word = rendered(looped(bookmark(7, "ici_{{ loop.index }}"), bookmark(8, "fin")))
    assert found(word, "//w:bookmarkStart/@w:name") == ["ici_1", "fin", "ici_2"]
    assert found(word, "//w:bookmarkStart/@w:id") == found(word, "//w:bookmarkEnd/@w:id") == ["7", "8", "9"]


@pytest.mark.parametrize("around", ["start", "end"])
def test_a_bookmark_half_in_a_loop_is_refused(around: str) -> None:
    start, end = '<w:p><w:bookmarkStart w:id="1" w:name="a"/></w:p>', '<w:p><w:bookmarkEnd w:id="1"/></w:p>'
    elements = [LOOP[0], start, LOOP[1], end] if around == "start" else [start, LOOP[0], end, LOOP[1]]
    assert compile_codes(body(*elements)) == ["TP501"]


def test_bookmarks_named_by_data_that_come_out_equal_are_one() -> None:
    word = rendered(body(bookmark(1, "{{ a.b.c }}"), bookmark(2, "{{ couleur }}"), bookmark(3, "{{ a.b.c|lower }}")))
    assert found(word, "//w:bookmarkStart/@w:name") == ["profond", "FF0000"]


def test_each_branch_keeps_its_bookmark_of_one_name() -> None:
    branches = [P.format("{%p if oui %}"), bookmark(1, "ici"), P.format("{%p else %}"), bookmark(1, "ici")]
    template = body(*branches, P.format("{%p endif %}"))
    for choice in (True, False):
        assert found(rendered(template, {"oui": choice}), "//w:bookmarkStart/@w:name") == ["ici"]


def test_revisions_permissions_and_shapes_of_a_loop_have_numbers_of_their_own() -> None:
    word = rendered(
        looped(
            f'<w:p><w:ins w:id="4" w:author="a">{X}</w:ins><w:del w:id="4" w:author="a"/></w:p>',
            f'<w:p><w:permStart w:id="5" w:edGrp="everyone"/>{X}<w:permEnd w:id="5"/></w:p>',
            f'<w:p xmlns:v="{VML}"><w:r><w:pict><v:shapetype id="t"/><v:rect id="s"/></w:pict></w:r></w:p>',
        )
    )
    assert found(word, "//w:permStart/@w:id") == found(word, "//w:permEnd/@w:id")
    assert all(len(set(found(word, f"//{name}"))) == 2 for name in ("w:ins/@w:id", "w:permStart/@w:id", "v:rect/@id"))
    assert found(word, "//v:shapetype/@id") == ["t"]


def moved(kind: str, number: int) -> str:
    mark = f'<w:{kind}RangeStart w:id="{number}" w:name="move1" w:author="a"/>'
    return f'{mark}<w:{kind} w:id="{number + 1}" w:author="a">{X}</w:{kind}><w:{kind}RangeEnd w:id="{number}"/>'


def test_a_move_of_a_loop_has_its_two_places_under_one_name() -> None:
    word = rendered(looped(f"<w:p>{moved('moveFrom', 3)}</w:p>", f"<w:p>{moved('moveTo', 7)}</w:p>"))
    names = found(word, "//w:moveFromRangeStart/@w:name")
    assert names == found(word, "//w:moveToRangeStart/@w:name")
    assert len(set(names)) == 2
    for kind in ("moveFrom", "moveTo"):
        numbers = found(word, f"//w:{kind}RangeStart/@w:id")
        assert numbers == found(word, f"//w:{kind}RangeEnd/@w:id")
        assert len(set(numbers)) == 2


def test_a_comment_of_a_loop_stands_once() -> None:
    marks = '<w:commentRangeStart w:id="3"/>{}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
    word = rendered(looped(f"<w:p>{marks.format(X)}</w:p>"))
    names = ("commentRangeStart", "commentRangeEnd", "commentReference")
    assert [found(word, f"//w:{name}/@w:id") for name in names] == [["3"]] * 3


def test_a_run_that_is_split_does_not_repeat_the_revision_of_its_format() -> None:
    change = '<w:rPr><w:b/><w:rPrChange w:id="1" w:author="a"><w:rPr/></w:rPrChange></w:rPr>'
    template = body(f"<w:p><w:r>{change}<w:t>{{{{ v }}}}</w:t></w:r></w:p>")
    changes = found(rendered(template, {"v": "a\tb\tc"}), "//w:rPrChange/@w:id")
    assert len(set(changes)) == len(changes) > 1


@pytest.mark.parametrize("template", REPEATING.values(), ids=REPEATING)
def test_a_template_that_repeats_identifiers_makes_documents_that_do_not(template: bytes) -> None:
    assert [fault.check for fault in faults_of(template) if fault.check != "tag"]
    assert faults_of(compile_template(template).render(CONTEXT)) == []


def test_a_number_of_any_length_is_read() -> None:
    long = "9" * 5000
    template = body(*(xml.replace('"8"', f'"{long}"') for xml in (bookmark(8, "a"), bookmark(8, "b"), drawing(8))))
    assert found(compile_template(template).render({}), "//w:bookmarkStart/@w:id") == [long, "1"]


def test_what_repeats_nothing_is_left_as_it_was() -> None:
    template = margins(bookmark(1, "a") + drawing(7), bookmark(1, "b") + numbered("00000001"), numbered("00000001"))
    word = compile_template(template).render(CONTEXT)
    assert member(word, FOOTER) == member(template, FOOTER)
    assert found(word, "//@w14:paraId") == ["00000001"]
    assert found(word, "//*[local-name()='docPr']/@id", HEADER) == ["7"]


def test_pictures_of_values_and_of_loops_have_numbers_that_no_part_has() -> None:
    header = P.format("{%p for l in lignes %}") + drawing(2) + P.format("{{ v }}") + P.format("{%p endfor %}")
    template = margins(header, drawing(1) + drawing(3), P.format("{{ v }}"), drawing(9))
    word = rendered(template, {**CONTEXT, "v": InlineImage(stranger(), picture())})
    assert len(found(word, "//*[local-name()='docPr']/@id", HEADER)) == 4


def test_a_template_without_repetition_compiles_to_the_same_bytes_again() -> None:
    template = looped(bookmark(7, "ici"), drawing(4))
    assert rendered(template) == rendered(template)
    assert faults_of(compile_template(document("x")).render({})) == []
