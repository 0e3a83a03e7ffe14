"""Choosing what the ledger shows: whose bookmarks, in what order, of what kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from corpus.errors import CorpusError
from corpus.ledger.records import JUDGEMENTS
from tui.layout.wrap import plain
from tui.ledger.pages import KINDS, ORDERS, WHOSE, Look
from tui.ledger.view import LedgerView

if TYPE_CHECKING:
    from tui.key_dispatch import KeyedApp
    from tui.widgets.prompt import Prompt


class Filtering(LedgerView):
    """Changes the look of the ledger."""

    def look_at(self, look: Look) -> None:
        """Show what another look asks for, from its beginning."""
        self.look = look
        self.reload(0)

    def action_whose(self, count: int = 1) -> None:
        """Show the bookmarks of these two articles, of the folder, or all."""
        known = [whose for whose in WHOSE if whose != "folder" or self.folder is not None]
        self.look_at(self.look.turned("whose", known, count))

    def action_sort(self, count: int = 1) -> None:
        """Show them in another order; the cursor stays on its bookmark where that is near."""
        self.look = self.look.turned("sort", ORDERS, count)
        self.reload()

    def action_filter_kind(self, count: int = 1) -> None:
        """Show one kind only, or all."""
        self.look_at(self.look.turned("kind", KINDS, count))

    def action_filter_judgement(self, count: int = 1) -> None:
        """Show one judgement only, or all."""
        self.look_at(self.look.turned("judgement", (None, *JUDGEMENTS), count))

    def action_toggle_dismissed(self, count: int = 1) -> None:
        """Show also what was dismissed, or hide it."""
        self.look = replace(self.look, dismissed=not self.look.dismissed)
        self.reload()

    def action_toggle_lost(self, count: int = 1) -> None:
        """Show only bookmarks with a passage that is no longer found, or all."""
        self.look_at(replace(self.look, lost=not self.look.lost))

    def action_show_all(self, count: int = 1) -> None:
        """Ask for nothing any more: show all bookmarks of these articles."""
        self.look_at(self.look.plain())

    async def action_filter_text(self, count: int = 1) -> None:
        """Ask for words; the list follows while they are typed."""
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt("words", "in quotes, notes, tags, titles", self.look.text))

    def action_filter_tag(self, count: int = 1) -> None:
        """Choose one of the tags in use."""
        from tui.dialogs.choice import ChoiceScreen

        try:
            tags = self.notebook.tags()
        except CorpusError as error:
            self.tell(str(error))
            return
        if not tags:
            self.tell("No bookmark has a tag yet.")
            return
        names = [None, *tags]
        entries = ["any tag", *(f"{plain(tag, 60)}  ·  {many}" for tag, many in tags.items())]
        at = names.index(self.look.tag) if self.look.tag in names else 0

        def chosen(index: int | None) -> None:
            if index is not None:
                self.look_at(replace(self.look, tag=names[index]))

        keymap = cast("KeyedApp", self.app).keymap
        self.app.push_screen(ChoiceScreen("Tag", entries, keymap, at), chosen)

    async def on_prompt_typed(self, message: Prompt.Typed) -> None:
        """Show what fits the words typed so far."""
        if message.asked == "words" and message.answer.strip() != self.look.text:
            self.look_at(replace(self.look, text=message.answer.strip()))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Go back to the list."""
        await self.put_away()
