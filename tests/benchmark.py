"""Performance as ratios, each measured in one run against a bare equivalent on the same machine.

    python tests/benchmark.py            all measurements
    python tests/benchmark.py start jump only these

Every line gives the ratio, its bar, and the two figures it is made of. Pairs are measured in turn
(A B A B ...) and the median is taken, so a machine that slows down slows both. A ratio over its bar
ends the run with 1.
"""

from __future__ import annotations

import asyncio
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from corpus import Article, Sentence, compare, parse_article
from corpus.differences.claim_status import claims_of
from corpus.differences.loaded_terms import wordings_of
from corpus.facts.facts import read_facts
from corpus.library import Library
from corpus.links.terms import sentences_of
from corpus.text import chunks as runs
from tests.support.benchmark_ledger import ledger_times
from tests.support.benchmark_screen import jump_times, resize_time
from tests.support.benchmark_start import start_times

SENTENCES = (
    "{who} {did} {n} {whom} in {place} on {day}, {source} said.",
    "{source} said that {n} {whom} {was} after {who} {did} a {thing} in {place}.",
    "The {thing} in {place} was {was} {day} night, and {n} {whom} were still there.",
    "{who} denied that the {thing} {was}; {source} put the number of {whom} at {n}.",
    "Nobody in {place} has explained why the {thing} {was} before {day}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SYLLABLES = re.findall("..", "kalomerotisuvoranobekefagrinopedahusta")


@dataclass(frozen=True)
class Result:
    """One ratio beside its bar; `note` says what the two figures are."""

    name: str
    ratio: float
    bar: float
    note: str


def made_up(count: int, seed: int) -> Article:
    """Give an article of `count` sentences over a Zipf-like vocabulary that all seeds share."""
    words = random.Random(0)
    vocabulary = ["".join(words.choices(SYLLABLES, k=words.randint(2, 4))) for _ in range(6000)]
    weights = [1 / (rank + 10) for rank in range(len(vocabulary))]
    chance = random.Random(seed)

    def sentence() -> str:
        picked = chance.choices(vocabulary, weights, k=7)
        names = dict(
            zip(("who", "did", "whom", "place", "was", "source", "thing"), picked, strict=True)
        )
        names["who"], names["place"] = names["who"].title(), names["place"].title()
        names["source"] = names["source"].title()
        form = chance.choice(SENTENCES)
        return form.format(n=chance.randint(2, 999), day=chance.choice(DAYS), **names)

    return parse_article("\n\n".join(sentence() for _ in range(count)), language="en")


def seconds(work: Callable[[], object]) -> float:
    """Time one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Time two calls in turn and give the median of each."""
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(rounds)]
    return statistics.median(p[0] for p in pairs), statistics.median(p[1] for p in pairs)


def fresh_compare(pairs: Iterable[tuple[Article, Article]]) -> None:
    """Compare with nothing remembered: facts and terms are read anew."""
    for reader in (read_facts, sentences_of, runs.kept, claims_of, wordings_of):
        reader.cache_clear()
    for a, b in pairs:
        compare(a, b)


def all_to_all(pairs: Iterable[tuple[Article, Article]]) -> None:
    """Score every sentence of one article with every one of the other, on all cores."""
    from rapidfuzz import fuzz, process

    for a, b in pairs:
        left, right = ([x.sentence_text(i) for i in range(len(x.sentences))] for x in (a, b))
        process.cdist(left, right, scorer=fuzz.token_set_ratio, workers=-1)


def compare_five() -> list[Result]:
    """Compare the ten shipped pairs, against token_set_ratio over the same sentences."""
    pairs = list(combinations(Library.shipped().articles, 2))
    fresh_compare(pairs)
    ours, theirs = medians(lambda: fresh_compare(pairs), lambda: all_to_all(pairs), 5)
    note = f"ten pairs {ours * 1000:.0f} ms, cdist {theirs * 1000:.0f} ms"
    return [Result("compare, five shipped articles", ours / theirs, 3.0, note)]


def compare_sizes() -> list[Result]:
    """Compare made-up articles of three sizes, against token_set_ratio over all sentence pairs."""
    results = []
    for count, bar, rounds in ((50, 3.0, 7), (1000, 0.5, 3), (5000, 0.1, 1)):
        pair = [(made_up(count, 1), made_up(count, 2))]
        fresh_compare(pair)
        ours, theirs = medians(partial(fresh_compare, pair), partial(all_to_all, pair), rounds)
        note = f"{ours:.3f} s, cdist {theirs:.3f} s"
        results.append(Result(f"compare, {count} x {count} sentences", ours / theirs, bar, note))
    return results


def growth() -> list[Result]:
    """Compare 10,000 sentences a side against 1,000; and its memory, in a process alone."""
    small, large = ([(made_up(n, 1), made_up(n, 2))] for n in (1000, 10_000))
    for pair in (small, large):  # both have read their vocabulary before
        fresh_compare(pair)
    few, many = medians(lambda: fresh_compare(small), lambda: fresh_compare(large), 1)
    code = (
        "import tests.benchmark as b; b.fresh_compare([(b.made_up(10000, 1), b.made_up(10000, 2))])"
    )
    memory = peak_of(code)
    return [
        Result(
            "compare, 10,000 a side / 1,000 a side", many / few, 15, f"{many:.2f} s, {few:.2f} s"
        ),
        Result("memory, 10,000 a side / 600 MB", memory / 600, 1.0, f"{memory:.0f} MB at its peak"),
    ]


def inspect() -> list[Result]:
    """Read 20 MB against 2 MB: time, and memory against the size of the text."""
    base = "\n\n".join(article.text for article in Library.shipped().articles)
    small, large = (base * (size // len(base.encode()) + 1) for size in (2_000_000, 20_000_000))

    def read(text: str) -> None:
        read_facts.__wrapped__(parse_article(text, language="nb"))

    few, many = seconds(lambda: read(small)), seconds(lambda: read(large))
    results = [Result("inspect, 20 MB / 2 MB", many / few, 11, f"{many:.1f} s, {few:.1f} s")]
    code = (
        "import tests.benchmark as b;"
        "t = '\\n\\n'.join(a.text for a in b.Library.shipped().articles);"
        "t *= {0} // len(t.encode()) + 1;"
        "b.read_facts.__wrapped__(b.parse_article(t, language='nb'))"
    )
    used = peak_of(code.format(20_000_000)) - peak_of(code.format(1000))
    results.append(
        Result("inspect, memory / size of a 20 MB text", used / 20, 12, f"{used:.0f} MB")
    )
    return results


def words() -> list[Result]:
    """Read texts of one word or sign over and over, ten times as long: no step may square.

    What reads facts and terms gets each text as one sentence, which cutting would not leave whole.
    """
    results = []
    for sign in ("a", "Å-", "ab1,", "a.", "7;a;", "tjue-", "7, 8, ", "7;drept;"):
        small, large = (sign * (size // len(sign)) for size in (20_000, 200_000))

        def read(text: str) -> None:
            parse_article(text, language="nb")
            article = Article(text, "", "nb", (Sentence(0, len(text)),))
            read_facts.__wrapped__(article)
            sentences_of.__wrapped__(article)

        read(small)
        few, many = medians(partial(read, small), partial(read, large), 3)
        note = f"{many * 1000:.0f} ms, {few * 1000:.0f} ms"
        results.append(Result(f"{sign!r} over and over, 200 kB / 20 kB", many / few, 15, note))
    return results


def peak_of(code: str) -> float:
    """Run code in a process of its own and give the megabytes it held at its peak.

    Linux says it in /proc; its `ru_maxrss` would count what this process held before the fork too.
    """
    root = str(Path(__file__).parent.parent)
    script = f"import sys; sys.path.insert(0, {root!r}); import tests.benchmark as b; {code}\n"
    script += "print(b.peak())"
    told = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    return float(told.stdout.splitlines()[-1])


def peak() -> float:
    """Give the megabytes that this process has held at its peak."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read_text())
        if found:
            return int(found[1]) / 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 if sys.platform != "darwin" else 1024 * 1024)


def start() -> list[Result]:
    """From the start of the command to the paint of both shipped texts in a terminal.

    Against a minimal app that reads the same two files and shows them in two Static widgets.
    """
    ours, theirs = (statistics.median(times) for times in start_times(15))
    note = f"abreast {ours * 1000:.0f} ms, two Static widgets {theirs * 1000:.0f} ms"
    return [Result("start to first paint", ours / theirs, 1.35, note)]


def jump() -> list[Result]:
    """Jump to the next difference, key to painted frame, against moving the highlight of a list."""
    results, relative = [], []
    for count in (50, 2000, 20_000):
        ours, theirs = asyncio.run(jump_times(count))
        middle, bare = statistics.median(ours), statistics.median(theirs)
        relative.append(middle / bare)
        late, bare_late = (statistics.quantiles(x, n=20)[-1] for x in (ours, theirs))
        note = f"{middle * 1000:.1f} ms, bare {bare * 1000:.1f} ms"
        results.append(Result(f"jump, median, {count} a side", middle / bare, 1.5, note))
        note = f"{late * 1000:.1f} ms, bare {bare_late * 1000:.1f} ms"
        results.append(Result(f"jump, 95 %, {count} a side", late / bare_late, 2.5, note))
    flat = max(relative) / min(relative)
    note = "the medians above, each against the bare one of its own turn"
    results.append(Result("jump, slowest size / fastest size", flat, 1.3, note))
    return results


def resize() -> list[Result]:
    """Change the width of the terminal with 20,000 sentences a side against 50."""
    few, many = (asyncio.run(resize_time(n)) for n in (50, 20_000))
    note = f"{many * 1000:.0f} ms, {few * 1000:.0f} ms"
    return [Result("resize, 20,000 a side / 50 a side", many / few, 3.0, note)]


def memory() -> list[Result]:
    """What a reader of 20,000 sentences a side holds at its peak above the minimal app."""
    ours = peak_of("import tests.support.benchmark_screen as s; s.hold(s.reader(20_000))")
    theirs = peak_of("import tests.support.benchmark_screen as s; s.hold(s.BareList())")
    note = f"{ours:.0f} MB, bare {theirs:.0f} MB; links and differences as stated by the test"
    name = "memory, 20,000 a side above bare / 150 MB"
    return [Result(name, (ours - theirs) / 150, 1.0, note)]


def ledger() -> list[Result]:
    """A ledger of 10,000 bookmarks beside one of 10: from a key to the frame that shows it."""
    few, many = (asyncio.run(ledger_times(count)) for count in (10, 10_000))
    return [
        Result(
            f"ledger of 10,000: {name}",
            many[name] / few[name],
            3.0 if name == "last" else 2.0,  # opening and filtering are held to 2
            f"{many[name] * 1000:.1f} ms beside {few[name] * 1000:.1f} ms of a ledger of 10",
        )
        for name in few
    ]


MEASUREMENTS: dict[str, Callable[[], list[Result]]] = {
    "start": start,
    "jump": jump,
    "resize": resize,
    "memory": memory,
    "compare": compare_five,
    "sizes": compare_sizes,
    "growth": growth,
    "inspect": inspect,
    "words": words,
    "ledger": ledger,
}


def main() -> None:
    """Run the measurements named on the command line, or all."""
    failed = False
    for name in sys.argv[1:] or MEASUREMENTS:
        for result in MEASUREMENTS[name]():
            over = result.ratio > result.bar
            failed |= over
            sign = "OVER" if over else "ok"
            line = (
                f"{result.name:42} {result.ratio:7.3f}  bar {result.bar:<5} {sign:4}  {result.note}"
            )
            print(line, flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"(this process held {peak:.0f} MB at its peak)")
    sys.exit(failed)


if __name__ == "__main__":
    main()
