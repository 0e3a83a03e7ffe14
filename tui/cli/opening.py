"""From the command line to an open reader: two files, a folder, or the shipped articles.

The two texts are painted as soon as they are there; what reading and comparing need is imported
behind them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import LibraryError, ReadingError
from tui.background import gc_pauses
from tui.reader.places import Places

if TYPE_CHECKING:
    from corpus.links.meaning.embeddings import MeaningModel, Progress

DRIVER = "TEXTUAL_DRIVER"
"""Set by `textual serve`, which shows the reader in a browser and needs no terminal."""


MOST_BEFORE_PAINT = 200
"""Files of a folder that are read to find the two most alike; about a second's work."""


def open_reader(
    places: Sequence[str],
    *,
    again: bool = False,
    keymap: Path | None = None,
    notebook: Path | None = None,
) -> int:
    """Open the reader on two places, a folder, or with no place on the shipped articles.

    Gives the exit code. ReadingError or LibraryError, with what to do, where the places do not name
    two articles.
    """
    found = find(local(places, again=again))
    left, right = found.preview()
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and DRIVER not in os.environ:
        raise ReadingError("the reader needs a terminal; use 'abreast compare A B' in a pipe.")
    if os.environ.get("TERM") in ("dumb", "unknown"):
        raise ReadingError("the reader needs a terminal that it can draw on; TERM says it cannot.")
    gc_pauses.hold()
    from tui.app import ReaderApp
    from tui.background import shutdown
    from tui.background.terminal import ignore_stated_size
    from tui.settings import settings_path

    ignore_stated_size()
    app = ReaderApp(
        left,
        right,
        places=found,
        notebook_path=notebook,
        keymap_path=keymap,
        settings_path=settings_path(),
        make_meaning_model=load_meaning_model,
    )
    app.run()
    if app.failure is not None:
        raise app.failure
    return shutdown.leave(app.return_code or 0)


def load_meaning_model(notebook: Path | None, progress: Progress) -> MeaningModel:
    """Return the meaning model, leaving a core to the reader; MeaningModelError if missing."""
    from corpus.ledger.database import default_path
    from corpus.ledger.embedding_cache import VectorStore
    from corpus.links.meaning import embeddings as meaning

    threads = max(1, (os.cpu_count() or 2) - 1)
    store = VectorStore(notebook or default_path())
    return meaning.load_meaning_model(store, progress, threads=threads)


def local(places: Sequence[str], *, again: bool = False) -> list[Path]:
    """Return places as files: a page is fetched, kept in the user's data folder and said so."""
    if not any("://" in place for place in places):
        return [Path(place) for place in places]
    from corpus.intake.forms import is_address

    return [_taken(place, again) if is_address(place) else Path(place) for place in places]


def _taken(address: str, again: bool) -> Path:
    from platformdirs import user_data_path

    from corpus.intake.taking import take

    folder = user_data_path("abreast", appauthor=False) / "taken"
    kept = list(take(address, folder, again=again))
    if len(kept) != 1:
        raise ReadingError(f"{address}: holds {len(kept)} articles; use 'abreast take' first.")
    done = "kept before; --again fetches it anew" if kept[0].known else "fetched and kept"
    print(f"abreast: {address}: {done}: {kept[0].path}", file=sys.stderr)
    return kept[0].path


def find(places: Sequence[Path]) -> Places:
    """Tell which two files to open; of a folder that does not say so, the two most alike."""
    if len(places) == 2:
        return Places(places[0], places[1])
    if len(places) > 2:
        raise LibraryError(f"{len(places)} places were named; name two articles, or one folder.")
    from corpus.text.preview import SHIPPED, named_pair

    folder = places[0] if places else SHIPPED
    if folder.is_file():
        from corpus.intake.places import is_container

        if not is_container(folder):
            raise LibraryError(f"{folder} is one article; name a second one, or a folder.")
    if pair := named_pair(folder):
        return Places(*pair, folder)
    from corpus.library import Library, article_files

    library = Library.open(folder, most=MOST_BEFORE_PAINT)
    left, right = library.first_pair()
    few = folder.is_file() or len(article_files(folder)) <= MOST_BEFORE_PAINT
    known = library.articles if few else ()  # the others are read behind the first paint
    return Places(Path(left.path or ""), Path(right.path or ""), folder, known)
