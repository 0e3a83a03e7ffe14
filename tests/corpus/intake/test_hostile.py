"""Bombs, loops and broken input: one clear error each, quickly and in little memory."""

from __future__ import annotations

import gzip
import random
import time
from pathlib import Path

import pytest

from corpus.errors import CorpusError, ReadingError
from corpus.intake.places import documents, read_article, read_data
from tests.support import documents as made
from tests.support.pages import SITES, stories

STORY = stories()[0]
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document xmlns:w="x"><w:p><w:t>&c;</w:t></w:p>'
    "</w:document>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    '<w:document xmlns:w="x"><w:p><w:t>&x;</w:t></w:p></w:document>'
)
HOSTILE = {
    "a zip bomb": made.zipped({"word/document.xml": b"0" * 60_000_000}),
    "many members": made.zipped({f"word/{n}": b"" for n in range(6_000)}),
    "entities": made.zipped({"word/document.xml": LAUGHS}),
    "a file from outside": made.zipped({"word/document.xml": OUTSIDE}),
    "a zip cut off": made.docx(STORY)[:300],
    "no parts": made.zipped({"word/other.xml": "<a/>"}),
    "an EPUB without a list": made.zipped(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": "<a/>"}, "mimetype"
    ),
    "a climbing name in an EPUB": made.epub(STORY).replace(b"text/a.xhtml", b"../../a.html"),
    "a PDF of nothing": b"%PDF-1.7\n%%EOF",
    "a PDF cut off": made.pdf(STORY)[:700],
    "an empty page": b"<!doctype html><html><body></body></html>",
    "deep markup": b"<!doctype html><html>" + b"<div>" * 50_000 + b"</html>",
    "deep JSON": b"[" * 100_000,
    "broken JSON lines": b'{"text": "a"}\n{"text": \n',
    "a mail of nothing": b"From: a\nTo: b\nSubject: c\n\n",
    "a feed of nothing": b"<rss><channel></channel></rss>",
    "a broken web archive": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nx",
    "a packed bomb": b"WARC/1.0\r\n" + gzip.compress(b"0" * 10_000_000),
    "groups of an RTF": b"{\\rtf1" + b"{" * 100_000,
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_bytes_give_one_clear_error(what: str) -> None:
    begun = time.process_time()
    with pytest.raises(CorpusError) as raised:
        read_data(HOSTILE[what], name="a file.json" if "JSON" in what else "a file")
    assert time.process_time() - begun < 5
    assert "\n" not in str(raised.value)
    assert "a file" in str(raised.value)


FORMS = {
    "docx": made.docx(STORY), "odt": made.odt(STORY), "epub": made.epub(STORY),
    "rtf": made.rtf(STORY), "eml": made.mail(STORY), "mht": made.mhtml(STORY),
    "pdf": made.pdf(STORY), "rss": made.feed([STORY]), "mbox": made.mailbox([STORY]),
    "warc": made.warc([STORY]), "html": SITES["local"](STORY).encode(),
}  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_damaged_bytes_never_raise_anything_else(form: str) -> None:
    chance = random.Random(form)
    for _ in range(25):
        data = bytearray(FORMS[form])
        for _ in range(chance.randrange(1, 40)):
            place = chance.randrange(len(data))
            data[place : place + chance.randrange(3)] = chance.randbytes(chance.randrange(3))
        try:
            for document in documents(bytes(data), f"a.{form}"):
                document.article()
        except CorpusError:
            pass


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.html"
    path.write_bytes(b"<!doctype html><html>" + b" " * 21_000_000)
    with pytest.raises(ReadingError, match="larger than 20 MB"):
        read_article(path)
