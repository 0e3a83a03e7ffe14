"""A small grammar of news in five languages, with pieces as damage and malice make them."""

from __future__ import annotations

from hypothesis import strategies as st

NUMBERS = [
    "26", "minst tolv", "mindst 20.000", "mellom 150 og 200", "one in three", "1,5 miljoner",
    "halvannan", "halvtreds", "2½", "−12", "1990–1995", "64-44", "kl. 14.05", "half past three",
    "halv fyra", "5 %", "$3bn", "300 kroner", "10**9", "9" * 400, "0", "1e999", "½½", "٣٤", "Ⅷ",
    "1.1.1", "1,2,3", "12:60", "99:99", "3 av 10", "33 år gammel", "to-tre", "hundra tusen",
]  # fmt: skip
DATES = [
    "onsdag", "i går", "6. januar", "6 januari 2022", "den 31. december", "last Friday",
    "31.12.9999",
    "0001-01-01", "1. januar 0001", "29. februar 1900", "for 10 år siden", "in 3 weeks",
    "1800-tallet",
    "de siste 400 dagene", "om 300000 dager", "neste uke", "3.–10. mai", "99. juni", "2022-13-45",
    "för 20000 år sedan", "kl. 25.61", "år 0", "the 9990s", "in December 0400",
]  # fmt: skip
SOURCES = [
    "politiet", "Anne Lie", "Reuters", "statsminister Støre", "en kilde som står ham nær", "NTB",
    "polischefen Eva Ek", "the ministry of health", "ordføraren", "”Kalle”", "O'Neill", "A. B. C.",
    "han", "her", "J\u00a0. Weber", "", "Politi" * 40,
]  # fmt: skip
CUES = {
    "nb": ["sier {s}", "ifølge {s}", "{s} opplyser at", "{s}: –", "skal angivelig", "/{s}/"],
    "nn": ["seier {s}", "ifølgje {s}", "{s} melder at", "{s}: –", "skal visstnok", "({s})"],
    "da": ["siger {s}", "ifølge {s}", "{s} oplyser, at", "{s}: –", "angiveligt", "/{s}/"],
    "sv": ["säger {s}", "enligt {s}", "{s} uppger att", "{s}: –", "ska ha", "({s})"],
    "en": ["{s} said", "according to {s}", "{s} told reporters that", "{s}: –", "reportedly",
           "({s})"],
}  # fmt: skip
EVENTS = {
    "nb": ["{n} personer er drept", "brannen brøt ut {d}", "{n} demonstranter ble pågrepet {d}"],
    "nn": ["{n} personar er døde", "brannen braut ut {d}", "{n} vart evakuerte {d}"],
    "da": ["{n} mennesker er dræbt", "branden brød ud {d}", "{n} blev anholdt {d}"],
    "sv": ["{n} personer har dödats", "branden bröt ut {d}", "{n} greps {d}"],
    "en": ["{n} people were killed", "the fire broke out {d}", "{n} protesters were arrested {d}"],
}
BROKEN = [
    "", " ", ".", "...", "?!", "«", "»", "”", "„", '"', "'", "(", ")", "[", "]", "–", " - ",
    ":", "\n",
    "\n\n", "\r\n", "\t", "\x00", "\x1b[31m", "\x85", "\u2028", "\u200b", "\u202e", "\ufeff",
    "\u00ad",
    "\u00a0", "\u0301", "\ud800", "\U0001f600", "👨‍👩‍👧", "日本。", "السلام", "&aring;", "&#0;",
    "&#xD800;",
    "&amp;amp;", "Ã¥", "â€œ", "Ãƒ", "√•", "**", "*a*", "_", "[a](b)", "![", "[^1]", "> ", "# ",
    "- ",
    "---\n", "title: !!map [a]\n", "<b>", "annonse ", "Foto: ", "1) ", "a. ", "kl.", "f.eks.",
    "U.S.",
    "www.a.no", "@a", "#a", "fi ", "luft-\nambulanse", "(NTB)", "/ritzau/", "A" * 300, "1–" * 50,
    "A-" * 50, '"' * 50, "(" * 50, "a\n" * 20,
]  # fmt: skip
LANGUAGES = tuple(EVENTS)


def _sentence(code: str) -> st.SearchStrategy[str]:
    return st.builds(
        _built,
        st.sampled_from(EVENTS[code]),
        st.sampled_from(["", *CUES[code]]),
        st.sampled_from(NUMBERS),
        st.sampled_from(DATES),
        st.sampled_from(SOURCES),
        st.sampled_from([". ", ", ", " ", ".\n", "», ", "?» ", ".”"]),
        st.booleans(),
    )


def _built(
    event: str, cue: str, number: str, day: str, source: str, end: str, leading: bool
) -> str:
    claim, credit = event.format(n=number, d=day), cue.format(s=source)
    return f"{credit} {claim}{end}" if leading else f"{claim}, {credit}{end}"


def _cut(text: str, start: int, end: int) -> str:
    """Return a text with a piece left out, as a bad copy has it."""
    start, end = sorted((start % (len(text) + 1), end % (len(text) + 1)))
    return text[:start] + text[end:] if end - start < 20 else text


@st.composite
def news(draw: st.DrawFn) -> str:
    """Return a strategy of short articles, some of their pieces broken."""
    codes = draw(st.sampled_from([*((code,) for code in LANGUAGES), ("nb", "sv"), ("da", "en")]))
    piece = st.one_of(*map(_sentence, codes), st.sampled_from(BROKEN), st.text(max_size=8))
    text = "".join(draw(st.lists(piece, max_size=12)))
    return _cut(text, draw(st.integers(0, 500)), draw(st.integers(0, 500)))


TAGGED = [
    "!!map [a]", "!!map x", "!!seq {a: b}", "&a [*a]", "*x", "[", "{a: [", "'", '"\\e[31m"',
    "|\n  a",
    "- a\n- b", "0001-01-01", "9999-12-31", "2022-02-30", "no", "null", "~", "x" * 200,
    "en-GB", "xx",
    "Krig: fred", "%a", "@a", "# a", "? a", "<<: *b", "!!python/object:os.system x", "\u202e", "",
]  # fmt: skip


def values() -> st.SearchStrategy[str]:
    """Return a strategy of values as they stand in front matter and other YAML."""
    return st.one_of(st.sampled_from(TAGGED), st.sampled_from(DATES), st.text(max_size=20))


@st.composite
def front_matter(draw: st.DrawFn) -> str:
    """Return a strategy of front matter, closed or not."""
    name = st.sampled_from(
        ["title", "date", "language", "outlet", "Title", "url", "open", "a b", ""]
    )
    lines = draw(st.lists(st.tuples(name, st.sampled_from([": ", ":", " : ", "", "\n"]), values())))
    body = "".join(f"{key}{colon}{value}\n" for key, colon, value in lines)
    return f"---\n{body}{draw(st.sampled_from(['---', '--- ', '...', '']))}\n"
