"""Choosing what the ledger shows: whose bookmarks, in what order, of what kind."""

from __future__ import annotations

from dataclasses import replace

from corpus.errors import CorpusError
from corpus.ledger.records import JUDGEMENTS
from tui.dialogs.choice import ChoiceScreen
from tui.layout.wrap import plain
from tui.ledger.pages import KINDS, ORDERS, WHOSE, Look
from tui.ledger.state import LedgerState
from tui.ledger.view import LedgerView


class Filters:
    """Changes the look of the ledger."""

    def __init__(self, state: LedgerState, view: LedgerView) -> None:
        self._state, self._view = state, view

    def _show(self, look: Look) -> None:
        """Show what another look asks for, from its beginning."""
        self._state.look = look
        self._view.reload(0)

    def action_whose(self, count: int = 1) -> None:
        """Show the bookmarks of these two articles, of the folder, or all."""
        folder = self._state.folder
        known = [whose for whose in WHOSE if whose != "folder" or folder is not None]
        self._show(self._state.look.turned("whose", known, count))

    def action_sort(self, count: int = 1) -> None:
        """Show them in another order; the cursor stays on its bookmark where that is near."""
        self._state.look = self._state.look.turned("sort", ORDERS, count)
        self._view.reload()

    def action_filter_kind(self, count: int = 1) -> None:
        """Show one kind only, or all."""
        self._show(self._state.look.turned("kind", KINDS, count))

    def action_filter_judgement(self, count: int = 1) -> None:
        """Show one judgement only, or all."""
        self._show(self._state.look.turned("judgement", (None, *JUDGEMENTS), count))

    def action_toggle_dismissed(self, count: int = 1) -> None:
        """Show also what was dismissed, or hide it."""
        look = self._state.look
        self._state.look = replace(look, dismissed=not look.dismissed)
        self._view.reload()

    def action_toggle_lost(self, count: int = 1) -> None:
        """Show only bookmarks with a passage that is no longer found, or all."""
        self._show(replace(self._state.look, lost=not self._state.look.lost))

    def action_show_all(self, count: int = 1) -> None:
        """Ask for nothing any more: show all bookmarks of these articles."""
        self._show(self._state.look.plain())

    async def action_filter_text(self, count: int = 1) -> None:
        """Ask for words; the list follows while they are typed."""
        hint, words = "in quotes, notes, tags, titles", self._state.look.text
        await self._view.ask("words", hint, self._find, answer=words, typed=self._find)

    def _find(self, words: str) -> None:
        if words.strip() != self._state.look.text:
            self._show(replace(self._state.look, text=words.strip()))

    def action_filter_tag(self, count: int = 1) -> None:
        """Choose one of the tags in use."""
        try:
            tags = self._state.notebook.tags()
        except CorpusError as error:
            self._view.tell(str(error))
            return
        if not tags:
            self._view.tell("No bookmark has a tag yet.")
            return
        names = [None, *tags]
        entries = ["any tag", *(f"{plain(tag, 60)}  ·  {many}" for tag, many in tags.items())]
        now = self._state.look.tag
        at = names.index(now) if now in names else 0

        def chosen(index: int | None) -> None:
            if index is not None:
                self._show(replace(self._state.look, tag=names[index]))

        self._view.open(ChoiceScreen("Tag", entries, self._view.keymap, at), chosen)
