"""Links by hand: what the reader says of two sentences wins over every rule, and can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from textual.content import Content

from corpus.article import Span
from tui.layout.wrap import plain
from tui.reader.controllers.bookmarks import NOTHING_SELECTED
from tui.reader.controllers.notebook import NotebookSession
from tui.reader.state import Held, ReaderState
from tui.reader.view import ReaderView
from tui.widgets.article_pane import OWN_LINK

if TYPE_CHECKING:
    from corpus.ledger.manual_links import Applied
    from corpus.model import Comparison
    from tui.keys.table import Keymap

_CLAUSE = re.compile(r"[^,;:–—]+[,;:–—]*")
OTHER_WORDS = "other words of this sentence …"
SHORTEST = 8
"""Characters below which a piece between two commas is no part to be chosen: "Ja," and the like."""


class LinkingView(ReaderView, Protocol):
    """What linking by hand asks of the screen."""

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        ...

    def forget_track(self) -> None:
        """Find anew which rows scroll together: links or rows are others."""
        ...


class ManualLinks:
    """Links, parts and splits sentences; the notebook keeps it, the comparison follows it."""

    def __init__(self, state: ReaderState, view: LinkingView, session: NotebookSession) -> None:
        self._state, self._view, self._session = state, view, session
        self._ruled: Comparison | None = None
        self._joined: Comparison | None = None
        self._lost = 0
        self._applied: dict[tuple[int, int], Applied] = {}

    def read(self) -> None:
        """Put the hand-made links over what the rules found."""
        if self._state.links is not None:
            self._join(self._state.links.comparison)

    def _join(self, comparison: Comparison) -> None:
        from corpus.overrides import rejoin  # 30 ms, not before the first paint

        if comparison is not self._joined or self._ruled is None:
            self._ruled = comparison
        joined = rejoin(self._ruled, self._session.notebook.links(*self._state.pair))
        if joined.comparison is not comparison:
            self._state.replace_links(joined.comparison)
            self._view.forget_track()
        self._joined, self._applied = joined.comparison, joined.said
        for side, pane in enumerate(self._view.panes):
            own = (link for link in joined.comparison.links if link.origin == "reader")
            pane.own = frozenset(link.b if side else link.a for link in own)
        self._tell_lost(len(joined.lost))

    def _tell_lost(self, lost: int) -> None:
        if lost > self._lost:
            links = f"{lost} link{'' if lost == 1 else 's'} made by hand"
            self._view.tell(f"{links}: a passage is no longer found.")
        self._lost = lost

    # Looking for a partner

    def action_link_by_hand(self, count: int = 1) -> None:
        """Hold the selected sentence until its partner is chosen; then link the two."""
        state, held = self._state, self._state.held
        here = state.here
        if state.links is None or here is None:
            self._view.tell(NOTHING_SELECTED)
        elif held is not None and held.side != state.side:
            self._link(held, here)
        else:
            sentence = state.pair[state.side].sentences[here]
            self._hold(Held(state.side, here, sentence.span, "pin"))

    def _hold(self, held: Held) -> None:
        self._state.held = held
        self._view.show_side(1 - held.side)
        self._view.tell(self._how())
        self._view.settle()

    def _how(self) -> str:
        link, clear = (self._view.key(name) or name for name in ("link_by_hand", "clear"))
        return f"Go to its partner and press {link}; {clear} lets it be."

    def _link(self, held: Held, here: int) -> None:
        state = self._state
        state.held = None
        span = state.pair[state.side].sentences[here].span
        ends = (span, held.span) if state.side == 0 else (held.span, span)
        pair = (here, held.sentence) if state.side == 0 else (held.sentence, here)
        whole = held.action == "pin"
        message = "Linked by hand." if whole else "This part is linked by hand."
        self._session.write(self._ruling(pair, ends, held.action), message)
        self._view.select(state.side, here, held.sentence)

    def let_go(self) -> bool:
        """Let the held sentence be; False where none is held."""
        if self._state.held is None:
            return False
        self._state.held = None
        self._view.tell("Nothing was linked.")
        return True

    def notes(self) -> Iterator[Content]:
        """Yield whose partner is looked for, or that the reader linked the pair."""
        held, link = self._state.held, self._state.link
        if held is not None:
            words = plain(held.span.of(self._state.pair[held.side].text), 160)
            yield Content.assemble(
                ("Looking for the partner of ", "bold $reader-bright"), f"“{words}”"
            )
            yield Content.styled(self._how(), "$reader-dim")
        elif link is not None and link.origin == "reader":
            own = link.evidence[0].label
            yield Content.styled(f"{OWN_LINK} {plain(own)}", "bold $reader-bright")

    # Saying what belongs together

    def action_unlink(self, count: int = 1) -> None:
        """Say that the selected sentences do not belong together."""
        state = self._state
        (a, b), here = state.at, state.here
        if state.link is None or a is None or b is None or here is None:
            self._view.tell("These sentences are not linked.")
            return
        ends = (state.pair[0].sentences[a].span, state.pair[1].sentences[b].span)
        undo = self._view.key("undo") or "undo"
        ruling = self._ruling((a, b), ends, "forbid")
        self._session.write(ruling, f"Taken apart. {undo} links them again.")
        self._view.select(state.side, here)

    def _ruling(
        self, pair: tuple[int, int], ends: tuple[Span, Span], action: str
    ) -> Callable[[], object]:
        """Return the change of the notebook that keeps the reader's word about two sentences.

        It takes the place of an earlier word. Unlinking (3, 4), which the reader had linked and the
        rules had not, needs no word: the earlier one is taken away.
        """
        from corpus.ledger.notebook import hand_link_of  # 30 ms, not before the first paint

        assert self._state.links is not None
        assert self._ruled is not None
        notebook = self._session.notebook
        known = self._applied.get(pair)
        by_rule = any((link.a, link.b) == pair for link in self._ruled.links)
        if known is not None and action == ("pin" if by_rule else "forbid"):
            earlier = known.link
            return lambda: notebook.delete_link(earlier.id)
        new = hand_link_of(self._state.links.comparison, *ends, action)
        if known is not None:
            new = replace(new, id=known.link.id)
        return lambda: notebook.add_link(new)

    # Splitting

    def action_split(self, count: int = 1) -> None:
        """Choose a part of the selected sentence that has a partner of its own."""
        state = self._state
        side, here = state.side, state.here
        if state.links is None or here is None:
            self._view.tell(NOTHING_SELECTED)
            return
        from tui.dialogs.choice import ChoiceScreen  # 10 ms, not before the first paint

        text, span = state.pair[side].text, state.pair[side].sentences[here].span
        parts = parts_of(text, span)
        entries = [*(plain(part.of(text), 200) for part in parts), OTHER_WORDS]

        async def chosen(index: int | None) -> None:
            if index is not None and index < len(parts):
                self._hold(Held(side, here, parts[index], "split"))
            elif index is not None:
                await self._ask_part(side, here)

        title = "Which part has its own partner?"
        self._view.open(ChoiceScreen(title, entries, self._view.keymap), chosen)

    async def _ask_part(self, side: int, sentence: int) -> None:
        article = self._state.pair[side]
        span = article.sentences[sentence].span

        def answered(words: str) -> None:
            part = span_of_words(article.text, span, words)
            if part is None:
                self._view.tell("These words do not stand so in the sentence.")
            else:
                self._hold(Held(side, sentence, part, "split"))

        hint, answer = "the words that have their own partner", plain(span.of(article.text))
        await self._view.ask("part", hint, answered, answer=answer)


def parts_of(text: str, span: Span) -> tuple[Span, ...]:
    """Return the parts of a sentence between its commas, semicolons, colons and dashes."""
    parts: list[Span] = []
    for clause in _CLAUSE.finditer(text, span.start, span.end):
        words = clause.group().strip(" ,;:–—\n\t")
        if len(words) >= SHORTEST:
            start = clause.start() + clause.group().index(words)
            parts.append(Span(start, start + len(words)))
    return tuple(parts) if len(parts) > 1 else ()


def span_of_words(text: str, span: Span, words: str) -> Span | None:
    """Return where words stand in a sentence, whatever the white space between them."""
    wanted = r"\s+".join(map(re.escape, words.split()))
    match = re.search(wanted, text[span.start : span.end]) if wanted else None
    return Span(span.start + match.start(), span.start + match.end()) if match else None
