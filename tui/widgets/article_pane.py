"""One article as one scrolling widget: rows are drawn from offsets, never a widget a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from corpus.article import Article, SentenceKind, Span
from tui.layout.rows import Page
from tui.layout.wrap import visible

if TYPE_CHECKING:
    from tui.layout.marks import Mark, Marks

MEASURE = 76
"""The widest line of text in cells; longer lines tire the eye."""
GUTTER = 4
"""Cells before the text: link, verdict, bookmark, space."""
WEAK_LINK = "╎"
"""Stands beside a sentence that has none but weak links."""
OWN_LINK = "║"
"""Stands beside a sentence that the reader linked by hand."""
MOST_DRAWN = 2000
"""So many drawn rows are kept."""
EMPTY = "This article has no text. Choose another one for this side."

_UPRIGHT = Style(underline=False)


def measure(width: int) -> int:
    """Return the width of a line of text, in cells, in a pane of this width."""
    return max(1, min(MEASURE, width - GUTTER - 2))


def margin(width: int) -> int:
    """Return the cells before the gutter in a pane of this width; what is left over is shared."""
    return max(1, (width - GUTTER - measure(width)) // 2)


def cells(piece: str) -> int:
    """Return the width in cells of a piece of a harmless text, as it is drawn."""
    return cell_len(visible(piece))


class ArticlePane(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows an article, the selected sentence, links in the gutter and marks in the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-pane--body",
        "article-pane--heading",
        "article-pane--caption",
        "article-pane--selected",
        "article-pane--differ",
        "article-pane--compatible",
        "article-pane--agree",
        "article-pane--current",
        "article-pane--link",
        "article-pane--bright",
        "article-pane--alone",
        "article-pane--found",
    }
    DEFAULT_CSS = """
    ArticlePane {
        width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0;
        background: $background;
        .article-pane--body { color: $reader-text; }
        .article-pane--heading { color: $reader-heading; text-style: bold; }
        .article-pane--caption { color: $reader-dim; }
        .article-pane--selected { background: $reader-selected; }
        .article-pane--differ { color: $reader-differ; text-style: bold underline; }
        .article-pane--compatible { color: $reader-compatible; text-style: underline; }
        .article-pane--agree { color: $reader-agree; }
        .article-pane--current { text-style: bold reverse; }
        .article-pane--link { color: $reader-link; }
        .article-pane--bright { color: $reader-bright; text-style: bold; }
        .article-pane--alone { color: $reader-own; }
        .article-pane--found { background: $reader-found; text-style: reverse; }
    }
    """

    def __init__(self, article: Article, side: int, *, id: str) -> None:
        super().__init__(id=id)
        self.side = side
        self._width = self._height = 0
        self._margin = 1
        self._strips: dict[int, Strip] = {}
        self._styles: dict[object, Style] = {}
        self.show_article(article)

    def show_article(self, article: Article) -> None:
        """Show another article from its beginning, with nothing marked."""
        self.article = article
        self.page = Page(article.text, article.sentences, cells)
        self.selected: frozenset[int] = frozenset()
        self._current: Span | None = None
        self.marks: Marks | None = None
        self._linked: Collection[int] = frozenset()
        self.own: Collection[int] = frozenset()
        self.weak: Collection[int] = frozenset()
        self._alone: Collection[int] = frozenset()
        self._kept: Collection[int] = frozenset()
        self._found: Sequence[Span] = ()
        if self.is_attached:
            self._lay_out()
            self.scroll_to(y=0, animate=False, immediate=True)

    def show_read(self, article: Article) -> None:
        """Show the article whose text stands here already, now that its sentences are known."""
        self.article = article
        self.page = Page(article.text, article.sentences, cells)
        self.page.lay_out(self.text_width)
        self._current = None
        self.select()
        self.virtual_size = Size(self.size.width, len(self.page) + self.size.height // 2)
        self._redraw()

    def show_marks(
        self, marks: Marks, linked: Collection[int], alone: Collection[int], kept: Collection[int]
    ) -> None:
        """Show marks, the linked, the unlinked and the bookmarked sentences."""
        self.marks, self._linked, self._alone, self._kept = marks, linked, alone, kept
        self._redraw()

    def show_found(self, found: Sequence[Span]) -> None:
        """Show the places of a search."""
        self._found = found
        self._redraw()

    def select(self, *sentences: int) -> None:
        """Show these sentences as selected; only their lines are drawn again."""
        new = frozenset(sentences)
        for sentence in new ^ self.selected:
            self._draw_again(self.page.rows_of(sentence))
        self.selected = new

    def point_at(self, current: Span | None) -> None:
        """Show these characters as those of the difference that is looked at."""
        if current == self._current:
            return
        before, self._current = self._current, current
        for span in filter(None, (before, current)):
            self._draw_again(self.page.rows_between(span.start, span.end))

    def _draw_again(self, rows: range) -> None:
        for row in rows:
            self._strips.pop(row, None)
        self.refresh_lines(rows.start, len(rows))

    # Geometry

    @property
    def text_width(self) -> int:
        """The width of a line of text in cells."""
        return measure(self.size.width)

    @property
    def top_sentence(self) -> int:
        """The first sentence in view."""
        return self.visible_sentences.start

    @property
    def top_offset(self) -> int:
        """Where in the text the view begins."""
        if not len(self.page) or not self.page.width:
            return 0
        return self.page.rows.starts[min(self.scroll_offset.y, len(self.page) - 1)]

    @property
    def visible_sentences(self) -> range:
        """The sentences in view."""
        top = self.scroll_offset.y
        return self.page.sentences_between(top, top + self.size.height - 1)

    @property
    def view(self) -> tuple[float, float]:
        """The share of the text in view: where it begins and ends, 0 to 1."""
        if not len(self.page):
            return (0.0, 1.0)
        last, top, size = len(self.page) - 1, self.scroll_offset.y, max(1, len(self.page.text))
        bottom = min(top + self.size.height - 1, last)
        return (self.page.rows.starts[min(top, last)] / size, self.page.rows.ends[bottom] / size)

    def bring(self, sentence: int, line: int | None = None) -> None:
        """Scroll so that the sentence starts on `line` of the view, or is wholly in view."""
        rows = self.page.rows_of(sentence)
        top, height = self.scroll_offset.y, self.size.height
        if line is None:
            if top <= rows.start and rows.stop <= top + height:
                return
            line = max(0, height // 3)
        self.scroll_to(y=max(0, rows.start - line), animate=False, immediate=True)

    def line_of(self, sentence: int) -> int:
        """Return the line of the view on which the sentence starts; may lie outside of the view."""
        return self.page.rows_of(sentence).start - self.scroll_offset.y

    def on_resize(self) -> None:
        """Wrap anew; the top sentence stays, and so does a selected one that was in view."""
        self._lay_out()

    def _lay_out(self) -> None:
        if not self.size.width:
            return
        offset, seen = self.top_offset, None
        if len(self.page) and self.page.width:
            seen = next((s for s in self.selected if 0 <= self.line_of(s) < self._height), None)
        same_width = self._width == self.size.width
        self._width, self._height = self.size
        self._margin = margin(self.size.width)
        same_rows = not self.page.lay_out(self.text_width) and same_width
        # Half a view may be scrolled past the end, so that any sentence can be brought level.
        self.virtual_size = Size(self.size.width, len(self.page) + self.size.height // 2)
        if same_rows:  # only higher or lower: what is drawn stays
            self.refresh()
        else:
            self._redraw()
        self.scroll_to(y=self.page.row_of(offset), animate=False, immediate=True)
        if seen is not None:
            self.bring(seen)

    def on_click(self, event: events.Click) -> None:
        """Say which sentence was pointed at."""
        row = event.y + self.scroll_offset.y
        if 0 <= row < len(self.page):
            sentences = self.page.sentences_on(row)
            column = event.x - self._margin - GUTTER - self.page.rows.indents[row]
            for sentence in sentences:
                start, end = self.page.rows.starts[row], self.page.sentences[sentence].end
                if column < cells(self.page.text[start:end]) or sentence == sentences[-1]:
                    from tui.messages import SentenceChosen

                    self.post_message(SentenceChosen(self.side, sentence))
                    return

    # Drawing

    def notify_style_update(self) -> None:
        """Forget drawn rows when the theme changes."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw line `y` of the view."""
        row = y + round(self.scroll_y)
        width = self._width
        strip = self._strips.get(row)
        if strip is not None:
            return strip
        if not self.article.sentences and y == 1:
            return Strip([Segment("  " + EMPTY, self._style("caption"))]).crop_extend(
                0, width, self._style("body")
            )
        if row >= len(self.page):
            return Strip.blank(width, self._style("body"))
        if len(self._strips) >= MOST_DRAWN:
            self._strips.clear()
        strip = self._strips[row] = self._draw(row, width)
        return strip

    def draw_ahead(self, sentence: int) -> None:
        """Draw the rows that will be in view when this sentence is brought there."""
        if not self._width:
            return
        if len(self._strips) >= MOST_DRAWN:
            self._strips.clear()
        top = self.page.rows_of(sentence).start - self._height // 3
        for row in range(max(0, top), min(top + self._height, len(self.page))):
            if row not in self._strips:
                self._strips[row] = self._draw(row, self._width)

    def _draw(self, row: int, width: int) -> Strip:
        segments = [*self._draw_gutter(row), *self._draw_text(row)]
        room = width - sum(segment.cell_length for segment in segments)
        if room < 0:  # narrower than the narrowest row
            return Strip(segments).crop_extend(0, width, self._style("body"))
        segments.append(Segment(" " * room, self._style("body")))
        return Strip(segments, width)

    def _style(self, *names: str) -> Style:
        style = self._styles.get(names)
        if style is None:
            style = self.get_component_rich_style("article-pane--body")
            for name in names:
                style += self.get_component_rich_style(f"article-pane--{name}", partial=True)
            if "current" in names:
                style += _UPRIGHT
            self._styles[names] = style
        return style

    def _draw_gutter(self, row: int) -> list[Segment]:
        base = self._style("body")
        sentences = self.page.sentences_on(row)
        bar, look = " ", base
        if not self.selected.isdisjoint(sentences):
            bar, look = "▌", self._style("bright")
        elif any(sentence in self.own for sentence in sentences):
            bar, look = OWN_LINK, self._style("bright")
        elif any(sentence in self.weak for sentence in sentences):
            bar, look = WEAK_LINK, self._style("caption")
        elif any(sentence in self._linked for sentence in sentences):
            bar, look = "│", self._style("link")
        elif any(sentence in self._alone for sentence in sentences):
            bar, look = "┊", self._style("alone")
        starts = self.page.rows.starts[row]
        kept = any(s in self._kept and self.page.sentences[s].start >= starts for s in sentences)
        return [
            Segment(" " * self._margin, base),
            Segment(bar, look),
            self._draw_verdict(row),
            Segment("◆ ", self._style("bright")) if kept else Segment("  ", base),
        ]

    def _draw_verdict(self, row: int) -> Segment:
        """Draw the glyph of the gravest verdict on the marks that begin on this row."""
        start, end = self.page.rows.starts[row], self.page.rows.ends[row]
        marks = self.marks.between(start, end) if self.marks is not None else ()
        if marks:
            from tui.layout.marks import GLYPHS, gravest

            verdict = gravest(m for m in marks if start <= m.start)
            if verdict is not None:
                return Segment(GLYPHS[verdict], self._style(verdict.value) + _UPRIGHT)
        return Segment(" ", self._style("body"))

    def _draw_text(self, row: int) -> list[Segment]:
        start, end = self.page.rows.starts[row], self.page.rows.ends[row]
        known = self.marks.between(start, end) if self.marks is not None else []
        marks = [mark for mark in known if not mark.whole]
        found = self._found_between(start, end)
        segments = [Segment(" " * self.page.rows.indents[row], self._style("body"))]
        cuts = {start, end}
        for sentence in self.page.sentences_on(row):
            unit = self.page.sentences[sentence]
            cuts |= {unit.start, unit.end}
        for mark in marks:
            cuts |= {mark.start, mark.end}
        for span in (*found, *((self._current,) if self._current else ())):
            cuts |= {span.start, span.end}
        ordered = sorted(cut for cut in cuts if start <= cut <= end)
        for first, last in pairwise(ordered):
            piece = visible(self.page.text[first:last])
            segments.append(Segment(piece, self._look(first, last, marks, found)))
        return segments

    def _found_between(self, start: int, end: int) -> Sequence[Span]:
        """Return the places of the search that share a character with a row; none overlap."""
        if not self._found:
            return ()
        low = bisect_left(self._found, start, key=attrgetter("end"))
        high = bisect_left(self._found, end, key=attrgetter("start"))
        return [span for span in self._found[low:high] if span.end > start]

    def _look(self, first: int, last: int, marks: list[Mark], found: Sequence[Span]) -> Style:
        names = ["body"]
        sentence = self.page.sentence_at(first)
        unit = self.page.sentences[sentence]
        if unit.kind is SentenceKind.HEADING:
            names.append("heading")
        elif unit.kind in (SentenceKind.CAPTION, SentenceKind.FURNITURE):
            names.append("caption")
        if sentence in self.selected and first < unit.end:
            names.append("selected")
        here = [mark for mark in marks if mark.start < last and first < mark.end]
        if here:
            from tui.layout.marks import gravest

            names.append(str(gravest(here)))
        current = self._current
        if current is not None and current.start < last and first < current.end:
            names.append("current")
        if any(span.start < last and first < span.end for span in found):
            names.append("found")
        return self._style(*names)
