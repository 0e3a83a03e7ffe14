"""Why two sentences are linked: what speaks for it and what against, with what each weighs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from corpus.model import Comparison, Evidence, Link
from tui.layout.fitting import shortened
from tui.layout.wrap import plain

LEAD = 18
"""Columns before what speaks: "for" or "against", and its weight."""


def evidence_lines(comparison: Comparison, link: Link, width: int) -> list[Content]:
    """Return the evidence of a link in columns: for it, against it, the weightier first."""
    same = "the same" if link.strength.value == "same" else "a part of the same"
    by = "set by you" if link.origin == "reader" else f"a {link.confidence.value} link"
    heading = Content.assemble(
        (f"Why linked: they report {same}", "bold $reader-heading"), (f", {by}.", "$reader-dim")
    )
    speaks = [e for e in link.evidence if e.weight >= 0]
    contradicts = [e for e in link.evidence if e.weight < 0]
    return [
        Content(""),
        heading,
        *_group("for", speaks, comparison, width),
        *_group("against", contradicts, comparison, width),
    ]


def _group(
    name: str, evidence: Sequence[Evidence], comparison: Comparison, width: int
) -> Iterable[Content]:
    if not evidence:
        yield Content.assemble((f"  {name:<9}", "$reader-dim"), ("nothing noted", "$reader-dim"))
        return
    kinds = max(len(plain(e.kind)) for e in evidence) + 2
    for number, one in enumerate(sorted(evidence, key=lambda e: -abs(e.weight))):
        head = name if number == 0 else ""
        kind = "" if one.kind == name else f"{plain(one.kind):<{kinds}}"
        label, words = _told(one, comparison)
        label = shortened(label, max(10, width - LEAD - len(kind)))
        words = shortened(words, max(0, width - LEAD - len(kind) - len(label) - 2))
        yield Content.assemble(
            (f"  {head:<9}{one.weight:+.2f}  ", "$reader-dim"),
            (kind, "$reader-dim"),
            (label, "$reader-text"),
            ("  " if label and words else "", ""),
            (words, "$reader-dim" if label else "$reader-text"),
        )


def _told(evidence: Evidence, comparison: Comparison) -> tuple[str, str]:
    """Return what the rule says and the words it saw; words that say as much stand alone."""
    label = plain(evidence.label)
    if evidence.a is None or evidence.b is None:
        return label, ""
    left = plain(evidence.a.of(comparison.a.text), 60)
    right = plain(evidence.b.of(comparison.b.text), 60)
    words = f"“{left}”" if left == right else f"“{left}” ~ “{right}”"
    said = {*label.casefold().replace("~", " ").split()}
    return ("" if said <= {*f"{left} {right}".casefold().split()} else label), words
