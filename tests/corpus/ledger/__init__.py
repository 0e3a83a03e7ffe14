"""Tests of corpus.ledger."""
