"""The ledger out into a file, and a ledger of a colleague in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from corpus.errors import CorpusError, ExportError
from tui.ledger.filters import Filtering

if TYPE_CHECKING:
    from corpus.ledger.notebook import Notebook
    from corpus.ledger.records import Bookmark, HandLink
    from corpus.model import Comparison
    from tui.dialogs.export import Wanted
    from tui.key_dispatch import KeyedApp
    from tui.widgets.prompt import Prompt

HINT = "a ledger in JSON, or hand-made links in YAML"
Records = tuple[Sequence["Bookmark"], Sequence["HandLink"]]


class Filing(Filtering):
    """Writes what the ledger shows, and takes in what another one wrote."""

    def action_export(self, count: int = 1) -> None:
        """Ask for format and file and write the bookmarks shown."""

        def records() -> Records:
            shown = self.shown.pages
            bookmarks = shown.everything() if hasattr(shown, "everything") else ()
            links = self.notebook.links(*self.pair) if self._of_pair else self.notebook.links()
            return bookmarks, links

        what = f"{len(self.shown.pages)} bookmarks" if len(self.shown.pages) != 1 else "1 bookmark"
        comparison = self.comparison if self._of_pair else None
        offer(self, what, records, comparison, self.folder, self.tell)

    @property
    def _of_pair(self) -> bool:
        return self.look.whose == "pair"

    async def action_import_ledger(self, count: int = 1) -> None:
        """Ask for a file and take in what it holds."""
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt("import", HINT))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Take in the file."""
        if message.asked == "import" and message.answer.strip():
            told = take_in(self.notebook, message.answer)
            self.reload()
            self.tell(told)


def offer(
    screen: Screen[Any],
    what: str,
    records: Callable[[], Records],
    comparison: Comparison | None,
    folder: Path | None,
    tell: Callable[[str], None],
) -> None:
    """Ask for format and file and write records; what came of it is told in one line."""
    from corpus.export.formats import default_name
    from tui.dialogs.export import ExportScreen

    def wanted(answer: Wanted | None) -> None:
        if answer is not None:
            try:
                tell(_written(answer, records(), comparison))
            except CorpusError as error:
                tell(str(error))

    keymap = cast("KeyedApp", screen.app).keymap
    screen.app.push_screen(
        ExportScreen(lambda form: default_name(form, folder), keymap, what), wanted
    )


def _written(wanted: Wanted, records: Records, comparison: Comparison | None) -> str:
    from corpus.export.export import write
    from corpus.export.formats import counted, text_of

    bookmarks, links = records
    if wanted.form == "html" and comparison is None:
        raise ExportError("an HTML page shows one pair; show the bookmarks of two articles first.")
    text = text_of(wanted.form, bookmarks, links, comparison)
    path = write(wanted.path, text, wanted.overwrite)
    return f"{counted(wanted.form, bookmarks, links)} written to {path}."


def take_in(notebook: Notebook, name: str) -> str:
    """Take in the records of a file; give one line about what came of it."""
    from corpus.export.formats import merge_summary, read_records

    try:
        return f"Import: {merge_summary(notebook.merge(*read_records(_path(name))))}"
    except CorpusError as error:
        return str(error)


def _path(name: str) -> Path:
    try:
        return Path(name.strip()).expanduser()
    except RuntimeError:  # the home of a user that is not there
        return Path(name.strip())
