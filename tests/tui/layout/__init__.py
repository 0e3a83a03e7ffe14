"""Tests of tui.layout."""
