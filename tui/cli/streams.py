"""Standard input, output and error made fit to be used, whatever was handed to this process."""

from __future__ import annotations

import codecs
import io
import os
import sys
from contextlib import suppress
from typing import IO, Any

_PLAIN = {"≠": "!=", "≈": "~", "←": "<-", "→": "->", "…": "...", "–": "-", "—": "-", "•": "*"}
"""What stands for a sign that the encoding of a stream lacks; "?" for any other."""


def fit() -> None:
    """Open what was closed (`>&-`), and let no character fail that an encoding lacks."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere(number, mode))
    codecs.register_error("abreast", _lacking)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
            stream.reconfigure(errors="abreast")


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
