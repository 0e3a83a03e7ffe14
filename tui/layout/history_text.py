"""What a step of the notebook's history did, in words: what undo took back."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence, Set
from typing import Any

from corpus.errors import CorpusError
from tui.layout.fitting import shortened
from tui.layout.wrap import plain

QUOTE = 28
"""Columns of a quotation in the line: two of them and the verb fit in 80."""
MOST_STEPS = 100
"""Changes that one key takes back at most: a mistyped count is not the whole history."""
SIGNS = {"differ": "≠", "compatible": "≈", "agree": "="}
LINKS = {"pin": "linked by hand", "forbid": "taken apart", "split": "a part linked by hand"}

Change = tuple[str, str, str | None, str | None]
"""Subject ("bookmarks" or "links"), id, record before and after as JSON, None for none."""


def steps_message(
    step: Callable[[], tuple[Change, ...]],
    count: int,
    done: str,
    nothing: str,
    here: Set[str] = frozenset(),
) -> str:
    """Do steps of the history and return a sentence about them; `nothing` where there was none.

    `done` begins it: "Undone: dismissed “26 ≠ 18”."
    """
    steps: list[tuple[Change, ...]] = []
    try:
        for _ in range(max(1, min(count, MOST_STEPS))):
            steps.append(step())
            if not steps[-1]:
                break
    except CorpusError as error:
        return str(error)
    texts = [step_text(changes, here) for changes in steps if changes]
    more = f", and {len(texts) - 1} more" if len(texts) > 1 else ""
    return f"{done}: {texts[0]}{more}." if texts else nothing


def step_text(changes: Sequence[Change], here: Set[str] = frozenset()) -> str:
    """Return what a step did: "dismissed “26 ≠ 18”"; of several records how many they were.

    `here` are the hashes of the articles on the screen; what was done in others says so.
    """
    if len(changes) != 1:
        return f"{len(changes)} changes made at once"
    subject, _, before, after = changes[0]
    old, new = (json.loads(record) if record else None for record in (before, after))
    record = new or old or {}
    did = _link_deed(old, new) if subject == "links" else _deed(old, new)
    where = "" if not here or here & _hashes(record) else " (in other articles)"
    return f"{did} “{_about(record)}”{where}"


def _deed(old: dict[str, Any] | None, new: dict[str, Any] | None) -> str:
    """Return what was done to a bookmark, from its records before and after."""
    if new is None:
        return "took away the bookmark"
    judgement = str(new.get("judgement", "open"))
    if old is None:
        return "bookmarked" if judgement == "open" else judgement
    if judgement != old.get("judgement"):
        return "left open" if judgement == "open" else judgement
    if new.get("note") != old.get("note"):
        return "wrote the note on"
    return "wrote the tags of" if new.get("tags") != old.get("tags") else "changed"


def _link_deed(old: dict[str, Any] | None, new: dict[str, Any] | None) -> str:
    record = new or old or {}
    deed = LINKS.get(str(record.get("action")), "linked by hand")
    return deed if new is not None else f"no longer {deed}"


def _about(record: dict[str, Any]) -> str:
    quotes = [plain(str(end.get("quote", ""))) for end in _ends(record)]
    sign = SIGNS.get(str(record.get("verdict")), "·")
    return f" {sign} ".join(shortened(quote, QUOTE) for quote in quotes)


def _ends(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [end for end in (record.get("a"), record.get("b")) if isinstance(end, dict)]


def _hashes(record: dict[str, Any]) -> set[str]:
    articles = (end.get("article") for end in _ends(record))
    return {str(article.get("hash")) for article in articles if isinstance(article, dict)}
