"""Concepts of a sentence, from the concepts of its whitespace-separated chunks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.concepts.mentions import (
    Reading,
    family,
    kinds,
    phrases_in,
    possible_names,
    united,
    wide_meetings,
)

_NOTHING = frozenset[str]()


@dataclass(frozen=True, slots=True)
class Spoken:
    """The concepts of the words of one chunk, if any of them has some."""

    labels: tuple[str, ...]
    """The concepts of its single words, each with its kind: "event:kill"."""
    parts: frozenset[str]
    needed: frozenset[str]
    named: bool
    """True if one of the words has other concepts when it may be a name."""


def spoken_of(read: Iterable[Reading | None]) -> Spoken | None:
    """Return the combined concepts of some words, None if they have none."""
    hits = [reading for reading in read if reading is not None]
    if not hits:
        return None
    labels = _labels()
    return Spoken(
        tuple([labels[concept] for reading in hits for concept in reading.concepts]),
        united([reading.parts for reading in hits]),
        united([reading.needed for reading in hits]),
        any(reading.named is not reading.concepts for reading in hits),
    )


def spoken_alone(runs: Sequence[Spoken]) -> Iterable[str] | None:
    """Return the concepts of a sentence of chunks as labels, without duplicates.

    None if its words may form phrases or names; then `spoken_together` must be called.
    """
    needed = [run.needed for run in runs if run.needed]
    if needed:
        parts = _NOTHING.union(*[run.parts for run in runs])
        if not all(map(parts.isdisjoint, needed)):
            return None
    if [True for run in runs if run.named]:
        return None
    return dict.fromkeys([label for run in runs for label in run.labels])


def spoken_together(
    runs: Sequence[Spoken], read: Sequence[Reading | None], text: str, start: int, end: int
) -> Iterable[str]:
    """Return the concepts of `text[start:end]` as labels, without duplicates.

    `runs` are its chunks and `read` its words. Without possible names and without phrases that
    have no concept, each word keeps the concepts it has alone.
    """
    hits = [(i, reading) for i, reading in enumerate(read) if reading is not None]
    phrases, labels = phrases_in(read, hits), _labels()
    meant = [concept for _, concept in phrases if concept]
    if len(meant) == len(phrases) and True not in [run.named for run in runs]:
        met = [labels[wider] for concept in meant for wider in family(concept)]
        return dict.fromkeys([*met, *[label for run in runs for label in run.labels]])
    names = possible_names(text, start, end, hits)
    return dict.fromkeys([labels[concept] for *_, concept in wide_meetings(phrases, hits, names)])


@lru_cache(maxsize=1)
def _labels() -> dict[str, str]:
    return {concept: f"{kind}:{concept}" for concept, kind in kinds().items()}
