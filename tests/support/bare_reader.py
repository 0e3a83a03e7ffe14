"""The bare equivalent of a reader's start: reads two files and shows both texts side by side."""

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Bare(App[None]):
    """Two Static widgets, nothing else."""

    CSS = "Static { width: 1fr; }"

    def compose(self) -> ComposeResult:
        """Show the texts of the two files that the command line names."""
        with Horizontal():
            for name in sys.argv[1:]:
                with open(name, encoding="utf-8") as file:  # noqa: PTH123 - no pathlib: bare
                    yield Static(file.read(), markup=False)


if __name__ == "__main__":
    Bare().run()
