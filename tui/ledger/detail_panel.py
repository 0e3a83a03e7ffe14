"""The bookmark at the cursor in full: both quotes in context, the reason, the note, the times."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from corpus.export.sanitising import around
from corpus.ledger.records import Bookmark, End
from tui.layout.marks import JUDGED
from tui.layout.wrap import plain

INKS = {"differ": "$reader-differ", "compatible": "$reader-compatible", "agree": "$reader-agree"}
SIDES = ("left ", "right")
MOVED = "  moved? It is not the same; bookmark it anew if it is meant: "
GONE = "  no longer found in its article"
NOTE_LINES = 4


class LedgerDetail(VerticalScroll, can_focus=False):
    """Shows one bookmark."""

    DEFAULT_CSS = """
    LedgerDetail {
        height: 11; background: $surface; color: $reader-text; padding: 0 2;
        border-top: solid $reader-link; scrollbar-size: 0 0;
        Static { width: 1fr; height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(markup=False)

    def show(self, content: Content) -> None:
        """Show this text from its beginning."""
        self.query_one(Static).update(content)
        self.scroll_home(animate=False, immediate=True)


def describe(
    bookmark: Bookmark, lost: Sequence[bool] = (False, False), moved: Sequence[str] = ("", "")
) -> Content:
    """Describe a bookmark; `lost` tells for each end that it is not found.

    `moved` is for each end the passage that the reader may know for it.
    """
    lines = [_head(bookmark)]
    if bookmark.reason:
        lines.append(Content(f"  {plain(bookmark.reason)}"))
    lines += _note(bookmark.note)
    for side, end in enumerate((bookmark.a, bookmark.b)):
        if end is not None:
            lines += _end(SIDES[side], end, lost[side])
            if moved[side]:
                passage = plain(moved[side], 300)
                words = Content.assemble((MOVED, "bold $reader-own"), (f"“{passage}”", ""))
                lines.append(words)
    return Content("\n").join(lines)


def _note(note: str) -> list[Content]:
    """Return the first lines of a note; all of it is seen where it is written."""
    given = note.splitlines()
    shown = [plain(line) for line in given[:NOTE_LINES]]
    if len(given) > NOTE_LINES:
        shown[-1] += " …"
    heads = ["note   ", *[" " * 7] * len(shown)]
    return [
        Content.assemble((head, "$reader-dim"), (line, "$reader-bright"))
        for head, line in zip(heads, shown, strict=False)
    ]


def _head(bookmark: Bookmark) -> Content:
    ink = INKS.get(bookmark.verdict or "", "$reader-heading")
    found = f"{plain(bookmark.kind)}: {plain(bookmark.verdict or '')}" if bookmark.kind else ""
    tags = " ".join(f"[{plain(tag, 30)}]" for tag in bookmark.tags)
    times = f"made {_moment(bookmark.created)}"
    if bookmark.changed != bookmark.created:
        times += f", changed {_moment(bookmark.changed)}"
    return Content.assemble(
        (f"{JUDGED[bookmark.judgement]} {bookmark.judgement}", "bold $reader-bright"),
        "  ",
        (found or "passage", f"bold {ink}"),
        "  ",
        (tags, "$reader-own"),
        "  " if tags else "",
        (times, "$reader-dim"),
    )


def _moment(time: str) -> str:
    return plain(time, 40)[:16].replace("T", " ")


def _end(side: str, end: End, lost: bool) -> list[Content]:
    facts = (end.article.title or "untitled", end.article.outlet, end.article.date)
    about = " · ".join(plain(fact, 60) for fact in facts if fact)
    before, quote, after = around(end)
    return [
        Content.assemble(
            (f"{side}  ", "$reader-dim"),
            (about, "$reader-heading"),
            (GONE if lost else "", "bold $reader-own"),
        ),
        Content.assemble(
            "  ",
            (plain(before) + " " * before[-1:].isspace(), "$reader-dim"),
            (plain(quote), f"{'strike ' if lost else ''}bold"),
            (" " * after[:1].isspace() + plain(after), "$reader-dim"),
        ),
    ]
