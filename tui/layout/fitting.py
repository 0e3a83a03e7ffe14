"""Text cut or filled to a number of columns; pure. Texts are those of `tui.layout.wrap.plain`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size


def shortened(text: str, room: int) -> str:
    """Return a text cut to at most `room` columns; "…" stands for what was cut."""
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, max(0, room - 1)).rstrip() + "…" * (room > 0)


def fitted(text: str, room: int) -> str:
    """Return a text cut or filled to `room` columns."""
    if cell_len(text) > room:
        return set_cell_size(text, max(0, room - 1)) + "…" * (room > 0)
    return text + " " * (room - cell_len(text))


def shares(left: int, right: int, room: int) -> tuple[int, int]:
    """Share `room` columns between two texts as wide as told; the shorter one keeps its own."""
    if left + right <= room:
        return left, right
    half = room // 2
    if left <= half:
        return left, room - left
    return (room - right, right) if right <= room - half else (half, room - half)


def hanging(text: str, width: int, indent: str) -> list[str]:
    """Return the lines of a text wrapped to `width` columns, each behind `indent`."""
    room = max(8, width - len(indent))
    lines, line = list[str](), ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cell_len(longer) > room:
            lines.append(indent + line)
            longer = word
        line = longer
    return [*lines, indent + line]


def unbroken(parts: Sequence[str], room: int, between: str = " · ") -> list[str]:
    """Return lines of at most `room` columns that hold the parts, each part on one line."""
    lines = list[str]()
    for part in parts:
        if lines and cell_len(lines[-1] + between + part) <= room:
            lines[-1] += between + part
        else:
            lines.append(part)
    return lines
