"""A line above the status line where the reader types: words to search, a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from inspect import isawaitable

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static

Answer = Callable[[str], object]
"""Called with what the reader has typed; may give something to be awaited."""


class Prompt(Horizontal):
    """Asks for one line. `answered` gets the answer, `typed` what stands there so far."""

    DEFAULT_CSS = """
    Prompt {
        height: 1; background: $panel; color: $reader-text;
        Static { width: auto; padding: 0 1; color: $reader-bright; text-style: bold; }
        Input { width: 1fr; height: 1; border: none; padding: 0; background: $panel; }
    }
    """

    @dataclass
    class Typed(Message):
        """`answer` is what stands in the line now."""

        prompt: Prompt
        answer: str

    @dataclass
    class Answered(Message):
        """The reader has pressed Enter."""

        prompt: Prompt
        answer: str

    def __init__(
        self,
        asked: str,
        hint: str,
        answered: Answer,
        *,
        answer: str = "",
        typed: Answer | None = None,
    ) -> None:
        super().__init__(id=asked)
        self._asked, self._hint, self._answer = asked, hint, answer
        self._answered, self._typed = answered, typed

    async def take(self, answer: str) -> None:
        """Do what was to be done with the answer."""
        await _done(self._answered(answer))

    async def follow(self, answer: str) -> None:
        """Do what was to be done with what stands in the line so far."""
        if self._typed is not None:
            await _done(self._typed(answer))

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
        self.post_message(self.Typed(self, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass on the answer."""
        event.stop()
        self.post_message(self.Answered(self, event.value))

    def on_click(self, event: events.Click) -> None:
        """Keep clicks on the line from reaching what is below."""
        event.stop()


async def _done(result: object) -> None:
    if isawaitable(result):
        await result
