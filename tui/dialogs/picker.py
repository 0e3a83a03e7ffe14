"""Choosing an article for one side: type a few letters, see what the pair would have in common."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from corpus.model import Article
from tui.background.jobs import Jobs
from tui.dialogs.article_filter import matching
from tui.dialogs.dialog import Dialog
from tui.keys.table import Keymap
from tui.layout.fitting import unbroken
from tui.layout.lenses import Lens, stops
from tui.widgets.detail import plain
from tui.widgets.keybar import KeyBar

WIDTH = 90
COMPARED = 40
"""With how many of the listed articles the other side is compared, to tell what they share."""
SIDES = ("left", "right")


@dataclass(frozen=True, slots=True)
class Shared:
    """What an article and the one on the other side have in common: links and differences."""

    links: int
    differences: int


class ArticleList(OptionList, can_focus=False, inherit_bindings=False):
    """The articles that match; the keys of the picker move in it."""


class PickerScreen(Dialog[int | None]):
    """Returns the index of the article chosen for `side` (0 left, 1 right), None if none was."""

    SCOPE: ClassVar[str] = "picker"
    DEFAULT_CSS = """
    PickerScreen {
        align: center middle; background: $background 60%; layers: default pending;
        #box {
            width: 90; max-width: 100%; height: 80%; min-height: 12; max-height: 100%;
            background: $surface; border: round $reader-link; padding: 0 1;
            border-title-color: $reader-heading; border-title-style: bold;
            border-subtitle-color: $reader-dim;
        }
        Input { border: none; height: 1; padding: 0; background: $panel; margin-bottom: 1; }
        ArticleList {
            height: 1fr; border: none; padding: 0; background: $surface; color: $reader-text;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
            &> .option-list--option-highlighted { background: $reader-selected; text-style: none; }
        }
        KeyBar { background: $surface; padding: 0; }
    }
    """

    @dataclass
    class Counted(Message):
        """It is known what an article shares with that of the other side."""

        index: int
        shared: Shared

    def __init__(
        self,
        articles: Sequence[Article],
        pair: Sequence[Article],
        side: int,
        keymap: Keymap,
    ) -> None:
        super().__init__()
        self._articles = articles
        self._pair = tuple(pair)
        self._side = side
        self._keymap = keymap
        self._shared: dict[int, Shared] = {}
        self._listed: list[int] = []
        self._wanted: list[int] = []
        self._jobs = Jobs()

    def compose(self) -> ComposeResult:
        """Ask for letters above the list of articles."""
        with Vertical(id="box") as box:
            box.border_title = f"Article for the {SIDES[self._side]} side"
            yield Input(placeholder="title, outlet, date or file", compact=True)
            yield ArticleList(markup=False)
            yield KeyBar(self.SCOPE)

    def on_mount(self) -> None:
        """List all articles, and count what they share while the reader looks."""
        self.query_one(KeyBar).show(self._keymap)
        self._list(matching(self._articles, ""))
        shown = self._pair[self._side]
        at = next((i for i, a in enumerate(self._articles) if a is shown), None)
        if at in self._listed:
            self.query_one(ArticleList).highlighted = self._listed.index(at)

    def on_unmount(self) -> None:
        """Count no further."""
        self._jobs.stop()

    def _begin_to_count(self) -> None:
        """Count what the first of the listed articles share; what is counted is kept."""
        other = self._pair[1 - self._side]
        self._wanted = [
            index
            for index in self._listed[:COMPARED]
            if index not in self._shared and self._articles[index] is not other
        ]
        work = self._jobs.new("count", partial(self._count, self._wanted))
        self.run_worker(work, thread=True, group="count")

    def _count(self, wanted: Sequence[int]) -> None:
        from tui.background.comparing import compare_in_thread

        other = self._pair[1 - self._side]
        for index in wanted:
            article = self._articles[index]
            pair = (other, article) if self._side else (article, other)
            try:
                found = compare_in_thread(*pair)
            except Exception:  # whatever a rule stumbles on, the article can still be chosen
                continue
            shared = Shared(len(found.links), len(stops(found.discrepancies, Lens())))
            self.post_message(self.Counted(index, shared))

    def on_picker_screen_counted(self, message: Counted) -> None:
        """Show what an article shares."""
        self._shared[message.index] = message.shared
        if message.index in self._listed:
            row = self._listed.index(message.index)
            self.query_one(ArticleList).replace_option_prompt_at_index(
                row, self._entry(message.index)
            )

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the articles that match what is typed."""
        event.stop()
        self._list(matching(self._articles, event.value))

    def _list(self, indexes: list[int]) -> None:
        self._listed = indexes
        self._begin_to_count()
        shown = self.query_one(ArticleList)
        shown.clear_options()
        if indexes:
            shown.add_options([Option(self._entry(index), id=str(index)) for index in indexes])
            shown.highlighted = 0
        else:
            said = "No article matches. Take letters away, or go back."
            shown.add_option(Option(Content.styled(said, "$reader-dim"), disabled=True))
        self.query_one("#box").border_subtitle = f"{len(indexes)} of {len(self._articles)}"

    def _entry(self, index: int) -> Content:
        article = self._articles[index]
        side = next((s for s, shown in enumerate(self._pair) if shown is article), None)
        here = "" if side is None else f"on the {SIDES[side]} now"
        facts = (article.outlet, article.date, article.language)
        parts = [*(plain(fact, 30) for fact in facts if fact), here, self._share(index, article)]
        lines = unbroken([part for part in parts if part], self._room - 2)
        about = Content.styled("".join(f"\n  {line}" for line in lines), "$reader-dim")
        title = Content.styled(plain(article.title, 200) or "untitled", "bold $reader-text")
        if here:
            start = about.plain.index(here)
            about = about.stylize("$reader-bright", start, start + len(here))
        return Content("").join([title, about])

    @property
    def _room(self) -> int:
        """The columns of an entry: the box without its frame and the scrollbar."""
        return min(WIDTH, self.app.size.width) - 5

    def on_resize(self) -> None:
        """Fit the entries to the new width."""
        shown = self.query_one(ArticleList)
        for row, index in enumerate(self._listed):
            shown.replace_option_prompt_at_index(row, self._entry(index))

    def _share(self, index: int, article: Article) -> str:
        if article is self._pair[1 - self._side]:
            return "choosing it swaps the sides"
        shared = self._shared.get(index)
        if shared is None:
            return "counting …" if index in self._wanted else ""
        return f"{_many(shared.links, 'link')}, {_many(shared.differences, 'difference')}"

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the article that was pointed at."""
        event.stop()
        if event.option_id is not None:  # the list may have been filled anew since
            self.dismiss(int(event.option_id))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take the article at the cursor where Enter has no other meaning."""
        event.stop()
        self.action_choose()

    def action_choose(self, count: int = 1) -> None:
        """Take the article at the cursor."""
        at = self.query_one(ArticleList).highlighted
        if at is not None and self._listed:
            self.dismiss(self._listed[at])

    def action_close(self, count: int = 1) -> None:
        """Go back; nothing changes."""
        self.dismiss(None)

    def action_next(self, count: int = 1) -> None:
        """Go to the next article of the list."""
        if self._listed:
            shown = self.query_one(ArticleList)
            shown.highlighted = ((shown.highlighted or 0) + count) % len(self._listed)

    def action_previous(self, count: int = 1) -> None:
        """Go back an article of the list."""
        self.action_next(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Go down a page of the list."""
        if self._listed:
            shown = self.query_one(ArticleList)
            step = count * max(1, shown.size.height // 2 - 1)
            at = (shown.highlighted or 0) + step
            shown.highlighted = max(0, min(len(self._listed) - 1, at))

    def action_page_up(self, count: int = 1) -> None:
        """Go up a page of the list."""
        self.action_page_down(-count)


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
