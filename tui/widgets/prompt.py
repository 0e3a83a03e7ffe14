"""A line above the status line where the reader types: words to search, a note."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static


class Prompt(Horizontal):
    """Asks for one line; says what is typed and what was answered."""

    DEFAULT_CSS = """
    Prompt {
        height: 1; background: $panel; color: $reader-text;
        Static { width: auto; padding: 0 1; color: $reader-bright; text-style: bold; }
        Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    }
    """

    @dataclass
    class Typed(Message):
        """`answer` is what stands in the line now; `asked` names the question."""

        asked: str
        answer: str

    @dataclass
    class Answered(Message):
        """The reader has pressed Enter."""

        asked: str
        answer: str

    def __init__(self, asked: str, hint: str, answer: str = "") -> None:
        super().__init__(id=asked)
        self._asked, self._hint, self._answer = asked, hint, answer

    def compose(self) -> ComposeResult:
        """Name the question and give a field for the answer."""
        yield Static(self._asked, markup=False)
        yield Input(self._answer, placeholder=self._hint, compact=True, select_on_focus=False)

    def focus(self, scroll_visible: bool = True, from_app_focus: bool = False) -> Prompt:
        """Let the reader type."""
        self.screen.set_focus(self.query_one(Input), scroll_visible)
        return self

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on what is typed."""
        event.stop()
        self.post_message(self.Typed(self._asked, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(self.Answered(self._asked, event.value))

    def on_click(self, event: events.Click) -> None:
        """Keep clicks on the line from reaching what is below."""
        event.stop()
