"""The model: what a text holds and how two texts compare. Frozen values, no behaviour of a screen.

Text is kept once, in `Article.text`. Everything else points into it by code point offsets,
half-open: `article.text[span.start:span.end]`. A `sentence` field is an index into
`Article.sentences`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from corpus.article import Article as Article
from corpus.article import Sentence as Sentence
from corpus.article import SentenceKind as SentenceKind
from corpus.article import Span as Span


class Voice(StrEnum):
    """How an attributed claim is told.

    `direct` in quotation marks or dash speech, `indirect` in the outlet's words but credited,
    `reported` with a reportative form and no named source ("skal ha", "angiveligt", "reportedly").
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    REPORTED = "reported"


class Strength(StrEnum):
    """`same`: the main proposition is shared; `part`: one proposition is, and each says more."""

    SAME = "same"
    PART = "part"


class Verdict(StrEnum):
    """What a rule makes of two mentions of the same thing."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    DIFFER = "differ"


class DiscrepancyKind(StrEnum):
    """What two accounts can differ in."""

    NUMBER = "number"
    DATE = "date"
    ATTRIBUTION = "attribution"
    NAME = "name"
    TERM = "term"
    CLAIM = "claim"
    DETAIL = "detail"


class Severity(StrEnum):
    """How grave a discrepancy is: its place in every list.

    `conflict`: facts that exclude each other; `imprecise`: facts that allow each other or agree;
    `credit`: who is credited; `wording`: other words for what may be the same.
    """

    CONFLICT = "conflict"
    IMPRECISE = "imprecise"
    CREDIT = "credit"
    WORDING = "wording"


class Confidence(StrEnum):
    """How sure a link is: `sure` right in nine of ten on real news, `likely` in two of three."""

    SURE = "sure"
    LIKELY = "likely"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity as the interval of values that the words allow.

    `low` and `high` are the bounds, None for an open end. `unit` is a normalised unit: None for a
    plain count, "%", "pp", an ISO currency code ("NOK"), "year", "day", "km", "kg", "degC", ...
    `kind` is one of: count, ordinal, money, percent, duration, age, measure, score, fraction,
    multiple.
    `counted` is the thing counted, as the text says it ("politifolk og militære"); `state` the word
    that says what happened to it ("drept"). `about` tells that the text hedges the value.
    `part_of` is the index of the number whose subset this one counts. `vague` tells that no figure
    is stated ("several hundred"). A score has the first figure in `low`, the second in `high`.
    """

    sentence: int
    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None = None
    kind: str = "count"
    counted: str | None = None
    state: str | None = None
    about: bool = False
    part_of: int | None = None
    vague: bool = False

    @property
    def span(self) -> Span:
        """The range of the number, hedge included."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression as the interval of days (or minutes) it may mean.

    `low` and `high` are ISO strings, inclusive, None where the text leaves them open. `name` is a
    language-free name for comparison where no day can be given: "wednesday", "--01-06", "wednesday
    evening". `grain` is one of: minute, minutes (from one clock time to another), day, week, month,
    year, period, span (from one day or year to another, as the text says).
    `clock` holds the first and the last minute of the day that a clock time may mean, hedges
    included ("around 14.30"); `half_open` tells that it may be of either half of the day.
    """

    sentence: int
    start: int
    end: int
    low: str | None
    high: str | None
    name: str = ""
    grain: str = "day"
    clock: tuple[int, int] | None = None
    half_open: bool = False

    @property
    def span(self) -> Span:
        """The range of the expression."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a claim is credited to.

    `name` is the fullest form the article uses ("Saltanat Azirbek"), `role` what it calls them
    ("talskvinnen for politiet"). `kind` is one of: person, institution, agency, outlet, witness,
    document, social, unnamed. `roles` says what its words call it under names all languages share
    ("police", "spokesperson").
    """

    name: str
    kind: str = "institution"
    role: str | None = None
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what sentence `sentence` reports.

    `sources` is the chain, nearest to the claim first: for "sa Azirbek, ifølge Tass" it is
    (Azirbek, Tass). It is empty when the voice is `reported` and nobody is named. The spans may lie
    in a neighbouring sentence ("Det melder AFP."). `stance` is one of: neutral, claim, deny, admit,
    warn, accuse, promise. `explicit` is false where a pronoun names the source or a neighbouring
    quotation hands it on; `utterance` is false for what somebody thinks, wishes or does, and for
    what a document shows: nothing was said.
    """

    sentence: int
    start: int
    end: int
    sources: tuple[Source, ...]
    voice: Voice
    stance: str = "neutral"
    source_span: Span | None = None
    cue_span: Span | None = None
    content_span: Span | None = None
    explicit: bool = True
    utterance: bool = True

    @property
    def span(self) -> Span:
        """The range that names source and cue."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules read out of one article, each tuple in text order.

    `reporting` holds the sentences that credit nobody and yet have a reporting word or a quotation:
    there a source may have been missed.
    """

    numbers: tuple[Number, ...] = ()
    dates: tuple[Date, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    reporting: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against a link: what was found on each side and what it weighed.

    `kind` is one of: word, name, number, date, quote, concept, letters, neighbour, meaning,
    against, reader.
    `label` says it in words a reader can check. A negative weight speaks against the link.
    """

    kind: str
    label: str
    weight: float
    a: Span | None = None
    b: Span | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences, one of each article, that report the same event, state or figure.

    `score` is a calibrated probability from 0 to 1. `origin` is "rule" or "reader". `evidence` may
    be worked out when it is first looked at (`corpus.links.evidence.LazyEvidence`).
    """

    a: int
    b: int
    score: float
    strength: Strength
    evidence: Sequence[Evidence] = ()
    origin: str = "rule"
    confidence: Confidence = Confidence.SURE


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair of sentences that may be linked, with its score from 0 to 1."""

    a: int
    b: int
    score: float


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a discrepancy; `own_voice`: the whole sentence, as told by the outlet itself."""

    sentence: int
    start: int
    end: int
    own_voice: bool = False

    @property
    def span(self) -> Span:
        """The range of the mention."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two mentions of the same thing, what the rule makes of them, and why, in one plain sentence.

    Discrepancies with the same `group` are one difference found in several places. `one_sided`: one
    account credits somebody, the other says it in its own voice.
    """

    kind: DiscrepancyKind
    verdict: Verdict
    a: Side
    b: Side
    reason: str
    group: int = 0
    severity: Severity = Severity.CONFLICT
    one_sided: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles, what was read out of each, and how they compare.

    `related` holds pairs of sentences about another occasion, kept apart by the event guard.
    Links are in the order of the sentences of `a`, then of `b`; discrepancies by severity, those of
    sure links first, then in the order of the links. `candidates` are the best partners of each
    sentence, linked or not, None where nobody asked for them.
    """

    a: Article
    b: Article
    facts_a: Facts
    facts_b: Facts
    links: tuple[Link, ...] = ()
    related: tuple[Link, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    candidates: tuple[Candidate, ...] | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """What `alignment.align` found: links, and pairs that are related but not the same occasion.

    `candidates` as in `Comparison`.
    """

    links: tuple[Link, ...] = ()
    related: tuple[Link, ...] = field(default=())
    candidates: tuple[Candidate, ...] | None = None
