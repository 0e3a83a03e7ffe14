"""A folder of articles, and which of them report the same event."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from corpus.errors import CorpusError, LibraryError
from corpus.languages.tables import load_yaml
from corpus.model import Article
from corpus.reading.articles import read_article
from corpus.text.words import fold, words

SHIPPED = Path(__file__).parent / "articles"
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
RAREST = 40
"""How many of its rarest words stand for an article when pairs are sought."""


@dataclass(frozen=True)
class Library:
    """The articles of one folder in the order of their file names, and what could not be read."""

    folder: Path
    articles: tuple[Article, ...]
    problems: tuple[CorpusError, ...] = ()

    @classmethod
    def open(cls, folder: str | Path) -> Library:
        """Read all articles of a folder; LibraryError if it is no folder or holds fewer than two.

        Files that are not text, Markdown or readable are left out; `problems` says why.
        """
        folder = Path(folder)
        articles: list[Article] = []
        problems: list[CorpusError] = []
        for path in article_files(folder):
            try:
                articles.append(read_article(path))
            except CorpusError as error:
                problems.append(error)
        if len(articles) < 2:
            found = "one article" if articles else "no article"
            why = f" ({problems[0]})" if problems else ""
            raise LibraryError(
                f"{folder} holds {found}{why}; put two or more .txt or .md files into it."
            )
        return cls(folder, tuple(articles), tuple(problems))

    @classmethod
    def shipped(cls) -> Library:
        """Read the articles that come with the product."""
        return cls.open(SHIPPED)

    def first_pair(self) -> tuple[Article, Article]:
        """Give the pair to open: the one that the folder's `pair.yaml` names, or the most alike."""
        by_name = {Path(article.path or "").name: article for article in self.articles}
        names = _chosen(self.folder / "pair.yaml")
        if len(names) == 2 and set(names) <= set(by_name):
            return by_name[names[0]], by_name[names[1]]
        left, right = alike(self.articles)[0]
        return self.articles[left], self.articles[right]


def article_files(folder: Path) -> tuple[Path, ...]:
    """Give the files of a folder that may hold an article, by name; LibraryError if it is none."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise LibraryError(f"{folder}: {error.strerror or error}; name a folder.") from error
    return tuple(
        path
        for path in entries
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(".") and path.is_file()
    )


def alike(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Give pairs of indexes, those most likely to report the same event first.

    Two articles are as alike as the summed rarity of the rare words they share, each article
    standing for itself by its `RAREST` rarest words that another one has too.
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


def _chosen(path: Path) -> list[str]:
    """Give the two file names under `open:`; none where the file is missing or broken."""
    if not path.is_file():
        return []
    try:
        wanted = load_yaml(path)
    except CorpusError:
        return []
    names = wanted.get("open") if isinstance(wanted, dict) else None
    return [str(name) for name in names] if isinstance(names, list) else []


def _bag(article: Article) -> set[str]:
    return {
        fold(word)
        for word in (span.of(article.text) for span in words(article.text))
        if len(word) > 3
    }
