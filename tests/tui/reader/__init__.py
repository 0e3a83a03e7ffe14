"""Tests of tui.reader."""
