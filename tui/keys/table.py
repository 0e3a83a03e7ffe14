"""The keys in force as plain data. Quick to import: the reader paints before it reads a keymap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tui.keys.names import Sequence, shown

DEFAULT = "default"
"""The preset of a reader who has chosen none."""


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in force, as plain data: sequences by action id, and words of one's own."""

    preset: str = DEFAULT
    keys: Mapping[str, tuple[Sequence, ...]] = field(default_factory=dict)
    descriptions: Mapping[str, str] = field(default_factory=dict)

    def of(self, action: str) -> tuple[Sequence, ...]:
        """Return the sequences that do an action, the one to show first."""
        return self.keys.get(action, ())

    def shown(self, action: str) -> str:
        """Return the first keys of an action as the footer shows them, "" if it has none."""
        keys = self.of(action)
        return shown(keys[0]) if keys else ""

    def description(self, action: str) -> str:
        """Return what an action does: the reader's own words, or ours."""
        from tui.keys.actions import BY_ID

        return self.descriptions.get(action) or BY_ID[action].description

    def bindings(self, scope: str) -> dict[Sequence, str]:
        """Return the sequences that hold on a screen of `scope`, those of the app among them."""
        from tui.keys.actions import BY_ID

        return {
            sequence: action
            for action, sequences in self.keys.items()
            if BY_ID[action].scope in (scope, "app")
            for sequence in sequences
        }
