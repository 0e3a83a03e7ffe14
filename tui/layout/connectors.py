"""Connectors: lines of box characters between rows of two columns; pure, no Textual."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
_LIGHT = {
    0: " ", UP: "╵", DOWN: "╷", LEFT: "╴", RIGHT: "╶", UP | DOWN: "│", LEFT | RIGHT: "─",
    DOWN | RIGHT: "╭", DOWN | LEFT: "╮", UP | RIGHT: "╰", UP | LEFT: "╯", UP | DOWN | RIGHT: "├",
    UP | DOWN | LEFT: "┤", DOWN | LEFT | RIGHT: "┬", UP | LEFT | RIGHT: "┴", 15: "┼",
}  # fmt: skip
_HEAVY = {
    0: " ", UP: "╹", DOWN: "╻", LEFT: "╸", RIGHT: "╺", UP | DOWN: "┃", LEFT | RIGHT: "━",
    DOWN | RIGHT: "┏", DOWN | LEFT: "┓", UP | RIGHT: "┗", UP | LEFT: "┛", UP | DOWN | RIGHT: "┣",
    UP | DOWN | LEFT: "┫", DOWN | LEFT | RIGHT: "┳", UP | LEFT | RIGHT: "┻", 15: "╋",
}  # fmt: skip


_DOTTED = {"─": "┄", "│": "┆", "━": "┅", "┃": "┇"}
"""The straight pieces of a weak link; its corners are those of the others."""


class Connector(NamedTuple):
    """A link to be drawn: its sentences, the lines on which they start, whether it is selected.

    Lines below 0 or not below the height are off-screen.
    """

    a: int
    b: int
    left: int
    right: int
    bright: bool
    weak: bool = False


class Cell(NamedTuple):
    """One drawn cell; `pair` is the link a click on it means, if one."""

    char: str
    bright: bool
    pair: tuple[int, int] | None


BLANK = Cell(" ", False, None)


def draw(connectors: Sequence[Connector], width: int, height: int) -> list[list[Cell]]:
    """Draw the connectors on `height` lines of `width` cells; the selected ones on top."""
    grid = [[BLANK] * width for _ in range(height)]
    if width < 3:
        return grid
    for bright in (False, True):
        layer = _Layer(width, height)
        chosen = [c for c in connectors if c.bright is bright]
        for connector, lane in zip(chosen, _lanes(chosen, width, height), strict=True):
            layer.add(connector, lane)
        layer.put(grid, _HEAVY if bright else _LIGHT, bright)
    return grid


class _Layer:
    """The cells of connectors of one brightness, as directions that leave each cell."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.masks: dict[tuple[int, int], int] = {}
        self.pairs: dict[tuple[int, int], tuple[int, int]] = {}
        self.arrows: dict[tuple[int, int], str] = {}
        self.weak: set[tuple[int, int]] = set()

    def add(self, connector: Connector, lane: int) -> None:
        """Draw one connector: across, along its lane, across; or an arrow where an end is out."""
        left, right = connector.left, connector.right
        sees_left, sees_right = 0 <= left < self.height, 0 <= right < self.height
        pair = (connector.a, connector.b)
        if connector.weak:
            self.weak.add(pair)
        if sees_left and sees_right:
            if left == right:
                self._across(left, 0, self.width - 1, pair)
            else:
                self._across(left, 0, lane, pair)
                self._along(lane, left, right, pair)
                self._across(right, lane, self.width - 1, pair)
        elif sees_left:
            self._stub(left, 0, 1, "↑" if right < 0 else "↓", pair)
        elif sees_right:
            self._stub(right, self.width - 1, -1, "↑" if left < 0 else "↓", pair)

    def put(self, grid: list[list[Cell]], chars: dict[int, str], bright: bool) -> None:
        """Put the layer over the grid."""
        for (y, x), mask in self.masks.items():
            char, pair = self.arrows.get((y, x)) or chars[mask], self.pairs[y, x]
            grid[y][x] = Cell(_DOTTED.get(char, char) if pair in self.weak else char, bright, pair)

    def _add(self, y: int, x: int, mask: int, pair: tuple[int, int]) -> None:
        self.masks[y, x] = self.masks.get((y, x), 0) | mask
        self.pairs[y, x] = pair

    def _across(self, y: int, first: int, last: int, pair: tuple[int, int]) -> None:
        for x in range(first, last + 1):
            mask = (LEFT if x > first or first == 0 else 0) | (RIGHT if x < last else 0)
            self._add(y, x, mask | (RIGHT if x == self.width - 1 else 0), pair)

    def _along(self, x: int, first: int, last: int, pair: tuple[int, int]) -> None:
        top, bottom = sorted((first, last))
        for y in range(top, bottom + 1):
            self._add(y, x, (UP if y > top else 0) | (DOWN if y < bottom else 0), pair)

    def _stub(self, y: int, x: int, direction: int, arrow: str, pair: tuple[int, int]) -> None:
        self._add(y, x, LEFT | RIGHT, pair)
        self._add(y, x + direction, LEFT | RIGHT, pair)
        self.arrows[y, x + direction] = arrow


def _lanes(connectors: Sequence[Connector], width: int, height: int) -> list[int]:
    """Return each connector a column of its own as far as there are any; longer ones further in."""
    inner = list(range(1, width - 1))
    order = sorted(inner, key=lambda x: abs(x - width // 2))
    taken: list[tuple[int, int, int]] = []
    lanes: list[int] = []
    for connector in connectors:
        top, bottom = sorted((connector.left, connector.right))
        top, bottom = max(top, 0), min(bottom, height - 1)
        clash = {x for x, low, high in taken if low <= bottom and top <= high}
        lane = next((x for x in order if x not in clash), order[len(lanes) % len(order)])
        if 0 <= connector.left < height and 0 <= connector.right < height:
            taken.append((lane, top, bottom))
        lanes.append(lane)
    return lanes
