"""What the reader looks at: the pair, its links, the lens, the selection. Plain: no Textual."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.article import Article, Span

if TYPE_CHECKING:
    from corpus.ledger.records import Bookmark
    from corpus.ledger.seen import SeenKey
    from corpus.model import Comparison, Discrepancy, DiscrepancyKind, Link, Side
    from tui.layout.lenses import Lens, Links

Pair = tuple[Article, Article]
Place = tuple["DiscrepancyKind", "Side", "Side"]
"""What makes two differences the same one in two comparisons."""
Selection = tuple[int | None, int | None]
"""The selected sentences of the left and the right article."""
SOURCES = "attribution"
"""The kind of difference whose lens also shows sources on one side only."""
NOTHING_KEPT: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence, or a part of it, whose partner the reader is looking for."""

    side: int
    sentence: int
    span: Span
    action: str


class ReaderState:
    """The state of a reader's screen. Only its own methods write links, lens, selection and stops.

    Sides are 0 for the left article and 1 for the right one. A stop is a difference that the lens
    walks; `stop` is the index of the one that is looked at. `kept` holds the sentences of each side
    that have a bookmark, `judged` the bookmarks of differences, `held` a sentence that waits for
    its partner.
    """

    def __init__(self, a: Article, b: Article) -> None:
        self._pair: Pair = (a, b)
        self._lens: Lens | None = None
        self._side = 0
        self.linked_scrolling = True
        self.explained = False
        self.showing_alone = False
        self.showing_weak = False
        self.showing_one_sided = False
        self._reset()

    def _reset(self) -> None:
        self._at: Selection = (None, None)
        self.kept = NOTHING_KEPT
        self.judged: Mapping[Discrepancy, Bookmark] = MappingProxyType({})
        self.held: Held | None = None
        self._awaited: Place | None = None
        self._seen: set[SeenKey] = set()
        self._seen_count = 0
        self.forget_comparison()

    def forget_comparison(self) -> None:
        """Drop links and differences; the selection stays."""
        self._links: Links | None = None
        self._findings: tuple[Discrepancy, ...] = ()
        self._folded: tuple[Discrepancy, ...] = ()
        self._shown: frozenset[Discrepancy] = frozenset()
        self._stops: tuple[Discrepancy, ...] = ()
        self._stop: int | None = None
        self._stop_of: dict[tuple[int, int], int] = {}
        self._keys: list[SeenKey] = []

    # What can be asked

    @property
    def pair(self) -> Pair:
        """The two articles."""
        return self._pair

    @property
    def links(self) -> Links | None:
        """The links of the comparison; None until it is there."""
        return self._links

    @property
    def lens(self) -> Lens:
        """Which differences are shown and walked."""
        if self._lens is None:
            from tui.layout.lenses import Lens  # 20 ms (corpus.model), not before the first paint

            self._lens = Lens()
        return self._lens

    @property
    def side(self) -> int:
        """The side with the cursor."""
        return self._side

    @property
    def at(self) -> Selection:
        """The selected sentences."""
        return self._at

    @property
    def here(self) -> int | None:
        """The selected sentence of the side with the cursor."""
        return self._at[self._side]

    @property
    def shown(self) -> frozenset[Discrepancy]:
        """The differences and agreements that can be seen: all but the dismissed."""
        return self._shown

    @property
    def folded(self) -> tuple[Discrepancy, ...]:
        """The differences where only one account names a source, while they are one line."""
        return self._folded

    @property
    def stops(self) -> tuple[Discrepancy, ...]:
        """The differences that the lens walks, in walking order."""
        return self._stops

    @property
    def stop(self) -> int | None:
        """The index in `stops` of the difference that is looked at."""
        return self._stop

    @property
    def current(self) -> Discrepancy | None:
        """The difference that is looked at."""
        return None if self._stop is None else self._stops[self._stop]

    @property
    def link(self) -> Link | None:
        """The link between the selected sentences, if they are a pair."""
        a, b = self._at
        if self._links is None or a is None or b is None:
            return None
        return self._links.between(a, b)

    @property
    def seen_stops(self) -> list[bool]:
        """For each of the stops, whether it was looked at."""
        return [key in self._seen for key in self._keys]

    @property
    def seen_count(self) -> int:
        """How many of the stops were looked at."""
        return self._seen_count

    def take_seen(self, seen: Iterable[SeenKey]) -> None:
        """Take the keys of the differences that were looked at."""
        self._seen = set(seen)
        self._seen_count = sum(self.seen_stops)

    def see(self) -> SeenKey | None:
        """Look at the current difference; return its key if it is seen for the first time."""
        key = None if self._stop is None else self._keys[self._stop]
        if key is None or key in self._seen:
            return None
        self._seen.add(key)
        self._seen_count += 1  # two differences of one key are counted anew by `show`
        return key

    # What can be done

    def show_pair(self, a: Article, b: Article) -> None:
        """Take two other articles; nothing is compared, selected, kept or held."""
        self._pair = (a, b)
        self._reset()

    def swap(self) -> None:
        """Let the articles change sides; the selection and the current difference go with them."""
        (a, b), (left, right), current = self._pair, self._at, self.current
        side = self._side
        self.show_pair(b, a)
        self._at, self._side = (right, left), 1 - side
        if current is not None:
            self._awaited = (current.kind, current.b, current.a)

    def take_sentences(self, a: Article, b: Article) -> None:
        """Take the same two articles read into sentences; a selection of paragraphs is dropped."""
        self._pair = (a, b)
        self._at = (None, None)

    def replace_links(self, comparison: Comparison | None) -> None:
        """Take the links of a comparison; the differences follow by `show`."""
        from tui.layout.lenses import Links  # 20 ms (corpus.model), not before the first paint

        weak = self.showing_weak
        self._links = None if comparison is None else Links(comparison, weak=weak)

    def toggle_weak(self) -> None:
        """Show also the weak links and their differences, or leave them out."""
        self.showing_weak = not self.showing_weak
        if self._links is not None:
            self.replace_links(self._links.comparison)
            self.show(self._findings)

    def toggle_one_sided(self) -> None:
        """Show also the differences where only one account names a source, or fold them."""
        self.showing_one_sided = not self.showing_one_sided
        self.show(self._findings)

    def show(self, findings: Iterable[Discrepancy]) -> None:
        """Take the differences and agreements to be seen.

        Those of weak links and those with a source on one side only are left out, unless they are
        asked for; the lens for sources asks for the latter.

        The difference that was looked at stays the current one, also where it is counted with
        others than before; where it is gone, the first of the selected pair is.
        """
        from corpus.ledger.seen import seen_key
        from tui.layout.lenses import stops  # 20 ms (corpus.model), not before the first paint

        current = self.current
        self._findings = tuple(findings)
        left_out = self._links.left_out if self._links else frozenset()
        sure = [d for d in self._findings if (d.a.sentence, d.b.sentence) not in left_out]
        unfolded = self.showing_one_sided or self.lens.kind == SOURCES
        visible = [d for d in sure if unfolded or not d.one_sided]
        self._folded = () if unfolded else tuple(d for d in sure if d.one_sided)
        self._shown = frozenset(visible)
        self._stops = tuple(stops(visible, self.lens))
        self._keys = [seen_key(stop) for stop in self._stops]
        self._seen_count = sum(self.seen_stops)
        pairs = [(stop.a.sentence, stop.b.sentence) for stop in self._stops]
        self._stop_of = {pair: i for i, pair in reversed([*enumerate(pairs)])}
        place = self._awaited if current is None else (current.kind, current.a, current.b)
        self._stop = None
        self._stop = self._stop_here() if place is None else self._again(place)
        if self._links is not None:
            self._awaited = None

    def after_lens(self, lens: Lens) -> None:
        """Take another lens; the difference it still shows stays the current one."""
        self._lens = lens
        self.show(self._findings)

    def switch(self, side: int) -> None:
        """Return a side the cursor."""
        self._side = side

    def select(self, side: int, sentence: int, partner: int | None = None) -> bool:
        """Select a sentence and its partner; return False if there is no such sentence.

        Without a partner given, the selected one stays if it is linked with the sentence, else the
        first that is. A sentence that is held on the other side is the partner of all.
        """
        if not 0 <= sentence < len(self._pair[side].sentences):
            return False
        if self.held is not None and self.held.side != side:
            partner = self.held.sentence
        elif partner is None:
            partner = self._partner(side, sentence)
        self._at = (sentence, partner) if side == 0 else (partner, sentence)
        self._stop = self._stop_here()
        self._side = side
        return True

    def _partner(self, side: int, sentence: int) -> int | None:
        partners = self._links.partners(side, sentence) if self._links else []
        known = self._at[1 - side]
        return known if known in partners else next(iter(partners), None)

    def go_to(self, index: int) -> None:
        """Look at a difference: select both its sentences."""
        stop = self._stops[index]
        self._stop = index
        ends = (stop.a.sentence, stop.b.sentence)
        self.select(self._side, ends[self._side], ends[1 - self._side])

    def look_at_bookmarked(self, bookmark: Bookmark) -> None:
        """Look at the difference that a bookmark was made of, if it is walked."""
        judged = (i for i, stop in enumerate(self._stops) if self.judged.get(stop) == bookmark)
        known = next(judged, None)
        self._stop = self._stop_here() if known is None else known

    def _stop_here(self) -> int | None:
        """Return the index of the difference of the selected pair; the current one before others.

        With (3, 4) selected and two differences in it, the one that was gone to last stays.
        """
        a, b = self._at
        if a is None or b is None:
            return None
        current = self.current
        if current is not None and (current.a.sentence, current.b.sentence) == (a, b):
            return self._stop
        return self._stop_of.get((a, b))

    def _again(self, place: Place) -> int | None:
        """Return the index of a difference among other ones: group and reason may have changed."""
        for index, stop in enumerate(self._stops):
            if (stop.kind, stop.a, stop.b) == place:
                return index
        return self._stop_here()


def sentences_of(stops: Sequence[Discrepancy], side: int) -> list[int]:
    """Return the sentence of a side in which each difference stands."""
    return [stop.b.sentence if side else stop.a.sentence for stop in stops]
