"""Tests of tui.background."""
