"""Tests of tui.dialogs."""
