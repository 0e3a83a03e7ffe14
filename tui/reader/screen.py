"""The reader's screen: panes and what stands beside them, composed with the controllers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from textual.content import Content
from textual.timer import Timer

from corpus.article import Article
from tui.background.jobs import Jobs
from tui.key_dispatch import actions_of
from tui.reader.controllers.article_choice import ArticleChoice
from tui.reader.controllers.articles import ArticleLoader
from tui.reader.controllers.bookmarks import Bookmarks
from tui.reader.controllers.comparison import ComparisonJob
from tui.reader.controllers.differences import Differences
from tui.reader.controllers.files import Files
from tui.reader.controllers.judgements import Judgements
from tui.reader.controllers.ledger_jump import LedgerJump
from tui.reader.controllers.lens_and_search import LensControl, Search
from tui.reader.controllers.manual_links import ManualLinks
from tui.reader.controllers.marks import SentenceMarks
from tui.reader.controllers.meaning_model import MeaningModelJob
from tui.reader.controllers.navigation import Navigation
from tui.reader.controllers.notebook import NotebookSession
from tui.reader.frame import ReaderFrame

if TYPE_CHECKING:
    from corpus.model import Comparison, Discrepancy
    from tui import messages
    from tui.layout.lenses import Links
    from tui.reader.panels import Beside


class ReaderScreen(ReaderFrame):
    """Two articles abreast. What is selected is in `state`; the controllers hold the actions."""

    def __init__(self, a: Article, b: Article) -> None:
        super().__init__(a, b)
        self.jobs = Jobs()
        self._clock: Timer | None = None
        self._make_controllers()

    def begin(self) -> None:
        """Compare the articles; nothing has been computed before they were on the screen."""
        self.loader.reading = self.loader.places is not None
        self.compare()

    def show_panels(self, beside: Beside) -> None:
        """Bring the panels in step with the state."""
        if self.state.links is not None:
            self.differences.look()
        beside.settle(self)

    def show_status(self) -> None:
        """Show the status line anew."""
        if self.beside is not None:
            self.beside.show_status(self)

    def _make_controllers(self) -> None:
        state = self.state
        self.job = ComparisonJob(state, self)
        self.meaning = MeaningModelJob(state, self, self.job)
        self.choice = ArticleChoice(state, self)
        self.loader = ArticleLoader(state, self, self.job, self.choice)
        self.navigation = Navigation(state, self)
        self.lens_control = LensControl(state, self)
        self.search = Search(state, self, lambda: self.navigation.position)
        self.session = NotebookSession(state, self)
        self.bookmarks = Bookmarks(state, self, self.session)
        self.judgements = Judgements(state, self, self.session, self.bookmarks)
        self.manual_links = ManualLinks(state, self, self.session)
        readers = (self.manual_links.read, self.bookmarks.read, self.judgements.read)
        opened = lambda: self.loader.opened_folder  # noqa: E731
        self.files = Files(state, self, self.session, self.bookmarks, opened)
        self.ledger_jump = LedgerJump(
            state, self, self.session, self.bookmarks, self.choice, self.files
        )
        self.differences = Differences(state, self, self.session)
        self.session.readers = (*readers, self.differences.read)
        self.marks = SentenceMarks(state, self, self.choice.put)

    @cached_property
    def actions(self) -> Mapping[str, Callable[..., Any]]:
        """The reader's actions by the last part of their id in the table of actions."""
        return actions_of(
            self,
            self.navigation,
            self.differences,
            self.lens_control,
            self.search,
            self.choice,
            self.session,
            self.bookmarks,
            self.judgements,
            self.manual_links,
            self.files,
            self.ledger_jump,
            self.marks,
            self.meaning,
        )

    def on_unmount(self) -> None:
        """Let no thread keep the process from ending; close the notebook."""
        self.jobs.stop()
        self.differences.write()
        self.session.close()

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        """Return what the two articles have in common; called in a thread."""
        from tui.background.comparing import compare_in_thread  # 0.2 s, after the first paint

        return compare_in_thread(a, b)

    def compare(self) -> None:
        """Compare the two articles; read them first if that has not been done."""
        if self.loader.reading:
            self.loader.read()
        else:
            self.meaning.forget()
            self.job.start()

    @property
    def comparing(self) -> bool:
        """Tell whether a comparison is awaited."""
        return self.job.awaited

    def on_compared(self, message: messages.Compared) -> None:
        """Show what the comparison found, unless the articles have changed since."""
        self.loader.read_others()
        if self.job.receive(message):
            self.meaning.after(message)
            self.show_lens()
            unmoved = not any(pane.scroll_y for pane in self.panes)
            if self.state.stops and self.state.at == (None, None) and unmoved:
                self.preselect()

    def preselect(self) -> None:
        """Select the first difference."""
        self.navigation.go_to_stop(0)
        self.meaning.preselected()

    def on_meaning_progress(self, message: messages.MeaningProgress) -> None:
        """Show how far the meaning model has read."""
        self.meaning.show_progress(message)

    def on_meaning_compared(self, message: messages.MeaningCompared) -> None:
        """Show the links on which the meaning model was asked."""
        self.meaning.receive(message)

    def on_pair_read(self, message: messages.PairRead) -> None:
        """Show the sentences of the texts that are shown already."""
        self.loader.receive_pair(message)

    def on_articles_read(self, message: messages.ArticlesRead) -> None:
        """Let other articles be chosen."""
        self.loader.receive_articles(message)

    def on_unreadable(self, message: messages.Unreadable) -> None:
        """Leave: there is nothing to compare, and the command line says why."""
        cast("Any", self.app).fail(message.error)

    def in_thread(self, name: str, work: Callable[[], None]) -> None:
        """Do long work that can be stopped, in place of earlier work of this name."""
        self.job.clock()
        if self._clock is None:
            self._clock = self.set_interval(1.0, self._tick)
        self._clock.resume()
        self.run_worker(self.jobs.new(name, work), thread=True, exclusive=True, group=name)

    def beside_thread(self, name: str, work: Callable[[], None]) -> None:
        """Do long work that can be stopped; no clock runs for it."""
        self.run_worker(self.jobs.new(name, work), thread=True, group=name)

    def in_group(self, group: str, work: Callable[[], None]) -> None:
        """Do work in a thread, in place of earlier work of this group."""
        self.run_worker(work, thread=True, exclusive=True, group=group)

    def cancel_group(self, group: str) -> None:
        """Cancel the threads of a group."""
        self.workers.cancel_group(self, group)

    def group_runs(self, group: str) -> bool:
        """Tell whether a thread of this group is awaited."""
        return any(w.group == group and not w.is_cancelled for w in self.workers)

    def after_refresh(self, work: Callable[[], None]) -> None:
        """Do something once the screen is drawn."""
        self.call_after_refresh(work)

    def _tick(self) -> None:
        """Show how long the comparison has taken."""
        if self.comparing and self.beside is not None:
            self.show_status()
        elif self._clock is not None:
            self._clock.pause()

    def show_pair(self, a: Article, b: Article) -> None:
        """Show and compare two other articles, from their beginnings."""
        self._leave_pair()
        self.state.show_pair(a, b)
        self._show_articles()

    def swap_sides(self) -> None:
        """Let the two articles change sides; what is selected and in view stays."""
        self._leave_pair()
        tops = [pane.top_offset for pane in self.panes]
        self.state.swap()
        self._show_articles()
        self.show_side(self.state.side)
        for pane, top, sentence in zip(self.panes, reversed(tops), self.state.at, strict=True):
            pane.select(*(() if sentence is None else (sentence,)))
            self.scrolling.quietly(pane, pane.page.row_of(top))
        self.settle()

    def _leave_pair(self) -> None:
        self.meaning.silence()
        self.differences.write()

    def _show_articles(self) -> None:
        self.scrolling.forget()
        for pane, article in zip(self.panes, self.state.pair, strict=True):
            pane.show_article(article)
        self.show_list()
        self.show_titles()
        self.compare()
        self.search.repeat()

    def show_read(self) -> None:
        """Show the sentences of the texts that are shown already."""
        for pane, article in zip(self.panes, self.state.pair, strict=True):
            pane.show_read(article)
        self.search.repeat()
        self.show_titles()

    def show_lens(self) -> None:
        """Read the notebook if it has changed, and mark what the lens shows."""
        self.session.read()
        if self.state.links is not None:
            self.state.show(self.judgements.findings())
            self.ledger_jump.after_lens()
            self._show_marks(self.state.links)
            self.show_list()
        self.settle()

    def show_list(self) -> None:
        """Show the differences as a list, where there is room for one."""
        if self.list is not None:
            self.list.show(self.differences.listing())
            self.list.point_at(self.state.current)

    def sign(self, discrepancy: Discrepancy, sign: str) -> None:
        """Give a difference another sign in the list, where there is one."""
        if self.list is not None:
            self.list.sign(discrepancy, sign)

    def go_to_stop(self, index: int) -> None:
        """Go to difference number `index` of the lens."""
        self.navigation.go_to_stop(index)

    def seen_summary(self) -> str:
        """Return how many differences were seen."""
        return self.differences.summary()

    def _show_marks(self, links: Links) -> None:
        from tui.layout.marks import Marks  # 20 ms (corpus.model), not before the first paint

        state = self.state
        for side, pane in enumerate(self.panes):
            alone = frozenset(links.alone(side) if state.showing_alone else ())
            marks = Marks(state.shown, side, state.lens)
            pane.weak = links.weakly_linked(side)
            pane.show_marks(marks, links.by_sentence[side].keys(), alone, state.kept[side])
            if self.beside is not None:
                self.beside.show_marks(self, side, marks)

    def notes(self) -> Iterable[Content]:
        """Return what the reader and the meaning model say of the selection, line by line."""
        judged, meant = self.judgements.note(), self.meaning.note()
        lines = (judged, *self.manual_links.notes(), meant)
        return [line for line in lines if line is not None]

    @property
    def reading(self) -> bool:
        """Tell whether the articles are still being read into sentences."""
        return self.loader.reading

    @property
    def aside(self) -> str:
        """What stands at the right of the status line for now; "" for nothing."""
        return self.message or self.meaning.progress

    def search_summary(self) -> str:
        """Return where the reader is among the matches of a search."""
        return self.search.summary()

    @property
    def linked_scrolling(self) -> bool:
        """Tell whether the panes scroll together."""
        return self.state.linked_scrolling

    @property
    def wants_meaning_model(self) -> bool | None:
        """Tell whether the reader wants the meaning model; None where nothing was chosen."""
        return self.meaning.wanted

    async def action_clear(self, count: int = 1) -> None:
        """Put away what is open: the line for an answer, a warning, the search, the explanation."""
        if await self.put_away() or self.manual_links.let_go():
            return
        if self.query("Toast"):
            self.app.clear_notifications()
        elif self.comparing:
            self.jobs.stop()
            self.job.stop()
            self.settle()
        elif self.search.query:
            self.search.find("")
        elif self.state.explained:
            self.lens_control.action_explain()

    def action_toggle_dark(self, count: int = 1) -> None:
        """Change between the dark and the light theme."""
        from tui.themes import OWN

        night, paper = (theme.name for theme in OWN)
        self.app.theme = night if self.app.theme == paper else paper

    def on_sentence_chosen(self, message: messages.SentenceChosen) -> None:
        """Select the sentence that was pointed at."""
        self.select(message.side, message.sentence, bring=False)

    def on_pair_chosen(self, message: messages.PairChosen) -> None:
        """Select the pair that was pointed at."""
        pair, side = (message.a, message.b), self.state.side
        self.select(side, pair[side], pair[1 - side])

    def on_difference_chosen(self, message: messages.DifferenceChosen) -> None:
        """Go to the difference that was chosen in the list."""
        self.navigation.choose(message.discrepancy)

    def on_folded_chosen(self, message: messages.FoldedChosen) -> None:
        """Show the differences that were one line."""
        self.differences.action_toggle_one_sided()

    def on_row_chosen(self, message: messages.RowChosen) -> None:
        """Scroll to the part of the article that was pointed at."""
        self.navigation.scroll_to_share(message.side, message.share)
