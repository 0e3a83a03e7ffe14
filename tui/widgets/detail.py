"""The detail panel: what the selected sentences share, where they differ, and why."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from corpus.model import Attribution, Comparison, Discrepancy, DiscrepancyKind, Facts, Link, Voice
from tui.layout.fitting import fitted, hanging, shares, shortened
from tui.layout.marks import GLYPHS, RANK
from tui.layout.wrap import plain as plain

INKS = {"differ": "$reader-differ", "compatible": "$reader-compatible", "agree": "$reader-agree"}
OWN_VOICE = "the outlet's own voice"
LONGEST = 200
"""So many characters of a value are shown where there is room."""
PADDING = 4
"""Columns left and right of the text."""
TABLE = 72
"""Columns from which values stand in columns."""
LABEL = 26
"""Columns before the values: verdict and kind."""
BETWEEN = "  │  "


BORDER = 1
"""Rows of the line above the detail."""


class Detail(VerticalScroll, can_focus=False):
    """Shows lines about the selected pair; higher when it explains."""

    DEFAULT_CSS = """
    Detail {
        height: 2; background: $surface; color: $reader-text; padding: 0 2;
        border-top: solid $reader-link; scrollbar-size: 0 0;
        &.-explained { scrollbar-size-vertical: 1; }
        Static { width: 1fr; height: 1; }
    }
    """

    _rows = (0, 0)

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(markup=False)

    @property
    def room(self) -> int:
        """How many columns a line of it has, a gap and a scrollbar left out where there is one."""
        beside = PADDING + (2 if self.has_class("-explained") else 0)
        return max(20, self.outer_size.width - beside) if self.outer_size.width else 80

    def show(self, content: Content, most: int) -> None:
        """Show this text from its beginning, as high as it is, in `most` rows at the most."""
        text, lines = self.query_one(Static), max(1, content.get_height({}, self.room))
        rows = (lines, min(lines + BORDER, most))
        if rows != self._rows:
            self._rows = rows
            text.styles.height, self.styles.height = rows
        text.update(content, layout=False)
        if self.scroll_offset.y:
            self.scroll_home(animate=False, immediate=True)


def describe(
    comparison: Comparison,
    link: Link,
    discrepancies: Sequence[Discrepancy],
    *,
    current: Discrepancy | None = None,
    explained: bool = False,
    width: int = 80,
) -> Content:
    """Describe a pair: verdict, both values and the reason, who says so on each side, the rest.

    The current finding comes first, then the graver ones; the reasons of those others and the
    evidence for the link are unfolded when it is `explained`. Values stand in columns where
    `width` columns allow it, and each finding on one line anyway.
    """
    ordered = sorted(discrepancies, key=lambda d: (d != current, -RANK[d.verdict]))
    rows = [_finding(comparison, found, width) for found in ordered]
    said = _Row(
        [("said by", "$reader-dim")],
        chain(comparison.facts_a, link.a),
        chain(comparison.facts_b, link.b),
        "",
    )
    if not rows or (said.left, said.right) != (rows[0].left, rows[0].right):
        rows.insert(1, said)
    columns = _columns(rows, width)
    lines: list[Content] = []
    for number, row in enumerate(rows):
        lines.append(row.drawn(width, columns))
        if explained or number == 0:
            lines += (
                [Content.styled(line, "$reader-text") for line in hanging(row.reason, width, "  ")]
                if row.reason
                else []
            )
    if not discrepancies:
        same = "the same" if link.strength.value == "same" else "partly the same"
        words = f"Both sentences report {same}; no number, date or source to compare."
        lines += [Content.styled(line, "$reader-dim") for line in hanging(words, width, "")]
    if explained:
        from tui.widgets.evidence import evidence_lines

        lines += evidence_lines(comparison, link, width)
    return Content("\n").join(lines)


class _Row(NamedTuple):
    """A line with a value of each side, and the reason that may stand below it."""

    label: list[tuple[str, str]]
    left: str
    right: str
    ink: str
    reason: str = ""

    def drawn(self, width: int, columns: tuple[int, int] | None) -> Content:
        """Return the line, its values in columns of these widths or else one after another."""
        head = sum(len(text) for text, _ in self.label)
        if columns is None:
            gap, (left, right) = 2, (cell_len(self.left), cell_len(self.right))
            left, right = shares(left, right, width - head - gap - len(BETWEEN))
        else:
            gap, (left, right) = LABEL - head, columns
        return Content.assemble(
            *self.label,
            " " * gap,
            (fitted(self.left, left), self.ink),
            (BETWEEN, "$reader-dim"),
            (shortened(self.right, right), self.ink),
        )


def _columns(rows: Sequence[_Row], width: int) -> tuple[int, int] | None:
    """Return the widths of both values; None where the screen is too narrow for columns."""
    if width < TABLE:
        return None
    left, right = (
        max(map(cell_len, ends)) for ends in zip(*((r.left, r.right) for r in rows), strict=True)
    )
    return shares(left, right, width - LABEL - len(BETWEEN))


def chain(facts: Facts, sentence: int) -> str:
    """Say who is credited with a sentence, nearest source first."""
    said: list[str] = []
    for attribution in _by_sentence(facts).get(sentence, ()):
        names = " ‹ ".join(plain(source.name) for source in attribution.sources)
        if not names and attribution.voice is Voice.REPORTED:
            names = "reported, source unnamed"
        if names and names not in said:
            said.append(names)
    return "; ".join(said) or OWN_VOICE


_indexes: deque[tuple[Facts, dict[int, list[Attribution]]]] = deque(maxlen=4)
"""The attributions of the articles shown last, by sentence; facts are known by identity."""


def _by_sentence(facts: Facts) -> dict[int, list[Attribution]]:
    for known, index in _indexes:
        if known is facts:
            return index
    index = {}
    for attribution in facts.attributions:
        index.setdefault(attribution.sentence, []).append(attribution)
    _indexes.append((facts, index))
    return index


def _finding(comparison: Comparison, found: Discrepancy, width: int) -> _Row:
    ink = INKS[found.verdict.value]
    verdict = f"{GLYPHS[found.verdict]} {found.verdict.value} "
    label = [
        (f"{verdict:<13}" if width >= TABLE else verdict, f"bold {ink}"),
        (found.kind.value, "$reader-dim"),
    ]
    return _Row(label, *values(comparison, found), ink, plain(found.reason))


def values(comparison: Comparison, discrepancy: Discrepancy) -> tuple[str, str]:
    """Return both values of a discrepancy, each as one harmless line."""
    return _value(comparison, discrepancy, 0), _value(comparison, discrepancy, 1)


def _value(comparison: Comparison, discrepancy: Discrepancy, side: int) -> str:
    end = discrepancy.b if side else discrepancy.a
    article = comparison.b if side else comparison.a
    facts = comparison.facts_b if side else comparison.facts_a
    if end.own_voice:
        return OWN_VOICE
    if discrepancy.kind is DiscrepancyKind.ATTRIBUTION:
        credited = chain(facts, end.sentence)
        if credited != OWN_VOICE:
            return credited
    return f"“{plain(article.text[end.start : end.end], LONGEST)}”"
