"""Lists written in one line: "1) First 2) Second", "a. First b. Second", "• First • Second"."""

from __future__ import annotations

import re
from collections.abc import Iterator

BULLETS = "•◦▪‣⁃●○■"

LONGEST = 300
"""Longest item in characters; a number further on belongs to running text."""

_MARKER = re.compile(
    rf"(?P<bullet>[{BULLETS}])?\s*(?:(?P<open>\(?)(?P<label>\d{{1,2}}|[a-z]|[ivx]{{1,4}})"
    r"(?P<close>\.\)|\)|\.)\s*(?=[^\W\d_]))?"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def item_starts(text: str, start: int, end: int) -> list[int]:
    """Return the offsets of the second and later items if `text[start:end]` opens with a marker.

    Items must have the next number or letter with the same punctuation, so that a number in
    running text does not match. Empty for a line that is no list.
    """
    marker = _MARKER.match(text, start, end)
    if marker is None or marker.end() == start:
        return []
    if marker["label"]:
        items = list(_numbered(text, marker, end))
        if items or not marker["bullet"]:
            return items
    return list(_bulleted(text, marker["bullet"], start, end)) if marker["bullet"] else []


def _bulleted(text: str, bullet: str, start: int, end: int) -> Iterator[int]:
    at = text.find(bullet, start + 1, end)
    while at >= 0:
        if text[at - 1].isspace():
            yield at
        at = text.find(bullet, at + 1, end)


def _numbered(text: str, marker: re.Match[str], end: int) -> Iterator[int]:
    after = marker.end()
    if marker["close"] == "." and not text[after : after + 1].isupper():
        return
    bullet = rf"[{BULLETS}]\s*" if marker["bullet"] else ""
    for label in _next_labels(marker["label"]):
        shape = re.escape(marker["open"] + label + marker["close"])
        capital = r"(?=[^\W\d_])"
        item = re.compile(rf"(?<=\s){bullet}{shape}\s*{capital}").search(
            text, after, min(end, after + LONGEST)
        )
        if item is None or (marker["close"] == "." and not text[item.end()].isupper()):
            return
        yield item.start()
        after = item.end()


def _next_labels(label: str) -> Iterator[str]:
    if label.isdigit():
        yield from map(str, range(int(label) + 1, 100))
    elif label in _ROMAN and label == "i":
        yield from _ROMAN[1:]
    elif len(label) == 1:
        yield from map(chr, range(ord(label) + 1, ord("z") + 1))
