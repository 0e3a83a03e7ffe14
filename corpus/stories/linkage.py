"""Average linkage: the two most alike groups are joined until none are alike enough."""

from __future__ import annotations

import heapq
from collections.abc import Mapping


def joined(edges: Mapping[int, Mapping[int, float]], least: float) -> list[tuple[int, ...]]:
    """Return the groups of nodes whose average cosine is at least `least`, each sorted.

    Pairs without an edge count as 0. The result does not depend on the order of the edges: equal
    cosines are taken by the smallest nodes of their groups.
    """
    members: dict[int, tuple[int, ...]] = {node: (node,) for node in edges}
    near = {node: dict(others) for node, others in edges.items()}
    heap = [
        (-cosine, node, other, 1, 1)
        for node, others in edges.items()
        for other, cosine in others.items()
        if node < other and cosine >= least
    ]
    heapq.heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heapq.heappop(heap)
        if len(members.get(a, ())) != size_a or len(members.get(b, ())) != size_b:
            continue  # one of them has grown or gone since
        merged = tuple(sorted(members[a] + members.pop(b)))
        members[a] = merged
        near[a] = _averaged(near.pop(a), size_a, near.pop(b), size_b, {a, b})
        for other, cosine in near[a].items():
            near[other].pop(b, None)
            near[other][a] = cosine
            if cosine >= least:
                low, high = min(a, other), max(a, other)
                sizes = len(members[low]), len(members[high])
                heapq.heappush(heap, (-cosine, low, high, *sizes))
    return sorted(members.values())


def _averaged(
    a: dict[int, float], size_a: int, b: dict[int, float], size_b: int, themselves: set[int]
) -> dict[int, float]:
    """Return the cosine of two joined groups with each other group, weighted by their sizes."""
    both = (a.keys() | b.keys()) - themselves
    whole = size_a + size_b
    return {
        node: (a.get(node, 0.0) * size_a + b.get(node, 0.0) * size_b) / whole
        for node in sorted(both)
    }
