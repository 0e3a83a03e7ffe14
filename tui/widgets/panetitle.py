"""The line above a pane: which article stands there."""

from __future__ import annotations

from textual.content import Content
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

    def __init__(self, title: Content, active: bool, *, id: str) -> None:
        super().__init__(title, id=id, classes="-active" if active else "", markup=False)
