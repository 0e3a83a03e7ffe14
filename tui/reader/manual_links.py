"""Links by hand: what the reader says of two sentences wins over every rule, and can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

from textual.content import Content

from corpus.article import Span
from tui.layout.wrap import plain
from tui.reader.judgements import Judging
from tui.widgets.article_pane import OWN_LINK

if TYPE_CHECKING:
    from corpus.ledger.manual_links import Applied
    from corpus.model import Comparison
    from tui.key_dispatch import KeyedApp
    from tui.widgets.prompt import Prompt

_CLAUSE = re.compile(r"[^,;:–—]+[,;:–—]*")
OTHER_WORDS = "other words of this sentence …"
SHORTEST = 8
"""Characters below which a piece between two commas is no part to be chosen."""


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence, or a part of it, whose partner the reader is looking for."""

    side: int
    sentence: int
    span: Span
    action: str


class Linking(Judging):
    """Links, parts and splits sentences; the notebook keeps it, the comparison follows it."""

    held: Held | None = None
    _ruled: Comparison | None = None
    _joined: Comparison | None = None
    _lost = 0
    _said: dict[tuple[int, int], Applied]
    _splitting: tuple[int, int] = (0, 0)

    def apply_notebook(self) -> None:
        """Put the hand-made links over what the rules found."""
        if self.links is not None:
            self._join(self.links.comparison)
        super().apply_notebook()

    def _join(self, comparison: Comparison) -> None:
        from corpus.overrides import rejoin
        from tui.layout.lenses import Links

        if comparison is not self._joined or self._ruled is None:
            self._ruled = comparison
        found = rejoin(self._ruled, self.notebook.links(*self.pair))
        if found.comparison is not comparison:
            self.links, self._track = Links(found.comparison), None
        self._joined, self._said = found.comparison, found.said
        for side, pane in enumerate(self.panes):
            own = (link for link in found.comparison.links if link.origin == "reader")
            pane.own = frozenset(link.b if side else link.a for link in own)
        if len(found.lost) > self._lost:
            many = f"{len(found.lost)} link{'' if len(found.lost) == 1 else 's'} made by hand"
            self.tell(f"{many}: a passage is no longer found.")
        self._lost = len(found.lost)

    # Looking for a partner

    def select(
        self, side: int, sentence: int, partner: int | None = None, *, bring: bool = True
    ) -> None:
        """Select a sentence; one that is held stays selected beside it."""
        held = self.held
        if held is None or held.side == side:
            super().select(side, sentence, partner, bring=bring)
        else:
            super().select(side, sentence, held.sentence, bring=bring)

    def action_link_by_hand(self, count: int = 1) -> None:
        """Hold the selected sentence until its partner is chosen; then link the two."""
        here = self.at[self.side]
        if self.links is None or here is None:
            self.tell("Select a sentence first.")
        elif self.held is not None and self.held.side != self.side:
            self._link_held(here)
        else:
            sentence = self.pair[self.side].sentences[here]
            self._hold(Held(self.side, here, sentence.span, "pin"))

    def _hold(self, held: Held) -> None:
        self.held = held
        self.show_side(1 - held.side)
        self.tell(self._how())
        self.settle()

    def _how(self) -> str:
        link, clear = self._key("link_by_hand"), self._key("clear")
        return f"Go to its partner and press {link}; {clear} lets it be."

    def _link_held(self, here: int) -> None:
        held = self.held
        assert held is not None
        self.held = None
        span = self.pair[self.side].sentences[here].span
        ends = (span, held.span) if self.side == 0 else (held.span, span)
        pair = (here, held.sentence) if self.side == 0 else (held.sentence, here)
        told = "Linked by hand." if held.action == "pin" else "This part is linked by hand."
        self._say(pair, ends, held.action, told)
        self.select(self.side, here, held.sentence)

    async def action_clear(self, count: int = 1) -> None:
        """Let the held sentence be, or put away what is open."""
        if self.held is None or self.query("Prompt"):
            await super().action_clear(count)
        else:
            self.held = None
            self.tell("Nothing was linked.")

    def show_pair(self, *articles: Any) -> None:
        """Show two other articles; nothing is held then."""
        self.held = None
        super().show_pair(*articles)

    def noted(self) -> Content | None:
        """Say also whose partner is looked for, or that the reader linked the pair."""
        lines = [super().noted()]
        if self.held is not None:
            words = plain(self.held.span.of(self.pair[self.held.side].text), 160)
            lines.append(
                Content.assemble(
                    ("Looking for the partner of ", "bold $reader-bright"), f"“{words}”"
                )
            )
            lines.append(Content.styled(self._how(), "$reader-dim"))
        elif self.link is not None and self.link.origin == "reader":
            own = self.link.evidence[0].label
            lines.append(Content.styled(f"{OWN_LINK} {plain(own)}", "bold $reader-bright"))
        known = [line for line in lines if line is not None]
        return Content("\n").join(known) if known else None

    # Saying what belongs together

    def action_unlink(self, count: int = 1) -> None:
        """Say that the selected sentences do not belong together."""
        a, b = self.at
        if self.link is None or a is None or b is None:
            self.tell("These sentences are not linked.")
            return
        ends = (self.pair[0].sentences[a].span, self.pair[1].sentences[b].span)
        self._say((a, b), ends, "forbid", f"Taken apart. {self._key('undo')} links them again.")
        self.select(self.side, cast(int, self.at[self.side]))

    def _say(self, pair: tuple[int, int], ends: tuple[Span, Span], action: str, told: str) -> None:
        """Keep the reader's word about two sentences in place of an earlier one, as one step."""
        self.write(self._word(pair, ends, action), told)

    def _word(
        self, pair: tuple[int, int], ends: tuple[Span, Span], action: str
    ) -> Callable[[], object]:
        from corpus.ledger.notebook import hand_link_of

        assert self.links is not None
        assert self._ruled is not None
        known = self._said.get(pair)
        by_rule = any((link.a, link.b) == pair for link in self._ruled.links)
        if known is not None and action == ("pin" if by_rule else "forbid"):
            earlier = known.link  # without it the rules say the same
            return lambda: self.notebook.delete_link(earlier.id)
        new = hand_link_of(self.links.comparison, *ends, action)
        if known is not None:
            new = replace(new, id=known.link.id)
        return lambda: self.notebook.add_link(new)

    # Splitting

    def action_split(self, count: int = 1) -> None:
        """Choose a part of the selected sentence that has a partner of its own."""
        here = self.at[self.side]
        if self.links is None or here is None:
            self.tell("Select a sentence first.")
            return
        from tui.dialogs.choice import ChoiceScreen

        article = self.pair[self.side]
        span = article.sentences[here].span
        self._splitting = (self.side, here)
        parts = parts_of(article.text, span)
        entries = [*(plain(part.of(article.text), 200) for part in parts), OTHER_WORDS]

        async def chosen(index: int | None) -> None:
            if index is not None and index < len(parts):
                self._hold(Held(*self._splitting, parts[index], "split"))
            elif index is not None:
                await self._ask_part(span.of(article.text))

        keymap = cast("KeyedApp", self.app).keymap
        self.app.push_screen(
            ChoiceScreen("Which part has its own partner?", entries, keymap), chosen
        )

    async def _ask_part(self, text: str) -> None:
        from tui.widgets.prompt import Prompt

        await self.ask(Prompt("part", "the words that have their own partner", plain(text)))

    async def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Hold the words that were written, if they stand so in the sentence."""
        if message.asked != "part":
            return
        side, sentence = self._splitting
        article = self.pair[side]
        part = _found(article.text, article.sentences[sentence].span, message.answer)
        if part is None:
            self.tell("These words do not stand so in the sentence.")
        else:
            self._hold(Held(side, sentence, part, "split"))


def parts_of(text: str, span: Span) -> tuple[Span, ...]:
    """Give the parts of a sentence between its commas, semicolons, colons and dashes."""
    found: list[Span] = []
    for clause in _CLAUSE.finditer(text, span.start, span.end):
        words = clause.group().strip(" ,;:–—\n\t")
        if len(words) >= SHORTEST:
            start = clause.start() + clause.group().index(words)
            found.append(Span(start, start + len(words)))
    return tuple(found) if len(found) > 1 else ()


def _found(text: str, span: Span, words: str) -> Span | None:
    """Find words in a sentence without regard to its white space."""
    wanted = r"\s+".join(map(re.escape, words.split()))
    match = re.search(wanted, text[span.start : span.end]) if wanted else None
    return Span(span.start + match.start(), span.start + match.end()) if match else None
