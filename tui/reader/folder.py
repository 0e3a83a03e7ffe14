"""An open folder: which of its articles have come, gone or changed since it was looked at last."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.article import Article
from corpus.errors import CorpusError
from tui.background.jobs import progress_by_turns

State = dict[str, tuple[int, int]]
"""When each file was changed, in nanoseconds, and its size, by path."""


@dataclass(frozen=True, slots=True)
class Change:
    """All articles as they are now; the files that came, went, changed or cannot be read."""

    articles: tuple[Article, ...]
    come: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in a few words for the status line."""
        parts = (
            ("new", self.come),
            ("gone", self.gone),
            ("changed on disk", self.altered),
            ("cannot be read as an article", self.unread),
        )
        return "; ".join(f"{_few(names)} {what}" for what, names in parts if names)


class Folder:
    """Remembers the files of a folder; `change` reads those that are not as they were."""

    def __init__(self, path: Path, articles: Iterable[Article]) -> None:
        self._path = path
        self._articles = {article.path or "": article for article in articles}
        self._seen = self._look() or {}

    def unread(self) -> str:
        """Say which files hold no article that can be read; nothing where there are none."""
        missing = _names(path for path in self._seen if path not in self._articles)
        return str(Change((), unread=missing))

    def change(self) -> Change | None:
        """Return what has changed; None if nothing has, or if the folder cannot be looked at."""
        now = self._look()
        if now is None or now == self._seen:
            return None
        before, self._seen = self._seen, now
        altered = [path for path in now if path in before and now[path] != before[path]]
        fresh = [path for path in now if path not in before]
        new = {*altered, *fresh}
        known, self._articles = self._articles, {}
        for path in now:
            if path in new:
                progress_by_turns(0, len(new))
            article = self._read(path) if path in new else known.get(path)
            if article is not None:
                self._articles[path] = article
        return Change(
            tuple(self._articles.values()),
            _names(path for path in fresh if path in self._articles),
            _names(path for path in before if path not in now),
            _names(path for path in altered if path in self._articles),
            _names(path for path in (*fresh, *altered) if path not in self._articles),
        )

    def _look(self) -> State | None:
        from corpus.library import article_files

        found: State = {}
        try:
            for path in article_files(self._path):
                with suppress(OSError):  # gone again
                    stat = path.stat()
                    found[str(path)] = (stat.st_mtime_ns, stat.st_size)
        except (CorpusError, OSError):
            return None
        return found

    def _read(self, path: str) -> Article | None:
        from corpus.intake.places import read_article

        try:
            return read_article(path)
        except Exception:  # whatever one file does, the others are shown, and this one is named
            return None  # half written, or no article: it is looked at again when it changes


def _names(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(Path(path).name for path in paths))


def _few(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]} and {len(names) - 1} more"
