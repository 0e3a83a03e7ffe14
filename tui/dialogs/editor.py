"""A text in the reader's own editor: $VISUAL or $EDITOR, or one that every system has."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

USUAL = ("sensible-editor", "nano", "vim", "vi", "emacs", "notepad")
"""Tried in this order where the reader has named none."""


class EditorError(Exception):
    """The editor could not be used; the text says why and what to do, in one line."""


def editor(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the command of the editor; EditorError where there is none."""
    for name in ("VISUAL", "EDITOR"):
        if environment.get(name, "").strip():
            try:
                return shlex.split(environment[name], posix=os.name != "nt")
            except ValueError:
                raise EditorError(f"{name} is no command: a quotation mark is open.") from None
    for usual in USUAL:
        if shutil.which(usual):
            return [usual]
    raise EditorError("No editor was found; set EDITOR to the name of yours.")


def edited(text: str, command: list[str]) -> str:
    """Let a text be edited and give it as it was saved; the editor has the terminal meanwhile.

    EditorError where the editor cannot be started, fails, or leaves no UTF-8 text.
    """
    name = Path(command[0]).name
    with tempfile.TemporaryDirectory(prefix="abreast-") as folder:
        path = Path(folder) / "note.md"
        try:
            path.write_text(text + "\n" * bool(text), encoding="utf-8", errors="replace")
            code = subprocess.run([*command, str(path)], check=False).returncode
            saved = path.read_text(encoding="utf-8-sig")
        except FileNotFoundError:
            raise EditorError(f"There is no editor '{name}'; set EDITOR to yours.") from None
        except OSError as error:
            raise EditorError(f"The editor '{name}': {error.strerror or error}.") from None
        except UnicodeDecodeError:
            raise EditorError(f"'{name}' did not save UTF-8; the note is as it was.") from None
    if code:
        raise EditorError(f"'{name}' ended with code {code}; the note is as it was.")
    return saved.rstrip("\n")
