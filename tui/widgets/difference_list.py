"""The list of differences: the graver first, values first, and whether each was seen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from corpus.model import Comparison, Discrepancy, DiscrepancyKind, Number
from tui.layout.fitting import hanging, shortened
from tui.layout.marks import GLYPHS
from tui.messages import DifferenceChosen, FoldedChosen
from tui.widgets.detail import INKS, chain, plain, values

PAGE = 100
"""How many entries are laid out at once."""
ROOM = 40
"""Columns of an entry in the third column."""
SIGN = 2
"""Columns of the sign before an entry: what became of the difference."""
UNSEEN, SEEN = "•", " "


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed: differences in the order of the list, and a sign for each.

    `folded` is how many more are one line: those with a source on one side only.
    """

    comparison: Comparison | None = None
    differences: tuple[Discrepancy, ...] = ()
    signs: tuple[str, ...] = ()
    folded: int = 0

    @property
    def unseen(self) -> int:
        """How many of the listed were not looked at yet."""
        return self.signs.count(UNSEEN)


class DifferenceList(OptionList, can_focus=False, inherit_bindings=False):
    """Shows one entry for each difference that the lens walks; a click says which was chosen."""

    DEFAULT_CSS = """
    DifferenceList {
        height: 1fr; border: none; border-left: solid $reader-link; padding: 0 0 0 1;
        background: $background; color: $reader-text; scrollbar-size-vertical: 1;
        text-wrap: nowrap; text-overflow: ellipsis;
        &> .option-list--option-highlighted { background: $reader-selected; text-style: none; }
    }
    """
    EMPTY = "No differences with this lens. Change the lens to see more."

    def __init__(self, *, id: str | None = None, room: int = ROOM) -> None:
        super().__init__(id=id, markup=False)
        self._listing = Listing()
        self._signs: list[str] = []
        self._room = room
        self._first = 0

    def show(self, listing: Listing) -> None:
        """Show these differences; of very many, a page at a time."""
        self._listing, self._signs = listing, [*listing.signs]
        self._show_page(0)

    def _show_page(self, first: int) -> None:
        self._first = first
        self.clear_options()
        if self._listing.comparison is None:
            return
        last = min(first + PAGE, len(self._listing.differences))
        self.add_options([Option(self._entry(index)) for index in range(first, last)])
        if last == first:
            said = Content.styled("\n".join(hanging(self.EMPTY, self._room, "")), "$reader-dim")
            self.add_option(Option(said, disabled=True))
        if self._listing.folded and last == len(self._listing.differences):
            self.add_option(
                Option(Content.styled(folded_line(self._listing.folded), "$reader-dim"))
            )

    def fit(self, room: int) -> None:
        """Lay the entries out in other columns; the highlighted one stays so."""
        if room != self._room:
            self._room, at = room, self.highlighted
            self._show_page(self._first)
            self.highlighted = at

    def point_at(self, discrepancy: Discrepancy | None) -> None:
        """Highlight the entry of a difference, or none."""
        listed = self._listing.differences
        index = listed.index(discrepancy) if discrepancy in listed else None
        self.go_to(index)

    def go_to(self, index: int | None) -> None:
        """Highlight the entry at a place of the whole list, or none."""
        if index is not None and index - index % PAGE != self._first:
            self._show_page(index - index % PAGE)
        self.highlighted = None if index is None else index - self._first

    def step(self, count: int) -> None:
        """Highlight the entry so many further on; past an end, the one at the other end."""
        total = len(self._listing.differences) + bool(self._listing.folded)
        if total:
            at = self._first + (self.highlighted if self.highlighted is not None else -1)
            self.go_to((at + count) % total)

    def sign(self, discrepancy: Discrepancy, sign: str) -> None:
        """Give the entry of a difference another sign."""
        listed = self._listing.differences
        index = listed.index(discrepancy) if discrepancy in listed else -1
        if index < 0 or self._signs[index] == sign:
            return
        self._signs[index] = sign
        if self._first <= index < self._first + self.option_count:
            self.replace_option_prompt_at_index(index - self._first, self._entry(index))

    def chosen(self, option: int) -> Discrepancy | None:
        """Return the difference of an entry; None for the line of those that are folded."""
        index, listed = self._first + option, self._listing.differences
        return listed[index] if index < len(listed) else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Say which difference was chosen."""
        event.stop()
        discrepancy = self.chosen(event.option_index)
        self.post_message(DifferenceChosen(discrepancy) if discrepancy else FoldedChosen())

    def _entry(self, index: int) -> Content:
        comparison = self._listing.comparison
        assert comparison is not None
        sign, found = self._signs[index], self._listing.differences[index]
        return entry(comparison, found, sign, self._room)


def folded_line(many: int) -> str:
    """Return the one line for differences with a source on one side only."""
    return f"+ {many} told without a source on one side"


def entry(comparison: Comparison, found: Discrepancy, sign: str, room: int) -> Content:
    """Return two lines: both values and what is counted, then who says so and where."""
    ink, glyph = INKS[found.verdict.value], GLYPHS[found.verdict]
    counted = _counted(comparison, found)
    head = Content.assemble((f"{sign:<{SIGN}}", "$reader-bright"))
    left, right = values(comparison, found)
    about = f" · {counted}" if counted else f" · {found.kind.value}"
    width = room - SIGN - 3
    if cell_len(left) + cell_len(right) + cell_len(about) > width:
        share = max(4, (width - min(cell_len(about), width // 3)) // 2)
        left, right = _share(left, right, share)
        about = shortened(about, max(0, width - cell_len(left) - cell_len(right)))
    first = Content.assemble(left, (f" {glyph} ", f"bold {ink}"), right, (about, "$reader-dim"))
    return Content("\n").join([Content.assemble(head, first), _where(comparison, found, room)])


def _share(left: str, right: str, share: int) -> tuple[str, str]:
    """Shorten two values to two shares; what the shorter one leaves, the other may use."""
    if cell_len(left) <= share:
        return left, shortened(right, 2 * share - cell_len(left))
    if cell_len(right) <= share:
        return shortened(left, 2 * share - cell_len(right)), right
    return shortened(left, share), shortened(right, share)


def _where(comparison: Comparison, found: Discrepancy, room: int) -> Content:
    where = f"sentences {found.a.sentence + 1} and {found.b.sentence + 1}"
    said = ""
    if found.kind is not DiscrepancyKind.ATTRIBUTION:
        left = chain(comparison.facts_a, found.a.sentence)
        right = chain(comparison.facts_b, found.b.sentence)
        said = f"  ·  {left} │ {right}"
    line = " " * SIGN + where + said
    return Content.styled(shortened(line, room), "$reader-dim")


def _counted(comparison: Comparison, found: Discrepancy) -> str:
    """Return what a difference of numbers counts: "injured"; "" where no text says it."""
    if found.kind is not DiscrepancyKind.NUMBER:
        return ""
    ends = ((comparison.facts_a, found.a), (comparison.facts_b, found.b))
    for facts, end in ends:
        for number in _numbers(facts.numbers, end.sentence):
            counted = number.counted or number.state
            if number.span == end.span and counted:
                return plain(counted, 24)
    return ""


def _numbers(numbers: Sequence[Number], sentence: int) -> Sequence[Number]:
    low = bisect_left(numbers, sentence, key=attrgetter("sentence"))
    high = bisect_right(numbers, sentence, key=attrgetter("sentence"))
    return numbers[low:high]
