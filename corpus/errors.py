"""Errors that a user can mend: each says what is wrong, where, and what to do."""

from __future__ import annotations


class CorpusError(Exception):
    """A problem that the user can mend.

    `title` names the kind of problem in two or three words; `message` is one sentence that says
    what, where and what to do. `str(error)` is one line and holds no control characters.
    """

    title = "Problem"

    def __init__(self, message: str) -> None:
        self.message = " ".join("".join(c if c.isprintable() else " " for c in message).split())
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.title}: {self.message}"


class ReadingError(CorpusError):
    """A file or text that cannot be read as an article."""

    title = "Cannot read article"


class LanguageError(CorpusError):
    """An unknown language code, or a broken language table."""

    title = "Language"


class LibraryError(CorpusError):
    """A folder without usable articles."""

    title = "Cannot open folder"


class NotebookError(CorpusError):
    """A notebook that cannot be opened, read or written."""

    title = "Notebook"


class ExportError(CorpusError):
    """An export or import that cannot be carried out."""

    title = "Export"


class MeaningModelError(CorpusError):
    """The meaning model is not installed or cannot be loaded."""

    title = "Meaning model"
