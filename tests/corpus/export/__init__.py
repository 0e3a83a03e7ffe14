"""Tests of corpus.export."""
