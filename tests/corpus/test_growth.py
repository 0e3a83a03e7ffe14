"""Reading takes time in proportion to the text, whatever signs are repeated in it."""

from __future__ import annotations

import gc
import time

import pytest

from corpus.facts.facts import find_facts
from corpus.reading.articles import parse_article

UNITS = [
    "1–", "A-", '"', "«", "»", "“", "”", "'", "(", ")", "[", "1.", "1,", "1 ", "1/", "12:30 ", "a.",
    ". ", "... ", "– ", "A. ", "*a", "_a", "&a", "a\n", "sa ", "“a” ", "1 av ", "2022–", "Ã", "#a ",
]  # fmt: skip
CODES = ("nb", "nn", "da", "sv", "en", "de")
SMALL, TIMES = 4_000, 4
"""Characters of the smaller text, and how often it goes into the larger one."""


def seconds(unit: str, code: str, size: int) -> float:
    """Return the processor time of reading a text of `size`: words, so that it is no noise."""
    piece = f"{unit * (8 // len(unit))} politi police Wetter "
    text = piece * (size // len(piece))
    started = time.process_time()
    find_facts(parse_article(text, language=code))
    return time.process_time() - started


@pytest.mark.parametrize("code", CODES)
def test_time_grows_as_the_text_does(code: str) -> None:
    seconds("a ", code, SMALL)
    gc.disable()  # a search for garbage goes through all that is kept
    try:
        for unit in UNITS:
            small = max(seconds(unit, code, SMALL), 0.004)
            large = min(seconds(unit, code, SMALL * TIMES) for _ in range(2))
            assert large < 2 * TIMES * small, unit  # the square would be TIMES * TIMES
    finally:
        gc.enable()


def read_time(text: str) -> float:
    """Return the processor time of reading a text."""
    started = time.process_time()
    find_facts(parse_article(text, language="nb"))
    return time.process_time() - started


@pytest.mark.parametrize("unit", ["1–", "A-", '"', "(", "1½ ", "$1", "- 1 ", "~1", "1\n"])
def test_noise_is_read_at_once(unit: str) -> None:
    noise = min(read_time(unit * (20_000 // len(unit)) + " " * n) for n in range(3))
    plain = min(read_time("Politiet sier at tre er skadet. " * 625 + "." * n) for n in range(3))
    assert noise < 4 * plain  # most take a tenth of it; before, up to 20 times
