"""The list of keys: for `abreast keys`, for help and for the README."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tui.keys.actions import ACTIONS
from tui.keys.keymap import check, load, presets, user_path
from tui.keys.names import shown
from tui.keys.table import Keymap


@dataclass(frozen=True, slots=True)
class Row:
    """One action with the keys that do it, "" where none does."""

    action: str
    group: str
    keys: str
    description: str


def describe(keymap: Keymap, scopes: Iterable[str] | None = None) -> tuple[Row, ...]:
    """Return the actions of `scopes` (None: of all) with the keys in force, in table order."""
    wanted = None if scopes is None else set(scopes)
    return tuple(
        Row(
            action.id,
            action.group,
            ", ".join(shown(keys) for keys in keymap.of(action.id)),
            keymap.description(action.id),
        )
        for action in ACTIONS
        if wanted is None or action.scope in wanted
    )


def markdown_table(preset: str = "default") -> str:
    """Return the shipped keys of a preset as a table in Markdown, for the README."""
    lines = ["| Keys | What they do | Action |", "| --- | --- | --- |"]
    keymap = load(None, preset, own=False).keymap
    for row in describe(keymap):
        keys = "<br>".join(f"`{_celled(shown(keys))}`" for keys in keymap.of(row.action))
        lines.append(f"| {keys} | {row.description} | `{row.action}` |")
    return "\n".join(lines)


def _celled(text: str) -> str:
    return text.replace("|", "\\|")


def lines_of(rows: Iterable[Row]) -> list[str]:
    """Return the list as lines of text: a heading for each group, keys, sentence and id."""
    rows = list(rows)
    wide = max((len(row.keys) for row in rows), default=0)
    lines: list[str] = []
    group = ""
    for row in rows:
        if row.group != group:
            group = row.group
            lines += [*([""] if lines else []), group]
        lines.append(f"  {row.keys or '—':<{wide}}  {row.description}  ({row.action})")
    return lines


def print_keys(path: Path | None, preset: str | None) -> int:
    """Print the keys in force; what is wrong with them goes to standard error.

    Gives 0, or 2 where no preset has the name asked for.
    """
    import click

    known = presets(path)
    if preset is not None and preset not in known:
        message = f"--preset: there is no preset '{preset}'; choose one of {', '.join(known)}."
        click.echo(f"abreast: {message}", err=True)
        return 2
    loaded = load(path, preset)
    for problem in loaded.problems:
        click.echo(f"abreast: {problem}", err=True)
    where = path or user_path()
    own = "" if where.exists() else ", which is not there yet"
    click.echo(f"Preset {loaded.keymap.preset} of {', '.join(known)}. Your own: {where}{own}.")
    click.echo("")
    click.echo("\n".join(lines_of(describe(loaded.keymap))))
    return 0


def print_check(path: Path) -> int:
    """Print every problem of a keymap file, one a line; returns 2 if there is one, else 0."""
    import click

    problems = check(path)
    for problem in problems:
        click.echo(f"abreast: {problem}", err=True)
    if not problems:
        click.echo(f"{path}: every key is understood, and none has two meanings.")
    return 2 if problems else 0
