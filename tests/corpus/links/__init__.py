"""Tests of corpus.links."""
