"""Tests of corpus.stories."""
