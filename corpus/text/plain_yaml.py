"""YAML read as text, lists and mappings only; a key that stands twice is an error."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import yaml

# The C loader reads a table about ten times faster; BaseLoader keeps "no" and "on" as text.
_BASE: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Loader(_BASE):  # type: ignore[misc]
    """Everything is text, and a key that stands twice is an error."""


def _mapping(loader: Any, node: yaml.Node, deep: bool = False) -> dict[Hashable, Any]:
    if not isinstance(node, yaml.MappingNode):
        raise _refused("a tag says that this is a mapping", node)  # "!!map [a]"
    pairs: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise _refused("a key is not text", key_node)
        key = loader.construct_object(key_node, deep=True)
        if key in pairs:
            raise _refused(f"key {key!r} stands twice", key_node)
        pairs[key] = loader.construct_object(value_node, deep=True)
    return pairs


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def _refused(problem: str, node: yaml.Node) -> yaml.constructor.ConstructorError:
    return yaml.constructor.ConstructorError(None, None, problem, node.start_mark)


def parse_yaml(text: str) -> Any:
    """Return YAML as text, lists and mappings; YAMLError if broken, also for a repeated key."""
    return yaml.load(text, Loader=_Loader)
