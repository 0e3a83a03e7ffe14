"""Which form a file has, told by its first bytes and then by its name."""

from __future__ import annotations

import re
import zlib
from enum import StrEnum
from pathlib import PurePath


class Form(StrEnum):
    """The forms that articles come in."""

    TEXT = "text"
    HTML = "html"
    MHTML = "mhtml"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    EPUB = "epub"
    RTF = "rtf"
    MAIL = "mail"
    MAILBOX = "mailbox"
    FEED = "feed"
    LIST = "list"
    WARC = "warc"


SAMPLE = 4096
"""Bytes from the beginning of a file that tell its form."""
SUFFIXES = {
    ".txt": Form.TEXT, ".text": Form.TEXT, ".md": Form.TEXT, ".markdown": Form.TEXT,
    ".html": Form.HTML, ".htm": Form.HTML, ".xhtml": Form.HTML, ".mht": Form.MHTML,
    ".mhtml": Form.MHTML, ".pdf": Form.PDF, ".docx": Form.DOCX, ".odt": Form.ODT,
    ".epub": Form.EPUB, ".rtf": Form.RTF, ".eml": Form.MAIL, ".mbox": Form.MAILBOX,
    ".rss": Form.FEED, ".atom": Form.FEED, ".json": Form.LIST, ".jsonl": Form.LIST,
    ".ndjson": Form.LIST, ".csv": Form.LIST, ".warc": Form.WARC,
}  # fmt: skip
"""Endings and the forms they stand for where the bytes do not say it."""
MANY = frozenset({Form.MAILBOX, Form.FEED, Form.LIST, Form.WARC})
"""The forms that hold many articles."""

_GZIP = b"\x1f\x8b"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<[?!][^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE
)
_TAGS = re.compile(rb"<(?:p|div|span|article|script|link|meta|br|a)\b[^<>]*>", re.IGNORECASE)
MANY_TAGS = 5
"""So many tags of a page in the sample, and the file is a page, whatever it begins with."""
_HEADERS = re.compile(rb"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){3}")
_MAIL = re.compile(
    rb"(?:(?:From|To|Date|Subject|Received|Message-ID|Return-Path|MIME-Version|Delivered-To"
    rb"|Content-Type|X-[\w-]+):[^\n]*\n(?:[ \t][^\n]*\n)*){3}",
    re.IGNORECASE,
)


def form_of(data: bytes, name: str = "") -> Form:
    """Return the form of a file from its bytes and its name; TEXT where nothing says another.

    >>> form_of(b"<!doctype html><title>Fire</title>", "saved")
    <Form.HTML: 'html'>
    """
    suffix = PurePath(name).suffix.lower()
    sample = data[:SAMPLE].removeprefix(b"\xef\xbb\xbf")
    for tell in (_packed, _marked, _tagged):
        if form := tell(sample, data):
            return form
    if suffix in SUFFIXES and SUFFIXES[suffix] not in (Form.DOCX, Form.ODT, Form.EPUB, Form.PDF):
        return SUFFIXES[suffix]
    return Form.MAIL if _MAIL.match(sample) else Form.TEXT


def _packed(sample: bytes, data: bytes) -> Form | None:
    if sample.startswith(b"%PDF-"):
        return Form.PDF
    if sample.startswith(b"{\\rtf"):
        return Form.RTF
    if (_unpacked(sample) if sample.startswith(_GZIP) else sample).startswith(b"WARC/"):
        return Form.WARC
    if not sample.startswith(b"PK\x03\x04"):
        return None
    if b"application/epub+zip" in sample:
        return Form.EPUB
    if b"opendocument.text" in sample:
        return Form.ODT
    return Form.DOCX if b"word/" in data else None


def _unpacked(sample: bytes) -> bytes:
    """Return the first bytes of a gzip file, none where it is broken."""
    try:
        return zlib.decompressobj(wbits=31).decompress(sample, 64)
    except zlib.error:
        return b""


def _marked(sample: bytes, _: bytes) -> Form | None:
    if sample.startswith(b"From ") and _MAIL.match(sample.partition(b"\n")[2]):
        return Form.MAILBOX
    if _FEED.match(sample):
        return Form.FEED
    head = sample.lower()
    if b"multipart/related" in head and _HEADERS.match(sample):
        return Form.MHTML
    return None


def _tagged(sample: bytes, _: bytes) -> Form | None:
    if _PAGE.match(sample):
        return Form.HTML
    begins = sample.lstrip()[:1]
    if begins in (b"{", b"["):
        return None
    return Form.HTML if len(_TAGS.findall(sample)) >= MANY_TAGS else None


def is_address(place: str) -> bool:
    """Tell whether a place is an address and no file: it begins with a scheme and two slashes."""
    scheme, mark, _ = place.partition("://")
    return bool(mark) and scheme.isascii() and scheme.isalpha()
