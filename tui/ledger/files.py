"""The ledger out into a file, and a ledger of a colleague in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from textual.screen import Screen

from corpus.errors import CorpusError, ExportError
from tui.ledger.pages import NotebookPages
from tui.ledger.state import LedgerState
from tui.ledger.view import LedgerView

if TYPE_CHECKING:
    from corpus.ledger.notebook import Notebook
    from corpus.ledger.records import Bookmark, HandLink
    from corpus.model import Comparison
    from tui.dialogs.export import Wanted
    from tui.key_dispatch import KeyedApp

HINT = "a ledger in JSON, or hand-made links in YAML"
Records = tuple[Sequence["Bookmark"], Sequence["HandLink"]]


class Files:
    """Writes what the ledger shows, and takes in what another one wrote."""

    def __init__(self, state: LedgerState, view: LedgerView) -> None:
        self._state, self._view = state, view

    def action_export(self, count: int = 1) -> None:
        """Ask for format and file and write the bookmarks shown."""
        state, pages = self._state, self._view.shown.pages

        def records() -> Records:
            shown = self._view.shown.pages
            bookmarks = shown.everything() if isinstance(shown, NotebookPages) else ()
            links = state.notebook.links(*state.pair) if state.of_pair else state.notebook.links()
            return bookmarks, links

        what = f"{len(pages)} bookmarks" if len(pages) != 1 else "1 bookmark"
        comparison = state.comparison if state.of_pair else None
        screen, tell = self._view.as_screen, self._view.tell
        offer(screen, what, records, comparison, state.folder, tell)

    async def action_import_ledger(self, count: int = 1) -> None:
        """Ask for a file and take in what it holds."""
        await self._view.ask("import", HINT, self._take_in)

    def _take_in(self, answer: str) -> None:
        if answer.strip():
            message = take_in(self._state.notebook, answer)
            self._view.reload()
            self._view.tell(message)


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
                tell(_written(answer, records(), comparison, _notebooks(screen)))
            except CorpusError as error:
                tell(str(error))

    keymap = cast("KeyedApp", screen.app).keymap
    screen.app.push_screen(
        ExportScreen(lambda form: default_name(form, folder), keymap, what), wanted
    )


def _notebooks(screen: Screen[Any]) -> list[Path]:
    """Return the file of the notebook that is open: no export is written over it."""
    from corpus.ledger.database import default_path

    path: Path | None = getattr(screen.app, "notebook_path", None)
    return [path or default_path()]


def _written(
    wanted: Wanted, records: Records, comparison: Comparison | None, made_from: Sequence[Path]
) -> str:
    from corpus.export.export import write
    from corpus.export.formats import counted, sources, text_of

    bookmarks, links = records
    if wanted.form == "html" and comparison is None:
        raise ExportError("an HTML page shows one pair; show the bookmarks of two articles first.")
    text = text_of(wanted.form, bookmarks, links, comparison)
    pair = (comparison.a.path, comparison.b.path) if comparison else ()
    protected = [*made_from, *map(Path, filter(None, (*pair, *sources(bookmarks))))]
    path = write(wanted.path, text, wanted.overwrite, protected)
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
