"""Colours: legible in every theme, and never the only sign."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.color import Color as TerminalColor
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from tests.support.stated_reader import lines, reading, stated_app
from tui.themes import CONTRAST, INKS, OWN, contrast, inks

THEMES = [*OWN, *(theme for theme in BUILTIN_THEMES.values() if not theme.ansi)]
GROUNDS = ("reader-selected", "reader-view", "reader-found")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_ink_is_legible_on_every_ground(theme) -> None:  # type: ignore[no-untyped-def]
    colors = inks(theme)
    ground = Color.parse(theme.background or ("#121212" if theme.dark else "#e0e0e0"))
    for ink in INKS:
        made = theme.to_color_system().generate()
        panels = [Color.parse(made[name]) for name in ("surface", "panel")]
        for other in (ground, *panels, *(Color.parse(colors[name]) for name in GROUNDS)):
            assert contrast(Color.parse(colors[ink]), other) >= CONTRAST, (ink, other.hex)


def test_contrast_is_that_of_the_standard() -> None:
    black, white, grey = (Color.parse(name) for name in ("#000000", "#ffffff", "#777777"))
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(grey, white) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_the_reader_opens_in_every_theme(tmp_path: Path, theme: str) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (_, pilot):
        app.theme = theme
        await pilot.pause()
        assert any("≠" in line for line in lines(app))


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_sixteen_colours_keep_every_ink_off_its_grounds(theme: Theme) -> None:
    def sixteen(value: str) -> int | None:
        return TerminalColor.parse(value).downgrade(ColorSystem.STANDARD).number

    colors = inks(theme)
    grounds = [str(theme.background), str(theme.surface), str(theme.panel)]
    grounds += [colors[name] for name in GROUNDS]
    for ink in INKS:
        assert sixteen(colors[ink]) not in {sixteen(ground) for ground in grounds}, ink


async def test_marks_speak_without_colour(tmp_path: Path) -> None:
    app = stated_app(tmp_path)
    async with reading(app) as (screen, pilot):
        await pilot.press("escape")
        row = screen.panes[0].page.rows_of(1).start
        strip = screen.panes[0].render_line(row)
        (mark,) = (segment for segment in strip if segment.text == "26")
        assert mark.style is not None
        assert mark.style.reverse  # the difference that is looked at; all others are underlined
        assert "≠" in strip.text
        assert "▌" in strip.text
        await pilot.press("n")
        strip = screen.panes[0].render_line(row)
        (mark,) = (segment for segment in strip if segment.text == "26")
        assert mark.style is not None
        assert mark.style.underline


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_every_ink_is_legible_in_256_colours(theme: Theme) -> None:
    """A terminal over ssh seldom says that it has more."""

    def nearest(value: str) -> Color:
        found = TerminalColor.parse(value).downgrade(ColorSystem.EIGHT_BIT)
        return Color.parse(found.get_truecolor().hex)

    colors = inks(theme)
    grounds = [str(theme.background), str(theme.surface), str(theme.panel)]
    for ground in [*grounds, *(colors[name] for name in GROUNDS)]:
        for ink in INKS:
            legible = contrast(nearest(colors[ink]), nearest(ground))
            assert legible >= CONTRAST, (ink, ground, round(legible, 2))


DARK = ("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5")
LIGHT = ("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff")
XTERM = [f"#{value}" for value in DARK + LIGHT]
"""The sixteen colours of xterm."""


@pytest.mark.parametrize("theme", OWN, ids=lambda theme: theme.name)
def test_words_and_differences_are_legible_in_sixteen_colours(theme: Theme) -> None:
    def sixteen(value: str) -> Color:
        number = TerminalColor.parse(value).downgrade(ColorSystem.STANDARD).number
        assert number is not None
        return Color.parse(XTERM[number])

    colors, ground = inks(theme), sixteen(str(theme.background))
    for name in ("text", "heading", "differ", "compatible", "bright", "own"):
        assert contrast(sixteen(colors[f"reader-{name}"]), ground) >= CONTRAST, name
