"""Tests of tui.ledger."""
