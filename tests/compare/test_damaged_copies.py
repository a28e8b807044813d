"""The gate of the vote reads what comes from outside: damaged files are told, never a defect of the program."""

import io
import random
import zipfile

import pytest

from generator.vote_gate import text_of_copy

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document() -> bytes:
    paragraphs = "".join(f"<w:p><w:r><w:t>Article {rank} – clause</w:t></w:r></w:p>" for rank in range(200))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        body = f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>'
        archive.writestr("word/document.xml", body)
    return made.getvalue()


def test_the_text_of_a_sound_copy_is_read() -> None:
    assert (text_of_copy(document()) or "").startswith("Article 0 – clause\nArticle 1 – clause")


@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_copy_has_no_text_and_raises_nothing(seed: int) -> None:
    chance, sound, unread = random.Random(seed), document(), 0  # noqa: S311 - damage, not a secret
    for _ in range(300):
        content = bytearray(sound)
        for _ in range(chance.choice((1, 3, 30))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        unread += text_of_copy(bytes(content[: chance.choice((len(content), len(content) // 2))])) is None
    assert unread > 200


def test_an_encrypted_copy_has_no_text() -> None:
    content = bytearray(document())
    for start in (content.index(b"PK\x03\x04") + 6, content.index(b"PK\x01\x02") + 8):
        content[start] |= 1  # bit 0 of the general purpose flags, in both headers (APPNOTE 4.4.4)
    assert text_of_copy(bytes(content)) is None
