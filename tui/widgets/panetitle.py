"""The line above a pane: which article stands there."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from corpus.article import Article
from tui.layout.fitting import shortened
from tui.layout.wrap import plain
from tui.widgets.article_pane import GUTTER, margin

HERE = "▸ "
GAP = "  ·  "


class PaneTitle(Widget):
    """Names an article above its text: its title, and as many facts about it as there is room."""

    DEFAULT_CSS = """
    PaneTitle {
        height: 1; color: $reader-dim; background: $background; text-wrap: nowrap;
        &.-active { color: $reader-bright; text-style: bold; }
    }
    """

    def __init__(self, article: Article, active: bool, *, id: str) -> None:
        super().__init__(id=id, classes="-active" if active else "")
        self._article = article

    def show(self, article: Article, active: bool) -> None:
        """Name another article, or tell whether its pane has the cursor."""
        self._article = article
        self.set_class(active, "-active")
        self.refresh()

    def render(self) -> Content:
        """Return the line; the title begins where the text below it does."""
        lead = margin(self.size.width) + GUTTER
        title, facts = titled(self._article, self.size.width - lead - 1)
        sign = HERE if self.has_class("-active") else ""
        return Content.assemble(f"{sign:>{lead}}", title, (facts, "$reader-dim not bold"))


def titled(article: Article, room: int) -> tuple[str, str]:
    """Return title and facts of an article in `room` columns.

    The outlet stays, and the title is shortened for it; date and language stand where they fit.
    """
    title = plain(article.title)
    facts = [plain(fact, 30) for fact in (article.outlet, article.date, article.language) if fact]
    kept = 1 if article.outlet and cell_len(facts[0]) <= room // 3 else 0
    while len(facts) > kept and cell_len(title + "".join(map(GAP.__add__, facts))) > room:
        facts.pop()
    after = GAP + " · ".join(facts) if facts else ""
    return shortened(title, room - cell_len(after)), after
