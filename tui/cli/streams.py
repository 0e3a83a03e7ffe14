"""Standard input, output and error made fit to be used, whatever was handed to this process."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress
from typing import IO, Any, TextIO

from corpus.text.terminal_text import inert, inert_json

_PLAIN = {"≠": "!=", "≈": "~", "←": "<-", "→": "->", "…": "...", "–": "-", "—": "-", "•": "*"}
"""What stands for a sign that the encoding of a stream lacks; "?" for any other."""


class _Door(io.TextIOWrapper):
    """A text stream through which nothing goes that acts on a terminal.

    `colours` is the stream behind it, for one who makes every text inert and then colours it.
    """

    def __init__(self, stream: io.TextIOWrapper) -> None:
        super().__init__(
            stream.buffer,
            stream.encoding,
            stream.errors,
            line_buffering=stream.line_buffering,
            write_through=True,
        )
        self.colours = stream

    def write(self, text: str) -> int:
        """Write the text, made inert."""
        super().write(inert(text))
        return len(text)


def fit() -> None:
    """Open what was closed (`>&-`), and let no character act or fail that an encoding lacks."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(number, mode))
    codecs.register_error("abreast", _lacking)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(errors="abreast")
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if type(stream) is io.TextIOWrapper:
            setattr(sys, name, _Door(stream))


def colours(stream: TextIO) -> TextIO:
    """Return the stream for inert, coloured text behind standard output or error."""
    return stream.colours if isinstance(stream, _Door) else stream


def send(text: str, *, json: bool = False) -> None:
    """Write to standard output what a program reads; a terminal gets it inert, JSON by escapes."""
    if sys.stdout.isatty():
        text = inert_json(text) if json else inert(text)
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def let_go() -> None:
    """Turn standard output to nowhere: its reader has gone, and nothing is left to say to it."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _nowhere(number: int, mode: str) -> IO[Any]:
    """Return the null device, at the number of the stream, lest a file opened later takes it."""
    handle = os.open(os.devnull, os.O_RDWR)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)
    return open(number, mode, encoding="utf-8")


def _lacking(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_PLAIN.get(character, "?") for character in lacking), error.end
