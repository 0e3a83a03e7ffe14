"""From keys pressed to actions: sequences, counts, and what is still awaited. Pure; no time-out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from tui.keys.names import Sequence, pressed, shown

MOST = 99_999
"""Counts end here: nobody means more, and a key held down must not count for ever."""
CANCEL = "escape"


class Heard(Enum):
    """What a key led to."""

    ACTION = "action"
    PENDING = "pending"
    CANCELLED = "cancelled"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a key.

    `action` is an id, for ACTION alone; `count` what was typed before it, None if nothing.
    `pending` are the keys that wait for more, and `ways` what can follow them, each with the
    action that it leads to.
    """

    heard: Heard
    action: str | None = None
    count: int | None = None
    pending: Sequence = ()
    ways: tuple[tuple[Sequence, str], ...] = ()


NOTHING = Outcome(Heard.NOTHING)


class Resolver:
    """Keeps the keys that have been pressed of a sequence.

    Digits that begin no binding are a count for the action that follows. Esc cancels what waits; a
    key that does not go on with a sequence cancels it too.
    """

    def __init__(self) -> None:
        self._keys: Sequence = ()
        self._digits = ""

    @property
    def pending(self) -> Sequence:
        """The keys that wait for more, digits first."""
        return (*self._digits, *self._keys)

    def clear(self) -> None:
        """Forget the keys that wait."""
        self._keys, self._digits = (), ""

    def feed(
        self, bindings: Mapping[Sequence, str], key: str, character: str | None = None
    ) -> Outcome:
        """Take a key, by its name and by what it types; `bindings` are those that hold now."""
        name = pressed(key, character)
        if self.pending and name == CANCEL:
            self.clear()
            return Outcome(Heard.CANCELLED)
        keys = (*self._keys, name)
        if (action := bindings.get(keys)) is not None:
            count = min(int(self._digits), MOST) if self._digits else None
            self.clear()
            return Outcome(Heard.ACTION, action, count)
        ways = tuple(_ways(bindings, keys))
        if ways:
            self._keys = keys
            return Outcome(Heard.PENDING, pending=self.pending, ways=ways)
        if not self._keys and self._is_digit(name):
            self._digits = (self._digits + name)[: len(str(MOST)) + 1]
            return Outcome(Heard.PENDING, pending=self.pending)
        waited = bool(self.pending)
        self.clear()
        return Outcome(Heard.CANCELLED) if waited else NOTHING

    def _is_digit(self, name: str) -> bool:
        return len(name) == 1 and name in ("0123456789" if self._digits else "123456789")


def _ways(bindings: Mapping[Sequence, str], keys: Sequence) -> Iterable[tuple[Sequence, str]]:
    size = len(keys)
    for sequence, action in bindings.items():
        if len(sequence) > size and sequence[:size] == keys:
            yield sequence[size:], action


def hint(outcome: Outcome, names: Mapping[str, str]) -> str:
    """Put in words what can still come: "v … n numbers, d dates"."""
    ways = [f"{shown(way)} {names.get(action, action)}" for way, action in outcome.ways]
    return f"{shown(outcome.pending)} … {', '.join(ways)}".rstrip()
