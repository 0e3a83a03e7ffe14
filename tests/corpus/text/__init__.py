"""Tests of corpus.text."""
