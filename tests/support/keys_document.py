"""The table of keys in docs/keys.md, made from the product.

`python -m tests.support.keys_document` writes it anew.
"""

from __future__ import annotations

import re
from pathlib import Path

from tui.keys.listing import markdown_table

KEYS = Path(__file__).parent.parent.parent / "docs" / "keys.md"
_TABLE = re.compile(r"(<!-- keys -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def made(text: str) -> str:
    """Return the document with the table of keys as it is in force."""
    return _TABLE.sub(lambda match: f"{match[1]}{markdown_table().strip()}\n{match[2]}", text)


if __name__ == "__main__":
    KEYS.write_text(made(KEYS.read_text(encoding="utf-8")), encoding="utf-8")
