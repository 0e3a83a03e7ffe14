"""Connectors: lines that meet their sentences, arrows where a partner is out of view."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.layout.connectors import Connector, draw

lines = st.integers(-5, 25)
connectors = st.lists(
    st.builds(Connector, st.integers(0, 9), st.integers(0, 9), lines, lines, st.booleans()),
    max_size=12,
)


def shown(*drawn: Connector, height: int = 4, width: int = 7) -> list[str]:
    return ["".join(cell.char for cell in row) for row in draw(drawn, width, height)]


def test_a_level_pair_is_one_line() -> None:
    assert shown(Connector(0, 0, 1, 1, False))[1] == "───────"


def test_a_pair_on_two_rows_bends_twice() -> None:
    assert shown(Connector(0, 0, 0, 2, False)) == ["───╮   ", "   │   ", "   ╰───", "       "]


def test_the_selected_pair_is_heavy_and_on_top() -> None:
    rows = shown(Connector(0, 0, 0, 0, False), Connector(0, 1, 0, 2, True))
    assert rows[0].startswith("━━")
    assert "┗" in rows[2]


def test_arrows_point_to_partners_out_of_view() -> None:
    rows = shown(Connector(0, 0, 1, -3, False), Connector(1, 1, 2, 9, False))
    assert rows[1].startswith("─↑")
    assert rows[2].startswith("─↓")
    assert shown(Connector(0, 0, -1, 3, False))[3].endswith("↑─")


@given(connectors, st.integers(0, 12), st.integers(0, 20))
def test_the_grid_is_always_full_and_ends_meet(
    drawn: list[Connector], width: int, height: int
) -> None:
    grid = draw(drawn, width, height)
    assert len(grid) == height
    assert all(len(row) == width for row in grid)
    for connector in drawn:
        if width >= 3 and 0 <= connector.left < height:
            assert grid[connector.left][0].char != " "
        if width >= 3 and 0 <= connector.right < height and 0 <= connector.left < height:
            assert grid[connector.right][-1].char != " "


def test_a_click_on_a_line_means_its_pair() -> None:
    grid = draw([Connector(3, 8, 0, 2, False)], 7, 4)
    assert grid[1][3].pair == (3, 8)
    assert grid[1][0].pair is None
