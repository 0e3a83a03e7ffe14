"""What one document or container may cost: bytes, members, compression, time."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from corpus.errors import ReadingError

MEGABYTE = 1024 * 1024
LARGEST_DOCUMENT = 20 * MEGABYTE
"""Most bytes of one document that is no plain text: far more than any article or page has."""
LARGEST_CONTAINER = 200 * MEGABYTE
"""Most bytes of a container, packed or unpacked."""
MOST_MEMBERS = 5_000
"""Most members of a container, and most articles taken from one list or mailbox at a time."""
STEEPEST = 200
"""Most bytes unpacked from one packed byte: text packs to a tenth, a bomb to a thousandth."""
_BROKEN = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError)


def bounded(data: bytes, most: int = LARGEST_DOCUMENT) -> bytes:
    """Return the bytes; ReadingError if they are more than `most`."""
    if len(data) > most:
        raise ReadingError(f"is larger than {most // MEGABYTE} MB; part it into its articles.")
    return data


@contextmanager
def unzipped(data: bytes) -> Iterator[zipfile.ZipFile]:
    """Open a zip container from its bytes; ReadingError where it is broken or a bomb."""
    try:
        with zipfile.ZipFile(BytesIO(bounded(data, LARGEST_CONTAINER))) as archive:
            members = archive.infolist()
            if len(members) > MOST_MEMBERS:
                raise ReadingError(f"holds more than {MOST_MEMBERS} files; unpack it first.")
            whole = sum(member.file_size for member in members)
            if whole > LARGEST_CONTAINER or whole > STEEPEST * max(len(data), 1):
                raise ReadingError("unpacks to far more than an article has; it is not read.")
            yield archive
    except _BROKEN as error:
        raise ReadingError("is a damaged or locked container; save it again.") from error


def member(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of one member, read only as far as it may go; ReadingError if missing."""
    try:
        with archive.open(name) as file:
            return bounded(file.read(LARGEST_DOCUMENT + 1))
    except KeyError as error:
        raise ReadingError(f"lacks its part {name[:80]}; save it again.") from error
    except _BROKEN as error:
        raise ReadingError("is a damaged or locked container; save it again.") from error
