"""Help: the keys that hold on the screen below, and what the marks mean."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.dialogs.dialog import Dialog
from tui.keys.listing import describe
from tui.keys.table import Keymap
from tui.layout.marks import GLYPHS, JUDGED, LOST
from tui.widgets.article_pane import OWN_LINK, WEAK_LINK
from tui.widgets.keybar import KeyBar

MARKS = {
    "differ": "The accounts differ.",
    "compatible": "Both can be true.",
    "agree": "The accounts agree.",
}
OWN_MARKS = {
    "reader": {
        "▌": "Selected, with its partner in the other article.",
        "│": "Linked: the other article reports this too.",
        WEAK_LINK: "Perhaps linked: a weak link.",
        "┊": "Only this article reports this.",
        OWN_LINK: "You linked this sentence by hand.",
        "↑ ↓": "The partner stands further up or down.",
        "◆": "You have a bookmark here.",
    },
    "ledger": {
        JUDGED["open"]: "Open: not judged yet.",
        JUDGED["confirmed"]: "Confirmed.",
        JUDGED["explained"]: "Explained: the accounts differ for a reason.",
        JUDGED["dismissed"]: "Dismissed: not marked and not walked any more.",
        LOST: "This passage is no longer found in its article.",
    },
}
"""What the reader's own marks mean, by screen."""
WIDEST_KEYS = 18
"""Columns for the keys; longer lists of keys stand on a line of their own."""


def help_text(keymap: Keymap, scope: str, width: int) -> Content:
    """Return the keys of a screen of `scope`, by group, those of the app among them.

    Sentences hang beside their keys in `width` columns.
    """
    rows = [row for row in describe(keymap, (scope, "app")) if row.keys]
    wide = min(WIDEST_KEYS, width // 3, max((len(row.keys) for row in rows), default=0))
    lines: list[Content] = []
    for group in dict.fromkeys(row.group for row in rows):
        lines += [Content(""), Content.styled(group, "bold $reader-heading")]
        for row in rows:
            if row.group == group:
                lines += _beside(row.keys, "bold $reader-bright", row.description, wide, width)
    if scope == "reader":
        lines += [Content(""), Content.styled("Marks", "bold $reader-heading")]
        for verdict, glyph in GLYPHS.items():
            ink = f"bold $reader-{verdict.value}"
            lines += _beside(glyph, ink, MARKS[verdict.value], wide, width)
    if scope in OWN_MARKS:
        if scope != "reader":
            lines += [Content(""), Content.styled("Marks", "bold $reader-heading")]
        for glyph, said in OWN_MARKS[scope].items():
            lines += _beside(glyph, "bold $reader-bright", said, wide, width)
    lines += [Content(""), *_last_words(keymap, width)]
    return Content("\n").join(lines[1:])


def _beside(keys: str, ink: str, said: str, wide: int, width: int) -> Iterable[Content]:
    head = Content.styled(f"{keys:<{wide}}", ink)
    if len(keys) > wide:
        yield head
        head = Content(" " * wide)
    for part in wrap(said, max(10, width - wide - 2)):
        yield Content.assemble(head, "  ", (part, "$reader-text"))
        head = Content(" " * wide)


def _last_words(keymap: Keymap, width: int) -> Iterable[Content]:
    key = keymap.shown("reader.next_difference")
    said = f"Digits before a key are a count: 3 {key} goes three differences on. " if key else ""
    said += f"Preset {keymap.preset}; 'abreast keys' says where a keymap of your own lies."
    return (Content.styled(part, "$reader-dim") for part in wrap(said, max(10, width)))


WIDTH = 84
FRAME = 6
"""Columns of the border, its padding, the scrollbar and a gap before it."""


class HelpScreen(Dialog[None]):
    """Shows the keys in force on the screen whose scope is `of`."""

    SCOPE: ClassVar[str] = "help"
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    HelpScreen {
        align: center middle; background: $background 60%; layers: default pending;
        #box {
            width: 84; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $reader-link; padding: 0 1;
            border-title-color: $reader-heading; border-title-style: bold;
        }
        #text { height: auto; max-height: 100%; scrollbar-size-vertical: 1; }
        #text Static { height: auto; color: $reader-text; }
        KeyBar { background: $surface; padding: 0; }
    }
    """

    def __init__(self, keymap: Keymap, of: str) -> None:
        super().__init__()
        self._keymap, self._of = keymap, of

    def compose(self) -> ComposeResult:
        """Show the list in a box that is as high as it needs to be."""
        with Vertical(id="box") as box:
            box.border_title = "Keys"
            with VerticalScroll(id="text", can_focus=False):
                yield Static(markup=False)
            yield KeyBar(self.SCOPE)

    def on_mount(self) -> None:
        """Show the keys of this screen."""
        self.query_one(KeyBar).show(self._keymap)
        self.fit()

    def on_resize(self) -> None:
        """Leave room for the keys at the foot."""
        self.fit()

    def fit(self) -> None:
        """Let the list be as wide and as high as the screen allows."""
        self.query_one("#text").styles.max_height = max(1, self.size.height - 3)
        width = max(12, min(WIDTH, self.size.width) - FRAME)
        self.query_one("#text Static", Static).update(help_text(self._keymap, self._of, width))

    def action_close(self, count: int = 1) -> None:
        """Go back."""
        self.dismiss(None)

    def action_down(self, count: int = 1) -> None:
        """Scroll down by lines."""
        self.query_one("#text").scroll_relative(y=count, animate=False, immediate=True)

    def action_up(self, count: int = 1) -> None:
        """Scroll up by lines."""
        self.action_down(-count)

    def action_page_down(self, count: int = 1) -> None:
        """Scroll down by pages."""
        self.action_down(count * max(1, self.query_one("#text").size.height - 1))

    def action_page_up(self, count: int = 1) -> None:
        """Scroll up by pages."""
        self.action_page_down(-count)
