"""From keys to actions on whatever screen is shown: the app's half of the keymap."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.css.query import NoMatches
from textual.screen import Screen

from tui.keys.table import Keymap

if TYPE_CHECKING:
    from tui.keys.names import Sequence
    from tui.keys.sequences import Outcome, Resolver

WHILE_TYPING = ("reader.clear", "ledger.close")
"""What the keys of a screen still do while a question on it is being answered."""
OURS = "tui."
"""Beginning of the names of our modules; actions of Textual's own classes are left out."""


class KeyedApp(App[None], inherit_bindings=False):
    """Resolves every key by the keymap.

    A screen names its scope in `SCOPE`. Its actions are its methods `action_<name>(count)` or,
    where it is made of controllers, what its `actions` name. A key comes here when no field for
    text has taken it, before any binding of a widget.
    """

    keymap = Keymap()

    @cached_property
    def _resolver(self) -> Resolver:
        from tui.keys.sequences import Resolver

        return Resolver()

    async def on_key(self, event: events.Key) -> None:
        """Do what the key means; leave it to the widgets where it means nothing."""
        from tui.keys.sequences import Heard

        if event.is_printable and typing(self.screen) and not self._resolver.pending:
            # Pressed before the field had the cursor: a field takes what is typed in it.
            self._pass_on(event)
            return
        outcome = self._resolver.feed(self.bindings_now(), event.key, event.character)
        if outcome.heard is Heard.NOTHING:
            return
        event.prevent_default()
        await self._show_pending(outcome)
        if outcome.action is not None:
            await self.perform(outcome.action, outcome.count)

    def _pass_on(self, event: events.Key) -> None:
        from textual.widgets import Input, TextArea

        event.prevent_default()
        field, character = self.screen.focused, event.character or ""
        if isinstance(field, Input):
            field.insert_text_at_cursor(character)
        elif isinstance(field, TextArea):
            field.insert(character)

    def bindings_now(self) -> Mapping[Sequence, str]:
        """Return the sequences that hold on the screen as it is."""
        scope = scope_of(self.screen)
        bindings = self.keymap.bindings(scope)
        if scope in ("reader", "ledger") and typing(self.screen):
            from tui.keys.actions import BY_ID

            return {
                keys: action
                for keys, action in bindings.items()
                if action in WHILE_TYPING or BY_ID[action].scope == "app"
            }
        return bindings

    async def perform(self, action: str, count: int | None = None) -> bool:
        """Do an action of the table on the screen that is shown; False if it is not for it."""
        from tui.keys.actions import BY_ID

        known = BY_ID.get(action)
        if known is None or known.scope not in ("app", scope_of(self.screen)):
            return False
        target: Any = self if known.scope == "app" else self.screen
        getattr(self.screen, "hush", lambda: None)()
        method = action_of(target, known.method)
        result = method() if count is None or known.scope == "app" else method(count)
        if isawaitable(result):
            await result
        return True

    async def _show_pending(self, outcome: Outcome) -> None:
        from tui.widgets.pending import Pending

        try:
            hint = self.screen.query_one(Pending)
        except NoMatches:
            if not outcome.pending:
                return
            hint = Pending()
            await self.screen.mount(hint)
        hint.show(outcome)

    def use_keymap(self, keymap: Keymap) -> None:
        """Let other keys hold from now on."""
        self.keymap = keymap
        self._resolver.clear()
        from tui.widgets.keybar import KeyBar

        for screen in self.screen_stack:
            for bar in screen.query(KeyBar):
                bar.show(keymap)


def actions_of(*controllers: object) -> dict[str, Callable[..., Any]]:
    """Return the actions of controllers by name: `next_link` for the method `action_next_link`."""
    return {
        name.removeprefix("action_"): getattr(controller, name)
        for controller in controllers
        for part in type(controller).__mro__
        if part.__module__.startswith(OURS)
        for name in vars(part)
        if name.startswith("action_")
    }


def action_of(target: object, name: str) -> Callable[..., Any]:
    """Return what does an action of a screen or of the application."""
    actions: Mapping[str, Callable[..., Any]] = getattr(target, "actions", {})
    action: Callable[..., Any] = actions.get(name) or getattr(target, f"action_{name}")
    return action


def scope_of(screen: Screen[Any]) -> str:
    """Return the scope of a screen; one that names none has only the keys of the app."""
    return str(getattr(screen, "SCOPE", "app"))


def typing(screen: Screen[Any]) -> bool:
    """Tell whether what is typed goes into a field for text."""
    from textual.widgets import Input, TextArea

    return isinstance(screen.focused, Input | TextArea)
