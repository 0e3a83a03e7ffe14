"""The picture of the README: the shipped pair at 140 x 42, as the engine compares it now.

python -m tests.support.readme_picture              writes tui/picture.svg
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpus.library import SHIPPED
from tests.support.stated_reader import settled
from tui.app import ReaderApp
from tui.cli.opening import find

SIZE = (140, 42)
HERE = Path(__file__).parent.parent.parent / "tui" / "picture.svg"
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def picture(*keys: str) -> str:
    """Return the SVG of a reader of the shipped pair after these keys, or at a number that differs.

    It asks no server for fonts.
    """
    places = find([SHIPPED])
    with tempfile.TemporaryDirectory() as folder:
        notebook = Path(folder) / "notebook.sqlite3"
        app = ReaderApp(*places.preview(), places=places, notebook_path=notebook)
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            await compared(app, pilot)
            for key in keys or ("f2", "n", "f5"):
                await pilot.press(key)
                await pilot.pause()
            return _FONTS.sub("", app.export_screenshot(title="Abreast"))


async def compared(app: Any, pilot: Any) -> None:
    """Wait until the comparison is shown."""
    while app.screen.state.links is None:
        await settled(pilot)
    await settled(pilot)


if __name__ == "__main__":
    HERE.write_text(asyncio.run(picture(*sys.argv[1:])), encoding="utf-8")
    print(HERE)
