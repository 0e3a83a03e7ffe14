"""E-mail, mailboxes and pages saved as MHTML; date and sender become date and outlet."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from functools import lru_cache

from corpus.errors import ReadingError
from corpus.intake.document import Document, field
from corpus.intake.html import read_html
from corpus.intake.limits import MOST_MEMBERS, bounded
from corpus.languages.tables import FOLDER, load_yaml

_QUOTED = re.compile(r"[ \t]*>")
_SIGNATURE = re.compile(r"^-- \n", re.MULTILINE)


def read_mail(data: bytes) -> Document:
    """Return a mail as an article, without quoted replies and signature."""
    message = _message(bounded(data))
    text, page = _body(message)
    read = read_html(page) if page is not None else None
    text = _own(text) if read is None else read.text
    name, address = parseaddr(str(message.get("From", "")))
    return Document(
        text,
        title=field(str(message.get("Subject", ""))),
        outlet=field(name or address),
        date=_date(message),
        rough=read is not None and read.rough,
    )


def read_mailbox(data: bytes) -> Iterator[Document]:
    """Yield the mails of a mailbox in its order; those without a text are left out."""
    parts = re.split(rb"(?m)^From [^\n]*\n", data)[1:]
    if len(parts) > MOST_MEMBERS:
        raise ReadingError(f"holds more than {MOST_MEMBERS} mails; part it first.")
    for part in parts:
        document = read_mail(re.sub(rb"(?m)^>(>*From )", rb"\1", part))
        if document.text.strip():
            yield document


def read_mhtml(data: bytes) -> Document:
    """Return the article of a page that a browser saved as one file."""
    message = _message(bounded(data))
    page = next((p for p in message.walk() if p.get_content_type() == "text/html"), None)
    if page is None:
        raise ReadingError("is a saved page without its text; save it again.")
    place = str(page.get("Content-Location", "")) or str(message.get("Snapshot-Content-Location"))
    address = place if place.startswith(("http://", "https://")) else None
    return read_html(_bytes(page), address)


def _message(data: bytes) -> EmailMessage:
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
    except (ValueError, LookupError, RecursionError, IndexError, AttributeError) as error:
        raise ReadingError("is a broken mail; save it again.") from error
    assert isinstance(message, EmailMessage)
    return message


def _body(message: EmailMessage) -> tuple[str, bytes | None]:
    """Return the plain text of a mail, or the bytes of its page where it has no plain text."""
    try:
        part = message.get_body(("plain", "html"))
    except (ValueError, LookupError, RecursionError, AttributeError, KeyError):
        part = None
    if part is None:
        return "", None
    if part.get_content_type() == "text/html":
        return "", _bytes(part)
    charset = part.get_content_charset() or "utf-8"
    try:
        return _bytes(part).decode(charset, "replace"), None
    except LookupError:
        return _bytes(part).decode("utf-8", "replace"), None


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


@lru_cache(maxsize=1)
def _reply() -> re.Pattern[str]:
    """Return the pattern of the line above a quoted mail ("On Monday, Kari Nord wrote:")."""
    words = load_yaml(FOLDER / "shared" / "mail.yaml")
    heads, verbs = ("|".join(map(re.escape, words[name])) for name in ("heads", "wrote"))
    return re.compile(
        rf"^(?:-{{2,}}\s*(?:{heads})\s*-{{2,}}|[^\n]{{5,120}}\b(?:{verbs})\b[^\n]{{0,80}}:)\s*$",
        re.MULTILINE | re.IGNORECASE,
    )


def _own(text: str) -> str:
    """Return what the sender wrote: up to a quoted reply, without quoted lines and signature."""
    text = text.replace("\r\n", "\n")
    for end in (_reply(), _SIGNATURE):
        if found := end.search(text):
            text = text[: found.start()]
    lines = [line for line in text.split("\n") if not _QUOTED.match(line)]
    return "\n".join(lines).strip()


def _date(message: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
