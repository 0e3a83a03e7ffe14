"""Tests of corpus.languages."""
