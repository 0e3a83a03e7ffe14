"""What the reader's screen says in words: the detail panel and the status line. Draws nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from textual.content import Content

from tui.layout.fitting import hanging
from tui.layout.wrap import plain
from tui.reader.state import ReaderState
from tui.reader.view import JobStatus
from tui.widgets.detail import INKS, describe

BAR = "▌ "
"""Stands before the partner's words, as before the selected sentence of a pane."""
PATIENCE = 2
"""Seconds after which the status line says how long a comparison has taken."""


class Described(Protocol):
    """What the panels say something about."""

    @property
    def state(self) -> ReaderState:
        """What is selected and shown."""
        ...

    @property
    def job(self) -> JobStatus:
        """How the comparison stands."""
        ...

    @property
    def reading(self) -> bool:
        """Tell whether the articles are still being read into sentences."""
        ...

    @property
    def one_pane(self) -> bool:
        """Tell whether the terminal holds one of the texts only."""
        ...

    def notes(self) -> Iterable[Content]:
        """Return what the reader and the meaning model say of the selection, line by line."""
        ...

    def search_summary(self) -> str:
        """Return where the reader is among the matches of a search."""
        ...

    def seen_summary(self) -> str:
        """Return how many differences were seen."""
        ...

    def key(self, action: str) -> str:
        """Return the keys that do an action of the reader now; "" where none do."""
        ...


def detail_of(view: Described, width: int) -> Content:
    """Say in `width` columns what the selected sentences share, or what to do to see it."""
    if view.job.problem:
        return Content(f"The articles could not be compared: {plain(view.job.problem)}")
    if view.job.stopped:
        what = "read" if view.reading else "compared"
        go_on = _how(view, "swap_sides", "swaps the sides and begins again")
        return Content(f"Not {what}: you stopped it. {go_on}")
    if view.state.links is None:
        what = "Finding the sentences" if view.reading else "Comparing"
        return Content.styled(f"{what} … both texts can be read meanwhile.", "$reader-dim")
    if view.state.link is not None:
        about = _pair(view, width)
        tiny = view.one_pane
        return Content("\n").join([_partner(view, width), about]) if tiny else about
    if not view.state.links.links:
        return Content(
            "No sentence of one article reports the same as one of the other. "
            + _how(view, "choose_article", "chooses another article")
        )
    if view.state.at != (None, None):
        return _unlinked(view)
    return Content("Go to a difference or a linked sentence to see it here.")


def _unlinked(view: Described) -> Content:
    said = Content("Only here: nothing found in the other article.")
    if None not in view.state.at:
        said = Content("These two sentences are not linked.")
    return Content("\n").join([*view.notes(), said])


def _pair(view: Described, width: int) -> Content:
    assert view.state.links is not None
    link = view.state.link
    assert link is not None
    kind = view.state.lens.kind
    found = [d for d in view.state.links.discrepancies(link.a, link.b) if d in view.state.shown]
    about = describe(
        view.state.links.comparison,
        link,
        [discrepancy for discrepancy in found if kind in (None, discrepancy.kind)],
        current=view.state.current,
        explained=view.state.explained,
        width=width,
    )
    return Content("\n").join([*view.notes(), about])


def _partner(view: Described, width: int) -> Content:
    """Return the partner's words, for screens that hold one pane only."""
    other = 1 - view.state.side
    sentence = view.state.at[other]
    if sentence is None:
        return Content(BAR)
    article, unit = view.state.pair[other], view.state.pair[other].sentences[sentence]
    words, at = plain(article.sentence_text(sentence)), 0
    first = last = -1
    stop = view.state.current
    end = None if stop is None else (stop.a, stop.b)[other]
    if stop is not None and end is not None and not end.own_voice:
        value = plain(article.text[end.start : end.end])
        first = words.find(value, max(0, len(plain(article.text[unit.start : end.start])) - 1))
        last = first + len(value)
    lines: list[Content] = []
    for line in hanging(words, width - len(BAR), ""):
        drawn = Content.styled(line, "$reader-heading")
        if stop is not None and first < at + len(line) and at < last:
            ink = f"bold {INKS[stop.verdict.value]}"
            drawn = drawn.stylize(ink, max(0, first - at), min(len(line), last - at))
        lines.append(Content.assemble((BAR, "$reader-bright"), drawn))
        at += len(line) + 1
    return Content("\n").join(lines)


def _comparing(view: Described) -> tuple[str, ...]:
    if not view.job.awaited:
        return ("cannot compare" if view.job.problem else "not compared",)
    doing = "reading" if view.reading else "comparing"
    seconds = int(view.job.seconds)
    if seconds < PATIENCE:
        return (f"{doing} …",)
    key = view.key("clear")
    return f"{doing} … {seconds} s", f"{key} stops" if key else ""


def _how(view: Described, action: str, done: str) -> str:
    """Say which key does something that helps; nothing where no key does."""
    key = view.key(action)
    return f"{key} {done}." if key else ""


def status_of(view: Described) -> tuple[str, ...]:
    """Say where the reader is, the most important first."""
    state = view.state
    if state.links is None:
        return _comparing(view)
    total = len(state.stops)
    word = "difference" if state.lens.walk_depth == 0 else "finding"
    if not total:
        counter = f"no {word}s" + " with this lens" * (state.lens.kind is not None)
    elif state.stop is None:
        counter = f"{total} {word}{'s' * (total > 1)}"
    else:
        counter = f"{word} {state.stop + 1} of {total}"
    link = state.link
    pair = f"link {state.links.number(link) + 1} of {len(state.links.links)}" if link else ""
    if link and link.confidence.value != "sure":
        pair += f", {link.confidence.value}"
    here = (state.at[state.side] or 0) + 1
    last = len(state.pair[state.side].sentences)
    weak, alone = " · weak too" * state.showing_weak, " · only here" * state.showing_alone
    lens, place = state.lens.name + weak + alone, f"sentence {here} of {last}"
    return counter, view.search_summary(), view.seen_summary(), lens, pair, place
