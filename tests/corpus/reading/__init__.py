"""Tests of corpus.reading."""
