"""A Word document with somebody's name in every place in which Word can keep one."""

import io
import zipfile
import zlib
from collections.abc import Iterator

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NS = (
    f'xmlns:w="{_W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
_PEOPLE = "Users"
_RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + kind + data + check


def _picture(name: str) -> bytes:
    head = _chunk(b"IHDR", b"\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00")
    about = _chunk(b"tEXt", b"Author\x00" + name.encode())
    return (
        b"\x89PNG\r\n\x1a\n"
        + head
        + about
        + _chunk(b"IDAT", zlib.compress(b"\x00\x00"))
        + _chunk(b"IEND", b"")
    )


def _p(inner: str, properties: str = "") -> str:
    return f"<w:p>{properties}{inner}</w:p>"


def _r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def body_channels(name: str) -> dict[str, str]:
    """Paragraphs of the body, each with the name in its own way."""
    first, last = name.split(" ")
    half = len(last) // 2
    author = f'w:author="{name}" w:date="2026-01-01T00:00:00Z"'
    return {
        "plain": _p(_r(f"Seen with {name} today.")),
        "split over runs": _p(
            _r(f"Seen with {first[:2]}") + _r(f"{first[2:]} {last[:half]}") + _r(last[half:])
        ),
        "split by a spelling mark": _p(
            _r(first) + '<w:proofErr w:type="spellStart"/>' + _r(f" {last}")
        ),
        "over a tab": _p(_r(first) + "<w:r><w:tab/></w:r>" + _r(last)),
        "hidden": _p(_r(name, "<w:rPr><w:vanish/></w:rPr>")),
        "inserted": _p(f'<w:ins w:id="1" {author}>{_r(name)}</w:ins>'),
        "deleted": _p(f'<w:del w:id="2" {author}><w:r><w:delText>{name}</w:delText></w:r></w:del>'),
        "moved from": _p(f'<w:moveFrom w:id="3" {author}>{_r(name)}</w:moveFrom>'),
        "moved to": _p(f'<w:moveTo w:id="4" {author}>{_r(name)}</w:moveTo>'),
        "change of form": _p(
            _r(
                "Text.",
                f'<w:rPr><w:b/><w:rPrChange w:id="5" {author}><w:rPr/></w:rPrChange></w:rPr>',
            )
        ),
        "content control": f'<w:sdt><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/></w:sdtPr><w:sdtContent>{_p(_r(name))}</w:sdtContent></w:sdt>',
        "control in a line": _p(
            f"<w:sdt><w:sdtPr/><w:sdtContent>{_r(name)}</w:sdtContent></w:sdt>"
        ),
        "smart tag": _p(
            f'<w:smartTag w:uri="x" w:element="PersonName"><w:smartTagPr><w:attr w:name="who" w:val="{name}"/></w:smartTagPr>{_r(name)}</w:smartTag>'
        ),
        "field": _p(
            f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> QUOTE "{name}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>{_r(name)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "simple field": _p(
            f'<w:fldSimple w:instr=" QUOTE &quot;{name}&quot; ">{_r(name)}</w:fldSimple>'
        ),
        "form field": _p(
            f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="f"/><w:textInput><w:default w:val="{name}"/></w:textInput></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
        "link": _p(f'<w:hyperlink r:id="rIdLink" w:tooltip="{name}">{_r(name)}</w:hyperlink>'),
        "bookmark": _p(
            f'<w:bookmarkStart w:id="9" w:name="{first}_{last}"/>{_r("Here.")}<w:bookmarkEnd w:id="9"/>'
        ),
        "picture": _p(
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{name}" descr="Photograph of {name}" title="{name}"/><a:graphic><a:graphicData uri="p"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="{name}.png" descr="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        ),
        "text box": _p(
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:docPr id="2" name="Box"/><a:graphic><a:graphicData uri="s"><wps:wsp><wps:txbx><w:txbxContent>{_p(_r(name))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape alt="{name}"><v:textbox><w:txbxContent>{_p(_r(name))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        ),
        "word art": _p(
            f'<w:r><w:pict><v:shape><v:textpath string="{name}"/></v:shape></w:pict></w:r>'
        ),
        "equation": _p(f"<m:oMath><m:r><m:t>{name}</m:t></m:r></m:oMath>"),
        "table": f'<w:tbl><w:tblPr><w:tblCaption w:val="{name}"/><w:tblDescription w:val="{name}"/></w:tblPr><w:tr><w:tc>{_p(_r(name))}<w:tbl><w:tr><w:tc>{_p(_r(name))}</w:tc></w:tr></w:tbl>{_p("")}</w:tc></w:tr></w:tbl>',
        "comment": _p(
            f'<w:commentRangeStart w:id="0"/>{_r("Text.")}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        ),
        "notes": _p(
            _r("Text.")
            + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:endnoteReference w:id="2"/></w:r>'
        ),
        "other file inside": '<w:altChunk r:id="rIdChunk"/>',
        "object": _p("<w:r><w:object><v:shape/></w:object></w:r>"),
        "chart": _p(
            '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="Chart"/><a:graphic><a:graphicData uri="c"><c:chart r:id="rIdChart"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
        ),
    }


def _part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_NS}>{inner}</w:{root}>'


def _note(root: str, inner: str) -> str:
    one = root[:-1]
    return _part(root, f'<w:{one} w:id="2">{_p(_r(inner))}</w:{one}>')


def parts(name: str) -> Iterator[tuple[str, bytes]]:
    """Every part of the document."""
    first, last = name.split(" ")
    body = "".join(body_channels(name).values())
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/></w:sectPr>'
    links = (
        ("rIdLink", "hyperlink", f"https://example.org/{first}-{last}", True),
        ("rIdMail", "hyperlink", f"mailto:{first}.{last}@example.org", True),
        ("rIdPicture", "image", f"media/{first}{last}.png", False),
        ("rIdHeader", "header", "header1.xml", False),
        ("rIdFooter", "footer", "footer1.xml", False),
        ("rIdNotes", "footnotes", "footnotes.xml", False),
        ("rIdEnd", "endnotes", "endnotes.xml", False),
        ("rIdComments", "comments", "comments.xml", False),
        ("rIdSettings", "settings", "settings.xml", False),
        ("rIdPeople", "people", "people.xml", False),
        ("rIdGlossary", "glossaryDocument", "glossary/document.xml", False),
        ("rIdChart", "chart", "charts/chart1.xml", False),
        ("rIdChunk", "aFChunk", "chunk.html", False),
        ("rIdBook", "package", "embeddings/book.xlsx", False),
        ("rIdCustom", "customXml", "../customXml/item1.xml", False),
    )
    rels = "".join(
        f'<Relationship Id="{key}" Type="{_RELS}/{kind}" Target="{target}"{" TargetMode=" + chr(34) + "External" + chr(34) if outside else ""}/>'
        for key, kind, target, outside in links
    )
    wrap = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    texts = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": wrap.format(
            f'<Relationship Id="rId1" Type="{_RELS}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/document.xml": _part("document", f"<w:body>{body}{section}</w:body>"),
        "word/_rels/document.xml.rels": wrap.format(rels),
        "word/header1.xml": _part("hdr", _p(_r(f"Report about {name}"))),
        "word/footer1.xml": _part("ftr", _p(_r(first) + _r(f" {last}"))),
        "word/footnotes.xml": _note("footnotes", name),
        "word/endnotes.xml": _note("endnotes", name),
        "word/comments.xml": _part(
            "comments",
            f'<w:comment w:id="0" w:author="{name}" w:initials="{first[0]}{last[0]}">{_p(_r(name))}</w:comment>',
        ),
        "word/settings.xml": _part(
            "settings",
            f'<w:attachedTemplate r:id="rIdTemplate"/><w:docVars><w:docVar w:name="who" w:val="{name}"/></w:docVars><w:rsids><w:rsid w:val="00A1"/></w:rsids><w:zoom w:percent="100"/>',
        ),
        "word/_rels/settings.xml.rels": wrap.format(
            f'<Relationship Id="rIdTemplate" Type="{_RELS}/attachedTemplate" Target="file:///C:/{_PEOPLE}/{first}.{last}/Normal.dotm" TargetMode="External"/>'
        ),
        "word/people.xml": _part("people", f'<w:person w:author="{name}"/>'),
        "word/glossary/document.xml": _part("glossaryDocument", _p(_r(name))),
        "word/charts/chart1.xml": f'<?xml version="1.0"?><c:chartSpace {_NS}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>{name}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:strCache><c:pt idx="0"><c:v>{name}</c:v></c:pt></c:strCache></c:chart></c:chartSpace>',
        "word/chunk.html": f"<html><body>{name}</body></html>",
        "customXml/item1.xml": f"<who>{name}</who>",
        "docProps/core.xml": f'<?xml version="1.0"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{name}</dc:creator><dc:title>{name}</dc:title><cp:lastModifiedBy>{name}</cp:lastModifiedBy><cp:keywords>{name}</cp:keywords></cp:coreProperties>',
        "docProps/app.xml": f'<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>{name}</Company><Manager>{name}</Manager></Properties>',
        "docProps/custom.xml": f"<Properties><property name='{name}'>{name}</property></Properties>",
    }
    for path, text in texts.items():
        yield path, text.encode()
    yield f"word/media/{first}{last}.png", _picture(name)
    yield (
        "word/embeddings/book.xlsx",
        _zip([("xl/sharedStrings.xml", f"<sst><si><t>{name}</t></si></sst>".encode())]),
    )
    yield "docProps/thumbnail.jpeg", b"\xff\xd8\xff\xfe" + name.encode() + b"\xff\xd9"


def _zip(files: list[tuple[str, bytes]], comment: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for path, data in files:
            file.writestr(path, data)
        file.comment = comment
    return out.getvalue()


def document(name: str) -> bytes:
    """The whole document, with the name in the comment of its package as well."""
    return _zip(list(parts(name)), comment=name.encode())
