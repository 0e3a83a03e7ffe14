"""From the reader: these articles' bookmarks and links into a file, and those of a colleague in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from textual.screen import Screen

from tui.reader.controllers.bookmarks import Bookmarks
from tui.reader.controllers.notebook import NotebookSession
from tui.reader.state import ReaderState
from tui.reader.view import ReaderView

if TYPE_CHECKING:
    from tui.ledger.files import Records


class FilesView(ReaderView, Protocol):
    """What the files ask of the screen."""

    @property
    def as_screen(self) -> Screen[Any]:
        """The screen over which dialogs open."""
        ...


class Files:
    """Writes the ledger of the two articles, and takes one in."""

    def __init__(
        self,
        state: ReaderState,
        view: FilesView,
        session: NotebookSession,
        bookmarks: Bookmarks,
        opened: Callable[[], Path | None],
    ) -> None:
        self._state, self._view, self._session = state, view, session
        self._bookmarks, self._opened = bookmarks, opened

    @property
    def folder(self) -> Path | None:
        """The folder whose articles are open; that of both articles where none was named."""
        opened = self._opened()
        if opened is not None:
            return opened
        paths = (article.path for article in self._state.pair)
        homes = {Path(path).absolute().parent for path in paths if path}
        return homes.pop() if len(homes) == 1 else None

    def action_export(self, count: int = 1) -> None:
        """Ask for format and file and write the bookmarks of these two articles."""
        from tui.ledger.files import offer  # 40 ms (the ledger), not before the first paint

        def records() -> Records:
            notebook, pair = self._session.notebook, self._state.pair
            return notebook.bookmarks(pair=pair, sort="place"), notebook.links(*pair)

        many = len(self._bookmarks.all)
        what = f"{many} bookmark{'' if many == 1 else 's'} of these articles"
        comparison = self._state.links.comparison if self._state.links else None
        view = self._view
        offer(view.as_screen, what, records, comparison, self.folder, view.tell)

    async def action_import_ledger(self, count: int = 1) -> None:
        """Ask for a file and take in what it holds."""
        from tui.ledger.files import HINT  # 40 ms (the ledger), not before the first paint

        await self._view.ask("import", HINT, self._take_in)

    def _take_in(self, answer: str) -> None:
        if answer.strip():
            from tui.ledger.files import take_in  # 40 ms (the ledger), not before the first paint

            message = take_in(self._session.notebook, answer)
            self._view.show_lens()
            self._view.tell(message)
