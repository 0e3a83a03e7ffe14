"""Keys that wait for more: what was pressed, and everything that can follow. Lies over the foot."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.keys.actions import BY_ID
from tui.keys.names import shown
from tui.keys.sequences import Outcome

GAP = 2
"""Columns between the keys that can follow."""


def pending_lines(outcome: Outcome, width: int) -> Content:
    """Return the keys that wait and their continuations in columns, `width` columns in all."""
    head = Content.assemble((f"{shown(outcome.pending)} …", "bold $reader-bright"))
    if not outcome.ways:
        return Content.assemble(head, ("  a count; esc cancels", "$reader-dim"))
    ways = [(shown(keys), BY_ID[action].name) for keys, action in outcome.ways]
    longest = max(len(key) + len(name) for key, name in ways) + 1 + GAP
    columns = max(1, (width + GAP) // longest)
    cells = [
        Content.assemble(
            (key, "bold $reader-bright"),
            " ",
            (name, "$reader-text"),
            " " * (longest - len(key) - len(name) - 1),
        )
        for key, name in ways
    ]
    rows = [
        Content("").join(cells[i : i + columns]).rstrip() for i in range(0, len(cells), columns)
    ]
    return Content("\n").join([Content.assemble(head, ("  esc cancels", "$reader-dim")), *rows])


class Pending(Static):
    """The hint for the keys that wait; hidden when none do."""

    DEFAULT_CSS = """
    Pending {
        dock: bottom; layer: pending; height: auto; max-height: 100%; padding: 0 1;
        background: $panel; color: $reader-text; display: none; text-wrap: nowrap;
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)

    def show(self, outcome: Outcome) -> None:
        """Show what waits; nothing waits where there are no pending keys."""
        self.display = bool(outcome.pending)
        if outcome.pending:
            self.update(pending_lines(outcome, max(20, self.app.size.width - 2)))
