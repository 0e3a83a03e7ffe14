"""Tests of tui.keys."""
