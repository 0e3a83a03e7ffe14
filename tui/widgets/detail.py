"""The detail panel: what the selected sentences share, where they differ, and why."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from corpus.model import Attribution, Comparison, Discrepancy, DiscrepancyKind, Facts, Link, Voice
from tui.marks import GLYPHS, RANK
from tui.wrap import plain as plain

INKS = {"differ": "$reader-differ", "compatible": "$reader-compatible", "agree": "$reader-agree"}
OWN_VOICE = "the outlet's own voice"
SHORT = 60


class Detail(VerticalScroll, can_focus=False):
    """Shows lines about the selected pair; higher when it explains."""

    DEFAULT_CSS = """
    Detail {
        height: 7; background: $surface; color: $reader-text; padding: 0 2;
        border-top: solid $reader-link; scrollbar-size: 0 0;
        &.-explained { height: 14; max-height: 50%; scrollbar-size-vertical: 1; }
        Static { width: 1fr; height: 6; }
        &.-explained Static { height: auto; }
    }
    """

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static(markup=False)

    def show(self, content: Content) -> None:
        """Show this text from its beginning."""
        explained = self.has_class("-explained")
        self.query_one(Static).update(content, layout=explained)
        if self.scroll_offset.y:
            self.scroll_home(animate=False, immediate=True)


def describe(
    comparison: Comparison,
    link: Link,
    discrepancies: Sequence[Discrepancy],
    *,
    current: Discrepancy | None = None,
    explained: bool = False,
) -> Content:
    """Describe a pair: verdict, both values and the reason, who says so on each side, the rest.

    The current finding comes first, then the graver ones; the reasons of those others and the
    evidence for the link are unfolded when it is `explained`.
    """
    lines: list[Content] = []
    ordered = sorted(discrepancies, key=lambda d: (d != current, -RANK[d.verdict]))
    for discrepancy in ordered[:1]:
        lines += _finding(comparison, discrepancy)
    lines.append(_sources_line(comparison, link))
    for discrepancy in ordered[1:]:
        found = _finding(comparison, discrepancy)
        lines += found if explained else found[:1]
    if not discrepancies:
        said = "the same" if link.strength.value == "same" else "partly the same"
        lines.append(
            Content.styled(
                f"Both sentences report {said}; no number, date or source to compare.",
                "$reader-dim",
            )
        )
    if explained:
        lines += _evidence_lines(comparison, link)
    return Content("\n").join(lines)


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


def _finding(comparison: Comparison, discrepancy: Discrepancy) -> list[Content]:
    """Give the line of the verdict and that of its reason."""
    ink = INKS[discrepancy.verdict.value]
    verdict = Content.assemble(
        (f"{GLYPHS[discrepancy.verdict]} {discrepancy.verdict.value} ", f"bold {ink}"),
        (f"{discrepancy.kind.value}  ", "$reader-dim"),
        (values(comparison, discrepancy), ink),
    )
    return [verdict, Content.styled(f"  {plain(discrepancy.reason)}", "$reader-text")]


def values(comparison: Comparison, discrepancy: Discrepancy) -> str:
    """Say both values of a discrepancy on one line."""
    left = _value(comparison, discrepancy, 0)
    right = _value(comparison, discrepancy, 1)
    return f"{left}  │  {right}"


def _value(comparison: Comparison, discrepancy: Discrepancy, side: int) -> str:
    end = discrepancy.b if side else discrepancy.a
    article = comparison.b if side else comparison.a
    facts = comparison.facts_b if side else comparison.facts_a
    if end.own_voice:
        return OWN_VOICE
    if discrepancy.kind is DiscrepancyKind.ATTRIBUTION:
        credited = chain(facts, end.sentence)
        if credited != OWN_VOICE:
            return plain(credited, SHORT)
    return f"“{plain(article.text[end.start : end.end], SHORT)}”"


def _sources_line(comparison: Comparison, link: Link) -> Content:
    left = chain(comparison.facts_a, link.a)
    right = chain(comparison.facts_b, link.b)
    return Content.assemble(
        ("said by  ", "$reader-dim"), (left, ""), ("  │  ", "$reader-dim"), (right, "")
    )


def _evidence_lines(comparison: Comparison, link: Link) -> list[Content]:
    origin = "set by you" if link.origin == "reader" else f"score {link.score:.2f}"
    strength = "the same" if link.strength.value == "same" else "a part of the same"
    lines = [Content.styled(f"Why linked: they report {strength}, {origin}.", "bold")]
    if not link.evidence:
        lines.append(Content.styled("  No evidence was noted for this link.", "$reader-dim"))
    for evidence in sorted(link.evidence, key=lambda e: -abs(e.weight)):
        sign = "against" if evidence.weight < 0 else "for"
        ends = ""
        if evidence.a and evidence.b:
            left, right = evidence.a.of(comparison.a.text), evidence.b.of(comparison.b.text)
            ends = f"  “{plain(left, SHORT)}” ~ “{plain(right, SHORT)}”"
        lines.append(
            Content.assemble(
                (f"  {evidence.weight:+6.2f} {sign:8}", "$reader-dim"),
                (f"{evidence.kind}: {plain(evidence.label)}", ""),
                (ends, "$reader-dim"),
            )
        )
    return lines
