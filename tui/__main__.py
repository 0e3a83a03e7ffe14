"""The `abreast` command: what was asked for, and one clear line when it cannot be had.

Two places to read, the usual case, go straight to the reader; the parser of options is imported
for everything else.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

from corpus.errors import CorpusError
from corpus.text.terminal_text import inert_line
from tui.cli import streams

COMMANDS = frozenset({"read", "inspect", "compare", "take", "stories", "export", "import", "keys"})
"""The first words that are no places to read (a test holds them against `tui.cli.commands`)."""


COMPLETION = "_ABREAST_COMPLETE"
"""Set by a shell that asks what can follow (`docs/shell.md`)."""


def main(args: list[str] | None = None) -> Any:
    """Run the command; the process ends with 0, 1 (some batch lines failed) or 2 (bad input)."""
    streams.fit()
    try:
        code = _run(sys.argv[1:] if args is None else args)
        sys.stdout.flush()
    except CorpusError as error:
        code = _fail(str(error))
    except KeyboardInterrupt:
        code = _fail("stopped.", 130)
    except BrokenPipeError:  # `| head` has read enough
        streams.let_go()
        code = 0
    except SystemExit as left:
        # The libraries beneath leave with 1 where the reader of our output has gone.
        gone = isinstance(left.__context__, BrokenPipeError)
        if gone:
            streams.let_go()
        code = 0 if gone else left.code
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        code = _fail(f"{where}{error.strerror or error}.")
    sys.exit(code if isinstance(code, int) else 0)


def _run(args: list[str]) -> Any:
    plain = not any(word.startswith("-") for word in args) and not COMMANDS & {*args[:1]}
    if plain and COMPLETION not in os.environ:
        from tui.cli.opening import open_reader

        if meant := _misspelt(args):
            return _fail(f"'{args[0]}' is no file or command; did you mean {meant}?")
        return open_reader(args)
    from tui.cli.commands import CommandError, run

    try:
        return run(args)
    except CommandError as error:
        return _fail(str(error))


def _misspelt(args: list[str]) -> str | None:
    """Return the command that the first word nearly names, None where it names a place.

    >>> _misspelt(["compar", "a.txt", "b.txt"])
    'compare'
    """
    if not args or os.path.lexists(args[0]) or not args[0].isalpha():
        return None
    from difflib import get_close_matches  # late: for a mistake alone

    return next(iter(get_close_matches(args[0], sorted(COMMANDS), 1, 0.75)), None)


def _fail(message: str, code: int = 2) -> int:
    with suppress(OSError):
        print(f"abreast: {inert_line(message)}", file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
