"""XML as Word 2010 to 365 writes it, and archives as other programs write them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from typing import cast

from tests.support.word import DOCUMENT, W, body, edited, with_members

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MICROSOFT = "http://schemas.microsoft.com/office"
_PREFIXES = {
    "w15": f"{_MICROSOFT}/word/2012/wordml",
    "w16se": f"{_MICROSOFT}/word/2015/wordml/symex",
    "w16cid": f"{_MICROSOFT}/word/2016/wordml/cid",
    "w16": f"{_MICROSOFT}/word/2018/wordml",
    "w16cex": f"{_MICROSOFT}/word/2018/wordml/cex",
    "w16sdtdh": f"{_MICROSOFT}/word/2020/wordml/sdtdatahash",
}
_OPENING = re.compile("<w:document [^>]*>")


def word_365(*elements: str) -> bytes:
    """A document whose root declares what Word 365 declares, and lets older versions ignore it."""
    declared = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _PREFIXES.items())
    ignorable = f'mc:Ignorable="w14 {" ".join(_PREFIXES)} wp14"'

    def complete(xml: str) -> str:
        opening = cast("re.Match[str]", _OPENING.search(xml))[0]
        as_word = opening.replace('mc:Ignorable="w14 wp14"', ignorable)
        return xml.replace(opening, as_word.replace("<w:document ", f"<w:document{declared} "))

    return edited(body(*elements), DOCUMENT, complete)


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph with the attributes of a session of Word; plain text becomes a run."""
    pieces = (piece if piece.startswith("<") else run(piece) for piece in content)
    opening = '<w:p w:rsidR="00A77B3E" w:rsidRDefault="00F2455C" w:rsidP="00A77B3E">'
    return f"{opening}{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{''.join(pieces)}</w:p>"


def run(text: str, properties: str = '<w:lang w:val="fr-FR"/>') -> str:
    return (
        f'<w:r w:rsidRPr="00D92F41"><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        if properties
        else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def paragraphs(*texts: str) -> str:
    return "".join(map(paragraph, texts))


def field(code: str, *result: str) -> str:
    """A complex field: its code, and the result that Word computed last."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
    return f"{mark.format('begin')}{instruction}{mark.format('separate')}{''.join(result)}{mark.format('end')}"


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return f'<w:sdt><w:sdtPr>{properties}<w:id w:val="12"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def text_box(content: str) -> str:
    """A run with a text box, written twice: for Word 2010 and later, and for those before."""
    shape = (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
        '<wp:extent cx="914400" cy="914400"/><wp:wrapNone/><wp:docPr id="7" name="Zone de texte 2"/>'
        "<wp:cNvGraphicFramePr/>"
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:graphicData uri="{_MICROSOFT}/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr/><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    fallback = (
        f'<w:pict><v:shape id="z"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:shape></w:pict>'
    )
    return (
        '<w:r><w:rPr><w:noProof/></w:rPr><mc:AlternateContent xmlns:v="urn:schemas-microsoft-com:vml">'
        f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def with_part(word: bytes, name: str, kind: str, content_type: str, xml: str) -> bytes:
    """The same document with one more part, related to the document (to the package, for a part of ``docProps``)."""
    is_word = name.startswith("word/")
    relations = "word/_rels/document.xml.rels" if is_word else "_rels/.rels"
    target = name.removeprefix("word/")
    relation = f'<Relationship Id="rId901" Type="{OFFICE}/relationships/{kind}" Target="{target}"/></Relationships>'
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    word = with_members(word, {name: xml.encode()})
    word = edited(word, "[Content_Types].xml", lambda types: types.replace("</Types>", override))
    return edited(word, relations, lambda links: links.replace("</Relationships>", relation))


def notes(kind: str, *content: str) -> bytes:
    """A document with one note (``footnote``, ``endnote``), called in its first paragraph."""
    xml = f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="2">{"".join(content)}</w:{kind}></w:{kind}s>'
    calling = paragraph("Texte", f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    return with_part(word_365(calling), f"word/{kind}s.xml", f"{kind}s", f"{WORD_TYPE}.{kind}s+xml", xml)


def archived(word: bytes, change: Callable[[str, bytes], bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The same document in another archive, where ``change`` makes each content from a member's name and content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(buffer, "w", method) as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    return buffer.getvalue()


def streamed(word: bytes, *, as_zip64: bool) -> bytes:
    """The same document, written without going back: folders have entries, sizes follow the data."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word)) as source, zipfile.ZipFile(_Pipe(buffer), "w") as target:
        for folder in ("_rels/", "docProps/", "word/"):
            target.writestr(folder, b"")
        for name in source.namelist():
            with target.open(name, "w", force_zip64=as_zip64) as member:
                member.write(source.read(name))
    return buffer.getvalue()


class _Pipe(io.RawIOBase):
    """A file that can only be appended to."""

    def __init__(self, buffer: io.BytesIO) -> None:
        self._buffer = buffer

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self._buffer.write(data)
