"""From the reader: these articles' bookmarks and links into a file, and those of a colleague in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.reader.manual_links import Linking

if TYPE_CHECKING:
    from tui.ledger.files import Records
    from tui.reader.places import Places
    from tui.widgets.prompt import Prompt


class Exchanging(Linking):
    """Writes the ledger of the two articles, and takes one in."""

    places: Places | None = None

    @property
    def folder(self) -> Path | None:
        """The folder whose articles are open; that of both articles where none was named."""
        if self.places is not None and self.places.folder is not None:
            return self.places.folder
        homes = {Path(article.path).absolute().parent for article in self.pair if article.path}
        return homes.pop() if len(homes) == 1 else None

    def action_export(self, count: int = 1) -> None:
        """Ask for format and file and write the bookmarks of these two articles."""
        from tui.ledger.files import offer

        def records() -> Records:
            bookmarks = self.notebook.bookmarks(pair=tuple(self.pair), sort="place")
            return bookmarks, self.notebook.links(*self.pair)

        many = len(self.bookmarks)
        what = f"{many} bookmark{'' if many == 1 else 's'} of these articles"
        comparison = self.links.comparison if self.links else None
        offer(self, what, records, comparison, self.folder, self.tell)

    async def action_import_ledger(self, count: int = 1) -> None:
        """Ask for a file and take in what it holds."""
        from tui.ledger.files import HINT
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt("import", HINT))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Take in the file."""
        if message.asked == "import" and message.answer.strip():
            from tui.ledger.files import take_in

            told = take_in(self.notebook, message.answer)
            self.take_up()
            self.tell(told)
