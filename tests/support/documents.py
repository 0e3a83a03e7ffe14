"""One story as files of other programs: Word, OpenDocument, EPUB, RTF, mail, PDF, web archive."""

from __future__ import annotations

import gzip
import io
import zipfile
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import format_datetime
from xml.sax.saxutils import escape

from tests.support.pages import SITES, Story


def zipped(members: dict[str, str | bytes], stored: str = "") -> bytes:
    """A zip of these members; the one named `stored` comes first and unpacked, as EPUB asks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            how = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(name, data, compress_type=how)
    return out.getvalue()


def docx(story: Story) -> bytes:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    runs = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(p[:20])}</w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{escape(p[20:])}</w:t></w:r></w:p>'
        for p in story.paragraphs
    )
    core = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:dct">'
        f"<dc:title>{escape(story.title)}</dc:title>"
        f"<dcterms:created>{story.date}T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    body = f'<w:document xmlns:w="{words}"><w:body>{runs}</w:body></w:document>'
    return zipped({"word/document.xml": body, "docProps/core.xml": core})


def odt(story: Story) -> bytes:
    office, text = ("urn:oasis:names:tc:opendocument:xmlns:office:1.0",
                    "urn:oasis:names:tc:opendocument:xmlns:text:1.0")  # fmt: skip
    body = "".join(
        f"<text:p>{escape(p)}<text:note><text:p>a footnote</text:p></text:note></text:p>"
        for p in story.paragraphs
    )
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:text="{text}"><office:body>'
        f"<office:text>{body}</office:text></office:body></office:document-content>"
    )
    meta = (
        f'<office:document-meta xmlns:office="{office}" xmlns:dc="urn:dc" xmlns:meta="urn:m">'
        f"<office:meta><dc:title>{escape(story.title)}</dc:title>"
        f"<meta:creation-date>{story.date}T09:00:00</meta:creation-date></office:meta>"
        "</office:document-meta>"
    )
    mime = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": mime, "content.xml": content, "meta.xml": meta}, "mimetype")


def epub(story: Story) -> bytes:
    page = "".join(f"<p>{escape(p)}</p>" for p in story.paragraphs)
    package = (
        '<package xmlns="urn:opf" xmlns:dc="urn:dc"><metadata>'
        f"<dc:title>{escape(story.title)}</dc:title><dc:date>{story.date}</dc:date>"
        f"<dc:publisher>{escape(story.outlet)}</dc:publisher></metadata>"
        '<manifest><item id="a" href="text/a.xhtml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:c"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles>'
        "</container>"
    )
    members: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "OEBPS/book.opf": package,
        "OEBPS/text/a.xhtml": f"<html><body>{page}</body></html>",
    }
    return zipped(members, "mimetype")


def rtf(story: Story) -> bytes:
    def signs(text: str) -> str:
        plain = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
        return "".join(c if ord(c) < 128 else f"\\u{ord(c)}?" for c in plain)

    body = "\\par\n".join(signs(p) for p in story.paragraphs)
    head = "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title x}}\\f0\\fs24 "
    return f"{head}{body}}}".encode("ascii")


def mail(story: Story) -> bytes:
    message = EmailMessage()
    message["From"] = f'"{story.outlet}" <desk@example.org>'
    message["To"] = "reader@example.org"
    message["Subject"] = story.title
    message["Date"] = _moment(story)
    quoted = "\n\nOn Friday, Ola Nord wrote:\n> This is an older mail\n> and says other things\n"
    message.set_content(story.body + quoted)
    return message.as_bytes()


def mailbox(stories: list[Story]) -> bytes:
    return b"".join(
        b"From x@example.org Fri Jan  1 00:00:00 2021\n" + mail(s) + b"\n" for s in stories
    )


def mhtml(story: Story) -> bytes:
    page = SITES["national"](story)
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://news.example.org/story"
    message["Subject"] = story.title
    message["Date"] = "Fri, 01 Jan 2021 00:00:00 +0000"
    message.set_content(page, subtype="html")
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png")
    return message.as_bytes()


def feed(stories: list[Story]) -> bytes:
    items = "".join(
        f"<item><title>{escape(s.title)}</title><link>https://e.example.org/{n}</link>"
        f"<pubDate>{_moment(s)}</pubDate><description>{escape(_markup(s))}</description></item>"
        for n, s in enumerate(stories)
    )
    title = f"<title>{escape(stories[0].outlet)}</title>"
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel>{title}{items}</channel></rss>'.encode()
    )


def _moment(story: Story) -> str:
    return format_datetime(datetime.fromisoformat(story.date).replace(tzinfo=UTC))


def _markup(story: Story) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in story.paragraphs)


def warc(stories: list[Story]) -> bytes:
    """A web archive, each record packed by itself."""
    return b"".join(gzip.compress(_record(n, story)) for n, story in enumerate(stories))


def _record(number: int, story: Story) -> bytes:
    page = SITES["broadcaster"](story).encode()
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2022-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012d}>\r\n"
        f"WARC-Target-URI: https://e.example.org/{number}\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def pdf(story: Story, columns: int = 2, size: int = 46) -> bytes:
    """A PDF in columns, each page with a running head and a number, words parted at line ends."""
    lines: list[str] = []
    for paragraph in story.paragraphs:
        lines += [*_set(paragraph, 40), ""]
    pages = [lines[i : i + columns * size] for i in range(0, len(lines), columns * size)]
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    kids = []
    for number, page in enumerate(pages, 1):
        stream = _drawn(page, size, f"{story.outlet} {story.date}", str(number))
        content = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
        objects.append(content)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _file(objects)


def _set(paragraph: str, width: int) -> list[str]:
    """The lines of a paragraph; a long word is parted with a hyphen where the line is full."""
    lines, line = [], ""
    for word in paragraph.split():
        room = width - len(line) - 1
        if len(line) + 1 + len(word) <= width:
            line = f"{line} {word}".strip()
        elif len(word) > 9 and room > 5 and word.isalpha():
            lines.append(f"{line} {word[: room - 1]}-")
            line = word[room - 1 :]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _drawn(lines: list[str], size: int, head: str, number: str) -> bytes:
    out = [_at(60, 810, head), _at(290, 20, number)]
    for index, line in enumerate(lines):
        column, row = divmod(index, size)
        out.append(_at(50 + 260 * column, 780 - 16 * row, line))
    return b"\n".join(out)


def _at(x: int, y: int, text: str) -> bytes:
    raw = text.encode("cp1252", "replace")
    raw = raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 11 Tf %d %d Td (%s) Tj ET" % (x, y, raw)


def _file(objects: list[bytes]) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF" % (size, table, size, len(out))
    )
