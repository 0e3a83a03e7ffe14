"""Keys that are asked to do two things: which actions they belong to, and who keeps them. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.keys.actions import BY_ID, SCOPES, together
from tui.keys.file import Place, Problem
from tui.keys.names import Sequence, shown


@dataclass(frozen=True, slots=True)
class Origin:
    """The keys of an action, and where they are written."""

    keys: tuple[Sequence, ...]
    place: Place


Layer = dict[str, Origin]
"""Keys by action id."""

NEEDED = ("app.quit", "app.help")
"""What must always have a key."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two actions of one screen that the same keys would do: `a` by `first`, `b` by `second`."""

    a: str
    first: Sequence
    b: str
    second: Sequence


def conflicts(base: Mapping[str, Origin], own: Mapping[str, Origin]) -> tuple[Layer, list[Problem]]:
    """Lay the reader's keys over the shipped ones.

    Gives the keys in force and what was wrong. An action whose new keys cannot be had keeps those
    of `base`, which is free of conflicts; the later of two new ones gives way.
    """
    left = dict(own)
    problems: list[Problem] = []
    for action in NEEDED:
        if action in left and not left[action].keys and base.get(action, left[action]).keys:
            message = "this must keep a key; the shipped keys stay"
            problems.append(left.pop(action).place.problem(message, action))
    while lost := _lost({**base, **left}, left):
        for action, found in lost.items():
            problems += found
            del left[action]
    return {**base, **left}, problems


def _lost(now: Mapping[str, Origin], left: Mapping[str, Origin]) -> dict[str, list[Problem]]:
    """Return the actions of `left` that must give way, each with all that speaks against it."""
    lost: dict[str, list[Problem]] = {}
    for clash in clashes(now):
        mine = [action for action in (clash.a, clash.b) if action in left]
        if not mine:
            continue
        loser = max(mine, key=lambda action: (left[action].place.line, action))
        lost.setdefault(loser, []).append(_clash_problem(clash, loser, now))
    return lost


def _clash_problem(clash: Clash, loser: str, now: Mapping[str, Origin]) -> Problem:
    mine, theirs, other = clash.first, clash.second, clash.b
    if loser == clash.b:
        mine, theirs, other = clash.second, clash.first, clash.a
    place = now[other].place
    where = f"{place}" if place.file != now[loser].place.file else f"line {place.line}"
    if mine == theirs:
        said = f"the key {shown(mine)!r} is also that of {other} ({where})"
    elif len(mine) < len(theirs):
        said = f"the key {shown(mine)!r} begins {shown(theirs)!r} of {other} ({where})"
    else:
        said = f"the keys {shown(mine)!r} begin with {shown(theirs)!r} of {other} ({where})"
    return now[loser].place.problem(f"{said}; the shipped keys stay", loser)


def clashes(keys: Mapping[str, Origin]) -> Iterator[Clash]:
    """Yield every two actions in force at once whose keys are equal or begin each other."""
    for scope in SCOPES:
        if scope != "app":
            yield from _clashes_in(scope, keys)


def _clashes_in(scope: str, keys: Mapping[str, Origin]) -> Iterator[Clash]:
    owners: dict[Sequence, str] = {}
    for action, origin in keys.items():
        if not together(BY_ID[action].scope, scope):
            continue
        for sequence in origin.keys:
            if sequence in owners and owners[sequence] != action:
                yield Clash(owners[sequence], sequence, action, sequence)
            owners.setdefault(sequence, action)
    for sequence, action in owners.items():
        for size in range(1, len(sequence)):
            if sequence[:size] in owners:
                yield Clash(owners[sequence[:size]], sequence[:size], action, sequence)
