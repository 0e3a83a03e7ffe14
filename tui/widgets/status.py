"""The status line: where the reader is, what the lens shows, and keys that wait for more."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Status(Static):
    """One line: position at the left; what is going on and pending keys at the right."""

    DEFAULT_CSS = """
    Status {
        height: 1; background: $panel; color: $reader-text; padding: 0 1;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
        self._left: tuple[str, ...] = ()
        self._right = ""
        self.pending = ""

    def show(self, *left: str, right: str = "") -> None:
        """Show parts of the position, the most important first, and a word at the right."""
        self._left, self._right = tuple(part for part in left if part), right
        self._draw()

    def show_pending(self, pending: str) -> None:
        """Show keys that wait for more."""
        self.pending = pending
        self._draw()

    def on_resize(self) -> None:
        """Fit the line to the new width."""
        self._draw()

    def _draw(self) -> None:
        width = self.size.width - 2
        right = f" {self.pending}…" if self.pending else self._right
        parts = list(self._left)
        while len(parts) > 1 and len("  ·  ".join(parts)) + len(right) + 2 > width:
            parts.pop()
        left = "  ·  ".join(parts)[: max(0, width - len(right) - 1)]
        gap = " " * max(1, width - len(left) - len(right))
        style = "bold $reader-bright" if self.pending else "$reader-dim"
        self.update(Content.assemble(left, gap, (right, style)), layout=False)
