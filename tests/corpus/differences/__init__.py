"""Tests of corpus.differences."""
