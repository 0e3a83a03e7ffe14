"""The front matter of an article: `name: value` lines as people write them, not as YAML wants them.

A headline may hold any sign. YAML is asked only for what it alone can read: values in quotation
marks, blocks and lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.errors import ReadingError

LONGEST_FRONT = 20_000
"""Maximum characters of a front matter; the longest known has 2,000."""

_ENTRY = re.compile(r"([^\W\d][\w .-]{0,60}?)[ ]*:(?:[ ]+(.*))?")
_GLUED = re.compile(r"(title|outlet|date|language):(\S.*)", re.IGNORECASE)
_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')(?:[ ]+\#.*)?""")
_COMMENT = re.compile(r"(?:^|\s+)#.*")
_CODES = frozenset({"date", "language"})
"""Names whose values are codes; of these alone a comment after the value is no part."""

Entry = tuple[int, str, list[str]]  # its line, its name, its value by lines


def read_front_matter(front: str) -> dict[str, str]:
    """Return the values of a front matter by lower-case name, in order, empty ones left out.

    ReadingError if it is too long, holds no `name: value` lines, or one name twice.
    """
    if len(front) > LONGEST_FRONT:
        raise ReadingError(f"line 1: the front matter is longer than {LONGEST_FRONT} characters.")
    values: dict[str, str] = {}
    seen: set[str] = set()
    for line, name, written in _entries(front):
        if name in seen:
            raise ReadingError(
                f"line {line}: key '{name}' stands twice in the front matter; leave one out."
            )
        seen.add(name)
        if value := _value(written, name in _CODES):
            values[name] = value
    return values


def _entries(front: str) -> Iterator[Entry]:
    """Yield the entries; a line that opens none goes with the entry before it."""
    entry: Entry | None = None
    for number, line in enumerate(front.split("\n"), 2):
        if line.rstrip() in ("...", "---"):  # marks of YAML
            continue
        opened = _ENTRY.fullmatch(line.rstrip()) or _GLUED.fullmatch(line.rstrip())
        if opened:
            if entry:
                yield entry
            entry = number, opened[1].lower(), [opened[2] or ""]
        elif entry:
            entry[2].append(line)
        elif line.strip() and line[0] != "#":
            raise ReadingError(f"line {number}: the front matter is not 'name: value' lines.")
    if entry:
        yield entry


def _value(written: list[str], is_code: bool) -> str:
    """Return a value on one line: `Vilks: "Nei" # 1` as it stands, `"Vilks"` without its marks."""
    first = written[0].strip()
    rest = [line for line in written[1:] if line.strip() and not line.startswith("#")]
    whole = "\n".join([first, *rest]) if rest else first
    if (rest and first[:1] in ("", '"', "'", "|", ">")) or _QUOTED.fullmatch(whole):
        return _by_yaml("\n".join([first, *(f" {line}" for line in rest)])) or _one_line(whole)
    if is_code:
        first = _COMMENT.sub("", first)
    return _one_line("\n".join([first, *rest]))


def _by_yaml(written: str) -> str:
    """Return a quoted value, a block or a list as YAML reads it; "" if it is broken."""
    import yaml  # late: the first text on the screen waits for this

    from corpus.text.plain_yaml import parse_yaml

    try:
        table = parse_yaml(f"value: {written}")
    except (yaml.YAMLError, RecursionError):
        return ""
    value = table.get("value") if isinstance(table, dict) else None
    items = value if isinstance(value, list) else [value]
    return _one_line(", ".join(item for item in items if isinstance(item, str)))


def _one_line(value: str) -> str:
    return " ".join(value.split())
