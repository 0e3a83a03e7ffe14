"""What the ledger says about itself: what is shown, and what to do where nothing is."""

from __future__ import annotations

from tui.keys.table import Keymap
from tui.layout.wrap import plain
from tui.ledger.pages import Look

WHOSE = {"pair": "these two articles", "folder": "this folder", "all": "the whole notebook"}
ORDERS = {
    "place": "by place",
    "newest": "newest first",
    "changed": "changed last first",
    "kind": "by kind",
    "judgement": "by judgement",
}


def asked(look: Look) -> str:
    """Say in words what is shown and in what order."""
    parts = [WHOSE[look.whose], ORDERS[look.sort]]
    if look.kind is not None:
        parts.append(f"{look.kind}s only" if look.kind else "passages only")
    if look.judgement:
        parts.append(f"{look.judgement} only")
    if look.tag:
        parts.append(f"tag [{plain(look.tag, 30)}]")
    if look.text:
        parts.append(f"with “{plain(look.text, 30)}”")
    if look.lost:
        parts.append("no longer found")
    if look.dismissed:
        parts.append("dismissed too")
    return "  ·  ".join(parts)


def nothing(look: Look, hidden: int, keymap: Keymap) -> tuple[str, ...]:
    """Say why nothing is shown and what to do."""

    def key(action: str) -> str:
        return keymap.shown(f"ledger.{action}") or action

    said = [f"No bookmark in {WHOSE[look.whose]} yet."]
    if look.lost:
        said = ["Every passage of these bookmarks is found in its article."]
    elif look.filtered:
        said = ["No bookmark fits what is asked for."]
    if look.filtered:
        said.append(f"{key('show_all')} shows all again.")
    else:
        said.append(
            f"Go back with {key('close')}, select a difference or a sentence, "
            f"and press {keymap.shown('reader.bookmark') or 'the key for a bookmark'}."
        )
    if hidden:
        those = "One is dismissed" if hidden == 1 else f"{hidden} are dismissed"
        said.append(f"{those}; {key('toggle_dismissed')} shows what is dismissed.")
    if look.whose != "all":
        said.append(f"{key('whose')} shows those of {_next(look.whose)}.")
    return tuple(said)


def _next(whose: str) -> str:
    return WHOSE["folder" if whose == "pair" else "all"]
