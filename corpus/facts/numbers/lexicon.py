"""The quantity words of one language, compiled: hedges, ranges, vague amounts, units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from corpus.facts.dates.years import Years
from corpus.facts.numbers.number_words import NumberWords
from corpus.languages.tables import load, symbols
from corpus.text.phrases import Phrases, Words
from corpus.text.word_cache import Kept

SIGNS = frozenset("+-−.,")
"""Signs that a quantity begins with where a figure or a unit follows at once."""

CHAIN = frozenset("+/:#-‑.")
"""Signs that chain figures that are no amounts."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its normalised name, the kind of number it makes, and its factor."""

    name: str
    kind: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Vague:
    """What a vague word allows, from `low` to `high` (None: no end)."""

    low: float | None
    high: float | None


class QuantityWords:
    """The compiled tables of one language, each a table of phrases."""

    def __init__(
        self,
        table: Mapping[str, Any],
        symbols: Mapping[str, Any],
        months: Iterable[str] = (),
        stopwords: Iterable[str] = (),
    ) -> None:
        self.years = Years(table, stopwords)
        self.numerals = NumberWords(table)
        self.decimal = str(table.get("decimal") or ".")
        self.hedges = _inverse(table.get("hedges"))
        self.hedges_after = _inverse(table.get("hedges_after"))
        self.vague = Phrases(_vague(table.get("vague")))
        self.quantifiers = Phrases(_vague(table.get("quantifiers")))
        self.fractions = _values(table.get("fractions"))
        self._denominators = _values(table.get("denominators"))
        self._denominator_endings = tuple(table.get("denominator_endings") or ())
        self.multiples = _values(table.get("multiples"))
        self.dozens = _values(table.get("dozens"))
        self.scales = _values(table.get("scales"))
        self.joined_scales = _values_exact(symbols, "joined_scales", table)
        self.decimal_scales = _values_exact(symbols, "decimal_scales", table)
        self.money_scales = _values_exact(symbols, "money_scales", table)
        self.joined_units = {
            form: Unit(name, "measure")
            for name, forms in (table.get("joined_units") or {}).items()
            for form in forms
        }
        self.senses = _senses(table)
        self._streets = tuple(table.get("street_endings") or ())
        self._letters = _letters(symbols, table)
        ages = (table.get("units_after") or {}).get("age") or {}
        self._aged = tuple(f for form in ages.values() for f in form if f.isalpha() and len(f) > 2)
        self.codes = {code: Unit(code, "money") for code in symbols.get("codes") or ()}
        money = _currencies(table)
        self._before = Phrases(_units(symbols, "before") + _units(table, "before"))
        self.after = Phrases(_units(symbols, "after") + _units(table, "after") + money)
        self.decades = _values(table.get("age_decade_words"))
        self.decade_parts = {
            name: frozenset(forms) for name, forms in (table.get("age_decade_parts") or {}).items()
        }
        self.decade_endings = {
            name: tuple(form.lstrip("-") for form in table.get(name) or () if form[0] == "-")
            for name in ("age_decade", "age_around")
        }
        self._persons = tuple(table.get("persons") or ())
        self.marks = {name: _words(table, name) for name in _MARKS}
        self.marks["any_cents"] |= frozenset(symbols.get("any_cents") or ())
        self._coins = {
            form: Unit(coin, "money")
            for coin, forms in (table.get("coins") or {}).items()
            for form in forms
        }
        self._adjectives = tuple(table.get("coin_adjectives") or ())
        self.phrases = {name: _flags(table.get(name)) for name in _PHRASES}
        self.openings: tuple[Phrases[Any], ...] = (
            self.vague, self.quantifiers, self.fractions, self._denominators, self.multiples,
            self._before, self.decades,
        )  # fmt: skip
        starts = (table.first_words for table in self.openings)
        self.first = self.marked("articles", "minus", "halves").union("½¼¾⅓⅔⅛⅙⅕⅖⅗⅘⅚⅜⅝⅞", *starts)
        """What a quantity can begin with, signs before figures and number words not among them."""
        self.begins = Kept(self._may_begin).__getitem__
        self.months = frozenset(month.lower().rstrip(".") for month in months)

    def _may_begin(self, raw: str) -> bool:
        """Return whether a quantity can begin with a figure, word or sign, as written."""
        if raw[0].isdecimal():
            return True
        word = raw.lower()
        known = word in SIGNS or word in self.first or raw in self.codes
        known = known or self.numerals.known(word) or self.aged(word) is not None
        return known or any(map(word.endswith, self.decade_endings.values()))

    def marked(self, *names: str) -> frozenset[str]:
        """Return the words of several lists."""
        return frozenset[str]().union(*(self.marks[name] for name in names))

    def unit_before(self, words: Words, index: int) -> tuple[int, Unit] | None:
        """Return the unit that stands before a figure at `index`, and the index after it."""
        result = self._code(words, index) or self._before.at(words, index)
        if result and not all(map(words.joined, range(index + 1, result[0]))):
            return None  # "a $5 fee" is no "A$5"
        return result

    def unit_at(self, words: Words, index: int) -> tuple[int, Unit] | None:
        """Return the unit that follows a figure at `index`, and the index after it."""
        result = self._code(words, index) or self.after.at(words, index)
        letter = len(words.at(index)) == 1 and words.at(index).isalpha()
        if result and letter and result[0] == index + 1 and words.raw(index) not in self._letters:
            return None  # "5G" is no weight
        return result or self._foreign_coin(words, index)

    def _foreign_coin(self, words: Words, index: int) -> tuple[int, Unit] | None:
        """Return the coin behind a country that no table knows: "gondorske | dollar"."""
        if not self._adjectives:
            return None
        word, raw = words.at(index), words.raw(index)
        country = word.endswith(self._adjectives) or raw[:1].isupper()
        place = index + 1 + (country and words.raw(index + 1)[:1].isupper())
        unit = self._coins.get(words.at(place)) if country and raw.isalpha() else None
        return (place + 1, unit) if unit is not None else None

    def denominator(self, words: Words, index: int) -> tuple[int, float] | None:
        """Return end and value of "tredjedeler", and of "tjueførstedel" by its ordinal."""
        word = words.at(index)
        if (named := self._denominators.at(words, index)) is not None:
            return named
        for ending in self._denominator_endings:
            value = self.numerals.ordinal(word[: -len(ending)]) if word.endswith(ending) else None
            if value is not None and value > 2:
                return index + 1, value
        return None

    def is_street(self, name: str) -> bool:
        """Return whether a name is that of a street: "Storgata"."""
        return bool(self._streets) and name[:1].isupper() and name.endswith(self._streets)

    def is_person(self, word: str) -> bool:
        """Return whether a word names a person: "mann", and "politimann" by its ending."""
        return bool(self._persons) and word.endswith(self._persons)

    def aged(self, word: str) -> float | None:
        """Return the years of "sekstenårig", None for other words."""
        if not self._aged or not word.endswith(self._aged):
            return None
        for ending in self._aged:
            if word.endswith(ending):
                read = self.numerals.value(word[: -len(ending)])
                if read is not None:
                    return read
        return None

    def _code(self, words: Words, index: int) -> tuple[int, Unit] | None:
        """Return the unit and end of a currency code in capitals ("TRY", not "try")."""
        unit = self.codes.get(words.raw(index))
        return (index + 1, unit) if unit is not None else None

    def word(self, name: str, word: str) -> bool:
        """Return whether a word is on the list `name`."""
        return word in self.marks[name]


_MARKS = (
    "articles", "joiner", "minus", "halves", "of", "between", "from", "range", "times",
    "comparisons", "ordinal_signs", "ordinal_dot", "ordinal_not", "score_words", "names_before",
    "list_names", "photo", "clock", "year_before", "ago", "only", "emphatic",
    "one_before", "one_after", "every", "every_first", "not_vague_after", "not_share_after",
    "million_m", "metre_after", "ordinal_after", "ordinal_nouns", "never_last", "clock_is",
    "any_cents", "price_sign", "ordinal_before", "capital_months", "change", "clock_over",
    "age_of", "age_in", "street_words", "size_words", "than",
)  # fmt: skip
_PHRASES = (
    "out_of", "in_every", "range_words", "clock_after", "not_before", "age_decade",
    "age_around", "age_decade_lead", "age_leads",
)  # fmt: skip


def _words(table: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(table.get(name) or ())


def _flags(entries: Iterable[str] | None) -> Phrases[bool]:
    return Phrases((entry, True) for entry in entries or ())


def _inverse(table: Mapping[str, Sequence[str]] | None) -> Phrases[str]:
    return Phrases((form, name) for name, forms in (table or {}).items() for form in forms)


def _values(table: Mapping[str, Sequence[str]] | None) -> Phrases[float]:
    return Phrases((form, float(value)) for value, forms in (table or {}).items() for form in forms)


def _values_exact(
    symbols: Mapping[str, Any], name: str, table: Mapping[str, Any]
) -> dict[str, float]:
    """Return signs whose case tells ("M" is a million, "m" a metre)."""
    both = (source.get(name) or {} for source in (symbols, table))
    return {form: float(v) for part in both for v, forms in part.items() for form in forms}


def _vague(table: Mapping[str, Sequence[str]] | None) -> Iterator[tuple[str, Vague]]:
    for bounds, forms in (table or {}).items():
        low, high = (None if part == "-" else float(part) for part in bounds.split())
        for form in forms:
            yield form, Vague(low, high)


def _units(table: Mapping[str, Any], position: str) -> list[tuple[str, Unit]]:
    """Return the unit names of one place, before or after the figure, with what they mean.

    A key is a unit's name, with its kind for those that are no measure, and with its factor:
    "NOK 0.01".
    """
    result = []
    for kind, units in (table.get(f"units_{position}") or {}).items():
        for key, forms in units.items():
            name, _, factor = key.partition(" ")
            unit = Unit(name, kind, float(factor or 1))
            result += [(form, unit) for form in forms]
    return result


def _letters(*tables: Mapping[str, Any]) -> frozenset[str]:
    """Return the units of one letter as they are written: "m" and "W", not "M" and "w"."""
    kinds = [kind for table in tables for kind in (table.get("units_after") or {}).values()]
    forms = (form for kind in kinds for named in kind.values() for form in named)
    return frozenset(form for form in forms if len(form) == 1)


def _senses(table: Mapping[str, Any]) -> dict[str, tuple[Unit, frozenset[str]]]:
    """Return what else a unit may mean, and the words that tell so: pounds are weighed."""
    senses = table.get("senses") or {}
    return {
        unit: (Unit(str(sense["unit"]), str(sense["kind"])), frozenset(sense["words"]))
        for unit, sense in senses.items()
    }


def _currencies(table: Mapping[str, Any]) -> list[tuple[str, Unit]]:
    """Return the names of money told by country: each entry's last word in all forms of the coin.

    "argentine peso" with `coins: {peso: [peso, pesos]}` is "argentine peso" and "argentine pesos".
    Coins of many countries are a unit `alone` too, named as they are.
    """
    coins = table.get("coins") or {}
    alone = table.get("coins_alone") or ()
    result = [(form, Unit(coin, "money")) for coin in alone for form in coins.get(coin) or ()]
    for code, names in (table.get("currencies") or {}).items():
        for name in names:
            country, _, coin = name.rpartition(" ")
            forms = coins.get(coin) or (coin,)
            result += [(f"{country} {form}", Unit(code, "money")) for form in forms]
    return result


@lru_cache(maxsize=64)
def quantity_words(code: str) -> QuantityWords:
    """Return the compiled quantity words of a language; without a table, signs alone are known."""
    language = load(code)
    months = language.section("dates").get("months") or {}
    names = [form for forms in months.values() for form in forms]
    stopwords = language.section("stopwords") or ()
    return QuantityWords(language.section("numbers"), symbols(), names, stopwords)
