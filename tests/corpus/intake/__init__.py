"""Tests of corpus.intake."""
