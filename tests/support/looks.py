"""Two short texts with a comparison made by hand: only a change of looks changes how they look.

Neither the engine nor the shipped keymap, the reader's files, the clock or the folder take part.
"""

from __future__ import annotations

from pathlib import Path

from corpus.model import (
    Article,
    Attribution,
    Comparison,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Facts,
    Link,
    Sentence,
    SentenceKind,
    Side,
    Source,
    Strength,
    Verdict,
    Voice,
)
from tests.support.stated_reader import StatedApp, StatedScreen
from tui.keys.table import Keymap

FOLDER = Path(__file__).parent.parent / "data" / "looks"
KINDS = {
    "# ": SentenceKind.HEADING,
    "> ": SentenceKind.CAPTION,
    "! ": SentenceKind.FURNITURE,
}
KEYS = Keymap(
    "default",
    {
        "reader.next_difference": (("n",),),
        "reader.previous_difference": (("p",),),
        "reader.next_link": (("l",),),
        "reader.explain": (("e",),),
        "reader.switch_pane": (("tab",),),
        "reader.search": (("/",), ("ctrl+f",)),
        "reader.lens_numbers": (("v", "n"), ("f2",)),
        "reader.lens_dates": (("v", "d"), ("f3",)),
        "picker.choose": (("enter",),),
        "picker.close": (("escape",),),
        "ledger.open": (("enter",),),
        "ledger.close": (("escape",),),
        "ledger.next": (("j",), ("down",)),
        "ledger.previous": (("k",), ("up",)),
        "help.close": (("escape",), ("enter",)),
        "help.down": (("j",), ("down",)),
        "app.help": (("?",), ("f1",)),
        "app.quit": (("q",), ("ctrl+q",)),
    },
)


def article(name: str, title: str, language: str, outlet: str) -> Article:
    """Read a text that has a line for each sentence and an empty one between paragraphs."""
    text, sentences, gap = "", list[Sentence](), ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line:
            gap = "\n\n"
            continue
        kind = KINDS.get(line[:2], SentenceKind.BODY)
        words = line if kind is SentenceKind.BODY else line[2:]
        text += gap if text else ""
        sentences.append(Sentence(len(text), len(text) + len(words), kind))
        text += words
        gap = " " if kind is SentenceKind.BODY else "\n\n"
    return Article(text, title, language, tuple(sentences), "2022-01-12", outlet)


def pair() -> tuple[Article, Article]:
    """Return the two articles."""
    return (
        article("left.txt", "Ferje gikk på grunn i tett tåke", "nb", "Kystavisen"),
        article("right.txt", "Færge stødte på grund: fem kom til skade", "da", "Dagens Nyt"),
    )


def place(of: Article, words: str) -> Side:
    """Point at words of an article; with a star before them, at the whole sentence they are in."""
    whole, words = words.startswith("*"), words.removeprefix("*")
    start = of.text.index(words)
    number = max(i for i, sentence in enumerate(of.sentences) if sentence.start <= start)
    if whole:
        unit = of.sentences[number]
        return Side(number, unit.start, unit.end, own_voice=True)
    return Side(number, start, start + len(words))


def credit(of: Article, words: str, *sources: str) -> Attribution:
    """Credit the sentence that holds these words."""
    at = place(of, words)
    named = tuple(Source(source) for source in sources)
    return Attribution(at.sentence, at.start, at.end, named, Voice.INDIRECT)


def comparison(a: Article, b: Article) -> Comparison:
    """Return what an attentive reader finds in the two texts."""

    def evidence(kind: str, label: str, weight: float, left: str, right: str) -> Evidence:
        ends = (place(a, left).span, place(b, right).span) if left else (None, None)
        return Evidence(kind, label, weight, *ends)

    def link(left: str, right: str, score: float, *why: Evidence, part: bool = False) -> Link:
        strength = Strength.PART if part else Strength.SAME
        return Link(place(a, left).sentence, place(b, right).sentence, score, strength, why)

    links = (
        link("gikk på grunn i", "Færge stødte", 0.71, part=True),
        link("58 mennesker", "Omkring 60", 0.93,
             evidence("name", "Fjordkongen", 2.1, "Fjordkongen» gikk", "Fjordkongen« onsdag"),
             evidence("name", "Lysøya", 1.8, "Lysøya", "Lysøya"),
             evidence("word", "ferja, færgen", 0.9, "Ferja", "færgen"),
             evidence("against", "tirsdag is not onsdag", -0.6, "tirsdag", "onsdag")),
        link("Tre passasjerer", "Fem personer", 0.88,
             evidence("word", "skadet, skade", 1.2, "skadet, opplyser", "skade, skriver"),
             evidence("against", "3 is not 5", -0.4, "Tre", "Fem")),
        link("Ingen av dem", "i livsfare", 0.77,
             evidence("name", "redningssentralen", 1.4, "redningssentralen", "redningscentralen")),
        link("sier passasjer", "fortæller Kari", 0.82),
        link("etter 20 minutter", "efter 20 minutter", 0.95),
        link("klokka 03.40", "hen under morgenen", 0.58, part=True),
        link("Havarikommisjonen", "undersøge årsagen", 0.66),
    )  # fmt: skip
    number, date, said = map(DiscrepancyKind, ("number", "date", "attribution"))
    differ, both, agree = map(Verdict, ("differ", "compatible", "agree"))
    made = Discrepancy
    found = (
        made(number, both, place(a, "58 mennesker"), place(b, "Omkring 60 passagerer"),
             "58 lies within about 60.", 1),
        made(date, differ, place(a, "tirsdag kveld"), place(b, "onsdag"),
             "Tuesday is not Wednesday.", 2),
        made(number, differ, place(a, "Tre passasjerer"), place(b, "Fem personer"),
             "3 is not 5.", 3),
        made(said, differ, place(a, "opplyser politiet"), place(b, "skriver NTB"),
             "The left credits politiet, the right NTB.", 4),
        made(said, agree, place(a, "ifølge redningssentralen"),
             place(b, "Ifølge redningscentralen"), "Both credit the rescue centre.", 5),
        made(number, agree, place(a, "20 minutter"), place(b, "20 minutter"),
             "Both say 20 minutes.", 6),
        made(date, both, place(a, "klokka 03.40"), place(b, "hen under morgenen"),
             "03.40 can be towards morning.", 7),
        made(said, differ, place(a, "*sier passasjer"), place(b, "fortæller Kari Moen til NRK"),
             "The right adds NRK.", 8),
    )  # fmt: skip
    facts = (
        Facts(attributions=(
            credit(a, "opplyser politiet", "politiet"),
            credit(a, "ifølge redningssentralen", "redningssentralen"),
            credit(a, "Rederiet sier", "Rederiet"),
        )),
        Facts(attributions=(
            credit(b, "skriver NTB", "NTB"),
            credit(b, "Ifølge redningscentralen", "redningscentralen"),
            credit(b, "fortæller Kari Moen", "Kari Moen", "NRK"),
            credit(b, "oplyser politiet", "politiet"),
        )),
    )  # fmt: skip
    return Comparison(a, b, *facts, links, (), found)


class LookScreen(StatedScreen):
    """A reader screen that shows the comparison made by hand."""

    def compare_articles(self, a: Article, b: Article) -> Comparison:
        return comparison(a, b)


class LookApp(StatedApp):
    """A reader of the two texts whose keys never change."""

    SCREEN = LookScreen

    def load_keys(self) -> None:
        """Take the keys of the test, and none of a file."""
        self.use_keymap(KEYS)


def look_app(folder: Path) -> LookApp:
    """Return a reader of the two texts that writes only below `folder`."""
    app = LookApp(*pair(), notebook_path=folder / "notebook.sqlite3")
    app.animation_level = "none"
    return app
