"""The line above a pane: which article stands there."""

from __future__ import annotations

from textual.widgets import Static


class PaneTitle(Static):
    """One line above a pane: title, outlet, date and language of its article."""

    DEFAULT_CSS = """
    PaneTitle {
        height: 1; color: $reader-dim; background: $background; padding: 0 3;
        text-wrap: nowrap; text-overflow: ellipsis;
        &.-active { color: $reader-bright; text-style: bold; }
    }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id, markup=False)
