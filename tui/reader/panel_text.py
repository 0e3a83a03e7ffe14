"""What the reader's screen says in words: the detail panel and the status line. Draws nothing."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.content import Content

from tui.layout.fitting import hanging
from tui.layout.wrap import plain
from tui.widgets.detail import INKS, describe

if TYPE_CHECKING:
    from tui.key_dispatch import KeyedApp
    from tui.reader.view import ReaderView

BAR = "▌ "
"""Stands before the partner's words, as before the selected sentence of a pane."""
PATIENCE = 2
"""After so many seconds the status line says how long a comparison has taken."""


def detail_of(view: ReaderView, width: int) -> Content:
    """Say in `width` columns what the selected sentences share, or what to do to see it."""
    if view.problem:
        return Content(f"The articles could not be compared: {plain(view.problem)}")
    if view.stopped:
        what = "read" if view.reading else "compared"
        go_on = _how(view, "swap_sides", "swaps the sides and begins again")
        return Content(f"Not {what}: you stopped it. {go_on}")
    if view.links is None:
        what = "Finding the sentences" if view.reading else "Comparing"
        return Content.styled(f"{what} … both texts can be read meanwhile.", "$reader-dim")
    if view.link is not None:
        about = _pair(view, width)
        tiny = view.has_class("-tiny")
        return Content("\n").join([_partner(view, width), about]) if tiny else about
    if not view.links.links:
        return Content(
            "No sentence of one article reports the same as one of the other. "
            + _how(view, "choose_article", "chooses another article")
        )
    if view.at != [None, None]:
        return _unlinked(view)
    return Content("Go to a difference or a linked sentence to see it here.")


def _unlinked(view: ReaderView) -> Content:
    noted = view.noted()
    said = Content("Only here: no sentence of the other article reports this.")
    if None not in view.at:
        said = Content("These two sentences are not linked.")
    return said if noted is None else Content("\n").join([noted, said])


def _pair(view: ReaderView, width: int) -> Content:
    assert view.links is not None
    link = view.link
    assert link is not None
    kind = view.lens.kind
    found = [d for d in view.links.discrepancies(link.a, link.b) if d in view.shown]
    noted = view.noted()
    about = describe(
        view.links.comparison,
        link,
        [discrepancy for discrepancy in found if kind in (None, discrepancy.kind)],
        current=None if view.stop is None else view.stops[view.stop],
        explained=view.explained,
        width=width,
    )
    return about if noted is None else Content("\n").join([noted, about])


def _partner(view: ReaderView, width: int) -> Content:
    """Give the partner's words, for screens that hold one pane only."""
    other = 1 - view.side
    sentence = view.at[other]
    if sentence is None:
        return Content(BAR)
    article, unit = view.pair[other], view.pair[other].sentences[sentence]
    words, at = plain(article.sentence_text(sentence)), 0
    first = last = -1
    stop = None if view.stop is None else view.stops[view.stop]
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


def _comparing(view: ReaderView) -> tuple[str, ...]:
    if not view.comparing:
        return ("cannot compare" if view.problem else "not compared",)
    doing = "reading" if view.reading else "comparing"
    seconds = int(monotonic() - view.began)
    if seconds < PATIENCE:
        return (f"{doing} …",)
    key = cast("KeyedApp", view.app).keymap.shown("reader.clear")
    return f"{doing} … {seconds} s", f"{key} stops" if key else ""


def _how(view: ReaderView, action: str, done: str) -> str:
    """Say which key does something that helps; nothing where no key does."""
    key = cast("KeyedApp", view.app).keymap.shown(f"reader.{action}")
    return f"{key} {done}." if key else ""


def status_of(view: ReaderView) -> tuple[str, ...]:
    """Say where the reader is, the most important first."""
    if view.links is None:
        return _comparing(view)
    total = len(view.stops)
    word = "difference" if view.lens.walk_depth == 0 else "finding"
    if not total:
        counter = f"no {word}s" + " with this lens" * (view.lens.kind is not None)
    elif view.stop is None:
        counter = f"{total} {word}{'s' * (total > 1)}"
    else:
        counter = f"{word} {view.stop + 1} of {total}"
    link = view.link
    pair = f"link {view.links.number(link) + 1} of {len(view.links.links)}" if link else ""
    here = (view.at[view.side] or 0) + 1
    last = len(view.pair[view.side].sentences)
    lens = view.lens.name + " · only here" * view.showing_alone
    return counter, view.counted(), lens, pair, f"sentence {here} of {last}"
