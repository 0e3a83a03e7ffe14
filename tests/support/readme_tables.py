"""The parts of README made from the product.

`python -m tests.support.readme_tables` writes them anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from tui.keys.listing import markdown_table

README = Path(__file__).parent.parent.parent / "README.md"
_KEYS = re.compile(r"(<!-- keys -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def made(text: str) -> str:
    """Give a README with the table of keys as it is in force."""
    return _KEYS.sub(lambda match: f"{match[1]}{markdown_table().strip()}\n{match[2]}", text)


if __name__ == "__main__":
    README.write_text(made(README.read_text(encoding="utf-8")), encoding="utf-8")
