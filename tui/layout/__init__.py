"""Wrapping and drawing as plain data; no Textual."""
