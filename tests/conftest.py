"""Hypothesis without deadlines: the first example loads a language, and machines are busy."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("abreast", deadline=None)
settings.load_profile("abreast")
