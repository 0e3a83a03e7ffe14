"""The front door: every public name is where it is said to be."""

from __future__ import annotations

import pytest

import corpus


@pytest.mark.parametrize("name", corpus.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(corpus, name)
