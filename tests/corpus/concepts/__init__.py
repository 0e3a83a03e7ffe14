"""Tests of corpus.concepts."""
