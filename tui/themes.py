"""The reader's own light and dark theme, and legible colours for every other theme."""

from __future__ import annotations

from textual.color import Color, ColorParseError
from textual.theme import Theme

CONTRAST = 4.5
"""The least contrast of text and marks against every ground they stand on (WCAG 2.2, AA)."""

_DARK = {
    "reader-text": "#d9dbe0",
    "reader-heading": "#f4f5f7",
    "reader-dim": "#9aa0ac",
    "reader-differ": "#ffb454",
    "reader-compatible": "#82bfff",
    "reader-agree": "#8fd3a0",
    "reader-link": "#7d8698",
    "reader-bright": "#ffd98a",
    "reader-own": "#d6a3ff",
}
_LIGHT = {
    "reader-text": "#22252b",
    "reader-heading": "#101216",
    "reader-dim": "#5f5b52",
    "reader-differ": "#8f1f00",
    "reader-compatible": "#143a92",
    "reader-agree": "#1f6336",
    "reader-link": "#6b6a64",
    "reader-bright": "#4f2800",
    "reader-own": "#6b2fa0",
}
INKS = tuple(_DARK)
"""The names of the colours that stand for text, marks and lines."""

NIGHT = Theme(
    name="abreast-night",
    dark=True,
    primary="#82bfff",
    secondary="#d6a3ff",
    accent="#ffd98a",
    warning="#ffb454",
    error="#ff8b8b",
    success="#8fd3a0",
    foreground="#d9dbe0",
    background="#15171c",
    surface="#1c1e24",
    panel="#21242b",
    variables={"reader-selected": "#2c303a", "reader-view": "#30343f", "reader-found": "#2e2b10"},
)
PAPER = Theme(
    name="abreast-paper",
    dark=False,
    primary="#143a92",
    secondary="#6b2fa0",
    accent="#4f2800",
    warning="#8f1f00",
    error="#a3141e",
    success="#1f6336",
    foreground="#22252b",
    background="#fbf8f1",
    surface="#f5f0e5",
    panel="#f1ecdc",
    variables={"reader-selected": "#e4ddca", "reader-view": "#e4dac3", "reader-found": "#f6e58d"},
)
OWN = (NIGHT, PAPER)


def inks(theme: Theme, *grounds: str) -> dict[str, str]:
    """Give the reader's colours for a theme, each legible on its grounds and the given ones.

    A colour that lacks contrast is moved towards white (or black) until it has enough. In a theme
    that leaves the ground to the terminal the colours stay as they are.
    """
    found = dict(_DARK if theme.dark else _LIGHT)
    background = _color(theme.background) or Color.parse("#121212" if theme.dark else "#e0e0e0")
    pole = Color.parse("#ffffff" if theme.dark else "#000000")
    selected = background.blend(pole, 0.10 if theme.dark else 0.08)
    found["reader-selected"] = selected.hex6
    found["reader-view"] = background.blend(pole, 0.16).hex6
    tint = Color.parse("#c8a000")
    found["reader-found"] = background.blend(tint, 0.30).hex6
    found.update(theme.variables)
    stands_on = [background]
    names = ("reader-selected", "reader-view", "reader-found")
    for value in (*(found[name] for name in names), *_panels(theme), *grounds):
        ground = _color(value)
        if ground is not None:
            stands_on.append(ground)
    for name in INKS:
        found[name] = _legible(Color.parse(found[name]), stands_on, pole).hex6
    return {name: value for name, value in found.items() if name.startswith("reader-")}


def scrollbars(ours: dict[str, str]) -> dict[str, str]:
    """Give the colours of scrollbars: quiet ones, made of those that `inks` gave."""
    ground = ours["reader-selected"]
    thumb = Color.parse(ground).blend(Color.parse(ours["reader-link"]), 0.5).hex6
    return {
        "scrollbar": thumb,
        "scrollbar-hover": thumb,
        "scrollbar-active": ours["reader-bright"],
        **dict.fromkeys(
            ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active"),
            ground,
        ),
        "scrollbar-corner-color": ground,
    }


def _panels(theme: Theme) -> tuple[str, ...]:
    """Give the grounds of the detail and of the status line; Textual makes those a theme lacks."""
    if theme.surface and theme.panel:
        return theme.surface, theme.panel
    made = theme.to_color_system().generate()
    return made["surface"], made["panel"]


def contrast(ink: Color, ground: Color) -> float:
    """Give the contrast ratio of two opaque colours, from 1 to 21 (WCAG 2.2)."""
    lighter, darker = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _legible(ink: Color, grounds: list[Color], pole: Color) -> Color:
    for share in range(11):
        moved = ink.blend(pole, share / 10)
        if all(contrast(moved, ground) >= CONTRAST for ground in grounds):
            return moved
    return pole


def _color(value: str | None) -> Color | None:
    try:
        color = Color.parse(value) if value else None
    except ColorParseError:
        return None
    return color if color is not None and color.ansi is None else None
