"""Web archives (WARC) by warcio: each page that was fetched becomes a document."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from corpus.errors import ReadingError
from corpus.intake.document import Document
from corpus.intake.html import read_html
from corpus.intake.limits import LARGEST_CONTAINER, LARGEST_DOCUMENT, MOST_MEMBERS, bounded

EXTRA = "pipx install 'abreast[archive]'"
_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(data: bytes) -> Iterator[Document]:
    """Yield the articles of an archive; pages without one are left out. ReadingError if broken."""
    try:
        from warcio.archiveiterator import ArchiveIterator  # late: for archives alone
    except ImportError as error:
        raise ReadingError(f"is a web archive; to read them: {EXTRA}") from error
    unpacked = 0
    try:
        for number, record in enumerate(ArchiveIterator(BytesIO(bounded(data, LARGEST_CONTAINER)))):
            if number >= MOST_MEMBERS:
                raise ReadingError(f"holds more than {MOST_MEMBERS} records; part it first.")
            if record.rec_type != "response" or not _is_page(record):
                continue
            page = record.content_stream().read(LARGEST_DOCUMENT + 1)
            unpacked += len(page)
            if unpacked > LARGEST_CONTAINER:
                raise ReadingError("unpacks to more than is read at once; part it first.")
            try:
                yield read_html(page, record.rec_headers.get_header("WARC-Target-URI"))
            except ReadingError:
                continue
    except ReadingError:
        raise
    except Exception as error:  # a broken archive raises nearly anything in warcio
        raise ReadingError("is a damaged web archive; save it again.") from error


def _is_page(record: object) -> bool:
    headers = getattr(record, "http_headers", None)
    kind = headers.get_header("Content-Type", "") if headers else ""
    return bool(kind) and kind.split(";")[0].strip().lower() in _PAGES
