"""Forms of a language's table as patterns and look-ups."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.text.word_cache import Kept


def alternatives(entries: Sequence[str]) -> str:
    """Return a pattern for any of the entries, longest first; capitals must match."""
    parts = sorted(set(entries), key=lambda entry: (-len(entry), entry))
    joined = "|".join(re.escape(part).replace(r"\ ", r"\s+") for part in parts)
    exact = any(part[:1].isupper() for part in parts)
    return f"(?-i:{joined})" if exact else f"(?:{joined})"


def inverse(table: Mapping[str, Sequence[str]] | None) -> dict[str, str]:
    """Return the name of every form, as written and in lower case."""
    return {key(form): name for name, forms in (table or {}).items() for form in forms} | {
        form: name for name, forms in (table or {}).items() for form in forms
    }


def _read_key(form: str) -> str:
    return " ".join(form.lower().split())


key = Kept(_read_key).__getitem__
"""Returns a form in lower case, its words one space apart."""
