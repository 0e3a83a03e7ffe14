"""A folder of articles, and the pairs of them most likely to report the same event."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from corpus.errors import CorpusError, LibraryError, ReadingError
from corpus.intake.forms import SUFFIXES
from corpus.intake.places import PART, documents, is_container, read_article
from corpus.intake.taking import SOURCE
from corpus.model import Article
from corpus.text.decoding import read_bytes
from corpus.text.files import is_file
from corpus.text.preview import SHIPPED, named_pair
from corpus.text.words import fold, words

__all__ = ["SHIPPED", "Library", "alike", "article_files"]

Progress = Callable[[int, int], None]
"""Called with the steps done and their total; may raise to stop."""
RAREST = 40
"""Number of an article's rarest shared words by which it is matched with other articles."""


@dataclass(frozen=True)
class Library:
    """The articles of one folder, sorted by file name, and the errors of files left out.

    A file that holds many articles (a mailbox, a feed, a list) counts as a folder, too.
    """

    folder: Path
    articles: tuple[Article, ...]
    problems: tuple[CorpusError, ...] = ()

    @classmethod
    def open(
        cls, folder: str | Path, progress: Progress | None = None, *, most: int | None = None
    ) -> Library:
        """Return the library of a folder; LibraryError if it has fewer than two articles.

        Files that cannot be read are left out; `problems` says why. `progress`
        is called before each file with the number read and their total; what it raises ends it.
        Of a folder with more than `most` files only the first ones are read.
        """
        folder = Path(folder)
        articles: list[Article] = []
        problems: list[CorpusError] = []
        files = (folder,) if is_file(folder) else article_files(folder)[:most]
        for number, path in enumerate(files):
            if progress is not None:
                progress(number, len(files))
            try:
                articles.extend(_articles(path))
            except CorpusError as error:
                problems.append(error)
            except Exception as error:  # whatever one file does, the others are read
                problems.append(_unexpected(path, error))
        if len(articles) < 2:
            count = "one article" if articles else "no article"
            why = f" ({problems[0]})" if problems else ""
            raise LibraryError(f"{folder} holds {count}{why}; put two or more articles into it.")
        return cls(folder, tuple(articles), tuple(problems))

    @classmethod
    def shipped(cls) -> Library:
        """Return the library of the articles that come with the product."""
        return cls.open(SHIPPED)

    def first_pair(self) -> tuple[Article, Article]:
        """Return the pair to open: the one named in `pair.yaml`, else the two most alike."""
        by_name = {Path(article.path or "").name: article for article in self.articles}
        named = named_pair(self.folder)
        if named and all(path.name in by_name for path in named):
            return by_name[named[0].name], by_name[named[1].name]
        left, right = alike(self.articles)[0]
        return self.articles[left], self.articles[right]


def _articles(path: Path) -> list[Article]:
    """Return the articles of a file; those of a container bear their number (`mails.mbox#3`)."""
    if not is_container(path):
        return [read_article(path)]
    numbered = enumerate(documents(read_bytes(path), str(path)), 1)
    return [found.article(path=f"{path}{PART}{number}") for number, found in numbered]


def _unexpected(path: Path, error: Exception) -> ReadingError:
    """Return the problem of a file whose reading failed in a way that nobody foresaw."""
    return ReadingError(
        f"{path}: cannot be read ({type(error).__name__}: {str(error)[:80]}); leave it out."
    )


def article_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of a folder that may hold articles, by name; LibraryError if it is none."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise LibraryError(f"{folder}: {error.strerror or error}; name a folder.") from error
    return tuple(
        path
        for path in entries
        if path.suffix.lower() in SUFFIXES
        and not path.name.startswith(".")
        and not path.stem.endswith(SOURCE)
        and is_file(path)
    )


def alike(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Return pairs of article indexes, most similar first.

    Similarity is the summed rarity of the shared words; of each article only the `RAREST` rarest
    words that another article has too are counted.
    """
    bags = [_bag(article) for article in articles]
    spread = Counter(word for bag in bags for word in bag)
    holders: dict[str, list[int]] = defaultdict(list)
    for index, bag in enumerate(bags):
        shared = sorted((spread[word], word) for word in bag if spread[word] > 1)
        for _, word in shared[:RAREST]:
            holders[word].append(index)
    score: Counter[tuple[int, int]] = Counter()
    for word, where in holders.items():
        weight = math.log(1 + len(articles) / spread[word])
        for pair in combinations(where, 2):
            score[pair] += weight  # type: ignore[assignment]
    pairs = sorted(score, key=lambda pair: (-score[pair], pair))
    return pairs or [(0, 1)]


def _bag(article: Article) -> set[str]:
    """Return the folded words of more than three letters (longer text, fewer small words)."""
    return {
        fold(word)
        for word in (span.of(article.text) for span in words(article.text))
        if len(word) > 3
    }
